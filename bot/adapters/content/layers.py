"""Which folders a content folder consists of: its own, and the one it builds on (``basis`` in ``steunpunt.yaml``)."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bot.adapters.content.fields import Fields
from bot.adapters.content.findings import Findings
from bot.adapters.content.strict_yaml import read_file

PROFILE_FILE = "steunpunt.yaml"
STATE_HOURS = (1, 168, 24)
"""How long the state of a silent conversation is kept: the least, the most, and what it is when nobody said."""
NATIONAL = "landelijk"
"""As ``basis``: the content that comes with the program."""
_BASE = "basis"


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """One folder of files."""

    root: Path
    prefix: str = ""
    """In front of the names of its files in findings; empty for the organisation's own folder."""
    builds_on: bool = False
    """Another layer lies below it."""

    @property
    def faq(self) -> Path:
        """Where the questions are; a folder of only questions needs no ``faq`` inside."""
        inside = self.root / "faq"
        return inside if self.builds_on or inside.is_dir() else self.root

    def name(self, path: Path) -> str:
        """How findings call a file of this layer."""
        return self.prefix + path.relative_to(self.root).as_posix()


def packaged_content() -> Path:
    """The folder with the content that comes with the program."""
    package = Path(__file__).parents[2]
    inside = package / "content"
    return inside if inside.is_dir() else package.parent


def is_below(layers: Iterable[Layer], file: str) -> bool:
    """The file is of a folder that the organisation builds on: its editors cannot change it."""
    return any(layer.prefix and file.startswith(layer.prefix) for layer in layers)


def layers_of(root: Path, findings: Findings) -> tuple[Layer, ...]:
    """The layers of a folder, the lowest first; a folder without ``basis`` is one layer."""
    layers: list[Layer] = []
    folder, prefix = root, ""
    seen: set[Path] = set()
    while True:
        seen.add(folder.resolve())
        named = _base_of(folder, prefix)
        below = None if named is None else _folder_of(named, folder, seen, findings)
        layers.append(Layer(root=folder, prefix=prefix, builds_on=named is not None))
        if named is None or below is None:
            return tuple(reversed(layers))
        folder, prefix = below, f"{named.text(_BASE).rstrip('/')}/"


def _base_of(folder: Path, prefix: str) -> Fields | None:
    """The profile, when it names a base."""
    path = folder / PROFILE_FILE
    if not path.is_file():
        return None
    # What is wrong with the profile itself is told when it is read as a profile.
    value = read_file(path, prefix + PROFILE_FILE, Findings())
    if value is None or not isinstance(value.data, dict) or _BASE not in value.data:
        return None
    return Fields(value, prefix + PROFILE_FILE, Findings(), what="het profiel")


def _folder_of(profile: Fields, folder: Path, seen: set[Path], findings: Findings) -> Path | None:
    name = profile.text(_BASE)
    below = packaged_content() if name == NATIONAL else folder / name
    if not name or not below.is_dir():
        what = f"de map '{name}' achter basis bestaat niet"
    elif below.resolve() in seen:
        what = f"'{name}' achter basis wijst terug naar deze map zelf"
    else:
        return below
    advice = f"schrijf basis: {NATIONAL}, of de weg naar een andere map met inhoud"
    findings.error(profile.file, profile.line_of(_BASE), _BASE, what, advice)
    return None
