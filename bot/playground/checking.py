"""Checks the parameters of a request against Telegram's own table, before a method sees them."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlparse

from bot.playground.errors import bad_request
from bot.playground.formatting import parse, units

TEXT_UNITS, CAPTION_UNITS, CALLBACK_BYTES = 4096, 1024, 64
MOST_BUTTONS, BUTTONS_A_ROW = 100, 8
_BUTTON_KINDS = ("callback_data", "url", "copy_text", "web_app", "login_url", "switch_inline_query", "pay")


@cache
def table() -> Mapping[str, Mapping[str, tuple[list[str], bool]]]:
    """Parameters per method: types and whether they are required (Bot API 10.1)."""
    data = json.loads((Path(__file__).parent / "methods.json").read_text(encoding="utf-8"))
    methods: Mapping[str, Mapping[str, tuple[list[str], bool]]] = data["methods"]
    return methods


@cache
def method_names() -> Mapping[str, str]:
    """Telegram takes method names in any case."""
    return {name.lower(): name for name in table()}


def checked(method: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """The parameters in their own types; raises 400 for an unknown, missing or wrong one."""
    known = table()[method]
    for name in given:
        if name not in known:
            # Telegram ignores it; here it is a mistake that must be found.
            raise bad_request(f"unknown parameter {name} of {method}")
    for name, (_, required) in known.items():
        if required and given.get(name) in (None, ""):
            raise bad_request(_missing(name))
    return {name: _typed(name, value, known[name][0]) for name, value in given.items()}


def _missing(name: str) -> str:
    return {"text": "message text is empty", "chat_id": "chat_id is empty"}.get(name, f'parameter "{name}" is required')


def _typed(name: str, value: Any, types: list[str]) -> Any:
    if "Integer" in types:
        try:
            return int(value)
        except (TypeError, ValueError):
            if "String" in types:
                return str(value)
            raise bad_request(f"{name} must be an Integer") from None
    if types == ["Boolean"]:
        if isinstance(value, bool):
            return value
        if str(value).lower() in ("true", "false", "1", "0"):
            return str(value).lower() in ("true", "1")
        raise bad_request(f"{name} must be a Boolean")
    if "String" in types:
        return value if isinstance(value, bytes) else str(value)
    if types == ["Float"]:
        try:
            return float(value)
        except (TypeError, ValueError):
            raise bad_request(f"{name} must be a Float") from None
    if isinstance(value, str):
        try:
            return json.loads(value)
        except ValueError:
            raise bad_request(f"can't parse {name} JSON object") from None
    return value


def text_of(parameters: Mapping[str, Any]) -> tuple[str, list[dict[str, Any]]]:
    """The text of a message with its entities."""
    text, entities = parse(parameters["text"], parameters.get("parse_mode"))
    if not text.strip():
        raise bad_request("message text is empty")
    if units(text) > TEXT_UNITS:
        raise bad_request("message is too long")
    return text, entities


def caption_of(parameters: Mapping[str, Any]) -> tuple[str, list[dict[str, Any]]]:
    """The caption of a photo or file."""
    text, entities = parse(parameters.get("caption") or "", parameters.get("parse_mode"))
    if units(text) > CAPTION_UNITS:
        raise bad_request("message caption is too long")
    return text, entities


def keyboard_of(parameters: Mapping[str, Any]) -> dict[str, Any] | None:
    """A reply markup as it may be shown; None when there is none."""
    markup = parameters.get("reply_markup")
    if not markup:
        return None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    rows = markup.get("inline_keyboard")
    if rows is None:
        return markup
    if not isinstance(rows, list) or any(not isinstance(row, list) for row in rows):
        raise bad_request("inline keyboard expected")
    if sum(len(row) for row in rows) > MOST_BUTTONS:
        raise bad_request("too many inline keyboard buttons")
    for row in rows:
        if len(row) > BUTTONS_A_ROW:
            raise bad_request("too many buttons in a row")
        for button in row:
            _check_button(button)
    return {"inline_keyboard": rows}


def _check_button(button: Any) -> None:
    if not isinstance(button, dict) or not str(button.get("text", "")).strip():
        raise bad_request("can't parse inline keyboard button: Text is empty")
    if sum(kind in button for kind in _BUTTON_KINDS) != 1:
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if "callback_data" in button and not 1 <= len(str(button["callback_data"]).encode()) <= CALLBACK_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    if "url" in button:
        address = urlparse(str(button["url"]))
        if address.scheme not in ("http", "https", "tg", "tel") or not (address.netloc or address.path):
            raise bad_request(f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL")
    if button.get("style") not in (None, "danger", "success", "primary"):
        raise bad_request("invalid button style")
