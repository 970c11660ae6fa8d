"""What goes on in a talk: every line, change, picture and sign, in which form, and what the person hears of it."""

import re
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.app.library import load_library
from bot.dialogue.choices import Choice, Kind, StaffKind
from bot.dialogue.library import Library
from bot.domain.alarms import Alarm, AlarmKind
from bot.domain.effects import Relay, RelayEdit, RelayReaction, SendStaff, SendText, SetTimer, Side
from bot.domain.ids import MessageId, PressId
from bot.domain.inbound import (
    ChoicePressed,
    CommandReceived,
    Inbound,
    Left,
    MediaKind,
    MediaReceived,
    MessageEdited,
    Reacted,
    TextReceived,
    WaitExpired,
)
from bot.safety.assessment import Category, Level
from bot.safety.screen import Screen
from bot.safety.signals import Pattern, Signals
from bot.testing.team import ANOUK, Team
from tests.acceptance.content import write_content

PATTERNS = (
    Pattern(id="dood", category=Category.SUICIDE, level=Level.CRISIS, expression=re.compile("ik wil dood")),
    Pattern(id="moe", category=Category.SUICIDE, level=Level.CONCERN, expression=re.compile("ik ben zo moe")),
)
TALKING, AWAY = 50, 60


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    content = load_library(write_content(tmp_path_factory.mktemp("content") / "content"))
    return replace(content, screen=Screen(Signals(patterns=PATTERNS)))


@pytest.fixture
def team(library: Library) -> Team:
    """A talk that Anouk has."""
    made = Team(library)
    handoff = made.asks()
    made.presses(ANOUK, StaffKind.CLAIM, handoff.id)
    return made


def relays(team: Team) -> list[Relay]:
    return [effect for effect in team.effects if isinstance(effect, Relay)]


def told(team: Team) -> list[str]:
    return [effect.text for effect in team.effects if isinstance(effect, SendText) and effect.to is None]


def notes(team: Team) -> list[str]:
    return [effect.text for effect in team.effects if isinstance(effect, SendStaff)]


def presses(team: Team, kind: Kind, value: str) -> None:
    team.happens(ChoicePressed(choice=Choice(kind, value).data(), press=PressId("x"), message=None))


def text(words: str, **changes: object) -> TextReceived:
    return replace(TextReceived(text=words, message=MessageId(TALKING)), **changes)  # type: ignore[arg-type]  # fields


def media(kind: MediaKind, caption: str = "", **changes: object) -> MediaReceived:
    made = MediaReceived(kind=kind, caption=caption, message=MessageId(TALKING))
    return replace(made, **changes)  # type: ignore[arg-type]  # fields that are there


def test_a_line_goes_on_under_the_name_of_the_talk(team: Team) -> None:
    team.happens(text("Dag <b> & co", reply_to=MessageId(7)))
    (relay,) = relays(team)
    assert relay.html == f"<b>{team.handoff.alias}:</b> Dag &lt;b&gt; &amp; co"
    assert (relay.source.side, relay.source.message, relay.reply_to, relay.part) == (Side.PERSON, TALKING, 7, "")
    assert (relay.urgent, relay.place) == (False, team.handoff.place)
    assert told(team) == []
    team.happens(text("vet", styled="<b>vet</b>"))
    assert relays(team)[0].html.endswith(":</b> <b>vet</b>")


@pytest.mark.parametrize(
    ("inbound", "masked"),
    [
        (text("bel 06-12345678", styled="<i>bel 06-12345678</i>"), True),
        (text("vraag het hem", styled="<a>hem</a>", names_account=True), True),
        (text("ik ben 12"), False),
    ],
)
def test_personal_data_is_hidden_until_they_say_otherwise(team: Team, inbound: TextReceived, masked: bool) -> None:
    team.happens(inbound)
    (relay,) = relays(team)
    assert "12345678" not in relay.html
    assert "<a>" not in relay.html
    assert len(told(team)) == masked
    if masked:
        assert team.offered(Kind.SHOW) == Choice(Kind.SHOW, str(TALKING)).data()
        presses(team, Kind.SHOW, str(TALKING))
        (copy,) = relays(team)
        assert (copy.html, copy.part, copy.source.message, copy.caption) == ("", "copy", TALKING, None)
        assert len(told(team)) == 1


