"""No phrasing stands under two questions of one audience: the matcher can only guess which is meant."""

from collections.abc import Iterator

from bot.adapters.content.entries import LocatedEntry
from bot.adapters.content.findings import Severity
from bot.authoring.lint.examples import ANOTHER, Example
from bot.authoring.lint.rule import Look, Problem, Rule, in_question
from bot.domain.audience import Audience
from bot.text.folding import fold


def _check(look: Look) -> Iterator[Problem]:
    first: dict[tuple[str, str, Audience], LocatedEntry] = {}
    for located in look.content.entries:
        for language, questions in located.entry.questions.items():
            for question in questions:
                for audience in located.entry.audiences:
                    earlier = first.setdefault((language, fold(question), audience), located)
                    if earlier.entry.id != located.entry.id:
                        what = f"'{question}' staat ook bij {earlier.entry.id}"
                        yield in_question(located, "questions", what, "laat hem staan waar hij het best past")


RULE = Rule(
    id="dubbele_vraag",
    means="dezelfde zin staat bij twee vragen voor dezelfde mensen; de bot kan dan alleen gokken",
    mend="laat hem staan waar hij het best past",
    severity=Severity.WARNING,
    good=Example(
        question="""
            questions:
              nl:
                - wat doet de schoolarts
              en:
                - what does the school doctor do
            """,
        files={"faq/andere.yaml": ANOTHER},
    ),
    bad=Example(
        question="""
            questions:
              nl:
                - wat doet de schoolarts
                - Mijn kind is vandaag ziek!
              en:
                - what does the school doctor do
            """,
        files={"faq/andere.yaml": ANOTHER},
    ),
    check=_check,
)
