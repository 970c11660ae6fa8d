"""Whatever an editor writes, Telegram must accept it."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.telegram.rendering import messages, plain, units

TAG = re.compile(r"<(/?)([a-z]+)(?: [^>]*)?>")


def visible(html: str) -> str:
    return unescape(TAG.sub("", html))


def is_balanced(html: str) -> bool:
    open_tags: list[str] = []
    for match in TAG.finditer(html):
        if match[1]:
            if not open_tags or open_tags.pop() != match[2]:
                return False
        else:
            open_tags.append(match[2])
    return not open_tags


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("**vet** en *cursief*", "<b>vet</b> en <i>cursief</i>"),
        ("1 < 2 & 3 > 2", "1 &lt; 2 &amp; 3 &gt; 2"),
        ("<b>geen html</b>", "&lt;b&gt;geen html&lt;/b&gt;"),
        ("[site](https://a.nl/?a=1&b=2)", '<a href="https://a.nl/?a=1&amp;b=2">site</a>'),
        ("- een\n- twee\n\nDaarna", "• een\n• twee\n\nDaarna"),
        ("1. een\n2. twee", "1. een\n2. twee"),
        ("# Kop\n\nTekst", "<b>Kop</b>\n\nTekst"),
        ("een zin\nop twee regels", "een zin op twee regels"),
        ("**vet [link](https://a.nl)**", '<b>vet <a href="https://a.nl">link</a></b>'),
    ],
)
def test_markdown_becomes_telegram_html(markdown: str, html: str) -> None:
    assert messages(markdown) == (html,)


def test_a_long_text_is_split_between_paragraphs() -> None:
    paragraph = "woord " * 300
    pieces = messages(f"{paragraph}\n\n{paragraph}\n\n{paragraph}")
    assert len(pieces) == 2
    assert pieces[0].count("\n\n") == 1


def test_bold_that_is_cut_in_two_stays_bold() -> None:
    pieces = messages(f"**{('woord ' * 1000).strip()}**")
    assert len(pieces) == 2
    assert all(piece.startswith("<b>") and piece.endswith("</b>") for piece in pieces)


def test_an_emoji_counts_twice() -> None:
    assert units("💬") == 2
    assert len(messages("💬" * 2049)) == 2


def test_a_label_has_no_markup() -> None:
    assert plain("**Wat** is [dit](https://a.nl)?") == "Wat is dit?"


@given(st.text(max_size=400), st.integers(min_value=5, max_value=60))
def test_every_text_fits_and_is_balanced(markdown: str, limit: int) -> None:
    pieces = messages(markdown, limit)
    assert pieces
    for piece in pieces:
        assert is_balanced(piece)
        assert 1 <= units(visible(piece)) <= limit
        assert visible(piece).strip()


@given(st.lists(st.text("abc *_[]()-#\n`>", max_size=40), max_size=20))
def test_no_word_is_lost_by_splitting(lines: list[str]) -> None:
    markdown = "\n".join(lines)
    whole = "".join(visible(messages(markdown, 100_000)[0]).split())
    parts = "".join("".join(visible(piece).split()) for piece in messages(markdown, 50))
    assert parts == whole
