"""Measuring a matcher on labelled questions: what was answered, offered and refused, and how far its confidence
holds.
"""

import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.domain.audience import Audience
from bot.domain.ids import EntryId, Language
from bot.matching.matcher import Matcher
from bot.matching.verdict import Outcome, Verdict

SHOWN = 3
"""Entries a choice shows; the right one further down counts as not offered."""

_BINS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A question with the entry it should lead to; ``expected`` None means that nothing in the FAQ answers it."""

    text: str
    expected: EntryId | None
    audience: Audience | None = None
    language: Language | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """Questions whose best candidate had a confidence in [``low``, ``low`` + 0.1): how many, what was claimed,
    what held.
    """

    low: float
    count: int
    claimed: float
    right: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Figures over labelled questions; shares are 0–1 of the in-scope or out-of-scope questions, times in
    milliseconds.
    """

    in_scope: int
    out_of_scope: int
    top1: float
    top3: float
    answered_right: float
    answered_wrong: float
    offered_right: float
    offered_wrong: float
    refused_wrongly: float
    strange_answered: float
    strange_offered: float
    strange_refused: float
    auroc: float
    bins: tuple[Bin, ...]
    calibration_error: float
    p50: float
    p95: float
    confusions: tuple[tuple[str, str, int, str], ...]


def evaluate(matcher: Matcher, questions: Sequence[Labelled]) -> Report:
    """Return the report of ``matcher`` on ``questions``; small talk counts as refused."""
    verdicts: list[Verdict] = []
    times: list[float] = []
    for question in questions:
        start = time.perf_counter()
        verdicts.append(matcher.judge(question.text, audience=question.audience, language=question.language))
        times.append((time.perf_counter() - start) * 1000)
    pairs = list(zip(questions, verdicts, strict=True))
    inside = [(question, verdict) for question, verdict in pairs if question.expected is not None]
    outside = [verdict for question, verdict in pairs if question.expected is None]
    best = np.array([_best(verdict) for verdict in verdicts])
    right = np.array([_place(question, verdict) == 0 for question, verdict in pairs], dtype=bool)
    known = np.array([question.expected is not None for question in questions], dtype=bool)
    bins = _reliability(best, right)
    total = max(len(questions), 1)
    return Report(
        in_scope=len(inside),
        out_of_scope=len(outside),
        top1=_share(_place(*pair) == 0 for pair in inside),
        top3=_share(0 <= _place(*pair) < SHOWN for pair in inside),
        answered_right=_share(_answered(verdict) and _place(question, verdict) == 0 for question, verdict in inside),
        answered_wrong=_share(_answered(verdict) and _place(question, verdict) != 0 for question, verdict in inside),
        offered_right=_share(
            _offered(verdict) and 0 <= _place(question, verdict) < SHOWN for question, verdict in inside
        ),
        offered_wrong=_share(
            _offered(verdict) and not 0 <= _place(question, verdict) < SHOWN for question, verdict in inside
        ),
        refused_wrongly=_share(not _answered(verdict) and not _offered(verdict) for _, verdict in inside),
        strange_answered=_share(_answered(verdict) for verdict in outside),
        strange_offered=_share(_offered(verdict) for verdict in outside),
        strange_refused=_share(not _answered(verdict) and not _offered(verdict) for verdict in outside),
        auroc=area_under_curve(best[known], best[~known]),
        bins=bins,
        calibration_error=sum(abs(part.claimed - part.right) * part.count for part in bins) / total,
        p50=float(np.percentile(times, 50)) if times else 0.0,
        p95=float(np.percentile(times, 95)) if times else 0.0,
        confusions=_confusions(inside),
    )


