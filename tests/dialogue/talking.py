"""One person typing at the packaged content, through the dialogue as the desk calls it."""

from datetime import UTC, datetime
from functools import cache

from bot.app.library import load_library
from bot.dialogue.library import Library
from bot.domain.audience import Audience
from bot.testing.person import OnePerson

NOON = datetime(2026, 11, 23, 11, tzinfo=UTC)
FRIDAY_NIGHT = datetime(2026, 11, 27, 21, tzinfo=UTC)


@cache
def library() -> Library:
    """The packaged content."""
    return load_library(None)


def somebody(audience: str | None = "ouder", *, language: str = "nl", at: datetime = NOON) -> OnePerson:
    """Somebody who has just arrived."""
    return OnePerson(library=library(), now=at, audience=Audience(audience) if audience else None, language=language)


def heard(person: OnePerson, *lines: str) -> str:
    """What the bot says to the last of these lines."""
    for line in lines:
        person.says(line)
    return "\n".join(person.said)
