"""A content folder → everything the dialogue knows, or the full list of what is wrong with it."""

from dataclasses import dataclass, field
from pathlib import Path

from bot.adapters.content.entries import LocatedEntry, load_entries
from bot.adapters.content.findings import Findings
from bot.adapters.content.flows import load_flows
from bot.adapters.content.organisation import PROFILE_FILE, load_profile
from bot.adapters.content.signals import load_safety_answers, load_signals
from bot.adapters.content.supplements import (
    Glossary,
    load_contacts,
    load_glossary,
    load_menu,
    load_not_for_us,
    load_smalltalk,
)
from bot.adapters.content.texts import packaged_texts
from bot.dialogue.library import Contact, Library, Localised, NoPapers, Papers, Profile, SafetyAnswer, Theme
from bot.domain.audience import Audience
from bot.domain.ids import ContactId, FlowId, Language
from bot.flow.definition import Flow
from bot.matching.corpus import Corpus, SmallTalk, Term
from bot.matching.matcher import Matcher
from bot.safety.screen import Screen
from bot.safety.signals import Signals
from bot.text.folding import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """All files read, before a matcher is made of them."""

    root: Path
    entries: tuple[LocatedEntry, ...]
    profile: Profile
    contacts: dict[ContactId, Contact] = field(default_factory=dict)
    glossary: Glossary = field(default_factory=Glossary)
    themes: dict[Audience, tuple[Theme, ...]] = field(default_factory=dict)
    smalltalk: dict[str, Localised] = field(default_factory=dict)
    smalltalk_phrasings: tuple[SmallTalk, ...] = ()
    not_for_us: dict[Language, tuple[str, ...]] = field(default_factory=dict)
    signals: Signals = field(default_factory=Signals)
    safety_answers: tuple[SafetyAnswer, ...] = ()
    flows: dict[FlowId, Flow] = field(default_factory=dict)

    def corpus(self) -> Corpus:
        """What the matcher learns from."""
        terms: tuple[Term, ...] = self.glossary.terms
        return Corpus(
            entries=tuple(located.entry for located in self.entries),
            smalltalk=self.smalltalk_phrasings,
            not_for_us=self.not_for_us,
            glossary=terms,
        )

    def library(self, matcher: Matcher, papers: Papers | None = None) -> Library:
        """The library, with a matcher that was prepared from ``corpus()``."""
        return Library(
            entries={located.entry.id: located.entry for located in self.entries},
            texts=packaged_texts(),
            matcher=matcher,
            profile=self.profile,
            contacts=self.contacts,
            themes=self.themes,
            smalltalk=self.smalltalk,
            meanings={fold(form): found for found in self.glossary.meanings.values() for form in found.forms},
            screen=Screen(self.signals),
            safety_answers=self.safety_answers,
            flows=self.flows,
            papers=papers or NoPapers(),
        )


def packaged_content() -> Path:
    """The folder with the content that comes with the program."""
    package = Path(__file__).parents[2]
    inside = package / "content"
    return inside if inside.is_dir() else package.parent


OURSELVES = ContactId("steunpunt")
"""The organisation itself may be referred to like any other."""


def _ourselves(profile: Profile) -> Contact:
    return Contact(
        id=OURSELVES, name={"nl": profile.name}, phone=profile.phone, url=profile.url, schedule=profile.schedule
    )


def load_content(root: Path, findings: Findings) -> Content:
    """Read every file; what is wrong goes to ``findings``, the rest is still there."""
    faq = root / "faq" if (root / "faq").is_dir() else root
    entries = load_entries(root, findings)
    smalltalk, phrasings = load_smalltalk(faq, findings)
    profile = load_profile(root, findings)
    content = Content(
        root=root,
        entries=tuple(entries),
        profile=profile,
        contacts={**load_contacts(faq, findings), OURSELVES: _ourselves(profile)},
        glossary=load_glossary(faq, findings),
        themes=load_menu(faq, findings, {located.entry.id for located in entries}),
        smalltalk=smalltalk,
        smalltalk_phrasings=phrasings,
        not_for_us=load_not_for_us(faq, findings),
        signals=load_signals(faq, findings),
        safety_answers=load_safety_answers(faq, findings),
        flows=load_flows(root, findings),
    )
    if not content.entries:
        findings.error(
            PROFILE_FILE if not faq.exists() else "faq",
            1,
            "leeg",
            "er is geen enkele vraag gevonden",
            "zet vragen in faq/*.yaml",
        )
    return content
