"""Places boxes and the lines between them in layers, from top to bottom, so that nothing covers anything.

After Sugiyama, Tagawa and Toda (1981): lines that go back are turned, each box gets the layer of its longest way from
the top, barycentres order the layers, and least squares with a smallest distance (pool adjacent violators) give the
places. A line that passes a layer, and a label on a line, take room there as if they were boxes.
"""

import itertools
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

_BESIDE, _BELOW, _LINE = 26.0, 26.0, 22.0
_ORDER_SWEEPS, _PLACE_SWEEPS, _STRAIGHT_SWEEPS = 24, 80, 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """Something with a size, in pixels."""

    name: str
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """From one box to another; a label has a size too."""

    source: str
    target: str
    label: Box | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where a box stands: its left upper corner and its size."""

    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> float:
        """Halfway its width."""
        return self.x + self.width / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """How a line runs: straight down from ``stops[0]`` to ``stops[1]``, a bend to ``stops[2]``, straight, and so on."""

    line: Line
    stops: tuple[tuple[float, float], ...]
    back: bool
    """It goes up: the stops still run from top to bottom, the arrow is at the top."""
    label: Spot | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """Everything in its place."""

    spots: dict[str, Spot]
    routes: tuple[Route, ...]
    width: float
    height: float


@dataclass(slots=True)
class _Node:
    width: float
    height: float
    layer: int
    passing: bool = False
    above: list[int] = field(default_factory=list)
    below: list[int] = field(default_factory=list)
    x: float = 0.0
    """Of its middle."""


def lay_out(boxes: Sequence[Box], lines: Sequence[Line]) -> Picture:
    """Places for all boxes; lines from a box to itself are left to who draws."""
    return _Layout(boxes, [line for line in lines if line.source != line.target]).picture()


class _Layout:
    def __init__(self, boxes: Sequence[Box], lines: Sequence[Line]) -> None:
        self._boxes = boxes
        self._lines = lines
        self._number = {box.name: number for number, box in enumerate(boxes)}
        self._back = self._going_back()
        layers = self._longest_ways()
        self._nodes = [
            _Node(width=box.width, height=box.height, layer=layers[number]) for number, box in enumerate(boxes)
        ]
        self._chains = [self._chain(number) for number in range(len(lines))]
        self._layers: list[list[int]] = [[] for _ in range(max((node.layer for node in self._nodes), default=-1) + 1)]
        for number, node in enumerate(self._nodes):
            self._layers[node.layer].append(number)

    def picture(self) -> Picture:
        self._order()
        self._place()
        return self._result()

    def _ends(self, number: int) -> tuple[int, int]:
        """The upper and the lower box of a line."""
        line = self._lines[number]
        ends = self._number[line.source], self._number[line.target]
        return (ends[1], ends[0]) if number in self._back else ends

    def _going_back(self) -> set[int]:
        leaving = defaultdict(list)
        for number, line in enumerate(self._lines):
            leaving[self._number[line.source]].append((number, self._number[line.target]))
        back: set[int] = set()
        state: dict[int, str] = {}
        for root in range(len(self._boxes)):
            if root in state:
                continue
            state[root] = "open"
            stack = [(root, iter(leaving[root]))]
            while stack:
                box, left = stack[-1]
                number, target = next(left, (-1, -1))
                if number < 0:
                    state[box] = "done"
                    stack.pop()
                elif state.get(target) == "open":
                    back.add(number)
                elif target not in state:
                    state[target] = "open"
                    stack.append((target, iter(leaving[target])))
        return back

    def _longest_ways(self) -> list[int]:
        arriving: dict[int, list[tuple[int, int]]] = defaultdict(list)
        waiting = dict.fromkeys(range(len(self._boxes)), 0)
        leaving = defaultdict(list)
        for number, line in enumerate(self._lines):
            upper, lower = self._ends(number)
            arriving[lower].append((upper, 2 if line.label else 1))
            leaving[upper].append(lower)
            waiting[lower] += 1
        layers = [0] * len(self._boxes)
        ready = [box for box, count in waiting.items() if not count]
        for box in ready:
            layers[box] = max((layers[upper] + length for upper, length in arriving[box]), default=0)
            for lower in leaving[box]:
                waiting[lower] -= 1
                if not waiting[lower]:
                    ready.append(lower)
        return layers

    def _chain(self, number: int) -> list[int]:
        """The nodes a line runs through, from top to bottom; the label is next to where the line comes from."""
        upper, lower = self._ends(number)
        label = self._lines[number].label
        first, last = self._nodes[upper].layer + 1, self._nodes[lower].layer - 1
        chain = [upper]
        for layer in range(first, last + 1):
            node = _Node(width=_LINE, height=0.0, layer=layer, passing=True)
            if label and layer == (last if number in self._back else first):
                node = _Node(width=label.width, height=label.height, layer=layer)
            self._nodes.append(node)
            chain.append(len(self._nodes) - 1)
        chain.append(lower)
        for above, below in itertools.pairwise(chain):
            self._nodes[above].below.append(below)
            self._nodes[below].above.append(above)
        return chain

    def _order(self) -> None:
        best, fewest = [list(layer) for layer in self._layers], self._crossings()
        for sweep in range(_ORDER_SWEEPS):
            down = sweep % 2 == 0
            places = {node: place for layer in self._layers for place, node in enumerate(layer)}
            for layer in self._layers if down else reversed(self._layers):

                def weight(node: int, down: bool = down, places: dict[int, int] = places) -> float:
                    near = self._nodes[node].above if down else self._nodes[node].below
                    return sum(places[other] for other in near) / len(near) if near else float(places[node])

                layer.sort(key=weight)
                places.update({node: place for place, node in enumerate(layer)})
            crossings = self._crossings()
            if crossings < fewest:
                best, fewest = [list(layer) for layer in self._layers], crossings
        self._layers = best

    def _crossings(self) -> int:
        total = 0
        for layer, following in zip(self._layers, self._layers[1:], strict=False):
            places = {node: place for place, node in enumerate(following)}
            ends = [sorted(places[other] for other in self._nodes[node].below) for node in layer]
            flat = [(place, end) for place, found in enumerate(ends) for end in found]
            total += sum(a[0] < b[0] and a[1] > b[1] for a in flat for b in flat)
        return total

    def _place(self) -> None:
        for layer in self._layers:
            left = 0.0
            for number in layer:
                node = self._nodes[number]
                node.x = left + node.width / 2
                left += node.width + _BESIDE
        for sweep in range(_PLACE_SWEEPS):
            for layer in self._layers if sweep % 2 == 0 else reversed(self._layers):
                self._settle(layer, down=sweep % 2 == 0, both=sweep % 4 > 1 and sweep < _PLACE_SWEEPS - 2)
        for _ in range(_STRAIGHT_SWEEPS):
            self._straighten()

    def _settle(self, layer: list[int], *, down: bool, both: bool) -> None:
        """Every node as near to its neighbours as the distance to the nodes beside it allows."""
        offset, before = 0.0, None
        blocks: list[tuple[float, float, list[tuple[int, float]]]] = []
        for number in layer:
            node = self._nodes[number]
            if before is not None:
                offset += (before.width + node.width) / 2 + _BESIDE
            before = node
            near = node.above + node.below if both else (node.above if down else node.below)
            pulls = [(self._pull(node, self._nodes[other]), self._nodes[other].x) for other in near]
            weight = sum(pull for pull, _ in pulls) or 0.1
            wanted = sum(pull * x for pull, x in pulls) / weight if pulls else node.x
            block = (weight, wanted - offset, [(number, offset)])
            while blocks and blocks[-1][1] >= block[1]:
                other = blocks.pop()
                weight = other[0] + block[0]
                block = (weight, (other[0] * other[1] + block[0] * block[1]) / weight, other[2] + block[2])
            blocks.append(block)
        for _, place, members in blocks:
            for number, behind in members:
                self._nodes[number].x = place + behind

    def _straighten(self) -> None:
        """Nodes with one way from each to the next stand right below each other, as far as those beside them allow."""
        done: set[int] = set()
        for start in sorted(range(len(self._nodes)), key=lambda number: self._nodes[number].layer):
            row, (low, high) = [start], self._room(start)
            while start not in done and len(self._nodes[row[-1]].below) == 1:
                following = self._nodes[row[-1]].below[0]
                left, right = self._room(following)
                if len(self._nodes[following].above) != 1 or max(low, left) > min(high, right):
                    break
                row.append(following)
                low, high = max(low, left), min(high, right)
            if len(row) > 1:
                middle = sorted(self._nodes[number].x for number in row)[len(row) // 2]
                for number in row:
                    self._nodes[number].x = min(max(middle, low), high)
            done.update(row)

    def _room(self, number: int) -> tuple[float, float]:
        """How far a node can go to the left and to the right."""
        node = self._nodes[number]
        layer = self._layers[node.layer]
        place = layer.index(number)
        low, high = float("-inf"), float("inf")
        if place:
            beside = self._nodes[layer[place - 1]]
            low = beside.x + (beside.width + node.width) / 2 + _BESIDE
        if place + 1 < len(layer):
            beside = self._nodes[layer[place + 1]]
            high = beside.x - (beside.width + node.width) / 2 - _BESIDE
        return min(low, node.x), max(high, node.x)

    @staticmethod
    def _pull(node: _Node, other: _Node) -> float:
        return 8.0 if node.passing and other.passing else 3.0 if node.passing or other.passing else 1.0

    def _result(self) -> Picture:
        left = min((node.x - node.width / 2 for node in self._nodes), default=0.0)
        for node in self._nodes:
            node.x -= left
        tops, bottoms = self._bands()
        spots = {box.name: self._spot(number, tops) for number, box in enumerate(self._boxes)}
        leaving, arriving = self._ports()
        routes = []
        for number, chain in enumerate(self._chains):
            label = next((self._spot(n, tops) for n in chain[1:-1] if not self._nodes[n].passing), None)
            upper = spots[self._boxes[chain[0]].name]
            stops = [(leaving[number], upper.y + upper.height), (leaving[number], bottoms[self._nodes[chain[0]].layer])]
            for other in chain[1:-1]:
                node = self._nodes[other]
                stops += [(node.x, tops[node.layer]), (node.x, bottoms[node.layer])]
            stops.append((arriving[number], spots[self._boxes[chain[-1]].name].y))
            routes.append(Route(line=self._lines[number], stops=tuple(stops), back=number in self._back, label=label))
        return Picture(
            spots=spots,
            routes=tuple(routes),
            width=max((node.x + node.width / 2 for node in self._nodes), default=0.0),
            height=bottoms[-1] if bottoms else 0.0,
        )

    def _bands(self) -> tuple[list[float], list[float]]:
        """Top and bottom of every layer; a wide bend gets more room, so that it stays legible."""
        tops, bottoms, top = [], [], 0.0
        for layer in self._layers:
            tops.append(top)
            bottoms.append(top + max((self._nodes[number].height for number in layer), default=0.0))
            widest = max(
                (abs(self._nodes[n].x - self._nodes[other].x) for n in layer for other in self._nodes[n].below),
                default=0.0,
            )
            top = bottoms[-1] + _BELOW + min(44.0, widest * 0.1)
        return tops, bottoms

    def _spot(self, number: int, tops: list[float]) -> Spot:
        node = self._nodes[number]
        return Spot(x=node.x - node.width / 2, y=tops[node.layer], width=node.width, height=node.height)

    def _ports(self) -> tuple[dict[int, float], dict[int, float]]:
        """Where each line leaves its upper box and arrives at its lower one: beside each other, in order."""
        leaving: dict[int, float] = {}
        arriving: dict[int, float] = {}
        for number in range(len(self._boxes)):
            node = self._nodes[number]
            for ports, end, beside in ((leaving, 0, 1), (arriving, -1, -2)):
                found = [n for n, chain in enumerate(self._chains) if chain[end] == number]
                found.sort(key=lambda n, beside=beside: self._nodes[self._chains[n][beside]].x)  # type: ignore[misc]
                step = min(_LINE, (node.width - 48) / max(1, len(found) - 1))
                for place, line in enumerate(found):
                    ports[line] = node.x + (place - (len(found) - 1) / 2) * step
        return leaving, arriving
