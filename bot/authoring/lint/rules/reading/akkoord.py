"""What is said at danger was approved by somebody who knows."""

from bot.adapters.content.findings import Severity
from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Rule

RULE = Rule(
    id="akkoord",
    means="de teksten bij gevaar zijn nog niet goedgekeurd",
    mend="laat een deskundige lezen, en vul `owner` en `approved` in",
    severity=Severity.WARNING,
    good=Example(
        files={
            "faq/veiligheid/antwoorden.yaml": """
                owner: "M. de Wit, GGD"
                approved: "2026-11-01"
                answers: []
                """,
        },
    ),
    bad=Example(
        files={
            "faq/veiligheid/antwoorden.yaml": """
                owner: "M. de Wit, GGD"
                approved: ""
                answers: []
                """,
        },
    ),
    check=None,
)
