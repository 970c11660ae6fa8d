"""Reads the fields of one YAML map and complains about whatever does not fit."""

import re
from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from bot.adapters.content.findings import Findings
from bot.adapters.content.strict_yaml import Value

LONGEST_ID = 42
"""A button of staff holds 64 bytes: its kind, the id of a talk, and this (Bot API, callback_data)."""
_ID = re.compile(rf"[a-z0-9][a-z0-9_]{{0,{LONGEST_ID - 1}}}")
_LANGUAGE = re.compile(r"[a-z]{2}(?:@(?:ouder|jongere))?")


def is_identifier(text: str) -> bool:
    """Whether this can be the id of a thing."""
    return _ID.fullmatch(text) is not None


class Fields:
    """The fields of one map; every method gives an empty value when the field is missing or wrong."""

    def __init__(self, value: Value, file: str, findings: Findings, *, what: str) -> None:
        """``what`` names the thing in messages, e.g. "deze vraag"."""
        self.line = value.line
        self.file = file
        self.findings = findings
        self.what = what
        self._data: Mapping[str, Value] = value.data if isinstance(value.data, dict) else {}
        if not isinstance(value.data, dict):
            self._wrong(value.line, "vorm", f"{what} heeft geen velden", "begin met '- id: …' en zet de velden eronder")

    def __contains__(self, name: str) -> bool:
        return name in self._data

    def line_of(self, name: str) -> int:
        """Where a field stands, or the thing itself when it is missing."""
        return self._data[name].line if name in self._data else self.line

    def raw(self, name: str) -> Value | None:
        """The value as it stands."""
        return self._data.get(name)

    def only(self, known: Collection[str]) -> None:
        """Complain about fields that do not exist, with the name that was probably meant."""
        for name, value in self._data.items():
            if name not in known:
                from rapidfuzz import process

                near = process.extractOne(name, list(known), score_cutoff=70)
                hint = f"bedoel je '{near[0]}'?" if near else f"kies uit: {', '.join(sorted(known))}"
                self._wrong(value.line, "onbekend", f"'{name}' is geen veld van {self.what}", hint)

    def need(self, *names: str) -> None:
        """Complain about fields that must be there."""
        for name in names:
            if name not in self._data or self._data[name].data in (None, "", [], {}):
                self._wrong(self.line, "ontbreekt", f"{self.what} heeft geen '{name}'", f"vul '{name}' in")

    def text(self, name: str) -> str:
        """A text; a number is taken as it is written."""
        value = self._data.get(name)
        if value is None or value.data is None:
            return ""
        if isinstance(value.data, str | int) and not isinstance(value.data, bool):
            return str(value.data)
        self._wrong(value.line, "vorm", f"'{name}' moet een tekst zijn", "zet er één tekst achter")
        return ""

    def identifier(self, name: str) -> str:
        """A name of small letters, digits and underscores."""
        text = self.text(name)
        if text and not _ID.fullmatch(text):
            self._wrong(
                self.line_of(name),
                "id",
                f"'{text}' is geen goede naam",
                f"gebruik kleine letters, cijfers en _ (hooguit {LONGEST_ID} tekens)",
            )
            return ""
        return text

    def flag(self, name: str) -> bool:
        """True or false."""
        value = self._data.get(name)
        if value is None:
            return False
        if isinstance(value.data, bool):
            return value.data
        self._wrong(
            value.line, "vorm", f"'{name}' moet true of false zijn", "schrijf true of false, zonder aanhalingstekens"
        )
        return False

    def number(self, name: str) -> int | None:
        """A whole number."""
        value = self._data.get(name)
        if value is None or value.data is None:
            return None
        if isinstance(value.data, int) and not isinstance(value.data, bool):
            return value.data
        self._wrong(value.line, "vorm", f"'{name}' moet een heel getal zijn", "schrijf alleen cijfers")
        return None

    def amount(self, name: str, least: int, most: int, otherwise: int) -> int:
        """A whole number within limits; ``otherwise`` when it is not there or cannot be."""
        found = self.number(name)
        if found is None:
            return otherwise
        if least <= found <= most:
            return found
        self._wrong(
            self.line_of(name),
            "getal",
            f"'{name}' is {found}, en dat kan niet",
            f"kies een getal van {least} tot en met {most}",
        )
        return otherwise

    def matching(self, name: str, pattern: re.Pattern[str], advice: str) -> str:
        """A text of a certain form, or empty when it has another."""
        text = self.text(name)
        if not text or pattern.fullmatch(text):
            return text
        self._wrong(self.line_of(name), "vorm", f"'{text}' kan niet bij '{name}'", advice)
        return ""

    def among(self, name: str, known: Collection[str]) -> tuple[str, ...]:
        """A list of names that all exist."""
        names = self.names(name)
        for one in names:
            if one not in known:
                self._wrong(
                    self.line_of(name), "onbekend", f"'{one}' kan niet bij '{name}'", f"kies uit: {', '.join(known)}"
                )
        return tuple(one for one in names if one in known)

    def day(self, name: str) -> date | None:
        """A date as ``"2026-11-23"``."""
        text = self.text(name)
        if not text:
            return None
        try:
            return date.fromisoformat(text)
        except ValueError:
            self._wrong(self.line_of(name), "datum", f"'{text}' is geen datum", 'schrijf hem als "2026-11-23"')
            return None

    def texts(self, name: str) -> dict[str, str]:
        """A text per language; a single text counts as Dutch."""
        value = self._data.get(name)
        if value is None or value.data is None:
            return {}
        if isinstance(value.data, str | int) and not isinstance(value.data, bool):
            return {"nl": str(value.data)}
        return {
            language: str(text.data)
            for language, text in self._languages(name, value).items()
            if self._is_text(name, text)
        }

    def text_lists(self, name: str) -> dict[str, tuple[str, ...]]:
        """A list of texts per language; a single list counts as Dutch."""
        value = self._data.get(name)
        if value is None or value.data is None:
            return {}
        if isinstance(value.data, list):
            return {"nl": self._list_of_texts(name, value)}
        return {language: self._list_of_texts(name, texts) for language, texts in self._languages(name, value).items()}

    def names(self, name: str) -> tuple[str, ...]:
        """A list of names."""
        value = self._data.get(name)
        if value is None or value.data is None:
            return ()
        return self._list_of_texts(name, value)

    def maps(self, name: str, what: str) -> list["Fields"]:
        """A list of maps."""
        value = self._data.get(name)
        if value is None or value.data is None:
            return []
        if not isinstance(value.data, list):
            self._wrong(value.line, "vorm", f"'{name}' moet een lijst zijn", "begin elke regel met een streepje")
            return []
        return [Fields(item, self.file, self.findings, what=what) for item in value.data]

    def map(self, name: str, what: str) -> "Fields | None":
        """One map inside this one."""
        value = self._data.get(name)
        return None if value is None or value.data is None else Fields(value, self.file, self.findings, what=what)

    def names_of_fields(self) -> tuple[str, ...]:
        """Names of the fields, in order."""
        return tuple(self._data)

    def _languages(self, name: str, value: Value) -> Mapping[str, Value]:
        if not isinstance(value.data, dict):
            self._wrong(
                value.line, "vorm", f"'{name}' moet per taal een tekst hebben", f"zet onder '{name}' een regel 'nl: …'"
            )
            return {}
        for language, text in value.data.items():
            if not _LANGUAGE.fullmatch(language):
                self._wrong(text.line, "taal", f"'{language}' is geen taal", "gebruik nl, en, of nl@jongere")
        return {language: text for language, text in value.data.items() if _LANGUAGE.fullmatch(language)}

    def _list_of_texts(self, name: str, value: Value) -> tuple[str, ...]:
        if not isinstance(value.data, list):
            self._wrong(value.line, "vorm", f"'{name}' moet een lijst zijn", "begin elke regel met een streepje")
            return ()
        return tuple(str(item.data) for item in value.data if self._is_text(name, item))

    def _is_text(self, name: str, value: Value) -> bool:
        data: Any = value.data
        if isinstance(data, str | int) and not isinstance(data, bool) and str(data).strip():
            return True
        self._wrong(
            value.line, "vorm", f"in '{name}' staat iets dat geen tekst is", "zet de tekst tussen aanhalingstekens"
        )
        return False

    def _wrong(self, line: int, code: str, what: str, advice: str) -> None:
        self.findings.error(self.file, line, code, what, advice)
