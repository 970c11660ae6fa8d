"""Asks the stages in order and lets the first that answers make the turn."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from bot.dialogue import attention, gathering, trial
from bot.dialogue.context import TurnContext
from bot.dialogue.library import Library
from bot.dialogue.staffroom import take_staff_turn
from bot.dialogue.stages import STAGES, presenting, speaking
from bot.dialogue.stages.presence import welcomed_back
from bot.dialogue.turn import Turn
from bot.dialogue.understanding import Moment, Understood, hear, is_of_a_person, with_questions, words_in
from bot.dialogue.varying import varied
from bot.domain.conversation import Conversation
from bot.domain.effects import Priority, SendStaff, SendText, UnknownOutcome
from bot.domain.ids import DUTCH, VisitorKey
from bot.domain.inbound import (
    Arrival,
    MediaReceived,
    MessageEdited,
    TextReceived,
)
from bot.handoff.room import Room
from bot.safety.assessment import Assessment, Level
from bot.safety.lifeline import core_text


class Conversing:
    """The dialogue over one version of the content; ``library`` may be replaced between two turns."""

    def __init__(self, library: Library) -> None:
        self.library = library

    def hear(self, moments: Sequence[Moment]) -> Understood:
        """What all these say, compared with danger together; slow, and free of everything around it."""
        return hear(self.library, moments)

    def think(self, heard: Understood, moments: Sequence[Moment]) -> Understood:
        """The same, in which all that these ask was judged too: each turn was gone through once, for nobody to see."""
        understood = with_questions(heard, moments)
        for moment in moments:
            if moment.is_question:
                self.take_turn(moment.conversation, moment.arrival, Room(), understood)
        return understood

    def take_turn(
        self, conversation: Conversation, arrival: Arrival, room: Room, understood: Understood | None = None
    ) -> Turn:
        """Pure: the same inbound, state, staff room and library give the same turn.

        ``understood`` was made of this arrival before, and only saves time.
        """
        library = self.library if understood is None else understood.library
        if not is_of_a_person(arrival):
            return take_staff_turn(library, conversation, arrival, room)
        assessment = attention.hear(library.screen, conversation, words_in(arrival.inbound), arrival.at)
        if assessment.level is not Level.NONE or room.live(conversation.visitor) is not None:
            # Whatever may be meant is never played.
            conversation = trial.without(conversation)
        play = partial(self._play, assessment)
        turn = trial.take(library, conversation, arrival, room, play) or play(library, conversation, arrival, room)
        if isinstance(arrival.inbound, TextReceived):
            heard = attention.after(turn.conversation, arrival.inbound.text, arrival.at, assessment)
            turn = replace(turn, conversation=heard)
        return turn

    def _play(
        self, assessment: Assessment, library: Library, conversation: Conversation, arrival: Arrival, room: Room
    ) -> Turn:
        context = TurnContext(
            library=library,
            conversation=conversation,
            arrival=arrival,
            assessment=assessment,
            room=room,
        )
        if _says_nothing_new(context):
            return Turn(conversation=conversation)
        context, before = welcomed_back(presenting.in_passing(context))
        context, first = gathering.gathered(context, _first)
        context, spoken = speaking.followed(presenting.in_passing(context))
        other = presenting.other_role(context)
        if other is None or context.handoff is not None or context.conversation.flow:
            return _with_album(context, before(varied(context, spoken(first(context)))))
        # "Mijn zoon" from somebody who chose the side of the young: answered so, and offered as a change.
        meant = replace(context, conversation=replace(context.conversation, audience=other.audience))
        return _with_album(context, varied(context, spoken(presenting.with_change(context, other, first(meant)))))

    def apologise(self, conversation: Conversation | None) -> Turn:
        """For an update that could not be handled: help for who needs it now, and somebody must look at it.

        Needs as little as possible to work. What was said may have been danger, so nothing less will do.
        """
        language = (conversation.language if conversation else None) or DUTCH
        text = self.library.texts.say("apology", language, audience="unknown")
        phone = self.library.profile.phone
        name = "apology-contact" if phone else "apology-without-phone"
        contact = self.library.texts.say(name, language, phone=phone)
        told = SendText(
            text=f"{text}\n\n{core_text(language)}\n\n{contact}",
            priority=Priority.CRISIS,
            on_unknown=UnknownOutcome.RESEND,
        )
        warning = SendStaff(text=self.library.texts.say("staff-unheard", DUTCH), priority=Priority.CRISIS)
        return Turn(conversation=conversation or Conversation(visitor=VisitorKey("")), effects=(told, warning))


def _first(context: TurnContext) -> Turn:
    for stage in STAGES:
        turn = stage(context)
        if turn is not None:
            return turn
    raise AssertionError("the last stage always answers")


def _says_nothing_new(context: TurnContext) -> bool:
    """A second picture of an album that was answered, or a change that leaves no words; danger is never nothing."""
    if context.assessment.level is not Level.NONE or context.handoff is not None:
        return False
    match context.inbound:
        case MessageEdited(text=text):
            return not text.strip()
        case MediaReceived(album=album, caption=caption) if album:
            return album == context.conversation.album and not caption.strip()
        case _:
            return False


def _with_album(context: TurnContext, turn: Turn) -> Turn:
    """Which album was answered last."""
    inbound = context.inbound
    if not isinstance(inbound, MediaReceived) or not inbound.album:
        return turn
    return replace(turn, conversation=replace(turn.conversation, album=inbound.album))
