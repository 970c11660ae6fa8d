"""From where likeness counts: fitted on examples that mean no danger, each judged as if its voice were not known."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bot.safety.learning import Floats
from bot.safety.stories import Story

_FALSE_ALARMS, _FALSE_WORRIES = 0.10, 0.17
"""Share of the calm examples that may be taken for an alarm, or for a worry, when their voice is left out. The calm
examples are harder than real messages: most were written to be taken for danger."""
_LEAST_STORIES = 50
_LEAST = 0.2
"""Below this likeness nothing counts, however clean the examples are."""
_STORIES, _WORRYING_STORIES = 0.15, 0.3
"""The same share for long stories, whose whole and worst sentence are weighed together: a tired parent is not in
danger, and heavy words anywhere in a story are no alarm by themselves."""


@dataclass(frozen=True, slots=True)
class StoryThresholds:
    """Thresholds of a long story: of the whole and of its worst sentence."""

    alarm_whole: float
    alarm_part: float
    worry_whole: float
    worry_part: float


def thresholds(left_out: Floats | None, calm: Sequence[int]) -> tuple[float, float]:
    """Fitted on the calm examples, each judged as if nobody of its voice were known."""
    if left_out is None or not calm:
        return 1.0, 1.0
    alarm, worry = summed(left_out[calm])
    return (
        max(_LEAST, float(np.quantile(alarm, 1 - _FALSE_ALARMS))),
        max(_LEAST, float(np.quantile(worry, 1 - _FALSE_WORRIES))),
    )


def story_thresholds(left_out: Floats | None, stories: Sequence[Story]) -> StoryThresholds | None:
    """Fitted on harmless stories as people wrote them; None when there are too few to tell."""
    if left_out is None or len(stories) < _LEAST_STORIES:
        return None
    alarm, worry = summed(left_out)
    found = []
    for scores, share in ((alarm, _STORIES), (worry, _WORRYING_STORIES)):
        found.append(float(np.quantile(scores[[story.whole for story in stories]], 1 - share)))
        found.append(float(np.quantile([scores[list(story.parts)].max() for story in stories], 1 - share)))
    return StoryThresholds(*(max(_LEAST, value) for value in found))


def summed(scores: Floats) -> tuple[Floats, Floats]:
    """How much each row is like an alarm, and like an alarm or a worry."""
    return scores[:, 2::2].sum(axis=1), scores[:, 1:].sum(axis=1)
