"""What a flow gives, said: questions with their buttons, words, files, a card for the team, a human who is offered."""

import hashlib
from dataclasses import replace
from datetime import timedelta

from bot.dialogue import screens
from bot.dialogue.cards import escaped, say
from bot.dialogue.choices import Choice, Kind
from bot.dialogue.context import TurnContext
from bot.dialogue.flow_counts import counts_of, wants_outcome
from bot.dialogue.library import localised
from bot.dialogue.stages import human, opinions
from bot.dialogue.turn import Turn
from bot.domain.alarms import Alarm, AlarmKind
from bot.domain.conversation import Awaited, Conversation, Expectation
from bot.domain.documents import FlowPaper, PaperKind
from bot.domain.effects import Button, Buttons, Effect, Priority, SendFile, SendStaff, SendText, SetTimer
from bot.domain.ids import DUTCH, FlowId
from bot.domain.question import Participant
from bot.flow.output import (
    Asked,
    MakeDocument,
    Notice,
    OfferHuman,
    Output,
    PassSignal,
    RemindLater,
    ShowEntry,
    Spoken,
)
from bot.flow.run import LETTER, Result
from bot.flow.session import Session, read_session
from bot.handoff.room import Room
from bot.text.masking import mask


def show(context: TurnContext, result: Result, before: tuple[SendText, ...] = ()) -> Turn:
    """Outputs as messages; the last question carries the buttons."""
    state = "" if result.session is None else result.session.to_json()
    earlier = read_session(context.conversation.flow)
    conversation = replace(context.conversation, flow=state, gone=False, misses=0, audience=context.audience)
    context = replace(context, conversation=conversation)
    said: list[SendText | SendFile] = list(before)
    others: list[Effect] = [
        context.count(measure, name) for measure, name in counts_of(context.library.flows, earlier, result)
    ]
    room: Room | None = None
    offers: OfferHuman | None = None
    noticed = False
    for output in result.outputs:
        match output:
            case OfferHuman():
                offers = output
            case PassSignal():
                others.append(_signal(context, output))
                if wants_outcome(context.library.flows, output):
                    room = context.room.keep(_participant(context, output.flow))
            case RemindLater():
                others.append(_reminder(context, output))
            case Asked() if noticed and said:
                # What was wrong and the question are one message: nobody sees the same bare question twice in a row.
                said = [*said[:-1], *_joined(said[-1], _words(context, conversation, output))]
            case _:
                said += _words(context, conversation, output)
        noticed = isinstance(output, Notice)
    if offers is not None:
        if offers.text:
            said.append(SendText(text=context.fill(offers.text)))
        turn = human.ask(context)
        return replace(turn, effects=(*said, *others, *turn.effects), room=room)
    ended = earlier if result.session is None and (not said or not _last_buttons(said)) else None
    if result.session is None and (not said or not _last_buttons(said)):
        said = _with_end(context, said, earlier)
    elif not said:
        said = [screens.menu(context, "flow-done")]
    waits = Expectation(kind=Awaited.STEP)
    if result.session is None and ended is not None:
        waits = Expectation(kind=Awaited.RATING, subject=ended.flow)
    return context.turn(conversation, *said, *others, room=room, expects=waits)


def _joined(notice: SendText | SendFile, question: list[SendText | SendFile]) -> list[SendText | SendFile]:
    if not question or not isinstance(notice, SendText) or not isinstance(question[0], SendText):
        return [notice, *question]
    asked = question[0]
    return [
        replace(asked, text=f"{notice.text}\n\n{asked.text}", buttons=(*notice.buttons, *asked.buttons)),
        *question[1:],
    ]


def _last_buttons(said: list[SendText | SendFile]) -> Buttons:
    return said[-1].buttons


def _with_end(
    context: TurnContext, said: list[SendText | SendFile], earlier: Session | None
) -> list[SendText | SendFile]:
    """The last words, with the ways on and five faces."""
    buttons = context.ways_on()
    if earlier is not None and earlier.flow in context.library.flows:
        buttons = (opinions.rating_row(earlier.flow), *buttons)
    if said and isinstance(said[-1], SendText):
        return [*said[:-1], replace(said[-1], buttons=buttons)]
    return [*said, SendText(text=context.say("flow-done"), buttons=buttons)]


