"""``/metrics`` for Prometheus: how much waits and how old it is. Counts only; no words, names or ids."""

from collections.abc import Callable, Iterable
from datetime import datetime

from prometheus_client import CollectorRegistry, Gauge, Histogram, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.process_collector import ProcessCollector
from prometheus_client.registry import Collector

from bot.service.measuring import Figures
from bot.service.records import Backlog

_TURN_BUCKETS = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 1.0)

Age = Callable[[datetime | None], float]
"""Seconds since a moment; nought for None."""

Handoffs = tuple[int, int]
"""Talks that wait, and talks that somebody has."""


class Metrics:
    """The figures of this process, and what its database says at the moment of asking."""

    def __init__(self, figures: Figures) -> None:
        self._registry = CollectorRegistry()
        self._figures = figures
        ProcessCollector(registry=self._registry)
        turns = Histogram(
            "steunpunt_turn_seconds", "Time to decide one turn", buckets=_TURN_BUCKETS, registry=self._registry
        )
        figures.turn_seconds = turns.observe

    @property
    def pages(self) -> int | None:
        """Open pages of the web chat; None when it is off."""
        return None if self._figures.pages is None else self._figures.pages()

    def text(self, backlog: Backlog | None, handoffs: Handoffs, age: Age) -> bytes:
        """Everything in Prometheus' own format; without a database only what the process knows."""
        registry = CollectorRegistry()
        registry.register(_Now(self._figures, backlog, handoffs, age))
        return generate_latest(self._registry) + generate_latest(registry)


def of_the_house(wanted: int, ready: int) -> bytes:
    """How many bots should run in this process, and how many do."""
    registry = CollectorRegistry()
    for name, text, value in (("wanted", "Bots that should run here", wanted), ("ready", "Bots that work", ready)):
        Gauge(f"steunpunt_bots_{name}", text, registry=registry).set(value)
    return generate_latest(registry)


class _Now(Collector):
    """Figures of one moment."""

    def __init__(self, figures: Figures, backlog: Backlog | None, handoffs: Handoffs, age: Age) -> None:
        self._figures = figures
        self._backlog = backlog
        self._handoffs = handoffs
        self._age = age

    def collect(self) -> Iterable[Metric]:
        """Counters of the process, and gauges of the database when it answered."""
        figures = self._figures
        yield CounterMetricFamily("steunpunt_updates_handled", "Updates handled", value=figures.handled)
        yield CounterMetricFamily("steunpunt_messages_sent", "Messages delivered", value=figures.sent)
        yield GaugeMetricFamily(
            "steunpunt_content_reload_failed", "New content that was refused since the start",
            value=figures.reloads_refused,
        )  # fmt: skip
        yield GaugeMetricFamily(
            "steunpunt_content_newest", "The newest content is in use", value=int(not figures.reload_trouble)
        )
        for name, text, seconds in (
            ("fetch", "Since the last good fetch of updates", figures.fetch.seconds),
            ("send", "Since the last message that arrived", figures.send.seconds),
        ):
            if seconds is not None:
                yield GaugeMetricFamily(f"steunpunt_seconds_since_{name}", text, value=seconds)
        content = GaugeMetricFamily("steunpunt_content_info", "Version of the content in use", labels=["version"])
        content.add_metric([figures.content_version], 1)
        yield content
        if figures.pages is not None:
            yield GaugeMetricFamily(
                "steunpunt_web_pages_open", "Pages of the web chat that are open", value=figures.pages()
            )
        backlog = self._backlog
        yield GaugeMetricFamily("steunpunt_database_up", "The database answers", value=int(backlog is not None))
        if backlog is None:
            return
        waiting, live = self._handoffs
        for name, text, value in (
            ("updates_open", "Updates that wait", backlog.open_updates),
            ("oldest_update_seconds", "Age of the oldest open update", self._age(backlog.oldest_update)),
            ("updates_set_aside", "Updates that could not be handled", backlog.set_aside),
            ("messages_open", "Messages that wait", backlog.open_messages),
            ("oldest_message_seconds", "Age of the oldest open message", self._age(backlog.oldest_message)),
            ("messages_refused", "Messages that Telegram refused", backlog.refused_messages),
            ("handoffs_waiting", "Talks that nobody took yet", waiting),
            ("handoffs_live", "Talks that somebody has", live),
        ):
            yield GaugeMetricFamily(f"steunpunt_{name}", text, value=value)
