"""Multinomial logistic regression solved on the Gram matrix of the phrasings.

A FAQ has far fewer phrasings than n-grams, so the same classifier that scikit-learn fits with one weight per n-gram
and entry is fitted here with one weight per phrasing and entry: equal accuracy (within 0.3 points on the sets in
``docs/matching.md``), 15 to 40 times faster, and the similarities it needs at question time are those that find the
closest phrasing anyway.
"""

from collections.abc import Callable
from importlib import import_module

import numpy as np
from numpy.typing import NDArray

from bot.matching.sparse import Floats

_MEMORY = 8
_STEP_HALVINGS = 12

_ROWS_AT_ONCE = 2000

Product = Callable[[Floats], Floats]
"""Multiplication of the (phrasings × phrasings) Gram matrix with a (phrasings × classes) matrix."""


def softmax(logits: Floats) -> Floats:
    """Return row-wise probabilities of ``logits`` (rows × classes)."""
    lifted = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(lifted / lifted.sum(axis=1, keepdims=True), dtype=np.float32)


def fit_softmax(
    gram: Product,
    targets: Floats,
    weights: Floats,
    *,
    ridge: float = 0.03,
    tolerance: float = 0.01,
    rounds: int = 80,
) -> Floats:
    """Return dual weights (phrasings × classes); a question with similarities ``k`` has logits ``k @ dual``.

    Minimises the weighted cross-entropy plus ``ridge``/2 times the squared norm of the classifier, with L-BFGS
    carried out in the space the Gram matrix spans: one multiplication a round. ``targets`` is one-hot (phrasings ×
    classes), ``weights`` how much each phrasing counts. Stops when the gradient norm has fallen to ``tolerance`` of
    where it began.
    """
    column = weights.reshape(-1, 1).astype(np.float32)

    def cost(scores: Floats, dual: Floats) -> float:
        highest = scores.max(axis=1, keepdims=True)
        log_sum = highest[:, 0] + np.log(np.exp(scores - highest).sum(axis=1))
        entropy = float((column[:, 0] * (log_sum - (scores * targets).sum(axis=1))).sum())
        return entropy + ridge / 2 * float(np.vdot(dual, scores))

    dual = np.zeros_like(targets, dtype=np.float32)
    scores = np.zeros_like(dual)
    value = cost(scores, dual)
    history: list[tuple[Floats, Floats, Floats, Floats, float]] = []
    previous: tuple[Floats, Floats, Floats, Floats] | None = None
    first_norm = 0.0
    for _ in range(rounds):
        slope = np.asarray(column * (softmax(scores) - targets) + ridge * dual, dtype=np.float32)
        image = gram(slope)
        norm = max(float(np.vdot(slope, image)), 0.0) ** 0.5
        first_norm = first_norm or norm
        if norm <= tolerance * first_norm:
            break
        if previous is not None:
            step, step_image, old_slope, old_image = previous
            change, change_image = slope - old_slope, image - old_image
            curvature = float(np.vdot(step, change_image))
            if curvature > 1e-10:
                history = [*history[1 - _MEMORY :], (step, step_image, change, change_image, curvature)]
        direction, direction_image = _descend(slope, image, history, len(targets) / targets.shape[1])
        downhill = float(np.vdot(direction_image, slope))
        length = 1.0
        for _ in range(_STEP_HALVINGS):
            next_dual, next_scores = dual + length * direction, scores + length * direction_image
            next_value = cost(next_scores, next_dual)
            if next_value <= value + 1e-4 * length * downhill:
                break
            length /= 2
        previous = (length * direction, length * direction_image, slope, image)
        dual, scores, value = next_dual, next_scores, next_value
    return dual


def fit_softmax_direct(
    rows: Floats,
    owners: NDArray[np.intp],
    classes: int,
    weights: Floats,
    *,
    ridge: float = 0.03,
    tolerance: float = 0.03,
    rounds: int = 40,
) -> Floats:
    """Return weights (dimensions × classes), for so many phrasings and classes that :func:`fit_softmax` takes too long.

    ``rows`` (phrasings × dimensions) are sketches of the phrasings, the constant included. L-BFGS, a slice of rows at a
    time so that no array of phrasings × classes is ever held.
    """
    dimensions = rows.shape[1]
    slices = [slice(start, start + _ROWS_AT_ONCE) for start in range(0, len(rows), _ROWS_AT_ONCE)]

    def residual(part: slice, classifier: Floats) -> tuple[Floats, float]:
        """Return the weighted (probabilities - targets) of some rows and their loss."""
        shares = softmax(rows[part] @ classifier)
        own = (np.arange(len(shares)), owners[part])
        loss = -float((weights[part] * np.log(np.maximum(shares[own], 1e-12))).sum())
        shares[own] -= 1
        return np.asarray(shares * weights[part][:, None], dtype=np.float32), loss

    def loss_and_slope(flat: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        classifier = flat.astype(np.float32).reshape(dimensions, classes)
        value = ridge / 2 * float(np.vdot(classifier, classifier))
        slope = ridge * classifier
        for part in slices:
            rest, loss = residual(part, classifier)
            value += loss
            slope += rows[part].T @ rest
        return value, slope.ravel().astype(np.float64)

    start = np.zeros(dimensions * classes)
    first = float(np.abs(loss_and_slope(start)[1]).max())
    optimize = import_module("scipy.optimize")  # only ever needed for very large content
    options = {"maxiter": rounds, "gtol": tolerance * first, "maxcor": 5}
    best = optimize.minimize(loss_and_slope, start, jac=True, method="L-BFGS-B", options=options).x
    return np.asarray(best, dtype=np.float32).reshape(dimensions, classes)


def _descend(
    slope: Floats, image: Floats, history: list[tuple[Floats, Floats, Floats, Floats, float]], per_class: float
) -> tuple[Floats, Floats]:
    """Return the L-BFGS direction and its image under the Gram matrix."""
    way, way_image = slope.copy(), image.copy()
    shares: list[float] = []
    for step, _, change, change_image, curvature in reversed(history):
        share = float(np.vdot(step, way_image)) / curvature
        way -= share * change
        way_image -= share * change_image
        shares.append(share)
    if history:
        _, _, change, change_image, curvature = history[-1]
        scale = curvature / float(np.vdot(change, change_image))
    else:
        scale = 1.0 / max(1.0, per_class / 2)
    way *= scale
    way_image *= scale
    for (step, step_image, _, change_image, curvature), share in zip(history, reversed(shares), strict=True):
        back = share - float(np.vdot(change_image, way)) / curvature
        way += back * step
        way_image += back * step_image
    return -way, -way_image
