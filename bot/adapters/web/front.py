"""The front door on one port: webhooks, health, figures and the chat page of every bot in this process."""

from typing import Protocol

from aiohttp import web

from bot.adapters.web.health import Health
from bot.adapters.web.metrics import of_the_house
from bot.adapters.web.webhook import MOST_BYTES, Webhook

_CLOSING_SECONDS = 10.0
"""How long a request that is under way may take at a stop; Telegram repeats what was not confirmed."""


_IDLE_SECONDS = 65.0
"""A connection without a whole request for this long is closed, so that one that trickles holds no place for ever."""


class Chat(Protocol):
    """The chat page of one bot."""

    async def answer(self, request: web.Request, base: str, rest: str) -> web.StreamResponse:
        """Any request below its address."""
        ...


class Front:
    """Bots come and go while it is open."""

    def __init__(self) -> None:
        self.webhooks: dict[str, Webhook] = {}
        """By path."""
        self.health: dict[str, Health] = {}
        """By name of the bot."""
        self.chats: dict[str, Chat] = {}
        """By name of the bot."""
        self.wanted: frozenset[str] = frozenset()
        """Names of the bots that should be here, also of those that cannot start."""
        self._runner: web.AppRunner | None = None

    async def open(self, port: int, *, shared: bool, host: str | None = None) -> None:
        """Listen; ``shared`` lets a second process listen on the same port. Raises ``OSError`` when it is taken."""
        application = web.Application(client_max_size=MOST_BYTES)
        router = application.router
        router.add_get("/healthz", self._ready)
        router.add_get("/healthz/live", self._live)
        router.add_get("/healthz/ready", self._ready)
        router.add_get("/healthz/{name}", self._one)
        router.add_get("/metrics", self._figures)
        router.add_get("/metrics/{name}", self._figures)
        for address in ("/chat", "/chat/{rest:.*}"):
            router.add_route("*", address, self._chat)
        router.add_post("/{path:.*}", self._update)
        self._runner = web.AppRunner(
            application, access_log=None, shutdown_timeout=_CLOSING_SECONDS, keepalive_timeout=_IDLE_SECONDS
        )
        await self._runner.setup()
        await web.TCPSite(self._runner, host, port, reuse_port=shared or None, backlog=1024).start()

    async def close(self) -> None:
        """Take nothing new, and let what is under way end."""
        if self._runner is not None:
            await self._runner.cleanup()

    async def _live(self, _request: web.Request) -> web.Response:
        return web.json_response({"live": True})

    async def _ready(self, _request: web.Request) -> web.Response:
        """Of a single bot its figures; of more only whether each is ready."""
        found = {name: await health.ready() for name, health in self.health.items()}
        names = self.wanted | found.keys()
        if len(names) == 1 and len(found) == 1:
            (body,) = found.values()
        else:
            bots = {name: name in found and bool(found[name]["ready"]) for name in sorted(names)}
            good = sum(bots.values())
            body = {"live": True, "ready": good == len(bots), "wanted": len(bots), "working": good, "bots": bots}
        return web.json_response(body, status=200 if body["ready"] else 503)

    async def _one(self, request: web.Request) -> web.Response:
        name = request.match_info["name"]
        health = self.health.get(name)
        if health is None and name in self.wanted:
            return web.json_response({"live": True, "ready": False, "reason": "cannot start"}, status=503)
        if health is None:
            return web.Response(status=404)
        body = await health.ready()
        return web.json_response(body, status=200 if body["ready"] else 503)

    async def _figures(self, request: web.Request) -> web.Response:
        named = request.match_info.get("name")
        health = self.health.get(named or next(iter(self.health), ""))
        if health is None and (named or not self.wanted):
            return web.Response(status=404)
        body = b"" if health is None else await health.figures()
        if not named:
            ready = [await other.ready() for other in self.health.values()]
            body += of_the_house(len(self.wanted | self.health.keys()), sum(bool(one["ready"]) for one in ready))
        headers = {"Content-Type": "text/plain; version=0.0.4; charset=utf-8"}
        return web.Response(body=body, headers=headers)

    async def _chat(self, request: web.Request) -> web.StreamResponse:
        """``/chat/<name>`` of one bot among others; a bot alone has ``/chat`` for itself."""
        rest = request.match_info.get("rest", "")
        name, _, inside = rest.partition("/")
        chat = self.chats.get(name)
        if chat is not None:
            return await chat.answer(request, f"/chat/{name}", inside)
        if len(self.chats) == 1 and len(self.health) == 1:
            return await next(iter(self.chats.values())).answer(request, "/chat", rest)
        return web.Response(status=404)

    async def _update(self, request: web.Request) -> web.Response:
        webhook = self.webhooks.get(request.path)
        return web.Response(status=404) if webhook is None else await webhook.take(request)
