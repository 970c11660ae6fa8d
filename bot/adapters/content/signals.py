"""``faq/veiligheid/``: signals of danger, and the approved answers to them."""

import re
from pathlib import Path

from bot.adapters.content.fields import Fields
from bot.adapters.content.findings import Findings
from bot.adapters.content.strict_yaml import read_file
from bot.dialogue.library import SafetyAnswer
from bot.safety.assessment import Category, Level
from bot.safety.signals import Example, Mask, Pattern, Signals

FOLDER = "veiligheid"
ANSWERS_FILE = "antwoorden.yaml"
_LEVELS = {"concern": Level.CONCERN, "crisis": Level.CRISIS, "acute": Level.ACUTE, "none": Level.NONE}


def load_signals(faq: Path, findings: Findings) -> Signals:
    """All patterns, masks and examples; a folder without them gives signals that never alarm."""
    patterns: list[Pattern] = []
    masks: list[Mask] = []
    examples: list[Example] = []
    for path in sorted((faq / FOLDER).glob("*.yaml")):
        if path.name == ANSWERS_FILE:
            continue
        name = f"faq/{FOLDER}/{path.name}"
        value = read_file(path, name, findings)
        if value is None or value.data is None:
            continue
        top = Fields(value, name, findings, what="dit bestand")
        top.only(("category", "patterns", "masks", "examples"))
        category = _category(top)
        for fields in top.maps("masks", "deze uitdrukking"):
            expression = _expression(fields)
            if expression is not None:
                masks.append(Mask(id=fields.identifier("id"), expression=expression))
        for fields in top.maps("patterns", "dit signaal"):
            fields.only(("id", "level", "match"))
            expression = _expression(fields)
            level = _LEVELS.get(fields.text("level"))
            if level is None:
                findings.error(
                    name, fields.line_of("level"), "niveau", "dit niveau bestaat niet", "kies concern, crisis of acute"
                )
            if expression is not None and level is not None and category is not None:
                patterns.append(
                    Pattern(id=fields.identifier("id"), category=category, level=level, expression=expression)
                )
        examples.extend(_examples(top, category))
    return Signals(patterns=tuple(patterns), masks=tuple(masks), examples=tuple(examples))


def load_safety_answers(faq: Path, findings: Findings) -> tuple[SafetyAnswer, ...]:
    """The approved texts; all of them are left out as long as the file has no owner and date of approval."""
    path = faq / FOLDER / ANSWERS_FILE
    name = f"faq/{FOLDER}/{ANSWERS_FILE}"
    value = read_file(path, name, findings) if path.exists() else None
    if value is None:
        return ()
    top = Fields(value, name, findings, what="dit bestand")
    top.only(("owner", "approved", "answers"))
    answers = []
    for fields in top.maps("answers", "dit antwoord"):
        fields.only(("level", "category", "text", "about_other"))
        fields.need("level", "category", "text")
        category, level = _category(fields), _LEVELS.get(fields.text("level"))
        if category is not None and level is not None:
            answers.append(
                SafetyAnswer(
                    level=level, category=category, text=fields.texts("text"), about_other=fields.texts("about_other")
                )
            )
    if not top.text("owner") or top.day("approved") is None:
        findings.warn(
            name,
            top.line_of("approved"),
            "akkoord",
            "de teksten bij gevaar hebben geen eigenaar of akkoorddatum; de bot zegt de kerntekst met 112 en 113",
            "laat een deskundige ze lezen en vul owner en approved in",
        )
        return ()
    return tuple(answers)


def _category(top: Fields) -> Category | None:
    if "category" not in top:
        return None
    name = top.text("category")
    if name in tuple(Category):
        return Category(name)
    top.findings.error(
        top.file, top.line_of("category"), "soort", f"'{name}' bestaat niet", f"kies uit {', '.join(Category)}"
    )
    return None


def _expression(fields: Fields) -> re.Pattern[str] | None:
    fields.need("id", "match")
    try:
        return re.compile(fields.text("match"))
    except re.error:
        fields.findings.error(
            fields.file,
            fields.line_of("match"),
            "patroon",
            "dit patroon is geen goede reguliere expressie",
            "vraag een collega om mee te kijken",
        )
        return None


def _examples(top: Fields, category: Category | None) -> list[Example]:
    groups = top.map("examples", "de voorbeelden")
    if groups is None:
        return []
    groups.only(tuple(_LEVELS))
    return [
        Example(text=text, level=level, category=None if level is Level.NONE else category)
        for name, level in _LEVELS.items()
        for text in groups.names(name)
    ]
