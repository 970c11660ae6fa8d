"""On which loop the bot runs, and how soon a thread lets it go on."""

import asyncio
import sys
from collections.abc import Iterator
from importlib.util import find_spec

import pytest

from bot.app.looping import run_in_loop


@pytest.fixture
def interval() -> Iterator[None]:
    before = sys.getswitchinterval()
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("interval")
def test_it_runs_to_the_end_on_what_is_installed() -> None:
    seen: list[str] = []

    async def main() -> None:
        await asyncio.sleep(0)
        seen.append(type(asyncio.get_running_loop()).__module__.split(".")[0])

    run_in_loop(main())
    assert seen == ["uvloop" if find_spec("uvloop") else "asyncio"]
    assert sys.getswitchinterval() == pytest.approx(0.0005)


@pytest.mark.usefixtures("interval")
def test_an_error_comes_out() -> None:
    async def main() -> None:
        raise KeyError("weg")

    with pytest.raises(KeyError):
        run_in_loop(main())
