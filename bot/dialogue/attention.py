"""What is read along when danger is listened for: messages of the last minutes, and an alarm of the last hour."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.conversation import Conversation, Said
from bot.domain.deeplinks import TRIAL
from bot.safety.assessment import Assessment, Level
from bot.safety.screen import Screen

ATTENTIVE_FOR = timedelta(hours=1)
"""How long an alarm makes the screen hear more in what follows."""
TOGETHER_FOR = timedelta(minutes=10)
"""Messages further apart are not one story."""
_MESSAGES, _CHARACTERS = 4, 200

_COMMANDS = frozenset({"start", "menu", "help", "sos", "mens", "privacy", "wis", "inzage", "stop", "taal", "weg"})
_LINKS = ("faq_", "flow_", TRIAL)


def words_of_command(name: str, argument: str) -> str:
    """What somebody says with a command: a made-up one may be a cry ("/zelfmoord"), and so may what follows "/start".

    Payloads of our own links are no words of theirs.
    """
    if name == "start" and argument.startswith(_LINKS):
        return ""
    said = argument if name in _COMMANDS else f"{name} {argument}"
    return said.replace("_", " ").strip()


def hear(screen: Screen, conversation: Conversation, text: str, now: datetime) -> Assessment:
    """What the screen makes of ``text`` from this person, now."""
    said_at = conversation.alarm_said_at
    still = said_at is not None and now - said_at < ATTENTIVE_FOR
    earlier = Level(conversation.alarm) if conversation.alarm and still else Level.NONE
    recent = [said.text for said in conversation.just_said if now - said.at < TOGETHER_FOR]
    return screen.assess(text, earlier=earlier, recent=recent)


def after(conversation: Conversation, text: str, now: datetime, assessment: Assessment) -> Conversation:
    """The same talk, in which ``text`` was said; after an alarm a new story begins."""
    if assessment.level.alarming:
        return replace(conversation, just_said=())
    kept = [said for said in conversation.just_said if now - said.at < TOGETHER_FOR]
    return replace(conversation, just_said=(*kept, Said(text=text[:_CHARACTERS], at=now))[-_MESSAGES:])
