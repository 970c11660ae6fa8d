"""The parts of the report as drawings: each goes on where its column was filled to, and is as wide as its column."""

from collections.abc import Sequence
from datetime import timedelta
from math import ceil

from bot.adapters.papers.report.board import (
    BLUE,
    CROSSES,
    GREEN,
    INK,
    ORANGE,
    PLAIN_FILL,
    QUIET,
    RULE,
    SKY,
    STRIPES,
    VERMILION,
    width_of,
)
from bot.adapters.papers.report.column import SMALLEST, Column
from bot.dialogue.reporting import (
    all_figures,
    day,
    decimal,
    lasting,
    per_block,
    per_week,
    short_day,
    thousands,
    top,
    whole_block,
    worded,
)
from bot.domain.audience import Audience
from bot.domain.tally import QuestionOutcome
from bot.insight.names import ReportNames
from bot.insight.report import NOUGHT, WEEK, Figure, Report, Score
from bot.insight.suppression import THRESHOLD

_CHART = 250.0
"""Height of the highest week."""
_STUB = 30.0
"""Height of what stands for a hidden number."""
_LOOKS = {str(Audience.PARENT): (BLUE, PLAIN_FILL), str(Audience.YOUTH): (ORANGE, STRIPES)}
_OUTCOMES = (
    ("Meteen een antwoord", QuestionOutcome.ANSWERED, GREEN, PLAIN_FILL),
    ("Nagevraagd", QuestionOutcome.SUGGESTED, SKY, STRIPES),
    ("Geen antwoord", QuestionOutcome.NONE, VERMILION, CROSSES),
)


def period(report: Report) -> str:
    """From which day to which day."""
    last = report.until - timedelta(days=1)
    weeks = len(report.weeks)
    first = day(report.since, year=report.since.year != last.year)
    return f"{first} t/m {day(last, year=True)} ({weeks} {'week' if weeks == 1 else 'weken'})"


def heading(column: Column, report: Report, names: ReportNames) -> None:
    """Whose figures, of when."""
    column.text("Wat vragen mensen ons?", 54, bold=True)
    column.y += 4
    column.text(names.organisation, bold=True, colour=QUIET, most=2)
    column.text(period(report) if report.weeks else f"Vanaf {day(report.since, year=True)}", colour=QUIET)


def weeks(column: Column, report: Report, names: ReportNames) -> None:
    """Questions per week, as standing bars."""
    if not report.weeks:
        column.head("Vragen per week")
        column.text(
            f"Er is nog geen hele week voorbij. De eerste cijfers komen vanaf maandag "
            f"{day(report.since + WEEK, year=True)}."
        )
        return
    total = worded(report.questions, len(report.weeks) * per_week(names))
    column.head(f"Vragen: {total}", "Een balk per week. De datum is de maandag.")
    slot = column.width / len(report.weeks)
    wide = min(slot * 0.68, 150.0)
    most = max((count.value for _, count in report.weeks), default=0)
    named = ceil(width_of("30 nov ", SMALLEST) / slot)
    every = slot >= width_of(f" {thousands(most)}+", SMALLEST, bold=True)
    free = column.left
    highest = next((number for number, (_, count) in enumerate(report.weeks) if count.value == most), 0)
    column.y += SMALLEST * 1.3
    floor = column.y + (_CHART if most else _STUB + 20)
    for number, (week, count) in enumerate(report.weeks):
        middle = column.left + slot * (number + 0.5)
        tall = (_CHART - 10) * count.value / most if most else 0.0
        if tall:
            column.box(middle - wide / 2, floor - tall, wide, tall, BLUE)
        if not count.exact:
            column.box(middle - wide / 2, floor - tall - _STUB, wide, _STUB, BLUE, STRIPES, hollow=True)
            tall += _STUB
        if every or number == highest:
            label = _brief(count, per_week(names))
            column.words(
                _inside(column, middle, label, bold=True), floor - tall - 10, label, SMALLEST, bold=True, align="center"
            )
        if number % named == 0:
            label = short_day(week)
            place, half = _inside(column, middle, label), width_of(label, SMALLEST) / 2
            if place - half < free:
                continue
            free = place + half + 12
            column.words(place, floor + SMALLEST * 1.2, label, SMALLEST, colour=QUIET, align="center")
    column.box(column.left, floor, column.width, 3, INK)
    column.y = floor + SMALLEST * 1.5


def answered(column: Column, report: Report, names: ReportNames) -> None:
    """How many questions got an answer."""
    share = report.answered_share
    note = "Alleen vragen over onze onderwerpen. Een groet telt niet mee."
    rejected = report.outcomes.get(QuestionOutcome.REJECTED, NOUGHT)
    if share is not None and rejected.exact and rejected.value:
        note += f" {thousands(rejected.value)} keer koos iemand 'geen van deze': dat is geen antwoord."
    if share is None:
        column.head("Kregen mensen antwoord?", note)
    else:
        column.head(f"{round(share * 100)}% kreeg antwoord", note)
    figures = [report.outcomes.get(name, NOUGHT) for _, name, _, _ in _OUTCOMES]
    if all(count == NOUGHT for count in figures):
        column.text("Er waren nog geen vragen.", colour=QUIET)
        return
    looks = [(title, colour, pattern) for title, _, colour, pattern in _OUTCOMES]
    rows = [(title, count, colour, pattern) for (title, colour, pattern), count in zip(looks, figures, strict=True)]
    column.bars(rows, per_block(report, names))


