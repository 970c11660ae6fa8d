"""The honest end of the line: say what is not understood, and show ways on."""

from bot.dialogue import screens
from bot.dialogue.context import TurnContext
from bot.dialogue.turn import Turn
from bot.domain.effects import SendText
from bot.domain.inbound import MediaReceived

_MISSES_BEFORE_HUMAN = 2


def take(context: TurnContext) -> Turn:
    """Never the same dead end twice: after two misses a human comes first."""
    conversation = context.conversation.evolve(gone=False)
    if isinstance(context.inbound, MediaReceived):
        text = context.say("cannot-read", kind=str(context.inbound.kind))
        return context.turn(conversation, SendText(text=text, buttons=context.ways_on()))
    missed = conversation.evolve(misses=conversation.misses + 1, last_question=context.shareable_question)
    if missed.misses >= _MISSES_BEFORE_HUMAN:
        return context.turn(missed, SendText(text=context.say("missed-again"), buttons=context.ways_on()))
    return context.turn(missed, screens.menu(context, "not-found"))
