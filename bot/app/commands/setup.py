"""``init`` and ``db``: what an operator does around the bot."""

import asyncio
import os
import shutil
from pathlib import Path

from bot.adapters.storage.database import Database, back_up_sqlite, sqlite_file
from bot.adapters.storage.encryption import new_secret_key
from bot.adapters.storage.rotation import reseal_all
from bot.app.settings import load_settings
from bot.domain.errors import SettingsError
from bot.domain.program import typed

_TEMPLATE = """\
# Instellingen van steunpuntbot. Dit bestand is geheim: zet het nooit in een mail of in git.

# 1. Maak een bot bij @BotFather en plak hier het token.
STEUNPUNT_TELEGRAM_TOKEN=
# 2. Maak een groep voor medewerkers, voeg de bot toe en vul het nummer van de groep in (begint met -100).
STEUNPUNT_STAFF_CHAT_ID=
# 3. De map met jullie inhoud. Leeg: de meegeleverde.
STEUNPUNT_CONTENT_DIR=

# De sleutel van de versleuteling. Bewaar ook een kopie op een veilige plek buiten deze computer:
# zonder sleutel is de database niet meer te lezen.
STEUNPUNT_SECRET_KEY={key}
"""


def init_command(output: Path) -> int:
    """Write a ``.env`` with a fresh key; never overwrites one."""
    if output.exists():
        raise SettingsError(f"{output} bestaat al. Haal het eerst weg of kies een andere naam met --output.")
    descriptor = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(_TEMPLATE.format(key=new_secret_key()))
    print(
        f"{output} staat klaar, met een nieuwe sleutel. Vul het token en het groepsnummer in. "
        f"Kijk ze na met: {typed('init --check')}. Daarna: {typed('run')}"
    )
    return 0


def database_command(action: str, file: Path | None) -> int:
    """Upgrade the schema, or copy the database to or from a file."""
    url = load_settings().database_url
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
        raise SettingsError(f"Geef een bestand, bijvoorbeeld: {typed('db')} {action} kopie.sqlite")
    if action == "backup":
        if not database.exists():
            raise SettingsError(f"Er is nog geen database op {database}.")
        back_up_sqlite(database, file)
        print(f"De kopie staat in {file}. Bewaar de sleutel (STEUNPUNT_SECRET_KEY) ergens anders dan de kopie.")
        return 0
    if not file.exists():
        raise SettingsError(f"{file} bestaat niet.")
    if database.exists():
        raise SettingsError(f"{database} bestaat al. Stop de bot en zet dat bestand eerst opzij.")
    shutil.copyfile(file, database)
    asyncio.run(_upgrade(url))
    print(f"{file} is teruggezet.")
    return 0


def rotate_command() -> int:
    """Seal everything anew under the first key of ``STEUNPUNT_SECRET_KEY``; after that the old key may go."""
    settings = load_settings()
    keys = tuple(key.strip() for key in (settings.secret_key or "").split(",") if key.strip())
    if len(keys) < 2:
        raise SettingsError(
            "Zet eerst de nieuwe sleutel vooraan in STEUNPUNT_SECRET_KEY, met een komma en de oude erachter. "
            f"Een nieuwe sleutel maak je met: {typed('init --output nieuw.env')}"
        )
    count = asyncio.run(_rotate(settings.database_url, keys))
    print(f"{count} rijen zijn opnieuw versleuteld. Haal nu de oude sleutel uit STEUNPUNT_SECRET_KEY.")
    return 0


async def _rotate(url: str, keys: tuple[str, ...]) -> int:
    database = Database(url)
    try:
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
