"""Settings from the environment or ``.env``; a missing or wrong one stops the start with a plain sentence."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from dotenv import dotenv_values
from pydantic import AfterValidator, BeforeValidator, Field, ValidationError
from pydantic_core import PydanticCustomError
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.domain.errors import SettingsError
from bot.domain.program import typed

DEFAULT_API_URL = "https://api.telegram.org"


def _blank_is_none(value: object) -> object:
    return None if isinstance(value, str) and not value.strip() else value


Optional = Annotated[str | None, BeforeValidator(_blank_is_none)]


def _known_address(value: str | None) -> str | None:
    """An address that can be one: scheme, host, no spaces."""
    if value is None:
        return None
    try:
        parts = urlsplit(value)
        good = parts.scheme in ("http", "https") and bool(parts.hostname) and not re.search(r"\s", value)
        _ = parts.port
    except ValueError:
        good = False
    if not good:
        raise PydanticCustomError("address", "no address")
    return value


def _token(value: str | None) -> str | None:
    if value is not None and not _TOKEN.fullmatch(value.strip()):
        raise PydanticCustomError("token", "no token")
    return None if value is None else value.strip()


def _chat(value: int | None) -> int | None:
    if value is not None and value >= 0:
        raise PydanticCustomError("chat", "no group")
    return value


def _is_near(address: str) -> bool:
    host = urlsplit(address).hostname or ""
    try:
        return ip_address(host).is_private
    except ValueError:
        return host == "localhost"


_TOKEN = re.compile(r"[0-9]{1,20}:[A-Za-z0-9_-]{1,200}")
Port = Annotated[int | None, Field(ge=1, le=65_535), BeforeValidator(_blank_is_none)]
Address = Annotated[str | None, AfterValidator(_known_address), BeforeValidator(_blank_is_none)]


class Settings(BaseSettings):
    """All settings; each name below, in capitals and with ``STEUNPUNT_`` in front, is an environment variable."""

    model_config = SettingsConfigDict(env_prefix="STEUNPUNT_", env_file=".env", extra="ignore")

    telegram_token: Annotated[Optional, AfterValidator(_token)] = Field(
        default=None, description="Token van de bot, van @BotFather"
    )
    telegram_api_url: Annotated[str, AfterValidator(_known_address)] = Field(
        default=DEFAULT_API_URL, description="Adres van de Bot API"
    )
    staff_chat_id: Annotated[int | None, AfterValidator(_chat), BeforeValidator(_blank_is_none)] = Field(
        default=None, description="Nummer van de groep van medewerkers; begint met -100"
    )
    database_url: str = Field(default="sqlite:///steunpunt.sqlite", description="Waar alles bewaard wordt")
    secret_key: Optional = Field(
        default=None, description="Sleutel voor de versleuteling; meer sleutels met komma's, de nieuwste eerst"
    )
    content_dir: Annotated[Path | None, BeforeValidator(_blank_is_none)] = Field(
        default=None,
        description="Map met steunpunt.yaml, faq/ en flows/, heel of als aanvulling (basis:); zonder: de meegeleverde",
    )
    webhook_url: Address = Field(default=None, description="Openbaar https-adres; zonder: berichten ophalen")
    webhook_secret: Optional = Field(default=None, description="Geheim dat Telegram bij elk webhook-bericht meestuurt")
    http_port: Port = Field(default=None, description="Poort voor /healthz, /metrics en de webhook; zonder: geen")
    http_host: Optional = Field(
        default=None, description="Adres waarop die poort luistert; 127.0.0.1 achter een eigen proxy; zonder: alle"
    )
    web_chat: bool = Field(default=False, description="1: de chat op een webpagina, op /chat van de poort hierboven")
    web_sites: Optional = Field(
        default=None, description="Andere websites die de chat in een kader mogen tonen; met spaties ertussen"
    )
    allow_example_profile: bool = Field(default=False, description="1: starten met het voorbeeldprofiel mag")
    sends_per_second: int = Field(default=25, ge=1, le=10_000, description="Hoogste tempo van versturen")

    def require_for_run(self) -> "RunSettings":
        """What ``run`` cannot do without; raises ``SettingsError`` that names all that is missing."""
        missing = [
            f"{name} ontbreekt. {advice}"
            for name, value, advice in (
                ("STEUNPUNT_TELEGRAM_TOKEN", self.telegram_token, "Maak een bot bij @BotFather en vul het token in."),
                ("STEUNPUNT_STAFF_CHAT_ID", self.staff_chat_id, "Vul het nummer van de medewerkersgroep in."),
                ("STEUNPUNT_SECRET_KEY", self.secret_key, f"Maak een sleutel met: {typed('init')}"),
            )
            if value is None
        ]
        if len(missing) == 3:
            missing.append(f"Nog niets gedaan? Dit leidt je stap voor stap: {typed('init')}")
        if missing or self.telegram_token is None or self.staff_chat_id is None or self.secret_key is None:
            raise SettingsError("\n".join(missing))
        require_strong(keys_of(self.secret_key))
        self._check_webhook()
        if self.web_chat and self.http_port is None:
            raise SettingsError(
                "STEUNPUNT_WEB_CHAT staat aan, maar STEUNPUNT_HTTP_PORT is niet ingevuld. "
                "Vul de poort in waarop de bot luistert."
            )
        return RunSettings(
            token=self.telegram_token,
            api_url=self.telegram_api_url.rstrip("/"),
            staff_chat=self.staff_chat_id,
            secret_keys=keys_of(self.secret_key),
            database_url=self.database_url,
            http_port=self.http_port,
            sends_per_second=self.sends_per_second,
            webhook_url=self.webhook_url,
            webhook_secret=self.webhook_secret,
            http_host=self.http_host,
            web_chat=self.web_chat,
            web_sites=tuple((self.web_sites or "").split()),
        )

    def _check_webhook(self) -> None:
        """What Telegram asks of a webhook (Bot API, setWebhook)."""
        if self.webhook_url is None:
            return
        if self.http_port is None:
            raise SettingsError(
                "STEUNPUNT_WEBHOOK_URL is ingevuld, maar STEUNPUNT_HTTP_PORT niet. "
                "Vul de poort in waarop de bot luistert."
            )
        # A Bot API server of one's own brings updates by plain http as well, inside one machine or network.
        own_server = self.telegram_api_url.rstrip("/") != DEFAULT_API_URL and _is_near(self.webhook_url)
        if not self.webhook_url.startswith("https://") and not own_server:
            raise SettingsError(
                "STEUNPUNT_WEBHOOK_URL is niet goed ingevuld. Telegram brengt berichten alleen naar een adres dat met "
                "https:// begint."
            )
        if not _SECRET.fullmatch(self.webhook_secret or ""):
            raise SettingsError(
                "STEUNPUNT_WEBHOOK_SECRET is niet goed ingevuld. Kies 16 tot 256 letters, cijfers, _ of -. "
                "Daarmee ziet de bot dat een bericht echt van Telegram komt."
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSettings:
    """Complete settings of a running bot."""

    token: str
    api_url: str
    staff_chat: int
    secret_keys: tuple[str, ...]
    database_url: str
    http_port: int | None
    sends_per_second: int
    webhook_url: str | None = None
    webhook_secret: str | None = None
    http_host: str | None = None
    web_chat: bool = False
    web_sites: tuple[str, ...] = ()


_SECRET = re.compile(r"[A-Za-z0-9_-]{16,256}")
_FEWEST_SIGNS = 12
"""Different signs in a key of 44: one that was drawn by lot has about 32, one that somebody typed a few."""


def keys_of(written: str) -> tuple[str, ...]:
    """The keys in ``STEUNPUNT_SECRET_KEY``, the newest first."""
    return tuple(key.strip() for key in written.split(",") if key.strip())


def require_strong(keys: Sequence[str]) -> None:
    """Raise ``SettingsError`` for a key that somebody made up."""
    if not keys or any(len(set(key)) < _FEWEST_SIGNS for key in keys):
        raise SettingsError(
            "STEUNPUNT_SECRET_KEY is geen goede sleutel: hij is te makkelijk te raden. "
            f"Maak er een met: {typed('init --output nieuw.env')}"
        )


def read_settings_file(path: Path) -> dict[str, str | None]:
    """Names and values as they are written; raises ``SettingsError`` when the file cannot be read."""
    try:
        return dotenv_values(path, interpolate=False)
    except UnicodeDecodeError as error:
        raise SettingsError(f"{path} is geen UTF-8. Sla het bestand opnieuw op, met codering UTF-8.") from error
    except (OSError, ValueError) as error:
        raise SettingsError(f"{path} is niet te lezen. Mag de bot dit bestand lezen?") from error


def load_settings() -> Settings:
    """Read the settings; raises ``SettingsError`` with one plain line for each that is wrong."""
    return settings_from({})


def settings_from(given: Mapping[str, object]) -> Settings:
    """Settings of which some are given; only the others are looked up in the environment."""
    try:
        return Settings.model_validate({**Settings().model_dump(), **given}) if given else Settings()
    except UnicodeDecodeError:
        raise SettingsError("Het bestand .env is geen UTF-8. Sla het opnieuw op, met codering UTF-8.") from None
    except OSError:
        raise SettingsError("Het bestand .env is niet te lezen. Mag de bot dit bestand lezen?") from None
    except ValidationError as error:
        lines = []
        for problem in error.errors():
            name = "STEUNPUNT_" + "_".join(str(part) for part in problem["loc"]).upper()
            lines.append(f"{name} is niet goed ingevuld. {_ADVICE.get(problem['type'], 'Kijk in docs/operator.md.')}")
        raise SettingsError("\n".join(lines)) from None


_ADVICE = {
    "int_parsing": "Het moet een heel getal zijn.",
    "bool_parsing": "Vul 1 of 0 in.",
    "greater_than_equal": "Het getal is te klein.",
    "less_than_equal": "Het getal is te groot.",
    "address": "Het moet een adres zijn, zoals https://bot.jullie-domein.nl",
    "token": "Een token ziet eruit als 123456789:AAE… Kopieer het hele token van @BotFather.",
    "chat": "Het nummer van een groep begint met een min, meestal -100. Schrijf /id in de groep om het te zien.",
}
