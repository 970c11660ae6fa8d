"""Looks at one text before anything else does, and says how serious it is.

Patterns with a clear meaning decide first; a classifier learned from the examples catches what they miss. Turns of
phrase that mean no danger are taken out beforehand, so a real sentence beside one still counts. Earlier alarm lowers
the threshold, also when somebody says it was a joke. It is no risk score: the outcome only chooses a fixed text.
"""

import re

import numpy as np

from bot.safety.assessment import CALM, Assessment, Category, Level
from bot.safety.learned import Learned
from bot.safety.learning import Floats, Likeness
from bot.safety.reading import read
from bot.safety.signals import Signals
from bot.safety.word_groups import WordGroups

_LEVELS = (Level.NONE, Level.CONCERN, Level.CRISIS, Level.ACUTE)
_FALSE_ALARMS, _FALSE_WORRIES = 0.04, 0.12
"""Share of the calm examples that may be taken for an alarm, or for a worry, when each is left out of the learning."""
_LEAST = 0.35
"""Below this likeness nothing counts, however clean the examples are."""
_DOUBTED = 0.5
"""A pattern among words of schoolwork, games or rules alarms only when the whole sentence is this much like danger."""
_AFTER_ALARM = 0.75
"""How much of the threshold is left once somebody was in danger."""
_MOST_CHARACTERS = 4_000
_WINDOW = 40
"""Words that are looked at together; a longer story is read in overlapping windows."""
_OTHER = re.compile(
    r"\b(?:mijn|een|me) (?:beste |goede |klein |kleine |grote |oudste |jongste )?"
    r"(?:vriend|vriendin|vriendje|vriendinnetje|zus|zusje|broer|broertje|klasgenoot|klasgenootje|neef|neefje|nicht|"
    r"nichtje|maatje|mattie|dochter|zoon|kind|leerling|kleinkind|kleindochter|kleinzoon|bestie|friend|sister|brother|"
    r"daughter|son|child)\b"
)

_DENIED = re.compile(
    r"\b(?:niet|nooit|geen|not|never|don t|no) (?:\w+ ){0,2}?(?:dood|doodgaan|sterven|zelfmoord|zelfmoordneigingen|"
    r"suicide|suicidaal|suicidal|geslagen|slaan|mishandeld|misbruikt|verkracht|snijden|snij|die|hit|kill)\b"
    r"(?: plegen| worden| hoor)?"
    r"|\b(?:slaat|slaan|sloeg|hits?|hurts?) (?:me |mij |mijn \w+ |hem |haar )?(?:niet|nooit)\b(?! alleen| meer op)"
)
"""A plain denial. It lowers an alarm, and never takes it away: people who deny are asked once more."""


