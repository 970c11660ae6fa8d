"""Nothing is said word for word twice in a row: a repeat says that it is one, and is short."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from bot.dialogue.context import TurnContext
from bot.dialogue.turn import Turn
from bot.domain.effects import Effect, Priority, SendText
from bot.domain.inbound import TextReceived

_LONG = 160


def varied(context: TurnContext, turn: Turn) -> Turn:
    """The same turn, unless it would say to the person exactly what was said just before."""
    said = [effect for effect in turn.effects if isinstance(effect, SendText) and effect.to is None]
    if not said:
        return turn
    fingerprint = fingerprint_of(*(effect.text for effect in said))
    urgent = any(effect.priority is Priority.CRISIS for effect in said)
    if fingerprint != context.conversation.said:
        return replace(turn, conversation=replace(turn.conversation, said=fingerprint))
    effects = _urgent_again(context, turn.effects) if urgent else _again(context, turn.effects)
    # The next repeat may be whole again: it differs from this one.
    return replace(turn, effects=effects, conversation=replace(turn.conversation, said=""))


def fingerprint_of(*texts: str) -> str:
    """What tells whether the same was said before, without keeping the words."""
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()[:12]


def _urgent_again(context: TurnContext, effects: Sequence[Effect]) -> tuple[Effect, ...]:
    """A lifeline is said whole and number first, however often; a kind word at its end tells that it is the same."""
    at = next(at for at, e in enumerate(effects) if isinstance(e, SendText) and e.priority is Priority.CRISIS)
    words = context.say("urgent-once-more")
    return tuple(
        replace(e, text=f"{e.text}\n\n{words}") if n == at and isinstance(e, SendText) else e
        for n, e in enumerate(effects)
    )


def _again(context: TurnContext, effects: Sequence[Effect]) -> tuple[Effect, ...]:
    """To somebody who typed, in short; to somebody who asked for it by a button or command, whole."""
    lines = [at for at, effect in enumerate(effects) if isinstance(effect, SendText) and effect.to is None]
    last = effects[lines[-1]]
    words = context.say("said-before")
    if isinstance(context.inbound, TextReceived) and isinstance(last, SendText) and len(last.text) >= _LONG:
        kept = [effect for at, effect in enumerate(effects) if at not in lines]
        return (replace(last, text=words), *kept)
    first = effects[lines[0]]
    text = f"{context.say('once-more')} {first.text}" if isinstance(first, SendText) else words
    return tuple(
        replace(e, text=text) if at == lines[0] and isinstance(e, SendText) else e for at, e in enumerate(effects)
    )
