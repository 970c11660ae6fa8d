"""``faq/veiligheid/``: signals of danger, and the approved answers to them."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from bot.adapters.content.examples import load_examples
from bot.adapters.content.fields import Fields
from bot.adapters.content.findings import Findings
from bot.adapters.content.layers import NATIONAL, Layer
from bot.adapters.content.linear import is_linear
from bot.adapters.content.overlay import Kind, Stack
from bot.adapters.content.strict_yaml import read_file
from bot.dialogue.library import SafetyAnswer
from bot.safety.assessment import Category, Level
from bot.safety.signals import Example, Mask, Pattern, Signals
from bot.safety.word_groups import WordGroup

FOLDER = "veiligheid"
ANSWERS_FILE = "antwoorden.yaml"
CRISIS_FILE = "crisis.yaml"
_LEVELS = {"concern": Level.CONCERN, "crisis": Level.CRISIS, "acute": Level.ACUTE, "none": Level.NONE}


def load_signals(faq: Path, findings: Findings, prefix: str = "") -> Signals:
    """All patterns, masks and examples; a folder without them gives signals that never alarm.

    ``prefix`` stands in front of file names in findings.
    """
    patterns: list[Pattern] = []
    masks: list[Mask] = []
    examples: list[Example] = []
    groups: list[WordGroup] = []
    for path in sorted((faq / FOLDER).glob("*.yaml")):
        if path.name in (ANSWERS_FILE, CRISIS_FILE):
            continue
        name = f"{prefix}faq/{FOLDER}/{path.name}"
        value = read_file(path, name, findings)
        if value is None or value.data is None:
            continue
        top = Fields(value, name, findings, what="dit bestand")
        top.only(("category", "patterns", "masks", "examples", "groups"))
        category = _category(top)
        for fields in top.maps("masks", "deze uitdrukking"):
            expression = _expression(fields)
            if expression is not None:
                masks.append(Mask(id=fields.identifier("id"), expression=expression))
        for fields in top.maps("patterns", "dit signaal"):
            fields.only(("id", "level", "match", "topic", "always"))
            expression = _expression(fields)
            level = _LEVELS.get(fields.text("level"))
            if level is None:
                findings.error(
                    name, fields.line_of("level"), "niveau", "dit niveau bestaat niet", "kies concern, crisis of acute"
                )
            if expression is not None and level is not None and category is not None:
                patterns.append(
                    Pattern(
                        id=fields.identifier("id"),
                        category=category,
                        level=level,
                        expression=expression,
                        topic=fields.flag("topic"),
                        always=fields.flag("always"),
                    )
                )
        examples.extend(_examples(top, category))
        groups.extend(_groups(top))
    examples.extend(load_examples(faq / FOLDER, findings, f"{prefix}faq/{FOLDER}/"))
    return Signals(patterns=tuple(patterns), masks=tuple(masks), examples=tuple(examples), groups=tuple(groups))


def load_all_signals(stack: Stack) -> Signals:
    """The signals of the lowest layer: an organisation may not change what counts as danger."""
    for layer in stack.layers[1:]:
        for path in sorted((layer.faq / FOLDER).glob("*.yaml")):
            if path.name != ANSWERS_FILE:
                stack.findings.read.add(path.resolve())
                stack.findings.error(
                    layer.name(path),
                    1,
                    "veiligheid",
                    "de signalen van gevaar zijn landelijk; dit bestand telt hier niet mee",
                    f"haal het weg; alleen faq/{FOLDER}/{ANSWERS_FILE} mag van jullie zelf zijn",
                )
    lowest = stack.layers[0]
    return load_signals(lowest.faq, stack.findings, lowest.prefix)


def load_safety_answers(stack: Stack) -> tuple[SafetyAnswer, ...]:
    """The approved texts of the highest layer that has them; none when no layer has."""
    files = [top for layer in stack.layers if (top := _answers_file(layer, stack.findings)) is not None]
    for below, own in pairwise(files):
        stack.replace(Kind.SAFETY, FOLDER, own, below)
    return next((answers for top in reversed(files) if (answers := _approved(top))), ())


def _answers_file(layer: Layer, findings: Findings) -> Fields | None:
    path = layer.faq / FOLDER / ANSWERS_FILE
    name = f"{layer.prefix}faq/{FOLDER}/{ANSWERS_FILE}"
    value = read_file(path, name, findings) if path.exists() else None
    return None if value is None else Fields(value, name, findings, what="dit bestand")


def _approved(top: Fields) -> tuple[SafetyAnswer, ...]:
    """The texts of a file; all of them are left out as long as it has no owner and date of approval."""
    top.only(("owner", "approved", "answers", NATIONAL))
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
        top.findings.warn(
            top.file,
            top.line_of("approved"),
            "akkoord",
            "de teksten bij gevaar hebben geen eigenaar of akkoorddatum; de bot zegt de ingebouwde tekst van die soort",
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
    if fields.text("match") and not is_linear(fields.text("match")):
        fields.findings.error(
            fields.file,
            fields.line_of("match"),
            "patroon",
            "dit patroon is geen goede reguliere expressie, of het herhaalt een herhaling en kan dan heel traag worden",
            r"schrijf hooguit: (?: \w+){0,8} in plaats van (?: \w+)*",
        )
        return None
    try:
        return re.compile(fields.text("match"))
    except (re.error, OverflowError, RecursionError):
        fields.findings.error(
            fields.file,
            fields.line_of("match"),
            "patroon",
            "dit patroon is geen goede reguliere expressie",
            "vraag een collega om mee te kijken",
        )
        return None


def _groups(top: Fields) -> Iterator[WordGroup]:
    for fields in top.maps("groups", "deze woordgroep"):
        fields.only(("id", "words", "context"))
        fields.need("id", "words")
        yield WordGroup(name=fields.identifier("id"), words=fields.names("words"), context=fields.flag("context"))


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
