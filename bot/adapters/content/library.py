"""A content folder → everything the dialogue knows, or the full list of what is wrong with it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from bot.adapters.content.approvals import NO_APPROVALS, Approvals, load_approvals
from bot.adapters.content.crisis import load_crisis_replies, require_helplines
from bot.adapters.content.desk_rules import Known
from bot.adapters.content.entries import LocatedEntry, load_all_entries
from bot.adapters.content.facts import Facts, Written, load_facts, raw_texts
from bot.adapters.content.findings import Findings
from bot.adapters.content.flow_texts import written_in
from bot.adapters.content.flow_translations import FlowTranslations, load_flow_translations
from bot.adapters.content.flows import load_flows
from bot.adapters.content.layers import PROFILE_FILE, Layer
from bot.adapters.content.leftovers import name_leftovers
from bot.adapters.content.organisation import load_profile
from bot.adapters.content.other_languages import load_other_languages
from bot.adapters.content.overlay import Override, Stack
from bot.adapters.content.references import entries_without_removed, flows_without_removed
from bot.adapters.content.register import Register, load_register
from bot.adapters.content.safety_texts import written_for_safety
from bot.adapters.content.sentences import load_sentences
from bot.adapters.content.signals import load_all_signals, load_safety_answers
from bot.adapters.content.supplements import (
    Glossary,
    load_contacts,
    load_glossary,
    load_menu,
    load_not_for_us,
    load_smalltalk,
)
from bot.adapters.content.texts import packaged_texts
from bot.adapters.content.translations import Translations, load_translations
from bot.dialogue.library import (
    Contact,
    Library,
    Localised,
    OtherLanguage,
    Profile,
    SafetyAnswer,
    Theme,
)
from bot.domain.audience import Audience
from bot.domain.ids import ContactId, FlowId, Language
from bot.flow.definition import Flow
from bot.matching.corpus import Corpus, SmallTalk, Term
from bot.matching.matcher import Matcher
from bot.safety.crisis import CrisisReplies, CrisisReply
from bot.safety.screen import Screen
from bot.safety.signals import Signals
from bot.text.folding import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """All files read, before a matcher is made of them."""

    layers: tuple[Layer, ...]
    """The folder itself last, before it the one it builds on, and so on."""
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
    crisis: tuple[CrisisReply, ...] = ()
    flows: dict[FlowId, Flow] = field(default_factory=dict)
    sentences: dict[str, Localised] = field(default_factory=dict)
    other_languages: dict[Language, OtherLanguage] = field(default_factory=dict)
    translations: Translations = field(default_factory=Translations)
    flow_translations: FlowTranslations = field(default_factory=FlowTranslations)
    facts: Facts = field(default_factory=Facts)
    register: Register = field(default_factory=Register)
    approvals: Approvals = NO_APPROVALS
    written: tuple[Written, ...] = ()
    """Answers, flows and what is said at danger, as they stand in the files: without their facts filled in."""
    overrides: tuple[Override, ...] = ()
    """What an organisation replaced or took out."""

    def corpus(self) -> Corpus:
        """What the matcher learns from."""
        terms: tuple[Term, ...] = self.glossary.terms
        return Corpus(
            entries=tuple(self.translations.questions(located.entry) for located in self.entries),
            smalltalk=self.smalltalk_phrasings,
            not_for_us=self.not_for_us,
            glossary=terms,
        )

    def library(
        self,
        matcher: Matcher,
        screen: Screen | None = None,
        crisis: CrisisReplies | None = None,
    ) -> Library:
        """The library, with a matcher that was prepared from ``corpus()`` and a screen made of ``signals``."""
        shown = self.profile.unreviewed_translations
        entries = [
            replace(
                self.translations.added_to(located.entry, unreviewed=shown),
                approved=self.approvals.of(located.entry.id),
            )
            for located in self.entries
        ]
        return Library(
            entries={entry.id: entry for entry in entries},
            texts=packaged_texts(),
            matcher=matcher,
            profile=self.profile,
            contacts=self.contacts,
            themes=self.themes,
            smalltalk=self.smalltalk,
            meanings={fold(form): found for found in self.glossary.meanings.values() for form in found.forms},
            screen=screen or Screen(self.signals),
            other_languages=self.other_languages,
            sentences=self.sentences,
            safety_answers=self.safety_answers,
            crisis=crisis or CrisisReplies(self.crisis),
            flows={name: flow for name, flow in self.flows.items() if not flow.draft},
            drafts={name: flow for name, flow in self.flows.items() if flow.draft},
        )


OURSELVES = ContactId("steunpunt")
"""The organisation itself may be referred to like any other."""


def _ourselves(profile: Profile) -> Contact:
    return Contact(
        id=OURSELVES, name={"nl": profile.name}, phone=profile.phone, url=profile.url, schedule=profile.schedule
    )


def _written(entries: Iterable[LocatedEntry], flows: Mapping[FlowId, Flow]) -> Iterator[Written]:
    for located in entries:
        yield from raw_texts(located.fields, located.entry.id, "title", "answer", "more")
    for flow in flows.values():
        yield from written_in(flow)


def load_content(root: Path, findings: Findings) -> Content:
    """Read every file of the folder and of what it builds on; what is wrong goes to ``findings``, the rest is there."""
    stack = Stack(root, findings)
    entries = load_all_entries(stack)
    flows = load_flows(stack)
    smalltalk, phrasings = load_smalltalk(stack)
    themes = load_menu(stack, {located.entry.id for located in entries})
    facts = load_facts(stack)
    flow_translations = load_flow_translations(stack, flows, facts)
    sentences = facts.told(load_sentences(stack))
    named = {theme.id for group in themes.values() for theme in group}
    profile = load_profile(root, findings, Known(themes=sorted(named), flows=sorted(flows), sentences=sentences))
    kept = tuple(
        LocatedEntry(facts.told(located.entry), located.fields, located.allow)
        for located in entries_without_removed(entries, stack)
    )
    crisis, safety_answers = load_crisis_replies(stack), load_safety_answers(stack)
    translations = load_translations(stack, {located.entry.id: located for located in kept}, facts)
    for_safety = tuple(written_for_safety(stack))
    content = Content(
        layers=stack.layers,
        entries=kept,
        facts=facts,
        register=load_register(stack),
        approvals=load_approvals(stack, {located.entry.id: located for located in kept}),
        written=(*_written(kept, flows), *for_safety, *translations.written, *flow_translations.written),
        translations=translations,
        profile=profile,
        contacts={**load_contacts(stack), OURSELVES: _ourselves(profile)},
        glossary=facts.told(load_glossary(stack)),
        themes=themes,
        smalltalk=facts.told(smalltalk),
        smalltalk_phrasings=phrasings,
        not_for_us=load_not_for_us(stack),
        other_languages=facts.told(load_other_languages(stack)),
        sentences=sentences,
        signals=load_all_signals(stack),
        safety_answers=facts.told(safety_answers),
        crisis=facts.told(crisis),
        flows={
            name: facts.told(flow_translations.added_to(flow, unreviewed=profile.unreviewed_translations))
            for name, flow in flows_without_removed(flows, stack).items()
        },
        flow_translations=flow_translations,
        overrides=tuple(stack.overrides),
    )
    require_helplines(stack, for_safety, content.contacts)
    name_leftovers(stack.own, findings)
    if not root.is_dir():
        findings.error(str(root), 1, "map", "deze map bestaat niet", "kijk naar STEUNPUNT_CONTENT_DIR of --content")
    elif not content.entries:
        findings.error(
            PROFILE_FILE if not stack.own.faq.exists() else "faq",
            1,
            "leeg",
            "er is geen enkele vraag gevonden",
            "zet vragen in faq/*.yaml",
        )
    return content
