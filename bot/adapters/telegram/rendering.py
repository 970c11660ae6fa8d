"""Markdown from content files → HTML that Telegram accepts, in pieces of at most one message.

Telegram counts a text after its markup is read, in UTF-16 units (Bot API, sendMessage: 1-4096 characters; entity
offsets in UTF-16). So an emoji counts twice and a tag not at all.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from html import escape, unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

MESSAGE_UNITS = 4096

_MARKUP = re.compile(r"(<[^>]+>)|([^<]+)")
_STYLES = {"strong_open": "b", "em_open": "i", "s_open": "s"}


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one style; ``tags`` from the outside inwards, e.g. ``("b", 'a href="…"')``."""

    text: str
    tags: tuple[str, ...] = ()


Block = tuple[Run, ...]
"""One paragraph, heading or list item."""


def units(text: str) -> int:
    """Length as Telegram counts it."""
    return len(text.encode("utf-16-le", errors="surrogatepass")) // 2


@lru_cache(maxsize=2048)
def messages(markdown: str, limit: int = MESSAGE_UNITS) -> tuple[str, ...]:
    """HTML for each message: split between paragraphs where possible, else between words; never empty.

    Remembered, because the same answers are said over and over; a person's own words never come here.
    """
    pieces: list[list[tuple[str, Block]]] = [[]]
    used = 0
    for separator, block in _blocks(markdown):
        for part in _fitting(block, limit):
            size = units(separator) + _size(part)
            if pieces[-1] and used + size > limit:
                pieces.append([])
                used = 0
            pieces[-1].append((separator if pieces[-1] else "", part))
            used += size
            separator = ""
    rendered = ["".join(separator + _html(block) for separator, block in piece) for piece in pieces]
    return tuple(text for text in rendered if text.strip()) or ("…",)


def pieces(html: str, limit: int = MESSAGE_UNITS) -> tuple[str, ...]:
    """A person's or colleague's own line, already HTML, in messages that fit; a style that is cut goes on."""
    if units(html) <= limit:
        return (html,)
    open_tags: list[str] = []
    runs: list[Run] = []
    for tag, text in _MARKUP.findall(html):
        if tag.startswith("</"):
            open_tags.pop()
        elif tag:
            open_tags.append(tag[1:-1])
        else:
            runs.append(Run(unescape(text), tuple(open_tags)))
    found = (_html(block).strip() for block in _fitting(tuple(runs), limit))
    return tuple(piece for piece in found if piece) or (html,)


def plain(markdown: str) -> str:
    """The same text without any style, for button labels and logs of content."""
    return "".join(separator + "".join(run.text for run in block) for separator, block in _blocks(markdown)).strip()


@cache
def _markdown() -> "MarkdownIt":
    # Only imported where something is written: a process that sends what was written before does without.
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False})


def _blocks(markdown: str) -> Iterator[tuple[str, Block]]:
    """Blocks with what stands between each and the one before."""
    bullets: list[str] = []
    counters: list[int] = []
    prefix = ""
    heading = False
    first = True
    tight = False
    for token in _markdown().parse(markdown):
        match token.type:
            case "bullet_list_open":
                bullets.append("•")
            case "ordered_list_open":
                bullets.append("1")
                counters.append(int(token.attrGet("start") or 1))
            case "bullet_list_close":
                bullets.pop()
                tight = False
            case "ordered_list_close":
                bullets.pop()
                counters.pop()
                tight = False
            case "list_item_open":
                if bullets[-1] == "1":
                    prefix = "  " * (len(bullets) - 1) + f"{counters[-1]}. "
                    counters[-1] += 1
                else:
                    prefix = "  " * (len(bullets) - 1) + "• "
            case "heading_open":
                heading = True
            case "heading_close":
                heading = False
            case "inline" | "fence" | "code_block":
                runs = tuple(_runs(token, ("b",) if heading else ()))
                separator = "" if first else "\n" if tight and bullets else "\n\n"
                yield separator, ((Run(prefix), *runs) if prefix else runs)
                first, tight, prefix = False, bool(bullets), ""


def _runs(token: "Token", outside: tuple[str, ...]) -> Iterator[Run]:
    if token.type != "inline":
        yield Run(token.content.rstrip("\n"), (*outside, "pre"))
        return
    open_tags = list(outside)
    for child in token.children or ():
        if child.type in _STYLES:
            open_tags.append(_STYLES[child.type])
        elif child.type == "link_open":
            open_tags.append(f'a href="{escape(str(child.attrGet("href") or ""), quote=True)}"')
        elif child.type.endswith("_close"):
            open_tags.pop()
        elif child.type in ("softbreak", "hardbreak"):
            yield Run("\n" if child.type == "hardbreak" else " ", tuple(open_tags))
        elif child.type == "code_inline":
            yield Run(child.content, (*open_tags, "code"))
        elif child.content:
            yield Run(child.content, tuple(open_tags))


def _fitting(block: Block, limit: int) -> Iterator[Block]:
    """The block itself, or parts of it that each fit, cut between words."""
    if _size(block) <= limit:
        yield block
        return
    part: list[Run] = []
    used = 0
    for run in block:
        for word in _words(run.text, limit):
            size = units(word)
            if used + size > limit:
                yield tuple(part)
                part, used = [], 0
            part.append(Run(word, run.tags))
            used += size
    if part:
        yield tuple(part)


def _words(text: str, limit: int) -> Iterator[str]:
    for word in text.replace(" ", " \x00").split("\x00"):
        while units(word) > limit:
            # Halving is safe: a character is at most two units.
            yield word[: limit // 2]
            word = word[limit // 2 :]
        if word:
            yield word


def _size(block: Sequence[Run]) -> int:
    return sum(units(run.text) for run in block)


def _html(block: Iterable[Run]) -> str:
    result: list[str] = []
    current: tuple[str, ...] = ()
    for run in (*block, Run("")):
        shared = 0
        while shared < min(len(current), len(run.tags)) and current[shared] == run.tags[shared]:
            shared += 1
        result.extend(f"</{tag.split(' ')[0]}>" for tag in reversed(current[shared:]))
        result.extend(f"<{tag}>" for tag in run.tags[shared:])
        result.append(escape(run.text, quote=False))
        current = run.tags
    return "".join(result)
