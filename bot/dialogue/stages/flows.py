"""A flow that is going on, or one that starts: questions in between are answered, and the way out is always open."""

from dataclasses import replace
from functools import lru_cache

from rapidfuzz import fuzz

from bot.dialogue import screens
from bot.dialogue.choices import Choice, Kind, read_choice
from bot.dialogue.context import TurnContext
from bot.dialogue.flowing import engine, surroundings
from bot.dialogue.library import localised
from bot.dialogue.likening import reread
from bot.dialogue.stages import human, manners
from bot.dialogue.stages.flow_showing import show
from bot.dialogue.turn import Turn
from bot.domain.alarms import Alarm, AlarmKind
from bot.domain.effects import (
    Button,
    SendText,
)
from bot.domain.ids import FlowId
from bot.domain.inbound import MediaReceived, MessageEdited, TextReceived, WaitExpired
from bot.flow.answers import Unclear, Understood
from bot.flow.definition import Ask, Flow, Handoff, Remind, SlotType
from bot.flow.engine import MOST_TRIES
from bot.flow.output import (
    Notice,
)
from bot.flow.session import Session, read_session
from bot.matching.verdict import Outcome
from bot.replies.leaning import Leaning, is_question, read_leaning
from bot.text.folding import fold

_ALIKE = 90
_WORDS = {
    "back": (
        "terug",
        "ga terug",
        "terug graag",
        "vorige",
        "back",
        "go back",
        "vorige vraag",
        "een stap terug",
        "stap terug",
        *("geri", "geri don", "wstecz", "cofnij", "назад", "رجوع", "ارجع"),
    ),
    "restart": (
        *("opnieuw", "opnieuw beginnen", "begin opnieuw", "restart", "start over"),
        *("bastan", "bastan basla", "od nowa", "спочатку", "من جديد"),
    ),
    "stop": (
        *("stop", "stoppen", "stop maar", "ophouden", "ik wil stoppen", "ik stop ermee", "quit", "stop please"),
        *("dur", "bitir", "zatrzymaj", "przestan", "стоп", "зупинити", "توقف", "قف"),
    ),
    "skip": (
        "overslaan",
        "sla over",
        "sla maar over",
        "skip",
        "skippen",
        "volgende",
        "volgende vraag",
        "next",
        "zeg ik liever niet",
        *("atla", "gec", "pomin", "dalej", "пропустити", "далі", "تخط", "تخطي"),
    ),
    "why": (
        "waarom",
        "waarom vraag je dat",
        "waarom wil je dat weten",
        "hoezo",
        "hoezo vraag je dat",
        "why",
        "why do you ask",
        *("neden", "niye", "dlaczego", "po co", "чому", "навіщо", "لماذا", "ليش"),
    ),
    "again": (
        *("herhaal", "wat zei je", "nog een keer", "repeat", "wat was de vraag", "wat was de vraag ook alweer"),
        *("tekrar", "powtorz", "jeszcze raz", "повтори", "ще раз", "اعد", "مرة اخرى"),
    ),
    "change": (
        *("wijzig", "wijzigen", "ik bedoel iets anders", "aanpassen", "change"),
        *("degistir", "zmien", "zmienic", "змінити", "зміни", "تغيير"),
    ),
    "human": ("mens", "een mens", "medewerker", "human", "insan", "czlowiek", "людина", "انسان", "موظف"),
    "menu": ("menu", "меню", "القايمة"),
}
"""Folded, in the languages that may be chosen."""
_ACTIONS = tuple(_WORDS)


def take(context: TurnContext) -> Turn | None:
    """Texts and buttons of a flow; its reminders."""
    match context.inbound:
        case WaitExpired(alarm=Alarm(kind=AlarmKind.REMINDER, id=flow, part=step)):
            return _remind(context, FlowId(flow), step)
        case TextReceived(text=text):
            session = read_session(context.conversation.flow)
            return _typed(context, session, text) if session is not None else _started(context, text)
        case MediaReceived() | MessageEdited():
            session = read_session(context.conversation.flow)
            if session is None:
                return None
            name = "flow-edited" if isinstance(context.inbound, MessageEdited) else "flow-only-text"
            return show(context, engine(context).again(session, surroundings(context), Notice(name=name)))
        case _:
            return None


