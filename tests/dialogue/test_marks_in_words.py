"""After a talk: a mark as a number, as a word, as a face; a sentence beside it; and what is none of these."""

import pytest

from bot.app.library import load_library
from bot.dialogue.choices import Choice, Kind, StaffKind
from bot.dialogue.library import Library
from bot.domain.conversation import Awaited, Conversation
from bot.domain.effects import Count, SendText
from bot.domain.ids import MessageId, PressId, VisitorKey
from bot.domain.inbound import ChoicePressed, TextReceived
from bot.domain.tally import Measure
from bot.testing.team import ANOUK, Team
from tests.acceptance.content import write_content


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return load_library(write_content(tmp_path_factory.mktemp("content") / "content"))


def closed(library: Library) -> Team:
    team = Team(library)
    handoff = team.asks()
    team.presses(ANOUK, StaffKind.CLAIM, handoff.id)
    presses(team, Kind.LEAVE, "")
    return team


def says(team: Team, text: str) -> None:
    team.happens(TextReceived(text=text, message=MessageId(600 + team.turns)))


def presses(team: Team, kind: Kind, value: str) -> None:
    team.happens(ChoicePressed(choice=Choice(kind, value).data(), press=PressId("x"), message=None))


def state(team: Team) -> Conversation:
    return Conversation.from_json(VisitorKey("p"), team.states["p"])


def ratings(team: Team) -> list[str]:
    return [effect.name for effect in team.effects if isinstance(effect, Count) and effect.measure is Measure.RATING]


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        # Up to five it is the mark itself; out of ten it counts half, rounded up.
        ("1", 1), ("2", 2), ("5", 5), ("6", 3), ("7", 4), ("8", 4), ("9", 5), ("10", 5), ("0", None), ("11", None),
        ("een 8", 4), ("7,5", 4), ("ik geef 8 punten", 4), ("ik geef er een 8", None), ("3 of 4", None),
        # Words
        ("vreselijk", 1), ("waardeloos", 1), ("slecht", 2), ("niet zo fijn", 2), ("jammer", 2), ("gaat wel", 3),
        ("mwah", 3), ("redelijk", 3), ("goed", 4), ("nuttig", 4), ("heel goed", 5), ("geweldig", 5), ("top", 5),
        ("ik ben goed geholpen hoor", 4), ("ik ben hier heel goed geholpen", None),
        # A no is no good mark, and a question is no mark.
        ("nee niet nuttig", None), ("nee slecht", 2), ("was dat goed?", None),
        # Faces
        ("😀", 5), ("😞", 1), ("😐", 3),
    ],
)  # fmt: skip
def test_a_mark_in_words(library: Library, text: str, mark: int | None) -> None:
    team = closed(library)
    says(team, text)
    assert team.handoff.rating == mark
    assert ratings(team) == ([] if mark is None else [f"talk:{mark}"])


@pytest.mark.parametrize(("value", "rating"), [("1", 1), ("5", 5), ("0", None), ("6", None), ("x", None), ("", None)])
def test_only_the_five_faces_are_marks(library: Library, value: str, rating: int | None) -> None:
    team = closed(library)
    presses(team, Kind.RATE, f"{team.handoff.id}_{value}")
    assert team.handoff.rating == rating


def test_who_changes_their_mind_is_counted_once(library: Library) -> None:
    team = closed(library)
    presses(team, Kind.RATE, f"{team.handoff.id}_2")
    assert ratings(team) == ["talk:2"]
    presses(team, Kind.RATE, f"{team.handoff.id}_5")
    assert (team.handoff.rating, ratings(team)) == (5, [])


def test_nobody_rates_the_talk_of_another(library: Library) -> None:
    team = closed(library)
    for kind in (Kind.RATE, Kind.REMARK, Kind.SUMMARY, Kind.REOPEN):
        value = f"{team.handoff.id}_5" if kind is Kind.RATE else team.handoff.id
        team.happens(ChoicePressed(choice=Choice(kind, value).data(), press=PressId("x"), message=None), "ander")
    assert team.handoff.rating is None
    assert not team.handoff.live
    waits = Conversation.from_json(VisitorKey("ander"), team.states["ander"]).expects
    assert waits is None or waits.kind is not Awaited.REMARK


@pytest.mark.parametrize(
    ("text", "passed"),
    [
        ("fijn dat er iemand was", True),
        ("nee", False),
        ("nee bedankt", False),
        ("nee maar het was wel fijn", True),
        ("   ", False),
    ],
)
def test_a_sentence_beside_the_mark_goes_to_the_team_and_a_plain_no_does_not(
    library: Library, text: str, passed: bool
) -> None:
    team = closed(library)
    presses(team, Kind.REMARK, team.handoff.id)
    waits = state(team).expects
    assert waits is not None
    assert (waits.kind, waits.subject) == (Awaited.REMARK, team.handoff.id)
    before = len(team.group)
    says(team, text)
    assert (len(team.group) > before) is passed
    assert any(isinstance(effect, SendText) for effect in team.effects)


@pytest.mark.parametrize(("length", "kept"), [(400, 400), (401, 400)])
def test_four_hundred_signs_of_it_are_passed_on(library: Library, length: int, kept: int) -> None:
    team = closed(library)
    presses(team, Kind.REMARK, team.handoff.id)
    says(team, ("ab" * 300)[:length])
    assert team.group[-1].count("ab") * 2 == kept


def test_while_a_talk_goes_on_nothing_after_it_is_offered(library: Library) -> None:
    team = Team(library)
    handoff = team.asks()
    for kind in (Kind.REMARK, Kind.SUMMARY, Kind.REOPEN):
        presses(team, kind, handoff.id)
        expects = state(team).expects
        assert expects is None or expects.kind is not Awaited.REMARK
    assert team.handoff.live


def test_a_talk_is_reopened_in_its_topic_and_waits_again(library: Library) -> None:
    team = closed(library)
    topic = team.handoff.topic
    presses(team, Kind.REOPEN, team.handoff.id)
    assert team.handoff.live
    assert (team.handoff.topic, team.handoff.claimer, team.handoff.asked_at) == (topic, None, team.now)
    human = [effect.name for effect in team.effects if isinstance(effect, Count) and effect.measure is Measure.HUMAN]
    assert human == ["reopened"]
    # Twice is once.
    before = len(team.group)
    presses(team, Kind.REOPEN, team.handoff.id)
    assert len(team.group) == before
