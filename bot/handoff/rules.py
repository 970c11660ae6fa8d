"""What a team wrote down once: who hears of which talk, and what is done together with one word."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.domain.audience import Audience
from bot.handoff.record import Handoff, Weight


@dataclass(frozen=True, slots=True, kw_only=True)
class Macro:
    """What one word does in a talk: say something, put on a label, set how pressing it is, come back later."""

    name: str
    text: Mapping[str, str] = field(default_factory=dict)
    """What the person gets, per language; empty: nothing."""
    sentence: str = ""
    """Or the name of a fixed sentence."""
    label: str = ""
    weight: Weight | None = None
    later: str = ""
    """When to come back, in the words of ``/straks``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What happens with a new talk that all of this is true of; what was left out is true of every talk."""

    themes: tuple[str, ...] = ()
    flows: tuple[str, ...] = ()
    audiences: tuple[Audience, ...] = ()
    languages: tuple[str, ...] = ()
    call: tuple[str, ...] = ()
    """Names of colleagues who are mentioned instead of whoever is there."""
    topic: str = ""
    """Name of a topic of the team in which it is said too (``/hier naam``)."""
    label: str = ""
    weight: Weight | None = None

    def fits(self, handoff: Handoff) -> bool:
        """Whether it is about this talk."""
        about = (*(f"theme:{name}" for name in self.themes), *(f"flow:{name}" for name in self.flows))
        return (
            (not about or not set(about).isdisjoint(handoff.subjects))
            and (not self.audiences or handoff.audience in self.audiences)
            and (not self.languages or handoff.language in self.languages)
        )


def fitting(rules: Iterable[Rule], handoff: Handoff) -> tuple[Rule, ...]:
    """All rules about a talk, in the order of the file."""
    return tuple(rule for rule in rules if rule.fits(handoff))


def sorted_out(rules: Sequence[Rule], handoff: Handoff, most_labels: int) -> Handoff:
    """A new talk with the labels and the weight of its rules; of two weights the first counts."""
    found = fitting(rules, handoff)
    labels = tuple(dict.fromkeys((*handoff.labels, *(rule.label for rule in found if rule.label))))[:most_labels]
    weight = next((rule.weight for rule in found if rule.weight is not None), handoff.weight)
    return replace(handoff, labels=labels, weight=weight)
