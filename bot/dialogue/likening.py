"""Which of a few options a reply in other words comes nearest to in meaning, where there is an encoder.

Likeness alone says little: all short sentences are alike. What counts is how far one option is before the next,
chosen on replies that people type at the choices of the flows (``tests/flow/natural_replies.py``, what was looked at).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from bot.encoder.port import Encoder, Vectors
from bot.flow.answers import Unclear, Understood
from bot.flow.definition import Slot, SlotType, Takes
from bot.replies.leaning import is_question
from bot.text.localising import fitting

_LEAST, _APART = 0.85, 0.015
"""From which likeness, and how far before the next, an option is meant; nearer than that, two are asked about."""
_EVERYDAY = (
    "het regent buiten", "we eten vanavond pizza", "blauw is een mooie kleur", "de hond slaapt op de bank",
    "ik ga met de trein op vakantie", "dat is grappig", "iets heel anders", "ik weet niet wat ik moet typen",
    "mijn lievelingsdier is een paard", "drie kopjes koffie", "bla bla bla", "de film was leuk",
)  # fmt: skip
"""Sentences that are about none of it."""
_AHEAD = 0.01
"""How much nearer than these an option must be to be taken; a little less and is asked which of two. So of 302 pieces
of nonsense 17 are taken for an option instead of 42, and 4 of 88 replies that were meant are asked about after all."""
_LONGEST = 14
"""A text of more words tells more than which option."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """The option that is meant; empty when two are as near, which are then in ``near``."""

    meant: str = ""
    near: tuple[str, ...] = ()


NOTHING = Likeness()


class Likening:
    """Thread-safe: what it remembers is the same whoever reckoned it."""

    def __init__(self, encoder: Encoder | None = None) -> None:
        self._encoder = encoder
        self._vectors: dict[tuple[str, ...], Vectors] = {}

    def nearest(self, text: str, options: Mapping[str, Sequence[str]], *, apart: float = _APART) -> Likeness:
        """Which of ``options``, each with the ways to say it, ``text`` means."""
        offered = {name: tuple(forms) for name, forms in options.items() if forms}
        if self._encoder is None or len(offered) < 2 or not 0 < len(text.split()) <= _LONGEST:
            return NOTHING
        said = self._encoder.encode([text])[0]
        scores = {name: float(np.max(self._known(forms) @ said)) for name, forms in offered.items()}
        first, second, *_ = sorted(scores, key=lambda name: -scores[name])
        ahead = scores[first] - float(np.max(self._known(_EVERYDAY) @ said))
        if scores[first] < _LEAST or ahead < -_AHEAD / 2:
            return NOTHING
        if scores[first] - scores[second] < apart or ahead < _AHEAD:
            return Likeness(near=(first, second))
        return Likeness(meant=first)

    def _known(self, forms: tuple[str, ...]) -> Vectors:
        if forms not in self._vectors:
            assert self._encoder is not None
            self._vectors[forms] = self._encoder.encode(forms)
        return self._vectors[forms]


def reread(
    likening: Likening, slot: Slot, text: str, read: Understood | Unclear, language: str
) -> Understood | Unclear:
    """The reading of a typed answer by what it means, where its words picked no option; else the reading as it was.

    Where single words and the meaning point at different options, is asked which of the two. Never where what is
    unclear must count as a yes: a question about danger is read by its words alone.
    """
    settled = read.near or read.doubt if isinstance(read, Unclear) else read.sure
    takes = {one for option in slot.options for one in option.takes}
    if slot.type not in (SlotType.CHOICE, SlotType.MULTI) or settled or is_question(text) or takes >= _CAREFUL:
        return read
    # What stands for everything else means nothing by itself.
    own = [option for option in slot.options if Takes.UNCLEAR not in option.takes]
    forms = {option.id: (fitting(option.label, language), *option.also) for option in own}
    likeness = likening.nearest(text, forms)
    several = slot.type is SlotType.MULTI
    words = None if isinstance(read, Unclear) or several else slot.option(str(read.value))
    if words is not None and words in own:
        other = likeness.meant if likeness.meant != words.id else ""
        return Unclear("flow-choose", near=(words.id, other)) if other else read
    if several and isinstance(read, Understood):
        return read
    if likeness.meant:
        return Understood((likeness.meant,) if several else likeness.meant, sure=False)
    if likeness.near and isinstance(read, Unclear) and not several:
        return replace(read, near=likeness.near)
    return read


_CAREFUL = frozenset({Takes.UNCLEAR, Takes.NO})
