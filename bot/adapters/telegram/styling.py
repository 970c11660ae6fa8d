"""A person's formatting as HTML that points at nobody: style and web links stay, mentions become words."""

from collections.abc import Sequence
from html import escape

from telegram import MessageEntity

_TAGS = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "spoiler": "tg-spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}


def styled(text: str, entities: Sequence[MessageEntity], *, show_links: bool = False) -> str:
    """The text with its own styles; empty when there is nothing to style.

    ``show_links``: an address that hides behind words is written out, so that nobody is led somewhere unseen.
    """
    kept = [entity for entity in entities if entity.type in _TAGS or _is_web_link(entity)]
    if not kept:
        return ""
    # Offsets count UTF-16 units (Bot API, MessageEntity).
    units = text.encode("utf-16-le")
    opening: dict[int, list[MessageEntity]] = {}
    closing: dict[int, list[MessageEntity]] = {}
    for entity in sorted(kept, key=lambda entity: (entity.offset, -entity.length)):
        opening.setdefault(entity.offset, []).append(entity)
        closing.setdefault(entity.offset + entity.length, []).insert(0, entity)
    marks = sorted({0, len(units) // 2, *opening, *closing})
    parts: list[str] = []
    open_now: list[MessageEntity] = []
    for start, end in zip(marks, [*marks[1:], marks[-1]], strict=True):
        # Overlapping styles are closed and opened again, so that tags stay balanced.
        for entity in closing.get(start, []):
            if entity not in open_now:
                continue
            above = open_now[open_now.index(entity) + 1 :]
            parts.extend(_close(other) for other in reversed(above))
            parts.append(_close(entity) + (_address(entity) if show_links else ""))
            open_now.remove(entity)
            parts.extend(_open(other) for other in above)
        for entity in opening.get(start, []):
            parts.append(_open(entity))
            open_now.append(entity)
        parts.append(escape(units[start * 2 : end * 2].decode("utf-16-le", errors="replace"), quote=False))
    parts.extend(_close(entity) + (_address(entity) if show_links else "") for entity in reversed(open_now))
    return "".join(parts)


def _is_web_link(entity: MessageEntity) -> bool:
    return entity.type == "text_link" and str(entity.url or "").startswith(("https://", "http://"))


def _open(entity: MessageEntity) -> str:
    if entity.type == "text_link":
        return f'<a href="{escape(str(entity.url), quote=True)}">'
    return f"<{_TAGS[entity.type]}>"


def _close(entity: MessageEntity) -> str:
    return "</a>" if entity.type == "text_link" else f"</{_TAGS[entity.type]}>"


def _address(entity: MessageEntity) -> str:
    return f" ({escape(str(entity.url), quote=False)})" if entity.type == "text_link" else ""
