"""Two pictures of an evaluation: how far confidence can be trusted, and which entries are taken for one another."""

import io
from importlib import import_module
from typing import Any

from bot.authoring.evaluation.questions import Report


def pictures(report: Report) -> dict[str, bytes]:
    """Return PNG pictures by file name; raises ImportError without matplotlib, a development tool."""
    figures = import_module("matplotlib.figure")
    return {"reliability.png": _reliability(report, figures), "confusions.png": _confusions(report, figures)}


def _reliability(report: Report, figures: Any) -> bytes:
    figure = figures.Figure(figsize=(6, 6), layout="constrained")
    axes = figure.subplots()
    axes.plot([0, 1], [0, 1], linestyle="--", color="grey", label="claimed = right")
    claimed = [part.claimed for part in report.bins]
    right = [part.right for part in report.bins]
    axes.plot(claimed, right, marker="o", color="#0b5cad", label=f"measured (error {report.calibration_error:.3f})")
    for part in report.bins:
        axes.annotate(
            str(part.count), (part.claimed, part.right), textcoords="offset points", xytext=(6, -10), fontsize=8
        )
    axes.set(xlabel="confidence of the best candidate", ylabel="share that was right", xlim=(0, 1), ylim=(0, 1))
    axes.legend(loc="upper left")
    return _png(figure)


def _confusions(report: Report, figures: Any) -> bytes:
    wanted = sorted({pair[0] for pair in report.confusions})
    taken = sorted({pair[1] for pair in report.confusions})
    counts = [
        [sum(pair[2] for pair in report.confusions if pair[:2] == (row, column)) for column in taken] for row in wanted
    ]
    figure = figures.Figure(figsize=(3 + 0.5 * len(taken), 3 + 0.4 * len(wanted)), layout="constrained")
    axes = figure.subplots()
    if counts:
        axes.imshow(counts, cmap="Blues", aspect="auto")
    for row, values in enumerate(counts):
        for column, value in enumerate(values):
            if value:
                axes.text(column, row, str(value), ha="center", va="center", color="black")
    axes.set_xticks(range(len(taken)), taken, rotation=60, ha="right")
    axes.set_yticks(range(len(wanted)), wanted)
    axes.set(xlabel="taken for", ylabel="expected")
    return _png(figure)


def _png(figure: Any) -> bytes:
    stream = io.BytesIO()
    figure.savefig(stream, format="png", dpi=120)
    return stream.getvalue()
