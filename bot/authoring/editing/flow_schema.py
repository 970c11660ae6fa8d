"""The JSON Schema (draft 2020-12) of a flow file, for completion and help in editors, made from the loader's tables.

It refuses what the loader refuses for its shape, and also an empty field (``then:`` with nothing behind it), which the
loader reads as absent. What needs more than one place to see (a step that does not exist, ``else`` that is not the
last) is for ``steunpuntbot check``.
"""

import json
from collections.abc import Mapping
from typing import Any

from bot.adapters.content.fields import LONGEST_ID
from bot.adapters.content.flow_shape import (
    ARM,
    CLOSED,
    DIRECTIONS,
    DOCUMENTS,
    DOUBTS,
    FLOW,
    LAST_ARM,
    OPTION,
    SLOT,
    SLOT_TYPES,
    SPAN,
    START,
    STEPS,
    TAKES,
    UNITS,
    Field,
    Kind,
    Shape,
)
from bot.domain.audience import Audience

Schema = dict[str, Any]

_SOMETHING = r"\S"
_FORMS = r"^[a-z]{2}(@(ouder|jongere))?$"
_LANGUAGES: Mapping[str, str] = {
    "nl": "Nederlands, voor iedereen.",
    "nl@jongere": "Nederlands, voor jongeren.",
    "nl@ouder": "Nederlands, voor ouders.",
    "en": "Engels.",
}


def schema_text() -> str:
    """The schema as the file ``flows/schema.json`` holds it."""
    return json.dumps(flow_schema(), ensure_ascii=False, indent=2) + "\n"


def flow_schema() -> Schema:
    """The schema of one flow file."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Stappenplan van steunpuntbot",
        "description": "Een stappenplan: de antwoorden (slots) en de stappen. Uitleg staat in docs/flows.md.",
        **_map(FLOW),
        "$defs": {
            "texts": _texts(),
            "names": {"type": "array", "items": _filled({"type": ["string", "integer"]})},
            "start": _map(START),
            "slot": {**_map(SLOT), **_options_where_they_belong()},
            "option": _map(OPTION),
            "arm": _map(ARM),
            "last_arm": _map(LAST_ARM),
            "step": {"oneOf": [{"$ref": f"#/$defs/step_{verb}"} for verb in STEPS]},
            **{f"step_{verb}": _step(verb, shape) for verb, shape in STEPS.items()},
        },
    }


def _map(shape: Shape) -> Schema:
    return {
        "type": "object",
        "properties": {name: _field(field) for name, field in shape.items()},
        "required": [name for name, field in shape.items() if field.required],
        "additionalProperties": False,
    }


def _step(verb: str, shape: Shape) -> Schema:
    made = _map(shape)
    made["required"] = list(dict.fromkeys([verb, *made["required"]]))
    return {"title": verb, "description": shape[verb].help, **made}


def _field(field: Field) -> Schema:
    return {"description": field.help, **_value(field)}


def _value(field: Field) -> Schema:
    made = _VALUES[field.kind]
    return {**made, **_FILLED.get(field.kind, {})} if field.required else made


def _texts() -> Schema:
    text = _filled({"type": ["string", "integer"]})
    dutch = [name for name in _LANGUAGES if name.startswith("nl")]
    return {
        "type": ["string", "integer", "object"],
        "properties": {name: {"description": help_, **text} for name, help_ in _LANGUAGES.items()},
        "patternProperties": {_FORMS: text},
        "additionalProperties": False,
        "anyOf": [{"required": [name]} for name in dutch],
    }


def _filled(schema: Schema) -> Schema:
    return {**schema, "pattern": _SOMETHING}


def _one_of(names: Mapping[str, str]) -> Schema:
    """A closed list; ``enum`` for whoever checks, ``enumDescriptions`` for the help VS Code shows beside each."""
    return {"enum": list(names), "enumDescriptions": list(names.values())}


def _options_where_they_belong() -> Schema:
    return {
        "if": {"properties": {"type": {"enum": list(CLOSED)}}, "required": ["type"]},
        "then": {"properties": {"options": {"minItems": 2}}, "required": ["options"]},
        "else": {"properties": {"options": {"maxItems": 0}}},
    }


def _list_of(schema: Schema) -> Schema:
    return {"type": "array", "items": schema}


_VALUES: Mapping[Kind, Schema] = {
    Kind.TEXT: {"type": ["string", "integer"]},
    Kind.NAME: {"type": ["string", "integer"], "pattern": f"^[a-z0-9][a-z0-9_]{{0,{LONGEST_ID - 1}}}$", "minimum": 0},
    Kind.TEXTS: {"$ref": "#/$defs/texts"},
    Kind.NAMES: {"$ref": "#/$defs/names"},
    Kind.FLAG: {"type": "boolean"},
    Kind.NUMBER: {"type": "integer"},
    Kind.DAY: {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    Kind.VALUE: {"type": ["string", "integer", "null"]},
    Kind.AUDIENCES: _list_of({"enum": [str(audience) for audience in Audience]}),
    Kind.SLOT_TYPE: _one_of(SLOT_TYPES),
    Kind.DOCUMENT: _one_of(DOCUMENTS),
    Kind.DIRECTION: _one_of(DIRECTIONS),
    Kind.UNIT: _one_of(UNITS),
    Kind.DOUBT: _one_of(DOUBTS),
    Kind.TAKES: _list_of(_one_of(TAKES)),
    Kind.SPAN: {"type": "string", "pattern": f"^{SPAN}$"},
    Kind.START: {"$ref": "#/$defs/start"},
    Kind.SLOTS: _list_of({"$ref": "#/$defs/slot"}),
    Kind.OPTIONS: _list_of({"$ref": "#/$defs/option"}),
    Kind.STEPS: _list_of({"$ref": "#/$defs/step"}),
    Kind.ARMS: {
        **_list_of({"anyOf": [{"$ref": "#/$defs/arm"}, {"$ref": "#/$defs/last_arm"}]}),
        "contains": {"type": "object", "required": ["else"]},
        "minContains": 1,
        "maxContains": 1,
    },
}
_FILLED: Mapping[Kind, Schema] = {
    Kind.TEXT: {"minLength": 1},
    Kind.TEXTS: {"minLength": 1},
    Kind.NAMES: {"minItems": 1},
    Kind.AUDIENCES: {"minItems": 1},
    Kind.SLOTS: {"minItems": 1},
    Kind.STEPS: {"minItems": 1},
}
"""What a field adds when it must not be empty."""
