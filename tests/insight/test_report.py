"""A report shows what happened, and never so that two reports tell more than one."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.tally import Measure, Tally, minute_step, week_of
from bot.insight.report import BLOCK_WEEKS, WEEK, Figure, block_of, make_report, next_block_end

BLOCK = block_of(date(2026, 11, 23))
LATER = BLOCK + WEEK * 40
THEMES = {("ouder", "a1"): "thuis", ("ouder", "a2"): "thuis", ("ouder", "b1"): "recht", ("jongere", "j1"): "pesten"}


def asked(week: date, count: int, outcome: str = "answered", audience: str = "ouder") -> Tally:
    return Tally(week=week, measure=Measure.QUESTION, name=outcome, audience=audience, language="nl", count=count)


def shown(week: date, entry: str, count: int, audience: str = "ouder") -> Tally:
    return Tally(week=week, measure=Measure.ENTRY, name=entry, audience=audience, language="nl", count=count)


def test_questions_per_week_and_the_share_that_was_answered() -> None:
    weeks = [BLOCK + WEEK * number for number in range(BLOCK_WEEKS)]
    tallies = [asked(week, 10) for week in weeks]
    tallies += [asked(week, 5, "suggested") for week in weeks] + [asked(week, 5, "none") for week in weeks]
    report = make_report(tallies, BLOCK, BLOCK + WEEK * 4, THEMES, LATER)
    assert [str(count) for _, count in report.weeks] == ["20"] * 4
    assert str(report.questions) == "80"
    assert report.outcomes["answered"] == Figure(40)
    assert report.answered_share == 0.75


def test_more_rejected_than_answered_is_a_share_of_nothing() -> None:
    tallies = [asked(BLOCK, 5), asked(BLOCK, 15, "none"), asked(BLOCK, 12, "rejected")]
    report = make_report(tallies, BLOCK, BLOCK + WEEK * 4, THEMES, LATER)
    assert report.answered_share == 0


def test_a_week_that_is_not_over_is_not_shown() -> None:
    today = BLOCK + WEEK * 2 + timedelta(days=3)
    report = make_report([asked(BLOCK, 10), asked(BLOCK + WEEK * 2, 99)], BLOCK, BLOCK + WEEK * 4, THEMES, today)
    assert len(report.weeks) == 2
    assert report.questions == Figure(10)
    assert report.blocks == ()
    assert next_block_end(BLOCK) == BLOCK + WEEK * 4


def test_a_quiet_week_is_left_out_of_what_its_block_shows() -> None:
    tallies = [asked(BLOCK, 3), asked(BLOCK + WEEK, 30), asked(BLOCK + WEEK * 2, 12, audience="jongere")]
    report = make_report(tallies, BLOCK, BLOCK + WEEK * 4, THEMES, LATER)
    assert [str(count) for _, count in report.weeks] == ["<5", "30", "12", "0"]
    assert report.audiences == {"ouder": Figure(30), "jongere": Figure(12)}
    assert str(report.questions) == "42+"


def test_how_questions_came_in_is_told_where_the_website_is_used() -> None:
    def came(channel: str, count: int, week: date = BLOCK) -> Tally:
        return Tally(week=week, measure=Measure.CHANNEL, name=channel, audience="jongere", language="nl", count=count)

    def channels(*tallies: Tally) -> dict[str, str]:
        report = make_report(tallies, BLOCK, BLOCK + WEEK * 4, THEMES, LATER)
        return {name: str(count) for name, count in report.channels.items()}

    assert channels(asked(BLOCK, 30), came("telegram", 30)) == {}
    assert channels(asked(BLOCK, 30), came("telegram", 12), came("web", 18)) == {"web": "18", "telegram": "12"}
    hidden = channels(asked(BLOCK, 30), came("telegram", 27), came("web", 3))
    assert hidden["web"] == "<5"
    assert hidden["telegram"] != "27"
    # A week with hardly a question takes no part, as everywhere.
    quiet = (asked(BLOCK + WEEK, 3), came("web", 3, BLOCK + WEEK))
    assert channels(asked(BLOCK, 30), came("telegram", 12), came("web", 18), *quiet)["web"] == "18"


def test_the_parts_of_a_hidden_theme_stay_hidden() -> None:
    tallies = [shown(BLOCK, "a1", 20), shown(BLOCK, "a2", 9), shown(BLOCK, "b1", 3), shown(BLOCK, "j1", 40, "jongere")]
    report = make_report(tallies, BLOCK, BLOCK + WEEK * 4, THEMES, LATER)
    assert str(report.themes["ouder"]["recht"]) == "<5"
    assert not report.themes["ouder"]["thuis"].exact
    assert not report.entries["ouder"]["a1"].exact
    assert report.entries["jongere"]["j1"] == Figure(40)


def test_marks_are_shown_per_flow_in_fives() -> None:
    def past(mark: str, count: int) -> Tally:
        return Tally(week=BLOCK, measure=Measure.MARK, name=mark, audience="ouder", language="nl", count=count)

    tallies = [past("thuis/geholpen", 12), past("thuis/doorverwezen", 4), past("ruzie/geholpen", 8)]
    report = make_report(tallies, BLOCK, BLOCK + WEEK * 4, THEMES, LATER)
    assert report.marks["thuis"]["geholpen"] == Figure(10)
    assert str(report.marks["thuis"]["doorverwezen"]) == "<5"
    assert report.marks["ruzie"] == {"geholpen": Figure(10)}


def test_times_are_told_as_median_and_ninetieth_percentile() -> None:
    minutes = [1, 2, 4, 6, 9, 14, 25, 40, 100, 700]
    tallies = [Tally(week=BLOCK, measure=Measure.WAITING, name=minute_step(value)) for value in minutes]
    times = make_report(tallies, BLOCK, BLOCK + WEEK * 4, THEMES, LATER).waiting
    assert times is not None
    assert times.count == 10
    assert 7 <= times.median <= 10
    assert 90 <= times.ninetieth <= 120


def test_a_mark_shows_its_mean_from_five_on() -> None:
    def rated(mark: int, count: int) -> Tally:
        return Tally(week=BLOCK, measure=Measure.RATING, name=f"talk:{mark}", count=count)

    assert make_report([rated(5, 4)], BLOCK, BLOCK + WEEK * 4, THEMES, LATER).talk_rating is None
    score = make_report([rated(5, 8), rated(2, 2)], BLOCK, BLOCK + WEEK * 4, THEMES, LATER).talk_rating
    assert score is not None
    assert (score.count, score.mean) == (10, 4.4)
    # With the mean and the number of fives anybody could work out the others.
    assert score.figures == {}


counts_per_week = st.lists(st.integers(0, 12), min_size=12, max_size=12)


@settings(max_examples=150, deadline=None)
@given(counts_per_week, counts_per_week, st.integers(0, 8), st.integers(1, 4))
def test_two_reports_cannot_be_subtracted(parents: list[int], youth: list[int], start: int, length: int) -> None:
    """Whatever weeks are chosen, a figure is the sum of figures that one-block reports show as well."""
    weeks = [BLOCK + WEEK * number for number in range(12)]
    tallies = [asked(week, count) for week, count in zip(weeks, parents, strict=True) if count]
    tallies += [asked(week, count, audience="jongere") for week, count in zip(weeks, youth, strict=True) if count]

    def report(since: date, until: date) -> dict[str, Figure]:
        return dict(make_report(tallies, since, until, THEMES, LATER).audiences)

    since = BLOCK + WEEK * start
    until = since + WEEK * 4 * length
    blocks = [BLOCK + WEEK * 4 * number for number in range(3)]
    inside = [report(block, block + WEEK * 4) for block in blocks if since <= block and block + WEEK * 4 <= until]
    expected: dict[str, Figure] = {}
    for part in inside:
        for name, count in part.items():
            expected[name] = expected.get(name, Figure()) + count
    assert report(since, until) == expected


def test_a_week_begins_on_monday() -> None:
    assert week_of(date(2026, 11, 29)) == date(2026, 11, 23)
    assert week_of(date(2026, 11, 23)) == date(2026, 11, 23)
