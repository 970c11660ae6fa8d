"""Lines in a row through the whole bot: one reply, and a stop in between loses nothing."""

import pytest

from bot.app.house import House
from bot.playground.people import Visitor
from tests.faults.conftest import Home
from tests.waiting import until, until_answer

pytestmark = [pytest.mark.asyncio, pytest.mark.filterwarnings("ignore:Please use")]


async def test_three_lines_in_a_row_get_one_reply(bot: House, parent: Visitor) -> None:
    for line in ("hoi", "ik heb een vraag", "hoe vraag ik een TLV aan?"):
        parent.says(line)
    await until(parent.heard)
    parent.says("/menu")
    await until(lambda: len(parent.heard()) > 1)
    assert len(parent.heard()) == 2


async def test_a_line_that_waits_is_answered_after_a_restart(home: Home, parent: Visitor) -> None:
    async with home.running() as house:
        parent.says("mijn zoon is")

        async def stored() -> bool:
            return await house.store.confirmed() is not None

        await until_answer(stored)
    async with home.running():
        await until(parent.heard)
        parent.says("/menu")
        await until(lambda: len(parent.heard()) > 1)
        assert len(parent.heard()) == 2
