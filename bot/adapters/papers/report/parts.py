"""The parts of the report as drawings, each as wide as it is told to be; every part gives the height it ends at."""

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
    Box,
    Drawing,
    Words,
    width_of,
    wrapped,
)
from bot.dialogue.reporting import (
    ReportNames,
    day,
    decimal,
    lasting,
    short_day,
    thousands,
    top,
    whole_block,
    worded,
)
from bot.domain.audience import Audience
from bot.domain.tally import QuestionOutcome
from bot.insight.report import NOUGHT, WEEK, Figure, Report, Score
from bot.insight.suppression import THRESHOLD

SMALLEST = 28.0
"""Smallest letters, in dots of a picture 1080 wide: as large on a phone as its own text."""
_TEXT, _HEAD, _LEAD = 31.0, 37.0, 1.32
_CHART, _STUB, _BAR = 250.0, 30.0, 40.0
_LOOKS = {str(Audience.PARENT): (BLUE, PLAIN_FILL), str(Audience.YOUTH): (ORANGE, STRIPES)}
_OUTCOMES = (
    (QuestionOutcome.ANSWERED, GREEN, PLAIN_FILL),
    (QuestionOutcome.SUGGESTED, SKY, STRIPES),
    (QuestionOutcome.NONE, VERMILION, CROSSES),
)


class Column:
    """A place on a drawing that fills from top to bottom."""

    def __init__(self, drawing: Drawing, left: float, width: float, y: float = 0.0) -> None:
        self.drawing, self.left, self.width, self.y = drawing, left, width, y

    def text(self, text: str, size: float = _TEXT, *, bold: bool = False, colour: str = INK, most: int = 99) -> None:
        """A paragraph."""
        for line in wrapped(text, size, self.width, bold=bold, most=most):
            self.y += size * _LEAD
            self.words(self.left, self.y - size * 0.3, line, size, bold=bold, colour=colour)

    def head(self, text: str, note: str = "") -> None:
        """The title of a part, below a thin line; ``note`` says what the part is about."""
        self.y += 34
        self.box(self.left, self.y, self.width, 3, RULE)
        self.y += 18
        self.text(text, _HEAD, bold=True)
        if note:
            self.text(note, SMALLEST, colour=QUIET)
        self.y += 12

    def words(
        self, left: float, base: float, text: str, size: float = _TEXT, *,
        bold: bool = False, colour: str = INK, align: str = "left",
    ) -> None:  # fmt: skip
        """One line at a place."""
        self.drawing.words.append(
            Words(left=left, base=base, text=text, size=size, bold=bold, colour=colour, align=align)
        )

    def box(
        self, left: float, up: float, width: float, height: float, colour: str,
        pattern: str = PLAIN_FILL, *, hollow: bool = False,
    ) -> None:  # fmt: skip
        """A rectangle at a place."""
        self.drawing.boxes.append(
            Box(left=left, top=up, width=width, height=height, colour=colour, pattern=pattern, hollow=hollow)
        )

    def bar(
        self, label: str, count: Figure, most: int, colour: str, pattern: str = PLAIN_FILL
    ) -> None:
        """A row: what it is, how long, how much. A hidden number has no bar, its row says why."""
        room = self.width * 0.4
        value = worded(count)
        beside = width_of(f" {thousands(most)} of meer ", _TEXT, bold=True)
        long = self.width - room - 20 - beside
        lines = wrapped(label, _TEXT, room, most=2)
        tall = max(_BAR, len(lines) * _TEXT * 1.2)
        middle = self.y + tall / 2
        first = middle - (len(lines) - 1) * _TEXT * 0.6 + _TEXT * 0.36
        for number, line in enumerate(lines):
            self.words(self.left, first + number * _TEXT * 1.2, line)
        start = self.left + room + 20
        length = long * count.value / most if most else 0.0
        if length:
            length = max(length, 4)
            self.box(start, middle - _BAR / 2, length, _BAR, colour, pattern)
        if not count.exact and count.value:
            self.box(start + length, middle - _BAR / 2, 26, _BAR, colour, STRIPES, hollow=True)
            length += 26
        loud = count.exact or bool(count.value)
        self.words(
            start + length + (14 if length else 0), middle + _TEXT * 0.36, value, _TEXT if loud else SMALLEST,
            bold=loud, colour=INK if loud else QUIET,
        )  # fmt: skip
        self.y += tall + 14


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
    column.text(names.organisation, _TEXT, bold=True, colour=QUIET, most=2)
    column.text(period(report) if report.weeks else f"Vanaf {day(report.since, year=True)}", _TEXT, colour=QUIET)


