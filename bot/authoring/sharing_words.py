"""What people said, as far as it can leave a steunpunt: accepted sentences, and words that many used without an answer.

It goes into a file first, which an editor reads and cuts in, and from there into the pack. Of questions without an
answer no sentence leaves: only the words that at least five different people used for the same thing.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.adapters.content.fields import Fields
from bot.adapters.content.findings import Findings
from bot.adapters.content.strict_yaml import read_file, read_text
from bot.domain.errors import ContentError
from bot.domain.question import AcceptedPhrasing, UnansweredQuestion
from bot.insight.clusters import clusters
from bot.text.folding import fold

SENTENCES, MISSED = "zinnen", "gemist"
LEAST_PEOPLE = 5
"""So many different people asked something before its words leave, and so many used a word before it does."""
_LEAST_WORDS = 2
_HEAD = """\
# Wat mensen zeiden. Lees elke regel voordat je dit deelt, en haal weg wat naar een mens wijst.
# zinnen: zinnen die medewerkers bij een vraag zetten.
# gemist: woorden uit vragen zonder antwoord, elk van vijf of meer mensen.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What is in such a file."""

    sentences: Mapping[str, Mapping[str, tuple[str, ...]]]
    """By question and language."""
    missed: tuple[tuple[str, str], ...]
    """For whom, and the words."""


def collected(accepted: Iterable[AcceptedPhrasing], unanswered: Iterable[UnansweredQuestion]) -> Words:
    """What may leave."""
    sentences: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for one in accepted:
        known = sentences[one.entry][one.language]
        if one.text not in known:
            known.append(one.text)
    missed = []
    for cluster in clusters(unanswered):
        people: dict[str, set[str]] = defaultdict(set)
        for question in cluster.questions:
            for word in fold(question.text).split():
                people[word].add(question.visitor)
        if len({question.visitor for question in cluster.questions}) < LEAST_PEOPLE:
            continue
        order = dict.fromkeys(word for question in cluster.questions for word in fold(question.text).split())
        words = [word for word in order if len(people[word]) >= LEAST_PEOPLE]
        if len(words) >= _LEAST_WORDS:
            missed.append((cluster.questions[0].audience, " ".join(words)))
    return Words(
        sentences={name: {language: tuple(texts) for language, texts in of.items()} for name, of in sentences.items()},
        missed=tuple(dict.fromkeys(missed)),
    )


def write_words(words: Words, output: Path) -> None:
    """Write the file an editor reads."""
    lines = ["zinnen:" if words.sentences else "zinnen: {}"]
    for name, of in sorted(words.sentences.items()):
        lines.append(f"  {name}:")
        for language, texts in sorted(of.items()):
            lines += [f"    {language}:", *(f"      - {json.dumps(text, ensure_ascii=False)}" for text in texts)]
    lines.append("gemist:" if words.missed else "gemist: []")
    for audience, said in words.missed:
        lines += [f"  - words: {json.dumps(said, ensure_ascii=False)}"]
        lines += [f"    audience: {audience}"] if audience else []
    output.write_text(_HEAD + "\n".join(lines) + "\n", encoding="utf-8")


def read_words(path: Path) -> Words:
    """The file as the editor left it; raises ``ContentError`` when it cannot be read."""
    findings = Findings()
    value = read_file(path, path.name, findings) if path.is_file() else None
    if value is None or value.data is None:
        raise ContentError(f"{path.name} is niet te lezen. Maak het opnieuw met faq share --collect {path.name}.")
    top = Fields(value, path.name, findings, what="dit bestand")
    top.only(("zinnen", "gemist"))
    held = top.map("zinnen", "de zinnen")
    sentences = {name: held.text_lists(name) for name in held.names_of_fields()} if held is not None else {}
    missed = tuple((one.text("audience"), one.text("words")) for one in top.maps("gemist", "deze woorden"))
    if findings.errors:
        raise ContentError(str(findings.errors[0]))
    return Words(sentences={name: dict(of) for name, of in sentences.items()}, missed=missed)


def pieces_of(words: Words) -> Iterator[tuple[str, str, str]]:
    """Each as kind, name and text of a piece of a pack."""
    for name, of in sorted(words.sentences.items()):
        lines = [f"id: {SENTENCES}_{name}", f"entry: {name}", "questions:"]
        for language, texts in sorted(of.items()):
            lines += [f"  {language}:", *(f"    - {json.dumps(text, ensure_ascii=False)}" for text in texts)]
        yield SENTENCES, f"{SENTENCES}_{name}", "\n".join(lines)
    for audience, said in words.missed:
        name = f"{MISSED}_{hashlib.sha256(f'{audience} {said}'.encode()).hexdigest()[:12]}"
        lines = [f"id: {name}", f"audience: {json.dumps(audience)}", f"words: {json.dumps(said, ensure_ascii=False)}"]
        yield MISSED, name, "\n".join(lines)


def sentences_in(text: str) -> tuple[str, Mapping[str, Sequence[str]]]:
    """The question and its sentences per language, of a piece of that kind."""
    fields = fields_of(text)
    return fields.text("entry"), fields.text_lists("questions")


def fields_of(text: str) -> Fields:
    """The fields of a piece."""
    findings = Findings()
    value = read_text(text, "", findings)
    if value is None or findings.errors:
        raise ContentError("Dit stuk is niet te lezen. Vraag het pakket opnieuw.")
    return Fields(value, "", findings, what="dit stuk")
