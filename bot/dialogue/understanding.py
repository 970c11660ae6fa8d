"""Understanding what several people said before their turns are taken: together, and away from the turns themselves.

Reading, comparing with danger and measuring against the questions are most of what a message costs. What comes out is
the same library with a screen and a matcher that have judged these messages already: a turn with it says the same as
one without, and sooner. Nothing of a person is kept in it longer than their turn.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.dialogue import attention
from bot.dialogue.library import Library
from bot.domain.alarms import AlarmKind
from bot.domain.conversation import Conversation
from bot.domain.inbound import (
    Arrival,
    CommandReceived,
    Inbound,
    MediaReceived,
    MessageEdited,
    StaffInbound,
    TextReceived,
    WaitExpired,
)
from bot.matching.looks import Asked


@dataclass(frozen=True, slots=True)
class Moment:
    """Somebody's arrival, and how their conversation stood just before; when it moved on since, time is lost and
    nothing else.
    """

    conversation: Conversation
    arrival: Arrival
    talking: bool = False
    """With staff: what is asked is passed on, not answered."""

    @property
    def is_question(self) -> bool:
        """Whether it may be answered by us: no command, and no answer to the questions of a flow."""
        own = isinstance(self.arrival.inbound, TextReceived | MessageEdited | MediaReceived | WaitExpired)
        return own and not self.talking and not self.conversation.flow


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """What was made of some moments."""

    library: Library
    alarming: frozenset[str] = frozenset()
    """Causes of the arrivals in which danger is heard."""


def hear(library: Library, moments: Sequence[Moment]) -> Understood:
    """Only danger, which goes first."""
    said = [(moment, words) for moment in moments if (words := words_of(moment.arrival))]
    if not said:
        return Understood(library=library)
    screen = library.screen.having_heard(
        [attention.as_heard(moment.conversation, words, moment.arrival.at) for moment, words in said]
    )
    alarming = {
        moment.arrival.cause
        for moment, words in said
        if attention.hear(screen, moment.conversation, words, moment.arrival.at).level.alarming
    }
    return Understood(library=replace(library, screen=screen), alarming=frozenset(alarming))


def with_questions(heard: Understood, moments: Sequence[Moment]) -> Understood:
    """The same, in which the questions in these were looked at as well."""
    questions = [asked for moment in moments if moment.is_question and (asked := _asked(moment)) is not None]
    if not questions:
        return heard
    matcher = heard.library.matcher.having_judged(questions)
    return replace(heard, library=replace(heard.library, matcher=matcher))


def words_of(arrival: Arrival) -> str:
    """Every text of a person, wherever it stands; nothing of staff."""
    return words_in(arrival.inbound) if is_of_a_person(arrival) else ""


def words_in(inbound: Inbound) -> str:
    """Messages, captions and what is read inside them, edits, words behind a command."""
    match inbound:
        case TextReceived(text=text) | MessageEdited(text=text):
            return text
        case MediaReceived(caption=caption, inside=inside):
            return f"{caption} {inside}".strip()
        case CommandReceived(name=name, argument=argument):
            return attention.words_of_command(name, argument)
        case _:
            return ""


def is_of_a_person(arrival: Arrival) -> bool:
    """Not of the group, and not a timer of the group itself."""
    return bool(arrival.origin.visitor) and not isinstance(arrival.inbound, StaffInbound)


def needs_thought(arrival: Arrival) -> bool:
    """Whether it says something, or ends the wait for more of it."""
    waited = isinstance(arrival.inbound, WaitExpired) and arrival.inbound.alarm.kind is AlarmKind.GATHER
    return is_of_a_person(arrival) and (waited or bool(words_in(arrival.inbound)))


def _asked(moment: Moment) -> Asked | None:
    """The question in a text or a caption."""
    match moment.arrival.inbound:
        case TextReceived(text=text) | MessageEdited(text=text) | MediaReceived(caption=text):
            question = text.strip()
        case _:
            return None
    return Asked(question, moment.conversation.audience, moment.conversation.language) if question else None
