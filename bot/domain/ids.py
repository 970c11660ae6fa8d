"""Identifiers as types of their own, so that they cannot be swapped by accident."""

from typing import NewType

VisitorKey = NewType("VisitorKey", str)
"""Keyed hash (HMAC) of a private chat; the only name of a person past the Telegram adapter."""

SealedAddress = NewType("SealedAddress", str)
"""Encrypted chat address; only the Telegram adapter can open it."""

LaneKey = NewType("LaneKey", str)
"""Name of a lane: updates of one lane are handled one at a time and in order."""

EntryId = NewType("EntryId", str)
"""Id of a FAQ entry, e.g. ``tlv_aanvragen``."""

ContactId = NewType("ContactId", str)
"""Id of an organisation in ``faq/contacts.yaml``."""

FlowId = NewType("FlowId", str)
"""Id of a conversation flow, equal to its file name."""

Language = NewType("Language", str)
"""Two-letter language code (ISO 639-1), e.g. ``nl``."""

DUTCH = Language("nl")
ENGLISH = Language("en")

StaffKey = NewType("StaffKey", str)
"""Keyed hash of a member of the staff group."""

HandoffId = NewType("HandoffId", str)
"""Name of one talk between a person and staff; made of chance-like letters, says nothing about anybody."""

TopicId = NewType("TopicId", int)
"""Number of a topic in the staff group."""

MessageId = NewType("MessageId", int)
"""Number of a message inside one chat; says nothing about a person."""

PressId = NewType("PressId", str)
"""Telegram's short-lived id of one button press, needed to answer it."""
