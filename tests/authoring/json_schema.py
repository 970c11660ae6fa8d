"""As much of JSON Schema (draft 2020-12) as ``flows/schema.json`` uses; a keyword it does not know is an error."""

import re
from collections.abc import Mapping
from typing import Any

_NOTES = {"$schema", "$defs", "title", "description", "enumDescriptions", "format", "then", "else", "minContains", "maxContains"}  # fmt: skip # noqa: E501
_TYPES = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool, "null": type(None)}


def accepts(schema: Mapping[str, Any], data: Any, root: Mapping[str, Any] | None = None) -> bool:
    """Whether the data has the shape; ``root`` is where ``$defs`` are."""
    root = schema if root is None else root
    return all(_holds(keyword, wanted, schema, data, root) for keyword, wanted in schema.items())


def _holds(keyword: str, wanted: Any, schema: Mapping[str, Any], data: Any, root: Mapping[str, Any]) -> bool:
    def fits(other: Mapping[str, Any], value: Any = data) -> bool:
        return accepts(other, value, root)

    match keyword:
        case "$ref":
            return fits(root["$defs"][wanted.removeprefix("#/$defs/")])
        case "type":
            return any(_is(data, name) for name in ([wanted] if isinstance(wanted, str) else wanted))
        case "enum":
            return data in wanted
        case "oneOf":
            return sum(fits(other) for other in wanted) == 1
        case "anyOf":
            return any(fits(other) for other in wanted)
        case "if":
            return fits(schema.get("then" if fits(wanted) else "else", {}))
        case _ if keyword in _NOTES:
            return True
        case "pattern" | "minLength":
            return not isinstance(data, str) or _text(keyword, wanted, data)
        case "minimum":
            return not _is(data, "integer") or data >= wanted
        case "items" | "contains" | "minItems" | "maxItems":
            return not isinstance(data, list) or _list(keyword, schema, data, root)
        case "properties" | "patternProperties" | "additionalProperties" | "required" | "minProperties":
            return not isinstance(data, dict) or _map(keyword, schema, data, root)
        case _:
            raise AssertionError(f"the keyword {keyword} is not known here")


def _is(data: Any, name: str) -> bool:
    return isinstance(data, _TYPES[name]) and not (name == "integer" and isinstance(data, bool))


def _text(keyword: str, wanted: Any, data: str) -> bool:
    return re.search(wanted, data) is not None if keyword == "pattern" else len(data) >= wanted


def _list(keyword: str, schema: Mapping[str, Any], data: list[Any], root: Mapping[str, Any]) -> bool:
    wanted = schema[keyword]
    match keyword:
        case "items":
            return all(accepts(wanted, item, root) for item in data)
        case "contains":
            found = sum(accepts(wanted, item, root) for item in data)
            return bool(schema.get("minContains", 1) <= found <= schema.get("maxContains", len(data)))
        case "minItems":
            return bool(len(data) >= wanted)
        case _:
            return bool(len(data) <= wanted)


def _map(keyword: str, schema: Mapping[str, Any], data: dict[str, Any], root: Mapping[str, Any]) -> bool:
    wanted = schema[keyword]
    named, patterns = schema.get("properties", {}), schema.get("patternProperties", {})
    match keyword:
        case "properties":
            return all(accepts(wanted[name], value, root) for name, value in data.items() if name in wanted)
        case "patternProperties":
            return all(
                accepts(other, value, root)
                for pattern, other in wanted.items()
                for name, value in data.items()
                if re.search(pattern, name)
            )
        case "additionalProperties":
            assert wanted is False
            return all(name in named or any(re.search(pattern, name) for pattern in patterns) for name in data)
        case "required":
            return all(name in data for name in wanted)
        case _:
            return bool(len(data) >= wanted)