@pytest.mark.parametrize("value", ["", "x", "-1", "1.5"])
def test_a_forged_button_shows_nothing(team: Team, value: str) -> None:
    presses(team, Kind.SHOW, value)
    assert relays(team) == []
    presses(team, Kind.PASS_ON, f"photo_{value}")
    assert relays(team) == []
    assert team.handoff.allowed_kinds == ()


@pytest.mark.parametrize(
    ("words", "under_a_picture", "html"),
    [
        ("nieuw <x>", False, "<b>{alias}:</b> nieuw &lt;x&gt;"),
        ("nieuw <x>", True, "nieuw &lt;x&gt;"),
        ("06-12345678", False, "<b>{alias}:</b> ▒▒▒"),
        ("", True, ""),
        ("", False, None),
        ("  ", False, None),
    ],
)
def test_a_changed_line_changes_there_too(team: Team, words: str, under_a_picture: bool, html: str | None) -> None:
    team.happens(MessageEdited(text=words, message=MessageId(TALKING), media=under_a_picture))
    edits = [effect for effect in team.effects if isinstance(effect, RelayEdit)]
    assert [edit.html for edit in edits] == ([] if html is None else [html.format(alias=team.handoff.alias)])
    assert [edit.media for edit in edits] == ([] if html is None else [under_a_picture])
    assert relays(team) == []


def test_a_line_that_is_changed_into_danger_comes_as_a_line_of_its_own(team: Team) -> None:
    team.happens(MessageEdited(text="ik wil dood", message=MessageId(TALKING)))
    (relay,) = relays(team)
    assert relay.html == f"✏️ <b>{team.handoff.alias}:</b> ik wil dood"
    assert relay.part.startswith("edit/")
    assert not any(isinstance(effect, RelayEdit) for effect in team.effects)
    assert "113" in "\n".join(told(team))


def test_a_sign_under_a_line_goes_on(team: Team) -> None:
    team.happens(Reacted(emoji="👍", message=MessageId(TALKING)))
    (reaction,) = (effect for effect in team.effects if isinstance(effect, RelayReaction))
    assert (reaction.emoji, reaction.source.message, reaction.source.side) == ("👍", TALKING, Side.PERSON)


def test_a_worry_is_told_to_the_colleague_once_in_a_line_and_not_beside_an_alarm(team: Team) -> None:
    team.happens(text("ik ben zo moe"))
    assert len(notes(team)) == 1
    team.happens(text("gewoon iets"))
    assert notes(team) == []
    team.happens(text("ik wil dood"))
    assert team.handoff.urgent
    team.happens(text("ik ben zo moe"))
    assert relays(team)[0].urgent
    assert not any("zorg" in note.casefold() and "signaal" not in note.casefold() for note in notes(team)[1:])


@pytest.mark.parametrize("kind", [MediaKind.PHOTO, MediaKind.VOICE, MediaKind.VIDEO, MediaKind.LOCATION])
def test_what_shows_who_somebody_is_goes_on_after_a_yes_for_that_kind(team: Team, kind: MediaKind) -> None:
    team.happens(media(kind, "kijk eens"))
    (words,) = relays(team)
    assert (words.part, words.html.endswith("kijk eens")) == ("words", True)
    assert len(told(team)) == 1
    presses(team, Kind.PASS_ON, f"{kind}_{TALKING}")
    (copy,) = relays(team)
    # What stood under it went on already.
    assert (copy.caption, copy.source.message, copy.html) == ("", TALKING, "")
    assert team.handoff.allowed_kinds == (str(kind),)
    team.happens(media(kind, "nog een", message=MessageId(TALKING + 1)))
    (copy,) = relays(team)
    assert (copy.caption, told(team)) == ("nog een", [])
    presses(team, Kind.PASS_ON, f"{kind}_{TALKING}")
    assert team.handoff.allowed_kinds == (str(kind),)
    other = MediaKind.VOICE if kind is not MediaKind.VOICE else MediaKind.PHOTO
    team.happens(media(other))
    assert relays(team) == []


