"""People who leave or come back, timers without a use, and signs that ask for no answer."""

from collections.abc import Callable
from dataclasses import replace

from bot.dialogue.cards import say
from bot.dialogue.context import TurnContext
from bot.dialogue.stages.news import without
from bot.dialogue.turn import Turn
from bot.domain.alarms import Alarm, AlarmKind
from bot.domain.effects import SendStaff, SendText
from bot.domain.inbound import Left, NotArrived, Reacted, Returned, WaitExpired
from bot.handoff.transitions import Event, step
from bot.safety.lifeline import core_text


def welcomed_back(context: TurnContext) -> tuple[TurnContext, Callable[[Turn], Turn]]:
    """Whoever blocked the bot and says anything is back: their talk goes on, and staff hear so."""
    handoff = context.handoff
    if handoff is None or not handoff.left or isinstance(context.inbound, Left | WaitExpired | NotArrived):
        return context, lambda turn: turn
    room = context.room.keep(step(handoff, Event.RETURNED, context.now).handoff)
    note = SendStaff(text=say(context.library, "staff-person-back"), place=handoff.place)

    def noted(turn: Turn) -> Turn:
        return replace(turn, effects=(note, *turn.effects), room=turn.room or room)

    return replace(context, room=room), noted


def take(context: TurnContext) -> Turn | None:
    """Remember who is gone; everything that is said proves that they are back."""
    match context.inbound:
        case Left():
            gone = replace(context.conversation, gone=True, offers=(), expects=None)
            return Turn(conversation=gone, room=without(context))
        case NotArrived(file=file):
            # The conversation stands as it was: what was said counts as said, only they did not see it.
            text = context.say("file-not-arrived" if file else "answer-not-arrived")
            until = context.conversation.crisis_until
            if until is not None and context.now < until:
                text = f"{text}\n\n{core_text(context.language)}"
            return Turn(conversation=context.conversation, effects=(SendText(text=text, buttons=context.ways_on()),))
        case WaitExpired(alarm=Alarm(kind=AlarmKind.REMINDER)):
            return None
        case Returned() | Reacted() | WaitExpired():
            return Turn(conversation=replace(context.conversation, gone=False))
        case _:
            return None
