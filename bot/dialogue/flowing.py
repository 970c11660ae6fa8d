"""What a flow sees of a turn."""

from datetime import date

from bot.dialogue import moments
from bot.dialogue.context import TurnContext
from bot.flow.engine import Engine
from bot.flow.session import read_session
from bot.flow.surroundings import Surroundings
from bot.text.masking import mask


def engine(context: TurnContext) -> Engine:
    """The engine over the flows as they are now."""
    return Engine(context.library.flows)


def surroundings(context: TurnContext) -> Surroundings:
    """Language, audience, day and opening hours of this turn."""
    language = context.language

    def words(day: date) -> str:
        return moments.day_in_words(day, language)

    return Surroundings(
        language=language,
        audience=context.audience,
        today=context.local.date(),
        open=moments.is_open(context.library, context.local),
        day_in_words=words,
    )


def shared_so_far(context: TurnContext, *, own_words: bool) -> tuple[tuple[str, str], ...]:
    """What a flow would pass on to staff: label and value; their own words only when they want that."""
    session = read_session(context.conversation.flow)
    if session is None:
        return ()
    rows = engine(context).summary_so_far(session, surroundings(context))
    return tuple((label, mask(value).text if own else value) for label, value, own in rows if own_words or not own)
