"""The report in words: every part of it, nothing that is hidden, never too long for a message."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.adapters.content.findings import Findings
from bot.adapters.content.layers import packaged_content
from bot.adapters.content.library import load_content
from bot.adapters.content.texts import packaged_texts
from bot.dialogue.reporting import (
    LONGEST,
    block_words,
    describe,
    lasting,
    names_of,
    themes_of,
    worded,
)
from bot.domain.tally import Measure, Tally
from bot.insight.names import ReportNames
from bot.insight.report import WEEK, Figure, Report, Score, Times, block_of, make_report
from bot.matching.corpus import Corpus
from bot.matching.matcher import Matcher

BLOCK = block_of(date(2026, 11, 2))
END = BLOCK + WEEK * 4
LATER = BLOCK + WEEK * 40
NAMES = ReportNames(
    organisation="Steunpunt De Brug",
    titles={
        ("audiences", "", "ouder"): "Ouders",
        ("audiences", "", "jongere"): "Jongeren",
        ("themes", "ouder", "thuis"): "Thuis zitten",
        ("themes", "jongere", "pesten"): "Pesten",
    },
)
FULL = Report(
    since=BLOCK,
    until=END,
    weeks=tuple((BLOCK + WEEK * number, Figure(300)) for number in range(4)),
    blocks=(BLOCK,),
    outcomes={"answered": Figure(500), "suggested": Figure(300), "none": Figure(200)},
    themes={"jongere": {"pesten": Figure(12, small=True)}, "ouder": {"thuis": Figure(1200)}},
    waiting=Times(40, 7.6, 135.0),
    talk_rating=Score(38, 4.3, {}),
    flow_rating=Score(25, 3.8, {}),
)


def said(report: Report, names: ReportNames = NAMES, unanswered: tuple[tuple[str, int], ...] = ()) -> str:
    return describe(report, names, packaged_texts(), unanswered)


def test_each_part_is_told() -> None:
    text = said(FULL, unanswered=(("Leerlingenvervoer", 9), ("Te klein", 3)))
    for part in (
        "Cijfers van Steunpunt De Brug",
        "**Vragen:** 1.200",
        "2 nov: 300",
        "2 november t/m 29 november 2026 (4 weken)",
        "**Beantwoord:** 80%",
        "**Ouders** kregen het vaakst antwoord over: Thuis zitten (1.200)",
        "**Jongeren** kregen het vaakst antwoord over: Pesten (12 of meer)",
        "hooguit 8 minuten",
        "hooguit 2 uur en 15 min",
        "4,3 van 5 (38 keer gegeven)",
        "3,8 van 5 (25 keer gegeven)",
        "Leerlingenvervoer (9)",
        "Minder dan 5 laten we weg, zodat niemand te herkennen is.",
    ):
        assert part in text
    assert text.index("**Ouders**") < text.index("**Jongeren**")
    assert "Te klein" not in text


def test_without_a_whole_block_it_says_when_the_rest_comes() -> None:
    early = make_report(
        [Tally(week=BLOCK, measure=Measure.QUESTION, name="answered", count=3)], BLOCK, END, {}, BLOCK + WEEK * 2
    )
    text = said(early)
    assert "Die van 2 november t/m 29 november laten we zien vanaf maandag 30 november 2026." in text
    assert "minder dan 5 · " in text
    assert "Beantwoord" not in text


def test_a_new_steunpunt_gets_a_kind_report() -> None:
    assert "Er is nog geen hele week voorbij" in said(make_report([], BLOCK, END, {}, BLOCK))
    empty = said(make_report([], BLOCK, END, {}, LATER))
    assert "**Vragen:** 0" in empty
    assert "nog geen antwoorden" in empty
    assert "Dat was hier nergens nodig" in empty


def test_why_something_is_hidden_is_told_only_when_it_is() -> None:
    assert "uitrekenen" not in said(FULL)
    guarded = Report(since=BLOCK, until=END, weeks=((BLOCK, Figure(9)),), feedback={"yes": Figure(0, guarded=True)})
    assert "uitrekenen" in said(guarded)


def test_waiting_times_of_several_are_not_added_up() -> None:
    alone = Report(since=BLOCK, until=END, weeks=FULL.weeks, blocks=FULL.blocks)
    assert "minder dan 5 gesprekken" in said(alone)
    assert "kun je niet optellen" in said(alone, ReportNames(organisation="Samen", members=("A", "B")))


figure = st.builds(Figure, st.integers(0, 99_999), st.booleans(), st.booleans())
names = st.text("abc *_[]<>{}é", max_size=90)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(figure, min_size=1, max_size=60),
    st.dictionaries(st.sampled_from(["ouder", "jongere", ""]), st.dictionaries(names, figure, max_size=6)),
    names,
    st.lists(st.tuples(names, st.integers(1, 99)), max_size=6),
)
def test_it_always_fits_in_a_message(
    weeks: list[Figure],
    themes: dict[str, dict[str, Figure]],
    organisation: str,
    unanswered: list[tuple[str, int]],
) -> None:
    report = Report(
        since=BLOCK,
        until=BLOCK + WEEK * len(weeks),
        weeks=tuple((BLOCK + WEEK * number, count) for number, count in enumerate(weeks)),
        blocks=tuple(BLOCK + WEEK * 4 * number for number in range(len(weeks) // 4)),
        themes=themes,
        waiting=Times(99_999, 5000, 5000),
        talk_rating=Score(99_999, 4.4, {}),
        flow_rating=Score(99_999, 4.4, {}),
    )
    text = said(report, ReportNames(organisation=organisation), tuple(unanswered))
    assert len(text) <= LONGEST
    assert "laten we" in text.splitlines()[-1] or "Soms" in text.splitlines()[-1]


def test_a_figure_that_is_not_exact_never_reads_as_one() -> None:
    assert worded(Figure(12)) == "12"
    assert worded(Figure(12, small=True)) == "12 of meer"
    assert worded(Figure(0, small=True)) == "minder dan 5"
    # Four times less than five may be sixteen.
    assert worded(Figure(0, small=True), 4) == "steeds minder dan 5"
    assert not re.search(r"\d", worded(Figure(0, guarded=True)))


def test_how_long_something_takes_is_said_in_words() -> None:
    found = [lasting(minutes) for minutes in (0.2, 1, 7.6, 60, 135, 4320)]
    assert found == ["1 minuut", "1 minuut", "8 minuten", "1 uur", "2 uur en 15 min", "3 dagen"]


def test_blocks_that_follow_each_other_are_one_period() -> None:
    first = date(2026, 1, 26)
    assert block_words([first, first + WEEK * 4]) == "26 januari t/m 22 maart 2026"
    assert block_words([first, first + WEEK * 8]).count("t/m") == 2


@pytest.mark.slow
def test_the_packaged_content_has_a_title_for_everything_that_is_counted() -> None:
    library = load_content(packaged_content(), Findings()).library(Matcher.prepare(Corpus(entries=())))
    names = names_of(library)
    for (audience, entry), theme in themes_of(library).items():
        for table, name in (("themes", theme), ("entries", entry)):
            assert names.title(table, name, audience) != name
    for flow in library.flows.values():
        for end in ("started", "ended"):
            assert names.title("flows", str(flow.id), end) != flow.id
    assert names.title("outcomes", "none") == "Geen antwoord"
    assert names.title("human", "closed-by-silence") == "Gesloten na lange stilte"
    assert names.title("entries", "weg_uit_de_inhoud", "ouder") == "weg_uit_de_inhoud"
