"""What is remembered of one person between two turns: little, and not for long."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from bot.domain.audience import Audience
from bot.domain.ids import EntryId, Language, MessageId, VisitorKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A button that stands under the last message, kept so that its label or number may also be typed."""

    label: str
    choice: str


class Awaited(StrEnum):
    """What the bot waits for after it said something."""

    CONSENT = "consent"
    """Whether something may go to staff."""
    CONFIRMATION = "confirmation"
    """Whether something that was asked for shall be done."""
    CHOICE = "choice"
    """One of the buttons."""
    STEP = "step"
    """The answer to a question of a flow; the flow reads it."""
    PHONE = "phone"
    """A number to be called back on."""
    RATING = "rating"
    REMARK = "remark"
    OPINION = "opinion"
    """Whether the answer was what they looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """What is waited for, and what each reply leads to. While it stands, what is typed is first read as the reply."""

    kind: Awaited
    yes: str = ""
    """The choice a yes stands for, as a button carries it; empty where a yes means nothing."""
    no: str = ""
    again: str = ""
    """Name of the shorter text that puts it once more."""
    subject: str = ""
    """What it is about: the id of a talk."""
    put: int = 0
    """How often it was put again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Child:
    """What was said about the child, or by the young person about themselves, as far as it changes an answer."""

    age: int | None = None
    school: str = ""
    """Kind of school: ``po``, ``vo``, ``so``, ``mbo``, ``opvang``."""
    group: str = ""
    """Such as ``groep 5`` or ``klas 2``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """The beginning of a message that came a moment ago: danger may be told in pieces."""

    text: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A line that waits for the rest of what somebody is typing."""

    text: str
    message: MessageId


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """The state of one person's talk with the bot; holds no words of the person but their answers in a flow,
    a question they may still pass on, and for two seconds lines that are not finished.
    """

    visitor: VisitorKey
    audience: Audience | None = None
    language: Language | None = None
    """Language the person chose; None as long as nothing was chosen."""
    written: Language | None = None
    """Language they last wrote in, where that is certain; a choice goes first."""
    last_entry: EntryId | None = None
    offers: tuple[Offer, ...] = ()
    misses: int = 0
    """Questions in a row without an answer."""
    gone: bool = False
    """The person blocked the bot; nothing is sent until they come back."""
    just_said: tuple[Said, ...] = ()
    """The last few messages of the last minutes, read along for danger; gone after an alarm."""
    alarm: str = ""
    """Highest level of danger so far (``concern``, ``crisis``, ``acute``); lowers the threshold for what follows."""
    alarm_said_at: datetime | None = None
    """When the long text about danger was last said, so that it is not repeated word for word."""
    alarm_category: str = ""
    """What kind of danger the long text was about; another kind gets its own."""
    crisis_until: datetime | None = None
    """As long as the crisis mode may last; None when there is none, or the person is through."""
    held: str = ""
    """A question that came in the crisis mode, personal data hidden; answered when they are through."""
    flow: str = ""
    """A flow that is going on and the answers in it, as the flow room writes it; empty when there is none."""
    last_question: MessageId | None = None
    """Which message held the last question, so that it may be copied to staff; the words stay in Telegram."""

    unanswered: str = ""
    """A question that got no good answer, personal data hidden, as long as a button to pass it on stands under it."""
    missed: str = ""
    """Why it got none: a value of ``Missed``."""
    asked_opinion: bool = False
    """Whether they were already asked what they think of an answer."""

    pending: tuple[Piece, ...] = ()
    """Lines that wait for the rest; empty again within seconds."""
    expects: Expectation | None = None
    """What is waited for."""
    child: Child = field(default_factory=Child)
    """What was said about the child; like the last answer it is context for half an hour."""
    heard_at: datetime | None = None
    """When the context was last added to."""
    told: tuple[str, ...] = ()
    """Which parts of the last answer were given already: ``answer``, ``more``, or the number of a paragraph."""
    others: tuple[EntryId, ...] = ()
    """What else the last question may have meant."""
    subjects: tuple[EntryId, ...] = ()
    """Subjects of a long story that were named and not shown yet."""
    said: str = ""
    """Fingerprint of what was last said, so that it is not said word for word again."""
    album: str = ""
    """The album of pictures that was answered last: one answer is enough for all of it."""

    trial: str = ""
    """A flow that a colleague plays as somebody else; a state of its own, beside this one."""

    def to_json(self) -> str:
        """Serialise for the store; ``from_json`` gives an equal value back."""
        return json.dumps(
            {
                "audience": self.audience,
                "language": self.language,
                "written": self.written,
                "last_entry": self.last_entry,
                "offers": [[offer.label, offer.choice] for offer in self.offers],
                "misses": self.misses,
                "gone": self.gone,
                "just_said": [[said.text, said.at.isoformat()] for said in self.just_said],
                "alarm": self.alarm,
                "alarm_said_at": self.alarm_said_at.isoformat() if self.alarm_said_at else None,
                "alarm_category": self.alarm_category,
                "crisis_until": self.crisis_until.isoformat() if self.crisis_until else None,
                "held": self.held,
                "last_question": self.last_question,
                "flow": self.flow,
                "unanswered": self.unanswered,
                "missed": self.missed,
                "asked_opinion": self.asked_opinion,
                "pending": [[piece.text, piece.message] for piece in self.pending],
                "expects": asdict(self.expects) if self.expects else None,
                "child": asdict(self.child),
                "heard_at": self.heard_at.isoformat() if self.heard_at else None,
                "told": self.told,
                "others": self.others,
                "subjects": self.subjects,
                "said": self.said,
                "trial": self.trial,
                "album": self.album,
            },
            ensure_ascii=False,
        )

    @classmethod
    def from_json(cls, visitor: VisitorKey, text: str) -> Conversation:
        """Read back what ``to_json`` wrote, also by an earlier version (missing fields get their default)."""
        data = json.loads(text)
        return cls(
            visitor=visitor,
            audience=Audience(data["audience"]) if data.get("audience") else None,
            language=Language(data["language"]) if data.get("language") else None,
            written=Language(data["written"]) if data.get("written") else None,
            last_entry=EntryId(data["last_entry"]) if data.get("last_entry") else None,
            offers=tuple(Offer(label=label, choice=choice) for label, choice in data.get("offers", [])),
            misses=int(data.get("misses", 0)),
            gone=bool(data.get("gone", False)),
            just_said=tuple(Said(text=text, at=datetime.fromisoformat(at)) for text, at in data.get("just_said", ())),
            alarm=str(data.get("alarm", "")),
            alarm_said_at=datetime.fromisoformat(data["alarm_said_at"]) if data.get("alarm_said_at") else None,
            alarm_category=str(data.get("alarm_category", "")),
            crisis_until=datetime.fromisoformat(data["crisis_until"]) if data.get("crisis_until") else None,
            held=str(data.get("held", "")),
            flow=str(data.get("flow", "")),
            last_question=MessageId(data["last_question"]) if data.get("last_question") else None,
            unanswered=str(data.get("unanswered", "")),
            missed=str(data.get("missed", "")),
            asked_opinion=bool(data.get("asked_opinion", False)),
            pending=tuple(Piece(text=text, message=MessageId(at)) for text, at in data.get("pending", ())),
            expects=_expectation(data),
            child=Child(**data["child"]) if data.get("child") else Child(),
            heard_at=datetime.fromisoformat(data["heard_at"]) if data.get("heard_at") else None,
            told=tuple(data.get("told", ())),
            others=tuple(EntryId(name) for name in data.get("others", ())),
            subjects=tuple(EntryId(name) for name in data.get("subjects", ())),
            said=str(data.get("said", "")),
            trial=str(data.get("trial", "")),
            album=str(data.get("album", "")),
        )


def _expectation(data: Mapping[str, Any]) -> Expectation | None:
    """What is waited for; an earlier version only knew that a remark was, by the id of its talk."""
    if data.get("remark_on"):
        return Expectation(kind=Awaited.REMARK, subject=str(data["remark_on"]))
    written = data.get("expects")
    return Expectation(**{**written, "kind": Awaited(written["kind"])}) if written else None
