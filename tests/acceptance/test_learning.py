"""What nobody could answer: passed on with consent, put in its place by staff, answered from then on."""

import asyncio
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from bot.playground.people import StaffMember, Visitor
from bot.playground.server import PlaygroundServer
from bot.playground.world import Person
from tests.acceptance.running import ROOT, Running
from tests.waiting import until, until_answer

pytestmark = pytest.mark.asyncio
QUESTION = "hoe zit het met die groene kaart van de fluitkat"
OTHER_WORDS = "hoe zit het nou met die groene kaart van de fluitkat"


@pytest.fixture
def anouk(server: PlaygroundServer) -> StaffMember:
    return StaffMember(server.world, next(iter(server.world.chats[server.staff_chat].members.values())))


async def misses(parent: Visitor, question: str) -> None:
    """Ask something that is not answered; with so little content the bot may offer a choice first."""
    await parent.asks(question)
    if "Geen van deze" in parent.buttons():
        await parent.chooses("Geen van deze")


async def test_a_passed_on_question_is_learned_at_once_and_after_a_restart(
    bot: Running, parent: Visitor, server: PlaygroundServer, anouk: StaffMember
) -> None:
    await parent.asks("/start ouder")
    await misses(parent, QUESTION)
    shown = await parent.chooses("✉️ Geef mijn vraag door")
    assert QUESTION in shown["text"]
    assert anouk.sees() == [] or not any("fluitkat" in text for text in anouk.sees())
    assert "Gelukt" in (await parent.chooses("Ja, geef door"))["text"]

    anouk.says("/vragen")
    await until(lambda: any("fluitkat" in text for text in anouk.sees()))
    assert not any("Fatima" in text or "fatima_t" in text for text in anouk.sees())
    anouk.taps("Hoe vraag je een TLV aan?")
    await until(lambda: any("Geleerd" in text for text in anouk.sees()))

    async def answered() -> bool:
        # The subject is named, also where its answer is not said word for word again.
        return "Hoe vraag je een TLV aan?" in (await parent.asks(OTHER_WORDS))["text"]

    await until_answer(answered)
    await bot.stop()
    await bot.start()
    await until_answer(answered)


async def test_nothing_is_kept_of_a_question_that_is_not_passed_on(
    bot: Running, parent: Visitor, tmp_path: Path, anouk: StaffMember
) -> None:
    await parent.asks("/start ouder")
    await misses(parent, QUESTION)
    await parent.chooses("✉️ Geef mijn vraag door")
    assert "geef niets door" in (await parent.chooses("Nee, niet doorgeven"))["text"]
    anouk.says("/vragen")
    await until(lambda: any("geen vraag meer" in text for text in anouk.sees()))
    with sqlite3.connect(tmp_path / "bot.sqlite") as database:
        assert database.execute("SELECT count(*) FROM record WHERE kind = 'question'").fetchone() == (0,)


async def test_a_passed_on_question_is_shown_and_wiped(bot: Running, parent: Visitor, tmp_path: Path) -> None:
    await parent.asks("/start ouder")
    await misses(parent, QUESTION + " bel 06-12345678")
    await parent.chooses("✉️ Geef mijn vraag door")
    await parent.chooses("Ja, geef door")
    file = await parent.asks("/inzage")
    assert file["document"]
    await parent.asks("/wis")
    await parent.chooses("Ja, wis alles")
    with sqlite3.connect(tmp_path / "bot.sqlite") as database:
        assert database.execute("SELECT count(*) FROM record WHERE kind = 'question'").fetchone() == (0,)


async def test_what_happens_is_counted_without_whose_it_is(
    bot: Running, parent: Visitor, server: PlaygroundServer, tmp_path: Path
) -> None:
    youth = Visitor(server.world, Person(id=6_100_000_099, first_name="Sem", last_name="", username="sem99"))
    await parent.asks("/start ouder")
    await parent.asks("hoe vraag ik een tlv aan")
    await parent.asks("/mens")
    await parent.chooses(next(label for label in parent.buttons() if label.startswith("Ja")))
    await youth.asks("/start jongere")
    await youth.asks("ik wil dood")
    with sqlite3.connect(tmp_path / "bot.sqlite") as database:
        rows = set(database.execute("SELECT measure, audience, language, name, count FROM tally"))
    # When they came depends on the clock; that it is counted without anybody does not.
    moments = {row for row in rows if row[0] == "moment"}
    assert {(row[1], row[2], row[3].rpartition("/")[0]) for row in moments} == {
        ("", "", f"{kind}/{part}") for kind in ("question", "human") for part in ("day", "hour")
    }
    assert rows - moments == {
        ("question", "ouder", "nl", "answered", 1),
        ("entry", "ouder", "nl", "tlv_aanvragen", 1),
        ("channel", "ouder", "nl", "telegram", 1),
        ("human", "ouder", "nl", "asked", 1),
        ("danger", "jongere", "nl", "crisis", 1),
    }


async def test_what_was_accepted_goes_into_the_files_with_their_comments(
    bot: Running, parent: Visitor, anouk: StaffMember, tmp_path: Path
) -> None:
    await parent.asks("/start ouder")
    await misses(parent, QUESTION)
    await parent.chooses("✉️ Geef mijn vraag door")
    await parent.chooses("Ja, geef door")
    anouk.says("/vragen")
    await until(lambda: any("fluitkat" in text for text in anouk.sees()))
    anouk.taps("Hoe vraag je een TLV aan?")
    await until(lambda: any("Geleerd" in text for text in anouk.sees()))
    file = bot.content / "faq" / "vragen.yaml"
    before = "# Deze opmerking blijft staan.\n" + file.read_text()
    file.write_text(before)
    questions = tmp_path / "vragen.tsv"
    questions.write_text(f"text\texpected\n{OTHER_WORDS}\ttlv_aanvragen\nmijn zoon zit al weken thuis\tkind_thuis\n")
    done = await asyncio.to_thread(_review, bot, questions)
    assert done.returncode == 0, done.stderr
    assert "tlv_aanvragen" in done.stdout
    assert "Van 2 vragen" in done.stdout
    after = file.read_text()
    added = [line for line in after.splitlines() if line not in before.splitlines()]
    assert added == [f"      - {QUESTION}"]
    assert [line for line in after.splitlines() if line not in added] == before.splitlines()
    again = await asyncio.to_thread(_review, bot, questions)
    assert "staan al in de bestanden" in again.stdout


def _review(bot: Running, questions: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bot", "faq", "review", "--questions", str(questions)],
        cwd=ROOT,
        env=bot.environment(),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
