"""Understands what happens in the staff group."""

from telegram import (
    CallbackQuery,
    ChatMember,
    ChatMemberAdministrator,
    ChatMemberRestricted,
    ChatMemberUpdated,
    Message,
    MessageReactionUpdated,
    Update,
    User,
)

from bot.adapters.telegram.identity import Identity
from bot.adapters.telegram.kinds import CAPTIONED, COMMAND, file_of, is_for, is_service, kind_of
from bot.adapters.telegram.styling import styled
from bot.domain.ids import MessageId, PressId, TopicId
from bot.domain.inbound import (
    AnonymousWrote,
    GroupChanged,
    StaffCommanded,
    StaffEdited,
    Staffer,
    StaffInbound,
    StaffMoved,
    StaffPressed,
    StaffReacted,
    StaffWrote,
    TopicChanged,
)

NEEDED_RIGHTS = ("can_manage_topics", "can_delete_messages", "can_pin_messages")


class StaffReader:
    """Turns an update from the staff group into what staff did; a name goes no further than the group itself."""

    def __init__(self, identity: Identity, bot_name: str = "") -> None:
        self._identity = identity
        self._bot_name = bot_name

    def read(self, update: Update) -> StaffInbound | None:
        """What happened, or None for what concerns nobody (bots, anonymous senders, service messages)."""
        if update.callback_query:
            return self._press(update.callback_query)
        if update.message:
            return self._message(update.message)
        if update.edited_message:
            return self._edit(update.edited_message)
        if update.message_reaction:
            return self._reaction(update.message_reaction)
        if update.my_chat_member:
            return _membership(update.my_chat_member)
        if update.chat_member:
            return self._moved(update.chat_member.new_chat_member.user, _is_in(update.chat_member.new_chat_member))
        return None

    def _moved(self, user: User, present: bool) -> StaffInbound | None:
        staff = self._staffer(user)
        return None if staff is None else StaffMoved(staff=staff, present=present)

    def _staffer(self, user: User | None) -> Staffer | None:
        """A person; a channel or an anonymous administrator could be anybody, so they cannot act."""
        if user is None or user.is_bot:
            return None
        return Staffer(
            key=self._identity.staff(user.id),
            name=user.first_name[:40],
            address=self._identity.seal(user.id),
            surname=(user.last_name or "")[:1],
        )

    def _press(self, press: CallbackQuery) -> StaffInbound | None:
        staff = self._staffer(press.from_user)
        if staff is None:
            return None
        message = press.message
        return StaffPressed(
            staff=staff,
            topic=topic_of(message) if isinstance(message, Message) else None,
            message=MessageId(message.message_id) if message else None,
            choice=press.data or "",
            press=PressId(press.id),
        )

    def _message(self, message: Message) -> StaffInbound | None:
        topic = topic_of(message)
        if topic is not None and (message.forum_topic_closed or message.forum_topic_reopened):
            anonymous = message.sender_chat is not None
            by_us = message.from_user is not None and message.from_user.is_bot and not anonymous
            who = None if anonymous else self._staffer(message.from_user)
            return None if by_us else TopicChanged(topic=topic, closed=bool(message.forum_topic_closed), staff=who)
        if message.left_chat_member is not None:
            return self._moved(message.left_chat_member, False)
        if message.sender_chat is not None and message.sender_chat.id == message.chat.id and not is_service(message):
            # An administrator who is anonymous writes in the name of the group.
            words = message.text or message.caption or ""
            return AnonymousWrote(topic=topic, text=words, reply_to=_reply_to(message))
        staff = None if message.sender_chat else self._staffer(message.from_user)
        if staff is None or is_service(message):
            return None
        number, reply_to = MessageId(message.message_id), _reply_to(message)
        to_bot = reply_to is not None and _is_of_bot(message.reply_to_message)
        text = message.text
        if text is None:
            return StaffWrote(
                staff=staff,
                topic=topic,
                message=number,
                text=message.caption or "",
                kind=kind_of(message),
                file=file_of(message),
                reply_to=reply_to,
                reply_to_bot=to_bot,
                album=message.media_group_id or "",
            )
        command = COMMAND.fullmatch(text.strip())
        if command and not is_for(command["bot"], self._bot_name):
            return None
        if command:
            return StaffCommanded(
                staff=staff,
                topic=topic,
                message=number,
                name=command["name"].lower(),
                argument=(command["argument"] or "").strip(),
                reply_to=reply_to,
                reply_to_bot=to_bot,
            )
        return StaffWrote(
            staff=staff,
            topic=topic,
            message=number,
            text=text,
            styled=styled(text, message.entities),
            reply_to=reply_to,
            reply_to_bot=to_bot,
        )

    def _edit(self, message: Message) -> StaffInbound | None:
        staff = None if message.sender_chat else self._staffer(message.from_user)
        media = message.text is None
        if staff is None or (media and kind_of(message) not in CAPTIONED):
            return None
        text = message.text if message.text is not None else message.caption or ""
        return StaffEdited(
            staff=staff,
            topic=topic_of(message),
            message=MessageId(message.message_id),
            text=text,
            styled=styled(text, message.caption_entities if media else message.entities),
            media=media,
        )

    def _reaction(self, reaction: MessageReactionUpdated) -> StaffInbound | None:
        staff = self._staffer(reaction.user)
        if staff is None:
            return None
        emoji = next((kind.emoji for kind in reaction.new_reaction if hasattr(kind, "emoji")), "")
        return StaffReacted(staff=staff, message=MessageId(reaction.message_id), emoji=emoji)


def topic_of(message: Message) -> TopicId | None:
    """The topic a message stands in; None in the general part and in a group without topics."""
    if not message.is_topic_message or message.message_thread_id is None:
        return None
    return TopicId(message.message_thread_id)


def _reply_to(message: Message) -> MessageId | None:
    reply = message.reply_to_message
    # In a topic every message "replies" to the service message that opened it (Bot API, Message).
    if reply is None or reply.forum_topic_created is not None:
        return None
    return MessageId(reply.message_id)


def _is_of_bot(message: Message | None) -> bool:
    return message is not None and message.from_user is not None and message.from_user.is_bot


def _is_in(member: ChatMember) -> bool:
    """Whether somebody is in the group; who may say nothing there is still in it."""
    if isinstance(member, ChatMemberRestricted):
        return member.is_member
    return member.status not in (ChatMember.BANNED, ChatMember.LEFT)


def _membership(change: ChatMemberUpdated) -> GroupChanged:
    return group_state(change.new_chat_member, forum=bool(change.chat.is_forum))


def group_state(member: ChatMember, *, forum: bool) -> GroupChanged:
    """What the bot may do with this membership."""
    present = member.status not in (ChatMember.BANNED, ChatMember.LEFT)
    needed = NEEDED_RIGHTS if forum else ("can_delete_messages",)
    if isinstance(member, ChatMemberAdministrator):
        missing = tuple(name for name in needed if not getattr(member, name, False))
    else:
        missing = needed if present else ()
    return GroupChanged(present=present, forum=forum, missing=missing)
