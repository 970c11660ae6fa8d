"""Commands of staff: what each changes, what it needs, and that a mistake in a name changes nothing."""

import pytest

from bot.app.library import load_library
from bot.dialogue.choices import StaffKind
from bot.dialogue.library import Library
from bot.domain.effects import RelayDeletion, SendStaff
from bot.domain.ids import MessageId, SealedAddress, StaffKey
from bot.domain.inbound import StaffCommanded, Staffer
from bot.handoff.record import Status
from bot.testing.team import ANOUK, BRAM, TOPIC, Team
from tests.acceptance.content import write_content

EVA = Staffer(key=StaffKey("e" * 32), name="Eva", address=SealedAddress("sealed-e"))


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return load_library(write_content(tmp_path_factory.mktemp("content") / "content"))


@pytest.fixture
def team(library: Library) -> Team:
    """Anouk has a talk; Bram is there too."""
    made = Team(library)
    for colleague in (ANOUK, BRAM):
        made.commands(colleague, "dienst aan", topic=None)
    handoff = made.asks()
    made.presses(ANOUK, StaffKind.CLAIM, handoff.id)
    return made


def offered(team: Team) -> int:
    return sum(len(effect.buttons) for effect in team.effects if isinstance(effect, SendStaff))


@pytest.mark.parametrize(("query", "buttons"), [("", 0), ("tlv aanvragen", 2), ("hoe vraag ik een tlv aan", 2)])
def test_answers_that_can_be_sent(team: Team, query: str, buttons: int) -> None:
    team.commands(ANOUK, f"faq {query}".strip())
    assert (offered(team) > 0) is (buttons > 0)
    assert len(team.group) > 0


@pytest.mark.parametrize(
    ("word", "before", "after"),
    [
        ("aan", False, True), ("in", False, True), ("ja", False, True), ("uit", True, False), ("nee", True, False),
        ("aan", True, True), ("uit", False, False), ("", True, False), ("", False, True), ("zomaar", True, False),
        ("wie", True, True), ("?", False, False),
    ],
)  # fmt: skip
def test_on_and_off_duty(library: Library, word: str, before: bool, after: bool) -> None:
    team = Team(library)
    team.commands(EVA, f"dienst {'aan' if before else 'uit'}", topic=None)
    team.commands(EVA, f"dienst {word}".strip(), topic=None)
    assert team.room.staff[EVA.key].on_duty is after
    assert ("Eva" in team.group[-1]) is after


def test_who_goes_off_duty_leaves_nobody_waiting_for_them(team: Team) -> None:
    team.commands(ANOUK, "dienst uit", topic=None)
    assert team.handoff.status is Status.WAITING
    assert team.handoff.claimer is None


def test_a_coordinator_is_one_until_they_say_it_again(team: Team) -> None:
    found = []
    for _ in range(3):
        team.commands(BRAM, "coordinator", topic=None)
        found.append(team.room.staff[BRAM.key].coordinator)
    assert found == [True, False, True]


@pytest.mark.parametrize(
    ("words", "spoken"),
    [
        ("en nl", ("en", "nl")), ("engels en nederlands", ("en", "nl")), ("nederlands nederlands", ("nl",)),
        ("ik spreek ook engels", ("en",)), ("geen", ()), ("klingon", ("fr",)), ("", ("fr",)),
    ],
)  # fmt: skip
def test_which_languages_somebody_speaks(team: Team, words: str, spoken: tuple[str, ...]) -> None:
    team.commands(BRAM, "talen frans" if spoken == ("fr",) else "talen nl", topic=None)
    before = team.room.staff[BRAM.key].languages
    team.commands(BRAM, f"talen {words}".strip(), topic=None)
    assert team.room.staff[BRAM.key].languages == (before if spoken == ("fr",) else spoken)


def test_what_somebody_knows_about(team: Team) -> None:
    team.commands(BRAM, "themas thuis,  pesten ,, ", topic=None)
    assert team.room.staff[BRAM.key].themes == ("thuis", "pesten")


@pytest.mark.parametrize(
    ("words", "claimer"),
    [
        ("", None), ("Bram", BRAM.key), ("bram, hij weet er meer van", BRAM.key),
        ("Bram hij weet er meer van", BRAM.key),
        ("Brma", ANOUK.key), ("Niemand, notitie", ANOUK.key), (", notitie", ANOUK.key),
    ],
)  # fmt: skip
def test_to_whom_a_talk_goes(team: Team, words: str, claimer: StaffKey | None) -> None:
    team.commands(ANOUK, f"overdragen {words}".strip())
    assert team.handoff.claimer == claimer
    assert team.handoff.status is (Status.WAITING if claimer is None else Status.CLAIMED)


def test_only_its_colleague_or_the_coordinator_gives_it_back(team: Team) -> None:
    team.commands(BRAM, "overdragen")
    assert team.handoff.claimer == ANOUK.key
    team.commands(BRAM, "coordinator", topic=None)
    team.commands(BRAM, "overdragen")
    assert team.handoff.status is Status.WAITING
    before = len(team.group)
    team.commands(BRAM, "overdragen")
    assert len(team.group) == before + 1
    assert team.handoff.status is Status.WAITING


@pytest.mark.parametrize(("reason", "blocked"), [("", False), ("scheldt", True)])
def test_a_block_has_a_reason_and_ends_the_talk(team: Team, reason: str, blocked: bool) -> None:
    team.commands(ANOUK, f"blokkeer {reason}".strip())
    assert bool(team.room.blocks) is blocked
    assert team.handoff.live is not blocked
    if blocked:
        (block,) = team.room.blocks.values()
        assert (block.until - team.now).days == 7
        assert block.reason == "scheldt"


@pytest.mark.parametrize(
    ("staff", "reply_to", "of_the_bot", "taken_back"),
    [(ANOUK, 77, False, True), (ANOUK, 77, True, False), (ANOUK, None, False, False), (BRAM, 77, False, False)],
)
def test_a_line_is_taken_back_by_who_may_speak(
    team: Team, staff: Staffer, reply_to: int | None, of_the_bot: bool, taken_back: bool
) -> None:
    replied = None if reply_to is None else MessageId(reply_to)
    team.happens(
        StaffCommanded(
            staff=staff, topic=TOPIC, message=MessageId(900), name="verwijder", argument="", reply_to=replied,
            reply_to_bot=of_the_bot,
        )
    )  # fmt: skip
    assert [e.source.message for e in team.effects if isinstance(e, RelayDeletion)] == ([77] if taken_back else [])


def test_the_queue_shows_who_waits_and_who_has_what(team: Team) -> None:
    second = team.asks("q")
    team.now = team.now.replace(minute=7)
    team.commands(BRAM, "wachtrij", topic=None)
    assert second.alias in team.group[-1]
    assert "Anouk" in team.group[-1]
    assert offered(team) == 1
    team.presses(ANOUK, StaffKind.CLOSE, team.handoff.id)
    team.presses(BRAM, StaffKind.CLAIM, second.id)
    team.presses(BRAM, StaffKind.CLOSE, second.id)
    team.commands(BRAM, "wachtrij", topic=None)
    assert offered(team) == 0
    assert second.alias not in team.group[-1]
