"""An encoder whose likeness is known: it says how near each sentence lies to the one thing a classifier knows."""

import math
from collections.abc import Callable, Sequence

import numpy as np

from bot.encoder.port import DEPTHS, Vectors
from bot.safety.assessment import Category, Level
from bot.safety.learned import Learned
from bot.safety.learning import BUCKETS, Floats, Meanings
from bot.safety.screen import Screen
from bot.safety.signals import Example, Mask, Pattern, Signals
from bot.safety.word_groups import WordGroup

KINDS = list(Category)
CLASSES = 1 + 2 * len(KINDS)
STRONGEST = 4.0


def column(level: Level, category: Category) -> int:
    """Where a class stands: calm first, then a concern and an alarm for each category."""
    return 1 + 2 * KINDS.index(category) + (level is not Level.CONCERN)


def scores(alarm: float, worry: float, category: Category = Category.SUICIDE) -> Floats:
    """A row of which the classes of alarms add up to ``alarm``, and those of alarms and worries to ``worry``."""
    row = np.zeros(CLASSES, dtype=np.float32)
    row[column(Level.CRISIS, category)] = alarm
    row[column(Level.CONCERN, category)] = worry - alarm
    return row


class Near:
    """An encoder: ``share`` says what a sentence will score as an alarm (0.1 to 4)."""

    name = "near"

    def __init__(self, share: Callable[[str], float]) -> None:
        self.share = share
        self.asked: list[list[str]] = []

    def encode(self, sentences: Sequence[str]) -> Vectors:
        """The first depth."""
        return self.encode_depths(sentences)[:, :2]

    def encode_depths(self, sentences: Sequence[str]) -> Vectors:
        """All depths alike."""
        self.asked.append(list(sentences))
        # Likeness falls with exp(2 (cosine - 1)): this is the cosine at which the share is reached.
        cosines = [1 + math.log(max(self.share(sentence), 0.1) / STRONGEST) / 2 for sentence in sentences]
        rows = [[cosine, math.sqrt(1 - cosine * cosine)] * DEPTHS for cosine in cosines]
        return np.array(rows, dtype=np.float32)


def judge(
    alarm: float = 0.0,
    worry: float | None = None,
    category: Category = Category.SUICIDE,
    *,
    patterns: Sequence[Pattern] = (),
    masks: Sequence[Mask] = (),
    groups: Sequence[WordGroup] = (),
    near: Near | None = None,
    examples: Sequence[Example] = (),
    left_out: Floats | None = None,
) -> Screen:
    """A screen whose classifier gives every text the same scores; with ``near`` the encoder adds an alarm to them."""
    weights = np.zeros((BUCKETS + 1, CLASSES), dtype=np.float32)
    # The last feature is the constant one, a quarter in every text.
    weights[BUCKETS] = 4 * scores(alarm, alarm if worry is None else worry, category)
    meanings = None
    if near is not None:
        pulls = STRONGEST * scores(1, 1, category)[None]
        vectors = np.array([[1, 0] * DEPTHS], dtype=np.float32) / np.float32(DEPTHS**0.5)
        meanings = Meanings(centre=np.zeros(2 * DEPTHS, dtype=np.float32), vectors=vectors, pulls=pulls)
    learned = Learned(weights=weights, ordinary=frozenset(), meanings=meanings, left_out=left_out)
    signals = Signals(patterns=tuple(patterns), masks=tuple(masks), examples=tuple(examples), groups=tuple(groups))
    return Screen(signals, learned, near)
