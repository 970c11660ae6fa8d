"""The poster for a hallway or waiting room: a talk in balloons, a code to scan, and numbers to call.

Laid out in millimetres of A4; A5 is the same drawing, smaller. Balloons keep their meaning in black and white.
"""

from dataclasses import dataclass
from enum import StrEnum

import segno

from bot.authoring.drawing.lettering import MM_PER_POINT, Block, fit, from_right
from bot.authoring.drawing.page import Page
from bot.domain.colours import Colours, ink_on

_WIDTH, _HEIGHT, _MARGIN = 210.0, 297.0, 13.0
_LEFT, _RIGHT = _MARGIN, _WIDTH - _MARGIN
_INNER = _RIGHT - _LEFT
_INK, _SOFT_INK, _RULE = "#111111", "#3c3c3c", "#b9c1c6"
QUIET_ZONE = 4
"""White modules around the code (ISO/IEC 18004)."""
_CARD, _SMALLER_CARD = 84.0, 69.0
"""Side of the white card of the code, in mm; the smaller one where helplines need room too."""


class PaperSize(StrEnum):
    """Paper a school has."""

    A4 = "a4"
    A5 = "a5"


_SCALES = {PaperSize.A4: 1.0, PaperSize.A5: 148 / 210}


@dataclass(frozen=True, slots=True, kw_only=True)
class Helpline:
    """A line to call, with what it is for."""

    name: str
    phone: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Poster:
    """The words of one poster; what is empty is left out."""

    organisation: str
    kind: str
    """What this is and for whom, beside the name."""
    title: str
    promise: str
    steps: tuple[str, ...]
    explanation: str
    notes: tuple[str, ...]
    link: str
    address_before: str
    call: str
    phone: str
    hours: str
    danger: str
    helplines: tuple[Helpline, ...]
    colours: Colours


def poster_pdf(poster: Poster, size: PaperSize) -> bytes:
    """One page with embedded letters."""
    return _draw(poster, size).pdf(poster.title)


def poster_png(poster: Poster, size: PaperSize) -> bytes:
    """The same page as a picture of 300 dots to the inch."""
    return _draw(poster, size).png()


def code_of(link: str) -> list[list[bool]]:
    """Modules of the QR code, True for black, without quiet zone; a quarter of it may be damaged (level Q)."""
    code = segno.make_qr(link, error="q", boost_error=False)
    return [[bool(module) for module in row] for row in code.matrix]


def module_size(modules: int, card: float, dot: float) -> float:
    """Side of one module in mm: whole dots of the picture, and room for the quiet zone inside the card's edge."""
    return int((card - 1) / (modules + 2 * QUIET_ZONE) / dot) * dot


def _card(poster: Poster) -> float:
    return _SMALLER_CARD if poster.danger else _CARD


def _column(poster: Poster) -> float:
    """Where everything right of the code begins."""
    return _LEFT + _card(poster) + 9


def _draw(poster: Poster, size: PaperSize) -> Page:
    scale = _SCALES[size]
    page = Page(
        _WIDTH, round(_HEIGHT * (1 if size is PaperSize.A4 else 210 / scale / 297), 3), scale,
        from_right=from_right(poster.title),
    )  # fmt: skip
    bottom = _HEIGHT - _MARGIN
    if poster.danger:
        bottom = _danger(page, poster, bottom) - 7
    if poster.phone or poster.hours:
        bottom = _contact(page, poster, bottom) - 7
    bottom = _scan(page, poster, bottom) - 9
    _talk(page, poster, _header(page, poster) + 8, bottom)
    return page


