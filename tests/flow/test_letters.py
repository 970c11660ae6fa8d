"""A letter with somebody's own words: as a file and as text to copy, in Dutch, with nothing in it that was not said."""

import pytest

from bot.adapters.papers.maker import make
from bot.domain.documents import FlowPaper, PaperKind
from bot.domain.ids import Language
from tests.dialogue.talking import NOON, library, somebody


def letter(audience: str, *lines: str, language: str = "nl") -> list[str]:
    person = somebody(audience, language=language)
    person.says("/start flow_brief_schrijven")
    for line in lines:
        person.says(line)
    assert person.files == ["brief.pdf" if language == "nl" else "letter.pdf"]
    return [text.replace("\\", "") for text in person.said]


def test_an_objection_holds_the_decision_the_day_and_the_reasons() -> None:
    said = letter("ouder", "bezwaar maken", "de schorsing van vijf dagen", "12 november", "Er was *geen* gesprek")
    text = said[1]
    assert text.startswith("bezwaar tegen een besluit\n\nAan het bestuur")
    for words in ("de schorsing van vijf dagen", "12-11-2026", "Er was *geen* gesprek", "mijn kind [naam van je kind]"):
        assert words in text
    assert "6 weken" in said[2]
    assert "4 weken" in said[2]


def test_what_was_left_out_leaves_no_empty_place() -> None:
    said = letter("ouder", "bezwaar maken", "de weigering", "sla over", "Het klopt niet")
    assert "datum:" not in said[1]
    assert "{" not in said[1]
    whole = letter("ouder", "dossier", "sla over")
    assert "vooral" not in whole[1]
    assert "vooral om: toetsen" in letter("ouder", "dossier", "toetsen en het OPP")[1]


@pytest.mark.parametrize(
    ("kind", "lines", "words"),
    [
        ("om een gesprek vragen", ("over de drukte in de klas", "sla over"), "de drukte in de klas"),
        ("afwezig door spanning", ("ik slaap niet meer van de stress voor school", "sla over"), "Het is geen onwil"),
        ("bezwaar maken", ("mijn straf", "sla over", "ik deed niks"), "besluit over mij"),
        ("het dossier opvragen", ("sla over",), "mijn dossier"),
    ],
)
def test_young_people_write_about_themselves(kind: str, lines: tuple[str, ...], words: str) -> None:
    text = letter("jongere", kind, *lines)[1]
    assert words in text
    assert "mijn kind" not in text


def test_the_letter_is_dutch_whatever_they_speak_and_is_explained_in_their_language() -> None:
    said = letter("ouder", "file", "tests", language="en")
    assert "Ik wil graag het dossier" in said[1]
    assert "I would like to see the file" in said[2]


def test_it_is_a_pdf_as_long_as_its_words() -> None:
    def pages(text: str) -> int:
        document = FlowPaper(
            kind=PaperKind.LETTER, title="bezwaar", lines=(), closing=text, language=Language("nl"), made=NOON
        )
        content = make(document)
        assert document.name == "brief.pdf"
        assert content.startswith(b"%PDF")
        return content.count(b"/Type /Page\n") or content.count(b"/Type /Page ")

    assert pages("Aan het bestuur,\n\nIk ben het er <niet> mee eens.") == 1
    assert pages("\n\n".join(["Een heel lang verhaal over wat er gebeurde. " * 12] * 12)) > 1


@pytest.mark.parametrize("wish", ["kun je een brief voor me maken", "brief aan school", "ik wil een brief schrijven"])
def test_it_begins_in_words(wish: str) -> None:
    person = somebody("ouder")
    person.says(wish)
    assert person.said[-1].startswith("Wat voor brief")


@pytest.mark.parametrize("entry", ["dossier_inzage", "j_dossier_inzien"])
def test_it_is_offered_where_it_helps(entry: str) -> None:
    found = next(one for one in library().entries.values() if one.id == entry)
    assert found.flow == "brief_schrijven"


def test_a_day_in_the_calendar_has_an_alarm_the_morning_before_and_says_when_it_was_made() -> None:
    lines = (("Laatste dag voor bezwaar", "2026-12-24", None),)
    document = FlowPaper(
        kind=PaperKind.CALENDAR, title="Bezwaar", lines=lines, closing="", language=Language("nl"), made=NOON
    )
    content = make(document)
    written = content.decode().splitlines()
    assert "DTSTAMP:20261123T110000Z" in written
    assert written[written.index("BEGIN:VALARM") :].count("TRIGGER:-PT15H") == 1
    assert "ACTION:DISPLAY" in written
