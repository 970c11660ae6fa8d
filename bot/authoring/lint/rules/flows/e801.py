"""Answers that a flow shows are there."""

from collections.abc import Iterator

from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Look, Problem, Rule, each_flow, in_flow
from bot.flow.definition import Faq, Flow


def _check(flow: Flow, look: Look) -> Iterator[Problem]:
    for step in flow.steps:
        if isinstance(step, Faq) and step.entry not in look.entries:
            yield in_flow(flow, step.line, f"de vraag '{step.entry}' bestaat niet", "kies een id uit faq/")


RULE = Rule(
    id="E801",
    means="een stap laat een antwoord zien dat er niet is",
    mend="kies een id uit `faq/`",
    good=Example(
        flow="""
            steps:
              - ask: duur
                text:
                  nl: Hoe lang duurt het al?
                  en: How long has it been?
              - faq: voorbeeld
              - id: klaar
                end: goed
                text:
                  nl: Je zei {duur}. Dag!
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
              - faq: voorbeelt
              - id: klaar
                end: goed
                text:
                  nl: Je zei {duur}. Dag!
                  en: You said {duur}. Bye!
            """,
    ),
    check=each_flow(_check),
)
