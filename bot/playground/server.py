"""The HTTP side: ``/bot<token>/<method>`` as Telegram serves it, files, and the record of all requests."""

import asyncio
import json
from dataclasses import dataclass, field
from typing import Any, Self

from aiohttp import web

from bot.playground.checking import checked, method_names
from bot.playground.errors import BotApiError, bad_request
from bot.playground.faults import Fault, FaultKind, Faults
from bot.playground.limits import Flood, FloodLimits
from bot.playground.methods import METHODS
from bot.playground.people import STAFF_GROUP_ID, staff_group
from bot.playground.webhook import Webhook
from bot.playground.world import DEFAULT_UPDATES, World

MOST_UPDATES, LONGEST_POLL = 100, 50.0
_UPLOAD_LIMIT = 50 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How the server behaves."""

    host: str = "127.0.0.1"
    port: int = 0
    """0 picks a free port."""
    token: str = "7000000001:speeltuin-geen-echt-token"  # noqa: S105 - a token of nothing but this server
    limits: FloodLimits = field(default_factory=FloodLimits)
    page: bool = False
    """Serve the chat page as well."""
    web_port: int = 0
    """Where the bot serves its own chat for websites; shown as a pane of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One request and how it ended, for tests."""

    at: float
    method: str
    parameters: dict[str, Any]
    error: str | None = None


class PlaygroundServer:
    """``async with PlaygroundServer() as server:`` – then point a bot at ``server.url``."""

    def __init__(self, options: Options | None = None) -> None:
        self.options = options or Options()
        self.world = World()
        self.world.add_group(staff_group())
        self.faults = Faults()
        self.requests: list[Request] = []
        self.flood = Flood(self.options.limits)
        self.webhook = Webhook(self.world)
        self._polling = 0
        self._runner: web.AppRunner | None = None

    @property
    def token(self) -> str:
        """The token this server knows."""
        return self.options.token

    @property
    def staff_chat(self) -> int:
        """The id of the staff group."""
        return STAFF_GROUP_ID

    @property
    def url(self) -> str:
        """Base address, as for ``STEUNPUNT_TELEGRAM_API_URL``."""
        assert self._runner is not None, "the server is not running"
        host, port = self._runner.addresses[0][:2]
        return f"http://{host}:{port}"

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_error: object) -> None:
        await self.stop()

    async def start(self) -> None:
        """Listen."""
        application = web.Application(client_max_size=_UPLOAD_LIMIT)
        application.router.add_route("*", "/bot{token}/{method}", self._handle)
        application.router.add_get("/file/bot{token}/{path:.*}", self._file)
        if self.options.page:
            from bot.playground.page_server import add_page

            add_page(application, self.world, self.options.web_port)
        self._runner = web.AppRunner(application, access_log=None, shutdown_timeout=1)
        await self._runner.setup()
        await web.TCPSite(self._runner, self.options.host, self.options.port).start()

    async def stop(self) -> None:
        """Stop listening."""
        await self.webhook.stop()
        if self._runner is not None:
            await self._runner.cleanup()

    async def _handle(self, request: web.Request) -> web.StreamResponse:
        if request.match_info["token"] != self.token:
            return _answer_error(BotApiError(401, "Unauthorized"))
        name = method_names().get(request.match_info["method"].lower(), "")
        if name not in METHODS and name not in ("getUpdates", "setWebhook", "deleteWebhook", "getWebhookInfo"):
            return _answer_error(BotApiError(404, "Not Found"))
        given = await _parameters(request)
        chat = str(given.get("chat_id", ""))
        fault = self.faults.pick(name, int(chat) if chat.lstrip("-").isdecimal() else None)
        if fault is not None:
            early = await self._before(fault)
            if early is not None:
                self._record(name, given, fault.kind)
                return early
        try:
            result = await self._run(name, given)
            self._record(name, given, None)
            answer: web.StreamResponse = web.json_response({"ok": True, "result": result})
        except BotApiError as error:
            self._record(name, given, error.description)
            answer = _answer_error(error)
        return await self._after(fault, request, answer)

    async def _before(self, fault: Fault) -> web.StreamResponse | None:
        match fault.kind:
            case FaultKind.DELAY_BEFORE:
                await asyncio.sleep(fault.value)
            case FaultKind.DROP_BEFORE:
                return web.Response(status=500, body=b"", headers={"Connection": "close"})
            case FaultKind.STATUS:
                return web.Response(status=int(fault.value or 502), text="Bad Gateway")
            case FaultKind.FLOOD:
                seconds = int(fault.value)
                return _answer_error(
                    BotApiError(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})
                )
            case FaultKind.NONSENSE:
                return web.Response(status=200, text="<html>geen json</html>")
            case FaultKind.ODD:
                return web.Response(status=200, text=fault.body, content_type="application/json")
            case FaultKind.REFUSAL:
                return _answer_error(BotApiError(int(fault.value) or 400, fault.body))
        return None

    async def _after(self, fault: Fault | None, request: web.Request, answer: web.StreamResponse) -> web.StreamResponse:
        if fault is not None and fault.kind is FaultKind.DELAY_AFTER:
            await asyncio.sleep(fault.value)
        if fault is not None and fault.kind is FaultKind.DROP_AFTER and request.transport is not None:
            request.transport.abort()
        return answer

    async def _run(self, name: str, given: dict[str, Any]) -> Any:
        parameters = checked(name, given)
        match name:
            case "getUpdates":
                return await self._get_updates(parameters)
            case "setWebhook":
                return self._set_webhook(parameters)
            case "deleteWebhook":
                await self.webhook.stop()
                return True
            case "getWebhookInfo":
                return self.webhook.info()
        method = METHODS[name]
        if method.limited:
            chat = self.world.chat(parameters["chat_id"])
            self.flood.check(chat.id, chat.private, self.world.now())
        return method.run(self.world, parameters)

    async def _get_updates(self, parameters: dict[str, Any]) -> list[dict[str, Any]]:
        if self.webhook.url:
            raise BotApiError(
                409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook first"
            )
        if "allowed_updates" in parameters:
            self.world.allowed = frozenset(parameters["allowed_updates"]) or DEFAULT_UPDATES
        self._polling += 1
        mine = self._polling
        limit = min(MOST_UPDATES, max(1, parameters.get("limit", MOST_UPDATES)))
        until = asyncio.get_running_loop().time() + min(LONGEST_POLL, max(0, parameters.get("timeout", 0)))
        offset = parameters.get("offset")
        while True:
            found = self.world.open_updates(offset, limit)
            left = until - asyncio.get_running_loop().time()
            if found or left <= 0:
                return found
            try:
                await asyncio.wait_for(self.world.arrived.wait(), timeout=left)
            except TimeoutError:
                return []
            if mine != self._polling:
                raise BotApiError(
                    409,
                    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
                )

    def _set_webhook(self, parameters: dict[str, Any]) -> bool:
        if "allowed_updates" in parameters:
            self.world.allowed = frozenset(parameters["allowed_updates"]) or DEFAULT_UPDATES
        self.webhook.start(parameters.get("url", ""), parameters.get("secret_token", ""))
        return True

    async def _file(self, request: web.Request) -> web.StreamResponse:
        content = self.world.files.get(request.match_info["path"].removeprefix("files/"))
        if request.match_info["token"] != self.token or content is None:
            return web.Response(status=404)
        return web.Response(body=content)

    def _record(self, method: str, parameters: dict[str, Any], error: str | None) -> None:
        if method != "getUpdates":
            self.requests.append(Request(at=self.world.now(), method=method, parameters=parameters, error=error))


async def _parameters(request: web.Request) -> dict[str, Any]:
    if request.method == "GET":
        return dict(request.query)
    if request.content_type == "application/json":
        try:
            data = await request.json()
        except ValueError:
            raise web.HTTPBadRequest(text=json.dumps({"ok": False, "error_code": 400})) from None
        return dict(data)
    form = await request.post()
    result: dict[str, Any] = dict(request.query)
    for name, value in form.items():
        result[name] = value.file.read() if isinstance(value, web.FileField) else value
    return _with_attachments(result)


def _with_attachments(given: dict[str, Any]) -> dict[str, Any]:
    """Replace ``attach://name`` by the file that came along under that name."""
    files = {name: value for name, value in given.items() if isinstance(value, bytes)}
    used = set()
    for name, value in given.items():
        if isinstance(value, str) and value.startswith("attach://"):
            attached = value.removeprefix("attach://")
            if attached not in files:
                raise bad_request("no file attached")
            given[name] = files[attached]
            used.add(attached)
    return {name: value for name, value in given.items() if name not in used}


def _answer_error(error: BotApiError) -> web.Response:
    body: dict[str, Any] = {"ok": False, "error_code": error.code, "description": error.description}
    if error.parameters:
        body["parameters"] = dict(error.parameters)
    return web.json_response(body, status=error.code)
