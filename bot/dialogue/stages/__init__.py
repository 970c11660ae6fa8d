"""The stages in their fixed order; the first that answers makes the turn."""

from collections.abc import Callable

from bot.dialogue.context import TurnContext
from bot.dialogue.stages import (
    calling,
    choosing,
    commands,
    crisis,
    fallback,
    faq,
    flows,
    following,
    human,
    live,
    manners,
    news,
    personal,
    presence,
    presenting,
    replying,
    safety,
    stories,
)
from bot.dialogue.turn import Turn

Stage = Callable[[TurnContext], Turn | None]

STAGES: tuple[Stage, ...] = (
    crisis.take,
    safety.take,
    live.take,
    presence.take,
    choosing.take,
    calling.take,
    replying.take,
    presenting.take,
    flows.take,
    human.take,
    personal.take,
    news.take,
    commands.take,
    stories.take,
    following.take,
    manners.take,
    faq.take,
    fallback.take,
)
