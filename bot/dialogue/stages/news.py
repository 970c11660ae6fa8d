"""Asking for news: only after a yes, for a year, and over with one tap, ``/stop`` or ``/wis``."""

from dataclasses import replace

from bot.dialogue.choices import Choice, Kind
from bot.dialogue.context import TurnContext
from bot.dialogue.turn import Turn
from bot.domain.conversation import Awaited, Expectation
from bot.domain.effects import Button, SendText
from bot.domain.inbound import CommandReceived
from bot.domain.news import KEPT_FOR, Subscriber
from bot.handoff.room import Room

COMMAND = "nieuws"
_YES, _NO, _OFF = "ja", "nee", "uit"


def take(context: TurnContext) -> Turn | None:
    """``/nieuws``, and a link on a poster or website that means the same."""
    match context.inbound:
        case CommandReceived(name="nieuws") | CommandReceived(name="start", argument="nieuws"):
            return _ask(context) if context.library.profile.news else None
        case _:
            return None


def chosen(context: TurnContext, choice: Choice) -> Turn | None:
    """Yes, no, or no more."""
    match choice.value:
        case "ja" if context.library.profile.news and context.arrival.origin.channel.can.finds_people_again:
            return _yes(context)
        case "nee":
            text = context.say("news-declined")
            return context.turn(context.conversation, SendText(text=text, buttons=context.ways_on()))
        case "uit":
            room = without(context) or context.room
            text = context.say("news-off")
            return context.turn(context.conversation, SendText(text=text, buttons=context.ways_on()), room=room)
        case _:
            return None


def without(context: TurnContext) -> Room | None:
    """The room in which this person gets no news; None when they asked for none."""
    known = context.room.subscribers.get(context.conversation.visitor)
    if known is None or not known.wants(context.now):
        return None
    return context.room.keep(known.no_more(context.now))


def off_button(context: TurnContext) -> Button:
    """Under every piece of news."""
    return Button(label=context.say("button-news-off"), choice=Choice(Kind.NEWS, _OFF).data())


def _ask(context: TurnContext) -> Turn:
    conversation = replace(context.conversation, gone=False)
    known = context.room.subscribers.get(conversation.visitor)
    if not context.arrival.origin.channel.can.finds_people_again:
        # The page forgets who was there: nobody could be found again.
        return context.turn(conversation, SendText(text=context.say("news-not-here"), buttons=context.ways_on()))
    if known is not None and known.wants(context.now):
        buttons = ((off_button(context),), *context.ways_on())
        return context.turn(conversation, SendText(text=context.say("news-already"), buttons=buttons))
    yes = Button(label=context.say("button-news-yes"), choice=Choice(Kind.NEWS, _YES).data())
    no = Button(label=context.say("button-news-no"), choice=Choice(Kind.NEWS, _NO).data())
    waits = Expectation(kind=Awaited.CONFIRMATION, yes=yes.choice or "", no=no.choice or "", again="news-again")
    text = context.say("news-ask", organisation=context.library.profile.name)
    return context.turn(conversation, SendText(text=text, buttons=((yes,), (no,), *context.ways_on())), expects=waits)


def _yes(context: TurnContext) -> Turn:
    origin = context.arrival.origin
    asked = Subscriber(
        visitor=context.conversation.visitor,
        address=origin.address,
        lane=origin.lane,
        language=context.language,
        audience=context.audience,
        until=context.now + KEPT_FOR,
    )
    said = SendText(text=context.say("news-on"), buttons=((off_button(context),), *context.ways_on()))
    return context.turn(replace(context.conversation, gone=False), said, room=context.room.keep(asked))
