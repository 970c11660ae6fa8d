"""One free typeface with all letters people type, embedded in every document (DejaVu, comes with matplotlib)."""

from functools import cache
from pathlib import Path

import matplotlib
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

PLAIN, BOLD = "DejaVu", "DejaVu-Bold"


def font_file(name: str) -> Path:
    """Where the typeface lies."""
    return Path(matplotlib.get_data_path()) / "fonts" / "ttf" / name


@cache
def register() -> None:
    """Make the typeface known to reportlab, once."""
    pdfmetrics.registerFont(TTFont(PLAIN, str(font_file("DejaVuSans.ttf"))))
    pdfmetrics.registerFont(TTFont(BOLD, str(font_file("DejaVuSans-Bold.ttf"))))
    pdfmetrics.registerFontFamily(PLAIN, normal=PLAIN, bold=BOLD, italic=PLAIN, boldItalic=BOLD)