def _words(context: TurnContext, conversation: Conversation, output: Output) -> list[SendText | SendFile]:
    match output:
        case Spoken(text=text):
            return [SendText(text=context.fill(text))]
        case Notice(name=name, arguments=arguments):
            buttons = _stuck(context) if name.startswith("flow-stuck") else ()
            return [SendText(text=context.say(name, **arguments), buttons=buttons)]
        case Asked():
            return [_question(context, conversation, output)] if output.text or output.options else []
        case ShowEntry(entry=entry) if entry in context.library.entries:
            return [replace(screens.answer(context, context.library.entries[entry]), buttons=())]
        case MakeDocument():
            return _letter(context, output) if output.kind == LETTER else [_paper(context, output)]
        case _:
            return []


def _paper(context: TurnContext, made: MakeDocument) -> SendFile:
    paper = FlowPaper(
        kind=PaperKind(made.kind),
        title=made.title,
        lines=made.lines,
        closing=made.closing,
        language=context.language,
        made=context.local,
    )
    return SendFile(
        name=paper.name,
        document=paper,
        caption=escaped(made.title),
        picture=paper.kind is PaperKind.PICTURE,
        otherwise=context.say("document-failed"),
    )


def _letter(context: TurnContext, letter: MakeDocument) -> list[SendText | SendFile]:
    """As a file, and alone in a message of its own, so that it can be copied; in their own language below it."""
    said: list[SendText | SendFile] = [replace(_paper(context, letter), caption=context.say("letter-file"))]
    said.append(SendText(text=_plain(f"{letter.title}\n\n{letter.closing}")))
    if letter.reading:
        said.append(SendText(text=f"{context.say('letter-reading')}\n\n{_plain(letter.reading)}"))
    return said


def _plain(text: str) -> str:
    return "\n".join(map(escaped, text.split("\n")))


def _question(context: TurnContext, conversation: Conversation, asked: Asked) -> SendText:
    cells = [
        Button(label=label, choice=Choice(Kind.REPLY, f"{asked.question}_{value}").data())
        for label, value in asked.options
    ]
    rows = [tuple(cells[first : first + asked.rows]) for first in range(0, len(cells), asked.rows)]
    session = read_session(conversation.flow)
    if session is not None and session.pending:
        rows.append((_action_button(context, "answer"),))
    extra = [name for name, wanted in (("skip", asked.skip), ("why", asked.help), ("back", asked.back)) if wanted]
    if extra:
        rows.append(tuple(_action_button(context, name) for name in extra))
    stop = _action_button(context, "stop")
    mens = Button(label=context.say("button-human"), choice=Choice(Kind.FLOW_ACTION, "human").data())
    sos = Button(label=context.say("button-sos"), choice=Choice(Kind.SOS).data(), danger=True)
    rows.append((stop, mens, sos))
    text = context.fill(asked.text) if asked.text else context.say("flow-choose-one")
    return SendText(text=text, buttons=tuple(rows))


def _action_button(context: TurnContext, action: str) -> Button:
    return Button(label=context.say(f"button-flow-{action}"), choice=Choice(Kind.FLOW_ACTION, action).data())


def _stuck(context: TurnContext) -> Buttons:
    return ((_action_button(context, "skip"), _action_button(context, "restart")),)


def _signal(context: TurnContext, signal: PassSignal) -> Effect:
    """A card for the group: the subject and the answers, and nothing of who gave them."""
    theme = escaped(localised(signal.theme, DUTCH))
    lines = [say(context.library, "staff-signal", theme=theme, audience=str(context.audience or "unknown"))]
    lines += [f"{escaped(label)}: {escaped(mask(value).text)}" for label, value in signal.summary]
    return SendStaff(text="\n\n".join(lines), priority=Priority.STATUS)


def _participant(context: TurnContext, flow: FlowId) -> Participant:
    """Somebody who wants to hear the outcome: once a survey, however often they fill it in."""
    visitor = context.conversation.visitor
    return Participant(
        id=hashlib.sha256(f"participant/{flow}/{visitor}/{context.arrival.cause}".encode()).hexdigest()[:10],
        flow=flow,
        visitor=visitor,
        address=context.arrival.origin.address,
        lane=context.arrival.origin.lane,
        language=context.language,
        audience=str(context.audience or ""),
        at=context.now,
    )


def _reminder(context: TurnContext, later: RemindLater) -> Effect:
    # At four in the afternoon: never at night, and not while somebody is in class.
    due = (context.local + timedelta(days=later.in_days)).replace(hour=16, minute=0, second=0, microsecond=0)
    return SetTimer(alarm=Alarm(AlarmKind.REMINDER, later.flow, later.step), due=due.astimezone(context.now.tzinfo))
