"""Posters that are read from the right."""

from pathlib import Path

import pytest

from bot.authoring.drawing.lettering import from_right
from tests.authoring.test_poster import DOTS_PER_MM, content, pixels, poster

__all__ = ["content"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("هل يتعثر طفلك؟", True), ("«Start» اضغط", False), ("112 اتصل", True), ("Дитині важко", False),
     ("112", False), ("", False)],
)  # fmt: skip
def test_which_words_are_read_from_the_right(text: str, expected: bool) -> None:
    assert from_right(text) is expected


def test_a_poster_from_the_right_is_the_mirror_image(content: Path, tmp_path: Path) -> None:
    """The mark of the chat stands at the top: left, or right where one begins to read at the right."""
    dark = {}
    for language in ("nl", "ar"):
        assert poster(content, tmp_path / "poster.png", "--language", language) == 0
        top = pixels(tmp_path / "poster.png")[int(14 * DOTS_PER_MM) : int(30 * DOTS_PER_MM)]
        half = top.shape[1] // 2
        dark[language] = (1 - top[:, : half // 3].mean(), 1 - top[:, -half // 3 :].mean())
    assert dark["nl"][0] > 3 * dark["nl"][1]
    assert dark["ar"][1] > 3 * dark["ar"][0]
