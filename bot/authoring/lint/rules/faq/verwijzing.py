"""Related questions are there, and are others."""

from collections.abc import Iterator

from bot.adapters.content.entries import LocatedEntry
from bot.authoring.lint.examples import ANOTHER, Example
from bot.authoring.lint.rule import Look, Problem, Rule, each_question, in_question


def _check(located: LocatedEntry, look: Look) -> Iterator[Problem]:
    for name in located.entry.related:
        if name not in look.entries:
            yield in_question(located, "related", f"'{name}' bestaat niet", "haal hem weg of verbeter de naam")
        if name == located.entry.id:
            yield in_question(located, "related", "verwijst naar zichzelf", "haal hem weg")


RULE = Rule(
    id="verwijzing",
    means="`related:` (of het menu, een vertaling, een akkoord) noemt een vraag die er niet is, of de vraag zelf",
    mend="verbeter de naam, of haal hem weg",
    good=Example(question="related: [ziek_kind]\n", files={"faq/andere.yaml": ANOTHER}),
    bad=Example(question="related: [ziekkind]\n", files={"faq/andere.yaml": ANOTHER}),
    check=each_question(_check),
)
