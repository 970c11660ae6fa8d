"""Where everything somebody does on the page comes in: checked, stored, and only then acknowledged."""

import asyncio
import hashlib
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from time import monotonic
from typing import Any

from bot.adapters.webchat import limits
from bot.adapters.webchat.codes import new_code, read_code
from bot.adapters.webchat.hub import Hub
from bot.adapters.webchat.identity import WebIdentity
from bot.adapters.webchat.limits import Limiter
from bot.adapters.webchat.markup import Node, from_markdown
from bot.adapters.webchat.pictures import NotAPicture, clean
from bot.adapters.webchat.translator import arrived, seen
from bot.dialogue.library import Library
from bot.domain.errors import StoreUnavailable
from bot.domain.ids import LaneKey, Language
from bot.safety.lifeline import core_text
from bot.service.visits import KeyKind, Visit, Visits

logger = logging.getLogger(__name__)

MOST_UNITS = 4000
"""Of a text, in UTF-16 units: with a made-up name before it, it still fits in one message to staff."""
_PATIENCE_SECONDS = 3.0
"""A database that needs longer than this does not hold up the lifeline."""
_ANSWER_SECONDS = 4.0
"""How long the page without JavaScript waits for an answer before it is shown."""
_LONGEST_ID = 40
_SOS = ("/sos", "sos")
_START = "start:"


class Refused(Exception):  # noqa: N818 - it is an answer to the page, not a fault
    """Why something was not done."""

    def __init__(self, status: int, body: Mapping[str, Any]) -> None:
        super().__init__(status)
        self.status = status
        self.body = body


@dataclass(frozen=True, slots=True)
class Notice:
    """What the page without JavaScript says above the chat."""

    name: str = ""
    code: str = ""
    database_away: bool = False

    def text(self, library: Library, language: Language) -> str:
        """In words."""
        return library.texts.say(self.name, language) if self.name else ""


