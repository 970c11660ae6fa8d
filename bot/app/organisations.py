"""Many organisations in one deployment: a folder each, with its own settings, key, database and content.

Nothing is shared between them but the program and what is equal in their content: each has a house of its own, with its
own connection to its own database, so there is no query that could reach another's data.
"""

import asyncio
import json
import logging
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from dotenv import dotenv_values

from bot.app.house import House, LoadLibrary, open_house
from bot.app.library import load_library
from bot.app.profile import require_own_profile
from bot.app.roles import Role
from bot.app.settings import RunSettings, Settings, settings_from
from bot.app.wiring import OpenFront, open_front, signals
from bot.dialogue.library import Library
from bot.domain.errors import ContentError, SettingsError, SteunpuntError

logger = logging.getLogger(__name__)

SETTINGS_FILE = "organisatie.env"
PAUSED = "GEPAUZEERD"
STATUS_FILE = "status.json"
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,40}")
_LOOK_EVERY = 1.0
_AGAIN_AFTER = 15.0
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
            for name, value in dotenv_values(self.folder / SETTINGS_FILE).items()
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
        (self.folder / STATUS_FILE).write_text(json.dumps(body, ensure_ascii=False), encoding="utf-8")


def organisations(root: Path) -> list[Organisation]:
    """All that have settings, by name; raises ``SettingsError`` when ``root`` is no folder."""
    if not root.is_dir():
        raise SettingsError(f"De map {root} bestaat niet. Maak een organisatie met: steunpuntbot organisation add naam")
    return [
        Organisation(folder.name, folder)
        for folder in sorted(root.iterdir())
        if _NAME.fullmatch(folder.name) and (folder / SETTINGS_FILE).is_file()
    ]


def named(root: Path, name: str) -> Organisation:
    """One organisation; raises ``SettingsError`` for a name that cannot be."""
    if not _NAME.fullmatch(name):
        raise SettingsError(f"'{name}' kan geen naam zijn. Gebruik kleine letters, cijfers en streepjes.")
    return Organisation(name, root / name)


async def run_organisations(root: Path, port: int | None, roles: frozenset[Role], host: str | None = None) -> None:
    """Run every organisation that is not paused; folders that come, go or rest are noticed within seconds."""
    stop, reload = signals()
    organisations(root)
    running: dict[str, _Tenant] = {}
    async with open_front(port, shared=True, host=host) as front:
        try:
            while not stop.is_set():
                await _keep_up(root, running, front, roles)
                if reload.is_set():
                    reload.clear()
                    await asyncio.gather(*(tenant.reload() for tenant in running.values()))
                try:
                    async with asyncio.timeout(_LOOK_EVERY):
                        await stop.wait()
                except TimeoutError:
                    continue
        finally:
            await asyncio.gather(*(tenant.end("gestopt") for tenant in running.values()))


async def _keep_up(root: Path, running: "dict[str, _Tenant]", front: OpenFront | None, roles: frozenset[Role]) -> None:
    wanted = {found.name: found for found in organisations(root) if not found.paused}
    for name in [name for name in running if name not in wanted]:
        await running.pop(name).end("gepauzeerd")
    taken = [(tenant.organisation.name, tenant.fingerprint) for tenant in running.values()]
    for name, organisation in wanted.items():
        if name not in running:
            running[name] = _Tenant(organisation, front, roles, taken)
            taken.append((name, running[name].fingerprint))


class _Tenant:
    """One organisation while it runs; a mistake in its settings or content stops nobody else."""

    def __init__(
        self,
        organisation: Organisation,
        front: OpenFront | None,
        roles: frozenset[Role],
        taken: list[tuple[str, frozenset[str]]],
    ) -> None:
        self.organisation = organisation
        self.fingerprint = _fingerprint(organisation)
        self._front = front
        self._roles = roles
        self._same_as = next((name for name, other in taken if other & self.fingerprint), None)
        self._stop = asyncio.Event()
        self._house: House | None = None
        self._task = asyncio.create_task(self._run())

    async def end(self, state: str) -> None:
        """Stop as a process would: what is under way is written down first."""
        self._stop.set()
        await asyncio.gather(self._task, return_exceptions=True)
        if self.organisation.folder.is_dir():
            self.organisation.tell(state)

    async def reload(self) -> None:
        """Read its content again."""
        if self._house is not None:
            await self._house.reload()

    async def _run(self) -> None:
        while not self._stop.is_set():
            try:
                await self._live()
                return
            except SteunpuntError as error:
                self.organisation.tell("fout", str(error))
                logger.error("an organisation cannot start", extra={"organisation": self.organisation.name})
            except Exception as error:
                self.organisation.tell("fout", type(error).__name__)
                logger.exception("an organisation stopped", extra={"organisation": self.organisation.name})
            try:
                async with asyncio.timeout(_AGAIN_AFTER):
                    await self._stop.wait()
            except TimeoutError:
                continue

    async def _live(self) -> None:
        organisation = self.organisation
        if self._same_as is not None:
            raise SettingsError(
                f"Deze organisatie heeft hetzelfde token, dezelfde groep, sleutel of database als '{self._same_as}'. "
                "Elke organisatie heeft die voor zichzelf."
            )
        settings = organisation.settings()
        complete = settings.require_for_run()
        load = _loader(settings)
        library = await asyncio.to_thread(load)
        require_own_profile(library.profile, allowed=settings.allow_example_profile)
        organisation.tell("start")
        async with open_house(complete, library, load, self._roles, self._stop) as house:
            self._house = house
            if self._front is not None:
                self._front.receive(organisation.name, house)
            organisation.tell("loopt")
            try:
                await house.run(self._stop)
            finally:
                self._house = None
                if self._front is not None:
                    self._front.say_goodbye(organisation.name, house)


def _loader(settings: Settings) -> LoadLibrary:
    def load() -> Library:
        return load_library(settings.content_dir, always_screen=True)

    return load


def _fingerprint(organisation: Organisation) -> frozenset[str]:
    """What no other organisation may have as well."""
    try:
        complete: RunSettings = organisation.settings().require_for_run()
    except (SettingsError, ContentError):
        return frozenset()
    here = complete.api_url
    keys = {f"key:{key}" for key in complete.secret_keys}
    return frozenset({f"{here} {complete.token}", f"{here} {complete.staff_chat}", complete.database_url, *keys})


def _alive(process: object) -> bool:
    if not isinstance(process, int):
        return False
    try:
        os.kill(process, 0)
    except OSError:
        return False
    return True
