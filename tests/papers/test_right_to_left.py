"""Arabic on paper: joined, from the right, and in the order of reading when a Dutch word stands in between."""

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from bot.adapters.papers.fonts import PLAIN, register
from bot.adapters.papers.maker import make
from bot.adapters.papers.picture import picture
from bot.adapters.papers.right_to_left import holds_right_to_left, in_order, lines_in_order, reads_from_right
from bot.domain.documents import FlowPaper, PaperKind
from bot.domain.ids import Language

SCHOOL = "مدرسة"
JOINED = "ﺔﺳﺭﺪﻣ"
"""The same word as it is drawn from the left: each letter in the form that its neighbours give it."""


@pytest.mark.parametrize(
    ("language", "right"), [("ar", True), ("fa", True), ("nl", False), ("uk", False), ("tr", False)]
)
def test_a_page_starts_where_its_language_does(language: str, right: bool) -> None:
    assert reads_from_right(language) is right


@pytest.mark.parametrize(("text", "holds"), [(SCHOOL, True), ("school", False), (f"OPP {SCHOOL}", True), ("3", False)])
def test_what_a_person_typed_is_looked_at_by_letter(text: str, holds: bool) -> None:
    assert holds_right_to_left(text) is holds


@pytest.mark.parametrize(
    ("text", "right", "drawn"),
    [
        (SCHOOL, True, JOINED),
        (f"OPP {SCHOOL}", True, f"{JOINED} OPP"),
        (f"OPP {SCHOOL}", False, f"OPP {JOINED}"),
        (f"{SCHOOL} (OPP)", True, f"(OPP) {JOINED}"),
        (f"{SCHOOL} 12", True, f"12 {JOINED}"),
        ("De mentor (morgen)", False, "De mentor (morgen)"),
    ],
)
def test_a_line_is_drawn_in_the_order_in_which_it_is_read(text: str, right: bool, drawn: str) -> None:
    assert in_order(text, right=right) == drawn


def test_lines_are_broken_before_they_are_ordered_and_none_is_too_long() -> None:
    register()
    words = [f"{SCHOOL}", "OPP"] * 12
    lines = lines_in_order(" ".join(words), 120, PLAIN, 11, right=True)
    assert len(lines) > 1
    assert all(stringWidth(line, PLAIN, 11) <= 120 for line in lines)
    # Read from the right, line after line, it is what was typed.
    assert [word for line in lines for word in reversed(line.split())] == [
        JOINED if word == SCHOOL else word for word in words
    ]


def test_an_empty_line_stays_and_a_word_wider_than_a_line_stands_alone() -> None:
    register()
    assert lines_in_order(f"{SCHOOL}\n\n{SCHOOL}", 200, PLAIN, 11, right=True) == [JOINED, "", JOINED]
    assert lines_in_order(f"{SCHOOL} {SCHOOL}", 1, PLAIN, 11, right=True) == [JOINED, JOINED]


def paper(kind: PaperKind, language: str, text: str = SCHOOL) -> FlowPaper:
    lines = ((SCHOOL, text, None), (SCHOOL, "4", 4))
    return FlowPaper(kind=kind, title=SCHOOL, lines=lines, closing=f"{text} OPP.", language=Language(language))


@pytest.mark.parametrize("language", ["nl", "en", "tr", "ar", "pl", "uk", "so"])
@pytest.mark.parametrize("kind", [PaperKind.SHEET, PaperKind.CARD, PaperKind.PICTURE])
def test_every_paper_is_made_in_every_language_whatever_somebody_typed(kind: PaperKind, language: str) -> None:
    assert len(make(paper(kind, language, "Hij zei: " + f"{SCHOOL} " * 120))) > 1000


def test_a_picture_that_reads_from_the_right_is_the_mirror_of_one_that_does_not() -> None:
    from io import BytesIO

    import numpy as np
    from PIL import Image

    def ink_left(language: str) -> float:
        """Share of the dark dots that lie in the left half of the title."""
        pixels = np.asarray(Image.open(BytesIO(picture(paper(PaperKind.PICTURE, language)))).convert("L"))
        dark = pixels[: int(0.18 * pixels.shape[0])] < 128
        return float(dark[:, : dark.shape[1] // 2].sum() / dark.sum())

    assert ink_left("nl") == 1.0
    assert ink_left("ar") == 0.0
