"""Contacts that an answer names are there."""

from collections.abc import Iterator

from bot.adapters.content.entries import LocatedEntry
from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Look, Problem, Rule, each_question, in_question
from bot.text.placeholders import PLACEHOLDER

_ADVICE = "kies een id uit faq/contacts.yaml"


def _check(located: LocatedEntry, look: Look) -> Iterator[Problem]:
    entry, contacts = located.entry, look.content.contacts
    for field, texts in (("answer", entry.answer), ("more", entry.more)):
        for text in texts.values():
            for match in PLACEHOLDER.finditer(text):
                if match[2] and match[2] not in contacts:
                    yield in_question(located, field, f"contact '{match[2]}' bestaat niet", _ADVICE)
    for contact in entry.contacts:
        if contact not in contacts:
            yield in_question(located, "contacts", f"contact '{contact}' bestaat niet", _ADVICE)


_CONTACTS = """\
contacts:
  - id: jouwggd
    name: JouwGGD
    phone: "088 000 0000"
"""

RULE = Rule(
    id="contact",
    means="een antwoord noemt een contact dat er niet is",
    mend="kies een id uit `faq/contacts.yaml`",
    good=Example(
        question="""
            answer:
              nl: Bel {contact:jouwggd} als je vragen hebt.
              en: Call {contact:jouwggd} with questions.
            """,
        files={"faq/contacts.yaml": _CONTACTS},
    ),
    bad=Example(
        question="""
            answer:
              nl: Bel {contact:jouwgg} als je vragen hebt.
              en: Call {contact:jouwggd} with questions.
            """,
        files={"faq/contacts.yaml": _CONTACTS},
    ),
    check=each_question(_check),
)
