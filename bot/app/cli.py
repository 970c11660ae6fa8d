"""The command line: ``python -m bot`` and ``steunpuntbot``."""

import argparse
import errno
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from bot.app.faq_steps import faq_options, run_step
from bot.app.plain_usage import PlainParser
from bot.domain.errors import ContentError, SettingsError, SteunpuntError, StoreUnavailable
from bot.domain.program import typed


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code (0 good, 1 findings or a wrong setting, 2 wrong use)."""
    parser = _parser()
    chosen = parser.parse_args(arguments)
    if not hasattr(chosen, "command"):
        parser.print_help()
        return 2
    # One question is too little work to share: a second thread only waits, and keeps a core busy while it does. Read by
    # the library when it is loaded, so before any command is imported; preparing the matcher asks for all cores itself.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        if hasattr(chosen, "content") and chosen.command != "demo":
            chosen.content = _content(chosen.content)
        # Each command is imported when it is used: `ask` must not load Telegram, `check` no database.
        return int(_COMMANDS[chosen.command](chosen))
    except (SettingsError, ContentError) as error:
        print(error, file=sys.stderr)
        return 1
    except StoreUnavailable:
        print(
            "De database is nu niet te bereiken. Draait hij, en klopt STEUNPUNT_DATABASE_URL? Is de schijf niet vol?",
            file=sys.stderr,
        )
        return 1
    except SteunpuntError as error:
        print(f"Het ging mis: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        # Whoever read along has read enough (`| head`); nothing more may be written, also not at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        print(_in_words(error), file=sys.stderr)
        return 1
    except UnicodeDecodeError:
        print("Een bestand is geen UTF-8. Sla het opnieuw op, met codering UTF-8.", file=sys.stderr)
        return 1
    except Exception as error:
        from bot.app.logging import trace_lines

        place = (trace_lines(error.__traceback__) or ["?"])[-1]
        print(
            f"Er ging iets mis dat we niet kennen (bij {place}). Meld dit bij wie de bot maakt, met deze regel erbij.",
            file=sys.stderr,
        )
        return 1
    except KeyboardInterrupt:
        return 130


def _content(given: Path | None) -> Path | None:
    """The folder that was named, else the one in the settings: every command looks at the same content."""
    from bot.app.settings import load_settings

    folder = given or load_settings().content_dir
    if folder is not None and not folder.is_dir():
        raise SettingsError(
            f"De map {folder} bestaat niet. Kijk naar {'--content' if given else 'STEUNPUNT_CONTENT_DIR'}."
        )
    return folder


def _in_words(error: OSError) -> str:
    what = error.filename if isinstance(error.filename, str) else "Een bestand"
    if isinstance(error, FileNotFoundError):
        return f"{what} bestaat niet."
    if isinstance(error, PermissionError):
        return f"{what} mag je niet lezen of schrijven. Kijk van wie het bestand is."
    if error.errno == errno.ENOSPC:
        return "De schijf is vol. Maak ruimte en probeer het opnieuw."
    return f"{what} is niet te lezen of te schrijven."


def _parser() -> argparse.ArgumentParser:
    parser = PlainParser(prog="steunpuntbot", description="Telegram-assistent voor ouder- en jeugdsteunpunten")
    commands = parser.add_subparsers(title="commando's", metavar="commando")

    def add(name: str, text: str) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=text, description=text)
        sub.set_defaults(command=name)
        return sub

    running = add("run", "start de bot")
    running.add_argument(
        "--role", default="all", help="all, of met komma's: intake, desk, delivery, timers (alleen met PostgreSQL)"
    )
    running.add_argument(
        "--organisations", type=Path, metavar="MAP", help="draai alle organisaties in deze map, elk voor zich"
    )
    many = add("organisation", "organisaties in één installatie: erbij, pauze, weer aan, kopie, weg")
    many.add_argument("action", choices=("list", "add", "pause", "resume", "export", "delete"))
    many.add_argument("name", nargs="?", help="de naam: kleine letters, cijfers en streepjes")
    many.add_argument("--organisations", type=Path, default=Path("organisations"), metavar="MAP", help="de map")
    many.add_argument("--output", type=Path, help="bij export: het zipbestand")
    many.add_argument("--yes", action="store_true", help="bij delete: ja, ik weet het zeker")
    demo = add("demo", "start de bot met een nagespeeld Telegram in de browser; geen token nodig")
    demo.add_argument("--port", type=int, default=8400, help="poort van de pagina (8400)")
    demo.add_argument("--content", type=Path, help="map met de inhoud")
    demo.add_argument("--host", default="127.0.0.1", help="adres waarop de pagina luistert (127.0.0.1)")
    check = add("check", "kijk de inhoud na; code 1 als er iets mis is")
    check.add_argument("--content", type=Path, help="map met de inhoud")
    check.add_argument(
        "--sources", action="store_true", help="welke antwoorden een nieuwe blik op hun bron nodig hebben"
    )
    check.add_argument(
        "--explain",
        nargs="?",
        const="",
        metavar="CODE",
        help="wat een code betekent; zonder code: alle",
    )
    ask = add("ask", "stel een vraag en zie wat de bot ervan maakt")
    ask.add_argument("text", nargs="?", help="de vraag")
    ask.add_argument("--json", action="store_true", help="één JSON-object per vraag")
    ask.add_argument("--batch", type=Path, metavar="BESTAND", help="een vraag per regel: tekst of JSON; - is de invoer")
    ask.add_argument("--audience", choices=("ouder", "jongere"), help="wie het vraagt")
    ask.add_argument("--language", help="taal van de vraag, bijvoorbeeld nl")
    ask.add_argument("--content", type=Path, help="map met de inhoud")
    ask.add_argument("--explain", action="store_true", help="laat zien waarom")
    evaluate = add("evaluate", "meet hoe goed vragen begrepen worden")
    evaluate.add_argument("--questions", type=Path, help="tsv of jsonl: tekst en verwachte id, - voor geen")
    evaluate.add_argument("--danger", action="store_true", help="meet hoe goed gevaar gehoord wordt, stem voor stem")
    evaluate.add_argument("--content", type=Path, help="map met de inhoud")
    evaluate.add_argument("--plot", type=Path, metavar="MAP", help="teken ook grafieken in deze map")
    flows = add(
        "flows",
        "stappenplannen tekenen, hulp bij het typen, vergelijken met vroeger, proefgesprekken opnemen of testen",
    )
    flows.add_argument("action", choices=("draw", "schema", "plan", "mutate", "record"))
    flows.add_argument("name", nargs="?", help="bij mutate: één stappenplan; bij plan: de map met de vorige versie")
    flows.add_argument("--content", type=Path, help="map met de inhoud")
    flows.add_argument(
        "--output", type=Path, help="bij draw: map voor de tekeningen (flows-tekeningen); bij schema: het bestand"
    )
    flows.add_argument(
        "--counts", type=Path, metavar="BESTAND", help="bij draw: csv met flow,step,reached,dropped om uitval te tonen"
    )
    faq_options(add("faq", "de vragen en antwoorden bewerken, laten nakijken en met anderen delen"))
    poster = add("poster", "maak een poster met QR-code, of een knop voor de website")
    poster.add_argument("--audience", choices=("ouder", "jongere"), required=True, help="voor wie")
    poster.add_argument("--language", choices=("nl", "en", "tr", "ar", "pl", "uk"), default="nl", help="taal (nl)")
    poster.add_argument(
        "--output", type=Path, required=True, metavar="BESTAND", help="poster.pdf, poster.png, of knop.html"
    )
    about = poster.add_mutually_exclusive_group()
    about.add_argument("--topic", metavar="ID", help="id van een vraag: de code opent dat antwoord")
    about.add_argument("--flow", metavar="ID", help="naam van een stappenplan: de code begint ermee")
    poster.add_argument("--size", choices=("a4", "a5"), default="a4", help="papier (a4)")
    poster.add_argument(
        "--channel",
        choices=("telegram", "web"),
        default="telegram",
        help="telegram, of de chat op de website (telegram)",
    )
    poster.add_argument("--address", metavar="ADRES", help="bij --channel web: het adres van de chat, https://…/chat")
    poster.add_argument("--bot", metavar="NAAM", help="gebruikersnaam van de bot; anders die uit steunpunt.yaml")
    poster.add_argument("--content", type=Path, help="map met de inhoud")
    report = add("report", "maak een rapport met de cijfers van een aantal weken")
    report.add_argument("--from", dest="since", metavar="DAG", help="eerste dag, als 2026-10-05; de hele week telt mee")
    report.add_argument("--to", dest="until", metavar="DAG", help="laatste dag; de hele week telt mee")
    report.add_argument("--format", dest="kind", help="png, pdf, csv of xlsx; zonder: zoals het bestand heet")
    report.add_argument("--output", type=Path, metavar="BESTAND", help="het nieuwe bestand (rapport.png)")
    report.add_argument("--content", type=Path, help="map met de inhoud, voor de titels")
    report.add_argument(
        "--add",
        type=Path,
        nargs="+",
        default=[],
        metavar="BESTAND",
        help="tel CSV-exports van steunpunten bij elkaar op",
    )
    init = add("init", "maak een .env met een nieuwe sleutel")
    init.add_argument("--output", type=Path, default=Path(".env"), help="het bestand (.env)")
    init.add_argument("--check", action="store_true", help="kijk of het token en de groep in .env kloppen")
    database = add("db", "de database bijwerken, kopiëren, terugzetten, of opnieuw versleutelen")
    database.add_argument("action", choices=("upgrade", "backup", "restore", "rotate"))
    database.add_argument("file", nargs="?", type=Path, help="de kopie, bij backup en restore")
    return parser


def _run(chosen: argparse.Namespace) -> int:
    from bot.app.commands.running import run_command

    return run_command(chosen.role, chosen.organisations)


def _organisation(chosen: argparse.Namespace) -> int:
    from bot.app.commands.organisations import organisation_command

    return organisation_command(chosen.action, chosen.organisations, chosen.name, chosen.output, sure=chosen.yes)


def _demo(chosen: argparse.Namespace) -> int:
    from bot.app.commands.demo import demo_command

    return demo_command(chosen.host, chosen.port, chosen.content)


def _check(chosen: argparse.Namespace) -> int:
    from bot.app.commands.checking import check_command, explain_command, sources_command

    if chosen.explain is not None:
        return explain_command(chosen.explain)
    return sources_command(chosen.content) if chosen.sources else check_command(chosen.content)


def _ask(chosen: argparse.Namespace) -> int:
    from bot.app.commands.asking import Question, ask_command

    asked = Question(text=chosen.text or "", audience=chosen.audience, language=chosen.language)
    return ask_command(asked, chosen.content, batch=chosen.batch, as_json=chosen.json, explain=chosen.explain)


def _evaluate(chosen: argparse.Namespace) -> int:
    from bot.app.commands.evaluating import evaluate_command, evaluate_danger_command

    if chosen.danger:
        return evaluate_danger_command(chosen.content)
    if chosen.questions is None:
        raise SettingsError("Geef een bestand met vragen: --questions BESTAND, of --danger.")
    return evaluate_command(chosen.questions, chosen.content, chosen.plot)


def _flows(chosen: argparse.Namespace) -> int:
    from bot.app.commands.flow_drawing import draw_command, schema_command
    from bot.app.commands.flows import mutate_command, plan_command, record_command

    if chosen.action == "draw":
        return draw_command(chosen.content, chosen.output or Path("flows-tekeningen"), chosen.counts)
    if chosen.action == "schema":
        return schema_command(chosen.output)
    if chosen.action == "record":
        return record_command(chosen.content, chosen.name)
    if chosen.action == "mutate":
        return mutate_command(chosen.content, chosen.name)
    if not chosen.name:
        raise SettingsError(f"Geef de map met de vorige versie: {typed('flows plan oude-map')}")
    return plan_command(chosen.content, Path(chosen.name))


def _faq(chosen: argparse.Namespace) -> int:
    return run_step(chosen)


def _poster(chosen: argparse.Namespace) -> int:
    from bot.app.commands.poster import Request, poster_command

    wanted = Request(
        audience=chosen.audience,
        language=chosen.language,
        topic=chosen.topic,
        flow=chosen.flow,
        size=chosen.size,
        bot=chosen.bot,
        channel=chosen.channel,
        address=chosen.address,
    )
    return poster_command(wanted, chosen.content, chosen.output)


def _report(chosen: argparse.Namespace) -> int:
    from bot.app.commands.report import report_command

    return report_command(chosen.since, chosen.until, chosen.kind, chosen.output, chosen.content, chosen.add)


def _init(chosen: argparse.Namespace) -> int:
    if chosen.check:
        from bot.app.commands.group_check import check_command

        return check_command()
    from bot.app.commands.setup import init_command

    return init_command(chosen.output, ask=input if sys.stdin.isatty() else None)


def _db(chosen: argparse.Namespace) -> int:
    from bot.app.commands.setup import database_command

    return database_command(chosen.action, chosen.file)


_COMMANDS = {
    "run": _run,
    "organisation": _organisation,
    "demo": _demo,
    "check": _check,
    "ask": _ask,
    "evaluate": _evaluate,
    "flows": _flows,
    "faq": _faq,
    "poster": _poster,
    "report": _report,
    "init": _init,
    "db": _db,
}
