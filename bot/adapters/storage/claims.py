"""Claims on lanes while somebody thinks about them: on PostgreSQL, between processes, without any transaction.

A claim is an advisory lock of a session. It keeps nobody waiting, since whoever wants the lane only tries, and it falls
with the connection when its process dies. The lock that a turn takes is another one.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.domain.errors import StoreUnavailable
from bot.service.records import OpenUpdate

Claim = Callable[[Sequence[OpenUpdate], int], Awaitable[list[OpenUpdate]]]
"""Those of some updates whose lanes are ours until the end of the block, at most so many, in their order."""

_TRY = text(
    "SELECT lane, pg_try_advisory_lock(hashtextextended(lane, 4)) FROM unnest(CAST(:lanes AS text[])) AS wanted (lane)"
)
_LET_GO = text("SELECT pg_advisory_unlock_all()")


@asynccontextmanager
async def claims(engine: AsyncEngine) -> AsyncIterator[Claim]:
    """A connection of its own to claim with."""
    try:
        async with engine.connect() as plain:
            connection = await plain.execution_options(isolation_level="AUTOCOMMIT")

            async def claim(shown: Sequence[OpenUpdate], limit: int) -> list[OpenUpdate]:
                mine: list[OpenUpdate] = []
                left = list(shown)
                while left and len(mine) < limit:
                    # As many as are still wanted: what is tried and free is ours, wanted or not.
                    some, left = left[: limit - len(mine)], left[limit - len(mine) :]
                    rows = await connection.execute(_TRY, {"lanes": [one.lane for one in some]})
                    free = {lane for lane, got in rows if got}
                    mine += [one for one in some if one.lane in free]
                return mine

            try:
                yield claim
                await connection.execute(_LET_GO)
            except BaseException:
                # Whatever happened, no claim may outlive the block in a connection that goes back to the pool.
                await connection.invalidate()
                raise
    except (DBAPIError, OSError, TimeoutError) as error:
        raise StoreUnavailable(type(error).__name__) from error
