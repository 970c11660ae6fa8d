"""The hour after an alarm: what people say then gets its own fixed reply, and ordinary answers wait.

It ends when the person says so ("het gaat weer"), taps the button, or chooses something from the menu; else an hour
after the last alarm. A first question that comes in between is kept and answered then; who goes on asking is answered,
below the numbers. A flow stands still and asks whether to go on.
"""

import re
from dataclasses import replace

from bot.dialogue import screens
from bot.dialogue.choices import Choice, Kind
from bot.dialogue.context import TurnContext
from bot.dialogue.library import localised
from bot.dialogue.stages import calling, faq, flows, human, live, manners, safety
from bot.dialogue.turn import Turn
from bot.dialogue.varying import fingerprint_of
from bot.dialogue.wording import fill
from bot.domain.conversation import Awaited, Conversation, Expectation
from bot.domain.effects import Button, Buttons, Effect, SendText
from bot.domain.ids import DUTCH
from bot.domain.inbound import TextReceived
from bot.flow.session import read_session
from bot.handoff.record import Status
from bot.replies.leaning import read_leaning
from bot.safety.assessment import Level
from bot.safety.crisis import CrisisReply
from bot.safety.lifeline import core_text
from bot.safety.screen import AFTER_AN_ALARM
from bot.text.folding import fold
from bot.text.masking import mask

_GO_ON = "verder"
_CALLING, _BETTER = "durf_niet_bellen", "gaat_weer"
_LONGEST_HELD = 500
_PERSON = re.compile(r"\b(?:(?:echte?|een) (?:mens|persoon|iemand)|medewerker|human|real person|staff)\b")
"""A question about talking to people is one for a person, in this hour."""


def take(context: TurnContext) -> Turn | None:
    """A text in the hour after an alarm; None when there is none, or somebody else must answer it."""
    inbound, until = context.inbound, context.conversation.crisis_until
    if until is None or not isinstance(inbound, TextReceived):
        return None
    if context.now >= until:
        return None
    if context.handoff is not None and context.handoff.status is not Status.WAITING:
        # Somebody is with them; what they write goes to that person.
        return None
    found = context.assessment.level
    if found is Level.NONE and _replies_to_a_question(context, inbound.text):
        return None
    worse = found is Level.ACUTE and context.conversation.alarm != Level.ACUTE
    # What is danger in itself gets its own text, unless somebody says one of these things in so many words; what alarms
    # only because of the alarm before it does not.
    calm = found is Level.NONE or AFTER_AN_ALARM in context.assessment.reasons
    reply = context.library.crisis.recognise(inbound.text, by_meaning=calm)
    if reply is None and calm and not _answers(context, inbound.text):
        reply = _on_a_bare(context, inbound.text)
    if reply is None or worse or (reply.ends and found is not Level.NONE):
        if found.alarming or _answers(context, inbound.text):
            return None
        return human.ask(context) if _wants_a_human(context, inbound.text) else _first_you(context)
    return _replied(context, reply)


def _wants_a_human(context: TurnContext, text: str) -> bool:
    by_words = _PERSON.search(fold(text)) is not None or calling.wishes(text)
    return by_words or faq.asks_for_a_human(context)


def chosen(context: TurnContext, choice: Choice) -> Turn | None:
    """A button of the crisis mode; None when its reply is no longer there."""
    if choice.value == _GO_ON:
        return _gone_on(context)
    reply = context.library.crisis.replies.get(choice.value)
    return None if reply is None else _replied(context, reply)


def _answers(context: TurnContext, text: str) -> bool:
    """Whether a text is the reply to what was asked, or the words of a button."""
    expects = context.conversation.expects
    if any(fold(offer.label) == fold(text) for offer in context.conversation.offers):
        return True
    return expects is not None and bool(expects.yes) and read_leaning(text) is not None


def _replies_to_a_question(context: TurnContext, text: str) -> bool:
    """Whether it is a plain yes or no to what was asked, or a number to be called back on: no joke is meant by it."""
    expects = context.conversation.expects
    if expects is None or expects.kind not in (Awaited.CONSENT, Awaited.CONFIRMATION, Awaited.PHONE):
        return False
    reply = read_leaning(text)
    return calling.is_a_reply(context) or (reply is not None and reply.sure and not (reply.rest or reply.but))


def _on_a_bare(context: TurnContext, text: str) -> CrisisReply | None:
    """What belongs to a bare yes or no: the alarm asked something. None when just that was said to the one before."""
    reply = context.library.crisis.on_a_bare(text)
    return None if reply is None or _just_said(context, _in_their_languages(context, reply)) else reply


def _just_said(context: TurnContext, text: str) -> bool:
    return fingerprint_of(text) == context.conversation.said


def _replied(context: TurnContext, reply: CrisisReply) -> Turn:
    text = _in_their_languages(context, reply)
    if reply.ends:
        return _through(context, text)
    conversation = replace(context.conversation, gone=False)
    answer = safety.urgent(text, _buttons(context, but=reply.id))
    if context.assessment.level.alarming:
        until = context.now + safety.CRISIS_FOR
        return safety.with_staff(context, replace(conversation, crisis_until=until), answer)
    return _to_staff_too(context, context.turn(conversation, answer))


