"""What was taken over from another steunpunt did not change there since."""

from collections.abc import Iterator

from bot.adapters.content.findings import Severity
from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Look, Problem, Rule
from bot.authoring.sharing import FOLDER, RECORD
from bot.authoring.sharing_words import SENTENCES


def _check(look: Look) -> Iterator[Problem]:
    last = {(one.by, one.id): one for one in look.shared.taken}
    for one in last.values():
        pack = look.shared.packs.get(one.by)
        if pack is None or one.left:
            continue
        piece = pack.piece(one.id)
        if (piece is not None and piece.mark == one.of) or (piece is None and one.id.startswith(f"{SENTENCES}_")):
            # A pack without words says nothing of the words that came before.
            continue
        happened = "is daar weg" if piece is None else "is daar veranderd"
        yield Problem(
            file=f"{look.content.layers[-1].prefix}{FOLDER}/{RECORD}",
            line=one.line,
            what=f"'{one.id}' is van {one.by} en {happened} sinds jullie het op {one.on} overnamen",
            advice=f"vergelijk: faq adopt met hun pakket van {pack.made}; dan --take of --leave {one.id}",
        )


_PACK = '{"steunpuntbot": 1, "by": "De Vallei", "made": "2026-11-02", "pieces": []}\n'

RULE = Rule(
    id="origineel_veranderd",
    means="iets dat jullie overnamen is bij de maker veranderd of weg",
    mend="`faq adopt` met hun pakket, dan `--take` of `--leave`",
    severity=Severity.WARNING,
    good=Example(
        files={
            "gedeeld/de_vallei.json": _PACK,
            "gedeeld/overgenomen.yaml": """
                - id: voorbeeld
                  by: "De Vallei"
                  on: "2026-11-01"
                  of: "0123456789ab"
                  left: true
                """,
        }
    ),
    bad=Example(
        files={
            "gedeeld/de_vallei.json": _PACK,
            "gedeeld/overgenomen.yaml": """
                - id: voorbeeld
                  by: "De Vallei"
                  on: "2026-11-01"
                  of: "0123456789ab"
                """,
        }
    ),
    check=_check,
)
