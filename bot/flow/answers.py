"""What a reply means as the answer to the question of a slot: a choice, yes or no, an amount, a day, words."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.flow.conditions import Value
from bot.flow.definition import Option, Slot, SlotType, Takes
from bot.replies.days import Direction, read_day
from bot.replies.figures import Amount, Unit, in_unit, read_amounts, read_duration
from bot.replies.leaning import Leaning, Reply, is_question, read_leaning
from bot.replies.picking import Pickable, pick
from bot.text.folding import fold
from bot.text.localising import fitting

LONGEST_TEXT = 1_000
_RANGE = re.compile(r"\d\s*(?:of|or|a|à|tot|to|-)\s*\d", re.IGNORECASE)
_LEAST_ECHO = 0.6
_CLEAR_NO_WORDS = 3
_NO_CONTENT = frozenset(
    [
        "de",
        "het",
        "een",
        "en",
        "of",
        "in",
        "op",
        "aan",
        "bij",
        "van",
        "voor",
        "met",
        "naar",
        "om",
        "te",
        "er",
        "is",
        "zijn",
        "was",
        "heb",
        "heeft",
        "hebben",
        "je",
        "jij",
        "ik",
        "hij",
        "zij",
        "ze",
        "we",
        "wij",
        "mijn",
        "haar",
        "hun",
        "dat",
        "die",
        "dit",
        "als",
        "al",
        "ook",
        "maar",
        "the",
        "a",
        "an",
        "to",
        "of",
        "in",
        "on",
        "is",
        "are",
    ]
)


@dataclass(frozen=True, slots=True)
class Understood:
    """A value; ``sure`` when it was said outright and not concluded; ``exact`` is False for a day such as "begin mei"."""

    value: Value
    sure: bool = True
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Unclear:
    """Not understood; ``near`` are options or numbers it may have meant, ``why`` names the sentence that says what is
    wanted, ``day`` is a day on the wrong side of today, ``doubt`` whether they said that they do not know.
    """

    why: str
    near: tuple[str, ...] = ()
    day: date | None = None
    doubt: bool = False


def read_answer(
    slot: Slot, text: str, language: str, today: date, *, direction: Direction | None = None, question: str = ""
) -> Understood | Unclear:
    """What a typed text means as the answer to this slot's question, put in the words of ``question``."""
    match slot.type:
        case SlotType.TEXT:
            longest = slot.maximum or LONGEST_TEXT
            words = text.strip()
            return Unclear("flow-text-too-long") if len(words) > longest else Understood(words)
        case SlotType.YES_NO:
            return _yes_no(slot, text, question)
        case SlotType.NUMBER | SlotType.SCALE:
            return _number(slot, text)
        case SlotType.DATE:
            return _date(text, today, direction)
        case SlotType.MULTI:
            picked = pick(text, pickables(slot.options, language), several=True)
            return Understood(picked.ids, sure=picked.sure) if picked.ids else _not_chosen(text)
        case SlotType.CHOICE:
            return _one(slot, text, language, today)


def pickables(options: Sequence[Option], language: str) -> tuple[Pickable, ...]:
    """The options as something to pick from, their label in this language first."""
    return tuple(
        Pickable(id=option.id, forms=(fitting(option.label, language), *option.label.values(), *option.also))
        for option in options
    )


def _yes_no(slot: Slot, text: str, question: str) -> Understood | Unclear:
    typed = fold(text)
    if typed in ("1", "2"):
        return Understood("ja" if typed == "1" else "nee")
    reply = read_leaning(text)
    match reply.leaning if reply is not None else None:
        case Leaning.YES:
            return Understood("ja", sure=reply is not None and reply.sure)
        case Leaning.NO:
            return Understood("nee", sure=reply is not None and reply.sure)
        case Leaning.DOUBT:
            return Understood(slot.doubt) if slot.doubt else Unclear("flow-doubt", doubt=True)
    if _echoes(question, text):
        return Understood("ja", sure=False)
    return Unclear("flow-yes-no-wanted")


def _echoes(question: str, text: str) -> bool:
    """Whether a statement says with the words of the question that it is so: "school weet ervan"."""
    if is_question(text):
        return False
    asked = {_root(word) for word in fold(question).split()}
    said = [word for word in fold(text).split() if word not in _NO_CONTENT]
    return bool(said) and sum(_root(word) in asked for word in said) / len(said) >= _LEAST_ECHO


