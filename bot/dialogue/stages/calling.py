"""To be called back, and to leave a message, while nobody of the team is there.

A number is asked for, said back, and only given to staff after a yes. It stands on the card as long as the talk does.
"""

import re
from dataclasses import replace

from bot.dialogue import moments
from bot.dialogue.cards import refresh, say
from bot.dialogue.choices import Choice, Kind
from bot.dialogue.context import TurnContext
from bot.dialogue.stages import human
from bot.dialogue.turn import Turn
from bot.domain.conversation import Awaited, Expectation
from bot.domain.effects import Button, SendStaff, SendText
from bot.domain.inbound import TextReceived
from bot.handoff.record import Status
from bot.replies.leaning import Leaning, read_leaning
from bot.text.folding import fold
from bot.text.masking import find_phone

_LEAST_DIGITS = 6
"""From how many digits a text is meant as a telephone number."""
_WISH = re.compile(
    r"\b(?:bel|bellen|belt) (?:(?:me|mij|ons|u|je|jullie|iemand|dan|morgen|maandag|even|alsjeblieft|aub) )*terug\b"
    r"|\b(?:me|mij|ons) (?:(?:even|dan|maandag|morgen) )*(?:terug ?bellen|bellen)\b|\bterug ?gebeld\b"
    r"|\bterugbelverzoek\b"
    r"|\bcall (?:me|us) back\b|\bcall (?:me|us) (?:please|tomorrow|on monday)\b"
)
_MESSAGE = re.compile(
    r"(?:(?:ok|oke|ja|dan|graag|nou) )*(?:(?:ik )?(?:wil|kan|mag|zou)(?: (?:ik|graag|dan|willen|hier|ook|een|n))* )?"
    r"(?:laat|stuur|geef|zet)?(?: ?(?:dan|maar|graag|een|n|mijn|even))* ?(?:bericht(?:je)?|boodschap)"
    r"(?: (?:dan|maar|graag|even|voor|het|team|jullie|aan|de))*(?: (?:achter ?laten|achter|inspreken|sturen|doorgeven))"
    r"(?: (?:dan|maar|graag|aub|voor|het|team|jullie|aan|de))*"
    r"|(?:can i |i want to |please )?leave (?:a |you a )?message(?: please)?"
)
"""To leave a message: outside a talk that begins one, in a talk it says when the message is read."""
_NOT_THEM = re.compile(r"\b(?:school|juf|meester|mentor|leerplicht\w*|gemeente|ze|zij|hij|they|the school)\b")
"""Who else may call back: then it is no wish for us."""


def wishes(text: str) -> bool:
    """Whether somebody asks us to call them back."""
    words = fold(text)
    return _WISH.search(words) is not None and _NOT_THEM.search(words) is None


def is_a_reply(context: TurnContext) -> bool:
    """Whether a text answers what was asked about a number, or asks to be called; the rest is for the team."""
    inbound, expects = context.inbound, context.conversation.expects
    if not isinstance(inbound, TextReceived):
        return False
    if expects is not None and expects.kind is Awaited.PHONE:
        digits = sum(sign.isdecimal() for sign in inbound.text)
        reply = read_leaning(inbound.text)
        return digits >= _LEAST_DIGITS or (reply is not None and not reply.rest)
    if expects is not None and expects.kind is Awaited.CONFIRMATION and expects.yes:
        reply = read_leaning(inbound.text)
        if reply is not None and reply.sure and not reply.rest:
            return True
    return wishes(inbound.text)


