"""``vaste_zinnen.yaml`` → sentences that staff send in the language of the person."""

from bot.adapters.content.fields import Fields
from bot.adapters.content.overlay import Stack
from bot.adapters.content.strict_yaml import read_file
from bot.dialogue.library import Localised
from bot.domain.ids import DUTCH

FILE = "vaste_zinnen.yaml"
_OPENING = "{openingstijd}"


def load_sentences(stack: Stack) -> dict[str, Localised]:
    """By name; a sentence of an upper layer replaces that of a lower."""
    found: dict[str, Localised] = {}
    for layer in stack.layers:
        path = layer.faq / FILE
        content = read_file(path, layer.name(path), stack.findings) if path.is_file() else None
        if content is None or content.data is None:
            continue
        if not isinstance(content.data, list):
            what, advice = "dit bestand is geen lijst van zinnen", "begin elke zin met '- id: …'"
            stack.findings.error(layer.name(path), content.line, "vorm", what, advice)
            continue
        seen: set[str] = set()
        for value in content.data:
            fields = Fields(value, layer.name(path), stack.findings, what="deze zin")
            name, texts = _sentence(fields, seen)
            if name and texts:
                found[name] = texts
    return found


def _sentence(fields: Fields, seen: set[str]) -> tuple[str, Localised]:
    fields.only(("id", "text"))
    fields.need("id", "text")
    name, texts = fields.identifier("id"), fields.texts("text")

    def wrong(field: str, code: str, what: str, advice: str) -> None:
        fields.findings.error(fields.file, fields.line_of(field), code, what, advice)

    if name in seen:
        wrong("id", "dubbel_id", f"de zin '{name}' staat hier twee keer", "geef een van de twee een andere naam")
    seen.add(name)
    if texts and DUTCH not in texts:
        wrong("text", "taal", f"de zin '{name}' heeft geen Nederlands", "zet er 'nl:' bij")
        return name, {}
    for language, text in texts.items():
        if (_OPENING in text) != (_OPENING in texts[DUTCH]):
            what = f"'{name}' in {language} noemt {_OPENING} anders dan het Nederlands"
            wrong("text", "weggevallen", what, "maak ze gelijk")
        if "{" in text.replace(_OPENING, ""):
            wrong("text", "accolade", f"in '{name}' staat een {{ die nergens bij hoort", f"alleen {_OPENING} kan hier")
    return name, texts
