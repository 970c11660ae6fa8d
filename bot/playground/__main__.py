"""``python -m bot.playground``: the server by itself, for any bot, until it is stopped."""

import argparse
import asyncio
from contextlib import suppress

from bot.playground.server import Options, PlaygroundServer


async def _serve(options: Options) -> None:
    async with PlaygroundServer(options) as server:
        print(f"API:   {server.url}\nToken: {server.token}\nGroup: {server.staff_chat}", flush=True)
        await asyncio.Event().wait()


def main() -> None:
    """Read the options and serve."""
    parser = argparse.ArgumentParser(prog="python -m bot.playground", description="a strict stand-in for the Bot API")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8400, help="0 picks a free one")
    parser.add_argument("--token", default=Options().token)
    chosen = parser.parse_args()
    with suppress(KeyboardInterrupt):
        asyncio.run(_serve(Options(host=chosen.host, port=chosen.port, token=chosen.token, page=True)))


if __name__ == "__main__":
    main()
