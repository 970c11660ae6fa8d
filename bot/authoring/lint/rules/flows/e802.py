"""Contacts that a text names are there."""

from collections.abc import Iterator

from bot.authoring.lint.examples import Example
from bot.authoring.lint.flow_ways import forms_of
from bot.authoring.lint.rule import Look, Problem, Rule, each_flow, in_flow
from bot.domain.ids import ContactId
from bot.flow.definition import Flow
from bot.text.placeholders import CONTACT


def _check(flow: Flow, look: Look) -> Iterator[Problem]:
    for step, _, form in forms_of(flow):
        for name in CONTACT.findall(form):
            if ContactId(name) not in look.content.contacts:
                yield in_flow(flow, step.line, f"contact '{name}' bestaat niet", "kies een id uit faq/contacts.yaml")


RULE = Rule(
    id="E802",
    means="een tekst noemt een contact dat er niet is",
    mend="kies een id uit `faq/contacts.yaml`",
    good=Example(
        flow="""
            steps:
              - ask: duur
                text:
                  nl: Hoe lang duurt het al?
                  en: How long has it been?
              - id: klaar
                end: goed
                text:
                  nl: Je zei {duur}. Bel {contact:steunpunt}.
                  en: You said {duur}. Bye!
            """,
    ),
    bad=Example(
        flow="""
            steps:
              - ask: duur
                text:
                  nl: Hoe lang duurt het al?
                  en: How long has it been?
              - id: klaar
                end: goed
                text:
                  nl: Je zei {duur}. Bel {contact:steunpuntje}.
                  en: You said {duur}. Bye!
            """,
    ),
    check=each_flow(_check),
)
