"""A long story is read by sentence: the subjects in it are named, and walked one after another.

Where one of them is surely what is asked, it is answered at once and the others come after. What is named is kept in
the conversation until it was shown, so nothing that somebody told is forgotten.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.dialogue import screens
from bot.dialogue.choices import Choice, Kind
from bot.dialogue.context import TurnContext
from bot.dialogue.library import localised
from bot.dialogue.stages import choosing
from bot.dialogue.turn import Turn
from bot.domain.conversation import Awaited, Expectation
from bot.domain.effects import SendText
from bot.domain.ids import EntryId
from bot.domain.inbound import TextReceived
from bot.domain.tally import Measure, QuestionOutcome
from bot.matching.verdict import Outcome, Verdict
from bot.text.folding import fold
from bot.text.sentences import sentences

_LONG = 20
"""From how many words a message is a story; shorter ones with several questions are answered whole."""
_MOST_PARTS, _MOST_SUBJECTS = 8, 3
_SHORTEST_PART = 3
_SURE = 0.8
"""From which confidence the whole story is about one thing, and the rest of it comes after."""
_LIKELY = 0.45
"""From which confidence a part that is not surely understood is named as well."""
_CUT = re.compile(
    r"[,;]\s+(?:en|maar|ook|daarnaast|verder|bovendien|and|but|also)\s+"
    r"|\s+(?:en ook|en verder|en daarnaast|daarnaast|bovendien|en nu|and also|and now)\s+",
    re.IGNORECASE,
)
_AND = re.compile(r",?\s+(?:en|and)\s+", re.IGNORECASE)
_NEXT = re.compile(
    r"(?:(?:ok|oke|ja|en|nu|dan|graag|and|yes|now) )*(?:(?:de |het )?volgende|(?:het |de )?andere|"
    r"(?:en )?(?:de |het )?rest|(?:the )?next(?: one)?)(?: (?:ook|dan|graag|maar|nu|onderwerp|vraag|please))*"
)

_ON = frozenset({"verder", "ga verder", "en verder", "go on"})
"""Without a subject that is left, these ask for more of the last answer."""


def take(context: TurnContext) -> Turn | None:
    """The turn of a long story, and of "de volgende": what is left of it, else the menu. None for everything else."""
    if not isinstance(context.inbound, TextReceived):
        return None
    typed, left = fold(context.inbound.text), screens.subject_left(context)
    if _NEXT.fullmatch(typed) or (left is not None and typed in _ON):
        if left is not None:
            return choosing.choose(context, Choice(Kind.ENTRY, left))
        return context.turn(replace(context.conversation, gone=False), screens.menu(context))
    text = context.inbound.text
    if len(fold(text).split()) < _LONG:
        return None
    subjects = list(dict.fromkeys(_subjects(context, text)))[:_MOST_SUBJECTS]
    if len(subjects) < 2:
        subjects = list(dict.fromkeys(_subjects(context, text, likely=True)))[:_MOST_SUBJECTS]
    if len(subjects) < 2:
        return None
    whole = _judge(context, text)
    best = whole.candidates[0] if whole.outcome is Outcome.ANSWER else None
    known = replace(context.conversation, gone=False, misses=0, last_question=context.shareable_question)
    asked = context.count(Measure.QUESTION, QuestionOutcome.ANSWERED)
    if len(subjects) == 2 and best is not None and best.confidence >= _SURE and best.id in subjects:
        known = context.heard(replace(known, subjects=tuple(subjects)), best.id)
        shown = screens.answer(replace(context, conversation=known), context.library.entries[best.id])
        return context.turn(known, shown, asked, context.count(Measure.ENTRY, best.id), expects=screens.then(known))
    titles = [localised(context.library.entries[name].title, context.language, context.audience) for name in subjects]
    named = "\n".join(f"- {title}" for title in titles)
    said = SendText(
        text=f"{context.say('story-read', count=len(subjects))}\n\n{named}\n\n{context.say('story-where')}",
        buttons=(
            *((screens.entry_button(context, context.library.entries[name]),) for name in subjects),
            *context.ways_on(menu=False),
        ),
    )
    # A bare yes begins where the story began.
    first = Expectation(kind=Awaited.CHOICE, yes=Choice(Kind.ENTRY, subjects[0]).data())
    known = replace(known, subjects=tuple(subjects), heard_at=context.now)
    return context.turn(known, said, context.count(Measure.QUESTION, QuestionOutcome.SUGGESTED), expects=first)


def _subjects(context: TurnContext, text: str, *, likely: bool = False) -> Iterator[EntryId]:
    """The entries that parts of the story are surely about, or most likely, in its order."""
    parts = [part for sentence in sentences(text) for part in _CUT.split(sentence)]
    for part in [part for part in parts if _long_enough(part)][:_MOST_PARTS]:
        verdict = _judge(context, part)
        halves = _AND.split(part)
        if verdict.outcome is Outcome.ANSWER or (likely and _leads(verdict)):
            yield verdict.candidates[0].id
        elif len(halves) > 1:
            for half in filter(_long_enough, halves):
                found = _judge(context, half)
                if found.outcome is Outcome.ANSWER:
                    yield found.candidates[0].id


def _leads(verdict: Verdict) -> bool:
    """Whether a part is most likely about its first candidate: naming it asks as much as it says."""
    return verdict.outcome is Outcome.SUGGEST and verdict.candidates[0].confidence >= _LIKELY


def _long_enough(part: str) -> bool:
    return len(fold(part).split()) >= _SHORTEST_PART


def _judge(context: TurnContext, text: str) -> Verdict:
    matcher = context.library.matcher
    return matcher.judge(text, audience=context.audience, language=context.conversation.language)
