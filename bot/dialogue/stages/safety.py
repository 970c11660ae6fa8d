"""Danger before everything: fixed text first, number first, then the ways on. Staff hear the kind, never the words."""

import hashlib
from dataclasses import replace
from datetime import timedelta

from bot.dialogue.cards import alert_card, refresh
from bot.dialogue.choices import Choice, Kind
from bot.dialogue.context import TurnContext
from bot.dialogue.library import localised
from bot.dialogue.stages import faq
from bot.dialogue.stages.live import passed_on
from bot.dialogue.stages.ringing import ALERT_AGAIN_AFTER, answer_timer
from bot.dialogue.turn import Turn
from bot.dialogue.wording import fill
from bot.domain.alarms import Alarm, AlarmKind
from bot.domain.conversation import Conversation
from bot.domain.effects import (
    Button,
    Buttons,
    EditStaff,
    Effect,
    Priority,
    SendStaff,
    SendText,
    SetTimer,
    UnknownOutcome,
)
from bot.domain.ids import DUTCH, HandoffId, Language
from bot.domain.tally import Measure
from bot.handoff.record import Alert
from bot.handoff.room import Room
from bot.safety.assessment import Assessment, Level
from bot.safety.lifeline import kind_text

REPEAT_AFTER = timedelta(minutes=30)
"""The same long text at most once in this time; in between a short one, never silence."""

CRISIS_FOR = timedelta(hours=1)
"""How long after the last alarm ordinary answers wait until somebody says they are through."""

_ORDER = (Level.NONE, Level.CONCERN, Level.CRISIS, Level.ACUTE)


def take(context: TurnContext) -> Turn | None:
    """Answer a text that the screen found alarming, or ask about one that worries it."""
    assessment = context.assessment
    if assessment.level is Level.NONE:
        return None
    before = Level(context.conversation.alarm) if context.conversation.alarm else Level.NONE
    worst = max(before, assessment.level, key=_ORDER.index)
    conversation = replace(context.conversation, alarm=str(worst), gone=False)
    if not assessment.level.alarming:
        if context.handoff is not None:
            # Somebody is listening already; their line goes on, and staff are told to read it with care.
            return None
        return _worried(replace(context, conversation=conversation))
    held = conversation.held if conversation.crisis_until and context.now < conversation.crisis_until else ""
    conversation = replace(conversation, crisis_until=context.now + CRISIS_FOR, held=held)
    said, kind = conversation.alarm_said_at, str(assessment.category or "")
    repeats = said is not None and context.now - said < REPEAT_AFTER and before is worst
    if repeats and kind in ("", conversation.alarm_category):
        text = context.say("still-here")
    else:
        text = _long_text(context, assessment)
        conversation = replace(conversation, alarm_said_at=context.now, alarm_category=kind)
    return with_staff(context, conversation, urgent(text, _ways_on(context)))


def _worried(context: TurnContext) -> Turn:
    """Ask first; a question that is understood is answered as well, so that nobody who was misread must ask again."""
    answered = None if context.conversation.flow else faq.certain(context)
    then = context.say("worry-otherwise" if answered is None else "worry-answered")
    asked = urgent(f"{context.say('worry')}\n\n{then}", _ways_on(context))
    if answered is None:
        return context.turn(context.conversation, asked, _counted(context))
    return context.turn(answered.conversation, asked, _counted(context), *answered.effects, room=answered.room)


def with_staff(context: TurnContext, conversation: Conversation, answer: SendText) -> Turn:
    """Staff hear the kind of danger; a talk that is going on becomes urgent and the words go on to who is in it."""
    room, effects = _warned(context, conversation)
    effects = [answer, _counted(context), *effects]
    handoff = context.handoff
    if handoff is not None:
        waits = handoff.waits_since or context.now
        urgent = replace(handoff, urgent=True, waits_since=waits, last_person_at=context.now, rests=False)
        urgent, lines = passed_on(context, urgent)
        room = room.keep(urgent)
        effects += lines
        effects.append(
            SendStaff(
                text=context.library.texts.say("staff-danger-in-talk", DUTCH),
                place=urgent.place,
                priority=Priority.CRISIS,
            )
        )
        effects += refresh(context.library, room, urgent, context.now)
        if handoff.rests:
            # A colleague let it rest for a while: that is over.
            effects.append(answer_timer(context, urgent))
    return context.turn(conversation, *effects, room=room)


def _warned(context: TurnContext, conversation: Conversation) -> tuple[Room, list[Effect]]:
    """One card for each person: while nobody saw it, what comes later is added to it and rings again."""
    assessment = context.assessment
    own = [alert for alert in context.room.alerts.values() if alert.visitor == conversation.visitor]
    unseen = next((alert for alert in own if alert.seen_by is None), None)
    if unseen is not None:
        worse = max(Level(unseen.level), assessment.level, key=_ORDER.index)
        category = unseen.category if worse is Level(unseen.level) else str(assessment.category)
        again = replace(unseen, level=str(worse), category=category, times=unseen.times + 1, raised=0)
        room = context.room.keep(again)
        effects: list[Effect] = []
        if again.card is not None:
            card_of = (HandoffId(again.id), again.lane)
            effects.append(EditStaff(message=again.card, **alert_card(context.library, again), card=card_of))
        if unseen.raised:
            # It was rung for already: what is new deserves that again, from the beginning.
            effects.append(SetTimer(alarm=Alarm(AlarmKind.DANGER, again.id), due=context.now + ALERT_AGAIN_AFTER))
        return room, effects
    alert = Alert(
        id=hashlib.sha256(f"alert/{context.arrival.cause}/{conversation.visitor}".encode()).hexdigest()[:10],
        at=context.now,
        level=str(assessment.level),
        category=str(assessment.category),
        audience=str(context.audience or "unknown"),
        about_other=assessment.about_other,
        address=context.arrival.origin.address,
        lane=context.arrival.origin.lane,
        visitor=conversation.visitor,
    )
    card = SendStaff(
        **alert_card(context.library, alert), priority=Priority.CRISIS, card=(HandoffId(alert.id), alert.lane)
    )
    ring = SetTimer(alarm=Alarm(AlarmKind.DANGER, alert.id), due=context.now + ALERT_AGAIN_AFTER)
    return context.room.keep(alert), [card, ring]


def _counted(context: TurnContext) -> Effect:
    return context.count(Measure.DANGER, str(context.assessment.level))


def urgent(text: str, buttons: Buttons) -> SendText:
    """A text about danger: goes before everything, and rather twice than not at all."""
    return SendText(text=text, buttons=buttons, priority=Priority.CRISIS, on_unknown=UnknownOutcome.RESEND)


def _long_text(context: TurnContext, assessment: Assessment) -> str:
    """In the language the person wrote in, and in theirs when that is not sure to be the same."""
    return "\n\n".join(_in_language(context, assessment, language) for language in context.danger_languages)


def _in_language(context: TurnContext, assessment: Assessment, language: Language) -> str:
    for answer in context.library.safety_answers:
        if (answer.level, answer.category) == (assessment.level, assessment.category):
            texts = answer.about_other if assessment.about_other and answer.about_other else answer.text
            if any(key.split("@")[0] == language for key in texts):
                text = localised(texts, language, context.audience)
                return fill(text, context.library, language, context.now)
    return kind_text(assessment, language, context.audience)


def _ways_on(context: TurnContext) -> Buttons:
    misunderstood = Button(label=context.say("button-misunderstood"), choice=Choice(Kind.MISUNDERSTOOD).data())
    return ((misunderstood,), *context.ways_on())
