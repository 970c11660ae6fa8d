"""Entries that no button leads to, and words of the glossary that nobody uses."""

import re
from collections.abc import Iterator

from bot.adapters.content.findings import Finding, Severity
from bot.adapters.content.flow_texts import texts_of
from bot.adapters.content.library import Content
from bot.domain.ids import EntryId
from bot.flow.definition import Faq
from bot.matching.entry import Entry
from bot.text.folding import fold

_WORD = re.compile(r"\w+")
_LONG_ENOUGH = 5
"""Letters from which a word is also sought inside longer ones; shorter would be found anywhere."""


def unreachable(content: Content) -> Iterator[Finding]:
    """Entries that only a typed question finds; a folder without a menu has only those."""
    reached: set[EntryId] = {name for themes in content.themes.values() for theme in themes for name in theme.entries}
    if not reached:
        return
    reached |= {step.entry for flow in content.flows.values() for step in flow.steps if isinstance(step, Faq)}
    reached |= {meaning.entry for meaning in content.glossary.meanings.values() if meaning.entry is not None}
    related = {located.entry.id: located.entry.related for located in content.entries}
    waiting = list(reached)
    while waiting:
        new = set(related.get(waiting.pop(), ())) - reached
        reached |= new
        waiting += new
    for located in content.entries:
        if located.entry.id not in reached and "onbereikbaar" not in located.allow:
            yield Finding(
                file=located.file,
                line=located.fields.line_of("id"),
                code="onbereikbaar",
                what=f"{located.entry.id}: geen enkele knop leidt hierheen",
                advice="zet hem in faq/menu.yaml of bij related van een andere vraag",
                severity=Severity.HINT,
            )


def unused_terms(content: Content) -> Iterator[Finding]:
    """Terms that no phrasing and no text of an entry, a flow or small talk uses in any of their forms."""
    texts = [text for located in content.entries for text in _texts(located.entry)]
    texts += [text for flow in content.flows.values() for step in flow.steps for text in texts_of(step)]
    texts += [text for reply in content.smalltalk.values() for text in reply.values()]
    said = f" {' '.join(_plain(text) for text in texts)} "
    for term in content.glossary.located:
        if term.excused or any(_is_said(_plain(form), said) for form in term.forms):
            continue
        yield Finding(
            file=term.file,
            line=term.line,
            code="ongebruikt",
            what=f"begrip '{term.forms[0]}' staat in geen enkele vraag of tekst",
            advice="gebruik het, haal het weg, of schrijf bij allow: ongebruikt: waarom het blijft",
            severity=Severity.HINT,
        )


def _texts(entry: Entry) -> Iterator[str]:
    for forms in (entry.title, entry.answer, entry.more):
        yield from forms.values()
    for lists in (entry.questions, entry.keywords):
        for texts in lists.values():
            yield from texts


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(fold(text)))


def _is_said(form: str, said: str) -> bool:
    return form in said if len(form) >= _LONG_ENOUGH else f" {form} " in said
