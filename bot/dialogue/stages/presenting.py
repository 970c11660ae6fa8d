"""Somebody who says who they are: the answers fit from then on, and changing it is one sentence or one tap."""

from dataclasses import replace

from bot.dialogue import screens
from bot.dialogue.choices import Choice, Kind
from bot.dialogue.context import TurnContext
from bot.dialogue.flowing import engine
from bot.dialogue.hearing import Role, Said, read_child, read_role
from bot.dialogue.stages import browsing
from bot.dialogue.turn import Turn
from bot.domain.audience import Audience
from bot.domain.conversation import Child
from bot.domain.effects import Button, SendText
from bot.domain.inbound import TextReceived
from bot.flow.definition import SlotType
from bot.flow.session import read_session

_LEADS = {Role.HELPER: "hello-helper", Role.PROFESSIONAL: "hello-professional"}


def take(context: TurnContext) -> Turn | None:
    """Only where a message says nothing else; who they are in passing is heard by :func:`in_passing`."""
    if not isinstance(context.inbound, TextReceived):
        return None
    said = read_role(context.inbound.text)
    if said is None or not said.whole or _answers_a_question(context, said):
        return None
    if said.audience is context.audience and said.role in (Role.PARENT, Role.YOUTH):
        text = SendText(text=context.say("role-known"), buttons=screens.menu(context).buttons)
        return context.turn(replace(context.conversation, gone=False), text)
    turn = browsing.with_audience(context, said.audience, _LEADS.get(said.role, "hello"))
    child = read_child(context.inbound.text, Child())
    if said.role is Role.YOUTH and child != Child():
        return replace(turn, conversation=replace(turn.conversation, child=child, heard_at=context.now))
    return turn


def _answers_a_question(context: TurnContext, said: Said) -> bool:
    """In a flow only a role that changes something counts, and never where words or a number were asked for."""
    session = read_session(context.conversation.flow)
    if session is None:
        return False
    slot = engine(context).waiting_slot(session)
    return said.audience is context.audience or (slot is not None and slot.type in (SlotType.TEXT, SlotType.NUMBER))


def in_passing(context: TurnContext) -> TurnContext:
    """The moment with what the words say in passing: the child, and who is talking when nobody said so yet.

    Context of more than half an hour ago is forgotten first.
    """
    conversation = context.conversation
    if conversation.heard_at is not None and not context.recent:
        conversation = replace(
            conversation, child=Child(), told=(), others=(), subjects=(), last_entry=None, heard_at=None
        )
    if isinstance(context.inbound, TextReceived) and context.handoff is None:
        child = read_child(context.inbound.text, conversation.child)
        if child != conversation.child:
            conversation = replace(conversation, child=child, heard_at=context.now)
        said = read_role(context.inbound.text)
        if said is not None and not said.whole and conversation.audience is None:
            conversation = replace(conversation, audience=said.audience)
    return replace(context, conversation=conversation)


def other_role(context: TurnContext) -> Said | None:
    """Who the words of this question say is talking, where it is not who they said they were."""
    if not isinstance(context.inbound, TextReceived) or context.audience is None:
        return None
    said = read_role(context.inbound.text)
    return said if said is not None and not said.whole and said.audience is not context.audience else None


def with_change(context: TurnContext, said: Said, turn: Turn) -> Turn:
    """The turn of the other role, with a button to stay in it; what was chosen stays until they say so."""
    label = context.say("button-youth" if said.audience is Audience.YOUTH else "button-parent")
    button = Button(label=label, choice=Choice(Kind.AUDIENCE, said.audience).data())
    texts = [at for at, effect in enumerate(turn.effects) if isinstance(effect, SendText) and effect.to is None]
    if turn.conversation.flow:
        # A flow of the other side has begun: they are on that side now.
        return turn
    kept = replace(turn.conversation, audience=context.audience)
    if not texts:
        return replace(turn, conversation=kept)
    last = turn.effects[texts[-1]]
    effects = list(turn.effects)
    if isinstance(last, SendText):
        effects[texts[-1]] = screens.with_row(last, button)
    return context.turn(kept, *effects, room=turn.room, expects=turn.conversation.expects)
