"""Yes, no or doubt, in every shade people type them.

The reply is eaten from the left by the longest phrase that is known, until a word comes that is not: what is left is
the rest. The first word that leans decides ("nee prima" is a no); a turn ("ja maar …") is said so, because a consent
with a condition is not one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import OSA

from bot.replies.leaning_words import ASKING, BUT, DOUBT, FILLER, LEAN_ALONE, NEGATIONS, NO, OFTEN, RATHER_NOT, YES
from bot.text.folding import fold, soften


class Leaning(StrEnum):
    """What a reply leans to."""

    YES = "yes"
    NO = "no"
    DOUBT = "doubt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """How a text leans; ``sure`` when it was said outright and not concluded from a sentence."""

    leaning: Leaning
    sure: bool = True
    but: bool = False
    """A condition or a turn follows: "ja maar niet mijn vraag"."""
    rest: str = ""
    """What follows the words that lean, folded."""

    @property
    def outright(self) -> bool:
        """Whether nothing else is said that could change it."""
        return self.sure and not self.but and len(self.rest.split()) <= _SHORT_REST


_SHORT_REST = 4
_MOST_WORDS_OF_A_STATEMENT = 9
_LEAST_TO_REPAIR = 6

_EMOJI: Mapping[str, Leaning] = {
    **dict.fromkeys("👍✅✔☑👌🆗🙌💯🙏👏😀😃😄😁🙂😊🤝", Leaning.YES),
    **dict.fromkeys("👎❌✖🚫⛔🙅✋😞🙁☹", Leaning.NO),
    **dict.fromkeys("🤷🤔😐😕🫤😬", Leaning.DOUBT),
}


def _phrases(text: str) -> Iterable[tuple[str, ...]]:
    return (tuple(fold(part).split()) for part in text.replace("\n", "").split("|") if fold(part))


_KNOWN: Mapping[tuple[str, ...], tuple[Leaning, bool]] = {
    **dict.fromkeys(_phrases(OFTEN), (Leaning.YES, False)),
    **dict.fromkeys(_phrases(YES), (Leaning.YES, True)),
    **dict.fromkeys(_phrases(NO), (Leaning.NO, True)),
    **dict.fromkeys(_phrases(RATHER_NOT), (Leaning.NO, False)),
    **dict.fromkeys(_phrases(DOUBT), (Leaning.DOUBT, True)),
}
_LONGEST = max(map(len, _KNOWN))
_LONG_WORDS = tuple(words[0] for words in _KNOWN if len(words) == 1 and len(words[0]) >= _LEAST_TO_REPAIR)


def read_leaning(text: str) -> Reply | None:
    """Whether ``text`` leans to yes, no or doubt; None when it does neither."""
    words = [_repaired(word) for word in fold(text).split()]
    if not words:
        return _emoji(text)
    first, rest = _eat(words)
    if first is None:
        return _statement(text, words)
    leaning, sure = first
    but = any(word in BUT for word in rest)
    return Reply(leaning=leaning, sure=sure, but=but, rest=" ".join(rest))


def is_question(text: str) -> bool:
    """Whether somebody asks something: by a question mark, or by how the sentence begins."""
    plain = soften(text).strip()
    words = fold(text).split()
    return plain.endswith("?") or (
        len(words) > 2 and (words[0] in ASKING or (words[:1] == ["en"] and words[1] in ASKING))
    )


def _eat(words: list[str]) -> tuple[tuple[Leaning, bool] | None, list[str]]:
    found: tuple[Leaning, bool] | None = None
    at = 0
    while at < len(words):
        if found is not None and words[at] in BUT:
            break
        size = next((n for n in range(min(_LONGEST, len(words) - at), 0, -1) if tuple(words[at : at + n]) in _KNOWN), 0)
        if size:
            lean = _KNOWN[tuple(words[at : at + size])]
            if found is None:
                # "geen" and "wel" only lean when they are all there is: "geen plek" is no reply to anything.
                if size == 1 and words[at] in LEAN_ALONE and len(words) > at + 1:
                    return None, words
                found = lean
            elif lean[0] is not found[0] and not _agrees(words[at : at + size]):
                # "ja niet dus", "nee ja": who says both, doubts; unless the later words are only manners.
                return (found if found[0] is Leaning.NO else _turned(found, lean)), words[at + size :]
            at += size
        elif words[at] in FILLER and (found is not None or at + 1 < len(words)):
            at += 1
        else:
            break
    return (found, words[at:]) if found is not None else (None, words)


def _agrees(words: list[str]) -> bool:
    return all(word in FILLER for word in words)


def _turned(first: tuple[Leaning, bool], later: tuple[Leaning, bool]) -> tuple[Leaning, bool]:
    return (
        (Leaning.DOUBT, False)
        if later[0] is not Leaning.YES
        else (later[0], False)
        if first[0] is Leaning.DOUBT
        else first
    )


def _statement(text: str, words: list[str]) -> Reply | None:
    """A short sentence that ends in what it means: "dat hebben ze niet gedaan", "school weet het wel"."""
    if len(words) > _MOST_WORDS_OF_A_STATEMENT or is_question(text) or words[0] in ASKING:
        return None
    if _own_doubt(words):
        return Reply(leaning=Leaning.DOUBT, sure=False)
    if any(word in NEGATIONS for word in words):
        return Reply(leaning=Leaning.NO, sure=False)
    if "wel" in words or "inderdaad" in words:
        return Reply(leaning=Leaning.YES, sure=False)
    return None


def _own_doubt(words: list[str]) -> bool:
    """Whether they doubt themselves somewhere in it; that school does not know is another matter."""
    said = f" {' '.join(words)} "
    return any(f" {doubt} " in said for doubt in ("weet ik niet", "ik weet het niet", "ik weet niet", "geen idee", "niet zeker",
               "misschien", "not sure", "i don't know", "i dont know", "no idea", "maybe", "twijfel"))  # fmt: skip


def _emoji(text: str) -> Reply | None:
    leanings = {_EMOJI[sign] for sign in text if sign in _EMOJI}
    return Reply(leaning=leanings.pop()) if len(leanings) == 1 else None


def _repaired(word: str) -> str:
    if len(word) < _LEAST_TO_REPAIR or (word,) in _KNOWN:
        return word
    return next((known for known in _LONG_WORDS if OSA.distance(word, known, score_cutoff=1) <= 1), word)
