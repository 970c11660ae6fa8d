"""``faq review``: words that staff accepted in the group go into the files, as a change an editor can look over."""

import asyncio
from collections import Counter, defaultdict
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from bot.adapters.content.layers import packaged_content
from bot.adapters.storage.database import Database
from bot.adapters.storage.store import SqlStore, open_key_ring
from bot.app.commands.evaluating import read_questions
from bot.app.library import load_library
from bot.app.settings import Settings, load_settings
from bot.authoring.editing.rewriting import add_phrasings
from bot.authoring.evaluation.questions import Labelled
from bot.domain.errors import SettingsError
from bot.domain.program import typed
from bot.domain.question import AcceptedPhrasing
from bot.service.staffroom import read_record

_Record = TypeVar("_Record")


def review_command(content: Path | None, questions: Path | None) -> int:
    """Write them into the files and measure before and after; raises ``SettingsError`` with what to do."""
    settings = load_settings()
    root = content or settings.content_dir or packaged_content()
    accepted = asyncio.run(_accepted(settings))
    if not accepted:
        print("Er zijn geen geaccepteerde vragen. In de groep kiezen medewerkers ze met /vragen.")
        return 0
    labelled = read_questions(questions) if questions is not None else []
    before = _right(root, labelled)
    wanted: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for phrasing in accepted:
        wanted[phrasing.entry][phrasing.language].append(phrasing.text)
    changes = add_phrasings(root, wanted)
    if not changes:
        print("Alle geaccepteerde vragen staan al in de bestanden.")
        return 0
    for change in changes:
        print(f"{change.id} ({change.file}): {', '.join(change.what)}")
    _compare(before, _right(root, labelled), labelled)
    print(f"\nKijk de verandering na, bijvoorbeeld met git diff. Daarna: {typed('check')}")
    return 0


async def kept_records(settings: Settings, kind: str, of: type[_Record]) -> list[_Record]:
    """All records of a kind in the store; raises ``SettingsError`` when they cannot be read."""
    keys = tuple(key.strip() for key in (settings.secret_key or "").split(",") if key.strip())
    if not keys:
        raise SettingsError("STEUNPUNT_SECRET_KEY ontbreekt. Zonder sleutel zijn de vragen niet te lezen.")
    database = Database(settings.database_url)
    try:
        await database.migrate()
        vault = await open_key_ring(database, keys)
        store = SqlStore(database, vault, lambda: datetime.now(UTC), state_lifetime=timedelta(hours=24))
        found = [read_record(kept) for kept in await store.records(kind)]
    finally:
        await database.close()
    return [record for record in found if isinstance(record, of)]


async def _accepted(settings: Settings) -> list[AcceptedPhrasing]:
    found = await kept_records(settings, "phrasing", AcceptedPhrasing)
    return sorted(found, key=lambda p: (p.entry, p.at, p.id))


def _right(root: Path, labelled: list[Labelled]) -> Counter[str]:
    """Per entry, how many of its questions put it first."""
    if not labelled:
        return Counter()
    matcher = load_library(root).matcher
    verdicts = [
        (question.expected, matcher.judge(question.text, audience=question.audience, language=question.language))
        for question in labelled
        if question.expected is not None
    ]
    return Counter(
        expected for expected, verdict in verdicts if verdict.candidates and verdict.candidates[0].id == expected
    )


def _compare(before: Counter[str], after: Counter[str], labelled: list[Labelled]) -> None:
    """Say whether the questions are understood as well as before, and which entries lost."""
    if not labelled:
        print("\nNiet gemeten. Geef een bestand met --questions om te zien of andere antwoorden eronder lijden.")
        return
    asked = sum(question.expected is not None for question in labelled)
    print(
        f"\nVan {asked} vragen stond het goede antwoord eerst {before.total()} keer bovenaan, nu {after.total()} keer."
    )
    for name in sorted(before, key=lambda entry: (after[entry] - before[entry], entry)):
        if after[name] < before[name]:
            print(f"Let op: {name} lijdt eronder: eerst {before[name]} goed, nu {after[name]}.")
