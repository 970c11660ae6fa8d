"""Bills that an answer speaks of are followed."""

from collections.abc import Iterator

from bot.adapters.content.findings import Severity
from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Look, Problem, Rule


def _check(look: Look) -> Iterator[Problem]:
    for bill in look.content.register.bills:
        past = bill.review_by is not None and bill.review_by < look.today
        called = f"{bill.name} ({bill.number})" if bill.number else bill.name
        yield Problem(
            file=bill.file,
            line=bill.line,
            what=f"{called}: {bill.state}; bij {', '.join(bill.entries)}",
            advice="kijk hoe het ermee staat, en zet een nieuwe dag" if past else f"kijk uiterlijk {bill.review_by}",
            severity=Severity.WARNING if past else Severity.HINT,
        )


RULE = Rule(
    id="wetsvoorstel",
    means="een wet die er nog niet is, en de dag waarop iemand weer kijkt hoe het ermee staat",
    mend="kijk hoe het ermee staat; is de wet er, haal hem dan bij `bills` weg",
    severity=Severity.HINT,
    good=Example(files={"faq/bronnen.yaml": "articles: []\nbills: []\n"}),
    bad=Example(
        files={
            "faq/bronnen.yaml": """
                articles: []
                bills:
                  - name: Wet voorbeeld
                    number: "36000"
                    state: bij de Tweede Kamer
                    review_by: "2026-10-01"
                    entries: [voorbeeld]
                """
        }
    ),
    check=_check,
)