def themes(column: Column, report: Report, names: ReportNames, audience: str, most: int = 5) -> None:
    """What one audience got most answers about."""
    column.head(f"{names.audience(audience)}: vaakst beantwoord", "Aantal antwoorden per onderwerp.")
    figures = report.themes.get(audience, {})
    shown = top(figures, most)
    colour, pattern = _LOOKS.get(audience, (SKY, CROSSES))
    column.bars([(names.title("themes", name, audience), count, colour, pattern) for name, count in shown])
    rest = [count for name, count in figures.items() if name not in dict(shown) and (count.value or not count.exact)]
    if not shown:
        column.text("Te weinig om te laten zien." if rest else "Nog geen antwoorden.", colour=QUIET)
    elif rest:
        others = "1 ander onderwerp" if len(rest) == 1 else f"{len(rest)} andere onderwerpen"
        column.text(f"En nog {others}.", SMALLEST, colour=QUIET)


def waiting(column: Column, report: Report, names: ReportNames) -> None:
    """How long people waited for a human."""
    times = report.waiting
    if times is None:
        column.head("Wachten op een mens")
        column.text(
            "Wachttijden van steunpunten kun je niet optellen. Ze staan in het rapport van elk steunpunt."
            if names.members
            else f"Minder dan {THRESHOLD} gesprekken. Dan laten we geen wachttijd zien.",
            colour=QUIET,
        )
        return
    column.head("Wachten op een mens", f"{thousands(times.count)} gesprekken.")
    _facts(
        column,
        (lasting(times.median), "De helft wacht zo lang of korter."),
        (lasting(times.ninetieth), "9 van de 10 wachten zo lang of korter."),
    )


def ratings(column: Column, report: Report) -> None:
    """What people thought of talks and flows."""
    column.head("Wat vonden mensen ervan?", "Cijfer van 1 (slecht) tot 5 (goed).")
    _facts(
        column,
        _rated(report.talk_rating, "gesprekken met een medewerker"),
        _rated(report.flow_rating, "stap voor stap met de bot"),
    )


def unanswered_part(column: Column, unanswered: Sequence[tuple[str, int]], most: int = 4) -> None:
    """Questions that nobody answered, by the entry they are nearest to."""
    shown = [(title, count) for title, count in unanswered if count >= THRESHOLD][:most]
    if not shown:
        return
    column.head("Hier misten we antwoorden", "Vragen zonder antwoord lijken het meest op:")
    column.bars([(title, Figure(count), VERMILION, CROSSES) for title, count in shown])


def later(column: Column, report: Report) -> None:
    """When the other figures come, while no block is complete."""
    first, end = whole_block(report)
    column.head("De rest komt per vier weken")
    column.text(
        f"Onderwerpen, wachttijd en cijfers tellen we per vier weken. Die van {day(first)} t/m "
        f"{day(end - timedelta(days=1))} laten we zien vanaf maandag {day(end, year=True)}."
    )


def footnote(column: Column, report: Report) -> None:
    """Why numbers are left out, and what the marks mean that stand for them."""
    column.y += 34
    column.box(column.left, column.y, column.width, 3, RULE)
    column.y += 14
    text = f"Minder dan {THRESHOLD} laten we weg, zodat niemand te herkennen is."
    if any(count.guarded for count in all_figures(report)):
        text += " Soms verdwijnt ook een groter getal: anders kun je het kleine uitrekenen."
    if any(box.hollow for box in column.drawing.boxes):
        text += " Een wit blokje met strepen betekent: hier hoort nog iets bij, maar dat laten we niet zien."
    column.text(text, SMALLEST, colour=QUIET)


def _brief(count: Figure, numbers: int) -> str:
    """A figure where there is little room."""
    if count.exact:
        return thousands(count.value)
    if count.value:
        return f"{thousands(count.value)}+"
    return f"<{THRESHOLD}" if numbers == 1 else "?"


def _inside(column: Column, middle: float, text: str, *, bold: bool = False) -> float:
    """The middle of a text that stays within its column."""
    half = width_of(text, SMALLEST, bold=bold) / 2
    return min(max(middle, column.left + half), column.left + column.width - half)


def _rated(score: Score | None, what: str) -> tuple[str, str]:
    if score is None:
        return "–", f"{what}: minder dan {THRESHOLD} keer gegeven"
    return decimal(score.mean), f"{what} ({thousands(score.count)} keer gegeven)"


def _facts(column: Column, *facts: tuple[str, str]) -> None:
    """Large numbers side by side, each with its meaning below."""
    gap = 40.0
    wide = (column.width - gap * (len(facts) - 1)) / len(facts)
    ends = []
    for number, (value, meaning) in enumerate(facts):
        part = Column(column.drawing, column.left + number * (wide + gap), wide, column.y)
        part.text(value, 50, bold=True)
        part.text(meaning, SMALLEST, colour=QUIET)
        ends.append(part.y)
    column.y = max(ends)
