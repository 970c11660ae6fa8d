"""How well danger is heard by people the screen does not know: per kind, style and language, without flattery."""

from collections.abc import Callable, Iterable, Sequence

from bot.safety.assessment import Level
from bot.safety.signals import Example

Judged = Sequence[tuple[Example, Level]]
_GROUPS: tuple[tuple[str, Callable[[Example], str]], ...] = (
    ("soort", lambda example: str(example.category or "-")),
    ("stijl", lambda example: example.style or "redactie"),
    ("taal", lambda example: example.language),
)


def format_danger(left_out: Judged, unknown: Judged) -> str:
    """A table: share that alarms (crisis or acute) and that gets any signal, per group."""
    lines = ["Elke stem buiten het leren gehouden (alleen gelijkenis, hele bericht):", *_table(left_out)]
    lines += ["", "Stemmen waar nooit van geleerd is (het hele scherm, zoals in het echt):", *_table(unknown)]
    return "\n".join(lines)


def _table(judged: Judged) -> Iterable[str]:
    yield f"{'':34}{'n':>6}{'alarm':>9}{'signaal':>9}"
    for title, wanted in (
        ("gevaar", lambda e: e.level.alarming),
        ("zorg", lambda e: e.level is Level.CONCERN),
        ("niets", lambda e: e.level is Level.NONE),
    ):
        chosen = [(example, level) for example, level in judged if wanted(example)]
        if not chosen:
            continue
        yield _line(title, chosen)
        for group, name_of in _GROUPS:
            names = sorted({name_of(example) for example, _ in chosen} - {"-"})
            for name in names:
                part = [(example, level) for example, level in chosen if name_of(example) == name]
                yield _line(f"  {group} {name}", part)


def _line(title: str, judged: Judged) -> str:
    alarm = sum(level.alarming for _, level in judged) / len(judged)
    signal = sum(level is not Level.NONE for _, level in judged) / len(judged)
    return f"{title:34}{len(judged):>6}{alarm:>9.1%}{signal:>9.1%}"
