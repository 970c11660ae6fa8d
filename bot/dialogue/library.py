"""All content as one immutable value: what the dialogue may say, and what it needs to understand."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol

from bot.dialogue.likening import Likening
from bot.dialogue.opening import Schedule
from bot.domain.audience import Audience
from bot.domain.colours import Colours
from bot.domain.ids import DUTCH, ContactId, EntryId, FlowId, Language
from bot.flow.definition import Flow
from bot.handoff.rules import Macro, Rule
from bot.matching.entry import Entry
from bot.safety.assessment import Category, Level
from bot.text.localising import fitting

if TYPE_CHECKING:
    # Reading and sending need the words of the bot, and not what understands people: numpy and all that comes with it.
    from bot.matching.matcher import Matcher
    from bot.safety.crisis import CrisisReplies
    from bot.safety.screen import Screen

Localised = Mapping[str, str]
"""A text per language; a key may name an audience as well: ``nl``, ``nl@jongere``, ``en``."""


def localised(text: Localised | Mapping[Language, str], language: Language, audience: Audience | None = None) -> str:
    """The best fitting form: language and audience, then language, then Dutch, then whatever there is."""
    return fitting({str(key): form for key, form in text.items()}, language, audience)


class Texts(Protocol):
    """Interface texts (Project Fluent): short sentences of the bot itself."""

    languages: tuple[Language, ...]

    def __hash__(self) -> int:
        """By what it is, so that what was made of it once is found again."""
        ...

    def say(self, name: str, language: Language, /, **arguments: str | int) -> str:
        """The text of this name; falls back to Dutch; raises ``KeyError`` for a name that does not exist."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """An organisation people can turn to."""

    id: ContactId
    name: Localised
    what: Localised = field(default_factory=dict)
    phone: str = ""
    url: str = ""
    chat: str = ""
    schedule: Schedule | None = None
    """When the phone is answered, as far as known."""
    helpline_for: tuple[Audience, ...] = ()
    """Who hears of this line when nobody of the steunpunt is there."""
    youngest: int | None = None
    oldest: int | None = None


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a term means, for "Wat betekent …?"; ``forms`` are all ways to write it."""

    term: str
    text: Localised
    entry: EntryId | None
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A group of entries in the menu."""

    id: str
    title: Localised
    entries: tuple[EntryId, ...]
    """All of them, also those of its groups."""
    groups: tuple["Theme", ...] = ()
    """Where it has too many for one screen: parts of it, each with a button of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The organisation itself."""

    name: str
    region: str = ""
    phone: str = ""
    email: str = ""
    url: str = ""
    hours_text: Localised = field(default_factory=dict)
    schedule: Schedule | None = None
    timezone: str = "Europe/Amsterdam"
    example: bool = False
    """True for the fictional region of the demo; ``run`` refuses to start on it."""
    state_hours: int = 24
    """How long the state of a silent conversation is kept."""
    waiting_minutes: int = 15
    """Without an answer for this long the group is reminded and the person hears so."""
    most_live_per_staff: int = 3
    content_days: int = 7
    """How long a closed talk can be reopened; then its topic and everything about it is erased."""
    crisis_log_days: int = 30
    question_days: int = 30
    """How long a question that somebody passed on is kept; 0: such questions are never kept."""
    languages: tuple[Language, ...] = ()
    """Languages people may choose; empty: all there are."""
    unreviewed_translations: bool = True
    """Translations nobody reviewed are shown, with a line that says so; else English or Dutch is."""
    team: Localised = field(default_factory=dict)
    """Who answers here, in one or two sentences."""
    telegram: str = ""
    """Username of the bot, without @; for links on posters and websites."""
    colours: Colours = field(default_factory=Colours)
    news: bool = False
    """People may ask for news."""
    macros: tuple[Macro, ...] = ()
    rules: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherLanguage:
    """A language there are no answers in: its names, and one paragraph that says what we can do."""

    id: Language
    names: tuple[str, ...]
    """Its own name first, then other ways to ask for it."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyAnswer:
    """A fixed text for danger, approved by somebody who may."""

    level: Level
    category: Category
    text: Localised
    about_other: Localised = field(default_factory=dict)
    """For somebody who worries about another person; empty means the same text."""


def _no_screen() -> "Screen":
    from bot.safety.screen import Screen
    from bot.safety.signals import Signals

    return Screen(Signals())


def _no_replies() -> "CrisisReplies":
    from bot.safety.crisis import CrisisReplies

    return CrisisReplies()


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """Everything the dialogue knows, in one version."""

    entries: Mapping[EntryId, Entry]
    texts: Texts
    matcher: "Matcher"
    profile: Profile
    contacts: Mapping[ContactId, Contact] = field(default_factory=dict)
    themes: Mapping[Audience, tuple[Theme, ...]] = field(default_factory=dict)
    smalltalk: Mapping[str, Localised] = field(default_factory=dict)
    meanings: Mapping[str, Meaning] = field(default_factory=dict)
    """Explained words, by every way to write them (folded)."""
    screen: "Screen" = field(default_factory=_no_screen)
    flows: Mapping[FlowId, Flow] = field(default_factory=dict)
    drafts: Mapping[FlowId, Flow] = field(default_factory=dict)
    """Flows that are not ready: only staff play them."""
    sentences: Mapping[str, Localised] = field(default_factory=dict)
    """Fixed sentences for staff, by name."""
    other_languages: Mapping[Language, OtherLanguage] = field(default_factory=dict)
    safety_answers: tuple[SafetyAnswer, ...] = ()
    """Only approved ones; without, the built-in text of that kind is said."""
    crisis: "CrisisReplies" = field(default_factory=_no_replies)
    """What is said in the hour after an alarm."""
    likening: Likening = field(default_factory=Likening)
    """Tells which option a reply in other words means."""

    @property
    def languages(self) -> tuple[Language, ...]:
        """Those this organisation offers; Dutch always."""
        offered = self.profile.languages
        return tuple(one for one in self.texts.languages if not offered or one in offered or one == DUTCH)

    def with_drafts(self) -> "Library":
        """The same content in which drafts can be played too."""
        return replace(self, flows={**self.flows, **self.drafts}) if self.drafts else self
