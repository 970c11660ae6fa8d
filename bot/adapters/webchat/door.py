"""What a browser may ask for: the page, its files, and a few requests about its own visit.

Whose visit it is stands in a header that only the page itself can send; there are no cookies, so another website cannot
act in anybody's name. Every answer forbids keeping, framing by strangers and running what is not ours.
"""

import asyncio
import json
import logging
from collections.abc import Callable, Mapping
from typing import Any

from aiohttp import web

from bot.adapters.webchat import pages
from bot.adapters.webchat.hub import Hub, Listener
from bot.adapters.webchat.identity import TOKEN
from bot.adapters.webchat.limits import address_of
from bot.adapters.webchat.pictures import MOST_BYTES
from bot.adapters.webchat.reception import Reception, Refused
from bot.dialogue.library import Library
from bot.domain.errors import StoreUnavailable
from bot.service.visits import Line, Visit, Visits

logger = logging.getLogger(__name__)

TOKEN_HEADER = "X-Visit"  # noqa: S105 - the name of a header
_MOST_JSON = 64 * 1024
_READ_SECONDS = 20.0
_UPLOAD_SECONDS = 120.0
_HEARTBEAT = 15.0
_POLL_SECONDS = 20.0
_MOST_PAGES = 8
"""Pages of one visit that may wait at once: tabs, and connections that broke without our knowing."""


class Chat:
    """The chat of one organisation."""

    def __init__(
        self, reception: Reception, visits: Visits, hub: Hub, library: Callable[[], Library], sites: str
    ) -> None:
        """``sites``: who may show the page in a frame, as ``frame-ancestors`` writes it."""
        self._reception = reception
        self._visits = visits
        self._hub = hub
        self._library = library
        self._sites = sites

    async def answer(self, request: web.Request, base: str, rest: str) -> web.StreamResponse:
        """Any request below ``base``."""
        headers = pages.headers(self._sites, secure=request.headers.get("X-Forwarded-Proto") == "https")
        try:
            response = await self._dispatch(request, base, rest)
        except Refused as refused:
            response = web.json_response(refused.body, status=refused.status)
        except StoreUnavailable:
            response = web.json_response({"retry": True}, status=503)
        except TimeoutError:
            response = web.json_response({"why": "slow"}, status=408)
        if not response.prepared:
            for name, value in headers.items():
                response.headers.setdefault(name, value)
        return response

    async def _dispatch(self, request: web.Request, base: str, rest: str) -> web.StreamResponse:
        if request.method in ("GET", "HEAD"):
            if rest in ("", "over"):
                library = self._library()
                language = pages.language_of(request.query.get("taal"), request.headers.get("Accept-Language"), library)
                make = pages.chat_page if rest == "" else pages.about_page
                return make(library, language, base, self._sites)
            if rest == "chat.css":
                return pages.style(self._library())
            if rest in ("chat.js", "widget.js"):
                return pages.script(rest)
            if rest in ("api/lines", "api/stream") or rest.startswith("api/file/"):
                return await self._reads(request, rest)
            return web.Response(status=404)
        if request.method != "POST":
            return web.Response(status=405)
        _same_site(request)
        if rest == "zonder":
            return await self._plain(request, base)
        return await self._writes(request, rest)

    async def _reads(self, request: web.Request, rest: str) -> web.StreamResponse:
        visit = await self._reception.visit_of(_token(request))
        if visit is None:
            return web.json_response({"why": "forgotten"}, status=404)
        if rest.startswith("api/file/"):
            return await self._file(visit, rest.removeprefix("api/file/"))
        after = _whole_number(request.query.get("after"))
        with self._hub.listening(visit.lane, most=_MOST_PAGES) as listener:
            if rest == "api/stream":
                return await self._stream(request, visit, after, listener)
            lines, newest = await self._visits.lines(visit.lane, after)
            if newest == after and not listener.over:
                await listener.wait(_POLL_SECONDS)
                lines, newest = await self._visits.lines(visit.lane, after)
        return web.json_response({"lines": [_shown(line) for line in lines], "next": newest})

    async def _stream(self, request: web.Request, visit: Visit, after: int, listener: Listener) -> web.StreamResponse:
        response = web.StreamResponse(headers=pages.headers(self._sites, secure=False))
        response.content_type = "text/event-stream"
        # nginx would otherwise gather what should arrive at once.
        response.headers["X-Accel-Buffering"] = "no"
        await response.prepare(request)
        await response.write(b": ja\n\n")
        try:
            while not listener.over:
                lines, newest = await self._visits.lines(visit.lane, after)
                if newest > after:
                    body = json.dumps({"lines": [_shown(line) for line in lines], "next": newest}, ensure_ascii=False)
                    await response.write(f"data: {body}\n\n".encode())
                    after = newest
                    continue
                if not await listener.wait(_HEARTBEAT):
                    await response.write(b": .\n\n")
                    if await self._reception.gone(visit):
                        break
        except (ConnectionError, StoreUnavailable):
            # The page asks again, from the last number it has.
            pass
        return response

    async def _file(self, visit: Visit, name: str) -> web.Response:
        content = await self._visits.file(visit.lane, name)
        if content is None:
            return web.Response(status=404)
        return web.Response(
            body=content,
            content_type="application/octet-stream",
            headers={"Content-Disposition": "attachment", "Content-Security-Policy": "sandbox; default-src 'none'"},
        )

    async def _writes(self, request: web.Request, rest: str) -> web.Response:
        token, place = _token(request), self._place(request)
        if rest == "api/photo":
            body = await _bytes(request, MOST_BYTES, _UPLOAD_SECONDS)
            given = request.headers.get("X-Message", "")
            return web.json_response(await self._reception.photo(token, given, body))
        did = await _json(request)
        match rest:
            case "api/say":
                return web.json_response(await self._reception.say(token, did, place))
            case "api/seen":
                await self._reception.seen(token, _whole_number(str(did.get("n", ""))))
                return web.json_response({"ok": True})
            case "api/code":
                return web.json_response({"code": await self._reception.code(token, place)})
            case "api/return":
                await self._reception.come_back(token, str(did.get("code", "")), place)
                return web.json_response({"ok": True})
            case _:
                return web.Response(status=404)

    async def _plain(self, request: web.Request, base: str) -> web.Response:
        """The page without JavaScript: a form comes in, the whole page goes back."""
        async with asyncio.timeout(_READ_SECONDS):
            if (request.content_length or 0) > _MOST_JSON:
                raise Refused(413, {"why": "long"})
            form = {name: str(value) for name, value in (await request.post()).items()}
        library = self._library()
        language = pages.language_of(form.get("taal"), request.headers.get("Accept-Language"), library)
        token = form.get("visit", "")
        if not TOKEN.fullmatch(token):
            raise Refused(400, {"why": "token"})
        if form.get("file"):
            visit = await self._reception.visit_of(token)
            return web.Response(status=404) if visit is None else await self._file(visit, form["file"])
        if form.get("do") == "weg":
            return pages.empty_page(self._sites)
        notice = await self._reception.plain(token, form, self._place(request), self._hub)
        visit = None if notice.database_away else await self._reception.visit_of(token)
        lines = [] if visit is None else (await self._visits.lines(visit.lane, 0))[0]
        view = pages.PlainView(token=token, lines=lines, notice=notice.text(library, language), code=notice.code)
        return pages.plain_page(library, language, base, self._sites, view)

    def _place(self, request: web.Request) -> str:
        return self._reception.place(address_of(request.remote or "", request.headers.get("X-Forwarded-For", "")))


