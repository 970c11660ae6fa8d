"""A local Bot API server with a chat page: the whole product without a token, and the peer that tests talk to.

It knows nothing of the bot: it speaks Telegram's protocol over HTTP and checks every request as strictly as Telegram.
"""

from bot.playground.server import Options, PlaygroundServer

__all__ = ["Options", "PlaygroundServer"]
