"""A conversation flow as one SVG picture: boxes from top to bottom, the ways between them, and who stopped where."""

import itertools
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from bot.adapters.papers.fonts import BOLD, register
from bot.authoring.drawing.flow_words import KINDS, Words, arm_in_words, step_in_words, target_in_words
from bot.authoring.drawing.layout import Box, Line, Picture, Route, lay_out
from bot.authoring.drawing.measuring import cut, width_of, wrapped
from bot.domain.ids import FlowId
from bot.flow.definition import Branch, End, Flow
from bot.text.localising import fitting

# DejaVu and Verdana have the same widths, so that text measured in one fits in the other.
_FONTS = "'DejaVu Sans', Verdana, sans-serif"
_INK, _SOFT_INK, _LINE_INK, _ALARM = "#16242e", "#4a5a66", "#5d6f7b", "#a3160f"
_COLOURS: Mapping[str, tuple[str, str]] = {
    "question": ("#e1effb", "#17659b"),
    "text": ("#ffffff", "#7b8a95"),
    "way": ("#fff1cc", "#8f6500"),
    "document": ("#efe6fa", "#6f44a8"),
    "human": ("#dff3e2", "#21712f"),
    "other": ("#f0f0ee", "#66665f"),
    "end": ("#d5dee5", "#1f3a4d"),
    "missing": ("#ffe3e0", "#a3160f"),
}
"""Fill and border; the heading has the colour of the border."""
_WIDE, _NARROW, _PADDING, _MARGIN = 232.0, 188.0, 12.0, 28.0
_BODY, _SMALL = 12.0, 10.0
_BODY_LINES, _SMALL_LINES, _LABEL_WIDTH = 5, 3, 138.0
_THINNEST, _THICKEST = 1.6, 13.0
_FEW = "<5"


@dataclass(frozen=True, slots=True, kw_only=True)
class StepCount:
    """How many people came to a step and how many of them stopped there; None means one to four."""

    reached: int | None
    dropped: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Drawn:
    words: Words
    body: tuple[str, ...]
    small: tuple[str, ...]
    count: tuple[str, ...]
    alarm: bool
    box: Box


def draw_flow(flow: Flow, titles: Mapping[FlowId, str], counts: Mapping[str, StepCount] | None = None) -> str:
    """The picture as SVG text; ``titles`` of the flows it may go to, ``counts`` per step."""
    return _Drawing(flow, titles, counts or {}).svg()


