"""A new talk in the group: its topic and card, and whatever the rules of the team say about it."""

from bot.dialogue import moments
from bot.dialogue.cards import card, escaped, mention, say, shared_apart, topic_name
from bot.dialogue.context import TurnContext
from bot.dialogue.library import Library
from bot.domain.effects import Buttons, Effect, OpenTopic, Priority, SendStaff, TopicPlace
from bot.domain.ids import DUTCH
from bot.flow.definition import Flow
from bot.handoff.policy import whom_to_call
from bot.handoff.record import Handoff, Status
from bot.handoff.room import Room
from bot.handoff.rules import fitting

MOST_LABELS = 5
"""Labels a talk can have."""


def subjects(context: TurnContext, flow: Flow | None) -> tuple[str, ...]:
    """What rules of the team can be about: the flow they are in, and the theme of the last answer."""
    found = (f"flow:{flow.id}",) if flow is not None else ()
    entry = context.conversation.last_entry
    themes = context.library.themes.get(context.audience, ()) if context.audience else ()
    return (*found, *(f"theme:{theme.id}" for theme in themes if entry in theme.entries))


def told_elsewhere(context: TurnContext, room: Room, handoff: Handoff) -> list[Effect]:
    """In topics of the team that a rule names: that there is a talk, and what it is about."""
    places = dict(room.group.places)
    topics = [places.get(rule.topic.casefold()) for rule in fitting(context.library.profile.rules, handoff)]
    text = say(context.library, "rule-new-talk", alias=escaped(handoff.alias), theme=escaped(handoff.theme) or "-")
    return [SendStaff(text=text, place=TopicPlace(topic=topic)) for topic in dict.fromkeys(topics) if topic is not None]


def announce(context: TurnContext, room: Room, handoff: Handoff) -> list[Effect]:
    """The topic and the card in it."""
    effects: list[Effect] = []
    if handoff.topic_key:
        effects.append(
            OpenTopic(name=topic_name(handoff), handoff=handoff.id, key=handoff.topic_key, lane=handoff.lane)
        )
    text, buttons = card(context.library, room, handoff, context.now)
    profile = context.library.profile
    called = whom_to_call(room, handoff, profile.most_live_per_staff, profile.rules)
    if called and handoff.status is Status.WAITING and moments.is_open(context.library, context.local):
        # Rings once, with the card; a card that changes later rings at nobody.
        new = context.library.texts.say("staff-new-talk", DUTCH, mentions=mention(called))
        text = f"{text}\n\n{new}"
    return [*effects, *put_down(context.library, handoff, text, buttons)]


def put_down(library: Library, handoff: Handoff, text: str, buttons: Buttons) -> list[Effect]:
    """The card as a new message, below what is too long to stand on it."""
    card = (handoff.id, handoff.lane)
    apart = shared_apart(library, handoff)
    above = [SendStaff(text=apart, place=handoff.place, priority=Priority.RELAY)] if apart else []
    return [
        *above,
        SendStaff(text=text, buttons=buttons, place=handoff.place, priority=Priority.RELAY, card=card),
    ]
