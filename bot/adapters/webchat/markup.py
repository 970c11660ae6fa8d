"""Markdown of the content and styled lines of staff → a small tree that the page builds without reading any HTML.

A node is a text, or a map: ``t`` its tag, ``c`` what is inside, ``h`` the address of a link. Only these tags exist, so
nothing a stranger wrote can become anything else.
"""

from collections.abc import Sequence
from html import escape
from html.parser import HTMLParser
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

Node = str | dict[str, Any]

TAGS = frozenset({"p", "b", "i", "u", "s", "code", "pre", "ul", "ol", "li", "a", "br", "blockquote", "h3"})
_ALSO = {"strong": "b", "em": "i", "ins": "u", "del": "s", "strike": "s", "h1": "h3", "h2": "h3"}
_ALSO |= {"h4": "h3", "h5": "h3", "h6": "h3"}
_SCHEMES = ("https://", "http://", "tel:", "mailto:")
_MARKDOWN = MarkdownIt("commonmark", {"html": False})


def from_markdown(text: str) -> list[Node]:
    """Content of ours."""
    return _tree(_MARKDOWN.parse(text))


def from_html(html: str) -> list[Node]:
    """A line of staff with its styles; what is not known becomes plain words."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return [{"t": "p", "c": reader.nodes}] if reader.nodes else []


def to_html(nodes: Sequence[Node]) -> str:
    """For the page without JavaScript."""
    parts: list[str] = []
    for node in nodes:
        if isinstance(node, str):
            parts.append(escape(node, quote=False))
            continue
        tag = node["t"] if node.get("t") in TAGS else "p"
        if tag == "br":
            parts.append("<br>")
            continue
        link = ""
        if tag == "a":
            address = str(node.get("h", ""))
            link = f' href="{escape(address, quote=True)}" rel="noopener noreferrer" target="_blank"'
        parts.append(f"<{tag}{link}>{to_html(node.get('c', ()))}</{tag}>")
    return "".join(parts)


def _tree(tokens: Sequence[Token]) -> list[Node]:
    root: list[Node] = []
    open_now: list[list[Node]] = [root]
    for token in tokens:
        if token.type == "inline":
            open_now[-1].extend(_tree(token.children or ()))
        elif token.nesting == 1:
            node = _node(token)
            # In a tight list a paragraph is hidden: its words stand in the item itself.
            if token.hidden or node is None:
                open_now.append(open_now[-1])
                continue
            open_now[-1].append(node)
            open_now.append(node["c"])
        elif token.nesting == -1:
            open_now.pop()
        elif token.type in ("hardbreak", "softbreak"):
            open_now[-1].append({"t": "br"} if token.type == "hardbreak" else " ")
        elif token.type in ("code_inline", "fence", "code_block"):
            open_now[-1].append({"t": "code" if token.type == "code_inline" else "pre", "c": [token.content]})
        elif token.content:
            open_now[-1].append(token.content)
    return root


def _node(token: Token) -> dict[str, Any] | None:
    tag = _ALSO.get(token.tag, token.tag)
    if tag == "a":
        address = str(token.attrGet("href") or "")
        return {"t": "a", "h": address, "c": []} if address.startswith(_SCHEMES) else None
    return {"t": tag, "c": []} if tag in TAGS else None


class _Reader(HTMLParser):
    """Of the few tags that Telegram knows."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.nodes: list[Node] = []
        self._open: list[tuple[str, list[Node]]] = [("", self.nodes)]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Known tags become nodes; of the others only what is inside stays."""
        name = _ALSO.get(tag, tag)
        address = next((value or "" for key, value in attrs if key == "href"), "")
        inside: list[Node] = self._open[-1][1]
        if name == "a" and address.startswith(_SCHEMES):
            node: dict[str, Any] = {"t": "a", "h": address, "c": []}
        elif name in TAGS and name != "a":
            node = {"t": name, "c": []}
        else:
            self._open.append((tag, inside))
            return
        inside.append(node)
        self._open.append((tag, node["c"]))

    def handle_endtag(self, tag: str) -> None:
        """Back to what it stood in."""
        if len(self._open) > 1 and self._open[-1][0] == tag:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        """Words, line by line."""
        for number, line in enumerate(data.split("\n")):
            if number:
                self._open[-1][1].append({"t": "br"})
            if line:
                self._open[-1][1].append(line)
