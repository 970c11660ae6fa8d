"""``/zin tolk``: a fixed sentence reaches the person in their language, with the Dutch beside it."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.adapters.content.findings import Findings
from bot.adapters.content.layers import packaged_content
from bot.adapters.content.library import Content, load_content
from bot.app.library import load_library
from bot.dialogue.choices import StaffKind
from bot.dialogue.library import Library
from bot.domain.conversation import Conversation
from bot.domain.effects import Relay
from bot.domain.ids import Language, VisitorKey
from bot.testing.team import ANOUK, BRAM, Team
from tests.acceptance.content import write_content

LANGUAGES = ("nl", "en", "tr", "ar", "pl", "uk")
INTERPRETER = {
    "nl": "Wil je een tolk?",
    "en": "Do you want an interpreter?",
    "tr": "Tercüman ister misin?",
    "ar": "هل تريد مترجمًا؟",
    "pl": "Czy chcesz tłumacza?",
    "uk": "Вам потрібен перекладач?",
}
ONE = """\
- id: tolk
  text:
    nl: Wil je een tolk?
    en: Do you want an interpreter?
"""


@pytest.fixture(scope="module")
def packaged() -> Content:
    return load_content(packaged_content(), Findings())


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory, packaged: Content) -> Library:
    """A small library with the sentences that come with the program."""
    small = load_library(write_content(tmp_path_factory.mktemp("content") / "content"))
    return replace(small, sentences=packaged.sentences)


def talk_in(language: str, library: Library, *, hours: bool = True) -> Team:
    """A talk that Anouk has, with somebody who chose this language."""
    team = Team(library, hours=hours)
    team.states["p"] = Conversation(visitor=VisitorKey("p"), language=Language(language)).to_json()
    team.presses(ANOUK, StaffKind.CLAIM, team.asks().id)
    return team


def passed_on(team: Team) -> list[str]:
    return [effect.html for effect in team.effects if isinstance(effect, Relay)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_comes_in_the_persons_language_with_the_dutch_below(library: Library, language: str) -> None:
    team = talk_in(language, library)
    team.commands(ANOUK, "zin Tolk")
    (html,) = passed_on(team)
    assert INTERPRETER[language] in html
    assert html.count(INTERPRETER["nl"]) == 1
    assert html.index(INTERPRETER[language]) <= html.index(INTERPRETER["nl"])
    assert all(words not in html for other, words in INTERPRETER.items() if other not in (language, "nl"))


def test_moments_are_in_the_language_of_their_line(library: Library) -> None:
    team = talk_in("pl", library)
    team.now += timedelta(hours=12)
    team.commands(ANOUK, "zin openingstijd")
    (html,) = passed_on(team)
    said, dutch = html.split("\n\n")
    assert "wtorek, 9.00" in said
    assert "dinsdag om 9.00 uur" in dutch


def test_without_known_hours_no_moment_is_promised(library: Library) -> None:
    team = talk_in("tr", library, hours=False)
    team.commands(ANOUK, "zin openingstijd")
    (html,) = passed_on(team)
    assert "her zamanki saatlerimizde" in html
    assert "op onze gewone tijden" in html


def test_a_sentence_of_the_group_itself_goes_first_and_as_it_is(library: Library) -> None:
    team = talk_in("tr", library)
    team.commands(ANOUK, "zin tolk = Onze tolk heet <Bo> & komt.")
    team.commands(ANOUK, "zin tolk")
    (html,) = passed_on(team)
    assert html.endswith("Onze tolk heet &lt;Bo&gt; &amp; komt.")
    team.commands(ANOUK, "zin tolk =")
    team.commands(ANOUK, "zin tolk")
    assert INTERPRETER["tr"] in passed_on(team)[0]


def test_only_whose_talk_it_is_sends_one(library: Library) -> None:
    team = talk_in("tr", library)
    team.commands(BRAM, "zin tolk")
    assert passed_on(team) == []


@pytest.mark.parametrize("wrong", ["zin", "zin bestaatniet"])
def test_the_list_says_what_each_means_in_dutch(library: Library, wrong: str) -> None:
    team = talk_in("ar", library)
    team.commands(ANOUK, wrong)
    assert passed_on(team) == []
    for name, texts in library.sentences.items():
        assert f"- {name}: {texts['nl'][:4]}" in team.group[-1]


def test_every_language_has_every_sentence(packaged: Content) -> None:
    assert len(packaged.sentences) >= 40
    for name, texts in packaged.sentences.items():
        assert set(texts) == set(LANGUAGES), name
        assert all(len(text) <= 120 for text in texts.values()), name


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        ("", "", []),
        ("    nl: Wil je een tolk?\n", "", ["taal"]),
        ("Do you", "{naam} do you", ["yaml"]),
        ("interpreter?", "interpreter {naam}?", ["accolade"]),
        ("tolk?", "tolk {openingstijd}?", ["weggevallen"]),
        ("  text:", "  tekst:", ["ontbreekt", "onbekend"]),
        ("- id: tolk", "- id: tolk\n  text:\n    nl: Dag.\n- id: tolk", ["dubbel_id"]),
        ("- id: tolk", "tolk:", ["vorm"]),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named(tmp_path: Path, old: str, new: str, codes: list[str]) -> None:
    folder = write_content(tmp_path / "content")
    (folder / "faq" / "vaste_zinnen.yaml").write_text(ONE.replace(old, new) if old else ONE)
    findings = Findings()
    content = load_content(folder, findings)
    assert [finding.code for finding in findings.errors] == codes
    assert all(finding.file == "faq/vaste_zinnen.yaml" for finding in findings.errors)
    if not codes:
        assert content.sentences["tolk"]["en"] == "Do you want an interpreter?"


def test_an_organisation_says_it_its_own_way(tmp_path: Path) -> None:
    folder = write_content(tmp_path / "content")
    (folder / "steunpunt.yaml").write_text("basis: landelijk\nname: Steunpunt\n")
    (folder / "faq" / "vaste_zinnen.yaml").write_text(ONE.replace("een tolk?", "onze tolk?"))
    sentences = load_content(folder, Findings()).sentences
    assert sentences["tolk"]["nl"] == "Wil je onze tolk?"
    assert "welkom" in sentences
