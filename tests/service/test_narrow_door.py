"""Twenty messages a minute to a group, and twelve talks that all write: who waits how long, on a clock of the test."""

import pytest

from bot.domain.effects import Priority
from tests.factories import message
from tests.service.test_outbox_rules import GROUP, Office

pytestmark = pytest.mark.asyncio
TALKS, EVERY, STEP, MINUTES = 12, 6, 2, 5
"""Each talk has a line in six seconds: 120 a minute through a door of eighteen."""


async def test_of_twelve_talks_at_full_speed_no_line_waits_longer_than_a_minute_and_no_alert_at_all() -> None:
    office = Office()
    office.line.most_merged = 10
    written: dict[str, int] = {}
    arrived: dict[str, int] = {}
    order: dict[str, list[int]] = {f"t{talk}": [] for talk in range(TALKS)}
    for second in range(0, MINUTES * 60, STEP):
        new = []
        for talk in range(TALKS):
            if second % EVERY == talk * STEP % EVERY:
                key = f"t{talk}/{second}"
                written[key] = second
                new.append(message(key, to=GROUP, group=True, coalesce=f"t{talk}/person", priority=Priority.RELAY))
        if second % 60 == 46:
            key = f"alarm/{second}"
            written[key] = second
            new.append(message(key, to=GROUP, group=True, priority=Priority.CRISIS))
        await office.store.put(*new)
        for text in await office.goes_on(STEP if second else 0):
            for key in text.split("+"):
                assert key not in arrived
                arrived[key] = second
                if key.startswith("t"):
                    order[key.split("/")[0]].append(written[key])
    await office.stop()
    waits = {key: arrived.get(key, MINUTES * 60) - at for key, at in written.items()}
    assert {wait for key, wait in waits.items() if key.startswith("alarm")} == {0}
    lines = [wait for key, wait in waits.items() if key.startswith("t")]
    # A minute has eighteen places for twelve talks: a whole window is the most that the limit can force.
    assert max(lines) <= 60
    by_talk = [max(wait for key, wait in waits.items() if key.startswith(f"t{talk}/")) for talk in range(TALKS)]
    assert max(by_talk) - min(by_talk) <= 20, "no talk waits much longer than another"
    assert all(moments == sorted(moments) for moments in order.values()), "within a talk nothing is turned round"
    # The limit itself was kept: so many requests, lines and alerts together.
    assert len(office.line.sent) <= MINUTES * 20


async def test_lines_of_one_talk_keep_their_order_around_a_photo() -> None:
    office = Office()
    full = [message(f"x{number}", to=GROUP, group=True, priority=Priority.RELAY) for number in range(17)]
    await office.store.put(*full)
    await office.goes_on()
    lines = [("a1", "a"), ("b1", "b"), ("a2", "a"), ("photo", None), ("a3", "a"), ("b2", "b")]
    await office.store.put(
        *(message(key, to=GROUP, group=True, coalesce=talk, priority=Priority.RELAY) for key, talk in lines)
    )
    assert await office.goes_on() == ["a1+a2"]
    assert await office.goes_on(61) == ["b1", "photo", "a3", "b2"]
    await office.stop()
