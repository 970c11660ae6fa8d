"""What a steunpunt may see of its counts over a number of weeks.

Every figure is made of numbers that were released once and for all: the questions of a week when the week is over, and
everything else per fixed block of four weeks when the block is over. So two reports over different weeks can never be
subtracted to find a small number (differencing). A week with a total under five takes no part in its block.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from bot.domain.channel import Channel
from bot.domain.tally import MINUTE_STEPS, Measure, QuestionOutcome, Tally
from bot.insight.counting import audience_of, is_asked, measured, name_of, summed, within
from bot.insight.suppression import THRESHOLD, Cell, Hidden, Released, release

WEEK = timedelta(days=7)
BLOCK_WEEKS = 4
_FIRST_BLOCK = date(2024, 1, 1)
"""A Monday; blocks of all steunpunten begin in the same weeks, so that their exports can be added up."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as it may be shown: exact, or at least ``value`` because something is hidden."""

    value: int = 0
    small: bool = False
    """A number under five is left out."""
    guarded: bool = False
    """A larger number is left out, because it would tell a small one."""

    @property
    def exact(self) -> bool:
        """Nothing is left out."""
        return not (self.small or self.guarded)

    def __add__(self, other: "Figure") -> "Figure":
        return Figure(self.value + other.value, self.small or other.small, self.guarded or other.guarded)

    def __str__(self) -> str:
        if self.exact:
            return str(self.value)
        if self.value:
            return f"{self.value}+"
        return "*" if self.guarded else f"<{THRESHOLD}"


NOUGHT = Figure()


def figure(cell: Cell) -> Figure:
    """A released cell as a figure."""
    if isinstance(cell, int):
        return Figure(cell)
    return Figure(0, small=cell is Hidden.SMALL, guarded=cell is Hidden.GUARD)


@dataclass(frozen=True, slots=True)
class Times:
    """How long something took, in minutes, of ``count`` times."""

    count: int
    median: float
    ninetieth: float


@dataclass(frozen=True, slots=True)
class Score:
    """What people thought, on average from 1 to 5."""

    count: int
    mean: float
    figures: Mapping[str, Figure]


