"""The steps of ``faq``: what can be typed behind it, and which command does it."""

import argparse
from pathlib import Path


def faq_options(faq: argparse.ArgumentParser) -> None:
    """All steps with their options."""
    steps = faq.add_subparsers(title="stappen", metavar="stap", dest="step", required=True)
    export = steps.add_parser("export", help="zet alle vragen in een Excel-bestand")
    export.add_argument("--output", type=Path, default=Path("vragen.xlsx"), help="het nieuwe bestand (vragen.xlsx)")
    bring = steps.add_parser("import", help="verwerk een aangepast Excel-bestand")
    bring.add_argument("file", type=Path, metavar="BESTAND", help="het Excel-bestand")
    review = steps.add_parser("review", help="zet vragen die medewerkers accepteerden in de bestanden")
    review.add_argument("--questions", type=Path, metavar="BESTAND", help="vragen om voor en na mee te meten")
    translated = steps.add_parser("translated", help="welke antwoorden vertaald zijn; stempelt nieuwe vertalingen")
    translated.add_argument("--language", metavar="TAAL", help="één taal, bijvoorbeeld tr")
    sheet = steps.add_parser("review-sheet", help="maak een PDF waarop een deskundige antwoorden nakijkt")
    sheet.add_argument("--audience", choices=("ouder", "jongere"), required=True, help="voor wie de antwoorden zijn")
    sheet.add_argument("--theme", metavar="ID", help="één thema uit het menu; anders alle, elk op een nieuw blad")
    sheet.add_argument("--open", action="store_true", dest="open_only", help="alleen wat nog niet is goedgekeurd")
    sheet.add_argument("--output", type=Path, default=Path("nakijken.pdf"), help="het nieuwe bestand (nakijken.pdf)")
    approve = steps.add_parser("approve", help="leg vast wie welke versie van een antwoord goedkeurde")
    approve.add_argument("codes", nargs="+", metavar="CODE", help="de code onder de vraag op het blad")
    approve.add_argument("--by", required=True, metavar="WIE", help="naam en functie van wie het goedkeurde")
    approve.add_argument("--on", metavar="DAG", help="wanneer, als 2026-12-01 (vandaag)")
    approve.add_argument("--remark", default="", metavar="TEKST", help="wat diegene erbij schreef")
    approve.add_argument("--show", action="store_true", help="zet onder het antwoord wie het nakeek, en wanneer")
    share = steps.add_parser("share", help="maak een pakket van jullie eigen vragen en stappenplannen")
    share.add_argument("--output", type=Path, default=Path("pakket.json"), help="het nieuwe bestand (pakket.json)")
    share.add_argument("--collect", type=Path, metavar="BESTAND", help="schrijf eerst wat mensen zeiden, om te lezen")
    share.add_argument("--words", type=Path, metavar="BESTAND", help="doe die zinnen erbij, nadat je ze las")
    adopt = steps.add_parser("adopt", help="bekijk een pakket van een ander steunpunt, en neem over wat je wilt")
    adopt.add_argument("file", type=Path, metavar="BESTAND", help="het pakket")
    adopt.add_argument("--take", nargs="+", default=[], metavar="ID", help="neem deze over")
    adopt.add_argument("--leave", nargs="+", default=[], metavar="ID", help="bekeken; die van ons blijft")
    for step in (export, bring, review, translated, sheet, approve, share, adopt):
        step.add_argument("--content", type=Path, help="map met de inhoud")


def run_step(chosen: argparse.Namespace) -> int:
    """Do the step that was typed; each command is imported when it is used."""
    from bot.app.commands.spreadsheet import export_command, import_command

    if chosen.step == "export":
        return export_command(chosen.content, chosen.output)
    if chosen.step == "translated":
        from bot.app.commands.translated import translated_command

        return translated_command(chosen.content, chosen.language)
    if chosen.step in ("share", "adopt"):
        from bot.app.commands.sharing import adopt_command, collect_command, share_command

        if chosen.step == "share" and chosen.collect is not None:
            return collect_command(chosen.collect)
        if chosen.step == "share":
            return share_command(chosen.content, chosen.output, chosen.words)
        return adopt_command(chosen.file, chosen.take, chosen.leave, chosen.content)
    if chosen.step in ("review-sheet", "approve"):
        return _reviewed(chosen)
    if chosen.step == "review":
        from bot.app.commands.reviewing import review_command

        return review_command(chosen.content, chosen.questions)
    return import_command(chosen.content, chosen.file)


def _reviewed(chosen: argparse.Namespace) -> int:
    from bot.app.commands.approving import Approval, Wanted, approve_command, review_sheet_command

    if chosen.step == "approve":
        given = Approval(codes=chosen.codes, by=chosen.by, on=chosen.on, remark=chosen.remark, shown=chosen.show)
        return approve_command(given, chosen.content)
    wanted = Wanted(audience=chosen.audience, theme=chosen.theme, open_only=chosen.open_only)
    return review_sheet_command(wanted, chosen.content, chosen.output)
