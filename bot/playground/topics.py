"""Topics of the staff group."""

from typing import Any

from bot.playground.errors import bad_request
from bot.playground.world import Chat, Topic, World


def create(world: World, parameters: dict[str, Any]) -> Any:
    """Bot API createForumTopic."""
    chat = _forum(world, parameters)
    name = parameters["name"]
    if not 1 <= len(name) <= 128:
        raise bad_request("TOPIC_TITLE_EMPTY")
    color = parameters.get("icon_color", 7_322_096)
    created = {"name": name, "icon_color": color}
    message = world.post(chat, {"from": world.bot, "is_topic_message": True, "forum_topic_created": created})
    topic = Topic(id=message["message_id"], name=name, icon_color=color)
    message["message_thread_id"] = topic.id
    chat.topics[topic.id] = topic
    _tell(world, chat, topic)
    return {"message_thread_id": topic.id, **created}


def edit(world: World, parameters: dict[str, Any]) -> Any:
    """Bot API editForumTopic."""
    chat = _forum(world, parameters)
    topic = topic_of(chat, parameters["message_thread_id"])
    name = parameters.get("name") or topic.name
    icon = parameters.get("icon_custom_emoji_id", topic.icon)
    if len(name) > 128:
        raise bad_request("TOPIC_TITLE_EMPTY")
    if (name, icon) == (topic.name, topic.icon):
        raise bad_request("TOPIC_NOT_MODIFIED")
    topic.name, topic.icon = name, icon
    _tell(world, chat, topic)
    return True


def close(world: World, parameters: dict[str, Any]) -> Any:
    """Bot API closeForumTopic."""
    return _set_closed(world, parameters, closed=True)


def reopen(world: World, parameters: dict[str, Any]) -> Any:
    """Bot API reopenForumTopic."""
    return _set_closed(world, parameters, closed=False)


def delete(world: World, parameters: dict[str, Any]) -> Any:
    """Bot API deleteForumTopic: the topic goes with all its messages."""
    chat = _forum(world, parameters, "can_delete_messages")
    topic = topic_of(chat, parameters["message_thread_id"])
    remove(world, chat, topic)
    return True


def remove(world: World, chat: Chat, topic: Topic) -> None:
    """Take a topic and its messages away, whoever asked for it."""
    topic.deleted = True
    chat.messages = {
        number: message for number, message in chat.messages.items() if message.get("message_thread_id") != topic.id
    }
    _tell(world, chat, topic)


def icon_stickers(_world: World, _parameters: dict[str, Any]) -> Any:
    """Bot API getForumTopicIconStickers."""
    return []


def topic_of(chat: Chat, number: int) -> Topic:
    """A topic that exists, or Telegram's error."""
    topic = chat.topics.get(number)
    if topic is None or topic.deleted:
        raise bad_request("message thread not found")
    return topic


def _set_closed(world: World, parameters: dict[str, Any], *, closed: bool) -> bool:
    chat = _forum(world, parameters)
    topic = topic_of(chat, parameters["message_thread_id"])
    if topic.closed == closed:
        raise bad_request("TOPIC_NOT_MODIFIED")
    topic.closed = closed
    _tell(world, chat, topic)
    return True


def _forum(world: World, parameters: dict[str, Any], right: str = "can_manage_topics") -> Chat:
    chat = world.chat(parameters["chat_id"])
    if not chat.forum:
        raise bad_request("the chat is not a forum")
    if right not in chat.rights:
        raise bad_request(f"not enough rights to {'delete' if 'delete' in right else 'create'} a topic")
    return chat


def _tell(world: World, chat: Chat, topic: Topic) -> None:
    world.tell(
        {
            "kind": "topic",
            "chat": chat.id,
            "topic": {"id": topic.id, "name": topic.name, "closed": topic.closed, "deleted": topic.deleted},
        }
    )
