"""The report in words: what its ids are called, and what it says, as a message of the bot."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from bot.dialogue.library import Library, Texts, localised
from bot.domain.audience import Audience
from bot.domain.channel import Channel
from bot.domain.ids import DUTCH
from bot.domain.tally import QuestionOutcome
from bot.flow.definition import Ask, Flow, Mark
from bot.handoff.record import ClosedBy
from bot.insight.names import ReportNames
from bot.insight.report import BLOCK_WEEKS, WEEK, Figure, Figures, Report, Score, block_of, next_block_end
from bot.insight.suppression import THRESHOLD
from bot.safety.assessment import Level

LONGEST = 1500
"""Characters of a description."""
_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_LANGUAGES = ("nl", "en", "de", "fr", "es", "pl", "tr", "ar", "uk", "ru")
_LONGEST_NAME = 60
_DAY_MINUTES = 24 * 60


def names_of(library: Library) -> ReportNames:
    """All titles that the content has."""
    return ReportNames(organisation=library.profile.name, titles=dict(_titles(library)))


def themes_of(library: Library) -> Mapping[tuple[str, str], str]:
    """The theme of an audience and entry; the first in the menu when an entry stands in more."""
    found: dict[tuple[str, str], str] = {}
    for audience, themes in library.themes.items():
        for theme in themes:
            for entry in theme.entries:
                found.setdefault((str(audience), str(entry)), theme.id)
    return found


def _titles(library: Library) -> Iterator[tuple[tuple[str, str, str], str]]:
    say = library.texts.say
    fixed: Mapping[str, tuple[str, Sequence[str]]] = {
        "outcomes": ("report-outcome", tuple(QuestionOutcome)),
        "danger": ("report-danger", (Level.ACUTE, Level.CRISIS, Level.CONCERN)),
        "human": ("report-human", ("asked", "claimed", "reopened", *(f"closed-by-{who}" for who in ClosedBy))),
        "feedback": ("report-feedback", ("yes", "no")),
        "languages": ("report-language", _LANGUAGES),
        "channels": ("report-channel", tuple(Channel)),
    }
    for table, (sentence, names) in fixed.items():
        for name in names:
            yield (table, "", str(name)), say(sentence, DUTCH, name=str(name))
    for name in (*Audience, ""):
        yield ("audiences", "", str(name)), say("report-audience", DUTCH, name=str(name))
        yield ("themes", str(name), ""), say("report-theme-other", DUTCH)
    for audience, themes in library.themes.items():
        for theme in themes:
            yield ("themes", str(audience), theme.id), localised(theme.title, DUTCH, audience)
    for entry in library.entries.values():
        for name in (*Audience, ""):
            yield ("entries", str(name), str(entry.id)), localised(entry.title, DUTCH)
    for flow in library.flows.values():
        yield from _flow_titles(flow)
    for kind in ("question", "human"):
        for number, name in enumerate(WEEKDAYS):
            yield ("moments", f"{kind}/day", str(number)), say(f"report-moment-{kind}", DUTCH, when=name)
        for hour in range(24):
            yield ("moments", f"{kind}/hour", f"{hour:02}"), say(f"report-moment-{kind}", DUTCH, when=hours(hour))


def _flow_titles(flow: Flow) -> Iterator[tuple[tuple[str, str, str], str]]:
    title = localised(flow.title, DUTCH)
    for end in ("started", "ended"):
        yield ("flows", end, str(flow.id)), title
    for step in flow.steps:
        if isinstance(step, Ask):
            label = localised(flow.slots[step.slot].label, DUTCH)
            for end in ("reached", "left"):
                yield ("steps", end, f"{flow.id}/{step.id}"), f"{title}: {label}"
        elif isinstance(step, Mark):
            yield ("marks", str(flow.id), step.name), f"{title}: {step.name}"
    for slot in flow.slots.values():
        for option in slot.options:
            label = f"{localised(slot.label, DUTCH)}: {localised(option.label, DUTCH)}"
            yield ("surveys", f"{flow.id}/{slot.name}", option.id), label


def hours(hour: int) -> str:
    """One hour of a day: ``9-10 uur``."""
    return f"{hour}-{hour + 1} uur"


def day(moment: date, *, year: bool = False) -> str:
    """A date as people say it: ``2 november``."""
    return f"{moment.day} {_MONTHS[moment.month - 1]}" + (f" {moment.year}" if year else "")


def short_day(moment: date) -> str:
    """A date where there is little room: ``2 nov``."""
    month = _MONTHS[moment.month - 1]
    return f"{moment.day} {'mrt' if month == 'maart' else month[:3]}"


def thousands(number: int) -> str:
    """A whole number with a point between the thousands."""
    return f"{number:,}".replace(",", ".")


def worded(count: Figure, numbers: int = 1) -> str:
    """A figure as people read it: ``12``, ``12 of meer``, ``minder dan 5``, or that it is left out.

    ``numbers``: of how many it is the sum. Four times "less than five" may be more than five.
    """
    if count.exact:
        return thousands(count.value)
    if count.value:
        return f"{thousands(count.value)} of meer"
    if count.guarded:
        return "weggelaten"
    return f"minder dan {THRESHOLD}" if numbers == 1 else f"steeds minder dan {THRESHOLD}"


def per_week(names: ReportNames) -> int:
    """Of how many numbers the figure of a week is the sum."""
    return max(1, len(names.members))


def per_block(report: Report, names: ReportNames) -> int:
    """Of how many numbers the figures of all blocks are the sum."""
    return max(1, len(report.blocks)) * per_week(names)


def decimal(number: float) -> str:
    """A number with one decimal and a comma."""
    return f"{number:.1f}".replace(".", ",")


def lasting(minutes: float) -> str:
    """How long something takes, in words; rounded to whole minutes, from two days on to days."""
    whole = round(minutes)
    if whole < 1:
        return "1 minuut"
    if whole < 60:
        return "1 minuut" if whole == 1 else f"{whole} minuten"
    if whole >= 2 * _DAY_MINUTES:
        return f"{round(whole / _DAY_MINUTES)} dagen"
    hours, rest = divmod(whole, 60)
    return f"{hours} uur" + (f" en {rest} min" if rest else "")


def whole_block(report: Report) -> tuple[date, date]:
    """First week and end (a Monday) of the block that the last week of a report without whole blocks belongs to."""
    last = max(report.since, report.until - WEEK)
    return block_of(last), next_block_end(last)


def block_words(blocks: Sequence[date]) -> str:
    """Blocks as periods, those that follow each other as one."""
    periods: list[tuple[date, date]] = []
    for block in blocks:
        end = block + WEEK * BLOCK_WEEKS
        if periods and periods[-1][1] == block:
            periods[-1] = (periods[-1][0], end)
        else:
            periods.append((block, end))
    spans = [(first, end - timedelta(days=1)) for first, end in periods]
    return ", ".join(f"{day(first, year=first.year != last.year)} t/m {day(last, year=True)}" for first, last in spans)


def all_figures(report: Report) -> Iterator[Figure]:
    """Every figure of a report."""
    yield from (count for _, count in report.weeks)
    flat = (report.outcomes, report.audiences, report.languages, report.channels)
    for table in (*flat, report.danger, report.human, report.feedback):
        yield from table.values()
    for tables in (
        report.themes,
        report.entries,
        report.flows,
        report.steps,
        report.marks,
        report.moments,
        report.surveys,
    ):
        for table in tables.values():
            yield from table.values()
    for score in (report.talk_rating, report.flow_rating):
        if score is not None:
            yield from score.figures.values()


def top(figures: Figures, most: int) -> list[tuple[str, Figure]]:
    """The largest figures of which at least something may be shown."""
    ordered = sorted(figures.items(), key=lambda item: (-item[1].value, item[0]))
    return [(name, count) for name, count in ordered if count.value][:most]


def audiences_of(report: Report) -> list[str]:
    """Audiences that got an answer, parents first; whoever did not say comes last."""
    order = [str(audience) for audience in Audience]
    return sorted(report.themes, key=lambda name: (order.index(name) if name in order else len(order), name))


def describe(report: Report, names: ReportNames, texts: Texts, unanswered: Sequence[tuple[str, int]] = ()) -> str:
    """The report in words, at most 1500 characters of the Markdown that messages of the bot have."""
    themes, entries = 3, 3
    while True:
        text = "\n".join(_lines(report, names, texts, unanswered[:entries], themes))
        if len(text) <= LONGEST or themes == 1:
            return text[:LONGEST]
        themes, entries = themes - 1, entries - 1


def _lines(
    report: Report, names: ReportNames, texts: Texts, unanswered: Sequence[tuple[str, int]], themes: int
) -> Iterator[str]:
    def say(sentence: str, **arguments: str | int) -> str:
        return texts.say(sentence, DUTCH, **arguments)

    yield say("report-title", organisation=_short(names.organisation))
    if not report.weeks:
        yield say("report-no-weeks", day=day(report.since + WEEK, year=True))
        return
    last = report.until - timedelta(days=1)
    yield say(
        "report-period",
        first=day(report.since, year=report.since.year != last.year),
        last=day(last, year=True),
        weeks=len(report.weeks),
    )
    yield ""
    yield say("report-questions", count=worded(report.questions, len(report.weeks) * per_week(names)))
    if len(report.weeks) <= 2 * BLOCK_WEEKS:
        yield say(
            "report-weeks",
            weeks=" · ".join(f"{short_day(week)}: {worded(n, per_week(names))}" for week, n in report.weeks),
        )
    else:
        week, count = max(report.weeks, key=lambda item: item[1].value)
        yield say("report-busiest", week=day(week), count=worded(count, per_week(names)))
    if report.blocks:
        yield from _block_lines(report, names, texts, themes)
    if unanswered:
        listed = ", ".join(f"{_short(title)} ({count})" for title, count in unanswered if count >= THRESHOLD)
        yield say("report-unanswered", entries=listed)
    yield ""
    if report.blocks:
        yield say("report-blocks", blocks=_short(block_words(report.blocks)))
    else:
        first, end = whole_block(report)
        yield say("report-blocks-later", first=day(first), last=day(end - timedelta(days=1)), day=day(end, year=True))
    hidden = [count for count in all_figures(report) if not count.exact]
    yield say("report-hidden" if hidden else "report-none-hidden")
    if any(count.guarded for count in hidden):
        yield say("report-guarded")


def _block_lines(report: Report, names: ReportNames, texts: Texts, themes: int) -> Iterator[str]:
    def say(sentence: str, **arguments: str | int) -> str:
        return texts.say(sentence, DUTCH, **arguments)

    share = report.answered_share
    if share is None:
        yield say("report-answered-unknown")
    else:
        yield say("report-answered", percent=round(share * 100))
    if not report.themes:
        yield say("report-themes-none")
    for audience in audiences_of(report):
        title = names.audience(audience)
        listed = [
            f"{_short(names.title('themes', name, audience))} ({worded(count)})"
            for name, count in top(report.themes[audience], themes)
        ]
        if listed:
            yield say("report-themes", audience=title, themes=", ".join(listed))
        else:
            yield say("report-themes-hidden", audience=title)
    if report.waiting is not None:
        times = report.waiting
        yield say("report-waiting", median=lasting(times.median), ninetieth=lasting(times.ninetieth), count=times.count)
    else:
        yield say("report-waiting-together" if names.members else "report-waiting-unknown")
    scores: list[tuple[str, Score | None]] = [("talk", report.talk_rating), ("flow", report.flow_rating)]
    for what, score in scores:
        if score is not None:
            yield say("report-rating", what=what, mean=decimal(score.mean), count=score.count)
    if report.talk_rating is None and report.flow_rating is None:
        yield say("report-rating-unknown")


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_NAME else text[: _LONGEST_NAME - 1].rstrip() + "…"
