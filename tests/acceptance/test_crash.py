"""Two thousand messages of fifty people while the process is killed again and again: nothing is lost.

What is said to each person is compared with what must be said, one answer for each message, in the order in which they
wrote. A repeat is allowed only for a request that was under way at a kill.
"""

import asyncio
import random
from itertools import groupby
from pathlib import Path

import pytest

from bot.playground.limits import FloodLimits
from bot.playground.people import Visitor
from bot.playground.server import Options, PlaygroundServer
from bot.playground.world import Person
from tests.acceptance.content import another, write_content
from tests.acceptance.running import Running

PEOPLE, MESSAGES, KILLS, PARALLEL = 50, 40, 20, 8

QUESTIONS = {
    "hoe vraag ik een tlv aan": "De school vraagt de TLV aan",
    "wat doe ik nu mijn zoon al weken thuis zit?": "Praat eerst met school",
    "wat kan ik doen als ik word gepest?": "Het is niet jouw schuld",
    "/help": "Zo werkt het",
    "/taal": "Welke taal wil je",
}


def expected_of(message: str) -> str:
    """The start of the answer."""
    return QUESTIONS[message]


def kind_of(text: str) -> str:
    """Which answer this is."""
    return next(mark for mark in QUESTIONS.values() if mark in text)


@pytest.mark.asyncio
@pytest.mark.timeout(900)
async def test_nothing_is_lost_whatever_dies_when(tmp_path: Path) -> None:
    chance = random.Random(20261123)
    limits = FloodLimits(overall_per_second=None, private_burst=None, group_per_minute=None)
    async with PlaygroundServer(Options(limits=limits)) as server:
        people = [Visitor(server.world, Person(id=6_200_000_000 + 37 * n, first_name=f"P{n}")) for n in range(PEOPLE)]
        said: dict[int, list[str]] = {person.person.id: [] for person in people}
        running = Running(
            server,
            tmp_path,
            write_content(tmp_path / "content"),
            settings={"STEUNPUNT_SENDS_PER_SECOND": "10000"},
        )

        async def talk() -> None:
            """Everybody writes now and then, in bursts, whether the bot is there or not."""
            for _ in range(MESSAGES):
                for person in chance.sample(people, PEOPLE):
                    message = another(chance, list(QUESTIONS), said[person.person.id])
                    said[person.person.id].append(message)
                    person.says(message)
                await asyncio.sleep(0.4 + chance.random())

        talking = asyncio.create_task(talk())
        for _ in range(KILLS):
            await running.start()
            # Sometimes before it is ready, mostly in the middle of its work.
            await asyncio.sleep(0.5 + 3.5 * chance.random())
            await running.kill()
        await talking
        await running.start()
        async with asyncio.timeout(600):
            while any(len(person.heard()) < MESSAGES for person in people) or server.world.updates:  # noqa: ASYNC110
                await asyncio.sleep(0.2)
        await asyncio.sleep(1.5)
        assert await running.stop() == 0

    repeats = 0
    for person in people:
        wanted = [expected_of(message) for message in said[person.person.id]]
        got = [kind_of(message["text"]) for message in person.heard()]
        repeats += len(got) - len(wanted)
        assert in_order_with_repeats(wanted, got), person.person.id
    # At most the requests that were in flight at each kill.
    assert 0 <= repeats <= KILLS * PARALLEL
    print(f"\n{PEOPLE * MESSAGES} messages, {KILLS} kills, {repeats} repeated")


def in_order_with_repeats(wanted: list[str], got: list[str]) -> bool:
    """Whether ``got`` is ``wanted`` with some answers said twice in a row, and nothing missing or out of place."""
    runs_wanted = [(key, len(list(group))) for key, group in groupby(wanted)]
    runs_got = [(key, len(list(group))) for key, group in groupby(got)]
    if [key for key, _ in runs_wanted] != [key for key, _ in runs_got]:
        return False
    return all(more >= fewer for (_, fewer), (_, more) in zip(runs_wanted, runs_got, strict=True))


def test_the_judge_of_this_test_sees_what_is_wrong() -> None:
    assert in_order_with_repeats(["a", "b", "a"], ["a", "b", "b", "a"])
    assert not in_order_with_repeats(["a", "b", "a"], ["a", "a"])
    assert not in_order_with_repeats(["a", "b"], ["b", "a"])
    assert not in_order_with_repeats(["a", "a"], ["a"])
