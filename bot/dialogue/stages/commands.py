"""Commands, buttons, and buttons that were typed."""

import re
from dataclasses import replace

from rapidfuzz import fuzz

from bot.dialogue import screens
from bot.dialogue.choices import Choice, Kind, read_choice
from bot.dialogue.context import TurnContext
from bot.dialogue.stages import flows, human, live, opinions, personal
from bot.dialogue.turn import Turn
from bot.domain.audience import Audience
from bot.domain.conversation import Conversation
from bot.domain.effects import AnswerPress, SendText
from bot.domain.ids import EntryId, FlowId, Language
from bot.domain.inbound import ChoicePressed, CommandReceived, TextReceived
from bot.domain.tally import Measure, QuestionOutcome
from bot.text.folding import fold

_ALIKE = 88
"""How much a typed text must look like a button's label (rapidfuzz ratio, 0-100)."""
_LONGEST_LABEL_WORDS = 12


def take(context: TurnContext) -> Turn | None:
    """Answer a command or a choice; a text only when it is the label or number of a button just shown."""
    match context.inbound:
        case CommandReceived(name=name, argument=argument):
            return _command(context, name, argument)
        case ChoicePressed(choice=data, press=press):
            choice = read_choice(data)
            turn = _choice(context, choice) if choice else None
            turn = turn or _stale(context)
            return replace(turn, effects=(AnswerPress(press=press), *turn.effects))
        case TextReceived(text=text):
            choice = _typed_choice(context, text)
            return _choice(context, choice) if choice else None
        case _:
            return None


def _command(context: TurnContext, name: str, argument: str) -> Turn:
    conversation = context.conversation.evolve(gone=False)
    match name:
        case "start":
            return _start(context, argument)
        case "menu":
            return context.turn(conversation, screens.menu(context))
        case "help":
            return context.turn(conversation, SendText(text=context.say("help"), buttons=context.ways_on()))
        case "taal":
            text = context.say("which-language")
            return context.turn(conversation, SendText(text=text, buttons=screens.language_buttons(context)))
        case "sos":
            return context.turn(conversation, screens.sos(context))
        case "privacy":
            return context.turn(conversation, SendText(text=context.say("privacy"), buttons=context.ways_on()))
        case _:
            text = context.say("unknown-command")
            return context.turn(conversation, SendText(text=text, buttons=context.ways_on()))


def _start(context: TurnContext, argument: str) -> Turn:
    """A deep link says what somebody came for; anything else shows who we are."""
    kind, _, value = argument.partition("_")
    entry = context.library.entries.get(EntryId(value)) if kind == "faq" else None
    if entry is not None:
        return _show(context, Choice(Kind.ENTRY, entry.id))
    if kind == "flow" and FlowId(value) in context.library.flows:
        return _show(context, Choice(Kind.FLOW, value))
    if argument in (Audience.PARENT, Audience.YOUTH):
        return _show(context, Choice(Kind.AUDIENCE, argument))
    if Language(argument) in context.library.texts.languages:
        return _show(context, Choice(Kind.LANGUAGE, argument))
    conversation = context.conversation.evolve(gone=False, misses=0)
    return context.turn(conversation, screens.welcome(context))


def _show(context: TurnContext, choice: Choice) -> Turn:
    return _choice(context, choice) or _stale(context)


