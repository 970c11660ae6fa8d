"""``faq review-sheet`` and ``faq approve``: an expert reads answers on paper, and it is recorded who approved what."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from bot.adapters.content.approvals import Approved
from bot.adapters.content.entries import LocatedEntry
from bot.adapters.content.findings import Findings
from bot.adapters.content.layers import layers_of, packaged_content
from bot.adapters.content.library import Content, load_content
from bot.adapters.content.translations import mark_of
from bot.authoring.editing.approving import record
from bot.dialogue.library import Library, Theme, localised
from bot.dialogue.wording import fill
from bot.domain.audience import Audience
from bot.domain.errors import ContentError, SettingsError
from bot.domain.ids import DUTCH, EntryId
from bot.domain.program import typed
from bot.matching.corpus import Corpus
from bot.matching.matcher import Matcher
from bot.text.placeholders import OPEN_NOW

_EXPLANATION = (
    "Hieronder staan de vragen met het antwoord zoals mensen het lezen. Zet bij elk antwoord een kruis.",
    "Klopt iets niet? Zet een kruis bij **klopt niet** en schrijf op wat er anders moet.",
    "Onder de vraag staat een kleine code. Verandert het antwoord, dan verandert de code, en leest iemand het opnieuw.",
    "Onder **Let hierop** staat waar we zelf op letten.",
    "Gelezen door: ______________________   functie: ____________________   datum: ______________",
)
_OLD_TEXT = timedelta(days=5 * 365)
"""An article read in a text older than this may have changed since."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which answers go on the sheet."""

    audience: str
    theme: str | None = None
    open_only: bool = False
    """Only those that nobody approved in this version."""


def review_sheet_command(wanted: Wanted, root: Path | None, output: Path) -> int:
    """Write the sheet and say what to do with it."""
    from bot.authoring.drawing.review_sheet import ReviewItem, ReviewSheet, count_of, review_pdf

    content = _content(root or packaged_content())
    library = content.library(Matcher.prepare(Corpus(entries=())))
    audience, today = Audience(wanted.audience), datetime.now(UTC).date()
    places = {located.entry.id: located for located in content.entries}
    themes: list[tuple[str, tuple[ReviewItem, ...]]] = []
    done: set[EntryId] = set()
    for theme in _themes(content, audience, wanted.theme):
        items = []
        for name in theme.entries:
            approved = content.approvals.current.get(name)
            if name in done or name not in places or (wanted.open_only and approved is not None):
                continue
            done.add(name)
            located = places[name]
            entry = located.entry
            items.append(
                ReviewItem(
                    title=localised(entry.title, DUTCH, audience),
                    version=version_of(located),
                    answer=_said(localised(entry.answer, DUTCH, audience), library),
                    more=_said(localised(entry.more, DUTCH, audience), library),
                    sources=tuple(_source(source.title, source.checked) for source in entry.sources),
                    doubts=tuple(doubts(located, content, today)),
                    approved=f"Nagekeken door {approved.by} op {approved.on:%d-%m-%Y}." if approved else "",
                )
            )
        if items:
            themes.append((localised(theme.title, DUTCH, audience), tuple(items)))
    whom = "ouders" if audience is Audience.PARENT else "jongeren"
    sheet = ReviewSheet(
        title=f"Antwoorden voor {whom}: klopt het?",
        explanation=_EXPLANATION,
        themes=tuple(themes),
        foot=f"{content.profile.name}, antwoorden voor {whom}",
    )
    if not themes:
        print("Er is niets na te kijken: al deze antwoorden zijn goedgekeurd.")
        return 0
    output.write_bytes(review_pdf(sheet))
    print(f"{output} staat klaar, met {count_of(sheet)} antwoorden in {len(themes)} thema('s).")
    print(f'Gelezen? Leg het vast: {typed("faq approve")} CODE … --by "Naam, functie"')
    return 0


def _content(root: Path) -> Content:
    findings = Findings()
    content = load_content(root, findings)
    if findings.errors:
        raise ContentError("Los eerst de fouten op:\n" + "\n".join(str(one) for one in findings.errors))
    return content