def chosen(context: TurnContext, choice: Choice) -> Turn | None:
    """The turn of a choice that is about a flow; None for any other."""
    session = read_session(context.conversation.flow)
    match choice.kind:
        case Kind.FLOW:
            return start(context, FlowId(choice.value))
        case Kind.FLOWS:
            return context.turn(replace(context.conversation, gone=False), list_of_flows(context))
        case Kind.REPLY if session is not None:
            question, _, value = choice.value.partition("_")
            if question == "wijzig":
                result = engine(context).change_one(session, value.removeprefix("wijzig_"), surroundings(context))
            else:
                result = engine(context).press(session, question, value, surroundings(context))
            return show(context, result) if result is not None else None
        case Kind.FLOW_ACTION if session is not None and choice.value in (*_ACTIONS, "answer", "go_on"):
            return _act(context, session, choice.value)
        case Kind.SHARE if session is not None:
            return declined(context, session)
        case _:
            return None


def start(context: TurnContext, flow: FlowId) -> Turn | None:
    """Begin a flow; one that was going on is left."""
    if flow not in context.library.flows:
        return None
    if context.audience is None:
        only = context.library.flows[flow].audiences
        if len(only) == 1:
            context = replace(context, conversation=replace(context.conversation, audience=next(iter(only))))
    context = replace(context, conversation=replace(context.conversation, flow=""))
    result = engine(context).start(flow, surroundings(context))
    if context.language in context.library.flows[flow].unreviewed:
        result = replace(result, outputs=(Notice(name="translation-unreviewed"), *result.outputs))
    return show(context, result)


def list_of_flows(context: TurnContext) -> SendText:
    """Every flow of this audience."""
    rows = tuple(
        (flow_button(context, flow),)
        for flow in context.library.flows.values()
        if flow.menu and (context.audience is None or context.audience in flow.audiences)
    )
    return SendText(text=context.say("flows-menu"), buttons=(*rows, *context.ways_on()))


def flow_button(context: TurnContext, flow: Flow) -> Button:
    """A button that starts this flow."""
    label = "🧭 " + localised(flow.title, context.language, context.audience)
    return Button(label=label, choice=Choice(Kind.FLOW, flow.id).data())


def _started(context: TurnContext, text: str) -> Turn | None:
    """The words an editor gave a flow to begin with."""
    typed = fold(text)
    for flow in context.library.flows.values():
        fits = context.audience is None or context.audience in flow.audiences
        if fits and any(fuzz.ratio(typed, words, score_cutoff=_ALIKE) for words in _folded(flow.start_words)):
            return start(context, flow.id)
    return None


@lru_cache(maxsize=1024)
def _folded(start_words: tuple[str, ...]) -> tuple[str, ...]:
    # The same for every message, and folding all of them took a tenth of a turn.
    return tuple(map(fold, start_words))


def _typed(context: TurnContext, session: Session, text: str) -> Turn | None:
    runner, around = engine(context), surroundings(context)
    if session.flow not in context.library.flows:
        return _withdrawn(context)
    if isinstance(runner.waiting_step(session), Handoff):
        # A human was offered and the reply was no yes or no: what they say now stands on its own.
        return None
    changing = _change_list(context, text)
    if changing is not None:
        return chosen(context, changing)
    action = _action(text)
    if action is not None:
        return _act(context, session, action)
    slot = runner.waiting_slot(session)
    step = runner.waiting_step(session)
    read = runner.reads(session, text, around)
    if slot is None or not isinstance(step, Ask) or read is None:
        return show(context, runner.answer(session, text, around))
    read = reread(context.library.likening, slot, text, read, context.language)
    if slot.type is SlotType.TEXT and step.skip and _says_nothing(text):
        return show(context, runner.skip(session, around))
    if step.interrupt and _may_be_a_question(slot.type, read, text):
        answered = _interruption(context, text)
        if answered is not None:
            waiting = replace(session, pending=text if slot.type is SlotType.TEXT else "")
            again = runner.again(waiting, around, Notice(name="flow-go-on"))
            return show(context, again, before=(answered,))
    if isinstance(read, Unclear):
        return _unclear(context, session, text, read)
    return show(context, runner.answer(session, text, around, read))


def _may_be_a_question(kind: SlotType, read: Understood | Unclear, text: str) -> bool:
    """Where words are asked for, only what has a question mark; else what is no answer, or asks as well."""
    if kind is SlotType.TEXT:
        return text.rstrip().endswith("?")
    if isinstance(read, Unclear):
        return not read.near or is_question(text)
    return not read.sure and is_question(text)


