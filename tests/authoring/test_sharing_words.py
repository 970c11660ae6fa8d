"""What people said goes along in a pack: sentences that were accepted and read, and words that many used."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from bot.app.cli import main
from bot.app.commands.sharing import adopt_command
from bot.authoring.sharing import read_pack
from bot.authoring.sharing_words import Words, collected, read_words, write_words
from bot.domain.errors import ContentError
from bot.domain.ids import DUTCH, EntryId, Language, VisitorKey
from bot.domain.question import AcceptedPhrasing, Decision, Missed, UnansweredQuestion
from tests.authoring.test_sharing import DAY, said, steunpunt

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)


def accepted(text: str, entry: str = "inloop_uur", language: Language = DUTCH) -> AcceptedPhrasing:
    return AcceptedPhrasing(id=text, entry=EntryId(entry), language=language, text=text, at=NOW)


def asked(*texts: str, people: int | None = None, decision: Decision | None = None) -> list[UnansweredQuestion]:
    """Each text by somebody else, or all of them by so many people."""
    return [
        UnansweredQuestion(
            id=f"q{number}",
            text=text,
            at=NOW + timedelta(minutes=number),
            missed=next(iter(Missed)),
            visitor=VisitorKey(f"v{number if people is None else number % people}"),
            audience="ouder",
            decision=decision,
        )
        for number, text in enumerate(texts)
    ]


SAME = [f"wanneer gaat de zwemles door {name}" for name in ("jan", "piet", "fatma", "olek", "sem")]


@pytest.mark.parametrize(
    ("questions", "expected"),
    [
        (asked(*SAME), (("ouder", "wanneer gaat de zwemles door"),)),
        (asked(*SAME[:4]), ()),
        (asked(*SAME, people=4), ()),
        (asked(*SAME, decision=Decision.SKIPPED), ()),
        (asked(*(["zwemles"] * 5)), ()),
    ],
)
def test_only_words_of_five_people_leave(
    questions: list[UnansweredQuestion], expected: tuple[tuple[str, str], ...]
) -> None:
    assert collected([], questions).missed == expected


def test_a_word_that_one_person_used_stays_behind() -> None:
    (audience, words), *more = collected([], asked(*SAME)).missed
    assert (audience, more) == ("ouder", [])
    assert not {"jan", "piet", "fatma", "olek", "sem"} & set(words.split())


def test_accepted_sentences_are_kept_by_question_and_language() -> None:
    given = [
        accepted("kan ik zo binnenlopen"),
        accepted("kan ik zo binnenlopen"),
        accepted("can I walk in", language=Language("en")),
    ]
    assert collected(given, []).sentences == {
        "inloop_uur": {"nl": ("kan ik zo binnenlopen",), "en": ("can I walk in",)}
    }


def test_the_file_is_read_as_it_was_written_and_as_it_was_cut(tmp_path: Path) -> None:
    words = collected([accepted('zegt u "inloop": wat is dat?')], asked(*SAME))
    write_words(words, tmp_path / "woorden.yaml")
    assert read_words(tmp_path / "woorden.yaml") == words
    write_words(Words(sentences={}, missed=()), tmp_path / "leeg.yaml")
    assert read_words(tmp_path / "leeg.yaml") == Words(sentences={}, missed=())
    with pytest.raises(ContentError, match="niet te lezen"):
        read_words(tmp_path / "weg.yaml")


def test_words_go_along_and_are_taken_where_the_question_stands(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    valley = steunpunt(tmp_path / "vallei", "De Vallei", "Woensdag.")
    polder = steunpunt(tmp_path / "polder", "De Polder", "Maandag.")
    coast = steunpunt(tmp_path / "kust", "De Kust")
    write_words(collected([accepted("kan ik zo binnenlopen")], asked(*SAME)), tmp_path / "woorden.yaml")
    output = tmp_path / "vallei.json"
    typed = ["faq", "share", "--output", str(output), "--words", str(tmp_path / "woorden.yaml")]
    assert main([*typed, "--content", str(valley)]) == 0
    pack = read_pack(output)
    assert [piece.kind for piece in pack.pieces] == ["vraag", "zinnen", "gemist"]
    text = output.read_text()
    assert "fatma" not in text
    assert "v0" not in text

    # The Polder sees them and takes the sentence behind its own; the words it only looks at.
    missed = pack.pieces[-1].id
    assert adopt_command(output, [], [], polder, DAY) == 0
    shown = capsys.readouterr().out
    assert "kan ik zo binnenlopen" in shown
    assert "wanneer gaat de zwemles door" in shown
    assert adopt_command(output, ["zinnen_inloop_uur"], [missed], polder, DAY) == 0
    own = (polder / "faq" / "eigen.yaml").read_text()
    assert own.index("wanneer is het inloopuur") < own.index("kan ik zo binnenlopen")
    assert said(polder)["inloop_uur"].startswith("Maandag.")

    # Nobody can take words without a sentence, or sentences for a question that stands elsewhere.
    with pytest.raises(ContentError, match="niets over te nemen"):
        adopt_command(output, [missed], [], polder, DAY)
    with pytest.raises(ContentError, match="staat niet in deze map"):
        adopt_command(output, ["zinnen_inloop_uur"], [], coast, date(2026, 12, 2))
