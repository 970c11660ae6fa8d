"""Nothing is asked that is not used."""

from collections.abc import Iterator

from bot.adapters.content.findings import Severity
from bot.adapters.content.flow_texts import texts_of
from bot.authoring.lint.examples import Example
from bot.authoring.lint.flow_ways import first_line_of, slots_named, slots_set, tests_of
from bot.authoring.lint.rule import Look, Problem, Rule, each_flow, in_flow
from bot.flow.definition import Ask, Flow
from bot.text.placeholders import SLOT


def _check(flow: Flow, _look: Look) -> Iterator[Problem]:
    if flow.survey:
        return
    used = {name for step in flow.steps for name in slots_named(step) if not isinstance(step, Ask)}
    used |= {test.name for _, test in tests_of(flow)}
    used |= {name for step in flow.steps for form in texts_of(step) for name in SLOT.findall(form)}
    for name in flow.slots:
        if name in slots_set(flow) and name not in used:
            what = f"'{name}' wordt gevraagd maar nergens gebruikt"
            yield in_flow(flow, first_line_of(flow, name), what, "vraag niet meer dan nodig")


RULE = Rule(
    id="W509",
    means="er wordt iets gevraagd dat nergens gebruikt wordt",
    mend="vraag niet meer dan nodig",
    severity=Severity.WARNING,
    good=Example(
        flow="""
            slots:
              - name: duur
                type: choice
                label:
                  nl: Hoe lang
                  en: How long
                options:
                  - id: dagen
                    label:
                      nl: Een paar dagen
                      en: A few days
                  - id: weken
                    label:
                      nl: Weken
                      en: Weeks
              - name: naam
                type: text
                label:
                  nl: Hoe het kind heet
                  en: Name of the child
            steps:
              - ask: duur
                text:
                  nl: Hoe lang duurt het al?
                  en: How long has it been?
              - ask: naam
                text:
                  nl: Hoe heet je kind?
                  en: What is the name of your child?
              - id: klaar
                end: goed
                text:
                  nl: Je zei {duur}. Dag, {naam}!
                  en: You said {duur}. Bye, {naam}!
            """,
    ),
    bad=Example(
        flow="""
            slots:
              - name: duur
                type: choice
                label:
                  nl: Hoe lang
                  en: How long
                options:
                  - id: dagen
                    label:
                      nl: Een paar dagen
                      en: A few days
                  - id: weken
                    label:
                      nl: Weken
                      en: Weeks
              - name: naam
                type: text
                label:
                  nl: Hoe het kind heet
                  en: Name of the child
            steps:
              - ask: duur
                text:
                  nl: Hoe lang duurt het al?
                  en: How long has it been?
              - ask: naam
                text:
                  nl: Hoe heet je kind?
                  en: What is the name of your child?
              - id: klaar
                end: goed
                text:
                  nl: Je zei {duur}. Dag!
                  en: You said {duur}. Bye!
            """,
    ),
    check=each_flow(_check),
)
