"""A translation names the same answers as the Dutch."""

from collections.abc import Iterator

from bot.adapters.content.flow_texts import step_texts
from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Look, Problem, Rule, each_flow, in_flow
from bot.flow.definition import Flow
from bot.text.localising import fitting
from bot.text.placeholders import SLOT


def _check(flow: Flow, _look: Look) -> Iterator[Problem]:
    for step in flow.steps:
        for text in step_texts(step)[:1]:
            dutch = set(SLOT.findall(fitting(text, "nl")))
            for language, form in text.items():
                if set(SLOT.findall(form)) != dutch:
                    what = f"de tekst in {language} noemt andere antwoorden dan de Nederlandse"
                    yield in_flow(flow, step.line, what, "gebruik dezelfde {…}")


RULE = Rule(
    id="E305",
    means="een vertaling noemt andere antwoorden (`{…}`) dan het Nederlands",
    mend="gebruik dezelfde `{…}`",
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
              - id: klaar
                end: goed
                text:
                  nl: Je zei {duur}. Dag!
                  en: Bye!
            """,
    ),
    check=each_flow(_check),
)
