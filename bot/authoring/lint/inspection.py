"""Checks over the whole content: what a single file cannot show."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from bot.adapters.content.entries import LocatedEntry
from bot.adapters.content.findings import Finding, Findings, Severity
from bot.adapters.content.flow_texts import texts_of
from bot.adapters.content.library import Content
from bot.authoring.lint.approvals import inspect_approvals
from bot.authoring.lint.fact_inspection import inspect_facts
from bot.authoring.lint.flow_inspection import Around, inspect_flow
from bot.authoring.lint.overlap import overlapping
from bot.authoring.lint.reach import unreachable, unused_terms
from bot.authoring.lint.readability import readability
from bot.authoring.lint.register_inspection import inspect_register
from bot.authoring.sharing import inspect_shared, load_shared
from bot.dialogue.wording import PLACEHOLDER
from bot.domain.audience import Audience
from bot.domain.ids import DUTCH, ENGLISH
from bot.text.folding import fold

STALE_AFTER = timedelta(days=365)
LEAST_EASE, LEAST_EASE_MORE, LONGEST_SENTENCE = 60, 55, 22
"""Limits of plain Dutch: reading ease of an answer and of its second part, and words in a sentence."""


def inspect(content: Content, today: date | None = None) -> list[Finding]:
    """Every finding that needs the whole, worst first."""
    today = today or datetime.now(UTC).date()
    own, about_packs = content.layers[-1], Findings()
    found: list[Finding] = [*inspect_shared(load_shared(own, about_packs), own), *about_packs.items]
    for located in content.entries:
        found.extend(_references(located, content))
        found.extend(_languages(located))
        found.extend(_sources(located, today))
        found.extend(_lengths(located))
        found.extend(_plain_words(located))
        found.extend(_layout(located))
    found.extend(_said_twice(content))
    found.extend(_unused_contacts(content))
    found.extend(unreachable(content))
    found.extend(unused_terms(content))
    found.extend(overlapping(content.entries))
    audiences = {located.entry.id: located.entry.audiences for located in content.entries}
    around = Around(flows=content.flows, entries=audiences, contacts=content.contacts)
    found.extend(inspect_facts(content.written, content.facts))
    found.extend(inspect_register(content))
    found.extend(inspect_approvals(content.approvals))
    for flow in content.flows.values():
        found.extend(inspect_flow(flow, around))
    return sorted(found, key=lambda item: (item.severity is not Severity.ERROR, item))


def _finding(located: LocatedEntry, field: str, code: str, what: str, advice: str, *, warning: bool = False) -> Finding:
    return Finding(
        file=located.file,
        line=located.fields.line_of(field),
        code=code,
        what=f"{located.entry.id}: {what}",
        advice=advice,
        severity=Severity.WARNING if warning else Severity.ERROR,
    )


def _references(located: LocatedEntry, content: Content) -> Iterator[Finding]:
    entry = located.entry
    if entry.flow is not None and entry.flow not in content.flows:
        yield _finding(
            located, "flow", "stappenplan", f"het stappenplan '{entry.flow}' bestaat niet", "kies een naam uit flows/"
        )
    if entry.flow is not None and entry.flow in content.flows and content.flows[entry.flow].draft:
        yield _finding(
            located,
            "flow",
            "stappenplan",
            f"het stappenplan '{entry.flow}' is nog een concept",
            "haal daar 'draft: true' weg, of laat 'flow' hier nog weg",
        )
    known = {other.entry.id for other in content.entries}
    for name in entry.related:
        if name not in known:
            yield _finding(
                located, "related", "verwijzing", f"'{name}' bestaat niet", "haal hem weg of verbeter de naam"
            )
        if name == entry.id:
            yield _finding(located, "related", "verwijzing", "verwijst naar zichzelf", "haal hem weg")
    for field, texts in (("answer", entry.answer), ("more", entry.more)):
        for text in texts.values():
            for match in PLACEHOLDER.finditer(text):
                if match[2] and match[2] not in content.contacts:
                    yield _finding(
                        located,
                        field,
                        "contact",
                        f"contact '{match[2]}' bestaat niet",
                        "kies een id uit faq/contacts.yaml",
                    )
            leftover = PLACEHOLDER.sub("", text)
            if "{" in leftover or "}" in leftover:
                yield _finding(
                    located,
                    field,
                    "accolade",
                    "er staat een { of } die nergens bij hoort",
                    "schrijf {contact:…} of {steunpunt…}",
                )
    for contact in entry.contacts:
        if contact not in content.contacts:
            yield _finding(
                located, "contacts", "contact", f"contact '{contact}' bestaat niet", "kies een id uit faq/contacts.yaml"
            )


def _said_twice(content: Content) -> Iterator[Finding]:
    """The same question under two entries of one audience: the matcher can only guess which is meant."""
    first: dict[tuple[str, str, Audience], LocatedEntry] = {}
    for located in content.entries:
        for language, questions in located.entry.questions.items():
            for question in questions:
                for audience in located.entry.audiences:
                    earlier = first.setdefault((language, fold(question), audience), located)
                    if earlier.entry.id != located.entry.id:
                        yield _finding(
                            located,
                            "questions",
                            "dubbele_vraag",
                            f"'{question}' staat ook bij {earlier.entry.id}",
                            "laat hem staan waar hij het best past",
                            warning=True,
                        )


def _unused_contacts(content: Content) -> Iterator[Finding]:
    """A contact that no answer and no flow names is never kept up to date."""
    texts = [
        text
        for located in content.entries
        for forms in (located.entry.answer, located.entry.more)
        for text in forms.values()
    ]
    texts += [text for flow in content.flows.values() for step in flow.steps for text in texts_of(step)]
    texts += [text for reply in content.smalltalk.values() for text in reply.values()]
    named = {name for text in texts for name in _NAMED.findall(text)}
    named |= {str(contact) for located in content.entries for contact in located.entry.contacts}
    for contact in content.contacts.values():
        if contact.id not in named and not contact.helpline_for and contact.id not in _ALWAYS_NAMED:
            yield Finding(
                file="faq/contacts.yaml",
                line=1,
                code="ongebruikt",
                what=f"contact '{contact.id}' staat in geen enkel antwoord",
                advice="noem het in een antwoord, of haal het weg",
                severity=Severity.WARNING,
            )


_NAMED = re.compile(r"\{(?:contact|open):([a-z0-9_]+)")
_ALWAYS_NAMED = frozenset({"112", "113", "steunpunt"})


def _plain_words(located: LocatedEntry) -> Iterator[Finding]:
    """B1 Dutch, measured; ``allow: readability`` with a reason excuses an entry."""
    if "readability" in located.allow:
        return
    for field, texts, least in (
        ("answer", located.entry.answer, LEAST_EASE),
        ("more", located.entry.more, LEAST_EASE_MORE),
    ):
        text = texts.get(DUTCH)
        if not text:
            continue
        measured = readability(text)
        if measured.ease < least:
            yield _finding(
                located,
                field,
                "leesbaar",
                f"'{field}' leest te moeilijk ({measured.ease:.0f}, minstens {least})",
                "maak zinnen korter en kies gewone woorden, of schrijf bij allow: readability: waarom het niet kan",
                warning=True,
            )
        elif measured.longest > LONGEST_SENTENCE:
            yield _finding(
                located,
                field,
                "leesbaar",
                f"'{field}' heeft een zin van {measured.longest} woorden (hooguit {LONGEST_SENTENCE})",
                "knip de zin in tweeën",
                warning=True,
            )


_STRAY = re.compile(r"^(?:[ \t]+\*\*.+|(?: {4}|\t)\s*(?![-*•] |\d+[.)] )\S.*)$", re.MULTILINE)
"""A heading, or a line that is no point of a list, with space before it: it hangs in what stands above it."""


def _layout(located: LocatedEntry) -> Iterator[Finding]:
    """A line that stands further in than the others is not shown as its editor meant it."""
    entry = located.entry
    for field, texts in (("answer", entry.answer), ("more", entry.more)):
        for language, text in texts.items():
            stray = _STRAY.search(text)
            if stray is not None:
                yield _finding(
                    located,
                    field,
                    "inspringen",
                    f"in '{field}' ({language}) staat een regel verder naar rechts: '{stray[0].strip()[:40]}'",
                    "haal de spaties voor die regel weg",
                    warning=True,
                )


def _languages(located: LocatedEntry) -> Iterator[Finding]:
    entry = located.entry
    for field, texts in (("title", entry.title), ("answer", entry.answer), ("questions", entry.questions)):
        if texts and DUTCH not in texts:
            yield _finding(located, field, "taal", f"'{field}' heeft geen Nederlands", "zet er 'nl:' bij")
        elif texts and ENGLISH not in texts:
            yield _finding(
                located, field, "vertaling", f"'{field}' heeft geen Engels", "zet er 'en:' bij", warning=True
            )


def _sources(located: LocatedEntry, today: date) -> Iterator[Finding]:
    entry = located.entry
    if not entry.sources:
        yield _finding(located, "sources", "bron", "heeft geen bron", "noem minstens één bron met datum", warning=True)
    for source in entry.sources:
        if source.url and not source.url.startswith(("https://", "http://")):
            yield _finding(located, "sources", "adres", f"'{source.url}' is geen webadres", "begin met https://")
        if source.checked is None:
            yield _finding(
                located,
                "sources",
                "bron_datum",
                "een bron heeft geen datum",
                'vul in: checked: "2026-11-23"',
                warning=True,
            )
        elif today - source.checked > STALE_AFTER:
            yield _finding(
                located,
                "sources",
                "bron_oud",
                "een bron is langer dan een jaar niet nagekeken",
                "kijk of het antwoord nog klopt",
                warning=True,
            )
        elif source.checked > today:
            yield _finding(
                located, "sources", "bron_datum", "een bron is nagekeken in de toekomst", "verbeter de datum"
            )
    if entry.review_by is not None and entry.review_by < today:
        yield _finding(
            located,
            "review_by",
            "herzien",
            "de herziendatum is voorbij",
            "kijk het antwoord na en zet een nieuwe datum",
            warning=True,
        )


def _lengths(located: LocatedEntry) -> Iterator[Finding]:
    entry = located.entry
    for title in entry.title.values():
        if len(title) > 60:
            yield _finding(
                located,
                "title",
                "lengte",
                f"de titel heeft {len(title)} tekens",
                "hooguit 60, want hij staat op een knop",
            )
    for field, texts, most in (("answer", entry.answer, 600), ("more", entry.more, 1500)):
        for language, text in texts.items():
            if len(text) > most and "length" not in located.allow:
                yield _finding(
                    located,
                    field,
                    "lengte",
                    f"'{field}' in {language} heeft {len(text)} tekens",
                    f"hooguit {most}; zet de rest in 'more' of een eigen vraag",
                )