def _shown(line: Line) -> Mapping[str, Any]:
    """A line for the page; the words as typed are only kept for staff."""
    content = {name: value for name, value in line.content.items() if name != "text"}
    return {**content, "n": line.number, "what": str(line.what)}


def _token(request: web.Request) -> str:
    token = request.headers.get(TOKEN_HEADER, "")
    if not TOKEN.fullmatch(token):
        raise Refused(401, {"why": "token"})
    return token


def _same_site(request: web.Request) -> None:
    """Nothing is done for another website, whatever it sends."""
    site, origin = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin")
    if site not in (None, "same-origin", "none"):
        raise Refused(403, {"why": "site"})
    if origin not in (None, "null") and origin.partition("://")[2] != request.host:
        raise Refused(403, {"why": "site"})


async def _json(request: web.Request) -> Mapping[str, Any]:
    if request.content_type != "application/json":
        raise Refused(415, {"why": "type"})
    try:
        found = json.loads(await _bytes(request, _MOST_JSON, _READ_SECONDS))
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise Refused(400, {"why": "unreadable"})
    return found


async def _bytes(request: web.Request, most: int, seconds: float) -> bytes:
    """The body, if it is not too long and does not take too long."""
    parts = bytearray()
    async with asyncio.timeout(seconds):
        async for chunk in request.content.iter_any():
            parts += chunk
            if len(parts) > most:
                raise Refused(413, {"why": "long"})
    return bytes(parts)


def _whole_number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 16 else 0
