"""Files in a content folder that nobody reads: an editor must hear that they do nothing."""

import re
from collections.abc import Iterator
from pathlib import Path

from bot.adapters.content.findings import Findings
from bot.adapters.content.layers import PROFILE_FILE, Layer, packaged_content

_TEST_SUFFIX = ".test.yaml"
_BESIDE = frozenset({"organisatie.env", "GEPAUZEERD", "status.json", "status.json.part"})
"""What an installation keeps in the folder of an organisation."""
_PLAIN = (".md", ".txt", ".license")
"""Notes of editors for each other."""
_MADE = frozenset({"flows/schema.json", "gedeeld/overgenomen.yaml"})
_PACK = re.compile(r"gedeeld/[^/]+\.json")
"""What other steunpunten share; only ``check`` and ``faq adopt`` read it."""


def name_leftovers(layer: Layer, findings: Findings) -> None:
    """Complain about every file of the organisation's own folder that was not read."""
    if layer.root.resolve() == packaged_content().resolve() or not layer.root.is_dir():
        return
    for path in _files(layer.root):
        name = path.relative_to(layer.root).as_posix()
        if path.resolve() in findings.read or name in _MADE or _belongs(path, name):
            continue
        lower = path.name.lower()
        if lower.endswith((".yaml", ".yml")):
            where = "faq/ of flows/" if lower.endswith(".yaml") and path.name.endswith(".yaml") else ""
            advice = f"zet het in {where}" if where else f"geef het een naam die eindigt op .yaml: {path.stem}.yaml"
            findings.error(layer.prefix + name, 1, "ongelezen", "dit bestand wordt niet gelezen", advice)
        elif not lower.endswith(_PLAIN):
            findings.warn(
                layer.prefix + name,
                1,
                "ongelezen",
                "de bot doet niets met dit bestand",
                "is het nodig? Bewaar het ergens anders, of maak er vragen van in faq/",
            )


def _files(root: Path) -> Iterator[Path]:
    for path in sorted(root.rglob("*")):
        hidden = any(part.startswith((".", "~")) for part in path.relative_to(root).parts)
        if path.is_file() and not hidden:
            yield path


def _belongs(path: Path, name: str) -> bool:
    if name.startswith("flows/") and name.endswith(_TEST_SUFFIX):
        # Rehearsals are read by `check`, when there is a flow they rehearse.
        return (path.parent / f"{path.name.removesuffix(_TEST_SUFFIX)}.yaml").exists()
    return _PACK.fullmatch(name) is not None or path.name in _BESIDE or ".sqlite" in path.name or name == PROFILE_FILE
