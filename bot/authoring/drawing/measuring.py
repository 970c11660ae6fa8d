"""How wide words are, and how they are laid in rows."""

from reportlab.pdfbase.pdfmetrics import stringWidth

from bot.adapters.papers.fonts import PLAIN


def wrapped(text: str, room: float, size: float, most: int, font: str = PLAIN) -> tuple[str, ...]:
    """Rows that fit; what does not fit in ``most`` rows ends in an ellipsis."""
    rows: list[str] = []
    words = text.split(" ") if text else []
    while words:
        row = words.pop(0)
        while words and width_of(f"{row} {words[0]}", size, font) <= room:
            row += f" {words.pop(0)}"
        if len(rows) == most - 1 and words:
            return (*rows, cut(f"{row} …", room, size, font))
        rows.append(cut(row, room, size, font))
    return tuple(rows)


def cut(text: str, room: float, size: float, font: str = PLAIN) -> str:
    """As much as fits in one row, with an ellipsis when that is not all."""
    if width_of(text, size, font) <= room:
        return text
    while text and width_of(f"{text}…", size, font) > room:
        text = text[:-1]
    return f"{text.rstrip()}…"


def width_of(text: str, size: float, font: str = PLAIN) -> float:
    """How wide a row is, in the unit of ``size``."""
    return float(stringWidth(text, font, size))
