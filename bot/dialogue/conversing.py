"""Asks the stages in order and lets the first that answers make the turn."""

from bot.dialogue.context import TurnContext
from bot.dialogue.library import Library
from bot.dialogue.stages import STAGES
from bot.dialogue.turn import Turn
from bot.domain.conversation import Conversation
from bot.domain.effects import SendText
from bot.domain.ids import DUTCH, VisitorKey
from bot.domain.inbound import Arrival


class Conversing:
    """The dialogue over one version of the content; ``library`` may be replaced between two turns."""

    def __init__(self, library: Library) -> None:
        self.library = library

    def take_turn(self, conversation: Conversation, arrival: Arrival) -> Turn:
        """Pure: the same inbound, state and library give the same turn."""
        context = TurnContext(library=self.library, conversation=conversation, arrival=arrival)
        for stage in STAGES:
            turn = stage(context)
            if turn is not None:
                return turn
        raise AssertionError("the last stage always answers")

    def apologise(self, conversation: Conversation | None) -> Turn:
        """For an update that could not be handled; needs as little as possible to work."""
        language = (conversation.language if conversation else None) or DUTCH
        text = self.library.texts.say("apology", language, audience="unknown")
        contact = self.library.texts.say("apology-contact", language, phone=self.library.profile.phone)
        return Turn(
            conversation=conversation or Conversation(visitor=VisitorKey("")),
            effects=(SendText(text=f"{text}\n\n{contact}"),),
        )
