"""Values with full defaults, so that a test names only what matters to it."""

from bot.domain.documents import TextFile
from bot.domain.effects import Priority, SendFile, UnknownOutcome
from bot.domain.ids import LaneKey, SealedAddress
from bot.service.records import Outgoing


def message(key: str, *, to: str = "a", **changes: object) -> Outgoing:
    """A message that waits to be sent; its text is its key."""
    values: dict[str, object] = {
        "key": key,
        "destination": LaneKey(to),
        "address": SealedAddress("sealed"),
        "group": False,
        "priority": Priority.ANSWER,
        "on_unknown": UnknownOutcome.RESEND_FEW,
        "method": "send_message",
        "parameters": {"text": key},
    }
    return Outgoing(**{**values, **changes})  # type: ignore[arg-type]


def text_of(file: SendFile) -> str:
    """The words of a file of plain text."""
    assert isinstance(file.document, TextFile)
    return file.document.text
