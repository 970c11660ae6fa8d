"""Counts: how often something happened in a week, never to whom."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum


class Measure(StrEnum):
    """What is counted; the name beside it says which one."""

    QUESTION = "question"
    """A question in free text; the name is its :class:`QuestionOutcome`."""
    CHANNEL = "channel"
    """How a question came in; the name is its channel."""
    ENTRY = "entry"
    """An answer that was shown; the name is the id of the entry."""
    DANGER = "danger"
    """A text that the safety screen found worrying; the name is the level."""
    HUMAN = "human"
    """A talk with staff; the name is ``asked``, ``claimed``, ``reopened`` or ``closed-by-…``."""
    WAITING = "waiting"
    """Minutes from asking for a human until somebody took it, as a step of :data:`MINUTE_STEPS`."""
    HANDLING = "handling"
    """Minutes from taking a talk until its end, as a step of :data:`MINUTE_STEPS`."""
    RATING = "rating"
    """What somebody thought of a talk or a flow; the name is ``talk:1`` … ``talk:5`` or ``flow:1`` … ``flow:5``."""
    FEEDBACK = "feedback"
    """Whether an answer was what somebody was looking for; the name is ``yes`` or ``no``."""
    FLOW = "flow"
    """A flow; the name is its id with ``:started`` or ``:ended`` behind it."""
    STEP = "step"
    """A question of a flow that was put or answered; the name is ``flow/step:reached`` or ``flow/step:left``."""
    MARK = "mark"
    """A way through a flow that an editor gave a name; the name is ``flow/mark``."""
    MOMENT = "moment"
    """When people come: ``question`` or ``human`` (a talk asked for), then the weekday or the hour on the clock of the
    steunpunt, as ``question/day/0`` (Monday) and ``question/hour/09``. Never both of one question in one name.
    """
    SURVEY = "survey"
    """An answer chosen in a survey; the name is ``flow/slot/value``."""


class QuestionOutcome(StrEnum):
    """What became of a question."""

    ANSWERED = "answered"
    SUGGESTED = "suggested"
    NONE = "none"
    SMALLTALK = "smalltalk"
    REJECTED = "rejected"
    """A choice was offered and "none of these" was pressed; counted beside the question itself."""


MINUTE_STEPS = (1, 2, 3, 5, 7, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 360, 480, 720, 1440, 2880)
"""Upper bounds of the steps in which times are counted, in minutes; a longer time falls in the step after the last."""


def minute_step(minutes: float) -> str:
    """The step of a duration, as the name of a tally."""
    return str(next((step for step in MINUTE_STEPS if minutes <= step), MINUTE_STEPS[-1] + 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """A number of times, in one week (its Monday)."""

    week: date
    measure: Measure
    name: str
    audience: str = ""
    language: str = ""
    count: int = 1


def week_of(moment: datetime | date) -> date:
    """The Monday of the week (ISO 8601) in which a moment falls, on the clock the moment carries."""
    day = moment.date() if isinstance(moment, datetime) else moment
    return day - timedelta(days=day.weekday())
