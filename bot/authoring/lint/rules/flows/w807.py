"""Answers that a flow shows are for the people it is for."""

from collections.abc import Iterator

from bot.adapters.content.findings import Severity
from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Look, Problem, Rule, each_flow, in_flow
from bot.flow.definition import Faq, Flow


def _check(flow: Flow, look: Look) -> Iterator[Problem]:
    for step in flow.steps:
        located = look.entries.get(step.entry) if isinstance(step, Faq) else None
        if located is not None and not flow.audiences & located.entry.audiences:
            what = f"'{located.entry.id}' is voor een andere doelgroep"
            yield in_flow(flow, step.line, what, "kies een andere vraag")


RULE = Rule(
    id="W807",
    means="een stap laat een antwoord zien dat voor anderen is: voor jongeren in een stappenplan voor ouders",
    mend="kies een andere vraag",
    severity=Severity.WARNING,
    good=Example(
        flow="""
            audience: [ouder]
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
            audience: [jongere]
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
    check=each_flow(_check),
)
