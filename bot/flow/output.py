"""What a flow asks for: words to say, a question to put, an answer, a document, a human."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.domain.ids import EntryId, FlowId
from bot.flow.conditions import Value
from bot.flow.definition import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """Content text of a flow."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A sentence of the bot itself, by name; ``arguments`` go into it."""

    name: str
    arguments: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question, with its options as label and value; it waits."""

    text: str
    options: tuple[tuple[str, str], ...]
    rows: int
    """Options a row."""
    question: str
    """Hash that its buttons carry."""
    skip: bool
    help: bool
    back: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowEntry:
    """An answer of the FAQ."""

    entry: EntryId


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferHuman:
    """A talk with staff; label and value of what would be shared, free text marked."""

    summary: tuple[tuple[str, str, bool], ...]
    theme: Texts
    text: str
    urgent: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeDocument:
    """A document of the answers: label, value, and for a scale its number."""

    kind: str
    title: str
    lines: tuple[tuple[str, str, int | None], ...]
    closing: str
    """A sentence at its end; of a letter the letter itself, in Dutch, for that is what school reads."""
    reading: str = ""
    """The same letter in the person's language, where that is another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RemindLater:
    """One later message."""

    flow: FlowId
    step: str
    in_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PassSignal:
    """An anonymous signal for the group."""

    summary: tuple[tuple[str, str], ...]
    theme: Texts
    flow: FlowId
    slots: Mapping[str, Value] = field(default_factory=dict)
    """What was answered, for a survey that is counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A mark that this run passes for the first time: to count."""

    flow: FlowId
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """The flow is over."""

    flow: FlowId
    outcome: str


Output = Spoken | Notice | Asked | ShowEntry | OfferHuman | MakeDocument | RemindLater | PassSignal | Marked | Ended
