"""The methods a bot may call; each gets the checked parameters and returns the result, or raises ``BotApiError``."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.playground import messages, topics
from bot.playground.errors import bad_request
from bot.playground.world import PRESS_LIVES, World

Method = Callable[[World, dict[str, Any]], Any]

_RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_pin_messages",
    "can_manage_topics",
)


def get_me(world: World, _parameters: dict[str, Any]) -> Any:
    """Bot API getMe."""
    return world.bot


def get_chat(world: World, parameters: dict[str, Any]) -> Any:
    """Bot API getChat."""
    chat = world.chat(parameters["chat_id"])
    return {
        **chat.short(),
        "accent_color_id": 3,
        "max_reaction_count": 11,
        "permissions": {"can_send_messages": True},
        "accepted_gift_types": dict.fromkeys(
            ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"), False
        ),
    }


def get_chat_member(world: World, parameters: dict[str, Any]) -> Any:
    """Bot API getChatMember."""
    chat = world.chat(parameters["chat_id"])
    if parameters["user_id"] == world.bot["id"]:
        if not chat.rights:
            return {"status": "member", "user": world.bot}
        rights = {name: name in chat.rights or name == "can_manage_chat" for name in _RIGHTS}
        return {"status": "administrator", "user": world.bot, "can_be_edited": False, "is_anonymous": False, **rights}
    member = chat.members.get(parameters["user_id"])
    if member is None:
        raise bad_request("PARTICIPANT_ID_INVALID")
    return {"status": "member", "user": member.user()}


def get_chat_administrators(world: World, parameters: dict[str, Any]) -> Any:
    """Bot API getChatAdministrators."""
    member = get_chat_member(world, {**parameters, "user_id": world.bot["id"]})
    return [member] if member["status"] == "administrator" else []


def get_chat_member_count(world: World, parameters: dict[str, Any]) -> Any:
    """Bot API getChatMemberCount."""
    return len(world.chat(parameters["chat_id"]).members) + 1


def answer_callback_query(world: World, parameters: dict[str, Any]) -> Any:
    """Bot API answerCallbackQuery."""
    press = world.presses.get(parameters["callback_query_id"])
    if press is None or press.answered or world.now() - press.at > PRESS_LIVES:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    if len(parameters.get("text", "")) > 200:
        raise bad_request("MESSAGE_TOO_LONG")
    press.answered = True
    press.answer = parameters.get("text", "")
    world.tell({"kind": "press_answered", "press": press.id, "text": press.answer})
    return True


def set_my_commands(world: World, parameters: dict[str, Any]) -> Any:
    """Bot API setMyCommands."""
    commands = parameters["commands"]
    if not isinstance(commands, list) or len(commands) > 100:
        raise bad_request("can't parse BotCommand")
    for command in commands:
        name, text = str(command.get("command", "")), str(command.get("description", ""))
        if not (1 <= len(name) <= 32 and name.replace("_", "").isalnum() and name == name.lower()):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(text) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    world.commands[parameters.get("language_code") or ""] = commands
    world.tell({"kind": "commands", "commands": world.commands.get("", commands)})
    return True


def get_my_commands(world: World, parameters: dict[str, Any]) -> Any:
    """Bot API getMyCommands."""
    return world.commands.get(parameters.get("language_code") or "", [])


def accept(_world: World, _parameters: dict[str, Any]) -> Any:
    """A method without a visible effect here (descriptions, menu button, chat action)."""
    return True


def get_file(world: World, parameters: dict[str, Any]) -> Any:
    """Bot API getFile."""
    content = world.files.get(parameters["file_id"])
    if content is None:
        raise bad_request("invalid file_id")
    if len(content) > 20 * 1024 * 1024:
        raise bad_request("file is too big")
    name = parameters["file_id"]
    return {"file_id": name, "file_unique_id": name, "file_size": len(content), "file_path": f"files/{name}"}


@dataclass(frozen=True, slots=True)
class _Method:
    run: Method
    limited: bool = False
    """Counts for the flood limits."""


METHODS: dict[str, _Method] = {
    "getMe": _Method(get_me),
    "getChat": _Method(get_chat),
    "getChatMember": _Method(get_chat_member),
    "getChatAdministrators": _Method(get_chat_administrators),
    "getChatMemberCount": _Method(get_chat_member_count),
    "getFile": _Method(get_file),
    "answerCallbackQuery": _Method(answer_callback_query),
    "setMyCommands": _Method(set_my_commands),
    "getMyCommands": _Method(get_my_commands),
    "deleteMyCommands": _Method(accept),
    "setMyDescription": _Method(accept),
    "setMyShortDescription": _Method(accept),
    "setMyName": _Method(accept),
    "setChatMenuButton": _Method(accept),
    "sendChatAction": _Method(accept),
    "close": _Method(accept),
    "logOut": _Method(accept),
    "sendMessage": _Method(messages.send_message, limited=True),
    "sendPhoto": _Method(messages.sender_of("photo"), limited=True),
    "sendVoice": _Method(messages.sender_of("voice"), limited=True),
    "sendVideo": _Method(messages.sender_of("video"), limited=True),
    "sendAudio": _Method(messages.sender_of("audio"), limited=True),
    "sendDocument": _Method(messages.sender_of("document"), limited=True),
    "sendSticker": _Method(messages.sender_of("sticker"), limited=True),
    "sendLocation": _Method(messages.send_location, limited=True),
    "copyMessage": _Method(messages.copy_message, limited=True),
    "copyMessages": _Method(messages.copy_messages, limited=True),
    "editMessageText": _Method(messages.edit_text, limited=True),
    "editMessageCaption": _Method(messages.edit_caption, limited=True),
    "editMessageReplyMarkup": _Method(messages.edit_markup, limited=True),
    "deleteMessage": _Method(messages.delete_message),
    "deleteMessages": _Method(messages.delete_messages),
    "setMessageReaction": _Method(messages.set_reaction),
    "pinChatMessage": _Method(messages.pin_message),
    "unpinChatMessage": _Method(accept),
    "createForumTopic": _Method(topics.create),
    "editForumTopic": _Method(topics.edit),
    "closeForumTopic": _Method(topics.close),
    "reopenForumTopic": _Method(topics.reopen),
    "deleteForumTopic": _Method(topics.delete),
    "getForumTopicIconStickers": _Method(topics.icon_stickers),
}
