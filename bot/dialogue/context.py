"""What a stage sees of a turn, and the small helpers all stages share."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.dialogue.choices import Choice, Kind
from bot.dialogue.library import Library
from bot.dialogue.turn import Turn
from bot.dialogue.wording import fill
from bot.domain.audience import Audience
from bot.domain.conversation import Awaited, Conversation, Expectation, Offer
from bot.domain.effects import Button, Buttons, Count, Effect, SendFile, SendText
from bot.domain.ids import DUTCH, EntryId, Language, MessageId
from bot.domain.inbound import Arrival, Inbound, TextReceived
from bot.domain.tally import Measure
from bot.handoff.record import Handoff
from bot.handoff.room import Room
from bot.safety.assessment import CALM, Assessment
from bot.safety.lifeline import CORE_TEXT
from bot.text.language import detect_language
from bot.text.masking import mask

CONTEXT_FOR = timedelta(minutes=30)
"""How long the topic, the last answer and the child are taken along."""
_SURE = 0.9
"""How certain a guess at the language of one message must be before danger is answered in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnContext:
    """One inbound in its surroundings."""

    library: Library
    conversation: Conversation
    arrival: Arrival
    assessment: Assessment = CALM
    room: Room = field(default_factory=Room)

    @property
    def handoff(self) -> Handoff | None:
        """The person's live talk with staff."""
        return self.room.live(self.conversation.visitor)

    @property
    def local(self) -> datetime:
        """The moment on the clock of the steunpunt."""
        return self.now.astimezone(ZoneInfo(self.library.profile.timezone))

    @property
    def inbound(self) -> Inbound:
        """What happened."""
        return self.arrival.inbound

    @property
    def now(self) -> datetime:
        """The moment of the inbound."""
        return self.arrival.at

    @property
    def shareable_question(self) -> MessageId | None:
        """The message of this turn, when it may be shown to staff later: text without personal data."""
        inbound = self.inbound
        if not isinstance(inbound, TextReceived) or inbound.names_account or mask(inbound.text).found:
            return None
        return inbound.message

    @property
    def audience(self) -> Audience | None:
        """Who the person said they are."""
        return self.conversation.audience

    @property
    def language(self) -> Language:
        """The person's choice, else what they write in, else the language of their Telegram, else Dutch."""
        return self._known(self.conversation.language, self.conversation.written, self.arrival.origin.language)

    def _known(self, *wanted: Language | None) -> Language:
        known = self.library.languages
        return next((language for language in wanted if language is not None and language in known), DUTCH)

    @property
    def danger_languages(self) -> tuple[Language, ...]:
        """In which languages danger is answered: the chosen one; else the one just written, beside the usual one.

        The built-in texts know more languages than the rest; a wrong guess may never hide the words in the usual one.
        """
        if self.conversation.language in CORE_TEXT and self.conversation.language is not None:
            return (self.conversation.language,)
        inbound = self.inbound
        written = detect_language(inbound.text, least_certainty=_SURE) if isinstance(inbound, TextReceived) else None
        hint = None if isinstance(inbound, TextReceived) else self.arrival.origin.language
        guesses = (written, hint, self.conversation.written)
        guessed = next((language for language in guesses if language in CORE_TEXT), None)
        usual = self._known(self.conversation.language, self.arrival.origin.language)
        return (usual,) if guessed in (None, usual) else (Language(str(guessed)), usual)

    def say(self, name: str, /, **arguments: str | int) -> str:
        """An interface text in the person's language and form, placeholders filled."""
        audience = self.audience or "unknown"
        channel = str(self.arrival.origin.channel)
        text = self.library.texts.say(name, self.language, audience=str(audience), channel=channel, **arguments)
        return self.fill(text)

    def fill(self, text: str) -> str:
        """Content text with its placeholders filled in the person's language."""
        return fill(text, self.library, self.language, self.now)

    def heard(self, conversation: Conversation, entry: EntryId, *parts: str) -> Conversation:
        """The state after this entry was shown, whole or in parts: what a short follow-up leans on for a while."""
        before = conversation.told if conversation.last_entry == entry and self.recent else ()
        told = tuple(dict.fromkeys((*before, *(parts or ("answer",)))))
        left = tuple(name for name in conversation.subjects if name != entry)
        return replace(conversation, last_entry=entry, misses=0, heard_at=self.now, told=told, subjects=left)

    @property
    def recent(self) -> bool:
        """Whether what was said last still counts as context."""
        heard = self.conversation.heard_at
        return heard is not None and self.now - heard <= CONTEXT_FOR

    def turn(
        self,
        conversation: Conversation,
        *effects: Effect,
        room: Room | None = None,
        expects: Expectation | None = None,
    ) -> Turn:
        """A turn whose last buttons are remembered, so that their labels may be typed as well; ``expects`` is what is
        waited for after it, without it one of the buttons.
        """
        said = [e for e in effects if isinstance(e, SendFile) or (isinstance(e, SendText) and e.to is None)]
        shown = [effect.buttons for effect in said]
        if shown:
            offers = offers_of(shown)
            waits = expects or (Expectation(kind=Awaited.CHOICE) if offers else None)
            conversation = replace(conversation, offers=offers, expects=waits)
        return Turn(conversation=conversation, effects=effects, room=room)

    def count(self, measure: Measure, name: str) -> Count:
        """One more of this, by audience and language."""
        return Count(measure=measure, name=name, audience=str(self.audience or ""), language=self.language)

    def ways_on(self, *, menu: bool = True, human: bool = True) -> Buttons:
        """The row that is under nearly everything: nobody is ever stuck."""
        row = []
        if menu:
            row.append(Button(label=self.say("button-menu"), choice=Choice(Kind.MENU).data()))
        if human:
            row.append(Button(label=self.say("button-human"), choice=Choice(Kind.HUMAN).data()))
        row.append(Button(label=self.say("button-sos"), choice=Choice(Kind.SOS).data(), danger=True))
        return (tuple(row),)


def offers_of(shown: Iterable[Buttons]) -> tuple[Offer, ...]:
    """The buttons of a turn in reading order, without those that only open a web page."""
    return tuple(
        Offer(label=button.label, choice=button.choice)
        for buttons in shown
        for row in buttons
        for button in row
        if button.choice is not None
    )