class _Drawing:
    def __init__(self, flow: Flow, titles: Mapping[FlowId, str], counts: Mapping[str, StepCount]) -> None:
        register()
        self._flow, self._counts = flow, counts
        self._most = max((count.reached or 0 for count in counts.values()), default=0)
        self._steps = {step.id: step for step in flow.steps}
        drawn = {step.id: self._measured(step.id, step_in_words(flow, step, titles)) for step in flow.steps}
        self._lines: list[Line] = []
        self._labels: dict[int, str] = {}
        for step in flow.steps:
            if isinstance(step, End):
                continue
            ways = (
                [(arm.goto, arm_in_words(flow, step, arm)) for arm in step.arms]
                if isinstance(step, Branch)
                else [(target, "") for target in flow.targets(step)]
            )
            for target, why in ways:
                if target not in drawn:
                    drawn[target] = self._measured(target, self._outside(target, titles))
                self._connect(step.id, target, why)
        self._drawn = drawn
        self._picture: Picture = lay_out([one.box for one in drawn.values()], self._lines)

    @staticmethod
    def _outside(target: str, titles: Mapping[FlowId, str]) -> Words:
        known = target in ("end", "menu") or target.removeprefix("flow:") in titles
        words = target_in_words(target, titles)
        return Words(kind="end" if known else "missing", head="einde" if known else "bestaat niet", body=words)

    def _connect(self, source: str, target: str, why: str) -> None:
        label = None
        if why:
            rows = wrapped(why, _LABEL_WIDTH, _SMALL, 4)
            width = max(width_of(row, _SMALL) for row in rows) + 12
            label = Box(name=why, width=width, height=len(rows) * 13.0 + 6)
        self._lines.append(Line(source=source, target=target, label=label))

    def _measured(self, name: str, words: Words) -> _Drawn:
        wide = _NARROW if words.kind in ("way", "other") else _WIDE
        room = wide - 2 * _PADDING - (12 if words.kind == "way" else 0)
        body = wrapped(words.body, room, _BODY, _BODY_LINES)
        small = wrapped(words.small, room, _SMALL, _SMALL_LINES)
        words_of_count, alarm = _counted(self._counts.get(name))
        count = wrapped(words_of_count, room, 11, 2, BOLD)
        height = (
            26 + len(body) * 16 + (len(small) * 13.5 + 4 if small else 0) + len(count) * 15 + (5 if count else 0) + 8
        )
        return _Drawn(
            words=words, body=body, small=small, count=count, alarm=alarm,
            box=Box(name=name, width=wide, height=height),
        )  # fmt: skip

    def svg(self) -> str:
        title = fitting(self._flow.title, "nl")
        key, key_width, top = self._key()
        width = max(self._picture.width, key_width, width_of(title, 20, BOLD), 420) + 2 * _MARGIN
        height = top + self._picture.height + 2 * _MARGIN
        left = (width - self._picture.width) / 2
        routes = sorted(self._picture.routes, key=self._thickness)
        parts = [
            (
                f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_n(width)} {_n(height)}" width="{_n(width)}" '
                f'height="{_n(height)}" role="img" aria-labelledby="titel uitleg" font-family="{_FONTS}" lang="nl">'
            ),
            f'<title id="titel">{escape(title)}</title>',
            f'<desc id="uitleg">{escape(self._description(title))}</desc>',
            f'<rect width="{_n(width)}" height="{_n(height)}" fill="#ffffff"/>',
            (
                f'<text x="{_n(_MARGIN)}" y="{_n(_MARGIN + 18)}" font-size="20" font-weight="bold" fill="{_INK}">'
                f"{escape(title)}</text>"
            ),
            *key,
            f'<g transform="translate({_n(left)} {_n(top + _MARGIN)})">',
            *(self._way(route) for route in routes),
            *(self._label(route) for route in routes if route.label),
            *(self._step(name, one) for name, one in self._drawn.items()),
            "</g>",
            "</svg>",
        ]
        return "\n".join(part for part in parts if part) + "\n"

    def _description(self, title: str) -> str:
        numbers = {kind: sum(one.words.kind == kind for one in self._drawn.values()) for kind in KINDS}
        found = ", ".join(f"{KINDS[kind]}: {number}" for kind, number in numbers.items() if number)
        return f"Tekening van het stappenplan {title}, van boven naar beneden. {found}."

    def _key(self) -> tuple[list[str], float, float]:
        """Explains colours; its parts, its width and where it ends."""
        parts, x, y, widest = [], _MARGIN, _MARGIN + 36, 0.0
        kinds = [kind for kind in KINDS if any(one.words.kind == kind for one in self._drawn.values())]
        limit = max(self._picture.width, 420) + _MARGIN
        for kind in kinds:
            room = 24 + width_of(KINDS[kind], 11) + 16
            if x + room > limit and x > _MARGIN:
                x, y = _MARGIN, y + 20
            fill, border = _COLOURS[kind]
            parts.append(
                f'<rect x="{_n(x)}" y="{_n(y)}" width="18" height="12" rx="3" fill="{fill}" stroke="{border}" '
                f'stroke-width="1.5"/><text x="{_n(x + 24)}" y="{_n(y + 10)}" font-size="11" fill="{_SOFT_INK}">'
                f"{escape(KINDS[kind])}</text>"
            )
            x += room
            widest = max(widest, x - _MARGIN)
        y += 16
        if self._counts:
            y += 18
            words = "Hoe dikker de lijn, hoe meer mensen er hooguit langs gingen. Rood: 10% of meer stopte daar."
            for row in wrapped(words, limit - _MARGIN, 11, 3):
                parts.append(f'<text x="{_n(_MARGIN)}" y="{_n(y)}" font-size="11" fill="{_SOFT_INK}">{row}</text>')
                y += 15
        return parts, widest, y

    def _thickness(self, route: Route) -> float:
        """No more people take a way than leave its start, and no more than come to its end."""
        source, target = self._counts.get(route.line.source), self._counts.get(route.line.target)
        ends = [(source.reached or 0) - (source.dropped or 0)] if source else []
        ends += [target.reached or 0] if target else []
        if not ends or not self._most:
            return _THINNEST
        return _THINNEST + (_THICKEST - _THINNEST) * min(ends) / self._most

    def _way(self, route: Route) -> str:
        thick = self._thickness(route)
        tip, half = 7 + thick / 2, 4.5 + thick / 2
        stops = list(route.stops)
        (first_x, first_y), (last_x, last_y) = stops[0], stops[-1]
        if route.back:
            arrow = _points((first_x, first_y), (first_x - half, first_y + tip), (first_x + half, first_y + tip))
            stops[0] = (first_x, first_y + tip - 1)
            stops[1] = (stops[1][0], max(stops[1][1], stops[0][1]))
        else:
            arrow = _points((last_x, last_y), (last_x - half, last_y - tip), (last_x + half, last_y - tip))
            stops[-1] = (last_x, last_y - tip + 1)
        path = [f"M{_n(stops[0][0])} {_n(stops[0][1])}"]
        for before, (x, y) in itertools.pairwise(stops):
            if abs(before[0] - x) < 0.1:
                path.append(f"V{_n(y)}")
            else:
                halfway = (before[1] + y) / 2
                path.append(f"C{_n(before[0])} {_n(halfway)} {_n(x)} {_n(halfway)} {_n(x)} {_n(y)}")
        line, dashes = route.line, ' stroke-dasharray="6 4"' if route.back else ""
        return (
            f'<g data-from="{escape(line.source)}" data-to="{escape(line.target)}">'
            f'<path d="{" ".join(path)}" fill="none" stroke="{_LINE_INK}" stroke-width="{_n(thick)}"{dashes}/>'
            f'<polygon points="{arrow}" fill="{_LINE_INK}"/></g>'
        )

    def _label(self, route: Route) -> str:
        spot, label = route.label, route.line.label
        assert spot is not None
        assert label is not None
        rows = wrapped(label.name, _LABEL_WIDTH, _SMALL, 4)
        texts = _rows(rows, spot.width / 2, 13.0, 13.0, f'font-size="{_n(_SMALL)}" text-anchor="middle" fill="{_INK}"')
        return (
            f'<g data-arm="{escape(label.name)}" data-from="{escape(route.line.source)}" '
            f'data-to="{escape(route.line.target)}" transform="translate({_n(spot.x)} {_n(spot.y)})">'
            f"<title>{escape(label.name)}</title>"
            f'<rect width="{_n(spot.width)}" height="{_n(spot.height)}" rx="6" fill="#fffaf0" stroke="#d9c48f"/>'
            f"{texts}</g>"
        )

    def _step(self, name: str, one: _Drawn) -> str:
        spot = self._picture.spots[name]
        _, border = _COLOURS[one.words.kind]
        middle = one.words.kind == "way"
        inset, corner = _PADDING + (6 if middle else 0), 10 if one.words.kind == "document" else 0
        shown = name if name in self._steps else ""
        parts = [
            (
                f'<g data-step="{escape(name)}" data-kind="{one.words.kind}" data-width="{_n(spot.width)}" '
                f'data-height="{_n(spot.height)}" transform="translate({_n(spot.x)} {_n(spot.y)})">'
            ),
            f"<title>{escape(': '.join(filter(None, (shown, one.words.body))))}</title>",
            _shape(one.words.kind, spot.width, spot.height),
            (
                f'<text x="{_n(inset)}" y="18" font-size="9.5" font-weight="bold" letter-spacing="0.6" fill="{border}">'
                f"{escape(one.words.head.upper())}</text>"
            ),
        ]
        room = (
            spot.width
            - 2 * inset
            - width_of(one.words.head.upper(), 9.5, BOLD)
            - len(one.words.head) * 0.6
            - 10
            - corner
        )
        if shown and room > 24:
            parts.append(
                f'<text x="{_n(spot.width - inset - corner)}" y="18" font-size="9" text-anchor="end" '
                f'fill="{_SOFT_INK}">'
                f"{escape(cut(shown, room, 9))}</text>"
            )
        parts.append(_rows(one.body, inset, 36, 16, f'font-size="{_n(_BODY)}" fill="{_INK}"'))
        y = 36 + len(one.body) * 16.0
        if one.small:
            parts.append(_rows(one.small, inset, y + 1, 13.5, f'font-size="{_n(_SMALL)}" fill="{_SOFT_INK}"'))
            y += len(one.small) * 13.5 + 4
        if one.count:
            colour = _ALARM if one.alarm else _INK
            parts.append(_rows(one.count, inset, y + 3, 15, f'font-size="11" font-weight="bold" fill="{colour}"'))
        parts.append("</g>")
        return "".join(parts)


