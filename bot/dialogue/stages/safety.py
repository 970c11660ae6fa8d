"""Danger before everything: fixed text first, number first, then the ways on. Staff hear the kind, never the words."""

import hashlib
from dataclasses import replace
from datetime import timedelta

from bot.dialogue.cards import refresh
from bot.dialogue.choices import Choice, Kind, StaffKind, staff_choice
from bot.dialogue.context import TurnContext
from bot.dialogue.library import localised
from bot.dialogue.stages import faq
from bot.dialogue.stages.live import ALERT_AGAIN_AFTER, relay_effects
from bot.dialogue.turn import Turn
from bot.dialogue.wording import fill
from bot.domain.conversation import Conversation
from bot.domain.effects import Button, Buttons, Effect, Priority, SendStaff, SendText, SetTimer, UnknownOutcome
from bot.domain.ids import DUTCH, Language
from bot.domain.tally import Measure
from bot.handoff.record import Alert
from bot.safety.assessment import Assessment, Level
from bot.safety.lifeline import kind_text

REPEAT_AFTER = timedelta(minutes=30)
"""The same long text at most once in this time; in between a short one, never silence."""

_ORDER = (Level.NONE, Level.CONCERN, Level.CRISIS, Level.ACUTE)


def take(context: TurnContext) -> Turn | None:
    """Answer a text that the screen found alarming, or ask about one that worries it."""
    assessment = context.assessment
    if assessment.level is Level.NONE:
        return None
    before = Level(context.conversation.alarm) if context.conversation.alarm else Level.NONE
    worst = max(before, assessment.level, key=_ORDER.index)
    conversation = context.conversation.evolve(alarm=str(worst), gone=False)
    if not assessment.level.alarming:
        if context.handoff is not None:
            # Somebody is listening already; their line goes on, and staff are told to read it with care.
            return None
        return _worried(replace(context, conversation=conversation))
    said = conversation.alarm_said_at
    if said is not None and context.now - said < REPEAT_AFTER and before is worst:
        text = context.say("still-here")
    else:
        text = _long_text(context, assessment)
        conversation = conversation.evolve(alarm_said_at=context.now)
    return _with_staff(context, conversation, _urgent(context, text))


def _worried(context: TurnContext) -> Turn:
    """Ask first; a question that is understood is answered as well, so that nobody who was misread must ask again."""
    answered = None if context.conversation.flow else faq.certain(context)
    then = context.say("worry-otherwise" if answered is None else "worry-answered")
    asked = _urgent(context, f"{context.say('worry')}\n\n{then}")
    if answered is None:
        return context.turn(context.conversation, asked, _counted(context))
    return context.turn(answered.conversation, asked, _counted(context), *answered.effects, room=answered.room)


def _with_staff(context: TurnContext, conversation: Conversation, answer: SendText) -> Turn:
    """Staff hear the kind of danger; a talk that is going on becomes urgent and the words go on to who is in it."""
    assessment = context.assessment
    alert = Alert(
        id=hashlib.sha256(f"alert/{context.arrival.cause}/{conversation.visitor}".encode()).hexdigest()[:10],
        at=context.now,
        level=str(assessment.level),
        category=str(assessment.category),
        audience=str(context.audience or "unknown"),
        address=context.arrival.origin.address,
        lane=context.arrival.origin.lane,
        visitor=conversation.visitor,
    )
    room = context.room.keep(alert)
    seen = Button(label=context.library.texts.say("button-seen", DUTCH), choice=staff_choice(StaffKind.SEEN, alert.id))
    effects: list[Effect] = [
        answer,
        _counted(context),
        SendStaff(text=_alert(context, assessment), buttons=((seen,),), priority=Priority.CRISIS),
        SetTimer(name=f"signaal:{alert.id}", due=context.now + ALERT_AGAIN_AFTER),
    ]
    handoff = context.handoff
    if handoff is not None:
        urgent = handoff.evolve(urgent=True, waits_since=handoff.waits_since or context.now, last_person_at=context.now)
        room = room.keep(urgent)
        effects += relay_effects(context, urgent)
        effects.append(
            SendStaff(
                text=context.library.texts.say("staff-danger-in-talk", DUTCH),
                place=urgent.place,
                priority=Priority.CRISIS,
            )
        )
        effects += refresh(context.library, room, urgent, context.now)
    return context.turn(conversation, *effects, room=room)


def _counted(context: TurnContext) -> Effect:
    return context.count(Measure.DANGER, str(context.assessment.level))


def _urgent(context: TurnContext, text: str) -> SendText:
    return SendText(text=text, buttons=_ways_on(context), priority=Priority.CRISIS, on_unknown=UnknownOutcome.RESEND)


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


def _alert(context: TurnContext, assessment: Assessment) -> str:
    """In Dutch, for staff: what kind and when; nothing that could tell who."""
    texts = context.library.texts
    return texts.say(
        "staff-alert",
        DUTCH,
        level=str(assessment.level),
        category=str(assessment.category),
        audience=str(context.audience or "unknown"),
        other=str(assessment.about_other).lower(),
    )
