"""A question in free text: answer it, offer a choice, chat back, or leave it to the fallback."""

import re
from dataclasses import replace

from bot.dialogue import screens
from bot.dialogue.context import TurnContext
from bot.dialogue.library import localised
from bot.dialogue.stages import human, opinions
from bot.dialogue.turn import Turn
from bot.dialogue.wording import fill
from bot.domain.conversation import Conversation
from bot.domain.effects import Count, SendText
from bot.domain.inbound import MediaReceived, MessageEdited, TextReceived
from bot.domain.question import Missed
from bot.domain.tally import Measure, QuestionOutcome
from bot.matching.verdict import Outcome, Verdict
from bot.text.folding import fold

_MOST_CHOICES = 3
HUMAN_PLEASE = "human_please"
"""The small talk of somebody who asks for a person in their own words."""
_LEAST_LIKELY = 0.03
"""Below this a choice is only noise beside the others."""


def take(context: TurnContext) -> Turn | None:
    """The turn of a text; also of a changed message and of the caption of a photo."""
    match context.inbound:
        case TextReceived(text=text) | MessageEdited(text=text):
            question = text.strip()
        case MediaReceived(caption=caption):
            question = caption.strip()
        case _:
            return None
    if not question:
        return None
    explained = _explained(context, question)
    if explained is not None:
        return explained
    matcher = context.library.matcher
    parts = matcher.judge_parts(question, audience=context.audience, language=context.conversation.language)
    if any(verdict.smalltalk == HUMAN_PLEASE for _, verdict in parts):
        return human.ask(context)
    conversation = context.conversation.evolve(gone=False, unanswered="", missed="")
    if any(verdict.outcome in (Outcome.ANSWER, Outcome.SUGGEST) for _, verdict in parts):
        conversation = conversation.evolve(last_question=context.shareable_question)
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
    return context.turn(conversation, *said, *counts)


def certain(context: TurnContext) -> Turn | None:
    """The turn of a text that is one question with one certain answer; None for everything else."""
    if not isinstance(context.inbound, TextReceived):
        return None
    matcher = context.library.matcher
    verdict = matcher.judge(
        context.inbound.text.strip(), audience=context.audience, language=context.conversation.language
    )
    return take(context) if verdict.outcome is Outcome.ANSWER else None


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
        conversation = opinions.remember(conversation, question, Missed.WRONG).evolve(asked_opinion=True)
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
    if entry is not None and (context.audience is None or context.audience in entry.audiences):
        # The whole answer explains the word and more.
        conversation = context.heard(context.conversation.evolve(gone=False), entry.id)
        counts = (answered, context.count(Measure.ENTRY, entry.id))
        return context.turn(conversation, screens.answer(context, entry), *counts)
    text = localised(meaning.text, context.language, context.audience)
    said = SendText(text=f"**{meaning.term}**\n\n{context.fill(text)}", buttons=context.ways_on())
    return context.turn(context.conversation.evolve(gone=False, misses=0), said, answered)


def _say(context: TurnContext, verdict: Verdict) -> SendText | None:
    library = context.library
    if context.conversation.language is None and verdict.language in library.texts.languages:
        # Who writes English gets English, whatever language their phone is in; a choice they made goes first.
        origin = replace(context.arrival.origin, language=verdict.language)
        context = replace(context, arrival=replace(context.arrival, origin=origin))
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
