"""Turns effects into Bot API requests, each a row of the outbox."""

import base64
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot.adapters.telegram.identity import Identity
from bot.adapters.telegram.relaying import RESULT_OF_DEPENDENCY, Relaying, relay_key, thread
from bot.adapters.telegram.rendering import messages
from bot.adapters.telegram.staff_chat import StaffChat
from bot.domain.documents import TextFile
from bot.domain.effects import (
    AnswerPress,
    Buttons,
    ChangeTopic,
    EditStaff,
    Effect,
    OpenTopic,
    Priority,
    ReactToStaff,
    Relay,
    RelayDeletion,
    RelayEdit,
    RelayReaction,
    SendFile,
    SendStaff,
    SendStaffFile,
    SendText,
    ShowBusy,
    UnknownOutcome,
    WipeChat,
)
from bot.domain.ids import LaneKey, SealedAddress
from bot.domain.inbound import Origin
from bot.service.documents import written
from bot.service.records import BUSY, WIPE, Drawing, Outgoing, Report

LABEL_LENGTH = 60
"""Longer labels are cut off on a phone."""

RECENT = "@recent"
"""A parameter with this value becomes the numbers of what was sent to this chat lately."""
FILE = "@file"
"""A parameter that is a map with this name holds a file: its name, and its content in base64."""
DRAWN = "@drawn"
"""A parameter that is a map with this name becomes the document that is drawn for the message."""

_MENTION = re.compile(r'href="staff:([^"]+)"')


