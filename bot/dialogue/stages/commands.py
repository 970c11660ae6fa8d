"""Commands: what somebody types behind a slash."""

from bot.dialogue import screens
from bot.dialogue.choices import Choice, Kind
from bot.dialogue.context import TurnContext
from bot.dialogue.stages import choosing
from bot.dialogue.turn import Turn
from bot.domain.audience import Audience
from bot.domain.effects import SendText
from bot.domain.ids import EntryId, FlowId, Language
from bot.domain.inbound import CommandReceived, TextReceived
from bot.text.folding import fold

_NAMES = {
    **dict.fromkeys(("nederlands", "dutch"), "nl"),
    **dict.fromkeys(("engels", "english"), "en"),
    **dict.fromkeys(("turks", "turkish", "turkce"), "tr"),
    **dict.fromkeys(("arabisch", "arabic", "عربي"), "ar"),
    **dict.fromkeys(("pools", "polish", "po polsku"), "pl"),
    **dict.fromkeys(("oekraiens", "ukrainian", "українською"), "uk"),
}
"""Other ways than a language's own name to ask for it, folded."""


def take(context: TurnContext) -> Turn | None:
    """Answer a command that no other stage knows better."""
    match context.inbound:
        case CommandReceived(name=name, argument=argument):
            return _command(context, name, argument)
        case TextReceived(text=text):
            language = _named(context, text)
            return choosing.choose(context, Choice(Kind.LANGUAGE, language)) if language else None
        case _:
            return None


def _named(context: TurnContext, text: str) -> Language | None:
    """The language whose name is all that was typed."""
    typed = fold(text)
    texts = context.library.texts
    own = {fold(texts.say("language-name", language)): language for language in context.library.languages}
    named = own.get(typed) or _NAMES.get(typed)
    return Language(named) if named in context.library.languages and named is not None else None


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
            wanted = _named(context, argument) or Language(argument.strip().lower())
            if wanted in context.library.languages:
                return choosing.choose(context, Choice(Kind.LANGUAGE, wanted))
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
        return choosing.choose(context, Choice(Kind.ENTRY, entry.id))
    if kind == "flow" and FlowId(value) in context.library.flows:
        return choosing.choose(context, Choice(Kind.FLOW, value))
    if argument in (Audience.PARENT, Audience.YOUTH):
        return choosing.choose(context, Choice(Kind.AUDIENCE, argument))
    if Language(argument) in context.library.languages:
        return choosing.choose(context, Choice(Kind.LANGUAGE, argument))
    conversation = context.conversation.evolve(gone=False, misses=0)
    return context.turn(conversation, screens.welcome(context))