def _unclear(context: TurnContext, session: Session, text: str, read: Unclear) -> Turn:
    """No answer to the question: small talk is met first, and who is stuck and says yes gets a human."""
    runner, around = engine(context), surroundings(context)
    met = manners.words_for(context, text)
    if met is not None:
        again = runner.again(session, around, Notice(name="flow-go-on"))
        return show(context, again, before=(SendText(text=met),))
    reply = read_leaning(text)
    if session.tries >= MOST_TRIES and reply is not None and reply.leaning is Leaning.YES and reply.outright:
        return human.ask(context)
    return show(context, runner.answer(session, text, around, read))


def _says_nothing(text: str) -> bool:
    """A "nee", "weet ik niet" or "niks" where words may be left out; a yes is no answer in words either."""
    reply = read_leaning(text)
    return reply is not None and reply.outright and not reply.rest and reply.leaning is not Leaning.YES


def _change_list(context: TurnContext, text: str) -> Choice | None:
    """A number or label of the list of answers that can be changed."""
    offers = [offer for offer in context.conversation.offers if offer.choice.startswith(f"{Kind.REPLY}:wijzig_")]
    typed = fold(text)
    if typed.isdecimal() and 1 <= int(typed) <= len(offers):
        return read_choice(offers[int(typed) - 1].choice)
    return next((read_choice(offer.choice) for offer in offers if fold(offer.label) == typed), None)


def _interruption(context: TurnContext, text: str) -> SendText | None:
    """A question the FAQ is sure about, in the middle of a flow."""
    verdict = context.library.matcher.judge(text, audience=context.audience, language=context.conversation.language)
    if verdict.outcome is not Outcome.ANSWER:
        return None
    shown = screens.answer(context, context.library.entries[verdict.candidates[0].id])
    return replace(shown, buttons=())


def _action(text: str) -> str | None:
    typed = fold(text).strip("/ ")
    return next((action for action, words in _WORDS.items() if typed in words), None)


def _act(context: TurnContext, session: Session, action: str) -> Turn | None:
    runner, around = engine(context), surroundings(context)
    if session.flow not in context.library.flows:
        return _withdrawn(context)
    match action:
        case "back":
            return show(context, runner.back(session, around))
        case "restart":
            return show(context, runner.restart(session, around))
        case "skip":
            return show(context, runner.skip(session, around))
        case "again":
            return show(context, runner.again(session, around))
        case "change":
            return show(context, runner.change(session, around))
        case "go_on":
            return show(context, runner.again(session, around, Notice(name="flow-go-on")))
        case "why":
            step = runner.waiting_step(session)
            text = localised(step.help, context.language, context.audience) if isinstance(step, Ask) else ""
            before = (SendText(text=context.fill(text) if text else context.say("flow-no-why")),)
            return show(context, runner.again(session, around), before=before)
        case "answer" if session.pending:
            step = runner.waiting_step(session)
            if isinstance(step, Ask):
                return show(context, runner.take(session, step, session.pending, around))
            return show(context, runner.again(session, around))
        case "human":
            return human.ask(context)
        case "menu":
            return context.turn(replace(context.conversation, gone=False), screens.menu(context))
        case _:
            ended = replace(context.conversation, flow="", gone=False)
            return context.turn(ended, SendText(text=context.say("flow-stopped"), buttons=context.ways_on()))


def declined(context: TurnContext, session: Session) -> Turn | None:
    """Nothing is passed on; the flow goes on where it was."""
    if session.flow not in context.library.flows:
        return _withdrawn(context)
    return show(context, engine(context).go_on(session, surroundings(context)))


def _withdrawn(context: TurnContext) -> Turn:
    """An editor took the flow away while somebody was in it."""
    context = replace(context, conversation=replace(context.conversation, flow="", gone=False))
    return context.turn(context.conversation, screens.menu(context, "flow-withdrawn"))


def _remind(context: TurnContext, flow: FlowId, step: str) -> Turn:
    """The reminder as its flow words it today; nothing when the flow or the step was taken away."""
    definition = context.library.flows.get(flow)
    found = definition.step(step) if definition is not None else None
    if definition is None or not isinstance(found, Remind) or context.handoff is not None or context.conversation.gone:
        return Turn(conversation=context.conversation)
    text = context.fill(localised(found.text, context.language, context.audience))
    return context.turn(
        context.conversation, SendText(text=text, buttons=((flow_button(context, definition),), *context.ways_on()))
    )
