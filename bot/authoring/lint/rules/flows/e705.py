"""What may not go to staff is in no summary."""

from collections.abc import Iterator

from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Look, Problem, Rule, each_flow, in_flow
from bot.flow.definition import Flow, Handoff, Signal


def _check(flow: Flow, _look: Look) -> Iterator[Problem]:
    for step in flow.steps:
        for name in step.summary if isinstance(step, Handoff | Signal) else ():
            slot = flow.slots.get(name)
            if slot is not None and not slot.shared:
                yield in_flow(flow, step.line, f"'{name}' mag niet naar medewerkers", "haal het uit de samenvatting")


RULE = Rule(
    id="E705",
    means="een samenvatting voor medewerkers noemt een antwoord dat niet naar hen mag (`shared: false`)",
    mend="haal het uit `summary`",
    good=Example(
        flow="""
            slots:
              - name: duur
                type: text
                shared: true
                label:
                  nl: Wat er is
                  en: What is wrong
            steps:
              - ask: duur
                text:
                  nl: Wat is er?
                  en: What is wrong?
              - handoff: [duur]
              - id: klaar
                end: goed
                text:
                  nl: Je zei {duur}. Dag!
                  en: You said {duur}. Bye!
            """,
    ),
    bad=Example(
        flow="""
            slots:
              - name: duur
                type: text
                shared: false
                label:
                  nl: Wat er is
                  en: What is wrong
            steps:
              - ask: duur
                text:
                  nl: Wat is er?
                  en: What is wrong?
              - handoff: [duur]
              - id: klaar
                end: goed
                text:
                  nl: Je zei {duur}. Dag!
                  en: You said {duur}. Bye!
            """,
    ),
    check=each_flow(_check),
)
