"""A trial: staff play a flow in their own chat as somebody else, and nothing of it is real.

It runs the same dialogue over a second, separate state, so the person's own audience, language and running flow stay
as they were. What is said carries a banner; counts, timers and everything for the group are dropped, and said to be.
Danger is the exception: it ends the trial and is handled for real, because the words may be meant.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.dialogue.choices import Kind, read_choice
from bot.dialogue.library import Library
from bot.dialogue.turn import Turn
from bot.domain.alarms import Alarm, AlarmKind
from bot.domain.conversation import Conversation
from bot.domain.deeplinks import TRIAL
from bot.domain.effects import AnswerPress, Button, Buttons, Effect, SendFile, SendStaff, SendText, SetTimer
from bot.domain.ids import DUTCH, FlowId
from bot.domain.inbound import (
    Arrival,
    ChoicePressed,
    CommandReceived,
    MediaReceived,
    MessageEdited,
    TextReceived,
)
from bot.handoff.record import TrialPass
from bot.handoff.room import Room

Play = Callable[[Library, Conversation, Arrival, Room], Turn]
"""The dialogue itself: one turn over a library and a state."""

LASTS = timedelta(hours=1)
"""A trial that is forgotten ends by itself: somebody who comes back with a real question must not talk to a play."""
_MARK = "p."
"""Stands before what a button of a trial carries, so that it can never do something real later."""
_REAL_COMMANDS = frozenset({"inzage", "wis", "weg", "nieuws"})
"""About what is kept of the person themself."""


@dataclass(frozen=True, slots=True)
class _Trial:
    """A trial that is going on."""

    state: str
    until: datetime

    def written(self) -> str:
        return json.dumps({"state": self.state, "until": self.until.isoformat()})


def running(conversation: Conversation, now: datetime) -> bool:
    """Whether a trial is going on at this moment."""
    trial = _read(conversation)
    return trial is not None and now < trial.until


def without(conversation: Conversation) -> Conversation:
    """The person as they were before the trial."""
    return replace(conversation, trial="")


def take(library: Library, conversation: Conversation, arrival: Arrival, room: Room, play: Play) -> Turn | None:
    """The turn of something that belongs to a trial; None for everything real."""
    match arrival.inbound:
        case CommandReceived(name="start", argument=argument) if argument.startswith(TRIAL):
            return _begin(library, conversation, arrival, room, play, argument.removeprefix(TRIAL))
        case ChoicePressed(choice=choice, press=press) if choice.startswith(_MARK):
            if not running(conversation, arrival.at):
                return Turn(
                    conversation=replace(without(conversation), gone=False),
                    effects=(AnswerPress(press=press), _plain(library, "trial-over")),
                )
            real = ChoicePressed(choice=choice.removeprefix(_MARK), press=press, message=None)
            return _go_on(library, conversation, replace(arrival, inbound=real), room, play)
        case CommandReceived(name=name) if name in _REAL_COMMANDS or name == "start":
            return None
        case TextReceived() | CommandReceived() | MediaReceived() | MessageEdited():
            if running(conversation, arrival.at):
                return _go_on(library, conversation, arrival, room, play)
            return None
        case _:
            return None


def _begin(
    library: Library, conversation: Conversation, arrival: Arrival, room: Room, play: Play, identifier: str
) -> Turn:
    ticket = room.trials.get(identifier)
    whole = library.with_drafts()
    flow = whole.flows.get(FlowId(ticket.flow)) if ticket is not None else None
    conversation = replace(without(conversation), gone=False)
    if ticket is None or flow is None or ticket.used or ticket.until <= arrival.at:
        return Turn(conversation=conversation, effects=(_plain(library, "trial-link-old"),))
    if room.live(conversation.visitor) is not None:
        return Turn(conversation=conversation, effects=(_plain(library, "trial-in-talk"),))
    somebody = Conversation(visitor=conversation.visitor, audience=ticket.audience, language=ticket.language)
    message = arrival.inbound.message if isinstance(arrival.inbound, CommandReceived) else None
    assert message is not None
    start = CommandReceived(name="start", argument=f"flow_{flow.id}", message=message)
    turn = play(whole, somebody, replace(arrival, inbound=start), room)
    shown = _shown(library, conversation, turn, arrival.at + LASTS)
    who = library.texts.say("trial-who", DUTCH, name=str(ticket.audience))
    begun = _plain(library, "trial-begins", who=who)
    return replace(shown, effects=(begun, *shown.effects), room=room.keep(replace(ticket, used=True)))


def _go_on(library: Library, conversation: Conversation, arrival: Arrival, room: Room, play: Play) -> Turn:
    trial = _read(conversation)
    assert trial is not None
    somebody = Conversation.from_json(conversation.visitor, trial.state)
    turn = play(library.with_drafts(), somebody, arrival, room)
    return _shown(library, conversation, turn, trial.until)


def _shown(library: Library, conversation: Conversation, turn: Turn, until: datetime) -> Turn:
    """The turn as a play: said with a banner, done by nobody; without a flow left, the trial is over."""
    over = not turn.conversation.flow
    banner = library.texts.say("trial-banner", DUTCH)
    effects: list[Effect] = []
    for effect in turn.effects:
        match effect:
            case SendText(text=text, buttons=buttons) if effect.to is None:
                rows = () if over else _marked(buttons)
                effects.append(replace(effect, text=f"{banner}\n\n{text}", buttons=rows))
            case SendFile(caption=caption, buttons=buttons):
                rows = () if over else _marked(buttons)
                effects.append(replace(effect, caption=f"{banner}\n\n{caption}", buttons=rows))
            case AnswerPress():
                effects.insert(0, effect)
            case _:
                pass
    presses = [effect for effect in effects if isinstance(effect, AnswerPress)]
    said = [effect for effect in effects if not isinstance(effect, AnswerPress)]
    notes = [_plain(library, name) for name in dict.fromkeys(_left_out(turn))]
    if over:
        return Turn(
            conversation=without(conversation),
            effects=(*presses, *notes, *said, _plain(library, "trial-ended")),
        )
    trial = _Trial(state=turn.conversation.to_json(), until=until)
    return Turn(
        conversation=replace(conversation, trial=trial.written(), gone=False), effects=(*presses, *notes, *said)
    )


def _left_out(turn: Turn) -> Iterator[str]:
    """Sentences that say what would have happened for real."""
    for effect in turn.effects:
        match effect:
            case SendStaff():
                yield "trial-no-staff"
            case SetTimer(alarm=Alarm(kind=AlarmKind.REMINDER)):
                yield "trial-no-reminder"
            case _:
                continue


def _marked(buttons: Buttons) -> Buttons:
    return tuple(row for row in (tuple(_marked_cells(cells)) for cells in buttons) if row)


def _marked_cells(cells: tuple[Button, ...]) -> Iterator[Button]:
    for button in cells:
        choice = read_choice(button.choice) if button.choice else None
        # An opinion is about a real answer, and a question that is passed on is a real question.
        if choice is not None and choice.kind in (Kind.OPINION, Kind.PASS_QUESTION):
            continue
        yield button if button.choice is None else replace(button, choice=f"{_MARK}{button.choice}")


def _plain(library: Library, name: str, **arguments: str) -> SendText:
    return SendText(text=library.texts.say(name, DUTCH, **arguments))


def _read(conversation: Conversation) -> _Trial | None:
    if not conversation.trial:
        return None
    data = json.loads(conversation.trial)
    return _Trial(state=data["state"], until=datetime.fromisoformat(data["until"]))


def pass_is_for(ticket: TrialPass) -> str:
    """What opens this trial: behind ``/start``, or in a link."""
    return f"{TRIAL}{ticket.id}"
