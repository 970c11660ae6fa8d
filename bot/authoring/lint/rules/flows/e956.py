"""Rehearsals go as they were written."""

from collections.abc import Iterator

from bot.adapters.content.findings import Severity
from bot.adapters.content.layers import is_below
from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Look, Problem, Rule


def _check(look: Look) -> Iterator[Problem]:
    for script, failure in look.rehearsals.failures if look.rehearsals is not None else ():
        yield Problem(
            file=script.file,
            line=failure.line,
            what=f"'{script.name}': {failure.what}",
            advice="zie docs/flows.md, Proefgesprekken",
            # A national rehearsal may rightly fail on what an organisation changed, and its editors cannot mend it.
            severity=Severity.WARNING if is_below(look.content.layers, script.file) else None,
        )


_REHEARSAL = """\
tests:
  - name: een paar dagen
    chat:
      - start: voorbeeld
      - tap: Een paar dagen
      - bot: {said}
"""

RULE = Rule(
    id="E956",
    means="een proefgesprek gaat anders dan het geschreven is",
    mend="lees wat de bot zei, en verbeter het stappenplan of het proefgesprek",
    good=Example(flow="owner: redactie\n", files={"flows/voorbeeld.test.yaml": _REHEARSAL.format(said="Dag!")}),
    bad=Example(flow="owner: redactie\n", files={"flows/voorbeeld.test.yaml": _REHEARSAL.format(said="Tot morgen!")}),
    check=_check,
)
