"""Lines that go on to the other side: split where Telegram has a limit, and reported to whoever wrote them."""

from dataclasses import replace
from typing import Any

from bot.adapters.telegram.identity import Identity
from bot.adapters.telegram.rendering import pieces, units
from bot.adapters.telegram.staff_chat import StaffChat
from bot.domain.effects import (
    Linked,
    Priority,
    Relay,
    RelayDeletion,
    RelayEdit,
    RelayReaction,
    Side,
    TopicPlace,
    UnknownOutcome,
)
from bot.domain.ids import MessageId
from bot.domain.inbound import Origin
from bot.service.records import Outgoing, Report

RESULT_OF_DEPENDENCY = "@dependency"
"""A parameter with this value becomes the result of the message it depends on (e.g. the id of a new topic)."""
COUNTERPART = "@counterpart"
"""A parameter with this value becomes the number of the same message on the other side."""
CAPTION_UNITS = 1024
"""What fits under a picture (Bot API, copyMessage)."""

RelayEffect = Relay | RelayEdit | RelayReaction | RelayDeletion


def relay_key(source: Linked) -> str:
    """Name of the request that passed this message on."""
    return f"relay/{source.handoff}/{source.side}/{source.message}"


def thread(place: TopicPlace) -> dict[str, Any]:
    """Where in the group: a topic that is there, or one that is being made."""
    if place.topic is not None:
        return {"message_thread_id": place.topic}
    return {"message_thread_id": RESULT_OF_DEPENDENCY} if place.opened_by else {}


class Relaying:
    """Makes the requests; knows both sides' addresses."""

    def __init__(self, identity: Identity, staff: StaffChat) -> None:
        self._identity = identity
        self._staff = staff

    def compose(self, effect: RelayEffect, key: str) -> list[Outgoing]:
        """The requests of one effect."""
        match effect:
            case Relay():
                return self._relay(effect)
            case RelayEdit():
                return self._edit(effect, key)
            case RelayReaction():
                emoji = [{"type": "emoji", "emoji": effect.emoji}] if effect.emoji else []
                return [self._change(effect, key, "set_message_reaction", {"reaction": emoji})]
            case RelayDeletion():
                report = _report(effect, "deletion")
                return [replace(self._change(effect, key, "delete_message", {}), report=report)]

    def _edit(self, effect: RelayEdit, key: str) -> list[Outgoing]:
        text, *more = pieces(effect.html, CAPTION_UNITS) if effect.media else pieces(effect.html)
        method, name = ("edit_message_caption", "caption") if effect.media else ("edit_message_text", "text")
        edit = self._change(effect, key, method, {name: text, "parse_mode": "HTML"})
        place = effect.place
        anew = Relay(source=effect.source, person=effect.person, place=place, html="".join(more), part=key[-40:])
        edit = replace(edit, report=_report(effect, _named("edit", effect.source)))
        return [edit, *(self._relay(anew) if more else ())]

    def _change(
        self, effect: RelayEdit | RelayReaction | RelayDeletion, key: str, method: str, parameters: dict[str, Any]
    ) -> Outgoing:
        """Something that happens to a message on the other side, once it has arrived there."""
        return Outgoing(
            key=key,
            method=method,
            parameters={"message_id": COUNTERPART, **parameters},
            priority=Priority.RELAY,
            on_unknown=UnknownOutcome.REPEAT,
            counterpart=effect.source,
            depends_on=relay_key(effect.source),
            loose=True,
            **self._side(effect.person, to_staff=effect.source.side is Side.PERSON),
        )

    def _relay(self, effect: Relay) -> list[Outgoing]:
        if effect.html:
            texts = pieces(effect.html)
            return [self._text(effect, text, number) for number, text in enumerate(texts)]
        if effect.caption is not None and units(effect.caption) > CAPTION_UNITS:
            # The words do not fit under it: they follow as a line of their own.
            words = replace(effect, html=_as_html(effect.caption), part=f"{effect.part}words", reply_to=None)
            return [self._copy(replace(effect, caption="")), *self._relay(words)]
        return [self._copy(effect)]

    def _text(self, effect: Relay, html: str, number: int) -> Outgoing:
        parameters: dict[str, Any] = {
            "text": html,
            "parse_mode": "HTML",
            "link_preview_options": {"is_disabled": True},
        }
        to_staff = effect.source.side is Side.PERSON
        line = self._outgoing(effect, "send_message", parameters, reply_to=None if number else effect.reply_to)
        together = f"{effect.source.handoff}/{effect.source.side}" if to_staff else None
        return replace(line, key=f"{line.key}/{number + 1}" if number else line.key, coalesce=together)

    def _copy(self, effect: Relay) -> Outgoing:
        start = effect.person.address if effect.source.side is Side.PERSON else self._identity.seal(self._staff.number)
        parameters: dict[str, Any] = {"from_chat_id": self._identity.open(start)}
        if len(effect.album) > 1:
            parameters["message_ids"] = list(effect.album)
            if effect.without_captions:
                parameters["remove_caption"] = True
            return replace(self._outgoing(effect, "copy_messages", parameters, reply_to=None), album=effect.album)
        parameters["message_id"] = effect.source.message
        if effect.caption is not None:
            parameters["caption"] = effect.caption
        return self._outgoing(effect, "copy_message", parameters, reply_to=effect.reply_to)

    def _outgoing(
        self, effect: Relay, method: str, parameters: dict[str, Any], *, reply_to: MessageId | None
    ) -> Outgoing:
        source, to_staff = effect.source, effect.source.side is Side.PERSON
        counterpart = None
        if to_staff:
            parameters |= {"protect_content": True, **thread(effect.place)}
        if reply_to is not None:
            parameters["reply_parameters"] = {"message_id": COUNTERPART, "allow_sending_without_reply": True}
            counterpart = replace(source, message=reply_to)
        part = f"/{effect.part}" if effect.part else ""
        return Outgoing(
            key=f"{relay_key(source)}{part}",
            method=method,
            parameters=parameters,
            priority=Priority.RELAY,
            on_unknown=UnknownOutcome.RESEND,
            depends_on=(effect.place.opened_by or None) if to_staff else None,
            loose=to_staff,
            report=_report(effect, _named("relay", source)),
            link=source,
            counterpart=counterpart,
            **self._side(effect.person, to_staff=to_staff),
        )

    def _side(self, person: Origin, *, to_staff: bool) -> dict[str, Any]:
        if not to_staff:
            return {"destination": person.lane, "address": person.address, "group": False}
        return {
            "destination": self._identity.destination(self._staff.number),
            "address": self._identity.seal(self._staff.number),
            "group": True,
        }


def _named(what: str, source: Linked) -> str:
    """Lines of a person are reported to the person, those of staff to staff."""
    return f"{what}-in" if source.side is Side.PERSON else what


def _report(effect: RelayEffect, what: str) -> Report:
    source = effect.source
    return Report(lane=effect.person.lane, handoff=source.handoff, what=what, message=source.message)


def _as_html(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