@pytest.mark.parametrize("kind", [MediaKind.CONTACT, MediaKind.DOCUMENT, MediaKind.OTHER])
@pytest.mark.parametrize(("caption", "words"), [("", 0), ("  ", 0), ("lees dit", 1)])
def test_what_may_hold_a_name_goes_nowhere_and_its_words_do(
    team: Team, kind: MediaKind, caption: str, words: int
) -> None:
    team.happens(media(kind, caption))
    assert [relay.part for relay in relays(team)] == ["words"] * words
    assert len(told(team)) == 1


def test_a_sticker_goes_at_once_and_without_words(team: Team) -> None:
    team.happens(media(MediaKind.STICKER))
    (copy,) = relays(team)
    assert (copy.caption, copy.html) == (None, "")


def rings(team: Team) -> list[tuple[str, datetime]]:
    return [(str(effect.alarm.kind), effect.due) for effect in team.effects if isinstance(effect, SetTimer)]


def test_pictures_that_belong_together_are_gathered_and_asked_about_once(team: Team) -> None:
    for number in range(3):
        team.happens(media(MediaKind.PHOTO, album="a", message=MessageId(TALKING + number)))
        assert ("album", team.now + timedelta(seconds=1)) in rings(team)
        assert relays(team) == []
        assert told(team) == []
    team.now += timedelta(seconds=1)
    team.happens(WaitExpired(alarm=Alarm(AlarmKind.ALBUM, team.handoff.id)))
    assert len(told(team)) == 1
    presses(team, Kind.PASS_ON, f"photo_{TALKING}")
    (relay,) = relays(team)
    assert relay.album == (TALKING, TALKING + 1, TALKING + 2)
    assert relay.without_captions
    assert team.handoff.albums == ()
    team.happens(media(MediaKind.PHOTO, album="b", message=MessageId(AWAY)))
    team.happens(WaitExpired(alarm=Alarm(AlarmKind.ALBUM, team.handoff.id)))
    (relay,) = relays(team)
    assert (relay.album, relay.caption, told(team)) == ((AWAY,), None, [])
    assert team.handoff.albums == ()


def test_of_albums_that_wait_for_a_yes_the_last_five_are_kept(team: Team) -> None:
    for number in range(7):
        team.happens(media(MediaKind.PHOTO, album=f"a{number}", message=MessageId(TALKING + number)))
        team.happens(WaitExpired(alarm=Alarm(AlarmKind.ALBUM, team.handoff.id)))
    assert [album.name for album in team.handoff.albums] == ["a2", "a3", "a4", "a5", "a6"]


def test_a_timer_of_something_else_completes_no_album(team: Team) -> None:
    team.happens(media(MediaKind.PHOTO, album="a"))
    for alarm in (Alarm(AlarmKind.SILENCE, team.handoff.id), Alarm(AlarmKind.ALBUM, "onbekend")):
        team.happens(WaitExpired(alarm=alarm))
        assert len(team.handoff.albums) == 1
        assert not team.handoff.albums[0].asked


@pytest.mark.parametrize(("minutes", "heard"), [(0, 0), (30, 0), (31, 1)])
def test_at_a_closed_hour_it_is_said_once_in_half_an_hour(team: Team, minutes: int, heard: int) -> None:
    team.now = datetime(2026, 11, 23, 20, tzinfo=team.now.tzinfo)
    team.happens(text("ben je er"))
    assert len(told(team)) == 1
    team.now += timedelta(minutes=minutes)
    team.happens(text("hallo"))
    assert len(told(team)) == heard


def test_in_an_open_hour_nothing_is_said_of_hours(team: Team) -> None:
    team.now += timedelta(hours=2)
    team.happens(text("ben je er"))
    assert told(team) == []


@pytest.mark.parametrize("inbound", [Left(), CommandReceived(name="stop", argument="", message=MessageId(9))])
def test_who_leaves(team: Team, inbound: Inbound) -> None:
    team.happens(inbound)
    assert len(notes(team)) == 1
    assert team.handoff.left is isinstance(inbound, Left)
    assert team.handoff.live is isinstance(inbound, Left)
