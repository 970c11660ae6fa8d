"""Commands: what somebody types behind a slash."""

from dataclasses import replace

from bot.dialogue import screens
from bot.dialogue.choices import Choice, Kind
from bot.dialogue.context import TurnContext
from bot.dialogue.stages import choosing, speaking
from bot.dialogue.turn import Turn
from bot.domain.audience import Audience
from bot.domain.effects import SendText
from bot.domain.ids import EntryId, FlowId, Language
from bot.domain.inbound import CommandReceived, TextReceived


def take(context: TurnContext) -> Turn | None:
    """Answer a command that no other stage knows better."""
    match context.inbound:
        case CommandReceived(name=name, argument=argument):
            return _command(context, name, argument)
        case TextReceived(text=text):
            language = speaking.asked_for(context, text)
            return _in_language(context, language) if language else None
        case _:
            return None


def _in_language(context: TurnContext, language: Language) -> Turn:
    """Go on in it; where there are no answers in it, what we can do all the same."""
    if language in context.library.languages:
        return choosing.choose(context, Choice(Kind.LANGUAGE, language))
    conversation = replace(context.conversation, gone=False, written=language)
    return context.turn(conversation, speaking.paragraph(context, language))


def _command(context: TurnContext, name: str, argument: str) -> Turn:
    conversation = replace(context.conversation, gone=False)
    match name:
        case "start":
            return _start(context, argument)
        case "menu":
            return context.turn(conversation, screens.menu(context))
        case "help":
            return context.turn(conversation, SendText(text=context.say("help"), buttons=context.ways_on()))
        case "taal":
            code = Language(argument.strip().lower())
            known = (*context.library.languages, *context.library.other_languages)
            wanted = code if code in known else speaking.asked_for(context, argument)
            if wanted is not None:
                return _in_language(context, wanted)
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
    """A deep link says what somebody came for, and with ``-ar`` behind it in which language; anything else shows who
    we are.
    """
    asked, _, language = argument.partition("-")
    argument = asked
    if Language(language) in context.library.languages:
        context = replace(context, conversation=replace(context.conversation, language=Language(language)))
    kind, _, value = argument.partition("_")
    entry = context.library.entries.get(EntryId(value)) if kind == "faq" else None
    if entry is not None:
        return choosing.choose(context, Choice(Kind.ENTRY, entry.id))
    if kind == "flow" and FlowId(value) in context.library.flows:
        return choosing.choose(context, Choice(Kind.FLOW, value))
    if argument in (Audience.PARENT, Audience.YOUTH):
        return choosing.choose(context, Choice(Kind.AUDIENCE, argument))
    if Language(argument) in context.library.languages:
        return choosing.choose(context, Choice(Kind.LANGUAGE, argument))
    conversation = replace(context.conversation, gone=False, misses=0)
    return context.turn(conversation, screens.welcome(context))
