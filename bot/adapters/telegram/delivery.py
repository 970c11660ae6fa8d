"""Carries out one request through python-telegram-bot and tells how it ended."""

import base64
import re
import warnings
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from html import unescape
from typing import Any

from telegram import Bot, InputFile
from telegram.error import (
    BadRequest,
    ChatMigrated,
    EndPointNotFound,
    Forbidden,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.adapters.telegram.composer import DRAWN, FILE, RECENT
from bot.adapters.telegram.identity import Identity
from bot.adapters.telegram.lost import not_arrived
from bot.adapters.telegram.refusals import Refused, as_document, bare_words, has_extras, refusal_of, wait_of
from bot.adapters.telegram.relaying import COUNTERPART, RESULT_OF_DEPENDENCY
from bot.adapters.telegram.rendering import MESSAGE_UNITS, units
from bot.adapters.telegram.request import MayHaveArrived
from bot.adapters.telegram.staff_chat import StaffChat
from bot.adapters.telegram.updates import group_away, group_back, group_moved, person_left
from bot.service.envelope import settled
from bot.service.ports import Clock
from bot.service.records import BUSY, WIPE, Delivered, DeliveryResult, Outgoing, RawUpdate, WaitingMessage

# We want the bare result: parsing each sent message again costs more than sending it, and nobody looks at it.
warnings.filterwarnings("ignore", message="Please use 'Bot.")

MERGED_LINES = 10

CARD_EDIT = "card-edit"
"""What a change of a card reports: only that the card is no longer there."""
_WITH_REPORT = frozenset({"topic", "card", "alert", "deletion"})
_LONGEST_PAUSE = timedelta(hours=1)
"""Telegram may ask for more; once an hour it is asked again."""
_AWAY_PAUSE = timedelta(seconds=5)
"""So often it is tried whether a group that cannot be reached is back."""
_WITHOUT_CHAT = frozenset({"answer_callback_query"})


class TelegramSender:
    """Implements ``Sender``; remembers only whether the staff group can be reached."""

    def __init__(self, bot: Bot, identity: Identity, staff: StaffChat, clock: Clock) -> None:
        self._bot = bot
        self._identity = identity
        self._staff = staff
        self._clock = clock
        self._away = False

    async def send(self, waiting: WaitingMessage) -> DeliveryResult:
        """One request, one result."""
        try:
            result = await self._send(waiting)
        except Exception as error:
            # A mistake of ours in one request must not stop all others; the class name is safe to keep.
            heard = self._heard(waiting.message, type(error).__name__)
            return DeliveryResult(
                waiting=waiting, outcome=Delivered.REFUSED, reason=type(error).__name__, feedback=heard
            )
        if self._away and waiting.message.group and result.outcome is Delivered.SENT and result.feedback is None:
            self._away = False
            return replace(result, feedback=group_back(self._identity, self._staff.number, self._clock()))
        return result

    async def _send(self, waiting: WaitingMessage) -> DeliveryResult:
        parameters = self._parameters(waiting)
        try:
            return await self._try(waiting, parameters)
        except RetryAfter as error:
            if waiting.message.method == BUSY:
                # Later it would no longer be true.
                return DeliveryResult(waiting=waiting, outcome=Delivered.REFUSED, reason="RetryAfter")
            return self._wait(waiting, _seconds(error.retry_after))
        except Forbidden:
            if waiting.message.group:
                return self._unreachable(waiting, "Forbidden")
            feedback = person_left(waiting.message.key, waiting.message.address, self._identity)
            return DeliveryResult(waiting=waiting, outcome=Delivered.REFUSED, reason="Forbidden", feedback=feedback)
        except ChatMigrated as error:
            moved = None
            if self._staff.is_here(self._identity.open(waiting.message.address)):
                self._staff.moved(error.new_chat_id)
                moved = group_moved(self._identity, error.new_chat_id)
            return replace(self._later(waiting, "ChatMigrated", at_once=True), feedback=moved)
        except BadRequest as error:
            return await self._bad_request(waiting, error)
        except EndPointNotFound as error:
            if "method not found" in str(error.__cause__).lower():
                # A Bot API server of one's own that is too old for this: it will not learn it by waiting.
                return self._refused(waiting, "no such method")
            return self._later(waiting, "InvalidToken")
        except NetworkError as error:
            return self._network_error(waiting, error)
        except TelegramError as error:
            return self._later(waiting, type(error).__name__)

    def merge(self, messages: Sequence[Outgoing]) -> Outgoing | None:
        """One text message with these texts under each other; buttons of the last are kept."""
        first, last = messages[0], messages[-1]
        if any(message.method != "send_message" for message in messages) or len(messages) > MERGED_LINES:
            return None
        if any("reply_markup" in message.parameters for message in messages[:-1]):
            return None
        text = "\n".join(str(message.parameters["text"]) for message in messages)
        if units(unescape(_TAG.sub("", text))) > MESSAGE_UNITS:
            return None
        return replace(first, parameters={**first.parameters, **last.parameters, "text": text})

    async def _try(self, waiting: WaitingMessage, parameters: dict[str, Any]) -> DeliveryResult:
        message = waiting.message
        if message.counterpart is not None and COUNTERPART in parameters.values():
            # Its counterpart never arrived, so there is nothing to change, react to or delete.
            return self._refused(waiting, "no counterpart")
        if message.method == WIPE and not parameters["message_ids"]:
            return DeliveryResult(waiting=waiting, outcome=Delivered.SENT, reason="nothing to wipe")
        if waiting.companions:
            whole = _whole(waiting, str(parameters["text"]))
            if whole is None:
                return self._refused(waiting, "no counterpart")
            parameters["text"] = whole
        if message.method == "delete_message":
            for other in waiting.counterparts[:-1]:
                with suppress(BadRequest):
                    await self._ask("delete_message", {**parameters, "message_id": other})
        result = await self._ask(message.method, parameters)
        number, album = _id_of(result), _ids_of(result)
        numbered = message.method.startswith(("send_", "copy_message")) and message.method != BUSY
        if numbered and number is None and not album:
            # A 200 that says nothing: whatever answered was not Telegram.
            return self._later(waiting, "odd answer")
        feedback = None
        if message.report is not None and message.report.what in _WITH_REPORT:
            feedback = settled(message.key, message.report, result=number or 0)
        return DeliveryResult(
            waiting=waiting, outcome=Delivered.SENT, message_id=number, album=album, feedback=feedback
        )

    async def _ask(self, method: str, parameters: Mapping[str, Any]) -> object:
        return await self._bot.do_api_request(_camel_case(method), api_kwargs=dict(parameters))

    def _parameters(self, waiting: WaitingMessage) -> dict[str, Any]:
        message = waiting.message
        parameters = {name: _filled(value, waiting) for name, value in message.parameters.items()}
        if parameters.get("message_thread_id", 0) is None:
            del parameters["message_thread_id"]
        also = parameters.pop("also", ())
        if message.method == WIPE:
            parameters["message_ids"] = [*also, *parameters["message_ids"]]
        if parameters.get("reply_parameters", {}).get("message_id") == COUNTERPART:
            del parameters["reply_parameters"]
        if message.method not in _WITHOUT_CHAT:
            parameters["chat_id"] = self._staff.now(self._identity.open(message.address))
        if "from_chat_id" in parameters:
            parameters["from_chat_id"] = self._staff.now(parameters["from_chat_id"])
        return parameters

    def _heard(self, message: Outgoing, reason: str) -> RawUpdate | None:
        """Whoever wrote it, or waits for it, hears that it will not arrive."""
        if message.report is not None and message.report.what != CARD_EDIT:
            return settled(message.key, message.report, reason=reason)
        return not_arrived(message, self._identity)

    def _refused(self, waiting: WaitingMessage, reason: str) -> DeliveryResult:
        heard = self._heard(waiting.message, reason)
        return DeliveryResult(waiting=waiting, outcome=Delivered.REFUSED, reason=reason, feedback=heard)

    def _unreachable(self, waiting: WaitingMessage, reason: str) -> DeliveryResult:
        """The group put the bot out or lets it say nothing: everything waits, and the house hears so once."""
        heard = None if self._away else group_away(self._identity, self._staff.number, self._clock())
        self._away = True
        return DeliveryResult(
            waiting=waiting,
            outcome=Delivered.LATER,
            reason=reason,
            again_at=self._clock() + _AWAY_PAUSE,
            pause_until=self._clock() + _AWAY_PAUSE,
            pause_all=True,
            feedback=heard,
        )

    async def _bad_request(self, waiting: WaitingMessage, error: BadRequest) -> DeliveryResult:
        message = waiting.message
        seconds = wait_of(error.message)
        if seconds is not None:
            return self._wait(waiting, timedelta(seconds=seconds))
        refused = refusal_of(error.message)
        match refused:
            case Refused.DONE_ALREADY:
                deleted = message.report is not None and message.report.what == "deletion"
                heard = settled(message.key, message.report, result=0) if deleted and message.report else None
                return DeliveryResult(waiting=waiting, outcome=Delivered.SENT, reason="already", feedback=heard)
            case Refused.MESSAGE_GONE if message.report is not None and message.report.what == CARD_EDIT:
                gone = replace(message.report, what="card-gone")
                heard = settled(message.key, gone, reason=str(refused))
                return DeliveryResult(waiting=waiting, outcome=Delivered.REFUSED, reason=str(refused), feedback=heard)
            case Refused.MARKUP if "parse_mode" in message.parameters:
                # Better without bold than not at all; the content check should have found it.
                return await self._send(replace(waiting, message=bare_words(message)))
            case Refused.OTHER_KIND if message.method in _OTHER_KIND:
                method, old, new = _OTHER_KIND[message.method]
                given = {new if name == old else name: value for name, value in message.parameters.items()}
                # Once: the other kind must not lead back here.
                return await self._once(replace(waiting, message=replace(message, method=method, parameters=given)))
            case Refused.NO_CHAT | Refused.NO_PERSON if not message.group:
                feedback = person_left(message.key, message.address, self._identity)
                return DeliveryResult(
                    waiting=waiting, outcome=Delivered.REFUSED, reason="chat not found", feedback=feedback
                )
            case Refused.NO_CHAT | Refused.MAY_NOT_WRITE if message.group and message.bucket == "send":
                return self._unreachable(waiting, str(refused))
            case Refused.NO_TOPIC | Refused.TOPIC_CLOSED if "message_thread_id" in message.parameters:
                return await self._without_topic(waiting, refused)
            case _ if has_extras(message):
                # Whatever is not allowed: the words must arrive, if need be without all that is around them.
                return await self._send(replace(waiting, message=bare_words(message)))
            case _ if message.method == "send_photo":
                return await self._send(replace(waiting, message=as_document(message)))
            case _:
                return self._refused(waiting, _fixed(error.message))

    async def _once(self, waiting: WaitingMessage) -> DeliveryResult:
        try:
            return await self._try(waiting, self._parameters(waiting))
        except BadRequest as error:
            return self._refused(waiting, _fixed(error.message))

    async def _without_topic(self, waiting: WaitingMessage, why: Refused) -> DeliveryResult:
        """Somebody deleted or closed the topic: say it in the group itself; a deleted topic is made anew."""
        message = waiting.message
        report = message.report
        if message.bucket != "send":
            return DeliveryResult(waiting=waiting, outcome=Delivered.SENT, reason="topic is gone")
        bare = {name: value for name, value in message.parameters.items() if name != "message_thread_id"}
        bare.pop("reply_parameters", None)
        result = await self._send(replace(waiting, message=replace(message, parameters=bare)))
        if report is not None and result.outcome is Delivered.SENT:
            gone = replace(report, what=str(why))
            result = replace(result, feedback=settled(message.key, gone, reason=str(why)))
        return replace(result, waiting=waiting)

    def _wait(self, waiting: WaitingMessage, asked: timedelta) -> DeliveryResult:
        pause = min(_LONGEST_PAUSE, asked) + timedelta(milliseconds=300)
        return self._later(waiting, "RetryAfter", pause=self._clock() + pause)

    def _network_error(self, waiting: WaitingMessage, error: NetworkError) -> DeliveryResult:
        why = type(error.__cause__ or error).__name__
        if "too large" in error.message.lower():
            return self._refused(waiting, "too large")
        if not isinstance(error, MayHaveArrived):
            # An error answer (5xx, bad JSON) or no connection at all: Telegram did not take it.
            return self._later(waiting, why)
        return DeliveryResult(
            waiting=waiting,
            outcome=Delivered.UNCERTAIN,
            reason=why,
            again_at=self._clock() + backoff(waiting.tries),
        )

    def _later(
        self, waiting: WaitingMessage, reason: str, *, pause: Any = None, at_once: bool = False
    ) -> DeliveryResult:
        again = self._clock() if at_once else pause or self._clock() + backoff(waiting.tries)
        return DeliveryResult(
            waiting=waiting, outcome=Delivered.LATER, reason=reason, again_at=again, pause_until=pause
        )


def _filled(value: Any, waiting: WaitingMessage) -> Any:
    """A parameter with what is only known at sending."""
    if value == RESULT_OF_DEPENDENCY:
        return waiting.dependency_result
    if value == COUNTERPART and waiting.counterparts:
        # A change goes to the line itself; what was shown again later is a copy of it.
        return waiting.counterparts[0 if waiting.message.method.startswith("edit_") else -1]
    if value == RECENT:
        return list(waiting.recent)
    if isinstance(value, dict) and DRAWN in value:
        return InputFile(waiting.drawn or b"", filename=value["name"])
    if isinstance(value, dict) and FILE in value:
        return InputFile(base64.b64decode(value[FILE]), filename=value["name"])
    if isinstance(value, dict) and COUNTERPART in value.values():
        return {name: _filled(inner, waiting) for name, inner in value.items()}
    return value


def _fixed(message: str) -> str:
    """The part of Telegram's sentence that is the same for everybody; what follows may quote a message."""
    return "BadRequest: " + _QUOTED.split(message)[0][:60]


_QUOTED = re.compile("[:\"']")
_TAG = re.compile(r"<[^>]+>")
_OTHER_KIND = {
    "edit_message_text": ("edit_message_caption", "text", "caption"),
    "edit_message_caption": ("edit_message_text", "caption", "text"),
}
"""What to try when a line turns out to have words under a picture, or the other way round."""


def _whole(waiting: WaitingMessage, text: str) -> str | None:
    """A message of several lines with one of them changed; None when the others are no longer known."""
    own = waiting.message.counterpart
    lines = [text if own is not None and number == own.message else words for number, words in waiting.companions]
    whole = "\n".join(line for line in lines if line is not None)
    fits = units(unescape(_TAG.sub("", whole))) <= MESSAGE_UNITS
    return whole if None not in lines and fits else None


def backoff(tries: int) -> timedelta:
    """Pause before the next try: half a second, doubling, at most half a minute."""
    return timedelta(seconds=min(30.0, 0.5 * 2 ** min(tries, 10)))


def _seconds(value: int | timedelta) -> timedelta:
    return value if isinstance(value, timedelta) else timedelta(seconds=value)


def _camel_case(method: str) -> str:
    first, *others = method.split("_")
    return first + "".join(word.title() for word in others)


def _id_of(result: object) -> int | None:
    """Id of the new message, or of the new topic."""
    if not isinstance(result, dict):
        return None
    number = result.get("message_id", result.get("message_thread_id"))
    return number if isinstance(number, int) else None


def _ids_of(result: object) -> tuple[int, ...]:
    """Ids of several new messages."""
    if not isinstance(result, list):
        return ()
    return tuple(number for part in result if (number := _id_of(part)) is not None)
