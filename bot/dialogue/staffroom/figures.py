"""The figures in the group: on request, and every Monday morning by themselves."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.dialogue.library import localised
from bot.dialogue.reporting import describe, names_of, themes_of
from bot.dialogue.staffroom.desk import Move, local
from bot.domain.alarms import Alarm, AlarmKind
from bot.domain.effects import Priority, SendStaff, SendStaffFile, SetTimer, TopicPlace
from bot.domain.ids import DUTCH
from bot.domain.inbound import StaffCommanded
from bot.domain.tally import week_of
from bot.insight.clusters import clusters
from bot.insight.picture import ReportPicture
from bot.insight.report import WEEK, block_of, make_report
from bot.insight.suppression import THRESHOLD

_WEEKS = 12
_HOUR = 9


def figures(move: Move, _sent: StaffCommanded, place: TopicPlace) -> None:
    """``/rapport``."""
    show(move, place)


def show(move: Move, place: TopicPlace) -> None:
    """A picture, and the same in words."""
    today = local(move).date()
    since = block_of(week_of(today) - WEEK * _WEEKS)
    report = make_report(move.room.tallies, since, week_of(today), themes_of(move.library), today)
    names = names_of(move.library)
    unanswered = _unanswered(move)
    picture = ReportPicture(report=report, names=names, unanswered=tuple(unanswered))
    move.effects += [
        SendStaffFile(name="rapport.png", document=picture, otherwise=move.say("report-picture-failed")),
        SendStaff(text=describe(report, names, move.library.texts, unanswered), place=place, priority=Priority.BULK),
    ]


def next_report(move: Move) -> SetTimer:
    """The next Monday at nine, on the clock of the steunpunt."""
    return SetTimer(alarm=Alarm(AlarmKind.REPORT), due=_monday(move.now, move.library.profile.timezone))


def _monday(now: datetime, timezone: str) -> datetime:
    here = now.astimezone(ZoneInfo(timezone))
    monday = here - timedelta(days=here.weekday())
    due = monday.replace(hour=_HOUR, minute=0, second=0, microsecond=0)
    if due <= here:
        due = (due + timedelta(days=7)).replace(hour=_HOUR)
    return due.astimezone(now.tzinfo)


def _unanswered(move: Move) -> Sequence[tuple[str, int]]:
    """Subjects of questions without an answer, by the entry they look like; never in the words of who asked."""
    found: dict[str, int] = {}
    for cluster in clusters(move.room.questions.values()):
        near = move.library.matcher.search(cluster.questions[0].text, 1, language=cluster.questions[0].language)
        entry = move.library.entries.get(near[0].id) if near else None
        if entry is not None:
            title = localised(entry.title, DUTCH)
            found[title] = found.get(title, 0) + len(cluster.questions)
    return tuple((title, count) for title, count in found.items() if count >= THRESHOLD)
