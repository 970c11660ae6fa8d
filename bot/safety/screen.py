"""Looks at one text before anything else does, and says how serious it is.

A few rules may never be missed and alarm by themselves. For all else a classifier learned from the examples decides, in
words and in meaning (``learning.py``); a pattern of words makes it more attentive. Turns of phrase that mean no danger
are taken out beforehand, so a real sentence beside one still counts. A story is judged as a whole and by sentence, and
what somebody wrote just before is read along. An earlier alarm lowers the threshold for a while. It is no risk score:
the outcome only chooses a fixed text.
"""

import hashlib
import math
from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, replace

import numpy as np

from bot.encoder.port import Encoder
from bot.safety.assessment import CALM, Assessment, Category, Level
from bot.safety.learned import Learned
from bot.safety.learning import Floats, Likeness, Piece, learn
from bot.safety.listening import Listened, Said, Scorer
from bot.safety.reading import is_spaced_out, read
from bot.safety.signals import Example, Pattern, Signals
from bot.safety.stories import LONG, said_in, with_sentences
from bot.safety.thresholds import StoryThresholds, story_thresholds, summed, thresholds
from bot.safety.turns import OTHER, undenied
from bot.safety.word_groups import WordGroups

_LEVELS = (Level.NONE, Level.CONCERN, Level.CRISIS, Level.ACUTE)
_ATTENTIVE = 0.5
"""How much of the threshold is left where a pattern of words was found."""
_DOUBTED = 0.5
"""A heavy word among words of schoolwork, games or news alarms only when the whole is this much like danger."""
_AFTER_ALARM = 0.75
"""How much of the threshold is left while somebody was in danger a short while ago."""
AFTER_AN_ALARM = "eerder_signaal"
"""The reason of a worry that counts as an alarm because one came before it."""
_MOST_CHARACTERS = 4_000
_STORY_WITH_A_PATTERN = 0.9
"""How much of the threshold is left for a story in which a pattern of words was found."""
_PIECE = LONG
"""Words that are looked at together; a longer story is read by sentence as well."""
_MOST_PIECES = 24
_MANY = 0.1
"""Added to the threshold each time the number of sentences doubles: each is one more chance of a false alarm."""
_AT_ONCE = 64
"""Examples that are judged together when the screen is measured."""
_FRAGMENT = 5
"""Up to this many words a message may be a piece of a story; a longer one says what it has to say by itself."""
_TOGETHER = 1.2
"""How much more than the threshold pieces must be like danger together: each join is one more chance of a false
alarm."""
_SHORT_TURN = 9
"""Words up to which a turn of phrase is only that; one that takes away more says nothing of what stood in it."""
_LEFT = 2
"""Words that must be left beside it, before they can say that there is no danger."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """What likeness says of a text: the strongest of the whole and its sentences, as shares of the thresholds."""

    likeness: float
    """How much of the whole is like danger, before any threshold."""
    alarm: float
    """From 1 it alarms."""
    worry: float
    """From 1 it worries."""
    category: Category
    """What it is most like."""
    of_a_story: bool = False


class Screen:
    """Thread-safe and immutable once made."""

    def __init__(self, signals: Signals, learned: Learned | None = None, encoder: Encoder | None = None) -> None:
        """Learns from the examples, in some ten seconds, or goes on with what was ``learned`` from them before."""
        self._signals = signals
        # The order of the classes is fixed: 0 is calm, then a concern and an alarm for each category.
        self._classes: list[tuple[Level, Category | None]] = [(Level.NONE, None)]
        for category in Category:
            self._classes += [(Level.CONCERN, category), (Level.CRISIS, category)]
        given = [example for example in signals.examples if not only_measured(example.voice)]
        self._given = len(given)
        self._examples, stories = with_sentences(given)
        self.learned = learned or self._learn(encoder)
        whole = {story.whole for story in stories}
        calm = [number for number, example in enumerate(given) if example.level is Level.NONE and number not in whole]
        self._alarm_at, self._worry_at = thresholds(self.learned.left_out, calm)
        self._stories = story_thresholds(self.learned.left_out, stories)
        self._groups = WordGroups(signals.groups, self.learned.ordinary)
        learned_any = self.learned.weights.size
        self._heard: Mapping[Said, Assessment] = {}
        self._likeness: Scorer | None = (
            Likeness(self.learned.weights, self._groups, self.learned.meanings, encoder) if learned_any else None
        )

    def _learn(self, encoder: Encoder | None) -> Learned:
        examples = self._examples
        pieces = [self.piece(example.text) for example in examples]
        labels = [self._class_of(example.level, example.category) for example in examples]
        calm = np.array([label == 0 for label in labels], dtype=bool)
        ordinary = frozenset(
            word for piece, none in zip(pieces, calm, strict=True) if none for word in piece.read.split()
        )
        if len(set(labels)) < 2:
            return Learned(weights=np.zeros((0, 0), dtype=np.float32), ordinary=ordinary)
        groups = WordGroups(self._signals.groups, ordinary)
        voices = [example.voice for example in examples]
        likeness, left_out = learn(pieces, labels, voices, len(self._classes), groups, encoder)
        return Learned(
            weights=likeness.weights,
            ordinary=ordinary,
            meanings=likeness.meanings,
            left_out=left_out,
        )

    def assess(self, text: str, *, earlier: Level = Level.NONE, recent: Sequence[str] = ()) -> Assessment:
        """How serious. ``earlier`` is the level of an alarm a short while ago; ``recent`` are the messages of the same
        person just before, oldest first.
        """
        known = self._heard.get(Said(text, earlier, tuple(recent)))
        if known is not None:
            return known
        whole = self.piece(text[:_MOST_CHARACTERS])
        # Another script has no letters that the rules know, and still a meaning.
        has_meaning = self.learned.meanings is not None and any(character.isalpha() for character in text)
        if not whole.read.strip(" .") and not has_meaning:
            return CALM
        found = self._judged(whole, self._pieces(text), earlier)
        if found.level.alarming and not self._never_missed(whole.read):
            for reason, left in self._without_what_misleads(text, whole):
                if not self._judged(left, [], earlier).level.alarming:
                    # What is left is calm: worth a question, no alarm.
                    found = replace(found, level=Level.CONCERN, reasons=(*found.reasons, reason))
                    break
        pieces = _pieces_before(text, recent)
        if pieces and not found.level.alarming:
            found = _worse(found, self._together([*pieces, text], earlier))
        if found.level is Level.CONCERN and earlier.alarming and found.category is not None:
            found = replace(found, level=Level.CRISIS, reasons=(*found.reasons, AFTER_AN_ALARM))
        if found.level is not Level.NONE and OTHER.search(whole.read):
            found = replace(found, about_other=True)
        return found

    def having_heard(self, said: Sequence[Said]) -> "Screen":
        """The same screen, which has judged these already, all their pieces together: what it says of them, or of
        anything else, is the same.
        """
        if self._likeness is None:
            return self
        other = copy(self)
        other._likeness = Listened(self._likeness, [piece for one in said for piece in self._weighed(one)])
        other._heard = {one: other.assess(one.text, earlier=one.earlier, recent=one.recent) for one in said}
        return other

    def _weighed(self, said: Said) -> list[Piece]:
        """All that likeness may be asked about it."""
        whole = self.piece(said.text[:_MOST_CHARACTERS])
        weighed = [whole, *self._pieces(said.text)]
        weighed += [left for _, left in self._without_what_misleads(said.text, whole)]
        before = _pieces_before(said.text, said.recent)
        if before:
            weighed.append(self.piece(" ".join([*before, said.text])))
        return weighed

    def piece(self, text: str) -> Piece:
        """``text`` as the classifier takes it."""
        plain = self._masked(read(text))
        # Letters written apart to hide a word have no meaning of their own.
        return Piece(written=plain if is_spaced_out(text) else text.strip(), read=plain)

    def judged_without_their_voice(self) -> list[tuple[Example, Level]]:
        """Each example that was learned from, and what likeness alone made of it before its voice was known."""
        left_out = self.learned.left_out
        if left_out is None:
            return []
        examples = self._examples[: self._given]
        alarms, worries = summed(left_out[: self._given])
        # Of a story only the whole is known here; its worst sentence counts as much in the screen.
        long = np.array([len(example.text.split()) > LONG for example in examples], dtype=bool)
        stories = self._stories or StoryThresholds(self._alarm_at, self._alarm_at, self._worry_at, self._worry_at)
        levels = np.where(
            alarms >= np.where(long, stories.alarm_whole, self._alarm_at),
            Level.CRISIS,
            np.where(worries >= np.where(long, stories.worry_whole, self._worry_at), Level.CONCERN, Level.NONE),
        )
        return [(example, Level(level)) for example, level in zip(examples, levels, strict=True)]

    def judged_unknown(self) -> list[tuple[Example, Level]]:
        """The examples of voices that are only measured, each judged as a message is."""
        examples = [example for example in self._signals.examples if only_measured(example.voice)]
        judged = []
        for start in range(0, len(examples), _AT_ONCE):
            some = examples[start : start + _AT_ONCE]
            screen = self.having_heard([Said(example.text) for example in some])
            judged += [(example, screen.assess(example.text).level) for example in some]
        return judged

    def _together(self, pieces: Sequence[str], earlier: Level) -> Assessment:
        """What ``pieces`` of one story say that none of them says alone."""
        whole = self.piece(" ".join(pieces))
        scores = self._scores(whole, [])
        if self._never_missed(whole.read) or scores.alarm >= _TOGETHER:
            found = self._judged(whole, [], earlier)
            return replace(found, reasons=(*found.reasons, "samen_gelezen"))
        return CALM

    def _judged(self, whole: Piece, pieces: Sequence[Piece], earlier: Level) -> Assessment:
        hits = [pattern for pattern in self._signals.patterns if pattern.expression.search(whole.read)]
        if self._likeness is None:
            return _named(hits)
        scores = self._scores(whole, pieces)
        share = _AFTER_ALARM if earlier.alarming else 1.0
        never_missed = [hit for hit in hits if hit.always and hit.level.alarming]
        doubted = scores.likeness < _DOUBTED and bool(self._groups.of(whole.read) & self._groups.context)
        if never_missed:
            asked = doubted and all(hit.topic for hit in never_missed)
            return replace(_named(never_missed), level=Level.CONCERN) if asked else _named(never_missed)
        attentive = [hit for hit in hits if hit.level.alarming]
        if doubted and attentive and all(hit.topic for hit in attentive):
            # A book, a game, a rule: asked about, never passed over.
            return replace(_named(attentive), level=Level.CONCERN)
        enough = _STORY_WITH_A_PATTERN if scores.of_a_story else _ATTENTIVE
        if attentive and scores.alarm >= enough * share:
            return _named(attentive)
        likened = f"lijkt_op_{scores.category}"
        if scores.alarm >= share:
            level = Level.ACUTE if scores.category is Category.ACUTE_DANGER else Level.CRISIS
            return Assessment(level=level, category=scores.category, reasons=(likened,))
        if scores.worry >= 1 or (hits and scores.worry >= _ATTENTIVE):
            return Assessment(level=Level.CONCERN, category=scores.category, reasons=(likened,), by_likeness=not hits)
        return CALM

    def _scores(self, whole: Piece, pieces: Sequence[Piece]) -> Scores:
        if self._likeness is None:
            return Scores(likeness=0.0, alarm=0.0, worry=0.0, category=Category.SUICIDE)
        chances = self._likeness.scores([whole, *pieces])
        alarms, worries = summed(chances)
        if self._stories is not None and pieces and len(whole.written.split()) > LONG:
            return self._of_a_story(chances, self._stories)
        more = _MANY * math.log2(1 + len(pieces))
        asked = np.full(len(chances), more, dtype=np.float32)
        asked[0] = 0.0
        strongest = int(np.argmax(alarms / (self._alarm_at + asked)))
        kinds = chances[strongest, 1::2] + chances[strongest, 2::2]
        return Scores(
            likeness=float(alarms.max()),
            alarm=float((alarms / (self._alarm_at + asked)).max()),
            worry=float((worries / (self._worry_at + asked)).max()),
            category=tuple(Category)[int(np.argmax(kinds))],
        )

    def _of_a_story(self, chances: Floats, stories: StoryThresholds) -> Scores:
        """The whole and its worst sentence together: either alone is too often only a heavy day."""
        alarms, worries = summed(chances)
        worst = 1 + int(np.argmax(alarms[1:]))
        kinds = chances[worst, 1::2] + chances[worst, 2::2]
        return Scores(
            likeness=float(alarms.max()),
            alarm=float(alarms[0] / stories.alarm_whole + alarms[worst] / stories.alarm_part) / 2,
            worry=float(worries[0] / stories.worry_whole + worries[1:].max() / stories.worry_part) / 2,
            category=tuple(Category)[int(np.argmax(kinds))],
            of_a_story=True,
        )

    def _pieces(self, text: str) -> list[Piece]:
        """The sentences of a story, and windows of one that has none."""
        words = text.split()
        said = said_in(text)
        if len(words) <= _PIECE // 2:
            # Looked at as one thing, but for a sentence that holds words of danger: what is beside it may not hide it.
            return [piece for piece in map(self.piece, said) if self._alarming_words(piece.read)]
        if len(words) > _PIECE and (not said or max(len(sentence.split()) for sentence in said) > _PIECE):
            said += [" ".join(words[start : start + _PIECE]) for start in range(0, len(words), _PIECE // 2)]
        if len(said) > _MOST_PIECES:
            # Danger may stand anywhere: all of it is read, in longer pieces.
            size = math.ceil(len(words) / _MOST_PIECES)
            said = [" ".join(words[start : start + size]) for start in range(0, len(words), size)]
        return [self.piece(sentence) for sentence in said]

    def _never_missed(self, plain: str) -> bool:
        return any(pattern.always and pattern.expression.search(plain) for pattern in self._signals.patterns)

    def _alarming_words(self, plain: str) -> bool:
        return any(pattern.level.alarming and pattern.expression.search(plain) for pattern in self._signals.patterns)

    def _without_what_misleads(self, text: str, whole: Piece) -> Iterator[tuple[str, Piece]]:
        """What is left of it without a denial, and without a short turn of phrase: its words were taken out already,
        but not its meaning.
        """
        plain = undenied(whole.read)
        if plain != whole.read:
            yield "ontkend", _as_read(plain)
        left = len(whole.read.split())
        taken = len(read(text[:_MOST_CHARACTERS]).split()) - left
        if left >= _LEFT and 0 < taken <= _SHORT_TURN and not self._alarming_words(whole.read):
            yield "uitdrukking", _as_read(whole.read)

    def _masked(self, plain: str) -> str:
        for mask in self._signals.masks:
            plain = mask.expression.sub(" ", plain)
        return " ".join(plain.split())

    def _class_of(self, level: Level, category: Category | None) -> int:
        if level is Level.NONE or category is None:
            return 0
        return self._classes.index((Level.CRISIS if level.alarming else Level.CONCERN, category))


def only_measured(voice: str) -> bool:
    """About a tenth of the voices, chosen by their name, is never learned from."""
    return bool(voice) and hashlib.sha256(voice.encode()).digest()[0] % 10 in (5, 7)


def _pieces_before(text: str, recent: Sequence[str]) -> list[str]:
    """The run of fragments that ``text``, a fragment itself, ends."""
    if len(text.split()) > _FRAGMENT:
        return []
    pieces: list[str] = []
    for earlier in reversed(recent):
        if len(earlier.split()) > _FRAGMENT:
            break
        pieces.insert(0, earlier)
    return pieces


def _as_read(plain: str) -> Piece:
    return Piece(written=plain, read=plain)


def _named(hits: Sequence[Pattern]) -> Assessment:
    found = CALM
    for hit in hits:
        found = _worse(found, Assessment(level=hit.level, category=hit.category, reasons=(hit.id,)))
    return found


def _worse(first: Assessment, second: Assessment) -> Assessment:
    worst = first if _LEVELS.index(first.level) >= _LEVELS.index(second.level) else second
    return Assessment(
        level=worst.level,
        category=worst.category,
        about_other=first.about_other or second.about_other,
        by_likeness=worst.by_likeness,
        reasons=tuple(dict.fromkeys((*first.reasons, *second.reasons))),
    )
