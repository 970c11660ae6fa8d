"""What one inbound leads to."""

from dataclasses import dataclass

from bot.domain.conversation import Conversation
from bot.domain.effects import Effect
from bot.handoff.room import Room


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """The next state, and what must happen."""

    conversation: Conversation
    effects: tuple[Effect, ...] = ()
    room: Room | None = None
    """The staff room after this turn; None when nothing changed there."""
