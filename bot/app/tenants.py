"""Runs the organisations of one deployment beside each other: a leak in one room never empties the house."""

import asyncio
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.app.house import open_house
from bot.app.library import load_library
from bot.app.logging import trace_lines
from bot.app.organisations import SETTINGS_FILE, Organisation, organisations
from bot.app.profile import require_own_profile
from bot.app.roles import Role
from bot.app.settings import RunSettings, Settings
from bot.app.wiring import OpenFront, open_front, signals
from bot.dialogue.library import Library
from bot.domain.errors import SettingsError, SteunpuntError

logger = logging.getLogger(__name__)

_LOOK_EVERY = 1.0
_AGAIN_AFTER = 15.0


async def run_organisations(root: Path, port: int | None, roles: frozenset[Role], host: str | None = None) -> None:
    """Run every organisation that is not paused; folders that come, go or rest are noticed within seconds."""
    stop, reload = signals()
    organisations(root)
    async with open_front(port, shared=True, host=host) as front:
        tenants = _Tenants(root, front, roles)
        try:
            while not stop.is_set():
                await tenants.keep_up()
                if reload.is_set():
                    reload.clear()
                    tenants.reload()
                try:
                    async with asyncio.timeout(_LOOK_EVERY):
                        await stop.wait()
                except TimeoutError:
                    continue
        finally:
            await tenants.end()


class _Tenants:
    """All of them."""

    def __init__(self, root: Path, front: OpenFront | None, roles: frozenset[Role]) -> None:
        self._root = root
        self._front = front
        self._roles = roles
        self._shared = _Shared()
        self._running: dict[str, _Tenant] = {}
        self._trouble = ""

    async def keep_up(self) -> None:
        """Start who came, stop who went, and let the others see whether their settings were mended."""
        try:
            wanted = {found.name: found for found in organisations(self._root) if not found.paused}
        except SettingsError as error:
            # The folder is away for a moment (a disk, a deployment): whoever runs goes on.
            self._tell(str(error))
            return
        self._tell("")
        if self._front is not None:
            self._front.front.wanted = frozenset(wanted)
        gone = [self._running.pop(name) for name in [name for name in self._running if name not in wanted]]
        await asyncio.gather(*(tenant.end("gepauzeerd") for tenant in gone))
        for name, organisation in wanted.items():
            if name not in self._running:
                self._running[name] = _Tenant(organisation, self._front, self._roles, self._shared)
            else:
                self._running[name].look()

    def reload(self) -> None:
        """Everybody reads their content again."""
        for tenant in self._running.values():
            tenant.reload.set()

    async def end(self) -> None:
        """Stop all of them."""
        await asyncio.gather(*(tenant.end("gestopt") for tenant in self._running.values()))

    def _tell(self, trouble: str) -> None:
        if trouble and trouble != self._trouble:
            logger.error("the folder with organisations cannot be read, trying again")
        self._trouble = trouble


class _Shared:
    """What the organisations of one process must not do at the same moment, or not have in common."""

    def __init__(self) -> None:
        self.learning = asyncio.Lock()
        """Learning new content takes memory: one at a time, and who comes next finds it done."""
        self._taken: dict[str, str] = {}

    @contextmanager
    def claim(self, name: str, settings: RunSettings) -> Iterator[None]:
        """Have these settings for oneself; raises ``SettingsError`` when another organisation runs on one of them."""
        marks = _fingerprint(settings)
        other = next((self._taken[mark] for mark in sorted(marks) if self._taken.get(mark, name) != name), None)
        if other is not None:
            raise SettingsError(
                f"Deze organisatie heeft hetzelfde token, dezelfde groep, sleutel of database als '{other}'. "
                "Elke organisatie heeft die voor zichzelf."
            )
        self._taken.update(dict.fromkeys(marks, name))
        try:
            yield
        finally:
            self._taken = {mark: owner for mark, owner in self._taken.items() if owner != name}


class _Tenant:
    """One organisation while it runs; a mistake in its settings or content stops nobody else."""

    def __init__(
        self, organisation: Organisation, front: OpenFront | None, roles: frozenset[Role], shared: _Shared
    ) -> None:
        self.organisation = organisation
        self.reload = asyncio.Event()
        """Set when somebody asks to read the content again."""
        self._front = front
        self._roles = roles
        self._shared = shared
        self._ending = False
        self._life = asyncio.Event()
        self._settings: RunSettings | None = None
        self._seen = _stamp(organisation)
        self._task = asyncio.create_task(self._run())

    async def end(self, state: str) -> None:
        """Stop as a process would: what is under way is written down first."""
        self._ending = True
        self._life.set()
        await asyncio.gather(self._task, return_exceptions=True)
        if self.organisation.folder.is_dir():
            self.organisation.tell(state)

    def look(self) -> None:
        """Were its settings changed? Then start anew with them; settings that are wrong leave it running as it was."""
        stamp = _stamp(self.organisation)
        if stamp == self._seen:
            return
        self._seen = stamp
        if self._settings is None:
            self._life.set()
            return
        try:
            if self.organisation.settings().require_for_run() != self._settings:
                self._life.set()
        except SteunpuntError as error:
            self.organisation.tell("loopt", f"Nieuwe instellingen zijn niet in gebruik. {error}")
            logger.warning("new settings were refused", extra={"organisation": self.organisation.name})

    async def _run(self) -> None:
        while not self._ending:
            self._life = asyncio.Event()
            try:
                await self._live(self._life)
                continue
            except SteunpuntError as error:
                self.organisation.tell("fout", str(error))
                logger.error("an organisation cannot start", extra={"organisation": self.organisation.name})
            except Exception as error:
                place = (trace_lines(error.__traceback__) or ["?"])[-1]
                reason = f"Er ging iets onverwachts mis (bij {place}). De bot probeert het vanzelf opnieuw."
                self.organisation.tell("fout", reason)
                logger.exception("an organisation stopped", extra={"organisation": self.organisation.name})
            finally:
                self._settings = None
            try:
                async with asyncio.timeout(_AGAIN_AFTER):
                    await self._life.wait()
            except TimeoutError:
                continue

    async def _live(self, stop: asyncio.Event) -> None:
        organisation = self.organisation
        settings = organisation.settings()
        complete = settings.require_for_run()
        load = _loader(settings)
        with self._shared.claim(organisation.name, complete):
            organisation.tell("start")
            async with self._shared.learning:
                library = await asyncio.to_thread(load)
            require_own_profile(library.profile, allowed=settings.allow_example_profile)
            async with open_house(complete, library, load, self._roles, stop) as house:
                self._settings = complete
                reloading = asyncio.create_task(house.reloading().run(self.reload))
                if self._front is not None:
                    self._front.receive(organisation.name, house)
                organisation.tell("loopt")
                try:
                    await house.run(stop)
                finally:
                    reloading.cancel()
                    if self._front is not None:
                        self._front.say_goodbye(organisation.name, house)


def _stamp(organisation: Organisation) -> tuple[int, int]:
    try:
        found = (organisation.folder / SETTINGS_FILE).stat()
    except OSError:
        return (0, 0)
    return (found.st_mtime_ns, found.st_size)


def _loader(settings: Settings) -> Callable[[], Library]:
    def load() -> Library:
        return load_library(settings.content_dir, always_screen=True)

    return load


def _fingerprint(settings: RunSettings) -> frozenset[str]:
    """What no other organisation may have as well."""
    here = settings.api_url
    keys = {f"key:{key}" for key in settings.secret_keys}
    bot = settings.token.partition(":")[0]
    return frozenset({f"{here} bot {bot}", f"{here} {settings.staff_chat}", settings.database_url, *keys})
