"""Every brace in an answer belongs to something that is filled in."""

from collections.abc import Iterator

from bot.adapters.content.entries import LocatedEntry
from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Look, Problem, Rule, each_question, in_question
from bot.text.placeholders import PLACEHOLDER


def _check(located: LocatedEntry, _look: Look) -> Iterator[Problem]:
    for field, texts in (("answer", located.entry.answer), ("more", located.entry.more)):
        for text in texts.values():
            leftover = PLACEHOLDER.sub("", text)
            if "{" in leftover or "}" in leftover:
                what = "er staat een { of } die nergens bij hoort"
                yield in_question(located, field, what, "schrijf {contact:…} of {steunpunt…}")


RULE = Rule(
    id="accolade",
    means="er staat een `{` of `}` die nergens bij hoort; iemand zou hem in de chat zien staan",
    mend="schrijf `{contact:…}`, `{fact:…}` of `{steunpunt…}`, of haal het teken weg",
    good=Example(
        question="""
            answer:
              nl: Bel {steunpunt} als je vragen hebt.
              en: Call {steunpunt} with questions.
            """
    ),
    bad=Example(
        question="""
            answer:
              nl: Bel {steunpunt als je vragen hebt.
              en: Call {steunpunt} with questions.
            """
    ),
    check=each_question(_check),
)
