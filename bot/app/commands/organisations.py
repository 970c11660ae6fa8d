"""``organisation``: add, pause, export and delete the organisations of one deployment, while it runs."""

import asyncio
import os
import shutil
import tempfile
import time
import zipfile
from pathlib import Path

from bot.adapters.storage.database import Database, back_up_sqlite, sqlite_file
from bot.adapters.storage.encryption import new_secret_key
from bot.app.organisations import PAUSED, SETTINGS_FILE, STATUS_FILE, Organisation, named, organisations
from bot.domain.errors import SettingsError
from bot.domain.program import typed

_LONGEST_WAIT = 60.0
_SETTINGS = """\
# Instellingen van {name}. Dit bestand is geheim.
STEUNPUNT_TELEGRAM_TOKEN=
STEUNPUNT_STAFF_CHAT_ID=
STEUNPUNT_SECRET_KEY={key}
"""
_PROFILE = """\
# Het profiel van {name}. De uitleg per regel staat in het meegeleverde steunpunt.yaml.
basis: landelijk
example: true
name: "{name} (voorbeeld)"
phone: "000-0000000"
"""


def organisation_command(action: str, root: Path, name: str | None, output: Path | None, *, sure: bool) -> int:
    """Carry out one action; raises ``SettingsError`` with what to do."""
    if action == "list":
        return _list(root)
    if not name:
        raise SettingsError(f"Geef de naam, bijvoorbeeld: {typed('organisation')} {action} vallei")
    organisation = named(root, name)
    if action == "add":
        return _add(organisation)
    if not (organisation.folder / SETTINGS_FILE).is_file():
        raise SettingsError(f"Er is geen organisatie '{name}' in {root}.")
    if action == "pause":
        return _pause(organisation)
    if action == "resume":
        (organisation.folder / PAUSED).unlink(missing_ok=True)
        print(f"{name} gaat weer aan. Kijk met: {typed('organisation list')}")
        return 0
    if action == "export":
        return _export(organisation, output or Path(f"{name}.zip"))
    return _delete(organisation, sure=sure)


def _list(root: Path) -> int:
    for organisation in organisations(root):
        status = organisation.status()
        state = "gepauzeerd" if organisation.paused else str(status.get("state", "niet gestart"))
        print(f"{organisation.name}: {state}")
        reason = str(status.get("reason", "")) if status else _left(organisation)
        if reason:
            print("  " + reason.replace("\n", "\n  "))
    return 0


def _left(organisation: Organisation) -> str:
    """What is still to be filled in before it can run; empty when nothing is."""
    try:
        organisation.settings().require_for_run()
    except SettingsError as error:
        return str(error)
    return ""


def _add(organisation: Organisation) -> int:
    folder = organisation.folder
    if folder.exists():
        raise SettingsError(f"{folder} bestaat al.")
    folder.mkdir(parents=True)
    descriptor = os.open(folder / SETTINGS_FILE, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(_SETTINGS.format(name=organisation.name, key=new_secret_key()))
    (folder / "steunpunt.yaml").write_text(_PROFILE.format(name=organisation.name), encoding="utf-8")
    (folder / PAUSED).touch()
    print(
        f"{folder} staat klaar, met een eigen sleutel. Vul {SETTINGS_FILE} en steunpunt.yaml in. "
        f"Daarna: {typed('organisation resume')} {organisation.name}"
    )
    return 0


def _pause(organisation: Organisation) -> int:
    (organisation.folder / PAUSED).touch()
    _wait_until_quiet(organisation)
    print(f"{organisation.name} staat stil. Telegram bewaart nieuwe berichten 24 uur.")
    return 0


def _wait_until_quiet(organisation: Organisation) -> None:
    """The running process, if there is one, says when it let go of the database."""
    until = time.monotonic() + _LONGEST_WAIT
    while organisation.status().get("state") not in (None, "gepauzeerd", "gestopt"):
        if time.monotonic() > until:
            raise SettingsError(f"{organisation.name} stopt niet. Stop het hele programma en probeer het opnieuw.")
        time.sleep(0.2)


def _export(organisation: Organisation, output: Path) -> int:
    """Everything of this organisation but its settings: without the key nobody can read the database in it."""
    if output.exists():
        raise SettingsError(f"{output} bestaat al. Kies een andere naam met --output.")
    database = sqlite_file(organisation.settings().database_url)
    with zipfile.ZipFile(output, "x", zipfile.ZIP_DEFLATED) as archive, tempfile.TemporaryDirectory() as folder:
        if database is not None and database.exists():
            copy = Path(folder) / "steunpunt.sqlite"
            back_up_sqlite(database, copy)
            archive.write(copy, "steunpunt.sqlite")
        for path in sorted(organisation.folder.rglob("*")):
            if path.is_file() and path.suffix in (".yaml", ".xz"):
                archive.write(path, path.relative_to(organisation.folder))
    print(f"{output} staat klaar. De sleutel zit er niet in: geef die apart en veilig door.")
    if database is None:
        print("De database staat op PostgreSQL en zit er niet in. Maak een kopie met pg_dump.")
    return 0


def _delete(organisation: Organisation, *, sure: bool) -> int:
    """All of it, for good."""
    if not sure:
        raise SettingsError(
            f"Dit wist alles van {organisation.name}: gesprekken, cijfers, inhoud en de sleutel. "
            f"Wil je eerst een kopie? {typed('organisation export')}. Zeker? Zet er --yes achter."
        )
    (organisation.folder / PAUSED).touch()
    _wait_until_quiet(organisation)
    url = organisation.settings().database_url
    if sqlite_file(url) is None:
        asyncio.run(_drop(url))
    else:
        _overwrite(sqlite_file(url))
    (organisation.folder / STATUS_FILE).unlink(missing_ok=True)
    shutil.rmtree(organisation.folder)
    print(f"{organisation.name} is gewist. Denk ook aan reservekopieën, aan de bot bij @BotFather en aan de groep.")
    return 0


async def _drop(url: str) -> None:
    database = Database(url)
    try:
        await database.drop_everything()
    finally:
        await database.close()


def _overwrite(file: Path | None) -> None:
    """The database with what SQLite keeps beside it."""
    if file is not None:
        for suffix in ("", "-wal", "-shm"):
            file.with_name(file.name + suffix).unlink(missing_ok=True)
