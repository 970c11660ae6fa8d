"""People who leave or come back, timers without a use, and signs that ask for no answer."""

from bot.dialogue.context import TurnContext
from bot.dialogue.turn import Turn
from bot.domain.inbound import Left, Reacted, Returned, WaitExpired


def take(context: TurnContext) -> Turn | None:
    """Remember who is gone; everything that is said proves that they are back."""
    match context.inbound:
        case Left():
            return Turn(conversation=context.conversation.evolve(gone=True, offers=(), expects=None))
        case WaitExpired(timer=name) if name.startswith("herinner:"):
            return None
        case Returned() | Reacted() | WaitExpired():
            return Turn(conversation=context.conversation.evolve(gone=False))
        case _:
            return None
