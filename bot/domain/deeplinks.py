"""Links that open the bot at the right place: ``https://t.me/<bot>?start=<payload>``."""

import re

from bot.domain.errors import SettingsError

# https://core.telegram.org/bots/features#creating-a-new-bot: 5 to 32 letters, digits and underscores, ending in "bot".
_BOT = re.compile(r"[A-Za-z][A-Za-z0-9_]{1,28}[Bb][Oo][Tt]")
# https://core.telegram.org/bots/features#deep-linking
_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")


EXAMPLE_BOT = "steunpunt_voorbeeld_bot"
"""What the bot is called in the example profile; nobody's, so anybody's."""
TRIAL = "proef_"
"""A payload that begins so opens a trial of a flow; the rest is the pass."""


def is_bot_name(name: str) -> bool:
    """Whether Telegram would give a bot this username (without @)."""
    return len(name) >= 5 and _BOT.fullmatch(name) is not None


def deep_link(bot: str, payload: str) -> str:
    """The link; raises ``SettingsError`` for a name or payload that Telegram does not know."""
    if not is_bot_name(bot):
        raise SettingsError(
            f"'{bot}' kan geen gebruikersnaam van een bot zijn. Schrijf hem zoals @BotFather hem gaf, zonder @: "
            "5 tot 32 letters, cijfers en _, met 'bot' aan het eind."
        )
    if not _PAYLOAD.fullmatch(payload):
        raise SettingsError(
            f"'{payload}' past niet in een link van Telegram. Dat mogen hooguit 64 letters, cijfers, _ en - zijn. "
            "Geef het onderwerp een kortere id."
        )
    return f"https://t.me/{bot}?start={payload}"
