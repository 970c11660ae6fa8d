"""``/drukte``: on which days and at which hours people come, to plan who is there. Never about colleagues."""

from collections.abc import Mapping

from bot.dialogue.reporting import WEEKDAYS, block_words, hours, themes_of, whole_block, worded
from bot.dialogue.reporting import day as day_of
from bot.dialogue.staffroom.desk import Move, local
from bot.domain.effects import Priority, SendStaff, TopicPlace
from bot.domain.inbound import StaffCommanded
from bot.domain.tally import week_of
from bot.insight.report import NOUGHT, WEEK, Figure, Report, block_of, make_report

_WEEKS = 24
_WIDEST = 8
_KINDS = ("question", "human")


def busyness(move: Move, _sent: StaffCommanded, place: TopicPlace) -> None:
    """The last whole blocks of four weeks, in bars of signs that a phone shows well."""
    today = local(move).date()
    first = min((tally.week for tally in move.room.tallies), default=week_of(today))
    since = block_of(max(first, week_of(today) - WEEK * _WEEKS))
    report = make_report(move.room.tallies, since, week_of(today), themes_of(move.library), today)
    text = _described(move, report) if report.blocks else _not_yet(move, report)
    move.effects.append(SendStaff(text=text, place=place, priority=Priority.BULK))


def _not_yet(move: Move, report: Report) -> str:
    _, end = whole_block(report)
    return move.say("busy-later", day=day_of(end, year=True))


def _described(move: Move, report: Report) -> str:
    parts = [move.say("busy-title", blocks=block_words(report.blocks))]
    blocks = len(report.blocks)
    for kind in _KINDS:
        days = {name: report.moments.get(f"{kind}/day", {}).get(str(n), NOUGHT) for n, name in enumerate(WEEKDAYS)}
        clock = {hours(hour): report.moments.get(f"{kind}/hour", {}).get(f"{hour:02}", NOUGHT) for hour in range(24)}
        lines = [*_bars(move, days, blocks), "", *_bars(move, clock, blocks)]
        parts.append(move.say(f"busy-{kind}") + "\n\n" + "\n".join(lines))
    return "\n\n".join((*parts, move.say("busy-hidden")))


def _bars(move: Move, figures: Mapping[str, Figure], blocks: int) -> list[str]:
    """What has something to show, in the order of the clock; the rest in one line."""
    most = max((figure.value for figure in figures.values()), default=0)
    if most == 0:
        return ["- " + move.say("busy-too-few")]
    lines = []
    for name, figure in figures.items():
        if figure.value:
            bar = "▇" * max(1, round(figure.value / most * _WIDEST))
            lines.append(f"- {name}: {bar} {worded(figure, blocks)}")
    hidden = [name for name, figure in figures.items() if not figure.exact and not figure.value]
    if hidden:
        lines.append("- " + move.say("busy-small", names=", ".join(hidden)))
    return lines
