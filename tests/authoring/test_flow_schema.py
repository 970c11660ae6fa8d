"""What an editor is offered while typing is what the loader accepts: field for field, value for value."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.adapters.content.findings import Findings
from bot.adapters.content.flow_shape import ARM, DOCUMENTS, FLOW, LAST_ARM, OPTION, SLOT, SLOT_TYPES, START, STEPS, Kind
from bot.adapters.content.flows import flow_files, load_flows
from bot.adapters.content.overlay import Stack
from bot.adapters.content.strict_yaml import Value, read_text
from bot.authoring.editing.flow_schema import flow_schema, schema_text
from bot.flow.definition import SlotType
from tests.authoring.json_schema import accepts
from tests.authoring.test_flow_lint import BROKEN, GOOD

ROOT = Path(__file__).parents[2]
SCHEMA = flow_schema()
WORDS = {"nl": "Hoi", "en": "Hi"}
OPTIONS = [{"id": "a", "label": WORDS}, {"id": "b", "label": WORDS}]
SLOTS = [
    {"name": "duur", "type": "choice", "label": WORDS, "options": OPTIONS},
    {"name": "dag", "type": "date", "label": WORDS},
]
LEAST: dict[str, dict[str, Any]] = {
    "say": {"say": WORDS},
    "ask": {"ask": "duur", "text": WORDS},
    "review": {"review": ["duur"], "text": WORDS},
    "faq": {"faq": "vraag"},
    "branch": {"branch": [{"if": "duur is a", "goto": "end"}, {"else": "end"}]},
    "set": {"set": "duur"},
    "date": {"date": "dag", "from": "today"},
    "call": {"call": "proef"},
    "goto": {"goto": "end"},
    "handoff": {"handoff": []},
    "remind": {"remind": "duur", "days": 2, "text": WORDS},
    "document": {"document": "sheet", "title": WORDS, "slots": ["duur"]},
    "signal": {"signal": []},
    "mark": {"mark": "geholpen"},
    "end": {"end": "klaar"},
}
"""Each step with nothing but what it must have."""
VALUES: dict[str, Any] = {
    "text": "hallo daar", "name": "hallo", "number": 3, "negative": -3, "flag": True, "day": "2027-05-01",
    "texts": WORDS, "youth": {"nl@jongere": "Hoi"}, "a wrong language": {"nl": "Hoi", "nederlands": "Hoi"},
    "an empty text": {"nl": " "}, "a list in a text": {"nl": ["Hoi"]}, "names": ["a", "b"], "numbers": [1, 2],
    "an empty name": ["a", ""], "flags": [True], "maps": [{"a": "b"}], "no map": {}, "no list": [],
    "audience": ["ouder"], "nobody": ["baas"],
    "type": "scale", "document": "calendar", "words": {"words": ["hallo"]}, "a slip": {"words": ["a"], "woord": "b"},
}  # fmt: skip
MAPS = {
    "flow": (FLOW, ()),
    "start": (START, ("start",)),
    "slot": (SLOT, ("slots", 1)),
    "option": (OPTION, ("slots", 0, "options", 0)),
    "arm": (ARM, ("steps", 1, "branch", 0)),
    "last arm": (LAST_ARM, ("steps", 1, "branch", 1)),
    **{f"step {verb}": (shape, ("steps", 0)) for verb, shape in STEPS.items()},
}
"""Every map of a flow file: its table, and where it is in ``whole``."""


ELSEWHERE = {"E107", "E503"}
"""The name of the file, and the grammar of conditions: more than a shape."""


def whole(verb: str = "say") -> dict[str, Any]:
    """A flow that has this step and a branch."""
    flow = {
        "flow": "proef", "title": WORDS, "audience": ["ouder"], "owner": "redactie", "review_by": "2027-05-01",
        "start": {"words": ["hallo"]}, "slots": SLOTS, "steps": [LEAST[verb], LEAST["branch"]],
    }  # fmt: skip
    made = json.loads(json.dumps(flow))
    assert isinstance(made, dict)
    return made


def part(flow: Any, place: tuple[str | int, ...]) -> dict[str, Any]:
    """The map at this place."""
    for key in place:
        flow = flow[key]
    assert isinstance(flow, dict)
    return flow


def loads(folder: Path, flow: dict[str, Any]) -> bool:
    """Whether the loader has nothing against its shape."""
    (folder / "flows").mkdir(exist_ok=True)
    (folder / "flows" / "proef.yaml").write_text(yaml.dump(flow, Dumper=yaml.CSafeDumper), encoding="utf-8")
    findings = Findings()
    load_flows(Stack(folder, findings))
    return all(found.code in ELSEWHERE for found in findings.errors)


def plain(value: Value) -> Any:
    """What a YAML file holds, as JSON would."""
    if isinstance(value.data, dict):
        return {name: plain(inner) for name, inner in value.data.items()}
    return [plain(inner) for inner in value.data] if isinstance(value.data, list) else value.data


def parsed(text: str) -> Any:
    value = read_text(text, "proef.yaml", Findings())
    assert value is not None
    return plain(value)


@pytest.mark.parametrize("path", flow_files(ROOT), ids=lambda path: path.stem)
def test_every_packaged_flow_fits_and_names_the_schema(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert accepts(SCHEMA, parsed(text))
    first = text.splitlines()[0]
    assert first == "# yaml-language-server: $schema=../schema.json"
    assert (path.parent / first.partition("=")[2]).resolve() == ROOT / "flows" / "schema.json"


def test_the_file_in_the_repository_is_up_to_date() -> None:
    assert (ROOT / "flows" / "schema.json").read_text(encoding="utf-8") == schema_text(), (
        "run: python -m bot flows schema --output flows/schema.json"
    )


@pytest.mark.slow
@pytest.mark.parametrize("name", list(MAPS))
def test_schema_and_loader_agree_on_every_field_and_every_kind_of_value(tmp_path: Path, name: str) -> None:
    """Swap in each value for each field that is known anywhere, and leave each field out."""
    shape, place = MAPS[name]
    verb = name.removeprefix("step ") if name.startswith("step ") else "say"
    known = {field for other, _ in MAPS.values() for field in other}
    accepted, refused = 0, 0
    for field in sorted(known | {"kleur"}):
        for what, value in {**VALUES, "left out": None}.items():
            flow = whole(verb)
            if what == "left out":
                part(flow, place).pop(field, None)
            else:
                part(flow, place)[field] = copy.deepcopy(value)
            loader, schema = loads(tmp_path, flow), accepts(SCHEMA, flow)
            if what == "no map" and loader and shape[field].kind is Kind.TEXTS:
                continue  # an empty field: see below
            assert loader == schema, f"{field}: {what} → loader {loader}, schema {schema}"
            accepted, refused = accepted + loader, refused + (not loader)
    assert accepted
    assert refused
    properties = SCHEMA["properties"] if name == "flow" else _definition(name)["properties"]
    assert set(properties) == set(shape)
    assert all(properties[field]["description"] == shape[field].help for field in shape)


def _definition(name: str) -> dict[str, Any]:
    found = SCHEMA["$defs"][name.replace(" ", "_")]
    assert isinstance(found, dict)
    return found


SHAPES = ["E101", "E104", "E204", "E210", "E302", "E304", "E403", "E507", "E706", "ontbreekt", "onbekend"]


@pytest.mark.parametrize(("code", "old", "new"), [row for row in BROKEN if row[0] in SHAPES])
def test_what_is_broken_in_its_shape_is_refused(code: str, old: str, new: str) -> None:
    assert accepts(SCHEMA, parsed(GOOD)), code
    assert not accepts(SCHEMA, parsed(GOOD.replace(old, new, 1)))


@pytest.mark.parametrize("field", ["then", "again", "help", "skip"])
def test_an_empty_field_is_refused_though_the_loader_forgives_most(field: str) -> None:
    flow = whole("ask")
    flow["steps"][0][field] = None
    assert not accepts(SCHEMA, flow)


def test_the_lists_of_kinds_are_those_of_the_flow() -> None:
    assert list(SLOT_TYPES) == list(SlotType)
    assert SCHEMA["$defs"]["slot"]["properties"]["type"]["enumDescriptions"] == list(SLOT_TYPES.values())
    assert SCHEMA["$defs"]["step_document"]["properties"]["document"]["enum"] == list(DOCUMENTS)