def _in_their_languages(context: TurnContext, reply: CrisisReply) -> str:
    """In the person's language; where the reply is not written in it, its lifeline comes first and then the reply."""
    said = []
    written = {key.split("@")[0] for key in reply.text}
    for language in context.danger_languages:
        if language in written:
            text = localised(reply.text, language, context.audience)
            said.append(fill(text, context.library, language, context.now))
        else:
            said.append(core_text(language))
    if not written.intersection(context.danger_languages):
        said.append(fill(localised(reply.text, DUTCH, context.audience), context.library, DUTCH, context.now))
    return "\n\n".join(said)


def _first_you(context: TurnContext) -> Turn:
    """Anything else: they first; a question is kept for when they are through. Who goes on about other things gets the
    numbers in one line, and a sure answer: nobody is held in a loop by an alarm that was none.
    """
    before = context.conversation.expects
    put = before.put if before is not None and before.again == _AGAIN else 0
    held = context.conversation.held
    answered = _anyway(context) if put else None
    if answered is None and not context.conversation.flow and faq.knows(context):
        held = _masked(context)
    conversation = replace(context.conversation, gone=False, held=held)
    category = context.conversation.alarm_category or "other"
    go_on = Button(label=context.say("button-crisis-go-on"), choice=Choice(Kind.CRISIS, _GO_ON).data())
    buttons = ((go_on,), *_buttons(context, but=_BETTER))
    waits = Expectation(kind=Awaited.CHOICE, again=_AGAIN, put=put + 1)
    if answered is not None:
        line = safety.urgent(context.say("crisis-still", category=category), ())
        shown = [screens.with_row(e, go_on, first=True) if isinstance(e, SendText) else e for e in answered.effects]
        turn = context.turn(answered.conversation, line, *shown, expects=waits)
        return _to_staff_too(context, turn)
    if put % 2:
        met = manners.words_for(context, context.inbound.text) if isinstance(context.inbound, TextReceived) else None
        parts = (context.say("crisis-still", category=category), met or "", context.say("crisis-here"))
        text = "\n\n".join(part for part in parts if part)
    else:
        then = context.say("crisis-held" if held else "crisis-go-on")
        text = f"{context.say('crisis-first', category=category)}\n\n{then}"
        if _just_said(context, text):
            text = f"{context.say('still-here')}\n\n{then}"
    return _to_staff_too(context, context.turn(conversation, safety.urgent(text, buttons), expects=waits))


_AGAIN = "crisis-still"
"""Marks that they were asked to put themselves first, and how often in a row."""


def _anyway(context: TurnContext) -> Turn | None:
    """The answer to a question that is surely one, when nothing in its words is danger."""
    if context.assessment.level is not Level.NONE or context.conversation.flow:
        return None
    return faq.certain(context)


def _masked(context: TurnContext) -> str:
    text = context.inbound.text if isinstance(context.inbound, TextReceived) else ""
    return mask(text).text[:_LONGEST_HELD]


def _buttons(context: TurnContext, *, but: str) -> Buttons:
    """What many want to say next, without the reply that was just given."""
    names = ((_CALLING, "button-crisis-call"), (_BETTER, "button-crisis-go-on"))
    rows = tuple(
        (Button(label=context.say(label), choice=Choice(Kind.CRISIS, name).data()),)
        for name, label in names
        if name != but and name in context.library.crisis.replies
    )
    return (*rows, *context.ways_on(menu=False))


def _to_staff_too(context: TurnContext, turn: Turn) -> Turn:
    """While a talk waits, the words go on to whoever will take it."""
    handoff = context.handoff
    if handoff is None:
        return turn
    written, lines = live.passed_on(context, replace(handoff, last_person_at=context.now))
    return Turn(conversation=turn.conversation, effects=(*turn.effects, *lines), room=context.room.keep(written))


def through(conversation: Conversation) -> Conversation:
    """The same talk when ordinary answers may come again; what was said still makes the screen attentive."""
    return replace(conversation, crisis_until=None)


def _through(context: TurnContext, text: str) -> Turn:
    """They are through: say so, and offer what was waiting."""
    conversation = replace(through(context.conversation), gone=False)
    waiting = "flow" if read_session(conversation.flow) is not None else "answer" if conversation.held else ""
    if not waiting:
        said = safety.urgent(f"{text}\n\n{context.say('crisis-through')}", context.ways_on())
        return _to_staff_too(context, context.turn(conversation, said))
    go_on = Choice(Kind.CRISIS, _GO_ON).data()
    stop = Choice(Kind.FLOW_ACTION, "stop") if waiting == "flow" else Choice(Kind.MENU)
    button = Button(label=context.say("button-go-on"), choice=go_on)
    said = safety.urgent(f"{text}\n\n{context.say(f'crisis-{waiting}')}", ((button,), *context.ways_on()))
    waits = Expectation(kind=Awaited.CHOICE, yes=go_on, no=stop.data())
    return _to_staff_too(context, context.turn(conversation, said, expects=waits))


def _gone_on(context: TurnContext) -> Turn:
    """What was waiting: the question of the flow, the answer to what was asked in between, or the menu."""
    held = context.conversation.held
    conversation = replace(through(context.conversation), held="", expects=None, gone=False)
    context = replace(context, conversation=conversation)
    if read_session(conversation.flow) is not None:
        shown = flows.chosen(context, Choice(Kind.FLOW_ACTION, "again"))
        if shown is not None:
            return shown
    if held:
        answered = faq.answering(context, held)
        if answered is not None:
            said: tuple[Effect, ...] = (SendText(text=context.say("crisis-on")), *answered.effects)
            return replace(answered, effects=said)
    return context.turn(conversation, screens.menu(context, "crisis-on"))