def _root(word: str) -> str:
    return word[: max(4, len(word) - 2)]


def _number(slot: Slot, text: str) -> Understood | Unclear:
    scale = slot.type is SlotType.SCALE
    wanted = "flow-scale-wanted" if scale else "flow-number-wanted"
    amounts = read_amounts(text)
    if not amounts:
        return Unclear(wanted, doubt=_doubts(text))
    numbers = list(dict.fromkeys(number for amount in amounts if (number := _fitting(slot, amount, scale)) is not None))
    low, high = (1, 10) if scale else (slot.minimum, slot.maximum)
    numbers = [number for number in numbers if (low is None or number >= low) and (high is None or number <= high)]
    if not numbers:
        return Unclear(wanted)
    if len(numbers) > 1 and _RANGE.search(text):
        return Unclear("flow-which", near=(str(numbers[0]), str(numbers[1])))
    return Understood(numbers[0])


def _fitting(slot: Slot, amount: Amount, scale: bool) -> int | None:
    """The number in the unit of the slot: two weeks of suspension are ten school days."""
    number = in_unit(amount, Unit(slot.unit)) if slot.unit else amount.number
    if number is None:
        return None
    return math.floor(number + 0.5) if scale else math.ceil(number - 1e-9)


def _date(text: str, today: date, direction: Direction | None) -> Understood | Unclear:
    read = read_day(text, today, direction)
    if read is None:
        return Unclear("flow-date-wanted", doubt=_doubts(text))
    if read.against:
        return Unclear(f"flow-date-{direction}", day=read.day)
    return Understood(read.day, exact=read.exact)


def _one(slot: Slot, text: str, language: str, today: date) -> Understood | Unclear:
    reply = read_leaning(text)
    picked = pick(text, pickables(slot.options, language))
    unclear = _taking(slot, Takes.UNCLEAR)
    no = _taking(slot, Takes.NO)
    lasting = _lasting(slot, text, today)
    if lasting is not None:
        return Understood(lasting, sure=False)
    said_clearly = _clearly_no(reply) or fold(text).isdecimal()
    if picked.ids and not (unclear and no and picked.ids[0] == no.id and not said_clearly):
        return Understood(picked.ids[0], sure=picked.sure)
    leaning = _by_leaning(slot, reply, careful=unclear is not None)
    if leaning is not None:
        return leaning
    if picked.near:
        return Unclear("flow-which", near=picked.near)
    if unclear is not None:
        return Understood(unclear.id, sure=False)
    return _not_chosen(text)


def _clearly_no(reply: Reply | None) -> bool:
    return (
        reply is not None
        and reply.leaning is Leaning.NO
        and reply.sure
        and not reply.but
        and len(reply.rest.split()) <= _CLEAR_NO_WORDS
    )


def _by_leaning(slot: Slot, reply: Reply | None, *, careful: bool) -> Understood | None:
    if reply is None:
        return None
    takes = {Leaning.YES: Takes.YES, Leaning.NO: Takes.NO, Leaning.DOUBT: Takes.DOUBT}[reply.leaning]
    option = _taking(slot, takes)
    if option is None or (careful and takes is Takes.NO and not _clearly_no(reply)):
        return None
    return Understood(option.id, sure=reply.sure and len(reply.rest.split()) <= _CLEAR_NO_WORDS)


def _taking(slot: Slot, takes: Takes) -> Option | None:
    return next((option for option in slot.options if takes in option.takes), None)


def _lasting(slot: Slot, text: str, today: date) -> str | None:
    """The option whose span of days holds the time that was said: "al 3 weken", "sinds september"."""
    spans = [option for option in slot.options if option.days is not None]
    if not spans or fold(text).isdecimal():
        return None
    days = read_duration(text)
    if days is None:
        since = read_day(text, today, Direction.PAST)
        days = float((today - since.day).days) if since is not None and not since.against else None
    if days is None:
        return None
    return next(
        (o.id for o in spans if o.days is not None and o.days[0] <= days and (o.days[1] is None or days <= o.days[1])),
        None,
    )


def _not_chosen(text: str) -> Unclear:
    return Unclear("flow-choose", doubt=_doubts(text))


def _doubts(text: str) -> bool:
    reply = read_leaning(text)
    return reply is not None and reply.leaning is Leaning.DOUBT
