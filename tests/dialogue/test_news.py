"""News goes to who said yes, by day, after two pairs of eyes, and stops with one word."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.app.library import load_library
from bot.dialogue.choices import Choice, Kind, StaffKind, staff_choice
from bot.dialogue.library import Library
from bot.domain.alarms import AlarmKind
from bot.domain.audience import Audience
from bot.domain.channel import Channel
from bot.domain.conversation import Conversation
from bot.domain.effects import SendFile, SendStaff, SendText
from bot.domain.ids import MessageId, PressId, VisitorKey
from bot.domain.inbound import ChoicePressed, CommandReceived, Left, Staffer, StaffPressed, TextReceived
from bot.domain.news import Bulletin
from bot.testing.team import ANOUK, BRAM, Team
from tests.acceptance.content import write_content
from tests.factories import text_of

NIGHT = datetime(2026, 11, 23, 22, 15, tzinfo=UTC)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return load_library(write_content(tmp_path_factory.mktemp("content") / "content"), always_screen=True)


class Press(Team):
    """A steunpunt with news, and two colleagues."""

    def __init__(self, library: Library, *, news: bool = True) -> None:
        super().__init__(replace(library, profile=replace(library.profile, news=news)))
        for colleague in (ANOUK, BRAM):
            self.commands(colleague, "dienst wie", topic=None)

    def types(self, name: str, visitor: str = "p", argument: str = "") -> None:
        self.happens(CommandReceived(name=name, argument=argument, message=MessageId(1)), visitor)

    def wants(self, *visitors: str, audience: Audience | None = None, language: str | None = None) -> None:
        for visitor in visitors:
            languages = {str(one): one for one in self.library.texts.languages}
            state = Conversation(visitor=VisitorKey(visitor), audience=audience, language=languages.get(language or ""))
            self.states[visitor] = state.to_json()
            self.types("nieuws", visitor)
            self.taps(Kind.NEWS, "ja", visitor)

    def taps(self, kind: Kind, value: str, visitor: str = "p") -> None:
        self.happens(ChoicePressed(choice=Choice(kind, value).data(), press=PressId("x"), message=None), visitor)

    @property
    def bulletin(self) -> Bulletin:
        return list(self.room.bulletins.values())[-1]

    def says(self, staff: Staffer, what: str) -> None:
        choice = staff_choice(StaffKind.NEWS, self.bulletin.id, what)
        self.happens(StaffPressed(staff=staff, topic=None, message=None, choice=choice, press=PressId("p")))

    def reached(self) -> set[str]:
        return {visitor for visitor, texts in self.told.items() if any("Ouderavond" in text for text in texts)}

    def sends(self, what: str = "allen") -> None:
        self.commands(ANOUK, "nieuws Ouderavond op 3 december.", topic=None)
        self.says(BRAM, what)
        # Timers of the group ring in the name of nobody.
        self.later(seconds=10)

    def later(self, **passed: float) -> None:
        self.timers = {
            ("" if alarm.kind is AlarmKind.NEWS else who, alarm): at for (who, alarm), at in self.timers.items()
        }
        super().later(**passed)


def test_nothing_is_sent_without_a_yes(library: Library) -> None:
    team = Press(library)
    team.types("nieuws")
    assert "Wie op jouw telefoon meekijkt" in team.last()
    team.taps(Kind.NEWS, "nee")
    team.types("nieuws", "q")
    team.wants("r")
    team.sends()
    assert team.reached() == {"r"}


def test_a_typed_yes_is_one_and_a_question_is_not(library: Library) -> None:
    team = Press(library)
    team.types("nieuws", "p")
    team.happens(TextReceived(text="ja graag", message=MessageId(2)), "p")
    team.types("nieuws", "q")
    team.happens(TextReceived(text="hoe vraag ik een tlv aan", message=MessageId(2)), "q")
    assert set(team.room.subscribers) == {"p"}


def test_it_goes_to_whom_it_is_for(library: Library) -> None:
    team = Press(library)
    team.wants("a", "b", audience=Audience.PARENT)
    team.wants("c", audience=Audience.YOUTH)
    team.wants("d")
    team.sends("ouder")
    assert team.reached() == {"a", "b"}
    team.sends()
    assert team.reached() == {"a", "b", "c", "d"}


@pytest.mark.parametrize("how", ["stop", "button", "left", "wipe", "year"])
def test_who_stops_hears_nothing_more(library: Library, how: str) -> None:
    team = Press(library)
    team.wants("p", "q")
    match how:
        case "stop":
            team.types("stop")
            assert "geen nieuws meer" in team.last()
        case "button":
            team.taps(Kind.NEWS, "uit")
        case "left":
            team.happens(Left(), "p")
        case "wipe":
            del team.kept["subscriber", "p"]
        case _:
            team.now += timedelta(days=366)
            team.wants("q")
    team.sends()
    assert team.reached() == {"q"}
    if how == "stop":
        team.types("stop")
        assert "geen nieuws" not in team.last()


def test_two_pairs_of_eyes_and_once(library: Library) -> None:
    team = Press(library)
    team.wants("p")
    team.commands(ANOUK, "nieuws Ouderavond op 3 december.", topic=None)
    (preview,) = [effect for effect in team.effects if isinstance(effect, SendStaff)]
    assert "Ouderavond op 3 december" in preview.text.replace("\\", "")
    team.says(ANOUK, "allen")
    assert not team.bulletin.begun
    team.says(BRAM, "allen")
    team.says(BRAM, "allen")
    team.later(seconds=10)
    assert len([text for text in team.told["p"] if "Ouderavond" in text]) == 1
    team.says(BRAM, "allen")
    team.later(seconds=10)
    assert len([text for text in team.told["p"] if "Ouderavond" in text]) == 1


def test_the_coordinator_may_send_alone(library: Library) -> None:
    team = Press(library)
    team.wants("p")
    team.commands(ANOUK, "coordinator", topic=None)
    team.commands(ANOUK, "nieuws Ouderavond op 3 december.", topic=None)
    team.says(ANOUK, "allen")
    assert team.bulletin.begun


def test_what_is_thrown_away_goes_nowhere(library: Library) -> None:
    team = Press(library)
    team.wants("p")
    team.commands(ANOUK, "nieuws Ouderavond op 3 december.", topic=None)
    team.says(ANOUK, "niet")
    team.says(BRAM, "allen")
    team.later(seconds=10)
    assert team.reached() == set()
    assert "Ouderavond" not in team.kept["bulletin", team.bulletin.id].content


def test_at_night_it_waits_for_the_morning(library: Library) -> None:
    team = Press(library)
    team.wants("p")
    team.now = NIGHT
    team.sends()
    assert "dinsdag om 9.00 uur" in " ".join(team.group)
    team.later(hours=10, minutes=40)
    assert team.reached() == set()
    team.later(minutes=10)
    assert team.reached() == {"p"}


def test_who_talks_or_was_in_danger_is_left_alone(library: Library) -> None:
    team = Press(library)
    team.wants("p", "q", "r")
    team.asks("p")
    team.happens(TextReceived(text="ik wil dood", message=MessageId(4)), "q")
    team.sends()
    assert team.reached() == {"r"}


def test_a_hundred_people_hear_it_once_each(library: Library) -> None:
    team = Press(library)
    everybody = [f"v{number:03}" for number in range(120)]
    team.wants(*everybody)
    team.sends()
    assert len(team.reached()) == 50
    for _ in range(3):
        team.later(seconds=3)
    assert team.reached() == set(everybody)
    assert all(len([text for text in team.told[one] if "Ouderavond" in text]) == 1 for one in everybody)
    assert "Aantal: 120" in team.group[-1]
    assert team.bulletin.text == ""


def test_the_words_around_it_are_in_their_language_with_a_way_out(library: Library) -> None:
    team = Press(library)
    team.wants("p", language="en")
    team.sends()
    (said,) = [text for text in team.told["p"] if "Ouderavond" in text]
    assert "News from Steunpunt Proef" in said
    team.types("nieuws")
    (asked,) = [effect for effect in team.effects if isinstance(effect, SendText)]
    assert asked.buttons[0][0].label == "No more news"


def test_few_are_not_counted_out(library: Library) -> None:
    team = Press(library)
    team.wants("p", "q")
    team.commands(ANOUK, "nieuws", topic=None)
    assert "minder dan 5" in team.group[-1]
    team.sends()
    assert "minder dan 5" in team.group[-1]


def test_it_is_seen_by_whom_it_is_about(library: Library) -> None:
    team = Press(library)
    team.types("inzage")
    (before,) = [effect for effect in team.effects if isinstance(effect, SendFile)]
    team.wants("p")
    team.types("inzage")
    (after,) = [effect for effect in team.effects if isinstance(effect, SendFile)]
    assert "nieuws van ons" not in text_of(before)
    assert "nieuws van ons wilt krijgen, tot 23-11-2027" in text_of(after)


def test_where_it_is_off_nobody_is_asked_and_nothing_sent(library: Library) -> None:
    team = Press(library, news=False)
    team.types("nieuws")
    assert "Dat commando" in team.last() or "ken ik niet" in team.last()
    team.taps(Kind.NEWS, "ja")
    assert not team.room.subscribers
    team.commands(ANOUK, "nieuws Ouderavond", topic=None)
    assert not team.room.bulletins
    team.types("start", argument="nieuws")
    assert not team.room.subscribers


def test_a_link_asks_too_and_the_page_cannot(library: Library) -> None:
    from bot.dialogue.conversing import Conversing
    from bot.domain.ids import LaneKey, SealedAddress
    from bot.domain.inbound import Arrival, Origin
    from bot.handoff.room import Room

    team = Press(library)
    team.types("start", argument="nieuws")
    assert "Wil je nieuws van Steunpunt Proef?" in team.last()
    for inbound in (
        CommandReceived(name="nieuws", argument="", message=MessageId(1)),
        ChoicePressed(choice="nieuws:ja", press=PressId("x"), message=None),
    ):
        origin = Origin(visitor=VisitorKey("w"), address=SealedAddress("s"), lane=LaneKey("w"), channel=Channel.WEB)
        turn = Conversing(team.library).take_turn(
            Conversation(visitor=VisitorKey("w")), Arrival(origin=origin, inbound=inbound, at=team.now), Room()
        )
        assert turn.room is None or not turn.room.subscribers
