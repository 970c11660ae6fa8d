"""What is counted of a moment: the day and the hour on the clock of the steunpunt, apart and of nobody."""

from datetime import UTC, datetime

import pytest

from bot.domain.effects import Count
from bot.domain.tally import Measure
from bot.service.desk import moments_of

SUMMER = datetime(2026, 7, 19, 22, 30, tzinfo=UTC)
"""A Sunday evening in UTC, and half past midnight on Monday in Amsterdam."""


@pytest.mark.parametrize(
    ("measure", "name", "counted"),
    [
        (Measure.QUESTION, "answered", ["question/day/0", "question/hour/00"]),
        (Measure.QUESTION, "none", ["question/day/0", "question/hour/00"]),
        (Measure.QUESTION, "rejected", []),
        (Measure.HUMAN, "asked", ["human/day/0", "human/hour/00"]),
        (Measure.HUMAN, "claimed", []),
        (Measure.DANGER, "crisis", []),
    ],
)
def test_only_what_people_begin_is_counted_by_day_and_hour(measure: Measure, name: str, counted: list[str]) -> None:
    from zoneinfo import ZoneInfo

    effect = Count(measure=measure, name=name, audience="ouder", language="tr")
    assert list(moments_of(effect, SUMMER.astimezone(ZoneInfo("Europe/Amsterdam")))) == counted
