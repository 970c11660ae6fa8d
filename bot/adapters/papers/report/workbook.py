"""The report as an Excel workbook for the analyst: a sheet a table, numbers as numbers."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from bot.adapters.papers.report.rows import COLUMNS, Row, rows_of
from bot.insight.names import ReportNames
from bot.insight.report import Report
from bot.insight.suppression import THRESHOLD

EXPLAINED = "Uitleg"
_HEADS = dict(zip(COLUMNS, ("Tabel", "Groep", "Naam", "Titel", "Aantal", "Verborgen"), strict=True))
_WIDTHS = dict(zip(COLUMNS, (16, 24, 34, 54, 12, 12), strict=True))
_SHEETS = {
    "total": ("Totaal", "alle weken samen, en welk deel antwoord kreeg (0 tot 1)"),
    "weeks": ("Vragen per week", "vragen die mensen zelf typten; de naam is de maandag van de week"),
    "outcomes": ("Uitkomsten", "wat er van de vragen werd"),
    "audiences": ("Doelgroepen", "wie het vroeg, zoals mensen het zelf zeiden"),
    "languages": ("Talen", "de taal van het gesprek"),
    "channels": ("Kanalen", "hoe de vraag binnenkwam: via de website of via Telegram"),
    "themes": ("Onderwerpen", "getoonde antwoorden per onderwerp; de groep is de doelgroep"),
    "entries": ("Antwoorden", "hoe vaak elk antwoord werd getoond"),
    "unanswered": ("Zonder antwoord", "vragen zonder antwoord, bij het antwoord waar ze het meest op lijken"),
    "danger": ("Gevaar", "hoe vaak de bot gevaar of zorg herkende"),
    "human": ("Mens", "gesprekken met een medewerker"),
    "waiting": ("Wachttijd", "minuten tot iemand het gesprek oppakte, in openingstijd"),
    "handling": ("Gespreksduur", "minuten van oppakken tot afsluiten"),
    "talk_rating": ("Cijfer gesprekken", "van 1 tot 5; de verdeling alleen als die niets verraadt"),
    "flow_rating": ("Cijfer stap voor stap", "van 1 tot 5; de verdeling alleen als die niets verraadt"),
    "feedback": ("Was dit het", "of een antwoord was wat iemand zocht"),
    "flows": ("Stap voor stap", "begonnen (started) en afgemaakt (ended), afgerond op vijftallen"),
    "steps": ("Stappen", "gesteld (reached) en beantwoord (left), afgerond op vijftallen"),
    "marks": (
        "Wegen met een naam",
        "hoe vaak iemand langs een mark kwam, afgerond op vijftallen; de groep is het stappenplan",
    ),
    "moments": ("Drukte", "vragen (question) en gesprekken (human) per dag en per uur, op de klok van het steunpunt"),
    "surveys": ("Enquêtes", "gekozen antwoorden; de groep is de vraag"),
}
"""Title of each sheet, and what it tells."""


def report_xlsx(report: Report, names: ReportNames, unanswered: Sequence[tuple[str, int]] = ()) -> bytes:
    """A sheet for each table that has rows, an explanation in front."""
    rows = rows_of(report, names, unanswered)
    book = Workbook()
    filled = [name for name in _SHEETS if any(row.table == name for row in rows)]
    explained: Any = book.active
    explained.title = EXPLAINED
    _explain(explained, [row for row in rows if row.table == "about"], filled)
    for name in filled:
        _fill(book.create_sheet(_SHEETS[name][0]), [row for row in rows if row.table == name])
    moment = datetime.combine(report.until, datetime.min.time())
    # The days of the report: the same figures make the same file, whenever it is made.
    book.properties.created = book.properties.modified = moment
    book.properties.creator = names.organisation
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _explain(sheet: Any, about: Sequence[Row], filled: Iterable[str]) -> None:
    lines = [
        ("Cijfers uit steunpuntbot", ""),
        ("", ""),
        *((row.title, str(row.value or "")) for row in about if row.group != "audience" and row.name != "format"),
        ("", ""),
        ("Wat staat er niet in?", ""),
        ("<5 in de kolom Verborgen", f"Een getal onder de {THRESHOLD} is weggelaten, zodat niemand te herkennen is."),
        ("* in de kolom Verborgen", "Een groter getal is weggelaten, omdat je anders het kleine kunt uitrekenen."),
        ("Aantal en Verborgen samen", "Het is dit aantal of meer. Reken zo'n aantal niet als precies getal."),
        ("Leeg aantal", "Er is niets te laten zien. Leeg is niet hetzelfde als 0."),
        ("", ""),
        ("Wanneer geteld?", "Vragen per week. Al het andere per vaste vier weken, als die om zijn."),
        ("", ""),
        ("De bladen", ""),
        *(_SHEETS[name] for name in filled),
    ]
    for number, (left, right) in enumerate(lines, start=1):
        _text(sheet.cell(number, 1), left)
        _text(sheet.cell(number, 2), right)
        sheet.cell(number, 2).alignment = Alignment(wrap_text=True, vertical="top")
        if left and not right:
            sheet.cell(number, 1).font = Font(bold=True, size=14 if number == 1 else 11)
    sheet.column_dimensions["A"].width = 44
    sheet.column_dimensions["B"].width = 90


def _fill(sheet: Any, rows: Sequence[Row]) -> None:
    columns = [name for name in COLUMNS[1:] if name != "group" or any(row.group for row in rows)]
    for place, name in enumerate(columns, start=1):
        head = sheet.cell(1, place, _HEADS[name])
        head.font = Font(bold=True, color="FFFFFF")
        head.fill = PatternFill("solid", fgColor="1F3A4D")
        sheet.column_dimensions[get_column_letter(place)].width = _WIDTHS[name]
    for number, row in enumerate(rows, start=2):
        for place, name in enumerate(columns, start=1):
            cell = sheet.cell(number, place)
            value = getattr(row, name)
            if row.table == "weeks" and name == "name":
                cell.value = date.fromisoformat(row.name)
                cell.number_format = "yyyy-mm-dd"
            elif isinstance(value, str):
                _text(cell, value)
            else:
                cell.value = value
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions


def _text(cell: Any, text: str) -> None:
    cell.value = text or None
    if text:
        # A title that begins with "=" is a title, not a formula.
        cell.data_type = "s"
