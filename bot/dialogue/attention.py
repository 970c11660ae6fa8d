"""What is read along when danger is listened for: messages of the last minutes, and an alarm of the last hour."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.dialogue.follow_ups import read_loosely
from bot.domain import conversation as talk
from bot.domain.conversation import Conversation
from bot.domain.deeplinks import TRIAL
from bot.safety.assessment import CALM, Assessment, Level
from bot.safety.listening import Said
from bot.safety.screen import Screen
from bot.text.folding import fold

ATTENTIVE_FOR = timedelta(hours=1)
"""How long an alarm makes the screen hear more in what follows."""
TOGETHER_FOR = timedelta(minutes=10)
"""Messages further apart are not one story."""
_MESSAGES, _CHARACTERS = 4, 200

_COMMANDS = frozenset(
    {"start", "menu", "help", "sos", "mens", "privacy", "wis", "inzage", "stop", "taal", "weg", "nieuws"}
)
_LINKS = ("faq_", "flow_", TRIAL)


def words_of_command(name: str, argument: str) -> str:
    """What somebody says with a command: a made-up one may be a cry ("/zelfmoord"), and so may what follows "/start".

    Payloads of our own links are no words of theirs.
    """
    if name == "start" and argument.startswith(_LINKS):
        return ""
    said = argument if name in _COMMANDS else f"{name} {argument}"
    return said.replace("_", " ").strip()


def as_heard(conversation: Conversation, text: str, now: datetime) -> Said:
    """``text`` with what is read along: what was just said, and an alarm of the last hour."""
    said_at = conversation.alarm_said_at
    still = said_at is not None and now - said_at < ATTENTIVE_FOR
    earlier = Level(conversation.alarm) if conversation.alarm and still else Level.NONE
    # Answers to the questions of a flow are no story in pieces.
    recent = () if conversation.flow else tuple(s.text for s in conversation.just_said if now - s.at < TOGETHER_FOR)
    return Said(text, earlier, recent)


def hear(screen: Screen, conversation: Conversation, text: str, now: datetime) -> Assessment:
    """What the screen makes of ``text`` from this person, now."""
    if any(fold(offer.label) == fold(text) for offer in conversation.offers):
        # Words that we put there ourselves; what they lead to is up to who wrote them.
        return CALM
    heard = as_heard(conversation, text, now)
    found = screen.assess(heard.text, earlier=heard.earlier, recent=heard.recent)
    likely = found.level is Level.CONCERN and found.by_likeness
    if likely and (conversation.flow or _asks_on(conversation, text)):
        # "Al heel lang" answers our question, and "kost dat ons nog iets" asks on about the last answer; only words
        # that say more than that are a worry.
        return CALM
    return found


def after(conversation: Conversation, text: str, now: datetime, assessment: Assessment) -> Conversation:
    """The same talk, in which ``text`` was said; after an alarm, or in a flow, a new story begins."""
    if assessment.level.alarming or conversation.flow:
        return replace(conversation, just_said=())
    kept = [said for said in conversation.just_said if now - said.at < TOGETHER_FOR]
    return replace(conversation, just_said=(*kept, talk.Said(text=text[:_CHARACTERS], at=now))[-_MESSAGES:])


_HARMLESS = frozenset({"cost", "sign", "who", "when"})


def _asks_on(conversation: Conversation, text: str) -> bool:
    """Whether every word of it only asks on about an answer that was given."""
    kind = read_loosely(fold(text)) if conversation.last_entry is not None else None
    return kind is not None and kind.name in _HARMLESS
