"""The table of staff commands: whole, without doubles, and every command has its words."""

from collections import Counter

import pytest

from bot.adapters.content.texts import packaged_texts
from bot.app.command_menu import STAFF_COMMANDS
from bot.dialogue.choices import StaffKind, staff_choice
from bot.dialogue.staffroom.actions import ACTIONS, Action, needs_of_command
from bot.dialogue.staffroom.buttons import needs_of_press
from bot.domain.ids import DUTCH
from bot.handoff.room import TALLIES
from bot.service.staffroom import KINDS

NAMES = [name for action in ACTIONS for name in action.names]


def test_no_name_means_two_things() -> None:
    assert not [name for name, count in Counter(NAMES).items() if count > 1]


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.names[0])
def test_an_action_is_for_the_group_or_for_a_talk_and_needs_what_exists(action: Action) -> None:
    assert (action.in_group is None) is not (action.in_talk is None)
    assert action.needs <= KINDS | {TALLIES}


@pytest.mark.parametrize("name", STAFF_COMMANDS)
def test_what_the_menu_shows_has_words_and_is_known(name: str) -> None:
    assert packaged_texts().say(f"staff-command-{name}", DUTCH)
    assert name in NAMES or name == "id"


def test_the_menu_begins_with_who_waits_and_hides_what_the_card_has() -> None:
    assert STAFF_COMMANDS[:2] == ("wachtrij", "dienst")
    assert "oppakken" not in STAFF_COMMANDS
    assert "start" not in STAFF_COMMANDS


@pytest.mark.parametrize(
    ("name", "needs"),
    [("rapport", {"question", TALLIES}), ("zoek", {"handoff"}), ("wachtrij", set()), ("bestaatniet", set())],
)
def test_what_a_command_needs(name: str, needs: set[str]) -> None:
    assert needs_of_command(name) == needs


@pytest.mark.parametrize(
    ("choice", "needs"),
    [
        (staff_choice(StaffKind.REVIEW, "a1", "ja"), {"question", "phrasing"}),
        (staff_choice(StaffKind.GIVE_BACK, "meedenken"), {"participant", TALLIES}),
        (staff_choice(StaffKind.CLAIM, "a1"), set()),
        ("iets:anders", set()),
    ],
)
def test_what_a_press_needs(choice: str, needs: set[str]) -> None:
    assert needs_of_press(choice) == needs
