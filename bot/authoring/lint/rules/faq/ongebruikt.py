"""Contacts and terms are used somewhere: what nobody uses, nobody keeps up to date."""

import re
from collections.abc import Iterator

from bot.adapters.content.findings import Severity
from bot.adapters.content.flow_texts import texts_of
from bot.adapters.content.library import Content
from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Look, Problem, Rule
from bot.matching.entry import Entry
from bot.text.folding import fold
from bot.text.placeholders import CONTACT

_ALWAYSCONTACT = frozenset({"112", "113", "steunpunt"})
_WORD = re.compile(r"\w+")
_LONG_ENOUGH = 5
"""Letters from which a word is also sought inside longer ones; shorter would be found anywhere."""


def _check(look: Look) -> Iterator[Problem]:
    yield from _contacts(look.content)
    yield from _terms(look.content)


def _contacts(content: Content) -> Iterator[Problem]:
    texts = [
        text
        for located in content.entries
        for forms in (located.entry.answer, located.entry.more)
        for text in forms.values()
    ]
    named = {name for text in (*texts, *_beside(content)) for name in CONTACT.findall(text)}
    named |= {str(contact) for located in content.entries for contact in located.entry.contacts}
    for contact in content.contacts.values():
        if contact.id not in named and not contact.helpline_for and contact.id not in _ALWAYSCONTACT:
            yield Problem(
                file="faq/contacts.yaml",
                line=1,
                what=f"contact '{contact.id}' staat in geen enkel antwoord",
                advice="noem het in een antwoord, of haal het weg",
            )


def _terms(content: Content) -> Iterator[Problem]:
    texts = [text for located in content.entries for text in _texts(located.entry)]
    said = f" {' '.join(_plain(text) for text in (*texts, *_beside(content)))} "
    for term in content.glossary.located:
        if not any(_is_said(_plain(form), said) for form in term.forms):
            yield Problem(
                file=term.file,
                line=term.line,
                what=f"begrip '{term.forms[0]}' staat in geen enkele vraag of tekst",
                advice="gebruik het, haal het weg, of schrijf bij allow: ongebruikt: waarom het blijft",
                severity=Severity.HINT,
                allow=term.allow,
            )


def _beside(content: Content) -> Iterator[str]:
    for flow in content.flows.values():
        for step in flow.steps:
            yield from texts_of(step)
    for reply in content.smalltalk.values():
        yield from reply.values()


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


RULE = Rule(
    id="ongebruikt",
    means="een contact staat in geen enkel antwoord, of een begrip in geen enkele vraag of tekst",
    mend='noem het, haal het weg, of zet bij het begrip `allow:` met `ongebruikt: "waarom"`',
    severity=Severity.WARNING,
    excusable=True,
    good=Example(
        files={
            "faq/glossary.yaml": """
                terms:
                  - id: schoolarts
                    term: schoolarts
                    also: [jeugdarts]
                """
        }
    ),
    bad=Example(
        files={
            "faq/glossary.yaml": """
                terms:
                  - id: logopedist
                    term: logopedist
                """
        }
    ),
    check=_check,
)
