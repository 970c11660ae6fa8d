"""What came out of a survey: counted for the team, and given back to who asked for it."""

from collections.abc import Sequence

from bot.dialogue.cards import escaped
from bot.dialogue.choices import StaffKind, staff_choice
from bot.dialogue.context import TurnContext
from bot.dialogue.library import localised
from bot.dialogue.staffroom.desk import Move
from bot.domain.audience import Audience
from bot.domain.conversation import Conversation
from bot.domain.effects import Button, Priority, SendStaff, SendText, TopicPlace, UnknownOutcome
from bot.domain.ids import DUTCH, FlowId, LaneKey, Language, SealedAddress
from bot.domain.inbound import Origin, StaffCommanded
from bot.domain.question import Participant
from bot.domain.tally import Measure, Tally
from bot.flow.definition import Flow, Slot, SlotType
from bot.insight.report import Figure, figure
from bot.insight.suppression import THRESHOLD, release


def outcomes(move: Move, _sent: StaffCommanded, place: TopicPlace) -> None:
    """``/uitslag``: what people said in each survey."""
    surveys = [flow for flow in move.library.flows.values() if flow.survey]
    if not surveys:
        move.tell(move.say("outcome-none"), place)
    for flow in surveys:
        title = escaped(localised(flow.title, DUTCH))
        text = described(flow, move.room.tallies, DUTCH)
        if text is None:
            move.tell(move.say("outcome-too-few", title=title, least=THRESHOLD), place)
            continue
        waiting = _waiting(move, flow.id)
        label = move.say("button-outcome", count=len(waiting))
        rows = ((Button(label=label, choice=staff_choice(StaffKind.GIVE_BACK, flow.id)),),) if waiting else ()
        move.effects.append(
            SendStaff(text=f"{move.say('outcome-title', title=title)}\n\n{text}", place=place, buttons=rows)
        )


def give_back(move: Move, identifier: str) -> None:
    """Send the outcome to everybody who wanted to hear it, each in their own language, once."""
    flow = move.library.flows.get(FlowId(identifier))
    waiting = _waiting(move, FlowId(identifier))
    if flow is None or not waiting or described(flow, move.room.tallies, DUTCH) is None:
        move.toast = move.say("refused-old-button")
        return
    for participant in waiting:
        person = _person(move, participant)
        text = described(flow, move.room.tallies, person.language) or ""
        title = localised(flow.title, person.language, person.audience)
        move.effects.append(
            SendText(
                text=f"{person.say('survey-outcome', title=title)}\n\n{text}",
                buttons=person.ways_on(),
                to=person.arrival.origin,
                priority=Priority.BULK,
                on_unknown=UnknownOutcome.RESEND_FEW,
            )
        )
    for participant in move.room.participants.values():
        # Also the ones of who filled it in twice: they hear it once.
        if participant.flow == flow.id and not participant.heard:
            move.room = move.room.keep(participant.told())
    move.toast = move.say("toast-thanks")
    move.tell(move.say("outcome-sent", count=len(waiting)))


def described(flow: Flow, tallies: Sequence[Tally], language: Language) -> str | None:
    """The answers to each question that enough people answered; None while there is none."""
    parts = []
    for slot in flow.slots.values():
        counts: dict[str, int] = {}
        for tally in tallies:
            question, _, value = tally.name.rpartition("/")
            if tally.measure is Measure.SURVEY and question == f"{flow.id}/{slot.name}":
                counts[value] = counts.get(value, 0) + tally.count
        if sum(counts.values()) < THRESHOLD:
            continue
        released = release(counts)
        lines = [
            f"- {_label(slot, value, language)}: {_number(figure(cell))}"
            for value, cell in sorted(released.cells.items(), key=lambda item: _order(slot, item[0]))
        ]
        parts.append(f"**{localised(slot.label, language)}**\n\n" + "\n".join(lines))
    return "\n\n".join(parts) or None


def _number(count: Figure) -> str:
    return str(count.value) if count.exact else "–"


def _order(slot: Slot, value: str) -> tuple[int, str]:
    names = [option.id for option in slot.options]
    if value in names:
        return names.index(value), value
    return (int(value) if value.isdecimal() else 0), value


def _label(slot: Slot, value: str, language: Language) -> str:
    option = slot.option(value)
    if option is not None:
        return escaped(localised(option.label, language))
    if slot.type is SlotType.YES_NO and language != DUTCH:
        return {"ja": "yes", "nee": "no"}.get(value, value)
    return value


def _waiting(move: Move, flow: FlowId) -> list[Participant]:
    """Who still wants to hear it; who filled it in twice is told once."""
    latest = {p.visitor: p for p in move.room.participants.values() if p.flow == flow and not p.heard}
    return list(latest.values())


def _person(move: Move, participant: Participant) -> TurnContext:
    origin = Origin(
        visitor=participant.visitor,
        address=SealedAddress(participant.address),
        lane=LaneKey(participant.lane),
        language=participant.language,
    )
    audience = Audience(participant.audience) if participant.audience else None
    return TurnContext(
        library=move.library,
        conversation=Conversation(visitor=participant.visitor, audience=audience, language=participant.language),
        arrival=move.arrival_from(origin),
        room=move.room,
    )
