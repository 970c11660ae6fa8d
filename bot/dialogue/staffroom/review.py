"""Questions that nobody answered: staff say in one tap where they belong, and from then on the bot knows it."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from bot.dialogue.cards import escaped
from bot.dialogue.choices import StaffKind, staff_choice
from bot.dialogue.library import Library, localised
from bot.dialogue.staffroom.desk import Move
from bot.domain.effects import Button, SendStaff, TopicPlace
from bot.domain.ids import DUTCH, EntryId, Language
from bot.domain.inbound import StaffCommanded, Staffer
from bot.domain.question import AcceptedPhrasing, Decision
from bot.insight.clusters import Cluster, clusters
from bot.matching.entry import Entry
from bot.matching.verdict import Outcome

_MOST_OFFERED = 3
_MOST_FOUND = 5
_MOST_SHOWN = 4
_TRIED = 30
"""Phrasings of neighbouring entries that are tried again after new words were accepted; keeps a tap under a second."""


def questions(move: Move, sent: StaffCommanded, place: TopicPlace) -> None:
    """``/vragen``: the next question; ``/vragen zoekwoord``: other answers it may belong to."""
    waiting = clusters(move.room.questions.values())
    if not waiting:
        move.tell(move.say("review-empty"), place)
        return
    _show(move, waiting, place, search=sent.argument.strip())


def decided(move: Move, staff: Staffer, identifier: str, more: Sequence[str]) -> None:
    """A tap under a question."""
    waiting = clusters(move.room.questions.values())
    cluster = next((group for group in waiting if group.id == identifier), None)
    decision = next((kind for kind in Decision if more and kind == more[0]), None)
    if cluster is None or decision is None:
        move.toast = move.say("review-done-already")
        return
    entry: Entry | None = None
    if decision is Decision.ENTRY:
        entry = move.library.entries.get(EntryId(more[1])) if len(more) > 1 else None
        if entry is None:
            move.toast = move.say("refused-old-button")
            return
    for question in cluster.questions:
        move.room = move.room.keep(
            replace(question, decision=decision, entry=entry.id if entry else None, decided_by=staff.key)
        )
    said = move.say(f"review-{decision}", title=escaped(localised(entry.title, DUTCH)) if entry else "")
    if entry is not None:
        _learn(move, cluster, entry)
        suffering = _suffering(move.library, cluster, entry)
        if suffering:
            titles = ", ".join(f"*{escaped(localised(other.title, DUTCH))}*" for other in suffering)
            said += "\n\n" + move.say("review-suffers", titles=titles)
    move.toast = move.say("toast-thanks")
    move.tell(said)
    rest = [group for group in waiting if group.id != cluster.id]
    if rest:
        _show(move, rest, TopicPlace())
    else:
        move.tell(move.say("review-empty"))


def _show(move: Move, waiting: Sequence[Cluster], place: TopicPlace, search: str = "") -> None:
    cluster = waiting[0]
    first = cluster.questions[0]
    lines = [
        move.say(
            "review-question",
            left=len(waiting),
            times=len(cluster.questions),
            audience=first.audience or "unknown",
            missed=str(first.missed),
        )
    ]
    lines += [f"> {escaped(text)}" for text in cluster.texts[:_MOST_SHOWN]]
    lines.append(move.say("review-found" if search else "review-where", search=escaped(search)))
    limit = _MOST_FOUND if search else _MOST_OFFERED
    likely = move.library.matcher.search(search or first.text, limit, language=first.language)
    rows = [
        (
            Button(
                label=localised(move.library.entries[candidate.id].title, DUTCH),
                choice=staff_choice(StaffKind.REVIEW, cluster.id, Decision.ENTRY, candidate.id),
            ),
        )
        for candidate in likely
        if candidate.id in move.library.entries
    ]
    others = tuple(
        Button(label=move.say(f"button-review-{kind}"), choice=staff_choice(StaffKind.REVIEW, cluster.id, kind))
        for kind in (Decision.NEW_TOPIC, Decision.NOT_FOR_US, Decision.SKIPPED)
    )
    move.effects.append(SendStaff(text="\n\n".join(lines), place=place, buttons=(*rows, others[:2], others[2:])))


def _learn(move: Move, cluster: Cluster, entry: Entry) -> None:
    """Each wording once; the service teaches them to the matcher as soon as this turn is stored."""
    language = cluster.questions[0].language
    for text in cluster.texts:
        key = hashlib.sha256(f"{entry.id}/{language}/{text}".encode()).hexdigest()[:16]
        phrasing = AcceptedPhrasing(id=key, entry=entry.id, language=language, text=text, at=move.now)
        if key not in move.room.phrasings:
            move.room = move.room.keep(phrasing)


def _suffering(library: Library, cluster: Cluster, entry: Entry) -> list[Entry]:
    """Neighbouring entries that no longer answer one of their own phrasings once these words are known."""
    language = cluster.questions[0].language
    before = library.matcher
    after = before.with_phrasings({entry.id: cluster.texts}, language=language)
    found = []
    for candidate in before.search(cluster.questions[0].text, _MOST_OFFERED + 1, language=language):
        other = library.entries.get(candidate.id)
        if other is None or other.id == entry.id:
            continue
        for text in _own_words(other, language)[: _TRIED // _MOST_OFFERED]:
            now = after.judge(text, language=language)
            if now.outcome is Outcome.ANSWER and now.candidates[0].id == entry.id:
                earlier = before.judge(text, language=language)
                if earlier.candidates and earlier.candidates[0].id == other.id:
                    found.append(other)
                    break
    return found


def _own_words(entry: Entry, language: Language) -> tuple[str, ...]:
    return tuple(entry.questions.get(language, ()))
