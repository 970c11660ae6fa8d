"""Several messages in a row are one question with one reply.

What looks unfinished (a greeting, half a sentence, a few words that ask nothing) waits a moment for the rest. It is
kept in the conversation and a timer ends the wait, so a crash loses neither. A whole question, a reply to what was
asked, danger, and everything in a flow or a talk never wait; what stays alone is answered after the wait.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta

from bot.dialogue.choices import Kind
from bot.dialogue.context import TurnContext
from bot.dialogue.follow_ups import leans_on_nothing
from bot.dialogue.hearing import read_role
from bot.dialogue.stages import replying
from bot.dialogue.stages.manners import read_manners
from bot.dialogue.turn import Turn
from bot.domain.alarms import Alarm, AlarmKind
from bot.domain.conversation import Awaited, Piece
from bot.domain.effects import SetTimer
from bot.domain.inbound import (
    ChoicePressed,
    CommandReceived,
    Left,
    MediaReceived,
    MessageEdited,
    TextReceived,
    WaitExpired,
)
from bot.matching.verdict import Outcome, Verdict
from bot.replies.leaning import is_question
from bot.safety.assessment import Level
from bot.text.folding import fold
from bot.text.masking import mask
from bot.text.sentences import sentences

WAITS_FOR = timedelta(seconds=1.5)
"""After each unfinished line; the clock of the timers adds at most half a second."""
IN_PIECES = timedelta(seconds=8)
"""Whoever wrote a line so short ago, types in pieces."""

_MOST_PIECES, _MOST_CHARACTERS = 8, 1500
_GREETING, _SHORT, _SHORT_IN_PIECES = 2, 5, 12
"""Up to how many words a line that asks nothing may be the beginning of more; more where somebody types in pieces."""
_WAITED_FOR = frozenset({Awaited.CHOICE, Awaited.OPINION})
_GREETS = frozenset({"hello", "may_ask"})

First = Callable[[TurnContext], Turn]
"""The stages: the turn of a moment."""


def gathered(context: TurnContext, first: First) -> tuple[TurnContext, First]:
    """The moment with what waited before it, and what makes its turn: the stages, or only waiting on."""
    pieces = context.conversation.pending
    match context.inbound:
        case WaitExpired(alarm=Alarm(kind=AlarmKind.GATHER)):
            return (context, first) if not pieces else (_as_one(context, pieces), first)
        case TextReceived(text=text, message=message) if text.strip():
            return _text(context, (*pieces, Piece(text=text.strip(), message=message)), first)
        case MessageEdited(text=text, message=message) if any(piece.message == message for piece in pieces):
            changed = tuple(
                replace(piece, text=text.strip()) if piece.message == message else piece for piece in pieces
            )
            left = tuple(piece for piece in changed if piece.text)
            if context.assessment.level is Level.NONE:
                return context, _wait(left)
            return _without(context), first
        case CommandReceived(name="wis" | "weg" | "stop" | "inzage" | "start") | Left():
            return _without(context), first
        case CommandReceived() | ChoicePressed() | MediaReceived() | MessageEdited() if pieces:
            return _without(context), _both(pieces, first)
        case _:
            return context, first


def _text(context: TurnContext, pieces: tuple[Piece, ...], first: First) -> tuple[TurnContext, First]:
    alone = len(pieces) == 1
    if context.assessment.level.alarming:
        return _without(context), _kept_for_later(pieces[:-1], first)
    if alone and not _may_wait(context):
        return context, first
    expects = context.conversation.expects
    if expects is not None and (alone or _only_greets(pieces[:-1])):
        reply = replying.take(_without(context))
        if reply is not None:
            return _without(context), lambda _: reply
    if not alone and _is_talk(context, pieces[-1].text):
        # "Laat maar" or "bedankt" is no part of the question before it.
        return _without(context), _both(pieces[:-1], first)
    whole = _as_one(context, pieces)
    if context.assessment.level is Level.NONE and unfinished(context, [piece.text for piece in pieces]):
        return context, _wait(pieces)
    return whole, first


def _is_talk(context: TurnContext, text: str) -> bool:
    """Whether a line is small talk that stands on its own."""
    manners = read_manners(text)
    if manners is not None:
        return manners[0] not in _GREETS
    verdict = _verdict(context, text)
    return verdict.outcome is Outcome.SMALLTALK and verdict.smalltalk != "greeting" and not _asks([text])


def _verdict(context: TurnContext, text: str) -> Verdict:
    matcher = context.library.matcher
    return matcher.judge(text, audience=context.audience, language=context.conversation.language)


def _may_wait(context: TurnContext) -> bool:
    """Only where nothing else goes on: no flow, no talk, no hour after an alarm, no question of ours."""
    state = context.conversation
    free = context.handoff is None and not state.flow and state.crisis_until is None
    if not free or (state.expects is not None and state.expects.kind not in _WAITED_FOR):
        return False
    asked_who = any(offer.choice.startswith(f"{Kind.AUDIENCE}:") for offer in state.offers)
    said = read_role(context.inbound.text) if isinstance(context.inbound, TextReceived) else None
    return said is None or not said.whole or not asked_who


def _wait(pieces: tuple[Piece, ...]) -> First:
    def waiting(context: TurnContext) -> Turn:
        conversation = replace(context.conversation, pending=pieces, gone=False)
        return Turn(
            conversation=conversation, effects=(SetTimer(alarm=Alarm(AlarmKind.GATHER), due=context.now + WAITS_FOR),)
        )

    return waiting


def _both(pieces: tuple[Piece, ...], first: First) -> First:
    """What waited is answered first, then what came; a greeting needs no answer any more."""

    def one_after_the_other(context: TurnContext) -> Turn:
        if _only_greets(pieces):
            return first(context)
        before = first(_as_one(context, pieces))
        after = first(replace(context, conversation=before.conversation, room=before.room or context.room))
        return Turn(
            conversation=after.conversation,
            effects=(*before.effects, *after.effects),
            room=after.room if after.room is not None else before.room,
        )

    return one_after_the_other


def _kept_for_later(pieces: Sequence[Piece], first: First) -> First:
    """Danger goes first; the question before it is answered when they are through."""

    def kept(context: TurnContext) -> Turn:
        turn = first(context)
        if not pieces or _only_greets(pieces) or turn.conversation.crisis_until is None or turn.conversation.held:
            return turn
        held = mask(" ".join(piece.text for piece in pieces)).text
        return replace(turn, conversation=replace(turn.conversation, held=held))

    return kept


def _without(context: TurnContext) -> TurnContext:
    if not context.conversation.pending:
        return context
    return replace(context, conversation=replace(context.conversation, pending=()))


def _as_one(context: TurnContext, pieces: Sequence[Piece]) -> TurnContext:
    """All lines as one message; the last one carries its number. What only greets is left out beside other words."""
    telling = [piece for piece in pieces if not _only_greets([piece])] or list(pieces[-1:])
    whole = TextReceived(text=" ".join(piece.text for piece in telling), message=pieces[-1].message)
    if len(pieces) == 1 and isinstance(context.inbound, TextReceived):
        whole = context.inbound
    without = _without(context)
    return replace(without, arrival=replace(without.arrival, inbound=whole))


def _only_greets(pieces: Sequence[Piece]) -> bool:
    return all((read := read_manners(piece.text)) is not None and read[0] in _GREETS for piece in pieces)


_BREAKS_OFF = re.compile(r"(?:…|\.\.+|[,:;(–-])\s*$")
_JOINING = """
en maar want of omdat dat die als dus met voor van de het een mijn m'n mn me onze zijn haar is heeft om te op bij door
naar over sinds toen terwijl zodat doordat eh ehm uh uhm nou and but because that which if so with for the a my our his
her has to on at by about since when while
"""
_GOES_ON_AFTER = frozenset(_JOINING.split())
"""A line never ends with these."""
_ANNOUNCES = re.compile(
    r"(?:(?:hoi|hallo|hey|hee|goedemorgen|goedemiddag|goedenavond|hi|hello|dag) )?(?:nou |even )?"
    r"(?:(?:ik |k )?(?:heb|had|zit met) (?:nog |even |ook )*(?:een |n |wat )?(?:vraag|vraagje|vragen|probleem|situatie)"
    r"|(?:het )?gaat (?:om|over)|i have (?:a|another) (?:question|problem)|it(?:'s| is) about)(?: .{0,60})?"
)
_ASKING = "hoe wat wie waar wanneer waarom welke how what who where when why"
_WISHING = "help hulp graag zoek wil wilt willen vraag weet want need looking please aub alsjeblieft alstublieft"
_QUESTION_WORDS = frozenset(_ASKING.split())
"""In a question the last word may be any: "waar zijn jullie voor"."""
_WANTS = _QUESTION_WORDS | frozenset(_WISHING.split())
"""A line with one of these asks for something, also without a question mark."""


def unfinished(context: TurnContext, pieces: Sequence[str]) -> bool:
    """Whether more is surely on its way: the last line is no end, and all lines together ask nothing yet."""
    whole, last = " ".join(pieces), pieces[-1]
    words = fold(last).split()
    if len(pieces) >= _MOST_PIECES or len(whole) > _MOST_CHARACTERS or not words:
        return False
    in_pieces = len(pieces) > 1 or _types_in_pieces(context)
    if len(words) > (_SHORT_IN_PIECES if in_pieces else _SHORT) and not _BREAKS_OFF.search(last):
        return False
    manners = read_manners(last)
    if manners is not None:
        return manners[0] in _GREETS
    if len(words) <= _GREETING and _verdict(context, last).smalltalk == "greeting":
        return True
    if _BREAKS_OFF.search(last) or _ANNOUNCES.fullmatch(" ".join(words)):
        return True
    leans = leans_on_nothing(last)
    if not leans and words[-1] in _GOES_ON_AFTER and not _QUESTION_WORDS & set(words):
        return True
    if leans or _asks([piece for piece in pieces if not _ANNOUNCES.fullmatch(fold(piece))]):
        # "Wat moet ik doen" is whole only with what it is about.
        return leans and len(pieces) == 1 and not context.recent
    # A word of content ("tlv", "schorsing") is a question by itself here; who types in pieces tells first.
    return in_pieces or _verdict(context, whole).outcome in (Outcome.NONE, Outcome.SUGGEST)


def _types_in_pieces(context: TurnContext) -> bool:
    said = context.conversation.just_said
    return bool(said) and context.now - said[-1].at <= IN_PIECES


def _asks(lines: Sequence[str]) -> bool:
    return any(is_question(one) or bool(_WANTS & set(fold(one).split())) for line in lines for one in sentences(line))
