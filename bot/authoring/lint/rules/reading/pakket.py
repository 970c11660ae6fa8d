"""A pack of another steunpunt can be read."""

from bot.adapters.content.findings import Severity
from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Rule

RULE = Rule(
    id="pakket",
    means="een pakket in `gedeeld/` is niet te lezen",
    mend="haal het weg, of vraag het opnieuw",
    severity=Severity.WARNING,
    good=Example(
        files={
            "gedeeld/de_vallei.json": """
                {"steunpuntbot": 1, "by": "De Vallei", "made": "2026-11-02", "pieces": []}
                """,
        },
    ),
    bad=Example(
        files={
            "gedeeld/de_vallei.json": """
                {"steunpuntbot": 1, "by": "De Vallei"}
                """,
        },
    ),
    check=None,
)
