"""What was refused for good, as news for whoever waits for it."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from bot.adapters.telegram.identity import Identity
from bot.adapters.telegram.origins import nobody, origin_of, stored_origin
from bot.domain.ids import TopicId
from bot.domain.inbound import Arrival, NotArrived, NotShown
from bot.service.records import BUSY, OpenUpdate, Outgoing, RawUpdate

_LOST = "lost:"
"""Sources of such news begin so, and so do the keys of what is said about it: that is not reported again."""


def not_arrived(message: Outgoing, identity: Identity) -> RawUpdate | None:
    """Words or a file of ours that were refused for good; not what says that something was refused."""
    if not message.method.startswith("send_") or message.method == BUSY or message.key.startswith(_LOST):
        return None
    file = message.method != "send_message"
    lost: dict[str, Any] = {"file": file}
    if message.group:
        thread = message.parameters.get("message_thread_id")
        lost["topic"] = thread if isinstance(thread, int) else None
        lane = message.destination
        payload: dict[str, Any] = {"lost": lost}
    else:
        origin = origin_of(identity, identity.open(message.address), None)
        lane = origin.lane
        payload = {"lost": lost, "origin": asdict(origin)}
    return RawUpdate(source=f"{_LOST}{message.key}"[:128], lane=lane, payload=json.dumps(payload))


def arrival_of(data: Mapping[str, Any], update: OpenUpdate) -> Arrival:
    """The same, read back."""
    lost = data["lost"]
    if "origin" in data:
        inbound = NotArrived(file=lost["file"])
        return Arrival(origin=stored_origin(data["origin"]), inbound=inbound, at=update.received_at)
    topic = None if lost["topic"] is None else TopicId(lost["topic"])
    return Arrival(origin=nobody(update.lane), inbound=NotShown(file=lost["file"], topic=topic), at=update.received_at)
