"""One item of the FAQ as the rooms see it; the content adapter makes it from YAML."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from bot.domain.audience import Audience
from bot.domain.ids import ContactId, EntryId, FlowId, Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where an answer comes from and when somebody last looked."""

    title: str
    url: str
    checked: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """Who looked over an answer, and when."""

    by: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A question people have, its phrasings per language, and the approved answer (Markdown) per language."""

    id: EntryId
    audiences: frozenset[Audience]
    title: Mapping[Language, str]
    questions: Mapping[Language, tuple[str, ...]]
    answer: Mapping[Language, str]
    keywords: Mapping[Language, tuple[str, ...]] = field(default_factory=dict)
    more: Mapping[Language, str] = field(default_factory=dict)
    sources: tuple[Source, ...] = ()
    review_by: date | None = None
    related: tuple[EntryId, ...] = ()
    flow: FlowId | None = None
    contacts: tuple[ContactId, ...] = ()
    human: bool = False
    delicate: bool = False
    approved: Approval | None = None
    """Who may be named under the Dutch answer as having looked it over."""
    translated_questions: Mapping[Language, tuple[str, ...]] = field(default_factory=dict)
    """Phrasings that came with a translation; apart from ``questions``, which editors wrote."""
    unreviewed: frozenset[Language] = frozenset()
    """Languages whose text nobody reviewed yet."""
