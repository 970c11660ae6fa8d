"""Sending, copying, editing and deleting messages."""

import hashlib
from collections.abc import Callable
from typing import Any

from bot.playground.checking import CAPTION_UNITS, caption_of, keyboard_of, text_of
from bot.playground.errors import bad_request
from bot.playground.formatting import units
from bot.playground.topics import topic_of
from bot.playground.world import DELETE_WITHIN, Chat, World

_CONTENT = ("text", "entities", "caption", "caption_entities", "photo", "voice", "video", "audio", "document",
            "sticker", "location", "contact")  # fmt: skip
_REACTIONS = frozenset(
    "👍👎❤🔥🥰👏😁🤔🤯😱🤬😢🎉🤩🤮💩🙏👌🕊🤡🥱🥴😍🐳🌚🌭💯🤣⚡🍌🏆💔🤨😐🍓🍾💋🖕😈😴😭🤓👻👀🎃🙈😇😨🤝✍🤗🫡🎅🎄☃💅🤪🗿🆒💘🙉🦄😘💊🙊😎👾😡"
)


def send_message(world: World, parameters: dict[str, Any]) -> Any:
    """Bot API sendMessage."""
    text, entities = text_of(parameters)
    content: dict[str, Any] = {"text": text}
    if entities:
        content["entities"] = entities
    return _send(world, parameters, content)


def sender_of(kind: str) -> Callable[[World, dict[str, Any]], Any]:
    """Bot API sendPhoto, sendVoice, …: one file with a caption."""

    def send(world: World, parameters: dict[str, Any]) -> Any:
        caption, entities = caption_of(parameters)
        content = {kind: file_object(kind, keep_file(world, parameters[kind]), world)}
        if caption:
            content["caption"] = caption
        if entities:
            content["caption_entities"] = entities
        return _send(world, parameters, content)

    return send


def keep_file(world: World, given: Any) -> str:
    """The id of a file: of one that exists, or of what was uploaded now."""
    if isinstance(given, bytes):
        name = "file" + hashlib.sha256(given).hexdigest()[:24]
        world.files[name] = given
        return name
    if str(given) in world.files:
        return str(given)
    raise bad_request("wrong file identifier/HTTP URL specified")


def file_object(kind: str, name: str, world: World) -> Any:
    """The Bot API object of a stored file."""
    base: dict[str, Any] = {"file_id": name, "file_unique_id": name, "file_size": len(world.files[name])}
    match kind:
        case "photo":
            return [{**base, "width": 320, "height": 240}, {**base, "width": 800, "height": 600}]
        case "voice" | "audio":
            return {**base, "duration": 3}
        case "video":
            return {**base, "duration": 3, "width": 640, "height": 480}
        case "sticker":
            return {**base, "width": 512, "height": 512, "is_animated": False, "is_video": False, "type": "regular"}
        case _:
            return {**base, "file_name": "bestand"}


def send_location(world: World, parameters: dict[str, Any]) -> Any:
    """Bot API sendLocation."""
    place = {"latitude": parameters["latitude"], "longitude": parameters["longitude"]}
    return _send(world, parameters, {"location": place})


def copy_message(world: World, parameters: dict[str, Any]) -> Any:
    """Bot API copyMessage: a new message without a link to the old one."""
    source = world.chat(parameters["from_chat_id"])
    original = world.message(source, parameters["message_id"], "copy")
    content = {name: original[name] for name in _CONTENT if name in original}
    if not content:
        raise bad_request("the message can't be copied")
    if "caption" in parameters or parameters.get("remove_caption"):
        content.pop("caption_entities", None)
        content["caption"] = ""
    if parameters.get("caption"):
        content["caption"], entities = caption_of(parameters)
        content |= {"caption_entities": entities} if entities else {}
    if units(str(content.get("caption", ""))) > CAPTION_UNITS:
        raise bad_request("message caption is too long")
    content = {name: value for name, value in content.items() if value != ""}
    if "text" not in content and parameters.get("album"):
        content["media_group_id"] = parameters["album"]
    return {"message_id": _send(world, parameters, content)["message_id"]}


def copy_messages(world: World, parameters: dict[str, Any]) -> Any:
    """Bot API copyMessages: what cannot be copied is skipped."""
    numbers = parameters["message_ids"]
    if not 1 <= len(numbers) <= 100 or sorted(set(numbers)) != list(numbers):
        raise bad_request("message identifiers must be in a strictly increasing order")
    source = world.chat(parameters["from_chat_id"])
    rest = {name: value for name, value in parameters.items() if name != "message_ids"}
    known = [number for number in numbers if number in source.messages]
    groups = {source.messages[number].get("media_group_id") for number in known}
    # Grouping is kept for what was an album.
    album = f"copy{groups.pop()}" if len(groups) == 1 and None not in groups else ""
    return [copy_message(world, {**rest, "message_id": number, "album": album}) for number in known]