def take(context: TurnContext) -> Turn | None:
    """A number that was asked for, or the wish to be called back in words."""
    inbound, expects = context.inbound, context.conversation.expects
    if not isinstance(inbound, TextReceived):
        return None
    if expects is not None and expects.kind is Awaited.PHONE and context.handoff is not None:
        number = find_phone(inbound.text)
        if number is not None:
            return _check(context, number)
        return _no(context) if _is_a_no(inbound.text) else _ask(context, "call-unclear")
    if context.conversation.flow:
        return None
    if _MESSAGE.fullmatch(fold(inbound.text)):
        return human.ask(context) if context.handoff is None else chosen(context, Choice(Kind.MESSAGE))
    if not wishes(inbound.text):
        return None
    if context.handoff is not None:
        return _ask(context, "call-ask")
    turn = human.ask(context)
    expected = turn.conversation.expects
    if expected is None or expected.kind is not Awaited.CONSENT:
        return turn
    wanted = replace(expected, subject=human.TO_BE_CALLED)
    return replace(turn, conversation=replace(turn.conversation, expects=wanted))


def chosen(context: TurnContext, choice: Choice) -> Turn | None:
    """The buttons; None when there is no talk that waits any more."""
    handoff = context.handoff
    if handoff is None or handoff.status is Status.CLOSED:
        return None
    expects = context.conversation.expects
    match choice.kind, choice.value:
        case Kind.CALL_BACK, "":
            return _ask(context, "call-ask")
        case Kind.CALL_BACK, "nee":
            return _no(context)
        case Kind.CALL_BACK, "ja" if expects is not None and find_phone(expects.subject) is not None:
            return _given(context, expects.subject)
        case Kind.CALL_BACK, _:
            # The number that belonged to this button is no longer at hand.
            return _ask(context, "call-ask")
        case _:
            said = SendText(text=_when(context, "message-ask"), buttons=human.leave_buttons(context))
            return context.turn(replace(context.conversation, gone=False), said)


def _ask(context: TurnContext, name: str) -> Turn:
    no = Button(label=context.say("button-call-no"), choice=Choice(Kind.CALL_BACK, "nee").data())
    said = SendText(text=context.say(name), buttons=((no,), *context.ways_on(menu=False, human=False)))
    waits = Expectation(kind=Awaited.PHONE, no=no.choice or "")
    return context.turn(replace(context.conversation, gone=False), said, expects=waits)


def _check(context: TurnContext, number: str) -> Turn:
    """Nothing is given before the yes; the number is only kept with the question whether it may be."""
    yes = Button(label=context.say("button-call-yes"), choice=Choice(Kind.CALL_BACK, "ja").data())
    no = Button(label=context.say("button-call-no"), choice=Choice(Kind.CALL_BACK, "nee").data())
    said = SendText(
        text=context.say("call-check", number=number),
        buttons=((yes,), (no,), *context.ways_on(menu=False, human=False)),
    )
    waits = Expectation(
        kind=Awaited.CONFIRMATION, yes=yes.choice or "", no=no.choice or "", again="call-again", subject=number
    )
    return context.turn(replace(context.conversation, gone=False), said, expects=waits)


def _given(context: TurnContext, number: str) -> Turn:
    handoff = context.handoff
    assert handoff is not None
    called = replace(handoff, call_back=number)
    room = context.room.keep(called)
    told = SendText(text=_when(context, "call-noted", number=number), buttons=human.leave_buttons(context))
    note = SendStaff(text=say(context.library, "staff-call-back", alias=handoff.alias), place=handoff.place)
    shown = refresh(context.library, room, called, context.now)
    return context.turn(replace(context.conversation, gone=False), told, *shown, note, room=room)


def _no(context: TurnContext) -> Turn:
    said = SendText(text=context.say("call-none"), buttons=human.leave_buttons(context))
    return context.turn(replace(context.conversation, gone=False), said)


def _when(context: TurnContext, name: str, **arguments: str) -> str:
    """The sentence with the moment at which the team is there again; without one while it is."""
    opening = moments.next_opening(context.library, context.local)
    is_open = moments.is_open(context.library, context.local)
    moment = "" if is_open or opening is None else moments.in_words(opening, context.language, context.local)
    return context.say(name, when="open" if not moment else "closed", moment=moment, **arguments)


def _is_a_no(text: str) -> bool:
    reply = read_leaning(text)
    return reply is not None and reply.leaning is Leaning.NO and not reply.rest
