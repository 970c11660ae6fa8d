"""Which of the things that were offered somebody means: by number, place, words, part of a label, or in a sentence.

Somebody's telephone number is never a choice, and two that fit equally well are asked about.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from bot.replies.figures import NUMBER_WORDS, looks_like_number_of_somebody
from bot.replies.picking_words import ALL, AND, AROUND_A_PLACE, NEGATIONS, PLACES, STOP
from bot.text.folding import fold

_ALIKE, _APART = 82, 8
_SHORTEST_TO_REPAIR = 4
_LONGEST_TYPO = 60
_STEM = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Pickable:
    """One thing on offer: its label in every language, and other ways to say it."""

    id: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Picked:
    """What was meant; ``sure`` when it was said outright, ``near`` when two fit and nothing was picked."""

    ids: tuple[str, ...] = ()
    sure: bool = True
    near: tuple[str, ...] = ()


NOTHING = Picked(sure=False)


def pick(text: str, offered: Sequence[Pickable], *, several: bool = False) -> Picked:
    """What ``text`` picks of ``offered``; with ``several`` it may be more than one."""
    if looks_like_number_of_somebody(text):
        return NOTHING
    typed = fold(text)
    if not typed:
        return _by_signs(text, offered)
    words = typed.split()
    if several and (typed in ALL or words[0] in ("alles", "allemaal", "allebei", "beide")):
        return Picked(ids=tuple(one.id for one in offered))
    exact = [one.id for one in offered if typed == fold(one.id) or typed in _folded(one.forms)]
    if exact:
        return Picked(ids=(exact[0],))
    placed = _by_place(text, words, offered, several=several)
    if placed is not None:
        return placed
    by_words = _by_words(words, offered, several=several)
    if by_words.ids:
        return by_words
    by_typo = _by_typo(typed, offered)
    return by_typo if by_typo.ids or by_typo.near else by_words


def _by_signs(text: str, offered: Sequence[Pickable]) -> Picked:
    """Emoji have no folded form: the very sign that is on a button."""
    signs = text.strip()
    found = [
        one.id
        for one in offered
        if signs and any(form.strip() == signs or form.startswith(f"{signs} ") for form in one.forms)
    ]
    return Picked(ids=(found[0],)) if len(found) == 1 else NOTHING


def _by_place(text: str, words: list[str], offered: Sequence[Pickable], *, several: bool) -> Picked | None:
    """As in "2", "de eerste", "optie 3 graag", "1 en 3"; None when other words are said as well."""
    found: list[int] = []
    for word in re.findall(r"[^\W_]+|[+&]", fold(text).replace("'", "")) or words:
        place = None if word == "one" and len(words) > 1 else _place(word, len(offered))
        if place is not None:
            found.append(place)
        elif word not in AROUND_A_PLACE and word not in AND:
            return None
    places = list(dict.fromkeys(found))
    if not places:
        return None
    if any(not 0 <= place < len(offered) for place in places):
        return NOTHING
    ids = tuple(offered[place].id for place in places)
    if len(ids) == 1 or several:
        return Picked(ids=ids)
    return Picked(sure=False, near=ids[:2])


def _place(word: str, size: int) -> int | None:
    if word.isdecimal():
        return int(word) - 1 if len(word) < 4 else None
    if word in PLACES:
        place = PLACES[word]
        return size // 2 if place == -99 else place if place >= 0 else size - 1
    number = NUMBER_WORDS.get(word) if word != "een" else None
    return number - 1 if number is not None and number <= size else None


@lru_cache(maxsize=4096)
def _folded(forms: tuple[str, ...]) -> frozenset[str]:
    return frozenset(filter(None, map(fold, forms)))


@lru_cache(maxsize=4096)
def _content(form: str) -> frozenset[str]:
    return frozenset(_stem(word) for word in fold(form).split() if word not in STOP and len(word) > 1)


def _stem(word: str) -> str:
    """Enough of a word that "ruzies", "gepest" and "pesten" differ and "weken" and "week" do not matter."""
    if len(word) >= 6 and word.startswith("ge"):
        word = word[2:]
    for ending in ("tjes", "jes", "tje", "je", "en", "s", "t", "n", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > _STEM and word[-1] == word[-2] else word


def _by_words(words: list[str], offered: Sequence[Pickable], *, several: bool) -> Picked:
    scores = {one.id: _score(words, one, offered) for one in offered}
    ranked = sorted(scores.items(), key=lambda pair: -pair[1])
    best = [name for name, score in ranked if score > 0]
    if not best:
        return NOTHING
    if several:
        return Picked(ids=tuple(one.id for one in offered if scores[one.id] >= 1), sure=False)
    if len(best) == 1 or scores[best[0]] >= 1.5 * scores[best[1]]:
        own = frozenset[str]().union(*(_content(form) for one in offered if one.id == best[0] for form in one.forms))
        whole = scores[best[0]] >= 3 or _content(" ".join(words)) <= own
        return Picked(ids=(best[0],), sure=whole) if scores[best[0]] >= 1 else NOTHING
    return Picked(sure=False, near=(best[0], best[1])) if scores[best[1]] >= 1 else NOTHING


def _score(words: list[str], one: Pickable, offered: Sequence[Pickable]) -> float:
    """A form that stands whole in the sentence weighs by its length; a word of it that no other has, one."""
    whole = 0.0
    for form in _folded(one.forms):
        parts = form.split()
        for at in range(len(words) - len(parts) + 1):
            if words[at : at + len(parts)] == parts and not _denied(words, at, parts):
                weight = sum(1 if part not in STOP else 0.4 for part in parts)
                whole = max(whole, 1 + weight)
    said = {
        _stem(word)
        for at, word in enumerate(words)
        if word not in STOP and len(word) > 1 and not _denied(words, at, [word])
    }
    own = frozenset[str]().union(*map(_content, one.forms))
    others = frozenset[str]().union(
        *(_content(form) for other in offered if other.id != one.id for form in other.forms)
    )
    single = float(len(said & (own - others))) + 0.3 * len(said & own & others)
    return max(whole, single if single >= 1 else 0.0)


def _denied(words: list[str], at: int, parts: list[str]) -> bool:
    """As in "niet online": said, and said not to be it; unless the not is part of what is on offer."""
    if NEGATIONS & set(parts):
        return False
    return any(word in NEGATIONS for word in words[max(0, at - 2) : at])


def _alike(typed: str, bare: str, form: str) -> float:
    return max(fuzz.ratio(typed, form), fuzz.ratio(bare, _bare(form)))


def _bare(text: str) -> str:
    """Without the small words, so that "de direkteur" looks like "directeur"."""
    return " ".join(word for word in text.split() if word not in STOP) or text


def _says_not(form: str) -> bool:
    return bool(NEGATIONS & set(form.split()))


def _by_typo(typed: str, offered: Sequence[Pickable]) -> Picked:
    if len(typed) < _SHORTEST_TO_REPAIR or len(typed) > _LONGEST_TYPO or any(sign.isdigit() for sign in typed):
        return NOTHING
    bare = _bare(typed)
    # "Niet de juf" looks very much like "de juf".
    denies = bool(NEGATIONS & set(typed.split()))
    scored = sorted(
        (
            (
                max(
                    (_alike(typed, bare, form) for form in _folded(one.forms) if not denies or _says_not(form)),
                    default=0.0,
                ),
                one.id,
            )
            for one in offered
        ),
        reverse=True,
    )
    if not scored or scored[0][0] < _ALIKE:
        return NOTHING
    if len(scored) > 1 and scored[0][0] - scored[1][0] < _APART:
        return Picked(sure=False, near=(scored[0][1], scored[1][1]))
    return Picked(ids=(scored[0][1],), sure=False)