class TelegramComposer:
    """Implements ``Composer``."""

    def __init__(self, identity: Identity, staff_chat: StaffChat) -> None:
        self._identity = identity
        self._staff_chat = staff_chat
        self._relaying = Relaying(identity, staff_chat)

    def compose(self, effects: Sequence[Effect], origin: Origin, cause: str) -> Sequence[Outgoing]:
        """Requests in order; timers and forgetting are not requests and are left out."""
        outgoing: list[Outgoing] = []
        for effect in effects:
            outgoing.extend(self._one(effect, origin, f"{cause}/{len(outgoing)}"))
        return outgoing

    def _one(self, effect: Effect, origin: Origin, key: str) -> Sequence[Outgoing]:
        match effect:
            case SendText():
                return _texts(effect, effect.to or origin, key)
            case SendFile():
                return [_file(effect, origin, key)]
            case AnswerPress():
                return [_press(effect, origin, key)]
            case ShowBusy(person=person):
                return [_busy(person, key)]
            case WipeChat():
                return [_to(origin, key, WIPE, {"message_ids": RECENT, "also": list(effect.also)}, repeat=True)]
            case SendStaff() | EditStaff() | ReactToStaff() | OpenTopic() | ChangeTopic():
                return self._in_group(effect, key)
            case SendStaffFile():
                return [self._staff_file(effect, key)]
            case Relay() | RelayEdit() | RelayReaction() | RelayDeletion():
                return self._relaying.compose(effect, key)
            case _:
                return []

    def _in_group(
        self, effect: SendStaff | EditStaff | ReactToStaff | OpenTopic | ChangeTopic, key: str
    ) -> Sequence[Outgoing]:
        match effect:
            case SendStaff():
                return self._staff_texts(effect, key)
            case EditStaff():
                parameters = {
                    **self._words(messages(effect.text)[-1]),
                    "message_id": effect.message,
                    "reply_markup": {"inline_keyboard": keyboard(effect.buttons)},
                }
                report = None
                if effect.card is not None:
                    report = Report(
                        handoff=effect.card[0], lane=effect.card[1], what="card-edit", message=effect.message
                    )
                edit = self._staff(key, "edit_message_text", parameters, repeat=True, report=report)
                return [replace(edit, coalesce=f"edit/{effect.message}", replaces=True)]
            case ReactToStaff():
                after = effect.after
                emoji = {"type": "emoji", "emoji": effect.emoji}
                parameters = {"message_id": effect.message, "reaction": [emoji]}
                depends_on = relay_key(after) if after else None
                reaction = self._staff(key, "set_message_reaction", parameters, repeat=True, depends_on=depends_on)
                # A destination of its own: a receipt that waits for a delivery must not hold up the group.
                return [replace(reaction, destination=LaneKey(f"react:{key}"[:64]), metered=False)]
            case OpenTopic():
                report = Report(lane=effect.lane, handoff=effect.handoff, what="topic")
                return [
                    self._staff(
                        effect.key, "create_forum_topic", {"name": effect.name[:128]},
                        report=report, priority=Priority.RELAY,
                    )
                ]  # fmt: skip
            case ChangeTopic():
                return self._topic(effect, key)

    def _topic(self, effect: ChangeTopic, key: str) -> list[Outgoing]:
        here = {"message_thread_id": effect.topic}
        if effect.deleted:
            return [replace(self._staff(key, "delete_forum_topic", here, repeat=True), metered=False)]
        found = []
        if effect.closed is False:
            found.append(self._staff(f"{key}.open", "reopen_forum_topic", here, repeat=True))
        if effect.name:
            found.append(
                self._staff(f"{key}.name", "edit_forum_topic", {**here, "name": effect.name[:128]}, repeat=True)
            )
        if effect.closed:
            found.append(self._staff(f"{key}.close", "close_forum_topic", here, repeat=True))
        return [replace(change, metered=False) for change in found]

    def _staff_texts(self, effect: SendStaff, key: str) -> list[Outgoing]:
        pieces = messages(effect.text)
        result = []
        for number, piece in enumerate(pieces):
            last = number == len(pieces) - 1
            parameters = {**self._words(piece), "protect_content": True, **thread(effect.place)}
            if effect.buttons and last:
                parameters["reply_markup"] = {"inline_keyboard": keyboard(effect.buttons)}
            if effect.reply_to is not None and number == 0:
                parameters["reply_parameters"] = {"message_id": effect.reply_to, "allow_sending_without_reply": True}
            report = None
            if effect.card is not None and last:
                what = "alert" if effect.priority is Priority.CRISIS else "card"
                report = Report(handoff=effect.card[0], lane=effect.card[1], what=what)
            result.append(
                self._staff(
                    f"{key}.{number}" if number else key, "send_message", parameters,
                    priority=effect.priority, depends_on=effect.place.opened_by or None, report=report,
                )
            )  # fmt: skip
        return result

    def _staff_file(self, effect: SendStaffFile, key: str) -> Outgoing:
        method, parameters, drawing = _file_parameters(effect)
        return replace(self._staff(key, method, parameters, priority=Priority.BULK), drawing=drawing)

    def _words(self, html: str) -> dict[str, Any]:
        """A text whose mentions ring at colleagues; only here their addresses are opened."""

        def opened(match: re.Match[str]) -> str:
            return f'href="tg://user?id={self._identity.open(SealedAddress(match[1]))}"'

        return {
            "text": _MENTION.sub(opened, html),
            "parse_mode": "HTML",
            "link_preview_options": {"is_disabled": True},
        }

    def _staff(
        self,
        key: str,
        method: str,
        parameters: dict[str, Any],
        *,
        priority: Priority = Priority.HANDOFF,
        repeat: bool = False,
        depends_on: str | None = None,
        report: Report | None = None,
    ) -> Outgoing:
        return Outgoing(
            key=key,
            destination=self._identity.destination(self._staff_chat.number),
            address=self._identity.seal(self._staff_chat.number),
            group=True,
            priority=priority,
            on_unknown=UnknownOutcome.REPEAT if repeat else UnknownOutcome.RESEND,
            method=method,
            parameters=parameters,
            depends_on=depends_on,
            loose=parameters.get("message_thread_id") == RESULT_OF_DEPENDENCY,
            report=report,
        )


