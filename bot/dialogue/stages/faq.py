"""A question in free text: answer it, offer a choice, chat back, or leave it to the fallback."""

import re
from dataclasses import replace

from bot.dialogue import screens
from bot.dialogue.choices import Choice, Kind
from bot.dialogue.context import TurnContext
from bot.dialogue.library import localised
from bot.dialogue.stages import following, human, opinions
from bot.dialogue.turn import Turn
from bot.dialogue.wording import fill
from bot.domain.conversation import Conversation
from bot.domain.effects import Button, Count, SendText
from bot.domain.inbound import MediaReceived, MessageEdited, TextReceived
from bot.domain.question import Missed
from bot.domain.tally import Measure, QuestionOutcome
from bot.matching.entry import Entry
from bot.matching.verdict import Outcome, Verdict
from bot.text.folding import fold

_MOST_CHOICES = 3
HUMAN_PLEASE = "human_please"
"""The small talk of somebody who asks for a person in their own words."""
_LEAST_LIKELY = 0.03
"""Below this a choice is only noise beside the others."""


def take(context: TurnContext) -> Turn | None:
    """The turn of a text; also of a changed message and of the caption of a photo."""
    question = _question(context)
    return answering(context, question) if question else None


def answering(context: TurnContext, question: str) -> Turn | None:
    """The turn of a question, also of one that was asked before; None where nothing is known."""
    explained = _explained(context, question)
    if explained is not None:
        return explained
    matcher = context.library.matcher
    parts = matcher.judge_parts(question, audience=context.audience, language=context.conversation.language)
    if any(verdict.smalltalk == HUMAN_PLEASE for _, verdict in parts):
        return human.ask(context)
    conversation = replace(context.conversation, gone=False, unanswered="", missed="", others=())
    if len(parts) == 1:
        only = parts[0][1]
        turn = _again(context, only) or _leading(context, conversation, only, question)
        if turn is not None:
            return turn
    if any(verdict.outcome in (Outcome.ANSWER, Outcome.SUGGEST) for _, verdict in parts):
        conversation = replace(conversation, last_question=context.shareable_question)
    said: list[SendText] = []
    counts: list[Count] = []
    for _, verdict in parts:
        part = _say(context, verdict)
        if part is not None:
            said.append(part)
            counts.append(context.count(Measure.QUESTION, _COUNTED[verdict.outcome]))
            if verdict.outcome is Outcome.ANSWER:
                conversation = context.heard(conversation, verdict.candidates[0].id)
                counts.append(context.count(Measure.ENTRY, verdict.candidates[0].id))
    if not said:
        return None
    if len(parts) == 1:
        conversation, said = _open_to_opinion(context, conversation, parts[0][1], question, said[0])
    opinion = opinions.opinion_on(parts[0][1].candidates[0].id) if _thumbs(said) else None
    return context.turn(conversation, *said, *counts, expects=opinion)


def _thumbs(said: list[SendText]) -> bool:
    return len(said) == 1 and any(
        button.choice is not None and button.choice.startswith(f"{Kind.OPINION}:")
        for row in said[0].buttons
        for button in row
    )


def _question(context: TurnContext) -> str:
    match context.inbound:
        case TextReceived(text=text) | MessageEdited(text=text) | MediaReceived(caption=text):
            return text.strip()
        case _:
            return ""


def certain(context: TurnContext) -> Turn | None:
    """The turn of a text that is one question with one certain answer; None for everything else."""
    if not isinstance(context.inbound, TextReceived):
        return None
    matcher = context.library.matcher
    verdict = matcher.judge(
        context.inbound.text.strip(), audience=context.audience, language=context.conversation.language
    )
    return take(context) if verdict.outcome is Outcome.ANSWER else None


def knows(context: TurnContext) -> bool:
    """Whether a text is a question that would be answered, or asked about."""
    known = (Outcome.ANSWER, Outcome.SUGGEST)
    return any(verdict.outcome in known for verdict in _verdicts(context))


def asks_for_a_human(context: TurnContext) -> bool:
    """Whether a text asks for a person, in whatever words."""
    return any(verdict.smalltalk == HUMAN_PLEASE for verdict in _verdicts(context))


def _verdicts(context: TurnContext) -> list[Verdict]:
    judge = context.library.matcher.judge_parts
    question = _question(context)
    parts = judge(question, audience=context.audience, language=context.conversation.language) if question else []
    return [verdict for _, verdict in parts]


_LEADS, _AHEAD = 0.45, 3.0
"""From which confidence, and how far before the second, one candidate is answered and asked about."""


def _again(context: TurnContext, verdict: Verdict) -> Turn | None:
    """A second hit on the entry just shown: what is new about it, or that there is nothing new."""
    if verdict.outcome is not Outcome.ANSWER or not context.recent or "answer" not in context.conversation.told:
        return None
    name = verdict.candidates[0].id
    if name != context.conversation.last_entry:
        return None
    return _more_of(context, context.library.entries[name])


def _more_of(context: TurnContext, entry: Entry) -> Turn:
    if not entry.more or "more" in context.conversation.told:
        return following.all_told(context, entry)
    conversation = context.heard(replace(context.conversation, gone=False), entry.id, "more")
    shown = screens.more(context, entry)
    title = localised(entry.title, context.language, context.audience)
    said = replace(shown, text=f"{context.say('follow-again', title=title)}\n\n{shown.text}")
    counted = context.count(Measure.QUESTION, QuestionOutcome.ANSWERED)
    return context.turn(conversation, said, counted, context.count(Measure.ENTRY, entry.id))


