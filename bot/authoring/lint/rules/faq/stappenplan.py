"""The flow behind an answer is there, and people may walk it."""

from collections.abc import Iterator

from bot.adapters.content.entries import LocatedEntry
from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Look, Problem, Rule, each_question, in_question


def _check(located: LocatedEntry, look: Look) -> Iterator[Problem]:
    flow, flows = located.entry.flow, look.content.flows
    if flow is None:
        return
    if flow not in flows:
        yield in_question(located, "flow", f"het stappenplan '{flow}' bestaat niet", "kies een naam uit flows/")
    elif flows[flow].draft:
        what, advice = (
            f"het stappenplan '{flow}' is nog een concept",
            "haal daar 'draft: true' weg, of laat 'flow' hier nog weg",
        )
        yield in_question(located, "flow", what, advice)


RULE = Rule(
    id="stappenplan",
    means="`flow:` noemt een stappenplan dat er niet is, of dat nog een concept is",
    mend="kies een naam uit `flows/`, of haal daar `draft: true` weg",
    good=Example(question="flow: voorbeeld\n", flow="owner: redactie\n"),
    bad=Example(question="flow: voorbeelt\n", flow="owner: redactie\n"),
    check=each_question(_check),
)