def format_report(report: Report) -> str:
    """Return ``report`` as a text table."""
    rows = [
        ("top-1", report.top1),
        ("top-3", report.top3),
        ("answered, right", report.answered_right),
        ("answered, wrong", report.answered_wrong),
        (f"choice of {SHOWN} with the right one", report.offered_right),
        (f"choice of {SHOWN} without it", report.offered_wrong),
        ("refused wrongly", report.refused_wrongly),
        ("answered or offered right", report.answered_right + report.offered_right),
    ]
    strange = [
        ("answered", report.strange_answered),
        ("choice shown", report.strange_offered),
        ("refused rightly", report.strange_refused),
    ]
    lines = [f"In scope: {report.in_scope} questions"]
    lines += [f"  {name:<32}{value:>8.1%}" for name, value in rows]
    lines += ["", f"Out of scope: {report.out_of_scope} questions"]
    lines += [f"  {name:<32}{value:>8.1%}" for name, value in strange]
    lines += [
        f"  {'AUROC in against out of scope':<32}{report.auroc:>8.3f}",
        "",
        "Reliability (claimed, right, questions)",
    ]
    lines += [
        f"  {part.low:.1f}-{part.low + 0.1:.1f}  {part.claimed:>6.1%}  {part.right:>6.1%}  {part.count:>5}"
        for part in report.bins
    ]
    lines += [f"  expected calibration error {report.calibration_error:.3f}", ""]
    lines += [f"Time per question: p50 {report.p50:.1f} ms, p95 {report.p95:.1f} ms"]
    if report.confusions:
        lines += ["", "Worst confusions (expected, taken for, times, example)"]
        lines += [f"  {wanted} → {taken}  {count}×  {text[:70]}" for wanted, taken, count, text in report.confusions]
    return "\n".join(lines)


def area_under_curve(inside: NDArray[np.float64], outside: NDArray[np.float64]) -> float:
    """Return the chance that a random value of ``inside`` is above one of ``outside`` (ties half); NaN when either
    is empty.
    """
    if len(inside) == 0 or len(outside) == 0:
        return float("nan")
    ordered = np.sort(outside)
    below = np.searchsorted(ordered, inside, side="left")
    not_above = np.searchsorted(ordered, inside, side="right")
    return float((below + not_above).mean() / 2 / len(outside))


def _place(question: Labelled, verdict: Verdict) -> int:
    """Return where the expected entry stands among the candidates, or -1; nothing is right about small talk."""
    if verdict.outcome == Outcome.SMALLTALK or question.expected is None:
        return -1
    ids = [candidate.id for candidate in verdict.candidates]
    return ids.index(question.expected) if question.expected in ids else -1


def _best(verdict: Verdict) -> float:
    if verdict.outcome == Outcome.SMALLTALK or not verdict.candidates:
        return 0.0
    return verdict.candidates[0].confidence


def _answered(verdict: Verdict) -> bool:
    return verdict.outcome == Outcome.ANSWER


def _offered(verdict: Verdict) -> bool:
    return verdict.outcome == Outcome.SUGGEST


def _share(facts: Iterable[bool]) -> float:
    held = list(facts)
    return sum(held) / len(held) if held else 0.0


def _reliability(best: NDArray[np.float64], right: NDArray[np.bool_]) -> tuple[Bin, ...]:
    number = np.minimum((best * _BINS).astype(int), _BINS - 1)
    return tuple(
        Bin(
            low=place / _BINS,
            count=int((number == place).sum()),
            claimed=float(best[number == place].mean()),
            right=float(right[number == place].mean()),
        )
        for place in range(_BINS)
        if (number == place).any()
    )


def _confusions(inside: Sequence[tuple[Labelled, Verdict]], most: int = 12) -> tuple[tuple[str, str, int, str], ...]:
    counts: Counter[tuple[str, str]] = Counter()
    examples: dict[tuple[str, str], str] = {}
    for question, verdict in inside:
        if _place(question, verdict) == 0:
            continue
        taken = verdict.smalltalk or (verdict.candidates[0].id if verdict.candidates else "-")
        pair = (str(question.expected), str(taken))
        counts[pair] += 1
        examples.setdefault(pair, question.text)
    return tuple(
        (*pair, count, examples[pair])
        for pair, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:most]
    )


def draw(report: Report, folder: Path) -> None:
    """Write ``reliability.png`` and ``confusions.png`` into ``folder``; raises ImportError when matplotlib is not
    installed.
    """
    from bot.authoring.evaluation.plots import pictures

    for name, picture in pictures(report).items():
        (folder / name).write_bytes(picture)
