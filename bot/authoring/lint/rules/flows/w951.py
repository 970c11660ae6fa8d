"""Every flow has a rehearsal."""

from collections.abc import Iterator

from bot.adapters.content.findings import Severity
from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Look, Problem, Rule, each_flow, in_flow
from bot.flow.definition import Flow


def _check(flow: Flow, look: Look) -> Iterator[Problem]:
    if look.rehearsals is not None and flow.id not in look.rehearsals.tried:
        yield in_flow(flow, 1, f"'{flow.id}' heeft geen proefgesprek", "zie docs/flows.md, Proefgesprekken")


RULE = Rule(
    id="W951",
    means="een stappenplan heeft geen proefgesprek",
    mend="schrijf er een, of laat `flows record` er een maken",
    severity=Severity.WARNING,
    good=Example(
        flow="owner: redactie\n",
        files={
            "flows/voorbeeld.test.yaml": """
                tests:
                  - name: een paar dagen
                    chat:
                      - start: voorbeeld
                      - tap: Een paar dagen
                      - bot: Dag!
                """
        },
    ),
    bad=Example(flow="owner: redactie\n"),
    check=each_flow(_check),
)
