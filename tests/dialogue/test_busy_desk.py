"""Priorities, names in notes, macros, rules, letting a talk rest, and what to do now."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.app.library import load_library
from bot.dialogue.choices import StaffKind, staff_choice
from bot.dialogue.library import Library
from bot.domain.audience import Audience
from bot.domain.conversation import Conversation
from bot.domain.effects import ChangeTopic, ReactToStaff, Relay, SendStaff, SendText
from bot.domain.ids import EntryId, MessageId, PressId, SealedAddress, StaffKey, TopicId, VisitorKey
from bot.domain.inbound import Staffer, StaffPressed, TextReceived
from bot.handoff.record import Status, Weight
from bot.handoff.rules import Macro, Rule
from bot.testing.team import ANOUK, BRAM, TOPIC, Team
from tests.acceptance.content import write_content

ANNA_B = Staffer(key=StaffKey("c" * 32), name="Anna", address=SealedAddress("sealed-c"), surname="B")
ANNA_K = Staffer(key=StaffKey("d" * 32), name="Anna", address=SealedAddress("sealed-d"), surname="K")
MACRO = Macro(name="wacht", text={"nl": "Ik zoek het uit.", "en": "I will find out."}, label="wachtlijst",
              weight=Weight.LOW, later="2 uur")  # fmt: skip


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return load_library(write_content(tmp_path_factory.mktemp("content") / "content"), always_screen=True)


def desk(library: Library, *, macros: tuple[Macro, ...] = (), rules: tuple[Rule, ...] = ()) -> Team:
    profile = replace(library.profile, macros=macros, rules=rules)
    return Team(replace(library, profile=profile))


def claimed(team: Team) -> Team:
    handoff = team.asks()
    team.presses(ANOUK, StaffKind.CLAIM, handoff.id)
    return team


def mentioned(team: Team) -> list[SendStaff]:
    found = [effect for effect in team.effects if isinstance(effect, SendStaff)]
    return [effect for effect in found if "(staff:" in effect.text]


# --- Priorities -------------------------------------------------------------------------------------------------------


def test_a_weight_changes_the_queue_the_name_and_the_card(library: Library) -> None:
    team = desk(library)
    first, second, third = team.asks("p"), team.asks("q"), team.asks("r")
    team.commands(BRAM, "prioriteit laag")
    team.commands(BRAM, "prioriteit hoog", topic=TOPIC + 2)
    assert [one.id for one in team.room.queue()] == [third.id, second.id, first.id]
    (changed,) = [effect for effect in team.effects if isinstance(effect, ChangeTopic)]
    assert changed.name == f"🟡 🔺 {third.alias}"
    assert "🔺 hoog" in team.group[-1]
    assert "Plek in de rij: 1" in team.group[-1]
    team.commands(BRAM, "wachtrij", topic=None)
    assert team.group[-1].index(third.alias) < team.group[-1].index(second.alias)
    assert "🔽" in team.group[-1]


def test_danger_goes_before_every_weight(library: Library) -> None:
    team = desk(library)
    team.asks("p")
    urgent = team.asks("q")
    team.happens(TextReceived(text="ik wil dood", message=MessageId(8)), "q")
    team.commands(BRAM, "prioriteit hoog")
    assert team.room.queue()[0].id == urgent.id
    team.commands(BRAM, "prioriteit laag", topic=TOPIC + 1)
    assert team.room.queue()[0].id == urgent.id
    assert "gaat altijd voor" in team.group[-1]


def test_without_a_word_there_are_three_buttons(library: Library) -> None:
    team = desk(library)
    talk = team.asks()
    team.commands(BRAM, "prioriteit dringend")
    (asked,) = [effect for effect in team.effects if isinstance(effect, SendStaff)]
    assert [button.label for button in asked.buttons[0]] == ["🔺 hoog", "▫️ gewoon", "🔽 laag"]
    for button, weight in zip(asked.buttons[0], Weight, strict=True):
        press = StaffPressed(staff=BRAM, topic=TOPIC, message=None, choice=button.choice or "", press=PressId("p"))
        team.happens(press)
        assert team.room.handoffs[talk.id].weight is weight
    forged = staff_choice(StaffKind.WEIGHT, talk.id, "heel hoog")
    team.happens(StaffPressed(staff=BRAM, topic=TOPIC, message=None, choice=forged, press=PressId("p")))
    assert team.room.handoffs[talk.id].weight is Weight.LOW


# --- Names in notes ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("note", "called"),
    [
        ("// @Bram kijk jij mee?", ["sealed-b"]),
        ("//@bram, en @Anna K ook", ["sealed-b", "sealed-d"]),
        ("// @Anna B. weet dit", ["sealed-c"]),
        ("// @Anna weet dit", []),
        ("// @Bram @Bram @Bram", ["sealed-b"]),
        ("// @Anouk ben ik zelf", []),
        ("// mail naar jan@bram.nl", []),
        ("// bram weet het", []),
        ("// @Kees?", []),
    ],
)
def test_a_name_in_a_note_calls_that_colleague(library: Library, note: str, called: list[str]) -> None:
    team = desk(library)
    for colleague in (BRAM, ANNA_B, ANNA_K):
        team.commands(colleague, "dienst wie", topic=None)
    claimed(team)
    team.writes(ANOUK, note)
    found = mentioned(team)
    assert [one for one in ("sealed-b", "sealed-c", "sealed-d") if any(one in text.text for text in found)] == called
    assert all(text.reply_to is not None and text.place.topic == TOPIC for text in found)
    assert not any(isinstance(effect, Relay) for effect in team.effects)


def test_a_name_nobody_has_is_said(library: Library) -> None:
    team = claimed(desk(library))
    team.writes(ANOUK, "// @Kees kijk jij?")
    assert "Niemand geroepen bij \\@Kees" in team.group[-1] or "Niemand geroepen bij @Kees" in team.group[-1]
    said = len(team.group)
    team.writes(ANOUK, "// gewoon een notitie")
    assert len(team.group) == said
    assert not any(isinstance(effect, Relay) for effect in team.effects)


def test_in_a_line_for_the_person_a_name_calls_nobody(library: Library) -> None:
    team = desk(library)
    team.commands(BRAM, "dienst wie", topic=None)
    claimed(team)
    team.writes(ANOUK, "Vraag het aan @Bram op school")
    assert not mentioned(team)


# --- Macros -----------------------------------------------------------------------------------------------------------


def test_a_macro_says_labels_weighs_and_comes_back(library: Library) -> None:
    team = claimed(desk(library, macros=(MACRO,)))
    team.commands(ANOUK, "macro WACHT")
    (relay,) = [effect for effect in team.effects if isinstance(effect, Relay)]
    assert "Ik zoek het uit." in relay.html
    assert (team.handoff.labels, team.handoff.weight) == (("wachtlijst",), Weight.LOW)
    assert team.handoff.later_at == team.now + timedelta(hours=2)
    assert any(isinstance(effect, ReactToStaff) for effect in team.effects)
    before = len(team.group)
    team.later(hours=2, minutes=1)
    assert any("terugkomen op" in text and "sealed-a" in text for text in team.group[before:])


def test_who_may_not_speak_changes_nothing_with_a_macro(library: Library) -> None:
    team = claimed(desk(library, macros=(MACRO,)))
    team.commands(BRAM, "macro wacht")
    assert (team.handoff.labels, team.handoff.weight, team.handoff.later_at) == ((), Weight.NORMAL, None)
    team.presses(ANOUK, StaffKind.CLOSE, team.handoff.id)
    team.commands(ANOUK, "macro wacht")
    assert team.handoff.labels == ()


def test_a_macro_in_the_language_of_the_person(library: Library) -> None:
    team = desk(library, macros=(MACRO, Macro(name="leeg", label="x")))
    team.states["p"] = Conversation(visitor=VisitorKey("p"), language=library.texts.languages[1]).to_json()
    claimed(team)
    team.commands(ANOUK, "macro")
    assert "wacht" in team.group[-1]
    assert "leeg" in team.group[-1]
    team.commands(ANOUK, "macro wacht")
    (relay,) = [effect for effect in team.effects if isinstance(effect, Relay)]
    assert relay.html.index("I will find out.") < relay.html.index("Ik zoek het uit.")


def test_a_macro_without_their_language_says_the_dutch_once(library: Library) -> None:
    team = desk(library, macros=(Macro(name="wacht", text={"nl": "Ik zoek het uit."}),))
    team.states["p"] = Conversation(visitor=VisitorKey("p"), language=library.texts.languages[1]).to_json()
    claimed(team)
    team.commands(ANOUK, "macro wacht")
    (relay,) = [effect for effect in team.effects if isinstance(effect, Relay)]
    assert relay.html.count("Ik zoek het uit.") == 1


# --- Rules ------------------------------------------------------------------------------------------------------------

PARENTS = Rule(themes=("regels",), call=("Bram",), topic="Regels", label="regels", weight=Weight.HIGH)


def about_rules(team: Team) -> None:
    """The person read an answer of the theme ``regels``."""
    state = Conversation(visitor=VisitorKey("p"), audience=Audience.PARENT, last_entry=EntryId("tlv_aanvragen"))
    team.states["p"] = state.to_json()


def test_a_rule_calls_labels_weighs_and_tells_elsewhere(library: Library) -> None:
    team = desk(library, rules=(PARENTS,))
    team.commands(ANOUK, "dienst aan", topic=None)
    team.commands(BRAM, "dienst wie", topic=None)
    team.commands(BRAM, "hier regels", topic=TopicId(55))
    about_rules(team)
    before = len(team.group)
    team.asks()
    card = next(text for text in team.group[before:] if "Nieuw gesprek. " in text)
    assert "sealed-b" in card
    assert "sealed-a" not in card
    assert (team.handoff.labels, team.handoff.weight) == (("regels",), Weight.HIGH)
    assert any(f"Nieuw gesprek: **{team.handoff.alias}**" in text for text in team.group[before:])
    team.later(minutes=16)
    assert "sealed-b" in team.group[-1]


def test_another_subject_calls_whoever_is_there(library: Library) -> None:
    team = desk(library, rules=(PARENTS, Rule(audiences=(Audience.YOUTH,), label="jeugd")))
    team.commands(ANOUK, "dienst aan", topic=None)
    team.commands(BRAM, "dienst wie", topic=None)
    team.asks()
    card = next(text for text in team.group if "Nieuw gesprek. " in text)
    assert "sealed-a" in card
    assert "sealed-b" not in card
    assert team.handoff.labels == ()


@pytest.mark.parametrize("duty", ["dienst uit", "gone"])
def test_who_is_not_there_is_not_called_by_a_rule(library: Library, duty: str) -> None:
    from bot.domain.inbound import StaffMoved

    team = desk(library, rules=(PARENTS,))
    team.commands(ANOUK, "dienst aan", topic=None)
    team.commands(BRAM, "dienst wie", topic=None)
    if duty == "gone":
        team.happens(StaffMoved(staff=BRAM, present=False))
    else:
        team.commands(BRAM, duty, topic=None)
    about_rules(team)
    team.asks()
    card = next(text for text in team.group if "Nieuw gesprek. " in text)
    assert "sealed-a" in card
    assert "sealed-b" not in card


# --- Resting ----------------------------------------------------------------------------------------------------------


def asked_again(text: str) -> bool:
    return "wacht op antwoord" in text or "weer in de wachtrij" in text


def test_a_talk_that_rests_is_left_in_peace_and_the_person_knows(library: Library) -> None:
    team = claimed(desk(library))
    team.happens(TextReceived(text="en hoe zit het met vervoer", message=MessageId(9)))
    team.commands(ANOUK, "straks 2 uur")
    assert "maandag om 12.00 uur" in team.last()
    before = len(team.group)
    team.later(hours=1, minutes=55)
    assert not any(asked_again(text) for text in team.group[before:])
    team.happens(TextReceived(text="oké", message=MessageId(10)))
    team.later(minutes=6)
    assert any("terugkomen op" in text for text in team.group[before:])
    team.later(minutes=16)
    assert any(asked_again(text) for text in team.group[before:])


def test_a_new_question_after_an_answer_does_not_rest(library: Library) -> None:
    team = claimed(desk(library))
    team.writes(ANOUK, "Ik zoek het uit.")
    told = len(team.told["p"])
    team.commands(ANOUK, "straks 2 uur")
    assert len(team.told["p"]) == told
    team.happens(TextReceived(text="nog een vraag", message=MessageId(9)))
    before = len(team.group)
    team.later(minutes=16)
    assert any(asked_again(text) for text in team.group[before:])


def test_danger_wakes_a_talk_that_rests(library: Library) -> None:
    team = claimed(desk(library))
    team.commands(ANOUK, "straks morgen 9.00")
    team.later(minutes=20)
    team.happens(TextReceived(text="ik wil dood", message=MessageId(9)))
    before = len(team.group)
    team.later(minutes=16)
    assert any(asked_again(text) for text in team.group[before:])


def test_only_who_has_the_talk_lets_it_rest(library: Library) -> None:
    team = claimed(desk(library))
    team.commands(BRAM, "straks 2 uur")
    before = len(team.group)
    team.later(minutes=16)
    assert any(asked_again(text) for text in team.group[before:])


def test_a_reminder_can_be_taken_away(library: Library) -> None:
    team = claimed(desk(library))
    team.commands(ANOUK, "straks 2 uur")
    team.commands(ANOUK, "straks weg")
    before = len(team.group)
    team.later(minutes=16)
    assert any(asked_again(text) for text in team.group[before:])
    team.writes(ANOUK, "hier ben ik")
    before = len(team.group)
    team.later(hours=3)
    assert not any("terugkomen op" in text for text in team.group[before:])


def test_who_waits_for_three_days_is_not_asked_whether_they_are_there(library: Library) -> None:
    team = claimed(desk(library))
    team.writes(ANOUK, "Ik kom hier donderdag op terug.")
    team.commands(ANOUK, "straks donderdag 10.00")
    told = len(team.told["p"])
    for _ in range(5):
        team.later(hours=12)
    assert len(team.told["p"]) == told
    assert team.handoff.status is Status.CLAIMED
    assert team.handoff.later_at == datetime(2026, 11, 26, 10, tzinfo=UTC)


# --- What now ---------------------------------------------------------------------------------------------------------


def steps(team: Team, staff: Staffer, argument: str = "") -> list[str]:
    team.commands(staff, f"help {argument}".strip())
    return [line for line in team.group[-1].splitlines() if line[:2] in ("1.", "2.", "3.")]


def test_help_in_a_talk_says_the_three_things_to_do_now(library: Library) -> None:
    team = desk(library)
    team.asks()
    assert "Oppakken" in steps(team, ANOUK)[0]
    team.presses(ANOUK, StaffKind.CLAIM, team.handoff.id)
    assert "wacht op jou, nog geen minuut. Typ" in steps(team, ANOUK)[0]
    assert "van Anouk" in steps(team, BRAM)[0]
    team.writes(ANOUK, "Dag")
    assert "hoeft nu niets" in steps(team, ANOUK)[0]
    team.happens(TextReceived(text="ik wil dood", message=MessageId(9)))
    assert "/spoed" in steps(team, ANOUK)[0]
    team.presses(ANOUK, StaffKind.CLOSE, team.handoff.id)
    closed = steps(team, ANOUK)
    assert "7 dagen" in closed[0]
    assert "/intervisie" in closed[1]
    assert len(closed) == 3
    team.commands(ANOUK, "intervisie")
    assert "concept" in steps(team, ANOUK)[1]


def test_the_whole_list_is_one_word_away_and_in_the_group_at_once(library: Library) -> None:
    team = desk(library)
    team.asks()
    assert not steps(team, ANOUK, "alles")
    assert "/macro" in team.group[-1]
    team.commands(ANOUK, "help", topic=None)
    assert "/intervisie" in team.group[-1]
    assert not any(isinstance(effect, SendText) for effect in team.effects)