def _leading(context: TurnContext, conversation: Conversation, verdict: Verdict, question: str) -> Turn | None:
    """One candidate far before the others is answered at once, with a way to say that it was not that."""
    candidates = verdict.candidates
    if verdict.outcome is not Outcome.SUGGEST or candidates[0].confidence < _LEADS:
        return None
    if len(candidates) > 1 and candidates[0].confidence < _AHEAD * candidates[1].confidence:
        return None
    first = candidates[0].id
    if first == context.conversation.last_entry and context.recent:
        return None
    others = tuple(one.id for one in candidates[1 : 1 + _MOST_CHOICES] if one.confidence >= _LEAST_LIKELY)
    context = _in_their_language(context, verdict)
    shown = screens.answer(context, context.library.entries[first])
    none = Choice(Kind.NONE_OF_THESE).data()
    asked = Button(label=context.say("button-not-this"), choice=none)
    said = screens.with_row(replace(shown, text=f"{shown.text}\n\n{context.say('was-it-this')}"), asked, first=True)
    conversation = opinions.remember(context.heard(conversation, first), question, Missed.REJECTED)
    conversation = replace(conversation, others=others, last_question=context.shareable_question)
    waits = replace(opinions.opinion_on(first), no=none)
    counts = (context.count(Measure.QUESTION, QuestionOutcome.SUGGESTED), context.count(Measure.ENTRY, first))
    return context.turn(conversation, said, *counts, expects=waits)


_COUNTED = {
    Outcome.ANSWER: QuestionOutcome.ANSWERED,
    Outcome.SUGGEST: QuestionOutcome.SUGGESTED,
    Outcome.SMALLTALK: QuestionOutcome.SMALLTALK,
    Outcome.NONE: QuestionOutcome.NONE,
}


def _open_to_opinion(
    context: TurnContext, conversation: Conversation, verdict: Verdict, question: str, said: SendText
) -> tuple[Conversation, list[SendText]]:
    """Where the answer may be wrong, the question stays at hand for who wants to pass it on."""
    if verdict.outcome is Outcome.SUGGEST:
        return opinions.remember(conversation, question, Missed.REJECTED), [said]
    if verdict.outcome is Outcome.ANSWER and opinions.may_ask(context):
        conversation = replace(opinions.remember(conversation, question, Missed.WRONG), asked_opinion=True)
        return conversation, [opinions.with_buttons(context, said, verdict.candidates[0].id)]
    return conversation, [said]


_WHAT_IS = re.compile(
    r"(?:wat (?:is|zijn|betekent|betekenen|wil zeggen|houdt in)|betekenis van|what (?:is|are|does)|meaning of) "
    r"(?:(?:een|de|het|a|an|the) )?(?P<term>.+?)(?: mean| precies| eigenlijk| nou)?"
)


def _explained(context: TurnContext, question: str) -> Turn | None:
    """Explain a word of the glossary when somebody asks what it means, with the answer that tells more."""
    asked = _WHAT_IS.fullmatch(fold(question))
    meaning = context.library.meanings.get(asked["term"]) if asked is not None else None
    if meaning is None:
        return None
    answered = context.count(Measure.QUESTION, QuestionOutcome.ANSWERED)
    entry = context.library.entries.get(meaning.entry) if meaning.entry else None
    if (
        entry is not None
        and entry.id == context.conversation.last_entry
        and "answer" in context.conversation.told
        and context.recent
    ):
        return _more_of(context, entry)
    if entry is not None and (context.audience is None or context.audience in entry.audiences):
        # The whole answer explains the word and more.
        conversation = context.heard(replace(context.conversation, gone=False), entry.id)
        counts = (answered, context.count(Measure.ENTRY, entry.id))
        return context.turn(conversation, screens.answer(context, entry), *counts)
    text = localised(meaning.text, context.language, context.audience)
    said = SendText(text=f"**{meaning.term}**\n\n{context.fill(text)}", buttons=context.ways_on())
    return context.turn(replace(context.conversation, gone=False, misses=0), said, answered)


def _say(context: TurnContext, verdict: Verdict) -> SendText | None:
    library = context.library
    context = _in_their_language(context, verdict)
    match verdict.outcome:
        case Outcome.ANSWER:
            return screens.answer(context, library.entries[verdict.candidates[0].id])
        case Outcome.SUGGEST:
            likely = [candidate for candidate in verdict.candidates if candidate.confidence >= _LEAST_LIKELY]
            shown = (likely or list(verdict.candidates))[:_MOST_CHOICES]
            return screens.suggest(context, [candidate.id for candidate in shown])
        case Outcome.SMALLTALK if verdict.smalltalk is not None and verdict.smalltalk in library.smalltalk:
            reply = localised(library.smalltalk[verdict.smalltalk], context.language, context.audience)
            return SendText(text=fill(reply, library, context.language, context.now), buttons=context.ways_on())
        case _:
            return None


def _in_their_language(context: TurnContext, verdict: Verdict) -> TurnContext:
    """Who writes English gets English, whatever language their phone is in; a choice they made goes first."""
    if context.conversation.language is not None or verdict.language not in context.library.languages:
        return context
    origin = replace(context.arrival.origin, language=verdict.language)
    return replace(context, arrival=replace(context.arrival, origin=origin))