def _send(world: World, parameters: dict[str, Any], content: dict[str, Any]) -> dict[str, Any]:
    chat = world.chat(parameters["chat_id"])
    message: dict[str, Any] = {"from": world.bot, **content}
    thread = parameters.get("message_thread_id")
    if thread is not None:
        topic = topic_of(chat, thread)
        if topic.closed and "can_manage_topics" not in chat.rights:
            raise bad_request("TOPIC_CLOSED")
        message |= {"message_thread_id": thread, "is_topic_message": True}
    markup = keyboard_of(parameters)
    if markup is not None:
        message["reply_markup"] = markup
    if parameters.get("protect_content"):
        message["has_protected_content"] = True
    reply = parameters.get("reply_parameters")
    if reply:
        target = chat.messages.get(int(reply.get("message_id", 0)))
        if target is not None:
            message["reply_to_message"] = {name: value for name, value in target.items() if name != "reply_to_message"}
        elif not reply.get("allow_sending_without_reply"):
            raise bad_request("message to be replied not found")
    return world.post(chat, message)


def edit_text(world: World, parameters: dict[str, Any]) -> Any:
    """Bot API editMessageText."""
    chat, message = _own(world, parameters)
    text, entities = text_of(parameters)
    if "text" not in message:
        raise bad_request("there is no text in the message to edit")
    return _change(world, chat, message, {"text": text, "entities": entities}, parameters)


def edit_caption(world: World, parameters: dict[str, Any]) -> Any:
    """Bot API editMessageCaption."""
    chat, message = _own(world, parameters)
    caption, entities = caption_of(parameters)
    if "text" in message:
        raise bad_request("there is no caption in the message to edit")
    return _change(world, chat, message, {"caption": caption, "caption_entities": entities}, parameters)


def edit_markup(world: World, parameters: dict[str, Any]) -> Any:
    """Bot API editMessageReplyMarkup."""
    chat, message = _own(world, parameters)
    return _change(world, chat, message, {}, parameters)


def _own(world: World, parameters: dict[str, Any]) -> tuple[Chat, dict[str, Any]]:
    chat = world.chat(parameters.get("chat_id", ""))
    message = world.message(chat, parameters.get("message_id", 0), "edit")
    if message.get("from", {}).get("id") != world.bot["id"]:
        raise bad_request("message can't be edited")
    return chat, message


def _change(
    world: World, chat: Chat, message: dict[str, Any], content: dict[str, Any], parameters: dict[str, Any]
) -> Any:
    changed = {**message, **content}
    changed = {name: value for name, value in changed.items() if value not in ([], None, "")}
    markup = keyboard_of(parameters)
    changed.pop("reply_markup", None)
    if markup is not None and markup.get("inline_keyboard"):
        changed["reply_markup"] = markup
    if changed == message:
        raise bad_request(
            "message is not modified: specified new message content and reply markup are exactly the same "
            "as a current content and reply markup of the message"
        )
    changed["edit_date"] = int(world.now())
    chat.messages[message["message_id"]] = changed
    world.tell({"kind": "edited", "chat": chat.id, "message": changed})
    return changed


def delete_message(world: World, parameters: dict[str, Any]) -> Any:
    """Bot API deleteMessage: only what is younger than 48 hours."""
    chat = world.chat(parameters["chat_id"])
    message = world.message(chat, parameters["message_id"], "delete")
    own = message.get("from", {}).get("id") == world.bot["id"]
    may = own or chat.private or "can_delete_messages" in chat.rights
    if not may or world.now() - message["date"] > DELETE_WITHIN:
        raise bad_request("message can't be deleted for everyone")
    del chat.messages[message["message_id"]]
    world.tell({"kind": "deleted", "chat": chat.id, "message_id": message["message_id"]})
    return True


def delete_messages(world: World, parameters: dict[str, Any]) -> Any:
    """Bot API deleteMessages: what cannot be found is skipped."""
    numbers = parameters["message_ids"]
    if not 1 <= len(numbers) <= 100:
        raise bad_request("there must be from 1 to 100 message identifiers")
    chat = world.chat(parameters["chat_id"])
    for number in numbers:
        if number in chat.messages:
            delete_message(world, {"chat_id": chat.id, "message_id": number})
    return True


def set_reaction(world: World, parameters: dict[str, Any]) -> Any:
    """Bot API setMessageReaction: a bot may put one."""
    chat = world.chat(parameters["chat_id"])
    message = world.message(chat, parameters["message_id"], "react")
    reactions = parameters.get("reaction") or []
    if len(reactions) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    if any(reaction.get("emoji") not in _REACTIONS for reaction in reactions):
        raise bad_request("REACTION_INVALID")
    emoji = reactions[0]["emoji"] if reactions else ""
    world.tell({"kind": "reaction", "chat": chat.id, "message_id": message["message_id"], "emoji": emoji})
    return True


def pin_message(world: World, parameters: dict[str, Any]) -> Any:
    """Bot API pinChatMessage."""
    chat = world.chat(parameters["chat_id"])
    world.message(chat, parameters["message_id"], "pin")
    if not chat.private and "can_pin_messages" not in chat.rights:
        raise bad_request("not enough rights to manage pinned messages in the chat")
    return True
