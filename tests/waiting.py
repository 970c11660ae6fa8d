"""Waiting until something is true, however busy the machine is."""

import asyncio
from collections.abc import Awaitable, Callable

PATIENCE = 240.0
"""Seconds after which something that is awaited will not come: far more than any machine needs."""


async def until(condition: Callable[[], object]) -> None:
    """Wait until something is true in the little world, which is plain data."""
    async with asyncio.timeout(PATIENCE):
        while not condition():  # noqa: ASYNC110 - nothing tells when plain data changes
            await asyncio.sleep(0.01)


async def until_answer(question: Callable[[], Awaitable[object]]) -> None:
    """Ask again and again until the answer is yes."""
    async with asyncio.timeout(PATIENCE):
        while not await question():  # noqa: ASYNC110 - asks again and again
            await asyncio.sleep(0.1)
