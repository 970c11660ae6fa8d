"""What people say in the hour after an alarm ("ik durf niet te bellen"), and which of the fixed replies fits it.

By the phrasings an editor wrote, through typing errors, and by meaning where there is an encoder. Mistakes do not weigh
the same: a reply that ends the crisis mode must be far ahead of the others, and nothing beside it may turn it round.
"""

import re
from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass

from rapidfuzz import fuzz

from bot.encoder.port import Encoder
from bot.replies.leaning import Leaning, read_leaning
from bot.text.folding import fold

_ALIKE = 88
"""From which likeness of letters (0 to 100) a whole message is a phrasing with typing errors."""
_LEAST_TO_REPAIR = 8
"""Shorter messages must be a phrasing to the letter."""
_ALIKE_IN_MEANING, _APART, _APART_TO_END = 0.91, 0.01, 0.02
"""From which likeness of meaning, and how far before the next reply. Chosen on the phrasings themselves, each left out
in turn: 69 % find their reply, 4 % another; of 774 ordinary questions 2 % would."""
_LONGEST = 25
"""A message of more words tells a story of its own."""
_LONGEST_TO_END = 9
_LEAST_BY_MEANING, _LEAST_TO_END = 2, 3
"""Fewer words have too little meaning of their own to be told apart by it."""
_TURNS = re.compile(
    r"\b(?:niet|geen|nooit|maar|nog|not|never|but|still|no|cannot|\w+n't"
    r"|degil\w*|yok|hic|ama|fakat|hala|henuz|\w+m[iu]yor\w*|\w*m[ae]d[iu]\w*"
    r"|nie|ale|jeszcze|wciaz|nadal|не|ні|але|ще|досі|но|еще|нет"
    r"|لا|ليس|ليست|لست|لسنا|لكن|ولكن|ما|مش|مو|لم|لن|مازلت|غير"
    r"|nicht|kein\w*|nie|aber|noch|trotzdem|pas|ne|n'\w+|jamais|mais|encore|toujours"
    r"|nunca|pero|todavia|aun|nada|tampoco)\b"
)
"""What turns a sentence round, in every language the replies are written in; Turkish does it inside the word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CrisisReply:
    """One fixed reply. ``ends``: whoever says this is through, and ordinary answers may come again."""

    id: str
    phrasings: Mapping[str, Sequence[str]]
    text: Mapping[str, str]
    ends: bool = False
    bare: Leaning | None = None
    """The bare yes or no this is said on, in any words for it; such a reply has no phrasings."""


class CrisisReplies:
    """Thread-safe and immutable once made."""

    def __init__(
        self, replies: Sequence[CrisisReply] = (), encoder: Encoder | None = None, ordinary: Sequence[str] = ()
    ) -> None:
        """Learns the meanings of the phrasings where there is an ``encoder``; without one words must do.

        ``ordinary`` are questions of the FAQ: what is more like one of those is none of these.
        """
        self.replies = {reply.id: reply for reply in replies}
        self._encoder = encoder
        written = [
            (form, reply.id) for reply in replies for forms in reply.phrasings.values() for form in forms if fold(form)
        ]
        self._forms = [(fold(form), name) for form, name in written]
        self._meanings = encoder.encode([form for form, _ in written]) if encoder is not None and written else None
        self._ordinary = encoder.encode(ordinary) if encoder is not None and ordinary else None

    def with_encoder(self, encoder: Encoder | None) -> "CrisisReplies":
        """The same replies, with another encoder of the same model for what people write."""
        other = copy(self)
        other._encoder = encoder
        return other

    def recognise(self, text: str, *, by_meaning: bool = True) -> CrisisReply | None:
        """Which reply ``text`` asks for, or None. Without ``by_meaning`` only words count."""
        typed = fold(text)
        words = len(typed.split())
        if not text.strip() or words > _LONGEST or not self.replies:
            return None
        name = self._by_words(typed, words)
        if name is None and by_meaning:
            name = self._by_meaning(text)
        return None if name is None else self.replies[name]

    def on_a_bare(self, text: str) -> CrisisReply | None:
        """The reply to a plain yes or no with nothing else in it; None for all else."""
        said = read_leaning(text)
        if said is None or not said.sure or said.but or said.rest:
            return None
        return next((reply for reply in self.replies.values() if reply.bare is said.leaning), None)

    def _by_words(self, typed: str, words: int) -> str | None:
        exact = next((name for form, name in self._forms if form == typed), None)
        if exact is not None:
            return exact
        # The longest phrasing that stands in it whole; one word in a sentence means little.
        within = [
            (len(form), name, form)
            for form, name in self._forms
            if " " in form and f" {form} " in f" {typed} " and self._may(name, typed, form, words)
        ]
        if within:
            return max(within)[1]
        if len(typed) < _LEAST_TO_REPAIR:
            return None
        near = max(((fuzz.ratio(typed, form), name, form) for form, name in self._forms), default=(0.0, "", ""))
        return near[1] if near[0] >= _ALIKE and self._may(near[1], typed, near[2], words) else None

    def _may(self, name: str, typed: str, form: str, words: int) -> bool:
        """Whether words beside the phrasing leave what it says: "het gaat weer" is not "het gaat weer niet"."""
        if not self.replies[name].ends:
            return True
        beside = typed.replace(form, " ") if form in typed else typed
        turns = _TURNS.search(beside) is not None
        own = form not in typed and _TURNS.search(form) is not None
        return words <= _LONGEST_TO_END and turns == own

    def _by_meaning(self, text: str) -> str | None:
        if self._encoder is None or self._meanings is None:
            return None
        meaning = self._encoder.encode([text])[0]
        likeness = self._meanings @ meaning
        best: dict[str, tuple[float, str]] = {}
        for (form, name), value in zip(self._forms, likeness, strict=True):
            best[name] = max(best.get(name, (-1.0, "")), (float(value), form))
        ranked = sorted(best.items(), key=lambda pair: -pair[1][0])
        (first, (likely, form)), second = ranked[0], ranked[1][1][0] if len(ranked) > 1 else -1.0
        ends = self.replies[first].ends
        if len(fold(text).split()) < (_LEAST_TO_END if ends else _LEAST_BY_MEANING):
            # A bare "ja" is a reply to what was asked; it lies beside everything.
            return None
        if likely < _ALIKE_IN_MEANING or likely - second < (_APART_TO_END if ends else _APART):
            return None
        if self._ordinary is not None and float((self._ordinary @ meaning).max()) > likely:
            return None
        if not ends:
            return first
        typed = fold(text)
        # By meaning "ik voel me niet beter" lies beside "ik voel me beter": what turns it round must be in both.
        alike = (_TURNS.search(typed) is None) == (_TURNS.search(form) is None)
        return first if alike and len(typed.split()) <= _LONGEST_TO_END else None
