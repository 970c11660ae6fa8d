"""Questions that say about the same, so that staff look at each only once."""

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz

from bot.domain.question import UnansweredQuestion
from bot.text.folding import fold

_ALIKE = 82
"""How much two questions must look alike (rapidfuzz token_set_ratio, 0-100) to be shown together."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Questions that look alike, oldest first; the first one names them."""

    questions: tuple[UnansweredQuestion, ...]

    @property
    def id(self) -> str:
        """The name of its oldest question."""
        return self.questions[0].id

    @property
    def texts(self) -> tuple[str, ...]:
        """Each wording once."""
        return tuple({fold(question.text): question.text for question in self.questions}.values())


def clusters(questions: Iterable[UnansweredQuestion]) -> tuple[Cluster, ...]:
    """Open questions by likeness: most askers first, then the longest waiting."""
    found: list[list[UnansweredQuestion]] = []
    for question in sorted(questions, key=lambda q: (q.at, q.id)):
        if question.decision is not None:
            continue
        words = fold(question.text)
        near = next((group for group in found if _alike(words, question, group[0])), None)
        if near is None:
            found.append([question])
        else:
            near.append(question)
    found.sort(key=lambda group: (-len(group), group[0].at, group[0].id))
    return tuple(Cluster(tuple(group)) for group in found)


def _alike(words: str, question: UnansweredQuestion, first: UnansweredQuestion) -> bool:
    same_people = question.audience == first.audience and question.language == first.language
    return same_people and fuzz.token_set_ratio(words, fold(first.text)) >= _ALIKE
