"""``faq/veiligheid/voorbeelden/*.tsv``: sentences in many voices and how each must be taken.

One line a sentence, so that Excel opens them and an expert can read, correct and approve them.
"""

from collections.abc import Iterator
from pathlib import Path

from bot.adapters.content.findings import Findings
from bot.safety.assessment import Category, Level
from bot.safety.signals import Example

EXAMPLES = "voorbeelden"
COLUMNS = ("level", "category", "style", "voice", "language", "text")
STYLES = (
    "direct", "indirect", "slang", "typos", "child", "parent", "bystander", "long", "heavy", "school", "chat",
)  # fmt: skip
LINE_BREAK = " / "
"""A new line inside a message, as it is written in a file."""
_CALM = "-"


def load_examples(folder: Path, findings: Findings, prefix: str) -> Iterator[Example]:
    """All sentences below ``folder``; what cannot be read is a finding with file and line."""
    seen: dict[str, str] = {}
    for path in sorted((folder / EXAMPLES).glob("*.tsv")):
        name = f"{prefix}{EXAMPLES}/{path.name}"
        findings.read.add(path.resolve())
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except UnicodeDecodeError:
            findings.error(name, 1, "tekens", "dit bestand is geen UTF-8", "bewaar het als 'CSV UTF-8' of tekst")
            continue
        if not lines or tuple(lines[0].split("\t")) != COLUMNS:
            findings.error(
                name, 1, "kolommen", "de eerste regel klopt niet", f"schrijf daar, met tabs: {' '.join(COLUMNS)}"
            )
            continue
        for number, line in enumerate(lines[1:], start=2):
            if not line.strip():
                continue
            cells = line.split("\t")
            wrong = _wrong(cells)
            if wrong is None and cells[-1].casefold() in seen:
                wrong = ("dubbel", f"deze zin staat ook in {seen[cells[-1].casefold()]}", "haal een van de twee weg")
            if wrong is not None:
                findings.error(name, number, *wrong)
                continue
            level, category, style, voice, language, text = cells
            seen[text.casefold()] = f"{path.name}, regel {number}"
            yield Example(
                text=text.replace(LINE_BREAK, "\n"),
                level=Level(level),
                category=None if category == _CALM else Category(category),
                style=style,
                voice=voice,
                language=language,
            )


def _wrong(cells: list[str]) -> tuple[str, str, str] | None:
    if len(cells) != len(COLUMNS) or not all(cell.strip() for cell in cells):
        return "kolommen", "deze regel heeft geen zes gevulde kolommen", "zet tussen elk een tab"
    level, category, style, *_ = cells
    if level not in tuple(Level):
        return "niveau", f"het niveau '{level}' bestaat niet", f"kies uit {', '.join(Level)}"
    if (level == Level.NONE) != (category == _CALM) or (category != _CALM and category not in tuple(Category)):
        return "soort", f"de soort '{category}' past niet bij '{level}'", f"kies uit {', '.join(Category)}; bij none: -"
    if style not in STYLES:
        return "stijl", f"de stijl '{style}' bestaat niet", f"kies uit {', '.join(STYLES)}"
    return None
