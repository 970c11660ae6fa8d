"""``/healthz``: alive, ready, and how old the oldest waiting thing is. Counts only; no words, names or ids."""

from datetime import datetime

from aiohttp import web

from bot.domain.errors import StoreUnavailable
from bot.service.ports import Clock, Store

OLD_AFTER_SECONDS = 120.0
"""An update that waits longer than this means that something is wrong."""


def health_application(store: Store, clock: Clock) -> web.Application:
    """The web application; the caller runs it."""

    async def health(_request: web.Request) -> web.Response:
        now = clock()
        try:
            backlog = await store.backlog()
        except StoreUnavailable as error:
            return web.json_response({"live": True, "ready": False, "reason": f"database: {error}"}, status=503)
        oldest_update = _age(backlog.oldest_update, now)
        oldest_message = _age(backlog.oldest_message, now)
        ready = oldest_update < OLD_AFTER_SECONDS
        body = {
            "live": True,
            "ready": ready,
            "updates": {
                "open": backlog.open_updates,
                "oldest_seconds": oldest_update,
                "set_aside": backlog.set_aside,
            },
            "messages": {
                "open": backlog.open_messages,
                "oldest_seconds": oldest_message,
                "refused": backlog.refused_messages,
            },
        }
        return web.json_response(body, status=200 if ready else 503)

    application = web.Application()
    application.router.add_get("/healthz", health)
    return application


def _age(moment: datetime | None, now: datetime) -> float:
    return 0.0 if moment is None else round(max(0.0, (now - moment).total_seconds()), 1)
