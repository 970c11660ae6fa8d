"""Many organisations in one deployment: a folder each, with its own settings, key, database and content.

Nothing is shared between them but the program and what is equal in their content: each has a house of its own, with its
own connection to its own database, so there is no query that could reach another's data.
"""

import json
import logging
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot.app.settings import Settings, read_settings_file, settings_from
from bot.domain.errors import SettingsError
from bot.domain.program import typed

logger = logging.getLogger(__name__)

SETTINGS_FILE = "organisatie.env"
PAUSED = "GEPAUZEERD"
STATUS_FILE = "status.json"
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,40}")
_OWN = ("telegram_token", "staff_chat_id", "secret_key", "database_url", "content_dir", "webhook_url", "webhook_secret")
"""Settings that are never taken from the environment of the process: they belong to one organisation."""


@dataclass(frozen=True, slots=True)
class Organisation:
    """One folder."""

    name: str
    folder: Path

    @property
    def paused(self) -> bool:
        """Somebody asked it to rest."""
        return (self.folder / PAUSED).exists()

    def settings(self) -> Settings:
        """Its own settings; raises ``SettingsError`` when one is wrong."""
        written = {
            name.removeprefix("STEUNPUNT_").lower(): value
            for name, value in read_settings_file(self.folder / SETTINGS_FILE).items()
        }
        own: dict[str, object] = {name: written.get(name) for name in _OWN}
        own["database_url"] = written.get("database_url") or f"sqlite:///{self.folder / 'steunpunt.sqlite'}"
        if not own["content_dir"] and (self.folder / "steunpunt.yaml").exists():
            own["content_dir"] = self.folder
        others = {name: value for name, value in written.items() if name not in _OWN and value}
        return settings_from({**others, **own})

    def status(self) -> Mapping[str, object]:
        """What the running process said last; empty when there is none."""
        try:
            found = json.loads((self.folder / STATUS_FILE).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) and _alive(found.get("process")) else {}

    def tell(self, state: str, reason: str = "") -> None:
        """Leave word of how it goes, for ``organisation list``."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        body = {"state": state, "since": now, "process": os.getpid(), "reason": reason}
        try:
            whole = self.folder / f"{STATUS_FILE}.part"
            whole.write_text(json.dumps(body, ensure_ascii=False), encoding="utf-8")
            whole.replace(self.folder / STATUS_FILE)
        except OSError as error:
            # A full disk: the organisation itself must not stop for this.
            extra = {"organisation": self.name, "reason": type(error).__name__}
            logger.warning("how an organisation goes could not be written down", extra=extra)


def organisations(root: Path) -> list[Organisation]:
    """All that have settings, by name; raises ``SettingsError`` when ``root`` is no folder."""
    if not root.is_dir():
        raise SettingsError(f"De map {root} bestaat niet. Maak een organisatie met: {typed('organisation add naam')}")
    try:
        folders = sorted(root.iterdir())
    except OSError as error:
        raise SettingsError(f"De map {root} is niet te lezen. Mag de bot daar lezen?") from error
    return [Organisation(folder.name, folder) for folder in folders if _is_organisation(folder)]


def _is_organisation(folder: Path) -> bool:
    if not _NAME.fullmatch(folder.name):
        return False
    try:
        return (folder / SETTINGS_FILE).is_file()
    except OSError:
        # A folder that we may not look into is an organisation in trouble, which must be said.
        return True


def named(root: Path, name: str) -> Organisation:
    """One organisation; raises ``SettingsError`` for a name that cannot be."""
    if not _NAME.fullmatch(name):
        raise SettingsError(f"'{name}' kan geen naam zijn. Gebruik kleine letters, cijfers en streepjes.")
    return Organisation(name, root / name)


def _alive(process: object) -> bool:
    if not isinstance(process, int):
        return False
    try:
        os.kill(process, 0)
    except OSError:
        return False
    return True
