"""Colours of an organisation, and whether letters in them can be read."""

import re
from dataclasses import dataclass

LEAST_CONTRAST = 4.5
"""Smallest contrast of ordinary text with what is behind it (WCAG 2.2, success criterion 1.4.3, level AA)."""

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """Written as ``#rrggbb``; ``main`` carries white letters, ``accent`` only fills."""

    main: str = "#17495c"
    accent: str = "#f6c667"


def is_colour(text: str) -> bool:
    """Whether this is ``#`` and six hexadecimal digits."""
    return _COLOUR.fullmatch(text) is not None


def contrast(first: str, second: str) -> float:
    """Contrast ratio from 1 (the same) to 21 (black and white), as WCAG 2.2 reckons it."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def ink_on(background: str) -> str:
    """Nearly black or white, whichever reads best on this colour: at least 4.3 to 1, and large letters need 3."""
    return max(("#111111", "#ffffff"), key=lambda ink: contrast(ink, background))


def _luminance(colour: str) -> float:
    """Relative luminance of sRGB (WCAG 2.2, definitions)."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
