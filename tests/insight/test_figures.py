"""How figures are made of counts: edges, rounding, order."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.ids import DUTCH, ENGLISH, EntryId, Language, VisitorKey
from bot.domain.question import Decision, Missed, UnansweredQuestion
from bot.domain.tally import MINUTE_STEPS, Measure, Tally
from bot.insight.clusters import clusters
from bot.insight.names import ReportNames
from bot.insight.report import (
    WEEK,
    Figure,
    Report,
    Score,
    Times,
    block_of,
    figure,
    make_report,
    next_block_end,
)
from bot.insight.suppression import Hidden, release, withhold

BLOCK = date(2024, 1, 29)
"""The Monday after the first block of all."""
LATER = BLOCK + WEEK * 40


def tally(
    measure: Measure, name: str, count: int, *, week: int = 0, audience: str = "ouder", language: str = "nl"
) -> Tally:
    return Tally(
        week=BLOCK + WEEK * week, measure=measure, name=name, audience=audience, language=language, count=count
    )


def report(*tallies: Tally, weeks: int = 4, today: date = LATER, start: int = 0) -> Report:
    return make_report(tallies, BLOCK + WEEK * start, BLOCK + WEEK * (start + weeks), {("ouder", "a"): "thuis"}, today)


@pytest.mark.parametrize(
    ("made", "shown", "exact"),
    [
        (Figure(), "0", True), (Figure(7), "7", True), (Figure(7, small=True), "7+", False),
        (Figure(7, guarded=True), "7+", False), (Figure(0, small=True), "<5", False),
        (Figure(0, guarded=True), "*", False), (Figure(0, small=True, guarded=True), "*", False),
    ],
)  # fmt: skip
def test_a_figure_in_signs(made: Figure, shown: str, exact: bool) -> None:
    assert (str(made), made.exact) == (shown, exact)


figures = st.builds(Figure, st.integers(0, 99), small=st.booleans(), guarded=st.booleans())


@given(figures, figures)
def test_a_sum_is_as_open_as_its_parts(one: Figure, other: Figure) -> None:
    assert one + other == Figure(
        one.value + other.value, small=one.small or other.small, guarded=one.guarded or other.guarded
    )


def test_cells_become_figures() -> None:
    assert figure(9) == Figure(9)
    assert figure(Hidden.SMALL) == Figure(0, small=True)
    assert figure(Hidden.GUARD) == Figure(0, guarded=True)


@pytest.mark.parametrize(
    ("week", "first"),
    [
        (date(2024, 1, 1), date(2024, 1, 1)), (date(2024, 1, 22), date(2024, 1, 1)),
        (date(2024, 1, 28), date(2024, 1, 1)),
        (date(2024, 1, 29), date(2024, 1, 29)), (date(2023, 12, 25), date(2023, 12, 4)),
        (date(2026, 11, 23), date(2026, 11, 2)),
    ],
)  # fmt: skip
def test_blocks_of_four_weeks_since_the_first_of_2024(week: date, first: date) -> None:
    assert block_of(week) == first
    assert next_block_end(week) == first + timedelta(days=28)


@pytest.mark.parametrize(
    ("counts", "cells", "total"),
    [
        ({"a": 5}, {"a": 5}, 5),
        ({"a": 4}, {"a": Hidden.SMALL}, Hidden.SMALL),
        ({"a": 1, "b": 3}, {"a": Hidden.SMALL, "b": Hidden.SMALL}, Hidden.SMALL),
        ({"a": 0}, {"a": 0}, 0),
        ({}, {}, 0),
        ({"a": 2, "b": 3}, {"a": Hidden.SMALL, "b": Hidden.SMALL}, 5),
        ({"a": 4, "b": 4}, {"a": Hidden.SMALL, "b": Hidden.SMALL}, Hidden.GUARD),
        ({"a": 3, "b": 8}, {"a": Hidden.SMALL, "b": Hidden.GUARD}, 11),
        ({"a": 3, "b": 5}, {"a": Hidden.SMALL, "b": 5}, Hidden.GUARD),
        ({"a": 1, "b": 8}, {"a": Hidden.SMALL, "b": Hidden.GUARD}, 9),
        ({"a": 1, "b": 7}, {"a": Hidden.SMALL, "b": 7}, Hidden.GUARD),
        ({"a": 3, "b": 9, "c": 8, "d": 8}, {"a": Hidden.SMALL, "b": 9, "c": Hidden.GUARD, "d": 8}, 28),
        ({"a": 1, "b": 1, "c": 1, "d": 4}, dict.fromkeys("abcd", Hidden.SMALL), 7),
        ({"a": 2, "b": 2, "c": 2}, dict.fromkeys("abc", Hidden.SMALL), 6),
    ],
)  # fmt: skip
def test_what_is_released(counts: dict[str, int], cells: dict[str, object], total: object) -> None:
    released = release(counts)
    assert (dict(released.cells), released.total) == (cells, total)


def test_of_a_hidden_number_only_noughts_are_told() -> None:
    released = withhold({"a": 1, "b": 0, "c": 500})
    assert (released.cells, released.total) == ({"a": Hidden.GUARD, "b": 0, "c": Hidden.GUARD}, Hidden.GUARD)
    assert [release({"a": count}, show_total=False).total for count in (0, 1, 4, 5)] == [
        Hidden.GUARD, Hidden.SMALL, Hidden.SMALL, Hidden.GUARD,
    ]  # fmt: skip
    assert release({"a": 3, "b": 9}, show_total=False) == type(released)({"a": Hidden.SMALL, "b": 9}, Hidden.GUARD)


@pytest.mark.parametrize(
    ("today", "seen"),
    [(0, 0), (6, 0), (7, 1), (13, 1), (14, 2), (27, 3), (28, 4), (300, 4)],
)
def test_weeks_are_shown_from_the_monday_after_on(today: int, seen: int) -> None:
    counts = [tally(Measure.QUESTION, "answered", 10 + week, week=week) for week in range(-1, 6)]
    made = report(*counts, today=BLOCK + timedelta(days=today))
    assert [count.value for _, count in made.weeks] == [10 + week for week in range(seen)]
    assert [week for week, _ in made.weeks] == [BLOCK + WEEK * week for week in range(seen)]
    assert made.blocks == ((BLOCK,) if seen == 4 else ())
    assert made.until == BLOCK + WEEK * min(4, max(0, today // 7))


def test_half_a_block_shows_its_weeks_and_nothing_else() -> None:
    made = report(tally(Measure.QUESTION, "answered", 9, week=1), tally(Measure.DANGER, "crisis", 9), start=1, weeks=4)
    assert [count.value for _, count in made.weeks] == [9, 0, 0, 0]
    assert (made.blocks, made.outcomes, made.danger) == ((), {}, {})


def test_what_is_rejected_is_beside_the_questions() -> None:
    made = report(tally(Measure.QUESTION, "answered", 20), tally(Measure.QUESTION, "rejected", 6))
    assert made.questions == Figure(20)
    assert made.outcomes == {"answered": Figure(20), "rejected": Figure(6)}
    assert made.audiences == {"ouder": Figure(20)}
    assert made.answered_share == 14 / 20


@pytest.mark.parametrize(
    ("answered", "suggested", "none", "rejected", "share"),
    [
        (3, 0, 0, 0, None), (5, 0, 0, 0, 1.0), (10, 0, 10, 0, 0.5), (10, 10, 20, 5, 15 / 40), (10, 10, 20, 4, 0.5),
        (10, 3, 20, 0, None),
    ],
)  # fmt: skip
def test_the_share_that_was_answered(
    answered: int, suggested: int, none: int, rejected: int, share: float | None
) -> None:
    named = {"answered": answered, "suggested": suggested, "none": none, "rejected": rejected}
    made = report(*(tally(Measure.QUESTION, name, count) for name, count in named.items() if count))
    assert made.answered_share == share


def test_languages_and_danger_and_the_largest_first() -> None:
    made = report(
        tally(Measure.QUESTION, "answered", 9, language="en"), tally(Measure.QUESTION, "answered", 30),
        tally(Measure.QUESTION, "answered", 9, language="ar"), tally(Measure.DANGER, "crisis", 6),
        tally(Measure.DANGER, "concern", 7, week=3),
        tally(Measure.HUMAN, "asked", 8), tally(Measure.FEEDBACK, "yes", 5),
    )  # fmt: skip
    assert list(made.languages.items()) == [("nl", Figure(30)), ("ar", Figure(9)), ("en", Figure(9))]
    assert list(made.danger.items()) == [("concern", Figure(7)), ("crisis", Figure(6))]
    assert (made.human, made.feedback) == ({"asked": Figure(8)}, {"yes": Figure(5)})


def test_of_equal_figures_the_open_one_goes_before_the_exact_one() -> None:
    made = report(
        tally(Measure.DANGER, "a", 9), tally(Measure.DANGER, "b", 9), tally(Measure.DANGER, "b", 2, week=4),
        tally(Measure.DANGER, "c", 20, week=4), tally(Measure.DANGER, "d", 30, week=4), weeks=8,
    )  # fmt: skip
    assert list(made.danger) == ["d", "b", "a", "c"]
    assert made.danger["b"] == Figure(9, small=True)


@pytest.mark.parametrize(
    ("count", "shown"),
    [(0, "0"), (1, "<5"), (4, "<5"), (5, "5"), (7, "5"), (8, "10"), (12, "10"), (13, "15"), (50, "50")],
)
def test_what_follows_from_each_other_is_told_in_fives(count: int, shown: str) -> None:
    made = report(
        tally(Measure.FLOW, "thuis:started", 40), tally(Measure.FLOW, "thuis:ended", count),
        tally(Measure.STEP, "thuis/wie:reached", count), tally(Measure.STEP, "thuis/wie:left", 5),
    )  # fmt: skip
    assert str(made.flows["ended"]["thuis"]) == shown
    assert made.flows["started"]["thuis"] == Figure(40)
    assert str(made.steps["reached"]["thuis/wie"]) == shown
    assert made.steps["left"]["thuis/wie"] == Figure(5)


def test_what_was_begun_and_never_ended_ended_no_times() -> None:
    made = report(tally(Measure.FLOW, "thuis:started", 40), tally(Measure.STEP, "thuis/wie:left", 9))
    assert made.flows == {"started": {"thuis": Figure(40)}, "ended": {"thuis": Figure(0)}}
    assert made.steps == {"reached": {"thuis/wie": Figure(0)}, "left": {"thuis/wie": Figure(10)}}


def test_answers_of_a_survey_are_told_per_question() -> None:
    made = report(
        tally(Measure.SURVEY, "enquete/cijfer/goed", 9), tally(Measure.SURVEY, "enquete/cijfer/slecht", 6),
        tally(Measure.SURVEY, "enquete/school/ja", 2),
    )  # fmt: skip
    assert made.surveys == {
        "enquete/cijfer": {"goed": Figure(9), "slecht": Figure(6)},
        "enquete/school": {"ja": Figure(0, small=True)},
    }


def test_answers_are_told_per_audience_and_theme() -> None:
    made = report(
        tally(Measure.ENTRY, "a", 20), tally(Measure.ENTRY, "b", 10), tally(Measure.ENTRY, "a", 7, audience="jongere")
    )  # fmt: skip
    assert made.themes == {"ouder": {"thuis": Figure(20), "": Figure(10)}, "jongere": {"": Figure(7)}}
    assert made.entries == {"ouder": {"a": Figure(20), "b": Figure(10)}, "jongere": {"a": Figure(7)}}


def times(*steps: tuple[str, int], week: int = 0) -> Times | None:
    return report(*(tally(Measure.WAITING, step, count, week=week) for step, count in steps)).waiting


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ([("10", 10)], Times(10, 8.5, 9.7)),
        ([("1", 10)], Times(10, 0.5, 0.9)),
        ([("1", 5), ("10", 5)], Times(10, 1.0, 9.4)),
        ([("1", 4), ("10", 6)], Times(10, 7.5, 9.5)),
        ([("2881", 5)], Times(5, 4320.0, 5472.0)),
        ([("2880", 5)], Times(5, 2160.0, 2736.0)),
        ([("5", 5)], Times(5, 4.0, 4.8)),
        ([("5", 4)], None),
        ([], None),
    ],
)
def test_times_are_read_between_the_steps(steps: list[tuple[str, int]], expected: Times | None) -> None:
    assert times(*steps) == expected


def test_a_block_with_too_few_times_takes_no_part() -> None:
    counts = (
        tally(Measure.HANDLING, "10", 10),
        tally(Measure.HANDLING, "2880", 4, week=4),
        tally(Measure.WAITING, "1", 5),
    )
    assert report(*counts, weeks=8).handling == Times(10, 8.5, 9.7)
    assert report(*counts, weeks=8).waiting == Times(5, 0.5, 0.9)


def test_marks_have_a_mean_with_one_decimal_and_are_told_when_none_is_small() -> None:
    made = report(
        tally(Measure.RATING, "talk:5", 10), tally(Measure.RATING, "talk:2", 5), tally(Measure.RATING, "flow:1", 5)
    )
    assert made.talk_rating == Score(15, 4.0, {"2": Figure(5), "5": Figure(10)})
    assert made.flow_rating == Score(5, 1.0, {"1": Figure(5)})
    assert report(tally(Measure.RATING, "flow:1", 4)).flow_rating is None
    hidden = report(
        tally(Measure.RATING, "talk:4", 10), tally(Measure.RATING, "talk:3", 20), tally(Measure.RATING, "talk:1", 2)
    )
    assert hidden.talk_rating == Score(32, 3.2, {})


def test_titles_fall_back_to_the_id_and_to_a_dash() -> None:
    names = ReportNames(
        organisation="x", titles={("entries", "ouder", "a"): "Titel", ("audiences", "", "ouder"): "Ouders"}
    )
    assert names.title("entries", "a", "ouder") == "Titel"
    assert names.title("entries", "a") == "a"
    assert names.title("entries", "") == "–"
    assert names.audience("ouder") == "Ouders"
    assert names.audience("jongere") == "jongere"


NOW = datetime(2026, 11, 23, tzinfo=UTC)


def question(name: str, text: str, *, minute: int = 0, audience: str = "ouder", language: Language = DUTCH,
             decision: Decision | None = None) -> UnansweredQuestion:  # fmt: skip
    return UnansweredQuestion(
        id=name, text=text, at=NOW + timedelta(minutes=minute), missed=Missed.NONE, visitor=VisitorKey(name),
        audience=audience, language=language, decision=decision, entry=EntryId("a") if decision else None,
    )  # fmt: skip


def test_questions_that_say_the_same_stand_together_and_the_most_asked_first() -> None:
    found = clusters(
        [
            question("d", "iets heel anders", minute=0),
            question("c", "Wat kost de groene kaart?", minute=3),
            question("a", "wat kost de groene KAART", minute=1),
            question("b", "wat kost de groene kaart nou", minute=2),
            question("e", "nog een derde vraag", minute=1),
            question("y", "wat kost de groene kaart", audience="jongere", minute=9),
            question("z", "wat kost de groene kaart", language=ENGLISH, minute=8),
            question("w", "wat kost de groene kaart", decision=Decision.SKIPPED),
        ]
    )
    assert [[one.id for one in cluster.questions] for cluster in found] == [["a", "b", "c"], ["d"], ["e"], ["z"], ["y"]]
    assert found[0].id == "a"
    assert found[0].texts == ("Wat kost de groene kaart?", "wat kost de groene kaart nou")


def test_the_oldest_question_says_whether_another_is_like_it() -> None:
    # The second is like the first, the third only like the second.
    texts = ("abcdefghij" * 5, "abcdefghij" * 4 + "avwxyzvwxy", "abcdefghij" * 3 + "abcdvwxyz" + "avwxyzvwxyz")
    found = clusters([question(str(number), text, minute=number) for number, text in enumerate(texts)])
    assert [[one.id for one in cluster.questions] for cluster in found] == [["0", "1"], ["2"]]


@pytest.mark.parametrize("later", [0, 1])
def test_of_clusters_as_large_the_one_that_waits_longest_goes_first(later: int) -> None:
    def pair(name: str, text: str, first: int) -> list[UnansweredQuestion]:
        return [question(f"{name}1", text, minute=first), question(f"{name}2", text, minute=10 - first)]

    found = clusters([*pair("a", "groene kaart", later), *pair("b", "rode fiets", 1 - later)])
    assert [cluster.id for cluster in found] == (["b1", "a1"] if later else ["a1", "b1"])


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [
        ("groene kaart aanvragen", "groene kaart aanvraagt", True),
        ("groene kaart", "groene fiets", False),
        ("mag mijn kind naar een andere school", "mag mijn kind thuis blijven", False),
    ],
)
def test_how_much_alike_is_alike(first: str, second: str, together: bool) -> None:
    assert (len(clusters([question("a", first), question("b", second)])) == 1) is together


@pytest.mark.parametrize(("same", "together"), [(42, True), (41, True), (40, False)])
def test_eighty_two_in_a_hundred_letters_is_alike(same: int, together: bool) -> None:
    word = "abcdefghij" * 5
    other = word[:same] + ("vwxyz" * 2)[: 50 - same]
    assert (len(clusters([question("a", word), question("b", other)])) == 1) is together


def test_every_step_of_minutes_has_its_place() -> None:
    for low, high in zip((0, *MINUTE_STEPS), MINUTE_STEPS, strict=False):
        made = times((str(high), 10))
        assert made is not None
        assert made.median == round(low + (high - low) / 2, 1)