def _to(origin: Origin, key: str, method: str, parameters: dict[str, Any], *, repeat: bool) -> Outgoing:
    return Outgoing(
        key=key,
        destination=origin.lane,
        address=origin.address,
        group=False,
        priority=Priority.ANSWER,
        on_unknown=UnknownOutcome.REPEAT if repeat else UnknownOutcome.RESEND_FEW,
        method=method,
        parameters=parameters,
    )


def _press(effect: AnswerPress, origin: Origin, key: str) -> Outgoing:
    """A destination of its own: a press expires in seconds and must not wait behind messages."""
    parameters: dict[str, Any] = {"callback_query_id": effect.press}
    if effect.text:
        parameters["text"] = effect.text[:200]
    return Outgoing(
        key=key,
        destination=LaneKey(f"press:{key}"[:64]),
        address=origin.address,
        group=False,
        priority=Priority.RELAY,
        on_unknown=UnknownOutcome.DROP,
        method="answer_callback_query",
        parameters=parameters,
    )


def _busy(person: Origin, key: str) -> Outgoing:
    """Typing; a destination of its own, because it is true now or not at all."""
    return Outgoing(
        key=key,
        destination=LaneKey(f"busy:{key}"[:64]),
        address=person.address,
        group=False,
        priority=Priority.RELAY,
        on_unknown=UnknownOutcome.DROP,
        method=BUSY,
        parameters={"action": "typing"},
        metered=False,
    )


def _file(effect: SendFile, origin: Origin, key: str) -> Outgoing:
    method, parameters, drawing = _file_parameters(effect)
    return replace(_to(origin, key, method, parameters, repeat=False), drawing=drawing)


def _file_parameters(effect: SendFile | SendStaffFile) -> tuple[str, dict[str, Any], Drawing | None]:
    """Method and parameters of a file, and what is drawn for it; plain text is a file at once."""
    around: dict[str, Any] = {}
    if isinstance(effect, SendFile) and effect.buttons:
        around["reply_markup"] = {"inline_keyboard": keyboard(effect.buttons)}
    file: dict[str, Any] = {"name": effect.name}
    drawing = None
    match effect.document:
        case TextFile(text=text):
            file[FILE] = base64.b64encode(text.encode("utf-8")).decode("ascii")
        case document:
            file[DRAWN] = True
            words = {"text": messages(effect.otherwise)[0], "parse_mode": "HTML", **around}
            drawing = Drawing(document=written(document), method="send_message", parameters=words)
    parameters = {"photo" if effect.picture else "document": file, **around}
    if effect.caption:
        parameters |= {"caption": messages(effect.caption)[0], "parse_mode": "HTML"}
    return ("send_photo" if effect.picture else "send_document"), parameters, drawing


def _texts(effect: SendText, origin: Origin, key: str) -> list[Outgoing]:
    pieces = messages(effect.text)
    result = []
    for number, piece in enumerate(pieces):
        parameters: dict[str, Any] = {
            "text": piece,
            "parse_mode": "HTML",
            "link_preview_options": {"is_disabled": True},
        }
        if effect.buttons and number == len(pieces) - 1:
            parameters["reply_markup"] = {"inline_keyboard": keyboard(effect.buttons)}
        result.append(
            Outgoing(
                key=f"{key}.{number}" if number else key,
                destination=origin.lane,
                address=origin.address,
                group=False,
                priority=effect.priority,
                on_unknown=effect.on_unknown,
                method="send_message",
                parameters=parameters,
            )
        )
    return result


def keyboard(buttons: Buttons) -> list[list[dict[str, Any]]]:
    """Inline keyboard rows as the Bot API wants them."""
    rows = []
    for row in buttons:
        cells = []
        for button in row:
            label = button.label if len(button.label) <= LABEL_LENGTH else button.label[: LABEL_LENGTH - 1] + "…"
            cell: dict[str, Any] = {"text": label}
            if button.url is not None:
                cell["url"] = button.url
            else:
                cell["callback_data"] = button.choice or ""
            if button.danger:
                cell["style"] = "danger"
            cells.append(cell)
        if cells:
            rows.append(cells)
    return rows
