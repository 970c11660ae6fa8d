"""``init`` and ``db``: what an operator does around the bot."""

import asyncio
import os
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from bot.adapters.storage.database import Database, back_up_sqlite, sqlite_file
from bot.adapters.storage.encryption import new_secret_key
from bot.adapters.storage.occupied import in_use, require_rest
from bot.adapters.storage.restoring import Restored, lay_beside, require_good_copy, settle
from bot.adapters.storage.rotation import reseal_all
from bot.adapters.storage.wiped import Wiped, read_wiped
from bot.app.commands.first_settings import Ask, FirstSettings
from bot.app.settings import keys_of, load_settings, read_settings_file, require_strong
from bot.domain.errors import SettingsError
from bot.domain.program import typed

_TEMPLATE = """\
# Instellingen van steunpuntbot. Dit bestand is geheim: zet het nooit in een mail of in git.

# 1. Maak een bot bij @BotFather en plak hier het token.
STEUNPUNT_TELEGRAM_TOKEN={token}
# 2. Maak een groep voor medewerkers, voeg de bot toe en vul het nummer van de groep in
#    (begint met -100; schrijf /id in de groep om het te zien).
STEUNPUNT_STAFF_CHAT_ID={group}
# 3. De map met jullie inhoud. Leeg: de meegeleverde.
STEUNPUNT_CONTENT_DIR={content}

# De sleutel van de versleuteling. Bewaar ook een kopie op een veilige plek buiten deze computer:
# zonder sleutel is de database niet meer te lezen.
STEUNPUNT_SECRET_KEY={key}
"""


_NEEDED = ("STEUNPUNT_TELEGRAM_TOKEN", "STEUNPUNT_STAFF_CHAT_ID", "STEUNPUNT_SECRET_KEY")


def init_command(output: Path, *, ask: Ask | None = None) -> int:
    """Write a ``.env`` with a fresh key; never overwrites one.

    With ``ask`` somebody sits at the keyboard and is led by the hand.
    """
    if output.exists():
        raise SettingsError(_there_already(output))
    known = FirstSettings() if ask is None else _asked(ask)
    try:
        descriptor = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as error:
        raise SettingsError(f"{output} is niet te maken. Bestaat de map, en mag je er schrijven?") from error
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        group = known.group or ""
        file.write(_TEMPLATE.format(key=new_secret_key(), token=known.token, group=group, content=known.content))
    print(f"{output} staat klaar, met een nieuwe sleutel. Bewaar een kopie van de sleutel buiten deze computer.")
    if known.token and known.group:
        print(f"Kijk alles na met: {typed('init --check')}. Daarna: {typed('run')}")
    else:
        print(f"Vul het token en het groepsnummer in. Kijk ze na met: {typed('init --check')}. Daarna: {typed('run')}")
    return 0


def _there_already(output: Path) -> str:
    """Who comes back to a file that is not full yet hears what is left; its key must not get lost."""
    written = read_settings_file(output)
    left = [name for name in _NEEDED if not written.get(name)]
    begin = f"{output} bestaat al."
    if left:
        return f"{begin} Vul daarin nog in: {', '.join(left)}. Kijk het na met: {typed('init --check')}."
    return (
        f"{begin} Kijk het na met: {typed('init --check')}. Een ander bestand erbij? Kies een naam met --output. "
        "Gooi dit niet weg: zonder de sleutel die erin staat, is de database niet meer te lezen."
    )


def _asked(ask: Ask) -> FirstSettings:
    # Telegram is only loaded when somebody is there to be led.
    from bot.app.commands.first_steps import told

    return told(ask, print, load_settings().telegram_api_url.rstrip("/"))


def database_command(action: str, file: Path | None) -> int:
    """Upgrade the schema, or copy the database to or from a file."""
    settings = load_settings()
    url = settings.database_url
    if action == "rotate":
        return rotate_command()
    if action == "upgrade":
        asyncio.run(_upgrade(url))
        print("De database is bijgewerkt.")
        return 0
    database = sqlite_file(url)
    if database is None:
        raise SettingsError("Kopieer een PostgreSQL-database met pg_dump en pg_restore; zie docs/operator.md.")
    if file is None:
        raise SettingsError(f"Geef een bestand, bijvoorbeeld: {typed(f'db {action} kopie.sqlite')}")
    if action == "backup":
        if not database.exists():
            raise SettingsError(f"Er is nog geen database op {database}.")
        back_up_sqlite(database, file)
        print(f"De kopie staat in {file}. Bewaar de sleutel (STEUNPUNT_SECRET_KEY) ergens anders dan de kopie.")
        return 0
    return _restore(database, file, keys_of(settings.secret_key or ""))


def _restore(database: Path, copy: Path, keys: Sequence[str]) -> int:
    if not copy.exists():
        raise SettingsError(f"{copy} bestaat niet.")
    if database.exists():
        raise SettingsError(f"{database} bestaat al. Stop de bot en zet dat bestand eerst opzij.")
    require_good_copy(copy, keys)
    if not database.parent.is_dir():
        raise SettingsError(f"De map {database.parent} bestaat niet. Maak hem eerst.")
    with in_use(f"sqlite:///{database}", alone=True):
        beside = lay_beside(copy, database)
        try:
            done = asyncio.run(_settle(beside, read_wiped(database)))
            beside.rename(database)
        finally:
            for suffix in ("", "-wal", "-shm"):
                beside.with_name(beside.name + suffix).unlink(missing_ok=True)
    print(f"{copy} is teruggezet.")
    print(
        f"Niet meer verstuurd: {done.messages} berichten van toen. Opzij gelegd: {done.updates} vragen van toen. "
        f"Opnieuw gewist: {done.wiped} mensen die na de kopie gewist zijn. Gesprekken die open waren: {done.talks}."
    )
    print("Het team leest dit in de groep zodra de bot weer start.")
    return 0


async def _settle(file: Path, wiped: Sequence[Wiped]) -> Restored:
    database = Database(f"sqlite:///{file}")
    try:
        await database.migrate()
        return await settle(database, datetime.now(UTC), wiped)
    finally:
        await database.close()


def rotate_command() -> int:
    """Seal everything anew under the first key of ``STEUNPUNT_SECRET_KEY``; after that the old key may go."""
    settings = load_settings()
    keys = keys_of(settings.secret_key or "")
    if len(keys) < 2:
        raise SettingsError(
            "Zet eerst de nieuwe sleutel vooraan in STEUNPUNT_SECRET_KEY, met een komma en de oude erachter. "
            f"Een nieuwe sleutel maak je met: {typed('init --output nieuw.env')}"
        )
    require_strong(keys[:1])
    with in_use(settings.database_url, alone=True):
        count = asyncio.run(_rotate(settings.database_url, keys))
    print(f"{count} rijen zijn opnieuw versleuteld. Haal nu de oude sleutel uit STEUNPUNT_SECRET_KEY.")
    return 0


async def _rotate(url: str, keys: tuple[str, ...]) -> int:
    database = Database(url)
    try:
        await require_rest(database)
        await database.migrate()
        return await reseal_all(database, keys)
    finally:
        await database.close()


async def _upgrade(url: str) -> None:
    database = Database(url)
    try:
        await database.migrate()
    finally:
        await database.close()
