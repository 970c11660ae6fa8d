"""What one inbound leads to."""

from dataclasses import dataclass

from bot.domain.conversation import Conversation
from bot.domain.effects import Effect


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """The next state, and what must happen."""

    conversation: Conversation
    effects: tuple[Effect, ...] = ()