class Screen:
    """Thread-safe and immutable once made."""

    def __init__(self, signals: Signals, learned: Learned | None = None) -> None:
        """Learns from the examples, in about a second, or goes on with what was ``learned`` from them before."""
        self._signals = signals
        # The order of the classes is fixed: 0 is calm, then a concern and an alarm for each category.
        self._classes: list[tuple[Level, Category | None]] = [(Level.NONE, None)]
        for category in Category:
            self._classes += [(Level.CONCERN, category), (Level.CRISIS, category)]
        self.learned = learned or self._learn()
        self._groups = WordGroups(signals.groups, self.learned.ordinary)
        self._likeness = Likeness(self.learned.weights, self._groups) if self.learned.weights.size else None

    def _learn(self) -> Learned:
        texts = [self._masked(read(example.text)) for example in self._signals.examples]
        calm = [number for number, example in enumerate(self._signals.examples) if example.level is Level.NONE]
        ordinary = frozenset(word for number in calm for word in texts[number].split())
        labels = [self._class_of(example.level, example.category) for example in self._signals.examples]
        if len(set(labels)) < 2:
            return Learned(weights=np.zeros((0, 0), dtype=np.float32), alarm_at=1.0, worry_at=1.0, ordinary=ordinary)
        groups = WordGroups(self._signals.groups, ordinary)
        likeness, left_out = Likeness.learn(texts, labels, len(self._classes), groups)
        alarm_at, worry_at = _thresholds(left_out[calm])
        return Learned(weights=likeness.weights, alarm_at=alarm_at, worry_at=worry_at, ordinary=ordinary)

    def assess(self, text: str, *, earlier: Level = Level.NONE) -> Assessment:
        """How serious; ``earlier`` is the highest level of this conversation so far."""
        plain = self._masked(read(text[:_MOST_CHARACTERS]))
        if not plain.strip(" ."):
            return CALM
        found = self._judged(plain, earlier)
        if found.level.alarming:
            undenied = " ".join(_DENIED.sub(" ", plain).split())
            if undenied != plain and not self._judged(undenied, earlier).level.alarming:
                # What is left without the denial is calm: worth a question, no alarm.
                found = Assessment(level=Level.CONCERN, category=found.category, reasons=(*found.reasons, "ontkend"))
        if found.level is Level.CONCERN and earlier.alarming and found.category is not None:
            found = Assessment(level=Level.CRISIS, category=found.category, reasons=(*found.reasons, "eerder_signaal"))
        if found.level is not Level.NONE and _OTHER.search(plain):
            found = Assessment(level=found.level, category=found.category, about_other=True, reasons=found.reasons)
        return found

    def _judged(self, plain: str, earlier: Level) -> Assessment:
        hits = [pattern for pattern in self._signals.patterns if pattern.expression.search(plain)]
        found = CALM
        for hit in hits:
            found = _worse(found, Assessment(level=hit.level, category=hit.category, reasons=(hit.id,)))
        if not found.level.alarming:
            return _worse(found, self._by_likeness(plain, earlier))
        if not earlier.alarming and all(hit.topic for hit in hits if hit.level.alarming) and self._in_doubt(plain):
            return Assessment(level=Level.CONCERN, category=found.category, reasons=(*found.reasons, "onderwerp"))
        return found

    def _in_doubt(self, plain: str) -> bool:
        """Whether a heavy word may be about a book, a game or a rule; it is asked about then, never passed over."""
        if self._likeness is None or not self._groups.of(plain) & self._groups.context:
            return False
        return float(self._likeness.scores(_pieces(plain))[:, 2::2].sum(axis=1).max()) < _DOUBTED

    def _masked(self, plain: str) -> str:
        for mask in self._signals.masks:
            plain = mask.expression.sub(" ", plain)
        return " ".join(plain.split())

    def _by_likeness(self, plain: str, earlier: Level) -> Assessment:
        if self._likeness is None:
            return CALM
        pieces = _pieces(plain)
        worst = CALM
        alarm_at = self.learned.alarm_at * (_AFTER_ALARM if earlier.alarming else 1)
        for chances in self._likeness.scores(pieces):
            alarms = [(chances[2 * n + 2], category) for n, category in enumerate(Category)]
            worries = [(chances[2 * n + 1], category) for n, category in enumerate(Category)]
            alarm = float(sum(chance for chance, _ in alarms))
            worry = alarm + float(sum(chance for chance, _ in worries))
            if alarm >= alarm_at:
                category = max(alarms)[1]
                level = Level.ACUTE if category is Category.ACUTE_DANGER else Level.CRISIS
            elif worry >= self.learned.worry_at:
                category = max(max(alarms), max(worries))[1]
                level = Level.CONCERN
            else:
                continue
            worst = _worse(worst, Assessment(level=level, category=category, reasons=(f"lijkt_op_{category}",)))
        return worst

    def _class_of(self, level: Level, category: Category | None) -> int:
        if level is Level.NONE or category is None:
            return 0
        return self._classes.index((Level.CRISIS if level.alarming else Level.CONCERN, category))


def _thresholds(calm: Floats) -> tuple[float, float]:
    """Fitted on the calm examples, each judged as if it were not among them."""
    if not len(calm):
        return 1.0, 1.0
    alarm, worry = calm[:, 2::2].sum(axis=1), calm[:, 1:].sum(axis=1)
    return (
        max(_LEAST, float(np.quantile(alarm, 1 - _FALSE_ALARMS))),
        max(_LEAST, float(np.quantile(worry, 1 - _FALSE_WORRIES))),
    )


def _pieces(plain: str) -> list[str]:
    """The whole, each sentence that can stand alone, and windows of a long story."""
    words = plain.replace(" . ", " ").split()
    pieces = [" ".join(words[:_WINDOW])]
    if " . " in plain:
        pieces += [sentence for sentence in plain.split(" . ") if len(sentence.split()) > 1]
    pieces += [" ".join(words[start : start + _WINDOW]) for start in range(_WINDOW // 2, len(words), _WINDOW // 2)]
    return pieces


def _worse(first: Assessment, second: Assessment) -> Assessment:
    worst = first if _LEVELS.index(first.level) >= _LEVELS.index(second.level) else second
    return Assessment(
        level=worst.level,
        category=worst.category,
        about_other=first.about_other or second.about_other,
        reasons=tuple(dict.fromkeys((*first.reasons, *second.reasons))),
    )