def _choice(context: TurnContext, choice: Choice) -> Turn | None:
    """The turn of a choice, or None when what it points to no longer exists."""
    turn = (
        flows.chosen(context, choice)
        or human.chosen(context, choice)
        or live.chosen(context, choice)
        or personal.chosen(context, choice)
        or opinions.chosen(context, choice)
    )
    if turn is not None:
        return turn
    conversation = context.conversation.evolve(gone=False)
    match choice.kind:
        case Kind.AUDIENCE if choice.value in tuple(Audience):
            audience = Audience(choice.value)
            # A parent and a child may share a phone: what one asked never shows up with the other.
            same = conversation.audience in (None, audience)
            chosen = (conversation if same else _blank(conversation)).evolve(audience=audience, misses=0)
            return _in(context, chosen, "hello")
        case Kind.LANGUAGE if Language(choice.value) in context.library.texts.languages:
            chosen = conversation.evolve(language=Language(choice.value))
            return _in(context, chosen, "language-chosen")
        case Kind.ENTRY if EntryId(choice.value) in context.library.entries:
            entry = context.library.entries[EntryId(choice.value)]
            shown = conversation.evolve(last_entry=entry.id, misses=0)
            return context.turn(shown, screens.answer(context, entry), context.count(Measure.ENTRY, entry.id))
        case Kind.MISUNDERSTOOD:
            calmer = conversation.evolve(alarm_said_at=None)
            return context.turn(calmer, screens.menu(context, "misunderstood"))
        case Kind.NONE_OF_THESE:
            missed = conversation.evolve(misses=conversation.misses + 1)
            said = opinions.with_pass_on(context, missed, screens.menu(context, "none-of-these"))
            return context.turn(missed, said, context.count(Measure.QUESTION, QuestionOutcome.REJECTED))
        case _:
            screen = _screen(context, choice)
            return context.turn(conversation, screen) if screen else None


def _screen(context: TurnContext, choice: Choice) -> SendText | None:
    """Choices that only show something and change nothing."""
    match choice.kind:
        case Kind.MENU:
            return screens.menu(context)
        case Kind.THEME:
            themes = [theme for group in context.library.themes.values() for theme in group]
            own = context.library.themes.get(context.audience, ()) if context.audience else ()
            shown = next((theme for theme in (*own, *themes) if theme.id == choice.value), None)
            return screens.theme(context, shown) if shown else None
        case Kind.MORE if EntryId(choice.value) in context.library.entries:
            return screens.more(context, context.library.entries[EntryId(choice.value)])
        case Kind.SOS:
            return screens.sos(context)
        case Kind.HELP:
            return SendText(text=context.say("help"), buttons=context.ways_on())
        case _:
            return None


def _blank(conversation: Conversation) -> Conversation:
    """Nothing of what was said before, but the language and how serious things were."""
    return Conversation(
        visitor=conversation.visitor,
        language=conversation.language,
        alarm=conversation.alarm,
        alarm_said_at=conversation.alarm_said_at,
    )


def _in(context: TurnContext, chosen: Conversation, lead: str) -> Turn:
    """The menu as the person sees it after this choice."""
    context = replace(context, conversation=chosen)
    return context.turn(chosen, screens.menu(context, lead))


def _stale(context: TurnContext) -> Turn:
    """An old or forged button: say so, and show the way on."""
    return context.turn(context.conversation.evolve(gone=False), screens.menu(context, "old-button"))


def _typed_choice(context: TurnContext, text: str) -> Choice | None:
    """The button that was meant: by its number, its label, or nearly its label."""
    offers = context.conversation.offers
    typed = fold(text)
    if typed.isdecimal() and 1 <= int(typed) <= len(offers):
        return read_choice(offers[int(typed) - 1].choice)
    if not typed or len(typed.split()) > _LONGEST_LABEL_WORDS:
        return None
    best = max(offers, key=lambda offer: fuzz.ratio(typed, fold(offer.label)), default=None)
    if best is not None and fuzz.ratio(typed, fold(best.label)) >= _ALIKE:
        return read_choice(best.choice)
    audience = _SAYS_WHO.fullmatch(typed)
    if audience and context.audience is None:
        return Choice(Kind.AUDIENCE, Audience.YOUTH if audience["youth"] else Audience.PARENT)
    return None


_SAYS_WHO = re.compile(
    r"(?:ik )?(?:ben |i am |im |i'm )?(?:een |a |de )?(?:"
    r"(?P<parent>ouder|vader|moeder|verzorger|ouder of verzorger|opa|oma|pleegouder|parent)|"
    r"(?P<youth>jongere|leerling|scholier|kind|jong|jongen|meisje|young person|student|pupil))"
)
"""Somebody who types who they are, whatever the last buttons were."""
