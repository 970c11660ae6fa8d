"""Somebody sets the machine's clock, back and forth: nothing is lost and nothing waits for it (O2)."""

from datetime import timedelta

import pytest

from bot.playground.faults import Fault, FaultKind
from bot.playground.people import Visitor
from bot.playground.server import PlaygroundServer
from bot.playground.world import Person
from tests.faults.conftest import Home
from tests.faults.test_relaying import settle, talking, texts
from tests.waiting import until

pytestmark = [pytest.mark.asyncio, pytest.mark.filterwarnings("ignore:Please use")]
DAY, HOUR = timedelta(days=1), timedelta(hours=1)


@pytest.mark.parametrize("jumps", [(-DAY, DAY), (DAY, -DAY), (-HOUR, -HOUR, 2 * HOUR)])
async def test_o02_a_clock_that_jumps_loses_and_delays_nothing(
    home: Home, parent: Visitor, server: PlaygroundServer, jumps: tuple[timedelta, ...]
) -> None:
    other = Visitor(server.world, Person(id=6_100_000_311, first_name="Sem"))
    async with home.running():
        topic, anouk, _ = await talking(parent, server)
        for number, jump in enumerate(jumps):
            # Retries and pauses are under way while somebody sets the clock.
            server.faults.add(Fault(kind=FaultKind.FLOOD, method="sendMessage", value=1, times=2))
            server.faults.add(Fault(kind=FaultKind.STATUS, method="sendMessage", value=502, times=2))
            for line in range(4):
                parent.says(f"regel {number}-{line}")
                anouk.says(f"antwoord {number}-{line}", topic)
            home.ahead += jump
            other.says("ik wil dood")
            await until(lambda number=number: all(f"antwoord {number}-{n}" in texts(parent) for n in range(4)))  # type: ignore[misc]
            group = "\n".join(anouk.sees(topic))
            await until(lambda number=number: f"regel {number}-3" in "\n".join(anouk.sees(topic)))  # type: ignore[misc]
            group = "\n".join(anouk.sees(topic))
            assert all(group.count(f"regel {number}-{line}") == 1 for line in range(4))
            await until(lambda: "113" in texts(other))
            await settle(parent, server, topic, anouk)
    home.ahead -= DAY
    async with home.running():
        parent.says("na een herstart met een klok van gisteren")
        await until(lambda: any("klok van gisteren" in text for text in anouk.sees(topic)))
        anouk.says("ik lees je", topic)
        await until(lambda: "ik lees je" in texts(parent))
