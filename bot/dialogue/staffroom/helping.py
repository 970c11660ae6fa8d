"""``/help``: in a talk the three things to do now, elsewhere how it all works."""

from bot.dialogue.staffroom.desk import Move
from bot.domain.effects import TopicPlace
from bot.domain.inbound import StaffCommanded
from bot.handoff.case import CaseStage
from bot.handoff.record import Handoff, Status

_ALL = ("alles", "meer")


def help_now(move: Move, sent: StaffCommanded, place: TopicPlace) -> None:
    """Who asks in a talk wants to know what now; ``/help alles`` is the whole list."""
    handoff = move.room.at(sent.topic, sent.reply_to)
    if handoff is None or sent.argument.strip().casefold() in _ALL:
        move.tell(move.say("staff-help"), place)
        return
    steps = [move.say(name, **_about(move, handoff)) for name in _steps(move, sent, handoff)]
    numbered = "\n".join(f"{number}. {step}" for number, step in enumerate(steps, 1))
    move.tell(f"{move.say('help-now')}\n\n{numbered}\n\n{move.say('help-more')}", place)


def _steps(move: Move, sent: StaffCommanded, handoff: Handoff) -> tuple[str, str, str]:
    key = sent.staff.key
    match handoff.status:
        case Status.WAITING if handoff.urgent:
            return "help-claim-now", "help-protocol", "help-call"
        case Status.WAITING:
            return "help-claim", "help-card", "help-not-me"
        case Status.CLAIMED if handoff.claimer != key:
            return "help-inside", "help-name", "help-take-over"
        case Status.CLAIMED if handoff.urgent:
            return "help-protocol", "help-answer", "help-call"
        case Status.CLAIMED if handoff.left:
            return "help-left", "help-note", "help-close"
        case Status.CLAIMED if handoff.waits_since is not None:
            return "help-answer", "help-search", "help-later"
        case Status.CLAIMED:
            return "help-wait", "help-note", "help-close"
        case Status.CLOSED:
            drafts = (case for case in move.room.cases.values() if case.stage is CaseStage.DRAFT)
            case = "help-case-goes-on" if any(draft.talk == handoff.id for draft in drafts) else "help-case"
            return "help-rest", case, "help-after"


def _about(move: Move, handoff: Handoff) -> dict[str, str | int]:
    claimer = move.room.staff.get(handoff.claimer) if handoff.claimer else None
    since = handoff.waits_since or move.now
    return {
        "name": claimer.name if claimer else "?",
        "minutes": int((move.now - since).total_seconds() // 60),
        "days": move.library.profile.content_days,
    }