def _header(page: Page, poster: Poster) -> float:
    """Who speaks here, as at the top of a chat; returns where it ends."""
    radius = 8.5
    middle, top = _LEFT + radius, _MARGIN
    page.disc(middle, top + radius, radius, poster.colours.main)
    page.box(middle - 4.6, top + 5, 9.2, 6.2, radius=2, fill="#ffffff")
    page.shape([(middle - 2.6, top + 10.8), (middle - 2.9, top + 13.4), (middle + 0.6, top + 10.8)], "#ffffff")
    for place in (-2.2, 0.0, 2.2):
        page.disc(middle + place, top + 8.1, 0.7, poster.colours.main)
    left = _LEFT + 2 * radius + 5
    name = fit(poster.organisation, _RIGHT - left, 13, largest=19, smallest=9, bold=True, leading=1.15)
    kind = fit(poster.kind, _RIGHT - left, 6, largest=14, smallest=9)
    height = name.height + 2.2 + kind.height
    start = top + max(0.0, (2 * radius - height) / 2) + 0.5
    page.words(name, left, start, poster.colours.main)
    page.words(kind, left, start + name.height + 2.2, _SOFT_INK)
    return max(top + 2 * radius, start + height)


def _talk(page: Page, poster: Poster, top: float, bottom: float) -> None:
    """Two balloons: the question people recognise, large, and what we offer."""
    gap, side = 11.0, 10.0
    promise = fit(poster.promise, 146, 17.5, largest=22, smallest=13, bold=True, leading=1.25)
    small = promise.height + 11
    large = bottom - top - gap - small
    title = fit(poster.title, _INNER - 2 * side, large - 14, largest=66, smallest=20, bold=True, leading=1.16)
    page.shape(
        [(_LEFT + 14, top + large - 1), (_LEFT + 14, top + large + 6), (_LEFT + 5, top + large + 9.5),
         (_LEFT + 25, top + large + 8), (_LEFT + 32, top + large - 1)],
        poster.colours.main, bent=True,
    )  # fmt: skip
    page.box(_LEFT, top, _INNER, large, radius=9, fill=poster.colours.main)
    page.words(title, _LEFT + side, top + (large - _optical(title)) / 2, "#ffffff")
    width = promise.width + 2 * 9
    left, start = _RIGHT - width, top + large + gap
    page.shape(
        [(_RIGHT - 14, start + small - 1), (_RIGHT - 14, start + small + 4), (_RIGHT - 6, start + small + 6.5),
         (_RIGHT - 22, start + small + 5.5), (_RIGHT - 27, start + small - 1)],
        poster.colours.accent, bent=True,
    )  # fmt: skip
    page.box(left, start, width, small, radius=8, fill=poster.colours.accent)
    page.words(promise, left + 9, start + (small - _optical(promise)) / 2, ink_on(poster.colours.accent))


def _scan(page: Page, poster: Poster, bottom: float) -> float:
    """The code with its address, and beside it how it goes; returns where it begins."""
    card = _card(poster)
    address = fit(poster.link.removeprefix("https://"), _INNER, 11, largest=17, smallest=11, bold=True)
    before = fit(poster.address_before, _INNER, 5, largest=12, smallest=9)
    top = bottom - address.height - before.height - 2 - 4 - card
    page.box(_LEFT, top, card, card, radius=4, fill="#ffffff", edge=poster.colours.main)
    rows = code_of(poster.link)
    side = module_size(len(rows), card, page.dot)
    margin = (card - len(rows) * side) / 2
    left, start = (round((place + margin) / page.dot) * page.dot for place in (_LEFT, top))
    page.squares(rows, left, start, side)
    page.words(before, _LEFT, top + card + 4, _SOFT_INK)
    page.words(address, _LEFT, top + card + 4 + before.height + 2, poster.colours.main, link=poster.link)
    _steps(page, poster, top, card)
    return top


