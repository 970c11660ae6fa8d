"""``andere_talen.yaml`` → one paragraph for each language there are no answers in."""

from bot.adapters.content.fields import Fields
from bot.adapters.content.findings import Findings
from bot.adapters.content.overlay import Stack
from bot.adapters.content.strict_yaml import read_file
from bot.adapters.content.texts import packaged_texts
from bot.dialogue.library import OtherLanguage
from bot.domain.ids import Language
from bot.text.placeholders import PLACEHOLDER

FILE = "andere_talen.yaml"
_LONGEST = 900
_MUST = (("112", "het alarmnummer 112"), ("{steunpunt}", "de naam {steunpunt}"))


def load_other_languages(stack: Stack) -> dict[Language, OtherLanguage]:
    """The paragraphs of all layers; one of an upper layer replaces that of a lower."""
    found: dict[Language, OtherLanguage] = {}
    for layer in stack.layers:
        path = layer.faq / FILE
        if not path.is_file():
            continue
        name = layer.name(path)
        content = read_file(path, name, stack.findings)
        if content is None or content.data is None:
            continue
        if not isinstance(content.data, list):
            what = "dit bestand is geen lijst van talen"
            stack.findings.error(name, content.line, "vorm", what, "begin elke taal met '- id: …'")
            continue
        seen: set[str] = set()
        for value in content.data:
            fields = Fields(value, name, stack.findings, what="deze taal")
            one = _language(fields, seen)
            if one is not None:
                found[one.id] = one
    return found


def _language(fields: Fields, seen: set[str]) -> OtherLanguage | None:
    findings: Findings = fields.findings
    fields.only(("id", "name", "asked", "text", "made", "reviewed"))
    fields.need("id", "name", "text", "made")
    for name in ("made", "reviewed"):
        by = fields.map(name, f"'{name}'")
        if by is not None:
            by.only(("by", "on"))
            by.need("by", "on")
            by.day("on")
    identifier, text = fields.identifier("id"), fields.text("text").strip()
    if identifier in packaged_texts().languages:
        what = f"in '{identifier}' zijn er antwoorden; daar hoort dit stukje niet bij"
        findings.error(fields.file, fields.line_of("id"), "taal", what, "haal het weg")
        return None
    if identifier in seen:
        what = f"'{identifier}' staat hier twee keer"
        findings.error(fields.file, fields.line_of("id"), "dubbel_id", what, "laat er één staan")
        return None
    seen.add(identifier)
    for needed, called in _MUST:
        if needed not in text:
            what = f"in de tekst voor '{identifier}' ontbreekt {called}"
            findings.error(fields.file, fields.line_of("text"), "weggevallen", what, "zet het erin")
    leftover = PLACEHOLDER.sub("", text)
    if "{" in leftover or "}" in leftover:
        what = "er staat een { of } die nergens bij hoort"
        findings.error(fields.file, fields.line_of("text"), "accolade", what, "schrijf {steunpunt}")
    if len(text) > _LONGEST:
        what = f"de tekst voor '{identifier}' heeft {len(text)} tekens"
        findings.error(fields.file, fields.line_of("text"), "lengte", what, f"hooguit {_LONGEST}")
    if not identifier or not text:
        return None
    return OtherLanguage(
        id=Language(identifier), text=text, names=tuple(dict.fromkeys((fields.text("name"), *fields.names("asked"))))
    )
