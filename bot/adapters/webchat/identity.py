"""From what a browser shows to names that say nothing: visits, lanes, sealed addresses.

A browser makes its own token of 256 random bits and shows it in a header. We keep a keyed hash of it and nothing else:
whoever has the database cannot open a visit, and whoever has a visit cannot find its token.
"""

import re
import secrets

from bot.domain.channel import Channel
from bot.domain.ids import LaneKey, Language, SealedAddress, VisitorKey
from bot.domain.inbound import Origin
from bot.service.ports import Vault
from bot.service.visits import Visit

TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")
"""Base64 of 32 bytes; fewer bits are refused."""
_PREFIX = "web:"


def new_token() -> str:
    """For a page without JavaScript, which cannot make one."""
    return secrets.token_urlsafe(32)


class WebIdentity:
    """Makes the names."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def new_visit(self) -> Visit:
        """A visit nobody had before; its name is chance and tells nothing about its keys."""
        name = secrets.token_hex(16)
        return Visit(
            name=name,
            lane=LaneKey(self._vault.name("lane", _PREFIX + name)),
            visitor=VisitorKey(self._vault.name("visitor", _PREFIX + name)),
        )

    def token_key(self, token: str) -> str:
        """What is kept of a token."""
        return self._vault.name("web-token", token)

    def code_key(self, words: str) -> str:
        """What is kept of a return code."""
        return self._vault.name("web-code", words)

    def message_key(self, visit: Visit, given: str) -> str:
        """The name of something a person did: the same id of the same visit is the same thing."""
        return self._vault.name("web-message", f"{visit.name}/{given}")

    def origin(self, visit: Visit, language: str | None) -> Origin:
        """The person, as the rest of the house sees them."""
        return Origin(
            visitor=visit.visitor,
            address=SealedAddress(self._vault.seal(_PREFIX + visit.name)),
            lane=visit.lane,
            language=Language(language) if language else None,
            channel=Channel.WEB,
        )

    def owns(self, address: SealedAddress) -> bool:
        """Whether this address is one of ours."""
        return self._vault.unseal(address).startswith(_PREFIX)

    def lane(self, address: SealedAddress) -> LaneKey:
        """The mailbox behind an address."""
        return LaneKey(self._vault.name("lane", self._vault.unseal(address)))
