"""By which way somebody talks with us, and what that way can do."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Channel(StrEnum):
    """What a person uses; words and marks may depend on it."""

    TELEGRAM = "telegram"
    WEB = "web"

    @property
    def can(self) -> "Capabilities":
        """What it can do; decisions ask for this, never for a channel by its name."""
        return _CAPABILITIES[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class Capabilities:
    """What a channel can do for the person who uses it; the contract tests hold every channel to it."""

    finds_people_again: bool
    """A message days later still reaches the person: needed for news."""
    leaves_with_the_page: bool
    """When they close it, only a code brings them back: staff see so on the card."""
    wipes_for_the_person: bool
    """What was said can be taken away on their side as well."""
    most_letters: int
    """Of one message as the person gets it, after its marks were read."""


_CAPABILITIES: Mapping[Channel, Capabilities] = {
    # Bot API: sendMessage, "1-4096 characters after entities parsing".
    Channel.TELEGRAM: Capabilities(
        finds_people_again=True, leaves_with_the_page=False, wipes_for_the_person=True, most_letters=4096
    ),
    Channel.WEB: Capabilities(
        finds_people_again=False, leaves_with_the_page=True, wipes_for_the_person=True, most_letters=100_000
    ),
}
