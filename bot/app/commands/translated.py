"""``faq translated``: stamps new translations, and says what is missing or older than its Dutch."""

from datetime import UTC, datetime
from pathlib import Path

from bot.adapters.content.findings import Findings
from bot.adapters.content.layers import layers_of, packaged_content
from bot.adapters.content.library import Content, load_content
from bot.adapters.content.texts import packaged_texts
from bot.authoring.editing.stamping import stamp
from bot.domain.errors import SettingsError
from bot.domain.ids import DUTCH, ENGLISH, Language
from bot.domain.program import typed


def translated_command(root: Path | None, language: str | None) -> int:
    """Stamp, then print one block per language."""
    root = root or packaged_content()
    languages = [name for name in packaged_texts().languages if name not in (DUTCH, ENGLISH)]
    if language is not None and language not in languages:
        raise SettingsError(f"'{language}' is geen taal waarin vertaald wordt. Kies uit: {', '.join(languages)}.")
    entries = {located.entry.id: located.entry for located in load_content(root, Findings()).entries}
    count = stamp(layers_of(root, Findings())[-1], entries, datetime.now(UTC).date(), language)
    if count:
        print(f"{count} vertaling(en) gestempeld met het Nederlands waar ze van gemaakt zijn.")
    content = load_content(root, Findings())
    found = content.translations
    for name in languages:
        if language not in (None, name):
            continue
        current = {one.id for one in found.current if one.language == name}
        older = sorted((one for one in found.older if one.language == name), key=lambda one: (one.file, one.line))
        missing = [str(entry) for entry in entries if entry not in current and entry not in {one.id for one in older}]
        print(f"{name}: {len(current)} van de {len(entries)} antwoorden, {len(older)} ouder, {len(missing)} ontbreken.")
        for one in older:
            print(f"  ouder dan het Nederlands: {one.file}:{one.line} · {one.id}")
        if missing:
            print(f"  ontbreekt: {', '.join(missing)}")
        _say_flows(content, Language(name))
    print(f"Kijk ze na: {typed('check')}")
    return 0


def _say_flows(content: Content, language: Language) -> None:
    """How many flows this language has, and what is left of each."""
    made = {one.flow for one in content.flow_translations.made if one.language == language}
    left = {flow: texts for (name, flow), texts in content.flow_translations.missing.items() if name == language}
    whole = len(made) - len(left)
    absent = [str(flow) for flow in content.flows if flow not in made]
    print(f"{language}: {whole} van de {len(content.flows)} stappenplannen helemaal, {len(absent)} niet.")
    for flow, texts in left.items():
        print(f"  {flow}: {len(texts)} teksten ontbreken, de eerste: {texts[0].splitlines()[0]}")
    if absent:
        print(f"  stappenplannen die ontbreken: {', '.join(absent)}")
