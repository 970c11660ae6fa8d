"""HTML of the Bot API → plain text and entities, refusing whatever Telegram refuses (Bot API, "HTML style")."""

import re
from html import unescape
from typing import Any

from bot.playground.errors import bad_request

_KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "blockquote": "blockquote",
    "tg-spoiler": "spoiler",
}
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)((?:\s+[a-zA-Z-]+(?:=\"[^\"]*\"|='[^']*')?)*)\s*>")
_HREF = re.compile(r"href=(?:\"([^\"]*)\"|'([^']*)')")
_ENTITY = re.compile(r"&(?:lt|gt|amp|quot|#\d+|#x[0-9a-fA-F]+);")
MOST_ENTITIES = 100


def units(text: str) -> int:
    """Length in UTF-16 code units, as Telegram counts."""
    return len(text.encode("utf-16-le", errors="surrogatepass")) // 2


def parse(text: str, mode: str | None) -> tuple[str, list[dict[str, Any]]]:
    """Plain text and its entities; raises 400 for markup that is not right."""
    if not mode:
        return text, _automatic(text)
    if mode.lower() != "html":
        raise bad_request("unsupported parse_mode")
    plain, entities = _parse_html(text)
    return plain, (entities + _automatic(plain))[:MOST_ENTITIES]


def _parse_html(text: str) -> tuple[str, list[dict[str, Any]]]:
    plain: list[str] = []
    entities: list[dict[str, Any]] = []
    open_tags: list[tuple[str, int, str]] = []
    length = 0
    position = 0
    while position < len(text):
        character = text[position]
        if character == "<":
            match = _TAG.match(text, position)
            if match is None:
                raise bad_request(
                    f"can't parse entities: Unsupported start tag at byte offset {_bytes(text, position)}"
                )
            name = match[2].lower()
            if name not in _KINDS:
                raise bad_request(
                    f'can\'t parse entities: Unsupported start tag "{name}" at byte offset {_bytes(text, position)}'
                )
            if match[1]:
                _close(name, open_tags, entities, length, text, position)
            else:
                open_tags.append((name, length, match[3]))
            position = match.end()
            continue
        piece = character
        if character == "&":
            entity = _ENTITY.match(text, position)
            if entity is not None:
                piece = unescape(entity[0])
                position += len(entity[0]) - 1
        plain.append(piece)
        length += units(piece)
        position += 1
    if open_tags:
        raise bad_request(f"can't parse entities: Can't find end tag corresponding to start tag \"{open_tags[-1][0]}\"")
    return "".join(plain), entities


def _close(
    name: str,
    open_tags: list[tuple[str, int, str]],
    entities: list[dict[str, Any]],
    length: int,
    text: str,
    position: int,
) -> None:
    if not open_tags:
        raise bad_request(f"can't parse entities: Unexpected end tag at byte offset {_bytes(text, position)}")
    opened, start, attributes = open_tags.pop()
    if opened != name:
        raise bad_request(
            f"can't parse entities: Unmatched end tag at byte offset {_bytes(text, position)}, "
            f'expected "</{opened}>", found "</{name}>"'
        )
    if length == start:
        return
    entity: dict[str, Any] = {"type": _KINDS[name], "offset": start, "length": length - start}
    if name == "a":
        href = _HREF.search(attributes)
        if href is None:
            return
        entity["url"] = unescape(href[1] or href[2] or "")
    entities.append(entity)


def _bytes(text: str, position: int) -> int:
    return len(text[:position].encode("utf-8", errors="surrogatepass"))


def _automatic(text: str) -> list[dict[str, Any]]:
    """What Telegram recognises by itself: commands."""
    return [
        {"type": "bot_command", "offset": units(text[: match.start()]), "length": units(match[0])}
        for match in re.finditer(r"(?<!\S)/[A-Za-z0-9_]{1,32}(?:@\w+)?", text)
    ]
