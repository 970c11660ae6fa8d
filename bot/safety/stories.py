"""Long stories among the examples: what is harmless as a whole is harmless in every sentence.

Those sentences are learned from as well, because a story is judged by sentence too, and how a harmless story looks
sentence by sentence is what the thresholds of stories are fitted on.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.safety.assessment import Level
from bot.safety.signals import Example
from bot.text.sentences import sentences

LONG = 40
"""Words from which a message is a story; up to there it is looked at as one thing."""
_SHORTEST_SENTENCE = 3
_MOST_SENTENCES = 4
"""Of a story, the longest: learning grows with the square of the number of examples, in memory too."""


@dataclass(frozen=True, slots=True)
class Story:
    """Where a harmless story and its sentences stand among the examples."""

    whole: int
    parts: tuple[int, ...]


def said_in(text: str) -> list[str]:
    """The sentences of a text that say something by themselves; none when there are fewer than two."""
    said = [sentence for sentence in sentences(text) if len(sentence.split()) >= _SHORTEST_SENTENCE]
    return said if len(said) > 1 else []


def with_sentences(examples: Sequence[Example]) -> tuple[list[Example], list[Story]]:
    """The examples and behind them sentences of the harmless long ones, in the same voice."""
    every, stories = list(examples), []
    for at, example in enumerate(examples):
        if example.level is not Level.NONE or len(example.text.split()) <= LONG:
            continue
        said = sorted(said_in(example.text), key=len)[-_MOST_SENTENCES:]
        if said:
            stories.append(Story(at, tuple(range(len(every), len(every) + len(said)))))
            every += [replace(example, text=sentence) for sentence in said]
    return every, stories
