"""While a talk waits for the team: the bot still answers what it knows, and tells what is kept for them."""

from dataclasses import replace

from bot.dialogue import moments
from bot.dialogue.context import TurnContext
from bot.dialogue.stages import calling, faq
from bot.dialogue.stages.human import leave_buttons, waiting_buttons
from bot.dialogue.turn import Turn
from bot.dialogue.varying import fingerprint_of
from bot.domain.conversation import Conversation
from bot.domain.effects import Effect, SendText
from bot.domain.inbound import TextReceived
from bot.flow.session import read_session
from bot.handoff.record import Handoff
from bot.handoff.room import Room
from bot.replies.leaning import is_question
from bot.text.folding import fold


def is_for_the_bot(context: TurnContext) -> bool:
    """Whether a text is no word for the team: a flow that was begun meanwhile, or the label of a button."""
    inbound = context.inbound
    if not isinstance(inbound, TextReceived):
        return False
    if read_session(context.conversation.flow) is not None or calling.is_a_reply(context):
        return True
    typed = fold(inbound.text)
    return any(typed and typed == fold(offer.label) for offer in context.conversation.offers)


def word_back(context: TurnContext, room: Room, handoff: Handoff, *, said: bool) -> tuple[Conversation, list[Effect]]:
    """An answer that the bot is sure of, marked as its own; else a receipt, unless something was ``said`` already."""
    free = replace(context, conversation=replace(context.conversation, gone=False))
    inbound = context.inbound
    asks = isinstance(inbound, TextReceived) and is_question(inbound.text)
    answered: Turn | None = faq.certain(free) if asks else None
    if answered is None:
        return free.conversation, [] if said else [receipt(context, room, handoff)]
    effects = [
        replace(effect, text=f"{context.say('bot-answers')}\n\n{effect.text}", buttons=leave_buttons(context))
        if isinstance(effect, SendText)
        else effect
        for effect in answered.effects
    ]
    # The record of what was last asked is for before a talk; in it every line goes on by itself.
    return replace(answered.conversation, last_question=None), effects


def receipt(context: TurnContext, room: Room, handoff: Handoff) -> SendText:
    """That it is kept, and when it is read; the second time in a row in other and fewer words."""
    opening = moments.next_opening(context.library, context.local)
    if moments.is_open(context.library, context.local):
        first = context.say("receipt-open", place=room.place_in_queue(handoff))
    elif opening is None:
        first = context.say("receipt-closed-unknown")
    else:
        moment = moments.in_words(opening, context.language, context.local)
        first = context.say("receipt-closed", moment=moment)
    words = (first, context.say("receipt-more"), context.say("receipt-added"))
    marks = [fingerprint_of(text) for text in words]
    before = marks.index(context.conversation.said) if context.conversation.said in marks else -1
    text = words[0] if before < 0 else words[2 if before == 1 else 1]
    return SendText(text=text, buttons=waiting_buttons(context, handoff))
