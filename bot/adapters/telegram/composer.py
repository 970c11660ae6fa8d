"""Turns effects into Bot API requests, each a row of the outbox."""

from collections.abc import Sequence
from typing import Any

from bot.adapters.telegram.identity import Identity
from bot.adapters.telegram.rendering import messages
from bot.domain.effects import (
    AlertStaff,
    AnswerPress,
    Buttons,
    Effect,
    Priority,
    RemoveButtons,
    SendText,
    UnknownOutcome,
)
from bot.domain.ids import LaneKey
from bot.domain.inbound import Origin
from bot.service.records import Outgoing

LABEL_LENGTH = 60
"""Longer labels are cut off on a phone."""


class TelegramComposer:
    """Implements ``Composer``."""

    def __init__(self, identity: Identity, staff_chat: int) -> None:
        self._identity = identity
        self._staff_chat = staff_chat

    def compose(self, effects: Sequence[Effect], origin: Origin, cause: str) -> Sequence[Outgoing]:
        """Requests for the person of ``origin``; timers are not requests and are left out."""
        outgoing: list[Outgoing] = []
        for effect in effects:
            key = f"{cause}/{len(outgoing)}"
            match effect:
                case SendText():
                    outgoing.extend(_texts(effect, origin, key))
                case AlertStaff():
                    outgoing.append(self._alert(effect, key))
                case RemoveButtons():
                    outgoing.append(
                        Outgoing(
                            key=key,
                            destination=origin.lane,
                            address=origin.address,
                            group=False,
                            priority=Priority.ANSWER,
                            on_unknown=UnknownOutcome.REPEAT,
                            method="edit_message_reply_markup",
                            parameters={"message_id": effect.message},
                        )
                    )
                case AnswerPress():
                    # A destination of its own: a press expires in seconds and must not wait behind messages.
                    parameters: dict[str, Any] = {"callback_query_id": effect.press}
                    if effect.text:
                        parameters["text"] = effect.text[:200]
                    outgoing.append(
                        Outgoing(
                            key=key,
                            destination=LaneKey(f"press:{key}"[:64]),
                            address=origin.address,
                            group=False,
                            priority=Priority.RELAY,
                            on_unknown=UnknownOutcome.DROP,
                            method="answer_callback_query",
                            parameters=parameters,
                        )
                    )
                case _:
                    continue
        return outgoing

    def _alert(self, effect: AlertStaff, key: str) -> Outgoing:
        return Outgoing(
            key=key,
            destination=self._identity.destination(self._staff_chat),
            address=self._identity.seal(self._staff_chat),
            group=True,
            priority=Priority.CRISIS,
            on_unknown=UnknownOutcome.RESEND,
            method="send_message",
            parameters={"text": messages(effect.text)[0], "parse_mode": "HTML", "protect_content": True},
        )


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
