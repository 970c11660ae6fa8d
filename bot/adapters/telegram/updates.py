"""Understands stored Telegram updates, and puts into the inbox what the channel has to tell the house."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from telegram import (
    CallbackQuery,
    ChatMember,
    ChatMemberUpdated,
    Message,
    MessageEntity,
    MessageReactionUpdated,
    Update,
)

from bot.adapters.telegram.group import StaffReader
from bot.adapters.telegram.identity import Identity, Place, place_of
from bot.adapters.telegram.kinds import CAPTIONED, COMMAND, is_for, is_service, kind_of, understood, words_of
from bot.adapters.telegram.origins import origin_of
from bot.adapters.telegram.staff_chat import StaffChat
from bot.adapters.telegram.styling import styled
from bot.domain.errors import UnreadableUpdate
from bot.domain.ids import MessageId, PressId, SealedAddress, VisitorKey
from bot.domain.inbound import (
    Arrival,
    ChoicePressed,
    CommandReceived,
    GroupChanged,
    Inbound,
    Left,
    MediaReceived,
    MessageEdited,
    NumberAsked,
    Origin,
    Reacted,
    Returned,
    TextReceived,
)
from bot.service.envelope import (
    ChannelUpdate,
    ContentNews,
    GroupRenumbered,
    GroupSeen,
    GuestAction,
    PersonLeft,
    arrival_of,
    nobody,
    origin_in,
    read,
    written,
)
from bot.service.records import OpenUpdate, RawUpdate
from bot.text.masking import mask

ALLOWED_UPDATES = (
    "message",
    "edited_message",
    "callback_query",
    "message_reaction",
    "my_chat_member",
    "chat_member",
)
"""Telegram leaves reactions and memberships out unless they are asked for."""


def raw_update(update: Mapping[str, Any], identity: Identity) -> RawUpdate:
    """Give a raw Telegram update its unique name and its lane, without understanding it."""
    return RawUpdate(
        source=f"telegram:{update['update_id']}",
        lane=identity.lane(place_of(update)),
        payload=written(ChannelUpdate(update=dict(update))),
    )


def person_left(waiting_key: str, address: SealedAddress, identity: Identity) -> RawUpdate:
    """What a refused delivery tells us: the person blocked the bot or deleted the chat."""
    chat = identity.open(address)
    origin = origin_of(identity, chat, None)
    return RawUpdate(
        source=f"left:{waiting_key}"[:128],
        lane=origin.lane,
        payload=written(PersonLeft(origin=origin)),
    )


class TelegramTranslator:
    """Implements ``Translator`` for private chats and the staff group; other places concern nobody."""

    def __init__(self, identity: Identity, staff_chat: StaffChat, bot_name: Callable[[], str] = str) -> None:
        """``bot_name``: our own name, because a command may be meant for another bot."""
        self._identity = identity
        self._staff_chat = staff_chat
        self._bot_name = bot_name

    def translate(self, update: OpenUpdate) -> Arrival | None:
        """The inbound inside a payload, or None; raises ``UnreadableUpdate``."""
        payload = read(update.payload)
        match payload:
            case None:
                return None
            case GuestAction():
                raise UnreadableUpdate(type(payload).__name__)
            case ChannelUpdate(update=raw):
                return self._understood(raw, update.received_at)
            case GroupRenumbered(moved=number):
                self._staff_chat.moved(number)
        return arrival_of(payload, update)

    def _understood(self, raw: Mapping[str, Any], at: datetime) -> Arrival | None:
        try:
            return self._from_telegram(raw, at)
        except Exception as error:
            # Whatever is wrong with it, it must not stop the lane: the class name is all we may keep of it.
            raise UnreadableUpdate(type(error).__name__) from None

    def origin(self, update: OpenUpdate) -> Origin | None:
        """The private chat of an update that could not be understood."""
        found = origin_in(update.payload)
        if found is not None:
            return found
        try:
            payload = read(update.payload)
            place = place_of(payload.update) if isinstance(payload, ChannelUpdate) else None
        except (UnreadableUpdate, ValueError, KeyError, TypeError):
            return None
        return origin_of(self._identity, place.chat, None) if place is not None and place.private else None

    def _from_telegram(self, raw: Mapping[str, Any], at: datetime) -> Arrival | None:
        place = place_of(raw)
        update = understood(raw)
        if place is not None and not place.private:
            return self._in_group(place, update, at)
        if place is None or not place.private:
            return None
        inbound = _inbound(update)
        if inbound is None:
            return None
        person = update.effective_user
        origin = origin_of(self._identity, place.chat, person.language_code if person else None)
        return Arrival(origin=origin, inbound=inbound, at=at)

    def _in_group(self, place: Place, update: Update, at: datetime) -> Arrival | None:
        """From the staff group everything; from another group only the question what its number is."""
        lane = self._identity.lane(place)
        if _asks_number(update.message, self._bot_name()):
            # Answered where it was asked: who installs the bot needs the number of a group it does not know yet.
            there = Origin(visitor=VisitorKey(""), address=self._identity.seal(place.chat), lane=lane)
            return Arrival(origin=there, inbound=NumberAsked(number=str(place.chat)), at=at)
        if not self._staff_chat.is_here(place.chat):
            return None
        inbound = StaffReader(self._identity, self._bot_name()).read(update)
        return None if inbound is None else Arrival(origin=nobody(lane), inbound=inbound, at=at)


def moved_to(update: Mapping[str, Any], staff: StaffChat) -> int | None:
    """The new number of the staff group, when this update says that it became a supergroup."""
    message = update.get("message")
    place = place_of(update)
    if not isinstance(message, Mapping) or place is None:
        return None
    onward, before = message.get("migrate_to_chat_id"), message.get("migrate_from_chat_id")
    if isinstance(onward, int) and staff.is_here(place.chat):
        return onward
    if isinstance(before, int) and staff.is_here(before):
        return place.chat
    return None


def _asks_number(message: Message | None, bot_name: str) -> bool:
    command = COMMAND.fullmatch(message.text.strip()) if message is not None and message.text else None
    return command is not None and command["name"].lower() == "id" and is_for(command["bot"], bot_name)


def _inbound(update: Update) -> Inbound | None:
    if update.callback_query:
        return _press(update.callback_query)
    if update.edited_message:
        edited = update.edited_message
        if edited.text is None and kind_of(edited) not in CAPTIONED:
            # A place that is shared live changes all the time and says nothing.
            return None
        text = edited.text if edited.text is not None else edited.caption or ""
        return MessageEdited(text=text, message=MessageId(edited.message_id), media=edited.text is None)
    if update.message:
        return _message(update.message)
    if update.message_reaction:
        return _reaction(update.message_reaction)
    if update.my_chat_member:
        return _membership(update.my_chat_member)
    return None


def _message(message: Message) -> Inbound | None:
    number = MessageId(message.message_id)
    reply = message.reply_to_message
    reply_to = MessageId(reply.message_id) if reply is not None else None
    if message.text is not None:
        command = COMMAND.fullmatch(message.text.strip())
        if command:
            argument = (command["argument"] or "").strip()
            return CommandReceived(name=command["name"].lower(), argument=argument, message=number)
        return TextReceived(
            text=message.text,
            message=number,
            styled=styled(message.text, message.entities, show_links=True),
            reply_to=reply_to,
            names_account=_names_account(message.entities),
        )
    if is_service(message):
        return None
    return MediaReceived(
        kind=kind_of(message),
        caption=message.caption or "",
        message=number,
        reply_to=reply_to,
        names_account=_names_account(message.caption_entities),
        album=message.media_group_id or "",
        inside=words_of(message),
    )


def _names_account(entities: Sequence[MessageEntity]) -> bool:
    """Openly, or behind words that link to it."""
    return any(
        entity.type in _ACCOUNTS or (entity.type == "text_link" and mask(entity.url or "").found) for entity in entities
    )


_ACCOUNTS = ("mention", "text_mention", "email", "phone_number")


def _press(press: CallbackQuery) -> Inbound:
    message = MessageId(press.message.message_id) if press.message else None
    return ChoicePressed(choice=press.data or "", press=PressId(press.id), message=message)


def _reaction(reaction: MessageReactionUpdated) -> Inbound:
    emoji = next((kind.emoji for kind in reaction.new_reaction if hasattr(kind, "emoji")), "")
    return Reacted(emoji=emoji, message=MessageId(reaction.message_id))


def _membership(change: ChatMemberUpdated) -> Inbound:
    gone = change.new_chat_member.status in (ChatMember.BANNED, ChatMember.LEFT)
    return Left() if gone else Returned()


def group_seen(change: GroupChanged, identity: Identity, chat: int, at: datetime) -> RawUpdate:
    """What the bot found at its start: enters by the same door as everything else."""
    return RawUpdate(
        source=f"group:{at.isoformat()}",
        lane=identity.destination(chat),
        payload=written(GroupSeen(group=change)),
    )


def group_away(identity: Identity, chat: int, at: datetime) -> RawUpdate:
    """The group refused us: told to the house by the same door."""
    return _presence("away", identity, chat, at, present=False)


def group_back(identity: Identity, chat: int, at: datetime) -> RawUpdate:
    """The group takes messages again."""
    return _presence("back", identity, chat, at, present=True)


def _presence(name: str, identity: Identity, chat: int, at: datetime, *, present: bool) -> RawUpdate:
    return RawUpdate(
        source=f"group:{name}:{at.isoformat()}",
        lane=identity.destination(chat),
        payload=written(GroupSeen(group=GroupChanged(present=present, forum=None, missing=None))),
    )


def group_moved(identity: Identity, chat: int) -> RawUpdate:
    """The group has another number now."""
    return RawUpdate(
        source=f"moved:{chat}", lane=identity.destination(chat), payload=written(GroupRenumbered(moved=chat))
    )


def house_news(findings: str, identity: Identity, chat: int, at: datetime) -> RawUpdate:
    """New content that was refused, and why."""
    return RawUpdate(
        source=f"house:{at.isoformat()}",
        lane=identity.destination(chat),
        payload=written(ContentNews(refused=findings)),
    )
