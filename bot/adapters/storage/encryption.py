"""Sealing of texts and addresses, and names that cannot be traced back without the key.

The keys live outside the database (``STEUNPUNT_SECRET_KEY``). They form a ring: the first seals, all of them open, so a
key is rotated by putting a new one in front. Names (HMAC-SHA-256) use a key of their own, which is kept sealed in the
database: a rotation changes no name.
"""

import hashlib
import hmac
import re
import secrets
from collections.abc import Sequence

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from bot.domain.errors import SettingsError
from bot.domain.program import typed

_TOKEN = re.compile(r"gAAAAA[A-Za-z0-9_-]{90,}={0,2}")
"""How something that is sealed looks (Fernet: version 0x80, then eight bytes of time)."""


def new_secret_key() -> str:
    """A fresh key for ``STEUNPUNT_SECRET_KEY`` (44 characters, URL-safe base64 of 32 random bytes)."""
    return Fernet.generate_key().decode("ascii")


class KeyRing:
    """Implements the ``Vault`` port with Fernet (AES-128-CBC and HMAC-SHA-256, cryptography.io)."""

    def __init__(self, keys: Sequence[str], name_key: bytes) -> None:
        """``keys`` newest first; ``name_key`` 32 bytes. Raises ``SettingsError`` for a malformed key."""
        self._fernet = MultiFernet([_fernet(key) for key in keys])
        self._name_key = name_key

    def seal(self, text: str) -> str:
        """Encrypt with the newest key."""
        return self._fernet.encrypt(text.encode("utf-8", errors="surrogatepass")).decode("ascii")

    def unseal(self, sealed: str) -> str:
        """Decrypt with whichever key of the ring fits; raises ``SettingsError`` when none does."""
        try:
            return self._fernet.decrypt(sealed.encode("ascii")).decode("utf-8", errors="surrogatepass")
        except InvalidToken as error:
            raise SettingsError(_WRONG_KEY) from error

    def reseal(self, sealed: str) -> str:
        """The same text under the newest key: for rotation; raises ``SettingsError`` when no key fits.

        Inside it may stand sealed addresses (of a talk, a colleague, a timer): those are sealed anew as well.
        """
        return self.seal(_TOKEN.sub(lambda found: self._anew(found[0]), self.unseal(sealed)))

    def _anew(self, inside: str) -> str:
        try:
            return self.seal(self.unseal(inside))
        except SettingsError:
            # Somebody's words that only look like it.
            return inside

    def name(self, purpose: str, value: str) -> str:
        """Keyed hash, 32 hexadecimal characters (128 bits)."""
        return hmac.new(self._name_key, f"{purpose}\x00{value}".encode(), hashlib.sha256).hexdigest()[:32]


def new_name_key() -> str:
    """A fresh key for names, as hexadecimal text so that it can be sealed like any text."""
    return secrets.token_hex(32)


def open_with(keys: Sequence[str], sealed: str) -> str:
    """Decrypt one text before a ring exists (the name key itself)."""
    try:
        return MultiFernet([_fernet(key) for key in keys]).decrypt(sealed.encode("ascii")).decode("utf-8")
    except InvalidToken as error:
        raise SettingsError(_WRONG_KEY) from error


def seal_with(keys: Sequence[str], text: str) -> str:
    """Encrypt one text before a ring exists."""
    return _fernet(keys[0]).encrypt(text.encode("utf-8")).decode("ascii")


_WRONG_KEY = (
    "De sleutel in STEUNPUNT_SECRET_KEY past niet bij deze database. "
    "Zet de oude sleutel terug, of zet hem achter de nieuwe met een komma ertussen."
)


def _fernet(key: str) -> Fernet:
    try:
        return Fernet(key.encode("ascii"))
    except (ValueError, UnicodeEncodeError) as error:
        raise SettingsError(f"STEUNPUNT_SECRET_KEY is geen goede sleutel. Maak er een met: {typed('init')}") from error
