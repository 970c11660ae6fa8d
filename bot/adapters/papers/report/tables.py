"""The figures as tables with a line of explanation each: for the second page of the board's report."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.dialogue.reporting import audiences_of, day, decimal, lasting, per_block, per_week, thousands, worded
from bot.insight.names import ReportNames
from bot.insight.report import NOUGHT, Figure, Figures, Report, Score, Times
from bot.insight.suppression import THRESHOLD

_MOST_WEEKS = 13
_CHOICE = "Bij 'kiezen uit drie' zag iemand drie mogelijke antwoorden. 'Geen van deze' is een deel daarvan."


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table: two or three texts a row, the first says what the others are of."""

    title: str
    note: str
    rows: tuple[tuple[str, ...], ...]
    heads: tuple[str, ...] = ()
    """What stands above the columns, where that is not plain."""


def sheets_of(report: Report, names: ReportNames, unanswered: Sequence[tuple[str, int]]) -> list[Sheet]:
    """All tables that have something to tell, in the order of reading."""
    rest = _subjects_and_people(report, names) if report.blocks else ()
    sheets = [*_questions(report, names), _unanswered(unanswered), *rest]
    return [sheet for sheet in sheets if sheet.rows]


def _questions(report: Report, names: ReportNames) -> Iterator[Sheet]:
    weeks = report.weeks[-_MOST_WEEKS:]
    note = "Vragen die mensen zelf typten, per week. De datum is de maandag."
    if len(weeks) < len(report.weeks):
        note += f" Hier de laatste {_MOST_WEEKS} weken, alle weken staan in het Excel-bestand."
    yield Sheet(
        title="Vragen per week",
        note=note,
        rows=(
            *((day(week, year=True), worded(count, per_week(names))) for week, count in weeks),
            ("Alle weken samen", worded(report.questions, len(report.weeks) * per_week(names))),
        ),
    )
    tables: tuple[tuple[str, str, str, Figures], ...] = (
        ("Wat werd er van de vragen?", "outcomes", _CHOICE, report.outcomes),
        ("Was dit wat je zocht?", "feedback", "Mensen mogen dit bij een antwoord zeggen. Niet iedereen doet dat.",
         report.feedback),
        ("Wie vroeg het?", "audiences", "Zoals mensen het zelf zeiden.", report.audiences),
        ("In welke taal?", "languages", "De taal van het gesprek.", report.languages),
        ("Hoe kwam het binnen?", "channels", "Via de chat op de website of via Telegram.", report.channels),
    )  # fmt: skip
    for title, table, about, figures in tables:
        yield _flat(title, table, about, figures, names, per_block(report, names))


def _unanswered(unanswered: Sequence[tuple[str, int]]) -> Sheet:
    return Sheet(
        title="Vragen zonder antwoord",
        note="Ze lijken het meest op het antwoord dat hier staat. Wie de inhoud bijhoudt, kan dit aanvullen.",
        rows=tuple((title, thousands(count)) for title, count in unanswered if count >= THRESHOLD)[:6],
    )


def _subjects_and_people(report: Report, names: ReportNames) -> Iterator[Sheet]:
    numbers = per_block(report, names)
    for audience in audiences_of(report):
        yield Sheet(
            title=f"Onderwerpen: {names.audience(audience)}",
            note="Hoe vaak een antwoord over dit onderwerp werd getoond.",
            rows=_rows("themes", report.themes[audience], names, numbers, audience, most=8),
        )
    yield _flat("Praten met een mens", "human", "Gesprekken met een medewerker.", report.human, names, numbers)
    yield Sheet(
        title="Tijd",
        note="Mediaan: de helft is korter. 90%: negen van de tien zijn korter. Wachten telt vanaf dat we open zijn.",
        rows=(*_times("Wachten op een mens", report.waiting), *_times("Duur van een gesprek", report.handling)),
    )
    yield Sheet(
        title="Cijfers",
        note="Van 1 (slecht) tot 5 (goed), gemiddeld.",
        rows=(*_score("Gesprekken", report.talk_rating), *_score("Stap voor stap", report.flow_rating)),
    )
    about = "Zo vaak herkende de bot gevaar of zorg in een bericht."
    yield _flat("Signalen van gevaar", "danger", about, report.danger, names, numbers)
    started = report.flows.get("started", {})
    ended = report.flows.get("ended", {})
    yield Sheet(
        title="Stap voor stap",
        note="Begonnen en afgemaakt, afgerond op vijftallen.",
        heads=("", "begonnen", "afgemaakt"),
        rows=tuple(
            (names.title("flows", name, "started"), worded(count, numbers), worded(ended.get(name, NOUGHT), numbers))
            for name, count in list(started.items())[:7]
        ),
    )


def _flat(title: str, table: str, note: str, figures: Figures, names: ReportNames, numbers: int) -> Sheet:
    return Sheet(title=title, note=note, rows=_rows(table, figures, names, numbers))


def _rows(
    table: str, figures: Mapping[str, Figure], names: ReportNames, numbers: int, group: str = "", most: int = 9
) -> tuple[tuple[str, ...], ...]:
    shown = [(name, count) for name, count in figures.items() if count.value or not count.exact]
    rows = [(names.title(table, name, group), worded(count, numbers)) for name, count in shown[:most]]
    if len(shown) > most:
        rows.append((f"En nog {len(shown) - most}, zie het Excel-bestand", ""))
    return tuple(rows)


def _times(title: str, times: Times | None) -> Iterator[tuple[str, ...]]:
    if times is not None:
        yield f"{title}, aantal", thousands(times.count)
        yield f"{title}, mediaan", lasting(times.median)
        yield f"{title}, 90%", lasting(times.ninetieth)


def _score(title: str, score: Score | None) -> Iterator[tuple[str, ...]]:
    if score is not None:
        yield f"{title} ({thousands(score.count)} keer gegeven)", decimal(score.mean)
