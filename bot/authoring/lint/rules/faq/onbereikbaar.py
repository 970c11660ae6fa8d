"""A button leads to every question, for people who do not know what to type."""

from collections.abc import Iterator

from bot.adapters.content.findings import Severity
from bot.authoring.lint.examples import ANOTHER, Example
from bot.authoring.lint.rule import Look, Problem, Rule, in_question
from bot.domain.ids import EntryId
from bot.flow.definition import Faq


def _check(look: Look) -> Iterator[Problem]:
    """A folder without a menu has only typed questions, and that is meant."""
    content = look.content
    reached: set[EntryId] = {name for themes in content.themes.values() for theme in themes for name in theme.entries}
    if not reached:
        return
    reached |= {step.entry for flow in content.flows.values() for step in flow.steps if isinstance(step, Faq)}
    reached |= {meaning.entry for meaning in content.glossary.meanings.values() if meaning.entry is not None}
    related = {located.entry.id: located.entry.related for located in content.entries}
    waiting = list(reached)
    while waiting:
        new = set(related.get(waiting.pop(), ())) - reached
        reached |= new
        waiting += new
    for located in content.entries:
        if located.entry.id not in reached:
            advice = "zet hem in faq/menu.yaml of bij related van een andere vraag"
            yield in_question(located, "id", "geen enkele knop leidt hierheen", advice)


RULE = Rule(
    id="onbereikbaar",
    means="geen knop leidt naar deze vraag: geen thema, geen verwante vraag, geen stappenplan, geen begrip",
    mend='zet hem in het menu of bij `related`, of zet `allow:` met `onbereikbaar: "waarom"`',
    severity=Severity.HINT,
    excusable=True,
    good=Example(
        files={
            "faq/menu.yaml": """
                ouder:
                  - id: gezond
                    title:
                      nl: Gezondheid
                      en: Health
                    entries: [ziek_kind, voorbeeld]
                """,
            "faq/andere.yaml": ANOTHER,
        }
    ),
    bad=Example(
        files={
            "faq/menu.yaml": """
                ouder:
                  - id: gezond
                    title:
                      nl: Gezondheid
                      en: Health
                    entries: [ziek_kind]
                """,
            "faq/andere.yaml": ANOTHER,
        }
    ),
    check=_check,
)