Figures = Mapping[str, Figure]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All figures of a period; names are ids, which whoever shows them gives a title."""

    since: date
    until: date
    """The Monday after the last week."""
    weeks: tuple[tuple[date, Figure], ...] = ()
    """Questions per week."""
    blocks: tuple[date, ...] = ()
    """First weeks of the blocks that the other figures are about."""
    outcomes: Figures = field(default_factory=dict)
    audiences: Figures = field(default_factory=dict)
    languages: Figures = field(default_factory=dict)
    themes: Mapping[str, Figures] = field(default_factory=dict)
    """Per audience, per theme: answers shown."""
    entries: Mapping[str, Figures] = field(default_factory=dict)
    """Per audience, per entry: answers shown."""
    channels: Figures = field(default_factory=dict)
    """How questions came in; empty where nobody came by the website."""
    danger: Figures = field(default_factory=dict)
    human: Figures = field(default_factory=dict)
    feedback: Figures = field(default_factory=dict)
    flows: Mapping[str, Figures] = field(default_factory=dict)
    """``started`` and ``ended``, per flow."""
    steps: Mapping[str, Figures] = field(default_factory=dict)
    """``reached`` and ``left``, per ``flow/step``."""
    marks: Mapping[str, Figures] = field(default_factory=dict)
    """Per flow, per mark: how many went past it."""
    moments: Mapping[str, Figures] = field(default_factory=dict)
    """Per ``question/day``, ``question/hour``, ``human/day`` and ``human/hour``: weekdays from 0, hours from 00."""
    surveys: Mapping[str, Figures] = field(default_factory=dict)
    """Per ``flow/question``, per answer."""
    waiting: Times | None = None
    handling: Times | None = None
    talk_rating: Score | None = None
    flow_rating: Score | None = None

    @property
    def questions(self) -> Figure:
        """Questions of all weeks."""
        return sum((count for _, count in self.weeks), NOUGHT)

    @property
    def answered_share(self) -> float | None:
        """Part of the questions about our subjects that got an answer or the right choice (0-1); None when unknown.

        An answer of an earlier block may be rejected in this one, so that more is rejected than was answered: 0.
        """
        named = (QuestionOutcome.ANSWERED, QuestionOutcome.SUGGESTED, QuestionOutcome.NONE)
        known = [self.outcomes.get(name, NOUGHT) for name in named]
        total = sum(count.value for count in known)
        if total < THRESHOLD or any(not count.exact for count in known):
            return None
        rejected = self.outcomes.get(QuestionOutcome.REJECTED, NOUGHT)
        return max(0, known[0].value + known[1].value - (rejected.value if rejected.exact else 0)) / total


def block_of(week: date) -> date:
    """First week of the block in which a week lies."""
    weeks = (week - _FIRST_BLOCK).days // 7
    return _FIRST_BLOCK + WEEK * (weeks - weeks % BLOCK_WEEKS)


def next_block_end(week: date) -> date:
    """The Monday on which the block of a week is over and its figures may be shown."""
    return block_of(week) + WEEK * BLOCK_WEEKS


def make_report(
    tallies: Iterable[Tally], since: date, until: date, theme_of: Mapping[tuple[str, str], str], today: date
) -> Report:
    """Report on the weeks from Monday ``since`` until Monday ``until``, as far as they are over on ``today``.

    ``theme_of``: theme of an audience and entry. Only the tallies of whole weeks and blocks inside the period are used.
    """
    until = min(until, today - timedelta(days=today.weekday()))
    by_week: dict[date, list[Tally]] = defaultdict(list)
    for tally in tallies:
        if since <= tally.week < until:
            by_week[tally.week].append(tally)
    weeks = tuple(since + WEEK * number for number in range(max(0, (until - since).days // 7)))
    totals = {week: _questions(by_week[week]) for week in weeks}
    shown = {week: release(counts).total for week, counts in totals.items()}
    blocks = [week for week in weeks if block_of(week) == week and next_block_end(week) <= until]
    parts = [_block(block, by_week, shown, theme_of) for block in blocks]
    whole = [[tally for week in _weeks(block) for tally in by_week[week]] for block in blocks]
    return Report(
        since=since,
        until=until,
        weeks=tuple((week, figure(shown[week])) for week in weeks),
        blocks=tuple(blocks),
        waiting=_times(whole, Measure.WAITING),
        handling=_times(whole, Measure.HANDLING),
        talk_rating=_score(whole, "talk"),
        flow_rating=_score(whole, "flow"),
        **_added(parts),
    )


def _added(parts: Sequence[Mapping[str, Mapping[str, Figure]]]) -> dict[str, Any]:
    """Blocks added up, in the shape of the fields of a report."""
    flat: dict[str, dict[str, Figure]] = defaultdict(dict)
    for part in parts:
        for table, figures in part.items():
            for name, count in figures.items():
                flat[table][name] = flat[table].get(name, NOUGHT) + count
    fields: dict[str, Any] = {}
    nested: dict[str, dict[str, Figures]] = defaultdict(dict)
    for table, found in flat.items():
        outer, slash, inner = table.partition("|")
        if slash:
            nested[outer][inner] = _largest_first(found)
        else:
            fields[table] = _largest_first(found)
    return {**fields, **nested}


def _largest_first(figures: Mapping[str, Figure]) -> Figures:
    return dict(sorted(figures.items(), key=lambda item: (-item[1].value, item[1].exact, item[0])))


def _block(
    block: date,
    by_week: Mapping[date, Sequence[Tally]],
    shown: Mapping[date, Cell],
    theme_of: Mapping[tuple[str, str], str],
) -> dict[str, dict[str, Figure]]:
    """The released tables of one block; a table inside another has the name of both with a bar between."""
    open_weeks = [week for week in _weeks(block) if isinstance(shown[week], int)]
    asked = [tally for week in open_weeks for tally in by_week[week] if tally.measure is Measure.QUESTION]
    rest = [tally for week in _weeks(block) for tally in by_week[week]]
    tables = {
        "outcomes": release(summed([t for t in asked if is_asked(t)], name_of)),
        "audiences": release(summed([t for t in asked if is_asked(t)], audience_of)),
        "languages": release(summed([t for t in asked if is_asked(t)], lambda tally: tally.language)),
        "danger": release(summed(measured(rest, Measure.DANGER), name_of)),
        "human": release(summed(measured(rest, Measure.HUMAN), name_of)),
        "feedback": release(summed(measured(rest, Measure.FEEDBACK), name_of)),
    }
    came = summed([t for week in open_weeks for t in measured(by_week[week], Measure.CHANNEL)], name_of)
    if Channel.WEB in came:
        tables["channels"] = release(came)
    found = {name: _figures(table) for name, table in tables.items()}
    rejected = sum(tally.count for tally in asked if not is_asked(tally))
    found["outcomes"][QuestionOutcome.REJECTED] = figure(release({"rejected": rejected}).cells["rejected"])
    found |= _moments(by_week, block, open_weeks, tables["human"].cells.get("asked", 0))
    found |= _answers(measured(rest, Measure.ENTRY), theme_of)
    found |= _pairs("flows", measured(rest, Measure.FLOW), "started", "ended")
    found |= _pairs("steps", measured(rest, Measure.STEP), "reached", "left")
    for name, count in summed(measured(rest, Measure.MARK), name_of).items():
        flow, _, mark = name.partition("/")
        found.setdefault(f"marks|{flow}", {})[mark] = _in_fives(count)
    questions = {tally.name.rpartition("/")[0] for tally in measured(rest, Measure.SURVEY)}
    for question in questions:
        chosen = [t for t in measured(rest, Measure.SURVEY) if t.name.rpartition("/")[0] == question]
        found[f"surveys|{question}"] = _figures(release(summed(chosen, lambda tally: tally.name.rpartition("/")[2])))
    return found


def _moments(
    by_week: Mapping[date, Sequence[Tally]], block: date, open_weeks: Sequence[date], asked: Cell
) -> dict[str, dict[str, Figure]]:
    """Days and hours, each as parts of a total that may be known."""
    questions = [t for week in open_weeks for t in measured(by_week[week], Measure.MOMENT)]
    talks = [t for week in _weeks(block) for t in measured(by_week[week], Measure.MOMENT)]
    found: dict[str, dict[str, Figure]] = {}
    for kind, tallies, total in (("question", questions, 0), ("human", talks, asked)):
        for part in ("day", "hour"):
            prefix = f"{kind}/{part}/"
            own = [tally for tally in tallies if tally.name.startswith(prefix)]
            counts = summed(own, lambda tally: tally.name.rpartition("/")[2])
            if counts:
                found[f"moments|{kind}/{part}"] = _figures(within(total, counts))
    return found


def _answers(shown: Sequence[Tally], theme_of: Mapping[tuple[str, str], str]) -> dict[str, dict[str, Figure]]:
    """Audience, then theme, then entry: nothing is shown of the parts of what is hidden itself."""
    found: dict[str, dict[str, Figure]] = {}
    audiences = release(summed(shown, audience_of))
    for audience, count in audiences.cells.items():
        own = [tally for tally in shown if tally.audience == audience]
        themes = within(count, summed(own, lambda tally: theme_of.get((tally.audience, tally.name), "")))
        found[f"themes|{audience}"] = _figures(themes)
        entries: dict[str, Figure] = {}
        for theme, part in themes.cells.items():
            inside = [tally for tally in own if theme_of.get((tally.audience, tally.name), "") == theme]
            entries |= _figures(within(part, summed(inside, name_of)))
        found[f"entries|{audience}"] = entries
    return found


def _pairs(table: str, tallies: Sequence[Tally], first: str, second: str) -> dict[str, dict[str, Figure]]:
    """Counts with two ends, what was begun and what of it went on, in fives.

    One count follows from the others (who leaves one question reaches the next), so hiding some would not help;
    rounding all of them to fives does.
    """
    counts = summed(tallies, name_of)
    found: dict[str, dict[str, Figure]] = {f"{table}|{first}": {}, f"{table}|{second}": {}}
    for name in {name.rpartition(":")[0] for name in counts}:
        for end in (first, second):
            found[f"{table}|{end}"][name] = _in_fives(counts.get(f"{name}:{end}", 0))
    return found


def _in_fives(count: int) -> Figure:
    small = 0 < count < THRESHOLD
    return figure(Hidden.SMALL) if small else Figure(THRESHOLD * round(count / THRESHOLD))


def _enough(blocks: Sequence[Sequence[Tally]], measure: Measure, prefix: str = "") -> dict[str, int]:
    """One measure over the blocks that have enough of it by themselves."""
    found = [[t for t in measured(block, measure) if t.name.startswith(prefix)] for block in blocks]
    enough = [t for block in found if sum(t.count for t in block) >= THRESHOLD for t in block]
    return summed(enough, lambda tally: tally.name.removeprefix(prefix))


def _times(blocks: Sequence[Sequence[Tally]], measure: Measure) -> Times | None:
    counts = _enough(blocks, measure)
    edges = [0, *MINUTE_STEPS, MINUTE_STEPS[-1] * 2]
    ordered = [counts.get(str(step), 0) for step in (*MINUTE_STEPS, MINUTE_STEPS[-1] + 1)]
    total = sum(ordered)
    if total == 0:
        return None

    def quantile(share: float) -> float:
        wanted, passed = share * total, 0
        for number, count in enumerate(ordered):
            if count and passed + count >= wanted:
                low, high = edges[number], edges[number + 1]
                return round(low + (high - low) * (wanted - passed) / count, 1)
            passed += count
        raise AssertionError("the last step holds the rest")

    return Times(total, quantile(0.5), quantile(0.9))


def _score(blocks: Sequence[Sequence[Tally]], what: str) -> Score | None:
    """The mean; how often each mark was given only when nothing of it is hidden, because the mean tells the rest."""
    counts = _enough(blocks, Measure.RATING, f"{what}:")
    total = sum(counts.values())
    if total == 0:
        return None
    mean = sum(int(mark) * count for mark, count in counts.items()) / total
    marks = {str(mark): figure(cell) for mark, cell in release(counts).cells.items()}
    return Score(total, round(mean, 1), marks if all(count.exact for count in marks.values()) else {})


def _questions(tallies: Sequence[Tally]) -> dict[str, int]:
    return {"all": sum(tally.count for tally in measured(tallies, Measure.QUESTION) if is_asked(tally))}


def _figures(released: Released) -> dict[str, Figure]:
    return {name: figure(cell) for name, cell in released.cells.items()}


def _weeks(block: date) -> list[date]:
    return [block + WEEK * number for number in range(BLOCK_WEEKS)]
