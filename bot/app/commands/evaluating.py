"""``evaluate``: how well questions are understood, measured on a file with expected answers."""

import csv
import json
from pathlib import Path

from bot.app.library import checked_content, load_library, screen_for
from bot.authoring.evaluation.danger import format_danger
from bot.authoring.evaluation.questions import Labelled, draw, evaluate, format_report
from bot.domain.audience import Audience
from bot.domain.errors import SettingsError
from bot.domain.ids import EntryId, Language


def evaluate_command(questions: Path, content: Path | None, plot: Path | None) -> int:
    """Print the table; draw the pictures when asked."""
    labelled = read_questions(questions)
    report = evaluate(load_library(content).matcher, labelled)
    print(format_report(report))
    if plot is not None:
        plot.mkdir(parents=True, exist_ok=True)
        draw(report, plot)
    return 0


def evaluate_danger_command(content: Path | None) -> int:
    """Print how well danger is heard by voices that were left out of the learning."""
    screen = screen_for(checked_content(content))
    print(format_danger(screen.judged_without_their_voice(), screen.judged_unknown()))
    return 0


def read_questions(path: Path) -> list[Labelled]:
    """TSV (``text``, ``expected`` and perhaps ``audience``, ``language``) or JSON lines with the same names."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".jsonl":
        rows = [json.loads(line) for line in text.splitlines() if line.strip()]
    else:
        lines = text.splitlines()
        names = lines[0].split("\t") if lines and lines[0].startswith("text\t") else ["text", "expected"]
        body = lines[1:] if lines and lines[0].startswith("text\t") else lines
        rows = list(csv.DictReader(body, fieldnames=names, delimiter="\t", quoting=csv.QUOTE_NONE))
    found = []
    for number, row in enumerate(rows, start=1):
        if not row.get("text") or not row.get("expected"):
            raise SettingsError(f"{path.name}: vraag {number} heeft geen tekst of geen verwachte id.")
        audience = row.get("audience")
        found.append(
            Labelled(
                text=row["text"],
                expected=None if row["expected"] == "-" else EntryId(row["expected"]),
                audience=Audience(audience) if audience in tuple(Audience) else None,
                language=Language(row["language"]) if row.get("language") else None,
            )
        )
    return found
