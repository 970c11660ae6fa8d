"""What is said to somebody on the page, as rows of the outbox; their sending is one commit in a mailbox."""

import base64
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot.adapters.webchat.identity import WebIdentity
from bot.adapters.webchat.markup import from_html, from_markdown
from bot.domain.documents import TextFile
from bot.domain.effects import (
    AnswerPress,
    Buttons,
    Effect,
    ForgetPerson,
    Linked,
    Priority,
    Relay,
    RelayDeletion,
    RelayEdit,
    RelayReaction,
    SendFile,
    SendText,
    UnknownOutcome,
    WipeChat,
)
from bot.domain.ids import SealedAddress
from bot.domain.inbound import Origin
from bot.service.documents import written
from bot.service.records import Drawing, Outgoing, Report

SAY, FILE, FETCH, CHANGE, DELETE, WIPE = (
    "guest_say",
    "guest_file",
    "guest_fetch",
    "guest_change",
    "guest_delete",
    "guest_wipe",
)
METHODS = "guest_"
"""How the methods of this channel begin."""
COUNTERPART = "@counterpart"
"""A number that becomes the number of the same message on the page."""


class WebComposer:
    """Implements ``Guest``."""

    def __init__(self, identity: WebIdentity) -> None:
        self._identity = identity

    def owns(self, address: SealedAddress) -> bool:
        """Whether this person came by the page."""
        return self._identity.owns(address)

    def compose(self, effect: Effect, origin: Origin, key: str) -> Sequence[Outgoing]:
        """Requests for the mailbox; none for what is not about the person."""
        match effect:
            case SendText(to=to, priority=priority):
                content = {"from": "bot", "nodes": from_markdown(effect.text), "buttons": shown(effect.buttons)}
                return [_request(to or origin, key, SAY, content, priority)]
            case SendFile():
                content, drawing = _file(effect)
                return [replace(_request(origin, key, FILE, content), drawing=drawing)]
            case WipeChat() | ForgetPerson():
                return [_request(origin, key, WIPE, {})]
            case AnswerPress(text=text) if text:
                content = {"from": "bot", "nodes": [{"t": "p", "c": [text]}], "buttons": []}
                return [_request(origin, key, SAY, content)]
            case Relay() | RelayEdit() | RelayReaction() | RelayDeletion():
                return _relayed(effect, key)
            case _:
                return []


def shown(buttons: Buttons) -> list[list[dict[str, Any]]]:
    """Rows of buttons as the page wants them."""
    return [
        [
            {
                "label": button.label,
                **({"url": button.url} if button.url is not None else {"choice": button.choice or ""}),
                **({"danger": True} if button.danger else {}),
            }
            for button in row
        ]
        for row in buttons
        if row
    ]


def _file(effect: SendFile) -> tuple[dict[str, Any], Drawing | None]:
    """What is put in the mailbox, and what is drawn for it; plain text is a file at once."""
    around = {"from": "bot", "buttons": shown(effect.buttons)}
    content = {
        **around,
        "nodes": from_markdown(effect.caption) if effect.caption else [],
        "file": {"name": effect.name, "picture": effect.picture},
    }
    match effect.document:
        case TextFile(text=text):
            return {**content, "content": base64.b64encode(text.encode("utf-8")).decode("ascii")}, None
        case document:
            words = {**around, "nodes": from_markdown(effect.otherwise)}
            return content, Drawing(document=written(document), method=SAY, parameters=words)


def _relayed(effect: Relay | RelayEdit | RelayReaction | RelayDeletion, key: str) -> list[Outgoing]:
    """From staff to the person; the pictures of an album come one under the other."""
    source = effect.source
    if isinstance(effect, Relay) and len(effect.album) > 1:
        parts = zip(effect.album, effect.files, strict=False)
        return [
            _changed(
                replace(
                    effect, source=replace(source, message=message), file=file, album=(),
                    beside="" if number else effect.beside,
                ),
                key,
            )
            for number, (message, file) in enumerate(parts)
        ]  # fmt: skip
    return [_changed(effect, key)]


def _changed(effect: Relay | RelayEdit | RelayReaction | RelayDeletion, key: str) -> Outgoing:
    source = effect.source
    report = Report(lane=effect.person.lane, handoff=source.handoff, what="relay", message=source.message)
    match effect:
        case Relay():
            words = from_html(effect.html or effect.beside)
            content: dict[str, Any] = {"from": "staff", "nodes": words, "buttons": []}
            if not effect.html:
                content["fetch"] = effect.file
            if effect.reply_to is not None:
                content["reply_to"] = COUNTERPART
            return _request(
                effect.person,
                f"relay/{source.handoff}/{source.side}/{source.message}{f'/{effect.part}' if effect.part else ''}",
                SAY if effect.html else FETCH,
                content,
                Priority.RELAY,
                link=source,
                counterpart=(
                    None
                    if effect.reply_to is None
                    else Linked(handoff=source.handoff, side=source.side, message=effect.reply_to)
                ),
                report=report,
            )  # fmt: skip
        case RelayEdit():
            changes: dict[str, Any] | None = {"nodes": from_html(effect.html), "edited": True}
            heard: Report | None = replace(report, what="edit")
        case RelayReaction():
            changes, heard = {"reaction": effect.emoji}, None
        case RelayDeletion():
            changes, heard = None, replace(report, what="deletion")
    return _request(
        effect.person,
        key,
        DELETE if changes is None else CHANGE,
        {"number": COUNTERPART, "changes": changes},
        Priority.RELAY,
        counterpart=source,
        report=heard,
    )


def _request(
    person: Origin,
    key: str,
    method: str,
    parameters: dict[str, Any],
    priority: Priority = Priority.ANSWER,
    *,
    link: Linked | None = None,
    counterpart: Linked | None = None,
    report: Report | None = None,
) -> Outgoing:
    """Twice is once in a mailbox, so whatever is unknown is simply done again; Telegram's limits do not count here."""
    return Outgoing(
        key=key,
        destination=person.lane,
        address=person.address,
        group=False,
        priority=priority,
        on_unknown=UnknownOutcome.REPEAT,
        method=method,
        parameters=parameters,
        metered=False,
        link=link,
        counterpart=counterpart,
        report=report,
    )
