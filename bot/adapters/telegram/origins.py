"""Who an update comes from."""

from bot.adapters.telegram.identity import Identity, Place
from bot.domain.ids import Language
from bot.domain.inbound import Origin


def origin_of(identity: Identity, chat: int, language: str | None) -> Origin:
    """The person of a private chat."""
    return Origin(
        visitor=identity.visitor(chat),
        address=identity.seal(chat),
        lane=identity.lane(Place(chat=chat, thread=None, private=True)),
        language=Language(language[:2].lower()) if language else None,
    )
