"""Any random mix of what people can do never leaves somebody without an answer (property test over HTTP)."""

import asyncio
from collections.abc import Iterator
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.playground.limits import FloodLimits
from bot.playground.people import Visitor
from bot.playground.server import Options, PlaygroundServer
from bot.playground.world import Person
from tests.acceptance.content import write_content
from tests.acceptance.running import Running
from tests.waiting import until

_numbers = count(6_400_000_000, 53)

actions = st.one_of(
    st.tuples(st.just("says"), st.text(min_size=1, max_size=60).filter(lambda text: text.strip())),
    st.tuples(
        st.just("says"),
        st.sampled_from(
            ["/start", "/menu", "/help", "/taal", "/mens", "/sos", "/privacy", "/inzage", "ik wil dood", "1", "ja"]
        ),
    ),
    st.tuples(st.just("edits"), st.text(min_size=1, max_size=30).filter(lambda text: text.strip())),
    st.tuples(st.just("sends"), st.sampled_from(["photo", "voice", "video", "document", "sticker"])),
    st.tuples(st.just("presses"), st.sampled_from(["menu", "faq:kind_thuis", "theme:regels", "lang:en", "sos", "xyz"])),
    st.tuples(st.just("reacts"), st.sampled_from(["👍", ""])),
    st.tuples(st.just("away"), st.just("")),
)


@pytest.fixture(scope="module")
def loop() -> Iterator[asyncio.AbstractEventLoop]:
    made = asyncio.new_event_loop()
    yield made
    made.close()


@pytest.fixture(scope="module")
def world(
    loop: asyncio.AbstractEventLoop, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[PlaygroundServer, Running]]:
    """One server and one bot for all examples; each example is a new person."""
    folder = tmp_path_factory.mktemp("anything")
    server = PlaygroundServer(Options(limits=FloodLimits(overall_per_second=None, private_burst=None)))
    running = Running(server, folder, write_content(folder / "content"))
    loop.run_until_complete(server.start())
    loop.run_until_complete(running.start())
    yield server, running
    assert loop.run_until_complete(running.stop()) == 0
    loop.run_until_complete(server.stop())


async def play(server: PlaygroundServer, story: list[tuple[str, str]]) -> None:
    """Do one thing after another; after each that asks for an answer, wait for it."""
    person = Visitor(server.world, Person(id=next(_numbers), first_name="Sam"))
    await person.asks("/start")
    last = person.says("hallo")
    await person.next_message()
    for act, value in story:
        before = len(person.heard())
        match act:
            case "says":
                last = person.says(value)
            case "edits":
                person.edits(last, value)
            case "sends":
                person.sends(value)
            case "presses":
                person.presses(person.heard()[-1], value)
            case "reacts":
                person.reacts(last, value)
                continue
            case _:
                person.blocks()
                person.unblocks()
                continue
        await until(lambda: len(person.heard()) > before)  # noqa: B023 - awaited before the next round
        assert person.buttons(), f"no way on after {act}"


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(st.lists(actions, min_size=1, max_size=5))
def test_nobody_is_left_without_an_answer(
    loop: asyncio.AbstractEventLoop, world: tuple[PlaygroundServer, Running], story: list[tuple[str, str]]
) -> None:
    server, running = world
    loop.run_until_complete(play(server, story))
    assert [request.error for request in server.requests if request.error] == []
    assert "set aside" not in running.log()
