"""The commands as an operator, an editor or a script would run them: in a process of their own."""

import json
import os
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from bot.adapters.storage.encryption import new_secret_key
from tests.acceptance.content import write_content

ROOT = Path(__file__).parents[2]


def run(*arguments: str, folder: Path, stdin: str = "", **settings: str) -> subprocess.CompletedProcess[str]:
    """One command in an empty folder, with nothing but the settings given."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("STEUNPUNT_")}
    environment = {
        **clean,
        "PYTHONPATH": str(ROOT),
        **{f"STEUNPUNT_{name.upper()}": value for name, value in settings.items()},
    }
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        cwd=folder,
        env=environment,
        input=stdin,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return write_content(tmp_path / "content")


def test_ask_prints_the_contracts_object(tmp_path: Path, content: Path) -> None:
    done = run(
        "ask", "--json", "--content", str(content), "--audience", "ouder", "hoe vraag ik een tlv aan", folder=tmp_path
    )
    assert done.returncode == 0
    result = json.loads(done.stdout)
    assert set(result) == {"text", "signal", "outcome", "language", "candidates"}
    assert result["language"] == "nl"
    assert result["signal"] == {"level": "none", "category": None}
    assert result["outcome"] == "answer"
    assert result["candidates"][0]["id"] == "tlv_aanvragen"
    assert len(result["candidates"]) <= 5
    confidences = [candidate["confidence"] for candidate in result["candidates"]]
    assert confidences == sorted(confidences, reverse=True)


def test_a_batch_keeps_its_order_and_takes_text_and_json(tmp_path: Path, content: Path) -> None:
    lines = [
        "hoe vraag ik een tlv aan",
        json.dumps({"text": "ik word gepest", "audience": "jongere", "language": "nl"}),
        "",
        "{geen json",
        "xqzt wrbl",
    ]
    (tmp_path / "vragen.txt").write_text("\n".join(lines) + "\n")
    done = run("ask", "--json", "--content", str(content), "--batch", "vragen.txt", folder=tmp_path)
    results = [json.loads(line) for line in done.stdout.splitlines()]
    assert [result["text"] for result in results] == [lines[0], "ik word gepest", "", "{geen json", "xqzt wrbl"]
    assert results[1]["candidates"][0]["id"] == "j_gepest"
    assert results[2]["outcome"] == "none"
    assert results[4]["outcome"] == "none"


def test_ask_works_on_a_folder_with_nothing_but_questions(tmp_path: Path, content: Path) -> None:
    bare = tmp_path / "bare"
    (bare / "faq").mkdir(parents=True)
    questions = (content / "faq" / "vragen.yaml").read_text().replace("Bel {contact:lijn}.", "")
    (bare / "faq" / "alles.yaml").write_text(questions)
    done = run("ask", "--json", "--content", str(bare), "mijn zoon zit al weken thuis", folder=tmp_path)
    assert json.loads(done.stdout)["candidates"][0]["id"] == "kind_thuis"


def test_ask_sees_danger_in_the_packaged_content(tmp_path: Path) -> None:
    done = run("ask", "--json", "ik wil niet meer leven", folder=tmp_path)
    result = json.loads(done.stdout)
    assert result["outcome"] == "crisis"
    assert result["signal"] == {"level": "crisis", "category": "suicide"}


def test_ask_explains_itself(tmp_path: Path, content: Path) -> None:
    done = run("ask", "--explain", "--content", str(content), "hoe vraag ik een tvl aan", folder=tmp_path)
    assert "antwoord" in done.stdout or "keuze" in done.stdout
    assert "closest" in done.stdout


def test_check_names_file_line_what_and_what_to_do(tmp_path: Path, content: Path) -> None:
    path = content / "faq" / "vragen.yaml"
    path.write_text(
        path.read_text()
        .replace("related: [kind_thuis]", "related: [bestaat_niet]")
        .replace("{contact:lijn}", "{contact:weg}")
    )
    done = run("check", "--content", str(content), folder=tmp_path)
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert any(line.startswith("faq/vragen.yaml:22 · ") and "bestaat_niet" in line for line in lines)
    assert any("contact 'weg' bestaat niet" in line for line in lines)
    assert all(line.count(" · ") == 2 for line in lines if line.startswith("faq/"))


def test_check_is_silent_about_good_content(tmp_path: Path, content: Path) -> None:
    done = run("check", "--content", str(content), folder=tmp_path)
    assert done.returncode == 0
    assert "Geen fouten" in done.stdout


def test_ask_and_check_work_on_a_folder_that_builds_on_another(tmp_path: Path, content: Path) -> None:
    own = tmp_path / "regio"
    (own / "faq").mkdir(parents=True)
    (own / "steunpunt.yaml").write_text("basis: ../content\nname: Steunpunt Regio\n")
    entry = (content / "faq" / "vragen.yaml").read_text().split("- id: kind_thuis")[0]
    (own / "faq" / "onze.yaml").write_text(entry.replace("hoe vraag ik een tlv aan", "wie regelt het briefje voor so"))
    asked = run("ask", "--json", "--content", str(own), "wie regelt het briefje voor so", folder=tmp_path)
    assert json.loads(asked.stdout)["candidates"][0]["id"] == "tlv_aanvragen"
    below = run("ask", "--json", "--content", str(own), "ik word gepest", "--audience", "jongere", folder=tmp_path)
    assert json.loads(below.stdout)["candidates"][0]["id"] == "j_gepest"
    done = run("check", "--content", str(own), folder=tmp_path)
    assert done.returncode == 0
    assert "vraag 'tlv_aanvragen' komt in plaats van ../content/faq/vragen.yaml:1" in done.stdout


@pytest.mark.parametrize(
    ("broken", "line", "advice"),
    [
        ("- id: x\n  title: T\n  questions: [q]\n  anser: A\n", 4, "bedoel je 'answer'?"),
        ("- id: x\n  title: T\n  questions: [q]\n", 1, "vul 'answer' in"),
        ("- id: Fout Hier\n  title: T\n  questions: [q]\n  answer: A\n", 1, "gebruik kleine letters"),
        ("- id: x\n  title: {nl: Ja, graag}\n  questions: [q]\n  answer: A\n", 2, "eigen regel"),
        ("- id: x\n  title: T\n  title: U\n  questions: [q]\n  answer: A\n", 3, "voeg de twee samen"),
        ("- id: kind_thuis\n  title: T\n  questions: [q]\n  answer: A\n", 1, "andere id"),
        ("- id: x\n  audience: [moeder]\n  title: T\n  questions: [q]\n  answer: A\n", 2, "ouder of jongere"),
        ("- id: x\n  title: T\n  questions: [q]\n  answer: A\n  review_by: morgen\n", 5, '"2026-11-23"'),
        ("id: x\n", 1, "begin elke vraag met"),
    ],
)
def test_every_fault_comes_with_its_line_and_advice(
    tmp_path: Path, content: Path, broken: str, line: int, advice: str
) -> None:
    (content / "faq" / "zz.yaml").write_text(broken)
    done = run("check", "--content", str(content), folder=tmp_path)
    assert done.returncode == 1
    found = [text for text in done.stdout.splitlines() if text.startswith(f"faq/zz.yaml:{line} ")]
    assert any(advice in text for text in found), done.stdout


def test_a_broken_content_folder_stops_the_start_with_its_findings(tmp_path: Path, content: Path) -> None:
    (content / "faq" / "zz.yaml").write_text("- id: x\n")
    done = run(
        "run",
        folder=tmp_path,
        telegram_token="1:x",
        staff_chat_id="-1001",
        secret_key=new_secret_key(),
        content_dir=str(content),
    )
    assert done.returncode == 1
    assert "faq/zz.yaml:1" in done.stderr


def test_missing_settings_are_all_named_in_plain_words(tmp_path: Path) -> None:
    done = run("run", folder=tmp_path)
    assert done.returncode == 1
    for name in ("STEUNPUNT_TELEGRAM_TOKEN", "STEUNPUNT_STAFF_CHAT_ID", "STEUNPUNT_SECRET_KEY"):
        assert f"{name} ontbreekt" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({"staff_chat_id": "groep"}, "STEUNPUNT_STAFF_CHAT_ID is niet goed ingevuld"),
        ({"secret_key": "geheim"}, "geen goede sleutel"),
        ({"database_url": "ergens"}, "STEUNPUNT_DATABASE_URL is niet te lezen"),
        ({"allow_example_profile": "0"}, "nog het voorbeeldprofiel"),
        ({"allow_example_profile": "misschien"}, "Vul 1 of 0 in"),
        ({"staff_chat_id": "12345"}, "begint met een min"),
        ({"telegram_token": "mijn token"}, "Een token ziet eruit als"),
        ({"telegram_api_url": "telegram"}, "STEUNPUNT_TELEGRAM_API_URL is niet goed ingevuld"),
        ({"http_port": "70000"}, "Het getal is te groot"),
        ({"http_port": "0"}, "Het getal is te klein"),
        ({"sends_per_second": "0"}, "Het getal is te klein"),
        ({"secret_key": f"{'A' * 43}="}, "te makkelijk te raden"),
        ({"secret_key": ","}, "te makkelijk te raden"),
        ({"webhook_url": "http://bot.example.nl/t", "http_port": "8080", "webhook_secret": "s" * 20}, "https://"),
        ({"webhook_url": "http://127.0.0.1/t", "http_port": "8080", "webhook_secret": "s" * 20}, "https://"),
        ({"webhook_url": "https://bot.example.nl/t", "http_port": "8080", "webhook_secret": "kort"}, "16 tot 256"),
        ({"content_dir": "/bestaat/niet"}, "deze map bestaat niet"),
        ({"database_url": "sqlite:////bestaat/niet/x.sqlite"}, "Bestaat de map"),
    ],
)
def test_a_wrong_setting_stops_the_start_with_a_plain_sentence(
    tmp_path: Path, content: Path, settings: dict[str, str], sentence: str
) -> None:
    good = {
        "telegram_token": "1:x",
        "staff_chat_id": "-1001",
        "secret_key": new_secret_key(),
        "content_dir": str(content),
        "allow_example_profile": "1",
    }
    done = run("run", folder=tmp_path, **{**good, **settings})
    assert done.returncode == 1
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr


def test_init_makes_a_private_file_with_a_key_and_never_overwrites_it(tmp_path: Path) -> None:
    assert run("init", folder=tmp_path).returncode == 0
    made = tmp_path / ".env"
    assert made.stat().st_mode & 0o077 == 0
    before = made.read_text()
    assert "STEUNPUNT_SECRET_KEY=" in before
    again = run("init", folder=tmp_path)
    assert again.returncode == 1
    assert "bestaat al" in again.stderr
    assert made.read_text() == before


def test_a_backup_can_be_put_back(tmp_path: Path) -> None:
    assert run("db", "upgrade", folder=tmp_path).returncode == 0
    assert run("db", "backup", "kopie.sqlite", folder=tmp_path).returncode == 0
    assert "bestaat al" in run("db", "restore", "kopie.sqlite", folder=tmp_path).stderr
    (tmp_path / "steunpunt.sqlite").unlink()
    assert run("db", "restore", "kopie.sqlite", folder=tmp_path).returncode == 0
    assert (tmp_path / "steunpunt.sqlite").exists()


def test_evaluate_prints_the_table(tmp_path: Path, content: Path) -> None:
    (tmp_path / "vragen.tsv").write_text("hoe vraag ik een tlv aan\ttlv_aanvragen\nwat voor weer wordt het\t-\n")
    done = run("evaluate", "--content", str(content), "--questions", "vragen.tsv", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "top-1" in done.stdout.lower()


@pytest.fixture
def counted(tmp_path: Path) -> str:
    """A database with counts of one block of four weeks; its address."""
    connection = sqlite3.connect(tmp_path / "tel.sqlite")
    connection.execute(
        "CREATE TABLE tally (week DATE, measure TEXT, audience TEXT, language TEXT, name TEXT, count BIGINT)"
    )
    connection.executemany(
        "INSERT INTO tally VALUES (?, 'question', 'ouder', 'nl', 'answered', ?)",
        [("2026-10-05", 12), ("2026-10-12", 3), ("2026-10-26", 20)],
    )
    connection.commit()
    connection.close()
    return f"sqlite:///{tmp_path}/tel.sqlite"


def test_a_report_is_about_whole_weeks_and_needs_no_key(tmp_path: Path, content: Path, counted: str) -> None:
    days = ("--from", "2026-10-08", "--to", "2026-10-28", "--content", str(content))
    done = run("report", *days, "--output", "cijfers.csv", folder=tmp_path, database_url=counted)
    assert done.returncode == 0, done.stderr
    assert "Hele weken: maandag 5 oktober 2026 t/m zondag 1 november 2026." in done.stdout
    assert "Vragen: 32 of meer" in done.stdout
    lines = (tmp_path / "cijfers.csv").read_text(encoding="utf-8-sig").splitlines()
    assert "weeks;;2026-10-05;Week vanaf 5 oktober;12;" in lines
    assert "weeks;;2026-10-12;Week vanaf 12 oktober;;<5" in lines

    added = run("report", "--add", "cijfers.csv", "--format", "PNG", folder=tmp_path)
    assert added.returncode == 0, added.stderr
    assert (tmp_path / "rapport.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("arguments", "advice"),
    [
        (("--from", "5-10-2026", "--to", "2026-11-01", "--format", "pdf"), "jaar-maand-dag"),
        (("--from", "2026-11-01", "--to", "2026-10-05", "--format", "pdf"), "Draai --from en --to om"),
        (("--from", "2026-10-05", "--to", "2026-11-01", "--format", "docx"), "png, pdf, csv of xlsx"),
        (
            (
                "--format",
                "pdf",
            ),
            "Geef twee dagen",
        ),
        (("--add", "weg.csv", "--format", "pdf"), "weg.csv is niet te lezen"),
    ],
)
def test_a_report_that_cannot_be_made_says_why(tmp_path: Path, arguments: tuple[str, ...], advice: str) -> None:
    done = run("report", *arguments, folder=tmp_path, database_url=f"sqlite:///{tmp_path}/leeg.sqlite")
    assert done.returncode == 1
    assert advice in done.stderr
    assert not list(tmp_path.glob("rapport.*"))
    assert not (tmp_path / "leeg.sqlite").exists()


def test_every_command_reads_the_content_of_the_settings(tmp_path: Path, content: Path) -> None:
    (tmp_path / ".env").write_text(f"STEUNPUNT_CONTENT_DIR={content}\n")
    own = run("check", folder=tmp_path)
    assert "Geen fouten in 3 vragen" in own.stdout, own.stderr
    assert run("faq", "export", folder=tmp_path).stdout.startswith("vragen.xlsx staat klaar, met 3 vragen")
    poster = run("poster", "--audience", "ouder", "--output", "knop.html", "--bot", "onze_bot", folder=tmp_path)
    assert "onze_bot" in (tmp_path / "knop.html").read_text(), poster.stderr
    assert "Steunpunt Proef" in (tmp_path / "knop.html").read_text()
    for command in ("check", "ask"):
        asked = ("vraag",) if command == "ask" else ()
        wrong = run(command, *asked, folder=tmp_path, content_dir="/bestaat/niet")
        assert (wrong.returncode, wrong.stderr) == (
            1,
            "De map /bestaat/niet bestaat niet. Kijk naar STEUNPUNT_CONTENT_DIR.\n",
        )


def test_a_report_of_an_empty_week_is_a_page_and_needs_no_format(tmp_path: Path, content: Path) -> None:
    days = ("--from", "2026-10-05", "--to", "2026-11-01", "--content", str(content))
    url = f"sqlite:///{tmp_path}/leeg.sqlite"
    done = run("report", *days, folder=tmp_path, database_url=url)
    assert done.returncode == 0, done.stderr
    assert "Er zijn nog geen cijfers" in done.stdout
    assert (tmp_path / "rapport.png").read_bytes().startswith(b"\x89PNG")
    assert run("report", *days, "--output", "bestuur.pdf", folder=tmp_path, database_url=url).returncode == 0
    assert (tmp_path / "bestuur.pdf").read_bytes().startswith(b"%PDF")
    assert not (tmp_path / "leeg.sqlite").exists()


def test_nothing_that_goes_wrong_shows_a_traceback_or_the_name_of_a_class(tmp_path: Path, content: Path) -> None:
    (tmp_path / "map").mkdir()
    (tmp_path / "latin.tsv").write_bytes(b"caf\xe9\tx\n")
    (tmp_path / "dicht.sqlite").write_text("geen database")
    for arguments, settings in (
        (("evaluate", "--questions", "weg.tsv", "--content", str(content)), {}),
        (("evaluate", "--questions", "map", "--content", str(content)), {}),
        (("evaluate", "--questions", "latin.tsv", "--content", str(content)), {}),
        (("ask", "--batch", "weg.txt", "--content", str(content)), {}),
        (("db", "backup", "weg/kopie.sqlite"), {"database_url": f"sqlite:///{tmp_path}/bot.sqlite"}),
        (("db", "restore", "map"), {"database_url": f"sqlite:///{tmp_path}/bot.sqlite"}),
        (("db", "upgrade"), {"database_url": f"sqlite:///{tmp_path}/weg/bot.sqlite"}),
        (("db", "upgrade"), {"database_url": f"sqlite:///{tmp_path}/dicht.sqlite"}),
        (("init", "--output", "weg/.env"), {}),
        (("faq", "import", "map", "--content", str(content)), {}),
    ):
        done = run(*arguments, folder=tmp_path, **settings)
        assert done.returncode == 1, arguments
        assert done.stderr.strip(), arguments
        assert not re.search(r"Traceback|Error\b|Exception", done.stderr), (arguments, done.stderr)


def test_sentences_name_commands_as_they_are_typed_here(tmp_path: Path) -> None:
    assert "python -m bot init" in run("run", folder=tmp_path).stderr


def test_who_has_done_nothing_yet_hears_of_the_way_by_the_hand(tmp_path: Path) -> None:
    assert "stap voor stap" in run("run", folder=tmp_path).stderr
    assert run("init", folder=tmp_path).returncode == 0
    assert "stap voor stap" not in run("run", folder=tmp_path).stderr


def test_init_beside_a_file_says_what_is_left_and_keeps_its_key(tmp_path: Path) -> None:
    run("init", folder=tmp_path)
    before = (tmp_path / ".env").read_text()
    again = run("init", folder=tmp_path)
    assert again.returncode == 1
    assert "Vul daarin nog in: STEUNPUNT_TELEGRAM_TOKEN, STEUNPUNT_STAFF_CHAT_ID." in again.stderr
    assert "STEUNPUNT_SECRET_KEY" not in again.stderr
    full = before.replace("_TOKEN=", "_TOKEN=1:x").replace("_CHAT_ID=", "_CHAT_ID=-1001")
    (tmp_path / ".env").write_text(full)
    done = run("init", folder=tmp_path)
    assert "Vul daarin" not in done.stderr
    assert "Gooi dit niet weg" in done.stderr
    assert (tmp_path / ".env").read_text() == full


def test_the_list_of_organisations_says_what_is_left_to_do(tmp_path: Path) -> None:
    run("organisation", "add", "vallei", folder=tmp_path)
    listed = run("organisation", "list", folder=tmp_path)
    assert "vallei: " in listed.stdout
    assert "STEUNPUNT_TELEGRAM_TOKEN ontbreekt" in listed.stdout
    path = tmp_path / "organisations" / "vallei" / "organisatie.env"
    path.write_text(f"{path.read_text()}\nSTEUNPUNT_TELEGRAM_TOKEN=123456:{'a' * 35}\nSTEUNPUNT_STAFF_CHAT_ID=-1001\n")
    assert run("organisation", "list", folder=tmp_path).stdout.strip().splitlines()[1:] == []
