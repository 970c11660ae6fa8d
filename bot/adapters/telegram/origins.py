"""Who an update comes from: somebody in a private chat, as it was stored, or nobody."""

from collections.abc import Mapping
from typing import Any

from bot.adapters.telegram.identity import Identity, Place
from bot.domain.channel import Channel
from bot.domain.ids import LaneKey, Language, SealedAddress, VisitorKey
from bot.domain.inbound import Origin


def origin_of(identity: Identity, chat: int, language: str | None) -> Origin:
    """The person of a private chat."""
    return Origin(
        visitor=identity.visitor(chat),
        address=identity.seal(chat),
        lane=identity.lane(Place(chat=chat, thread=None, private=True)),
        language=Language(language[:2].lower()) if language else None,
    )


def stored_origin(data: Mapping[str, Any]) -> Origin:
    """As it was written down in a payload."""
    return Origin(
        visitor=VisitorKey(data["visitor"]),
        address=SealedAddress(data["address"]),
        lane=LaneKey(data["lane"]),
        language=Language(data["language"]) if data.get("language") else None,
        channel=Channel(data.get("channel", Channel.TELEGRAM)),
    )


def nobody(lane: str) -> Origin:
    """What happens in the group comes from no visitor."""
    return Origin(visitor=VisitorKey(""), address=SealedAddress(""), lane=LaneKey(lane))
