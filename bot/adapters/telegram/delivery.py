"""Carries out one request through python-telegram-bot and tells how it ended."""

import base64
import re
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from html import unescape
from typing import Any

import httpx
from telegram import Bot, InputFile
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.adapters.telegram.composer import COUNTERPART, FILE, RECENT, RESULT_OF_DEPENDENCY
from bot.adapters.telegram.identity import Identity
from bot.adapters.telegram.rendering import MESSAGE_UNITS, units
from bot.adapters.telegram.updates import person_left, settled
from bot.service.ports import Clock
from bot.service.records import WIPE, Delivered, DeliveryResult, Outgoing, RawUpdate, WaitingMessage

# We want the bare result: parsing each sent message again costs more than sending it, and nobody looks at it.
warnings.filterwarnings("ignore", message="Please use 'Bot.")

MERGED_LINES = 10

_DONE_ALREADY = (
    "message is not modified",
    "query is too old",
    "query id is invalid",
    "message to delete not found",
    "topic_not_modified",
)
_NO_TOPIC = ("message thread not found", "topic_deleted", "topic_id_invalid")
_WITH_REPORT = frozenset({"topic", "card"})
_NOTHING_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
_WITHOUT_CHAT = frozenset({"answer_callback_query"})


class TelegramSender:
    """Implements ``Sender``; holds no state but the new ids of groups that became supergroups."""

    def __init__(self, bot: Bot, identity: Identity, clock: Clock) -> None:
        self._bot = bot
        self._identity = identity
        self._clock = clock
        self._moved: dict[int, int] = {}

    async def send(self, waiting: WaitingMessage) -> DeliveryResult:
        """One request, one result."""
        message = waiting.message
        try:
            return await self._try(waiting, self._parameters(waiting))
        except RetryAfter as error:
            until = self._clock() + _seconds(error.retry_after) + timedelta(milliseconds=300)
            return self._later(waiting, "RetryAfter", pause=until)
        except Forbidden:
            feedback = self._forbidden(message)
            return DeliveryResult(waiting=waiting, outcome=Delivered.REFUSED, reason="Forbidden", feedback=feedback)
        except ChatMigrated as error:
            self._moved[self._identity.open(message.address)] = error.new_chat_id
            return self._later(waiting, "ChatMigrated", at_once=True)
        except BadRequest as error:
            return await self._bad_request(waiting, error)
        except InvalidToken:
            return self._later(waiting, "InvalidToken")
        except NetworkError as error:
            return self._network_error(waiting, error)
        except TelegramError as error:
            return self._later(waiting, type(error).__name__)
        except Exception as error:
            # A mistake of ours in one request must not stop all others; the class name is safe to keep.
            return DeliveryResult(waiting=waiting, outcome=Delivered.REFUSED, reason=type(error).__name__)

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

    async def _try(self, waiting: WaitingMessage, parameters: Mapping[str, Any]) -> DeliveryResult:
        message = waiting.message
        if message.counterpart is not None and COUNTERPART in parameters.values():
            # Its counterpart never arrived, so there is nothing to change, react to or delete.
            return DeliveryResult(waiting=waiting, outcome=Delivered.REFUSED, reason="no counterpart")
        if message.method == WIPE and not parameters["message_ids"]:
            return DeliveryResult(waiting=waiting, outcome=Delivered.SENT, reason="nothing to wipe")
        result = await self._bot.do_api_request(_camel_case(message.method), api_kwargs=dict(parameters))
        number = _id_of(result)
        feedback = None
        if message.report is not None and message.report.what in _WITH_REPORT and number is not None:
            feedback = settled(message.key, message.report, result=number)
        return DeliveryResult(waiting=waiting, outcome=Delivered.SENT, message_id=number, feedback=feedback)

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
            chat = self._identity.open(message.address)
            parameters["chat_id"] = self._moved.get(chat, chat)
        return parameters

    def _forbidden(self, message: Outgoing) -> RawUpdate | None:
        """The person blocked the bot; or the group put it out, of which the handoff hears."""
        if not message.group:
            return person_left(message.key, message.address, self._identity)
        return None if message.report is None else settled(message.key, message.report, reason="Forbidden")

    async def _bad_request(self, waiting: WaitingMessage, error: BadRequest) -> DeliveryResult:
        reason = error.message.lower()
        if any(known in reason for known in _DONE_ALREADY):
            return DeliveryResult(waiting=waiting, outcome=Delivered.SENT, reason="already")
        if "can't parse entities" in reason and "parse_mode" in waiting.message.parameters:
            # Better without bold than not at all; the content check should have found it.
            bare = dict(waiting.message.parameters)
            bare.pop("parse_mode")
            bare["text"] = unescape(_TAG.sub("", str(bare.get("text", ""))))
            return await self.send(replace(waiting, message=replace(waiting.message, parameters=bare)))
        if "chat not found" in reason and not waiting.message.group:
            feedback = person_left(waiting.message.key, waiting.message.address, self._identity)
            return DeliveryResult(
                waiting=waiting, outcome=Delivered.REFUSED, reason="chat not found", feedback=feedback
            )
        report = waiting.message.report
        if any(known in reason for known in _NO_TOPIC) and "message_thread_id" in waiting.message.parameters:
            return await self._without_topic(waiting)
        heard = None if report is None else settled(waiting.message.key, report, reason="BadRequest")
        return DeliveryResult(waiting=waiting, outcome=Delivered.REFUSED, reason=_fixed(error.message), feedback=heard)

    async def _without_topic(self, waiting: WaitingMessage) -> DeliveryResult:
        """Somebody deleted the topic: say it in the group itself, and have a new topic made."""
        message = waiting.message
        report = message.report
        if message.method not in ("send_message", "copy_message"):
            return DeliveryResult(waiting=waiting, outcome=Delivered.SENT, reason="topic is gone")
        bare = {name: value for name, value in message.parameters.items() if name != "message_thread_id"}
        bare.pop("reply_parameters", None)
        result = await self.send(replace(waiting, message=replace(message, parameters=bare)))
        if report is not None and result.outcome is Delivered.SENT:
            gone = replace(report, what="topic-gone")
            result = replace(result, waiting=waiting, feedback=settled(message.key, gone, reason="topic gone"))
        return replace(result, waiting=waiting)

    def _network_error(self, waiting: WaitingMessage, error: NetworkError) -> DeliveryResult:
        cause = error.__cause__
        answered = not isinstance(cause, httpx.HTTPError)
        if answered or isinstance(cause, _NOTHING_SENT):
            # An error answer (5xx, bad JSON) or no connection at all: Telegram did not take it.
            return self._later(waiting, type(cause or error).__name__)
        return DeliveryResult(
            waiting=waiting,
            outcome=Delivered.UNCERTAIN,
            reason=type(cause).__name__,
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
    if value == COUNTERPART and waiting.counterpart_result is not None:
        return waiting.counterpart_result
    if value == RECENT:
        return list(waiting.recent)
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
