"""An answer that a text names has been given, whatever way somebody came."""

from collections.abc import Iterator

from bot.adapters.content.flow_texts import step_texts
from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Look, Problem, Rule, each_flow, in_flow
from bot.flow.definition import Ask, Document, Flow, Put, Reckon, Step
from bot.flow.run import LETTER
from bot.text.placeholders import SLOT


def _check(flow: Flow, _look: Look) -> Iterator[Problem]:
    """The first place only: the others mostly follow from it."""
    known = _known(flow)
    for step in flow.steps:
        # A letter leaves a paragraph out when what it names was not said.
        letter = isinstance(step, Document) and step.kind == LETTER
        for text in step_texts(step)[: 1 if letter else None]:
            for form in text.values():
                for name in SLOT.findall(form):
                    if name in flow.slots and name not in known[step.id]:
                        what = f"'{{{name}}}' kan hier nog leeg zijn"
                        yield in_flow(flow, step.line, what, "vraag het eerder, of noem het hier niet")
                        return


def _known(flow: Flow) -> dict[str, frozenset[str]]:
    """Before each step the answers that are there on every way to it."""
    known = {step.id: frozenset(flow.slots) for step in flow.steps}
    known[flow.steps[0].id] = frozenset()
    changed = True
    while changed:
        changed = False
        for step in flow.steps:
            after = _after(step, known[step.id])
            for target in flow.targets(step):
                if target in known and not known[target] <= after:
                    known[target] = known[target] & after
                    changed = True
    return known


def _after(step: Step, before: frozenset[str]) -> frozenset[str]:
    if isinstance(step, Ask) and not step.skip:
        return before | {step.slot}
    if isinstance(step, Put):
        return before | {step.slot} if step.value is not None else before - {step.slot}
    if isinstance(step, Reckon) and (step.start == "today" or step.start in before):
        return before | {step.slot}
    return before


RULE = Rule(
    id="E502",
    means="een tekst noemt een antwoord dat daar nog leeg kan zijn",
    mend="vraag het eerder, of noem het daar niet",
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
                  nl: Hoe lang na {duur}?
                  en: How long after {duur}?
              - id: klaar
                end: goed
                text:
                  nl: Je zei {duur}. Dag!
                  en: You said {duur}. Bye!
            """,
    ),
    check=each_flow(_check, whole=True),
)
