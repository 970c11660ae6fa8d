"""A language that is written is followed: the answer comes in it, or one paragraph in it says what we can do.

What somebody chose always goes first, and so does danger: its texts follow rules of their own.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from bot.dialogue import screens
from bot.dialogue.choices import Choice, Kind
from bot.dialogue.context import TurnContext
from bot.dialogue.tongues import named_languages
from bot.dialogue.turn import Turn
from bot.domain.effects import Button, Effect, SendText
from bot.domain.ids import DUTCH, ENGLISH, Language
from bot.domain.inbound import TextReceived
from bot.safety.assessment import Level
from bot.text.folding import fold
from bot.text.language import detect_language

_SURE = 0.9
"""How certain a guess must be before somebody is spoken to in another language than before."""


def followed(context: TurnContext) -> tuple[TurnContext, Callable[[Turn], Turn]]:
    """The moment in the language of the words, and what is said about it the first time."""
    written = _written(context)
    if written is None or written == context.conversation.written:
        return context, lambda turn: turn
    before = context.language
    context = replace(context, conversation=replace(context.conversation, written=written))
    if context.assessment.level is not Level.NONE:
        return context, lambda turn: turn
    if written in context.library.languages:
        return context, lambda turn: turn if context.language == before else _with_way_back(context, before, turn)
    return context, lambda turn: _with_paragraph(context, turn)


def _written(context: TurnContext) -> Language | None:
    inbound, conversation = context.inbound, context.conversation
    if not isinstance(inbound, TextReceived) or conversation.language is not None or conversation.flow:
        return None
    if context.handoff is not None:
        return None
    guess = detect_language(inbound.text, least_certainty=_SURE)
    if guess in (DUTCH, ENGLISH) and conversation.written is None:
        # Dutch is what everybody starts in; English is recognised with each question by itself.
        return None
    library = context.library
    return guess if guess in library.languages or guess in library.other_languages else None


_ASKING = re.compile(
    r"(?:(?:kan|mag|kunnen we|kun je|kunt u|wil je) (?:(?:dit|het|je|u|dat|ook|antwoorden|praten|verder) )*)?"
    r"(?:(?:ik wil|graag|liever|alleen|please|can (?:we|you) speak|do you speak|i want|spreek (?:je|u)|praat) )*"
    r"(?:verder )?(?:in (?:het )?)?(?P<name>.+?)"
    r"(?: (?:graag|liever|alsjeblieft|alstublieft|aub|please|praten|spreken|antwoorden|kan dat|lutfen|konus|prosze|"
    r"من فضلك|будь ласка))*"
)


def asked_for(context: TurnContext, text: str) -> Language | None:
    """The language that is all a message asks for: its name, with or without "in het … graag"."""
    names = named_languages(context.library)
    typed = fold(text)
    asked = _ASKING.fullmatch(typed)
    return names.get(typed) or (names.get(asked["name"]) if asked is not None else None)


def _with_way_back(context: TurnContext, before: Language, turn: Turn) -> Turn:
    """The last text, with one sentence on the language and one tap to the one before."""
    texts = [at for at, effect in enumerate(turn.effects) if isinstance(effect, SendText) and effect.to is None]
    last = turn.effects[texts[-1]] if texts else None
    if not isinstance(last, SendText):
        return turn
    button = Button(
        label=context.library.texts.say("language-name", before), choice=Choice(Kind.LANGUAGE, before).data()
    )
    there = any(one.choice == button.choice for row in last.buttons for one in row)
    buttons = last.buttons if there else screens.fitted((*last.buttons, (button,)))
    effects: list[Effect] = list(turn.effects)
    effects[texts[-1]] = replace(last, text=f"{last.text}\n\n{context.say('language-followed')}", buttons=buttons)
    return context.turn(turn.conversation, *effects, room=turn.room, expects=turn.conversation.expects)


def _with_paragraph(context: TurnContext, turn: Turn) -> Turn:
    return context.turn(
        turn.conversation, paragraph(context), *turn.effects, room=turn.room, expects=turn.conversation.expects
    )


def paragraph(context: TurnContext, language: Language | None = None) -> SendText:
    """What we are and can do, in a language we have no answers in, with the two we have."""
    other = context.library.other_languages[language or context.conversation.written or DUTCH]
    texts = context.library.texts
    row = tuple(
        Button(label=texts.say("language-name", one), choice=Choice(Kind.LANGUAGE, one).data())
        for one in (DUTCH, ENGLISH)
        if one in context.library.languages
    )
    return SendText(text=context.fill(other.text), buttons=(row, *context.ways_on(menu=False)))