def weeks(column: Column, report: Report) -> None:
    """Questions per week, as standing bars."""
    if not report.weeks:
        column.head("Vragen per week")
        column.text(
            f"Er is nog geen hele week voorbij. De eerste cijfers komen vanaf maandag "
            f"{day(report.since + WEEK, year=True)}."
        )
        return
    column.head(f"Vragen: {worded(report.questions)}", "Per week. Onder elke balk staat de maandag.")
    slot = column.width / len(report.weeks)
    wide = min(slot * 0.68, 150.0)
    most = max((count.value for _, count in report.weeks), default=0)
    named = ceil(width_of("30 nov ", SMALLEST) / slot)
    marked = ceil(width_of(" 1.000 ", SMALLEST, bold=True) / slot)
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
        if number % marked == 0 or count.value == most:
            label = thousands(count.value) if count.exact else f"{count.value}+" if count.value else f"<{THRESHOLD}"
            column.words(middle, floor - tall - 10, label, SMALLEST, bold=True, align="center")
        if number % named == 0:
            column.words(middle, floor + SMALLEST * 1.2, short_day(week), SMALLEST, colour=QUIET, align="center")
    column.box(column.left, floor, column.width, 3, INK)
    column.y = floor + SMALLEST * 1.5


def answered(column: Column, report: Report) -> None:
    """How many questions got an answer."""
    share = report.answered_share
    note = "Alleen vragen over onze onderwerpen. Een groet telt niet mee."
    if share is None:
        column.head("Kregen mensen antwoord?", note)
    else:
        column.head(f"{round(share * 100)}% kreeg antwoord", note)
    figures = [(report.outcomes.get(name, NOUGHT), name, *look) for name, *look in _OUTCOMES]
    titles = {
        QuestionOutcome.ANSWERED: "Meteen een antwoord",
        QuestionOutcome.SUGGESTED: "Kiezen uit drie",
        QuestionOutcome.NONE: "Geen antwoord",
    }
    most = max(count.value for count, *_ in figures)
    for count, name, colour, pattern in figures:
        column.bar(titles[name], count, most, colour, pattern)


def themes(column: Column, report: Report, names: ReportNames, audience: str, most: int = 5) -> None:
    """What one audience got most answers about."""
    column.head(f"{names.audience(audience)}: vaakst beantwoord", "Aantal antwoorden per onderwerp.")
    figures = report.themes.get(audience, {})
    shown = top(figures, most)
    colour, pattern = _LOOKS.get(audience, (SKY, CROSSES))
    for name, count in shown:
        column.bar(names.title("themes", name, audience), count, shown[0][1].value, colour, pattern)
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
    column.head("Wachten op een mens", f"{thousands(times.count)} gesprekken, in openingstijd.")
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
    for title, count in shown:
        column.bar(title, Figure(count), shown[0][1], VERMILION, CROSSES)


def later(column: Column, report: Report) -> None:
    """When the other figures come, while no block is complete."""
    first, end = whole_block(report)
    column.head("De rest komt per vier weken")
    column.text(
        f"Onderwerpen, wachttijd en cijfers tellen we per vier weken. Die van {day(first)} t/m "
        f"{day(end - timedelta(days=1))} laten we zien vanaf maandag {day(end, year=True)}."
    )


def footnote(column: Column) -> None:
    """Why numbers are left out."""
    column.y += 34
    column.box(column.left, column.y, column.width, 3, RULE)
    column.y += 14
    column.text(
        f"Minder dan {THRESHOLD} laten we weg, zodat niemand te herkennen is. Soms verdwijnt ook een groter getal: "
        "anders kun je het kleine uitrekenen. Arcering zonder kleur betekent: hier hoort nog iets bij.",
        SMALLEST,
        colour=QUIET,
    )


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
