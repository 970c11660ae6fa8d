"""What was refused for good, as news for whoever waits for it."""

from bot.adapters.telegram.identity import Identity
from bot.adapters.telegram.origins import origin_of
from bot.domain.ids import TopicId
from bot.service.envelope import Lost, SendLost, written
from bot.service.records import BUSY, Outgoing, RawUpdate

_LOST = "lost:"
"""Sources of such news begin so, and so do the keys of what is said about it: that is not reported again."""


def not_arrived(message: Outgoing, identity: Identity) -> RawUpdate | None:
    """Words or a file of ours that were refused for good; not what says that something was refused."""
    if not message.method.startswith("send_") or message.method == BUSY or message.key.startswith(_LOST):
        return None
    file = message.method != "send_message"
    source = f"{_LOST}{message.key}"[:128]
    if message.group:
        thread = message.parameters.get("message_thread_id")
        lost = Lost(file=file, topic=TopicId(thread) if isinstance(thread, int) else None)
        return RawUpdate(source=source, lane=message.destination, payload=written(SendLost(lost=lost)))
    origin = origin_of(identity, identity.open(message.address), None)
    payload = written(SendLost(lost=Lost(file=file), origin=origin))
    return RawUpdate(source=source, lane=origin.lane, payload=payload)
