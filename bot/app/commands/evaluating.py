"""``evaluate``: how well questions are understood, measured on a file with expected answers."""

import csv
import json
from pathlib import Path

from bot.app.library import checked_content, load_library, screen_for
from bot.domain.audience import Audience
from bot.domain.errors import SettingsError
from bot.domain.ids import EntryId, Language
from bot.matching import evaluation
from bot.safety.evaluation import format_danger


def evaluate_command(questions: Path, content: Path | None, plot: Path | None) -> int:
    """Print the table; draw the pictures when asked."""
    labelled = read_questions(questions)
    report = evaluation.evaluate(load_library(content).matcher, labelled)
    print(evaluation.format_report(report))
    if plot is not None:
        plot.mkdir(parents=True, exist_ok=True)
        evaluation.draw(report, plot)
    return 0


def evaluate_danger_command(content: Path | None) -> int:
    """Print how well danger is heard by voices that were left out of the learning."""
    screen = screen_for(checked_content(content))
    print(format_danger(screen.judged_without_their_voice(), screen.judged_unknown()))
    return 0


def read_questions(path: Path) -> list[evaluation.Labelled]:
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
            evaluation.Labelled(
                text=row["text"],
                expected=None if row["expected"] == "-" else EntryId(row["expected"]),
                audience=Audience(audience) if audience in tuple(Audience) else None,
                language=Language(row["language"]) if row.get("language") else None,
            )
        )
    return found