def _shape(kind: str, width: float, height: float) -> str:
    """Kinds differ in shape too, for who sees no colours."""
    fill, border = _COLOURS[kind]
    look = f'fill="{fill}" stroke="{border}" stroke-width="1.6"'
    if kind == "way":
        side = width - 10
        points = _points((10, 0), (side, 0), (width, height / 2), (side, height), (10, height), (0, height / 2))
        return f'<polygon points="{points}" {look}/>'
    if kind == "document":
        return (
            f'<path d="M0 0H{_n(width - 14)}L{_n(width)} 14V{_n(height)}H0Z" {look}/>'
            f'<path d="M{_n(width - 14)} 0V14H{_n(width)}" fill="none" stroke="{border}" stroke-width="1.2"/>'
        )
    corners = {"question": 14, "end": 22, "human": 6}.get(kind, 2)
    dashes = ' stroke-dasharray="4 3"' if kind in ("other", "missing") else ""
    bar = f'<rect y="6" width="5" height="{_n(height - 12)}" fill="{border}"/>' if kind == "human" else ""
    return f'<rect width="{_n(width)}" height="{_n(height)}" rx="{corners}" {look}{dashes}/>{bar}'


def _counted(count: StepCount | None) -> tuple[str, bool]:
    """Words for the numbers of a step, and whether many stopped there."""
    if count is None:
        return "", False
    words = f"{_FEW if count.reached is None else count.reached} bereikt"
    if count.dropped != 0:
        words += f", {_FEW if count.dropped is None else count.dropped} gestopt"
    return words, bool(count.reached and count.dropped and count.dropped * 10 >= count.reached)


def _rows(rows: tuple[str, ...], x: float, y: float, step: float, look: str) -> str:
    return "".join(
        f'<text x="{_n(x)}" y="{_n(y + step * number)}" {look}>{escape(row)}</text>' for number, row in enumerate(rows)
    )


def _points(*points: tuple[float, float]) -> str:
    return " ".join(f"{_n(x)},{_n(y)}" for x, y in points)


def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
