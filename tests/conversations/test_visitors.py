"""Every kind of visitor is answered right, asked well or handed on; nothing is silent, repeated or without a way on."""

import re

import pytest

from bot.flow.session import read_session
from bot.testing.person import OnePerson
from tests.conversations.again import AGAIN
from tests.conversations.tired import TIRED
from tests.conversations.visitors import VISITORS, Visitor
from tests.dialogue.talking import FRIDAY_NIGHT, NOON, somebody

RIGHT = 0.85
"""How many of the rows of all of them must be as expected."""


def seen(person: OnePerson) -> str:
    session = read_session(person.state.flow)
    return "\n".join(
        [
            *person.said,
            *(f"[{button.label}]" for button in person.buttons),
            f"@entry={person.state.last_entry} @audience={person.state.audience}",
            f"@flow={session.flow} @step={session.step}" if session else "",
            "@staff" if person.staff else "",
        ]
    )


def rows(visitor: Visitor) -> list[tuple[str, str]]:
    return [(line, wanted) for row in visitor.rows.strip().splitlines() for line, _, wanted in [row.partition(" => ")]]


def walk(visitor: Visitor) -> tuple[list[str], list[str]]:
    """Rows that were not as expected, and what must never be."""
    person = somebody(visitor.audience, language=visitor.language, at=FRIDAY_NIGHT if visitor.night else NOON)
    wrong, never = [], []
    for line, wanted in rows(visitor):
        before = list(person.said)
        if line.startswith(">"):
            if not person.taps(line[1:].strip()):
                wrong.append(f"{line}: no such button")
                continue
        else:
            person.says(line)
        if not person.said:
            never.append(f"{line}: silence")
        if person.said == before:
            never.append(f"{line}: the same again: {person.said[-1][:60]}")
        if not person.buttons:
            never.append(f"{line}: no way on")
        if not re.search(wanted, seen(person), re.IGNORECASE):
            wrong.append(f"{line} => {wanted}: {' / '.join(person.said)[:200]}")
    return wrong, never


@pytest.mark.parametrize("visitor", [*VISITORS, *AGAIN, *TIRED], ids=lambda visitor: visitor.name)
def test_nobody_meets_silence_a_loop_or_a_dead_end(visitor: Visitor) -> None:
    assert len(rows(visitor)) >= 12
    assert walk(visitor)[1] == []


@pytest.mark.parametrize("visitors", [VISITORS, TIRED], ids=["awake", "tired"])
def test_most_of_what_they_say_is_understood(visitors: tuple[Visitor, ...]) -> None:
    walked = {visitor.name: walk(visitor)[0] for visitor in visitors}
    wrong = [row for found in walked.values() for row in found]
    assert len(wrong) <= (1 - RIGHT) * sum(len(rows(visitor)) for visitor in visitors), "\n".join(wrong)


@pytest.mark.parametrize("visitor", AGAIN, ids=lambda visitor: visitor.name)
def test_what_went_wrong_in_the_second_trial_goes_right(visitor: Visitor) -> None:
    assert walk(visitor)[0] == []


def test_there_are_fourteen() -> None:
    assert len(VISITORS) == len(TIRED) == 14
