"""A flow for people leads to no draft."""

from collections.abc import Iterator

from bot.authoring.lint.examples import Example
from bot.authoring.lint.flow_ways import flows_led_to
from bot.authoring.lint.rule import Look, Problem, Rule, each_flow, in_flow
from bot.flow.definition import Flow


def _check(flow: Flow, look: Look) -> Iterator[Problem]:
    for step, name in flows_led_to(flow):
        other = look.content.flows.get(name)
        if other is not None and other.draft and not flow.draft:
            what, advice = (
                f"het stappenplan '{name}' is nog een concept",
                "haal daar 'draft: true' weg, of verwijs er nog niet naar",
            )
            yield in_flow(flow, step.line, what, advice)


_OTHER = """\
flow: ander
draft: {draft}
title:
  nl: Ander
  en: Other
audience: [ouder]
owner: redactie
review_by: "2027-05-01"
slots:
  - name: bellen
    type: yes_no
    label:
      nl: Bellen
      en: Calling
steps:
  - ask: bellen
    text:
      nl: Wil je bellen?
      en: Do you want to call?
  - branch:
      - if: bellen is ja
        goto: menu
      - else: end
"""

RULE = Rule(
    id="E212",
    means="een stap leidt naar een stappenplan dat nog een concept is",
    mend="haal daar `draft: true` weg, of verwijs er nog niet naar",
    good=Example(
        flow="""
            steps:
              - ask: duur
                text:
                  nl: Hoe lang duurt het al?
                  en: How long has it been?
              - branch:
                  - if: duur is weken
                    goto: flow:ander
                  - else: klaar
              - id: klaar
                end: goed
                text:
                  nl: Dag!
                  en: Bye!
            """,
        files={"flows/ander.yaml": _OTHER.format(draft="false")},
    ),
    bad=Example(
        flow="""
            steps:
              - ask: duur
                text:
                  nl: Hoe lang duurt het al?
                  en: How long has it been?
              - branch:
                  - if: duur is weken
                    goto: flow:ander
                  - else: klaar
              - id: klaar
                end: goed
                text:
                  nl: Dag!
                  en: Bye!
            """,
        files={"flows/ander.yaml": _OTHER.format(draft="true")},
    ),
    check=each_flow(_check),
)