def _steps(page: Page, poster: Poster, top: float, height: float) -> None:
    """Numbered steps, and below them what one must know before scanning."""
    left = _column(poster)
    width = _RIGHT - left
    texts = [fit(poster.explanation, width, 12.5, largest=15, smallest=10, bold=True, leading=1.35)]
    texts += [fit(text, width, 11, largest=12, smallest=9, leading=1.35) for text in poster.notes]
    below = sum(text.height + 3 for text in texts) - 3
    room = (height - below - 4) / len(poster.steps)
    radius = min(6.0, room / 2 - 1)
    beside, size = 2 * radius + 5, 20.0
    for _ in range(2):
        # The second time every step gets the size of the longest.
        steps = [
            fit(words, width - beside, min(room - 2, 7), largest=size, smallest=10, bold=True) for words in poster.steps
        ]
        size = min(step.size for step in steps)
    for number, step in enumerate(steps):
        middle = top + radius + number * room
        digit = fit(str(number + 1), 9, 9, largest=radius * 3.1, smallest=6, bold=True)
        page.disc(left + radius, middle, radius, poster.colours.main)
        page.words(digit, left + radius, middle - _optical(digit) / 2, "#ffffff", middle=True)
        page.words(step, left + beside, middle - _optical(step) / 2, _INK)
    start = top + height - below + 1
    for number, text in enumerate(texts):
        page.words(text, left, start, _SOFT_INK if number else _INK)
        start += text.height + 3


def _contact(page: Page, poster: Poster, bottom: float) -> float:
    """The number to call beside the hours; returns where it begins."""
    label = fit(poster.call, 60, 7, largest=14, smallest=9)
    left = _column(poster) if poster.phone else _LEFT
    phone = fit(poster.phone, _column(poster) - _LEFT - 8, 12, largest=30, smallest=14, bold=True)
    hours = fit(poster.hours, _RIGHT - left, 20, largest=13, smallest=8.5, leading=1.35)
    spoken = label.height + 2 + phone.height if poster.phone else 0.0
    height = max(spoken, hours.height)
    top = bottom - height
    page.line(_LEFT, _RIGHT, top - 6, _RULE)
    if poster.phone:
        page.words(label, _LEFT, top, _SOFT_INK)
        page.words(phone, _LEFT, top + label.height + 2, poster.colours.main)
    page.words(hours, left, top, _INK)
    return top - 6


def _danger(page: Page, poster: Poster, bottom: float) -> float:
    """Where to call in danger; a thick edge, because red says nothing in black and white."""
    first = fit(poster.danger, 62, 17, largest=19, smallest=12, bold=True, leading=1.2)
    left = _column(poster)
    width = _RIGHT - left - 6
    size = min(
        (fit(line.name, width, 5, largest=12.5, smallest=8, bold=True).size for line in poster.helplines), default=0
    )
    rows = []
    for line in poster.helplines:
        name = fit(line.name, width, 5, largest=size, smallest=8, bold=True)
        number = fit(line.phone, 50, 5, largest=12.5, smallest=9, bold=True)
        aside = number.width + 2.5 if line.phone else 0.0
        rows.append((name, number, aside, fit(line.what, width - aside, 5, largest=11.5, smallest=8)))
    lines = [max(number.height, what.height) for _, number, _, what in rows]
    right = sum(row[0].height + 1 for row in rows) + sum(lines) + 2.5 * max(0, len(rows) - 1)
    height = max(first.height, right) + 8
    top = bottom - height
    page.box(_LEFT, top, _INNER, height, radius=4, fill="#ffffff", edge=_INK)
    page.words(first, _LEFT + 8, top + (height - _optical(first)) / 2, _INK)
    start = top + (height - right) / 2 + 0.5
    for (name, number, aside, what), tall in zip(rows, lines, strict=True):
        page.words(name, left, start, _INK)
        start += name.height + 1
        page.words(number, left, start, _INK)
        page.words(what, left + aside, start + max(0.0, _optical(number) - _optical(what)), _SOFT_INK)
        start += tall + 2.5
    return top


def _optical(block: Block) -> float:
    """Height to the last line the letters stand on: what the eye takes as the middle."""
    return block.height - 0.24 * block.size * MM_PER_POINT