def _themes(content: Content, audience: Audience, wanted: str | None) -> Sequence[Theme]:
    themes = content.themes.get(audience, ())
    if wanted is None:
        listed = {name for theme in themes for name in theme.entries}
        rest = tuple(
            located.entry.id
            for located in content.entries
            if audience in located.entry.audiences and located.entry.id not in listed
        )
        return (*themes, Theme(id="overig", title={"nl": "Niet in het menu"}, entries=rest)) if rest else themes
    found = [part for theme in themes for part in (theme, *theme.groups) if part.id == wanted]
    if not found:
        raise SettingsError(f"Het thema '{wanted}' is er niet. Kies uit: {', '.join(theme.id for theme in themes)}.")
    return found


def version_of(located: LocatedEntry) -> str:
    """What stands under a question on the sheet, and is typed after ``faq approve``."""
    return f"{located.entry.id}:{mark_of(located.entry)}"


def _said(text: str, library: Library) -> str:
    return fill(OPEN_NOW.sub("", text), library, DUTCH, datetime.now(UTC))


def _source(title: str, checked: date | None) -> str:
    return f"{title} ({checked:%d-%m-%Y})" if checked else f"{title} (zonder datum)"


def doubts(located: LocatedEntry, content: Content, today: date) -> list[str]:
    """What an expert should look at: what the editor wrote, articles in an old text or unread, bills, what changed."""
    entry = located.entry
    found = list(located.fields.names("doubts"))
    for article in content.register.articles:
        if entry.id not in article.entries:
            continue
        if article.read is None:
            found.append(f"De tekst van dit artikel is niet zelf gelezen: {article}.")
        elif today - article.read > _OLD_TEXT:
            found.append(f"Gelezen in een oude tekst ({article.read:%d-%m-%Y}): {article}.")
    bills = [bill for bill in content.register.bills if entry.id in bill.entries]
    found += [f"Wetsvoorstel: {bill.name}, {bill.state}." for bill in bills]
    older = content.approvals.older.get(entry.id)
    if older is not None:
        found.append(f"Veranderd sinds {older.by} het op {older.on:%d-%m-%Y} goedkeurde.")
        found += [f"Opmerking van toen: {older.remark}"] if older.remark else []
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """What somebody approved."""

    codes: Sequence[str]
    by: str
    on: str | None = None
    remark: str = ""
    shown: bool = False


def approve_command(approval: Approval, root: Path | None) -> int:
    """Record it; nothing is written when one of the codes is wrong."""
    root = root or packaged_content()
    content = _content(root)
    if not approval.by.strip():
        raise SettingsError('Wie keurde het goed? Schrijf: --by "Naam, functie"')
    try:
        day = date.fromisoformat(approval.on) if approval.on else datetime.now(UTC).date()
    except ValueError:
        raise SettingsError(f"'{approval.on}' is geen datum. Schrijf hem als 2026-12-01.") from None
    places = {str(located.entry.id): located for located in content.entries}
    approved, wrong = [], []
    for code in dict.fromkeys(approval.codes):
        name, _, mark = code.partition(":")
        located = places.get(name)
        if located is None:
            wrong.append(f"Er is geen vraag '{name}'.")
        elif not mark:
            wrong.append(f"{name}: neem de hele code over van het blad; nu is dat {version_of(located)}")
        elif mark != mark_of(located.entry):
            wrong.append(f"{name}: dit antwoord is veranderd sinds het blad. Laat de nieuwe versie lezen.")
        else:
            approved.append(
                Approved(
                    id=located.entry.id, by=approval.by.strip(), on=day, of=mark, remark=approval.remark.strip(),
                    shown=approval.shown, file="", line=0,
                )
            )  # fmt: skip
    if wrong:
        print("\n".join(wrong), "Er is niets vastgelegd.", sep="\n", file=sys.stderr)
        return 1
    path = record(layers_of(root, Findings())[-1], approved)
    print(f"{len(approved)} antwoord(en) goedgekeurd door {approval.by.strip()}, in {path}.")
    print(how_much(_content(root)))
    return 0


def how_much(content: Content) -> str:
    """How many answers an expert approved in the version as it is."""
    parts = []
    for audience, whom in ((Audience.PARENT, "ouders"), (Audience.YOUTH, "jongeren")):
        named = [located.entry.id for located in content.entries if audience in located.entry.audiences]
        if named:
            count = sum(name in content.approvals.current for name in named)
            parts.append(f"{count} van de {len(named)} voor {whom}")
    changed = len(content.approvals.older)
    return f"Goedgekeurd: {', '.join(parts)}." + (f" {changed} veranderden daarna." if changed else "")
