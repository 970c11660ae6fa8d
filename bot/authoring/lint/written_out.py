"""Facts of ``faq/facts.yaml`` that a text writes out, in the words people use."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.adapters.content.facts import Fact, Facts, Written
from bot.domain.ids import DUTCH, ENGLISH, Language

_WORDS = {
    DUTCH: "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien "
    "achttien negentien twintig",
    ENGLISH: "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty",
}
_NUMBERS = {language: dict(enumerate(words.split(), 1)) for language, words in _WORDS.items()}
_BETWEEN = {
    DUTCH: {"tot": r"(?:tot|tot en met|t/m|-|–)", "en": "en"},
    ENGLISH: {"to": r"(?:to|up to|until|-|–)", "and": "and"},
}
_FREE_BEFORE = re.compile(
    r"(?i)\b(?:al|nu|pas|sinds|ongeveer|bijna|ruim|zo'n|over|already|for the (?:last|past)|about|almost)\s+$"
)
_FREE_AFTER = re.compile(r"(?i)\s+(?:geleden|later|ago|eerder|oud|old|lang|langer|longer|extra|more)\b")
"""Around an amount that somebody lived through ("al zes weken", "6 weken geleden"), or that comes on top of a term."""
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?!\s|\n|$)[^.!?\n]*)*[.!?]?")
_HEADING = re.compile(r"^\s*(?:[-*]\s+)?\*\*[^*\n]+\*\*")


@dataclass(frozen=True, slots=True)
class _Wanted:
    fact: Fact
    amount: re.Pattern[str]
    near: re.Pattern[str]


def written_out(written: Iterable[Written], facts: Facts) -> Iterator[tuple[Written, int, str, list[Fact]]]:
    """In Dutch and English: the text, the line, the words, and the facts they may be."""
    wanted = {str(language): list(_wanted(facts, language)) for language in _NUMBERS}
    for one in written:
        for line, amount, found in _written_out(one, wanted.get(one.language, [])):
            yield one, line, amount, found


def _wanted(facts: Facts, language: Language) -> Iterator[_Wanted]:
    for fact in facts.by_id.values():
        text, near = fact.text.get(language), fact.near.get(language)
        if text and near:
            stems = "|".join(re.escape(stem) for stem in near)
            yield _Wanted(fact, _amount(text, language), re.compile(rf"(?i)(?<!\w)(?:{stems})"))


def _amount(text: str, language: Language) -> re.Pattern[str]:
    """The text as people write it: numbers in digits or words; of a range the unit may be left out."""
    words = text.split()
    parts = [_word(word, language) for word in words]
    is_range = sum(word[0].isdigit() for word in words) > 1
    if is_range and not words[-1][0].isdigit():
        parts[-1] = rf"(?:\s+{parts[-1]})?"
        body = r"\s*".join(parts[:-1]) + parts[-1]
    else:
        body = r"\s+".join(parts)
    # A bare number is an age; with a unit behind it, it counts something else.
    alone = r"(?!\s+(?:of|or|en|and|uur|dag|week|weken|maand|jaar|euro|keer|hours?|days?|weeks?|months?|times?))"
    return re.compile(rf"(?i)(?<![\w.,/-]){body}(?![\w-]){alone if len(words) == 1 else ''}")


def _word(word: str, language: Language) -> str:
    if word.isdigit() and int(word) in _NUMBERS[language]:
        return f"(?:{word}|{_NUMBERS[language][int(word)]})"
    return _BETWEEN[language].get(word, re.escape(word))


def _written_out(one: Written, wanted: list[_Wanted]) -> Iterator[tuple[int, str, list[Fact]]]:
    """Line, words and the facts they may be; only in a sentence that speaks of the thing the fact is about."""
    for sentence in _SENTENCE.finditer(one.text):
        found: dict[tuple[int, str], list[Fact]] = {}
        for each in wanted:
            match = each.amount.search(one.text, sentence.start(), sentence.end())
            if match is None or _is_free(one.text, match, each.near):
                continue
            if not each.near.search(_about(one.text, sentence)):
                continue
            found.setdefault((match.start(), match[0]), []).append(each.fact)
        for (place, amount), facts in found.items():
            yield one.line_at(place), amount, facts


def _is_free(text: str, match: re.Match[str], near: re.Pattern[str]) -> bool:
    before = text[max(0, match.start() - 30) : match.start()]
    after = _FREE_AFTER.match(text, match.end())
    return bool(_FREE_BEFORE.search(before)) or (after is not None and not near.match(after[0].strip()))


def _about(text: str, sentence: re.Match[str]) -> str:
    """The sentence, with the question in bold it stands under."""
    start = text.rfind("\n", 0, sentence.start()) + 1
    heading = _HEADING.match(text[start : sentence.end()])
    return f"{heading[0] if heading else ''} {sentence[0]}"
