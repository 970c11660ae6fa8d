"""The honest end of the line: say what is not understood, and show ways on."""

from dataclasses import replace

from bot.dialogue import screens
from bot.dialogue.context import TurnContext
from bot.dialogue.stages import opinions
from bot.dialogue.turn import Turn
from bot.domain.effects import Count, SendText
from bot.domain.inbound import MediaReceived, TextReceived
from bot.domain.question import Missed
from bot.domain.tally import Measure, QuestionOutcome

_MISSES_BEFORE_HUMAN = 2


def take(context: TurnContext) -> Turn:
    """Never the same dead end twice: after two misses a human comes first."""
    conversation = replace(context.conversation, gone=False)
    if isinstance(context.inbound, MediaReceived):
        text = context.say("cannot-read", kind=str(context.inbound.kind))
        return context.turn(conversation, SendText(text=text, buttons=context.ways_on()))
    missed = replace(conversation, misses=conversation.misses + 1, last_question=context.shareable_question)
    counts: list[Count] = []
    if isinstance(context.inbound, TextReceived) and context.inbound.text.strip():
        counts.append(context.count(Measure.QUESTION, QuestionOutcome.NONE))
        missed = opinions.remember(missed, context.inbound.text, Missed.NONE)
    if missed.misses < _MISSES_BEFORE_HUMAN:
        said = screens.menu(context, "not-found")
        return context.turn(missed, opinions.with_pass_on(context, missed, said), *counts)
    said = SendText(text=context.say("missed-again"), buttons=context.ways_on())
    waits = screens.offers_a_human()
    return context.turn(missed, opinions.with_pass_on(context, missed, said), *counts, expects=waits)
