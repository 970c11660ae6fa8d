"""Requests to Telegram over aiohttp, kept open between them; an error says whether the request may have arrived.

python-telegram-bot builds requests and reads answers; only the way there is ours. An answer that is not what Telegram
promises is a plain error: a proxy may answer anything with a 200.
"""

import json
from typing import Any
from urllib.parse import urlencode, urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp
from telegram._utils.defaultvalue import DefaultValue
from telegram._utils.types import JSONDict, ODVInput
from telegram.error import NetworkError, TelegramError
from telegram.request import BaseRequest, RequestData

_KEEP_OPEN = 15.0
"""Seconds that a connection without work is kept: less than any server on the way keeps it."""


class NothingSent(NetworkError):  # noqa: N818 - the name says what it is
    """There was no connection, so nothing arrived."""


class MayHaveArrived(NetworkError):  # noqa: N818 - the name says what it is
    """The connection was lost, or no answer came in time: nobody knows whether Telegram did what was asked."""


class Request(BaseRequest):
    """Implements the transport of python-telegram-bot."""

    def __init__(
        self,
        connections: int,
        *,
        connect_timeout: float = 10.0,
        read_timeout: float = 5.0,
        write_timeout: float = 5.0,
        file_timeout: float = 20.0,
        pool_timeout: float = 10.0,
    ) -> None:
        """At most so many ``connections``; ``file_timeout`` is what sending a request with a file may take."""
        self._connections = connections
        self._connect_timeout = connect_timeout
        self._read_timeout = read_timeout
        self._write_timeout = write_timeout
        self._file_timeout = file_timeout
        self._pool_timeout = pool_timeout
        self._session: aiohttp.ClientSession | None = None
        self._proxies: dict[str, str | None] = {}

    @property
    def read_timeout(self) -> float | None:
        """Seconds that an answer may take when nothing else is asked."""
        return self._read_timeout

    async def initialize(self) -> None:
        """Open; a second time does nothing."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._connections, keepalive_timeout=_KEEP_OPEN),
                headers={"User-Agent": self.USER_AGENT},
                cookie_jar=aiohttp.DummyCookieJar(),
            )

    async def shutdown(self) -> None:
        """Close all connections."""
        if self._session is not None:
            session, self._session = self._session, None
            await session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Status and body of the answer; raises ``NothingSent`` or ``MayHaveArrived`` when there is none."""
        if self._session is None:
            raise RuntimeError("this request is not initialized")
        writing = self._file_timeout if request_data and request_data.contains_files else self._write_timeout
        connect = _given(connect_timeout, self._connect_timeout)
        read = _given(read_timeout, self._read_timeout)
        waiting = [_given(pool_timeout, self._pool_timeout), connect]
        whole = [*waiting, _given(write_timeout, writing), read]
        timeout = aiohttp.ClientTimeout(total=_sum(whole), connect=_sum(waiting), sock_connect=connect, sock_read=read)
        body, headers = _body(request_data)
        try:
            async with self._session.request(
                method,
                url,
                data=body,
                headers=headers,
                timeout=timeout,
                proxy=self._proxy(url),
                allow_redirects=False,
            ) as answer:
                return answer.status, await answer.read()
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError, aiohttp.ClientHttpProxyError) as error:
            raise NothingSent(type(error).__name__) from error
        except aiohttp.InvalidURL as error:
            raise NothingSent(type(error).__name__) from error
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise MayHaveArrived(type(error).__name__) from error

    @staticmethod
    def parse_json_payload(payload: bytes) -> JSONDict:
        """The answer; raises ``TelegramError`` for anything that is not one."""
        try:
            answer = json.loads(payload.decode("utf-8", "replace"))
        except ValueError:
            raise TelegramError("Invalid server response") from None
        # The library trusts that a 200 holds an object with a result; ``[]``, ``null`` and ``{}`` made it fall over.
        if not isinstance(answer, dict) or (answer.get("result") is None and not answer.get("description")):
            raise TelegramError("Invalid server response")
        return {"result": None, **answer}

    def _proxy(self, url: str) -> str | None:
        """The proxy of the environment for this address: HTTPS_PROXY or ALL_PROXY, unless NO_PROXY names it."""
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._proxies:
            known = {} if proxy_bypass(parts.hostname or "") else getproxies()
            self._proxies[origin] = known.get(parts.scheme) or known.get("all")
        return self._proxies[origin]


def _given(timeout: ODVInput[float], usual: float) -> float | None:
    return usual if isinstance(timeout, DefaultValue) else timeout


def _sum(timeouts: list[float | None]) -> float | None:
    """All together; without a limit when one of them has none."""
    known = [timeout for timeout in timeouts if timeout is not None]
    return sum(known) if len(known) == len(timeouts) else None


def _body(request_data: RequestData | None) -> tuple[Any, dict[str, str]]:
    if request_data is None:
        return None, {}
    if not request_data.contains_files:
        encoded = urlencode(request_data.json_parameters).encode()
        return encoded, {"Content-Type": "application/x-www-form-urlencoded"}
    # Names of files as they are: Telegram shows them so.
    form = aiohttp.FormData(quote_fields=False)
    for name, value in request_data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, kind) in request_data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return form, {}
