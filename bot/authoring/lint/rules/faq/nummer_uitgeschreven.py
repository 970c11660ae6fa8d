"""Numbers of helplines stand in ``faq/contacts.yaml``, each once.

Held against the texts for somebody in danger and the flows. Answers are left alone: there "bij 113" is also what people
call the organisation.
"""

import re
from collections.abc import Iterable, Iterator

from bot.adapters.content.facts import Written
from bot.adapters.content.findings import Severity
from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Look, Problem, Rule
from bot.dialogue.library import Contact
from bot.text.placeholders import PLACEHOLDER

_ADDRESS = re.compile(r"https?://\S+|\[[^\]\n]*\]\([^)\n]*\)|[\w-]+\.nl\b")


def _check(look: Look) -> Iterator[Problem]:
    spoken = [one for one in look.content.written if one.where not in look.entries]
    for one, place, contact in _numbers(spoken, look.content.contacts.values()):
        what = f"{one.where}: het nummer {contact.phone} staat uitgeschreven"
        advice = f"schrijf {{contact:{contact.id}.phone}}"
        yield Problem(file=one.file, line=one.line_at(place), what=what, advice=advice)


def _numbers(written: Iterable[Written], contacts: Iterable[Contact]) -> Iterator[tuple[Written, int, Contact]]:
    """Every number of a contact outside a placeholder and an address, with its place in the text."""
    known = {contact.phone: contact for contact in contacts if contact.phone}
    if not known:
        return
    numbers = "|".join(re.escape(number) for number in sorted(known, key=len, reverse=True))
    expression = re.compile(rf"(?<![\w-])(?:{numbers})(?![\w-])")
    for one in written:
        # As long as it was, so that the line still counts.
        text = _ADDRESS.sub(_blank, PLACEHOLDER.sub(_blank, one.text))
        for match in expression.finditer(text):
            yield one, match.start(), known[match[0]]


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


_CONTACTS = """\
contacts:
  - id: schoolarts
    name:
      nl: De schoolarts
    phone: "0800-1234"
"""
_QUESTION = """
answer:
  nl: Bel {contact:schoolarts}.
  en: Call {contact:schoolarts}.
"""
_ANSWERS = """\
owner: redactie
approved: "2026-11-01"
answers:
  - level: crisis
    category: suicide
    text:
      nl: Bel nu %s.
"""

RULE = Rule(
    id="nummer_uitgeschreven",
    means="een tekst bij gevaar of een stappenplan schrijft het nummer van een contact uit; verandert het, dan blijft "
    "deze tekst achter",
    mend="schrijf `{contact:…}`, zoals `check` het noemt",
    severity=Severity.WARNING,
    good=Example(
        question=_QUESTION,
        files={
            "faq/contacts.yaml": _CONTACTS,
            "faq/veiligheid/antwoorden.yaml": _ANSWERS % "{contact:schoolarts.phone}",
        },
    ),
    bad=Example(
        question=_QUESTION,
        files={"faq/contacts.yaml": _CONTACTS, "faq/veiligheid/antwoorden.yaml": _ANSWERS % "0800-1234"},
    ),
    check=_check,
)