class Reception:
    """Of one house."""

    def __init__(
        self,
        visits: Visits,
        identity: WebIdentity,
        limiter: Limiter,
        *,
        is_alarming: Callable[[str], bool],
        arrived: Callable[[LaneKey], None],
    ) -> None:
        """``is_alarming`` hears danger in a bare text; ``arrived`` is called when something of a visit was stored."""
        self._visits = visits
        self._identity = identity
        self._limiter = limiter
        self._is_alarming = is_alarming
        self._arrived = arrived
        self._listening = asyncio.Semaphore(2)

    def place(self, address: str) -> str:
        """The name of where a request comes from, for today."""
        return self._limiter.place(address)

    async def visit_of(self, token: str) -> Visit | None:
        """The visit of this tab, if it has one already."""
        return await self._visits.find(self._identity.token_key(token))

    async def gone(self, visit: Visit) -> bool:
        """Whether the visit was forgotten while a page was open."""
        return await self._visits.forgotten(visit.lane)

    async def say(self, token: str, did: Mapping[str, Any], place: str) -> Mapping[str, Any]:
        """Store what somebody did; returns once it is committed."""
        given, kind = str(did.get("id", "")), did.get("kind")
        if not 0 < len(given) <= _LONGEST_ID:
            raise Refused(400, {"why": "id"})
        text = _plain(did.get("text", ""))
        if kind == "text":
            if not text.strip():
                raise Refused(400, {"why": "empty"})
            if len(text.encode("utf-16-le")) // 2 > MOST_UNITS:
                raise Refused(413, {"why": "long"})
            stored: dict[str, Any] = {"kind": "text", "text": text}
        elif kind == "press":
            stored = {"kind": "press", "choice": _plain(did.get("choice", ""))[:64], "on": _number(did.get("on"))}
        else:
            raise Refused(400, {"why": "kind"})
        label = _plain(did.get("label", ""))[:120]
        content = {
            "from": "me",
            "nodes": _lines(label or text),
            "text": text,
            "client": given,
            "pressed": kind == "press",
        }
        await self._or_lifeline(self._let_in(token, place, stored), stored, {})
        storing = self._store(token, given, content, stored, _language(did.get("language")))
        number = await self._or_lifeline(storing, stored, {"retry": True})
        return {"n": number}

    async def photo(self, token: str, given: str, body: bytes) -> Mapping[str, Any]:
        """A picture for staff, drawn anew; only in a talk in which somebody of the team has spoken."""
        if not 0 < len(given) <= _LONGEST_ID:
            raise Refused(400, {"why": "id"})
        visit = await self.visit_of(token)
        if visit is None or not await self._talks(visit):
            raise Refused(403, {"why": "no talk"})
        wait = self._limiter.wait("upload", visit.lane, limits.UPLOAD)
        if wait:
            raise Refused(429, {"wait": wait})
        try:
            picture = await asyncio.to_thread(clean, body)
        except NotAPicture:
            raise Refused(415, {"why": "picture"}) from None
        name = hashlib.sha256(f"{visit.lane}/{given}".encode()).hexdigest()[:48]
        await self._visits.keep_file(visit.lane, name, picture)
        file = {"id": name, "name": "foto.jpg", "picture": True, "size": len(picture)}
        content = {"from": "me", "nodes": [], "text": "", "client": given, "file": file}
        number = await self._store(token, given, content, {"kind": "photo", "text": ""}, None)
        return {"n": number}

    async def seen(self, token: str, number: int) -> None:
        """A line of staff was on a screen that is looked at; anything else is no news, and neither is it twice."""
        visit = await self.visit_of(token)
        if visit is None or self._limiter.wait("seen", visit.lane, limits.SAY):
            return
        line = await self._visits.message(visit.lane, number)
        if line is not None and line.get("from") == "staff":
            await self._visits.note(visit, seen(visit, number, self._identity.origin(visit, None)))
            self._arrived(visit.lane)

    async def code(self, token: str, place: str) -> str:
        """A new return code; the ones before it stop working."""
        wait = self._limiter.wait("code", place, limits.NEW_CODE_PLACE)
        if wait:
            raise Refused(429, {"wait": wait})
        visit = await self._visit(token)
        code = new_code()
        await self._visits.admit(visit, self._identity.code_key(code), KeyKind.CODE)
        return code

    async def come_back(self, token: str, written: str, place: str) -> None:
        """Let this tab open the visit of a code; how often that may be tried is limited, for each place and for all."""
        wait = self._limiter.wait("back", place, limits.CODE_PLACE) or self._limiter.full("back", "", limits.CODE_ALL)
        if wait:
            raise Refused(429, {"wait": wait})
        code = read_code(written[:400])
        # Looked up by its keyed hash, so that no time tells how much of a guess was right.
        visit = None if code is None else await self._visits.find(self._identity.code_key(code))
        if visit is None:
            self._limiter.wait("back", "", limits.CODE_ALL)
            raise Refused(403, {"why": "code"})
        await self._visits.admit(visit, self._identity.token_key(token), KeyKind.TOKEN)

    async def plain(self, token: str, form: Mapping[str, str], place: str, hub: Hub) -> Notice:
        """What a form without JavaScript asked for."""
        try:
            match form.get("do", "say"):
                case "code":
                    return Notice(code=await self.code(token, place))
                case "back":
                    await self.come_back(token, form.get("code", ""), place)
                    return Notice()
                case "look":
                    return Notice()
            choice, text = form.get("choice", ""), form.get("text", "")
            if form.get("code") and not choice and not text.strip():
                await self.come_back(token, form["code"], place)
                return Notice()
            if choice.startswith(_START):
                # The first buttons are no answer to anything yet: they open the chat as a link with a word would.
                choice, text, label = "", f"/start {choice.removeprefix(_START)}", form.get(f"label-{choice}", "")
            else:
                label = form.get(f"label-{choice}", "") if choice else ""
            did = {
                "id": form.get("id", ""), "kind": "press" if choice else "text", "text": text, "choice": choice,
                "label": label, "language": form.get("taal"),
            }  # fmt: skip
            number = int((await self.say(token, did, place))["n"])
            visit = await self._visit(token)
            await self._answered(visit, number, hub)
        except StoreUnavailable:
            return Notice("web-failed", database_away=True)
        except Refused as refused:
            away = refused.status == 503
            return Notice(_NOTICES.get((refused.status, refused.body.get("why")), "web-failed"), database_away=away)
        return Notice()

    async def _answered(self, visit: Visit, number: int, hub: Hub) -> None:
        """Wait a moment for an answer, so that it stands on the page that is shown next."""
        until = monotonic() + _ANSWER_SECONDS
        with hub.listening(visit.lane) as listener:
            while (await self._visits.lines(visit.lane, number))[1] == number:
                if not await listener.wait(until - monotonic()):
                    return

    async def _visit(self, token: str) -> Visit:
        found = await self.visit_of(token)
        if found is not None:
            return found
        return await self._visits.admit(self._identity.new_visit(), self._identity.token_key(token), KeyKind.TOKEN)

    async def _store(
        self, token: str, given: str, content: Mapping[str, Any], stored: Mapping[str, Any], language: str | None
    ) -> int:
        visit = await self._visit(token)
        key = self._identity.message_key(visit, given)
        update = arrived(visit, key, stored, self._identity.origin(visit, language))
        number = await self._visits.arrive(visit, f"me/{key}", content, update)
        self._arrived(visit.lane)
        return number

    async def _let_in(self, token: str, place: str, stored: Mapping[str, Any]) -> int:
        """Slow down who is too fast; whoever is in danger is never slowed down."""
        visit = await self.visit_of(token)
        wait = self._limiter.wait("say", place, limits.SAY_PLACE)
        if visit is None:
            wait = wait or self._limiter.wait("open", place, limits.OPEN_PLACE)
        else:
            wait = wait or self._limiter.wait("say", visit.lane, limits.SAY)
        if wait and not await self._in_danger(stored):
            raise Refused(429, {"wait": round(wait, 1)})
        return 0

    async def _in_danger(self, stored: Mapping[str, Any]) -> bool:
        asked = str(stored.get("text") or stored.get("choice") or "").strip().lower()
        if asked.startswith(_SOS):
            return True
        if not stored.get("text"):
            return False
        try:
            async with self._listening:
                return await asyncio.to_thread(self._is_alarming, str(stored["text"]))
        except Exception as error:
            # A broken screen must not silence us.
            logger.error("the safety screen failed", extra={"reason": type(error).__name__})
            return True

    async def _or_lifeline(self, doing: Any, stored: Mapping[str, Any], body: Mapping[str, Any]) -> int:
        """When it cannot be stored now, danger is still answered, straight from here."""
        task: asyncio.Task[int] = asyncio.ensure_future(doing)
        try:
            # It goes on behind our back: the page sends the same again, and the same is stored once.
            return await asyncio.wait_for(asyncio.shield(task), _PATIENCE_SECONDS)
        except (StoreUnavailable, TimeoutError):
            task.add_done_callback(lambda ended: ended.cancelled() or ended.exception())
            said: list[Node] = from_markdown(core_text(None)) if await self._in_danger(stored) else []
            logger.error("a message of the page cannot be stored now")
            raise Refused(503, {**body, "retry": True, "lifeline": said}) from None

    async def _talks(self, visit: Visit) -> bool:
        lines, _ = await self._visits.lines(visit.lane, 0)
        return any(line.content.get("from") == "staff" for line in lines)


_NOTICES = {
    (429, None): "web-busy",
    (413, "long"): "web-too-long",
    (403, "code"): "web-back-wrong",
}


def _plain(given: Any) -> str:
    """Text that every part of the house can write down: half characters and NUL are no words."""
    text = given if isinstance(given, str) else ""
    return text.encode("utf-8", "replace").decode("utf-8").replace("\x00", "")


def _lines(text: str) -> list[Node]:
    nodes: list[Node] = []
    for number, line in enumerate(text.split("\n")):
        if number:
            nodes.append({"t": "br"})
        if line:
            nodes.append(line)
    return [{"t": "p", "c": nodes}] if nodes else []


def _number(given: Any) -> int | None:
    text = str(given)
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 16 else None


def _language(given: Any) -> str | None:
    return given if isinstance(given, str) and len(given) == 2 and given.isascii() and given.isalpha() else None
