"""The first sheet of the workbook: what an editor does with it."""

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font

READ_ME = "Lees mij"
_EXPLANATION = """\
De vragen en antwoorden van de bot

In dit bestand kun je de teksten van de bot aanpassen.

Zo werkt het
1. Pas de tekst aan in een cel. Sla het bestand op als Excel-bestand (.xlsx).
2. Geef het bestand aan je beheerder. Of voer zelf uit: steunpuntbot faq import vragen.xlsx
3. Staat er iets fout? Dan lees je op welk blad en in welke rij. Er verandert dan nog niets.

Blad Antwoorden: één rij per vraag
• id: de naam van de vraag. Verander die niet.
• bestand: waar de vraag staat. Verander dat niet.
• doelgroep: ouder, jongere, of allebei met een komma ertussen.
• titel: zo kort als op een knop. Hooguit 60 tekens.
• antwoord: eerst het antwoord, in korte zinnen. Hooguit 600 tekens. Een nieuwe regel maak je met Alt+Enter.
• meer: de rest van de uitleg. Mag leeg zijn.
• review_by: de dag waarop iemand dit opnieuw moet bekijken. Bijvoorbeeld 2027-11-01.
• related: de id's van vragen die hierbij horen, met een komma ertussen.

Blad Vragen: één rij per zin die iemand kan typen
• Een zin toevoegen: maak een nieuwe rij met de id, de taal (nl of en) en de zin.
• Een zin weghalen: verwijder de hele rij.

Blad Bronnen: één rij per bron
• checked: de dag waarop iemand de bron heeft bekeken. Bijvoorbeeld 2026-11-23.

Een nieuwe vraag
• Maak een rij op blad Antwoorden, met een nieuwe id: kleine letters, cijfers en _.
• Vul bij bestand in waar hij moet komen. Bijvoorbeeld faq/ouders/school.yaml. Bestaat dat niet, dan maken wij het.
• Zet op blad Vragen minstens één zin met dezelfde id, en op blad Bronnen een bron.

Goed om te weten
• Laat de woorden in de bovenste rij staan.
• De volgorde van de rijen maakt niet uit. Sorteren en filteren mag.
• Typ nooit een telefoonnummer in een antwoord. Laat woorden tussen { } staan.
• Een hele vraag weghalen kan hier niet. Dat doe je in het bestand zelf.
"""


def explain(book: Workbook) -> None:
    """Add it."""
    sheet = book.create_sheet(READ_ME)
    sheet.column_dimensions["A"].width = 110
    for number, line in enumerate(_EXPLANATION.splitlines(), start=1):
        cell = sheet.cell(number, 1, line or None)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        heading = (
            number == 1 or line.startswith("Blad ") or line in ("Zo werkt het", "Een nieuwe vraag", "Goed om te weten")
        )
        cell.font = Font(bold=heading, size=14 if number == 1 else 11)
