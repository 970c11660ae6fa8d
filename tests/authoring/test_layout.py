"""Whatever the boxes and lines are: nothing covers anything, and every line ends where it should."""

from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.authoring.drawing.layout import Box, Line, Picture, Spot, lay_out

NAMES = [f"stap_{number}" for number in range(12)]


@st.composite
def graphs(draw: st.DrawFn) -> tuple[list[Box], list[Line]]:
    sizes = st.integers(min_value=20, max_value=300)
    names = NAMES[: draw(st.integers(min_value=1, max_value=len(NAMES)))]
    boxes = [Box(name=name, width=draw(sizes) + 100, height=draw(sizes)) for name in names]
    ends = draw(st.lists(st.tuples(st.sampled_from(names), st.sampled_from(names), st.booleans()), max_size=24))
    label = Box(name="als het zo is", width=120, height=30)
    return boxes, [Line(source=one, target=two, label=label if named else None) for one, two, named in ends]


def apart(one: Spot, two: Spot) -> bool:
    """Whether two places have nothing in common; a hair is for rounding."""
    beside = one.x + one.width <= two.x + 0.01 or two.x + two.width <= one.x + 0.01
    return beside or one.y + one.height <= two.y + 0.01 or two.y + two.height <= one.y + 0.01


def straight_pieces(picture: Picture) -> list[tuple[float, float, float, set[str]]]:
    """Every piece of a line that runs straight down: its x, from where to where, and its ends."""
    return [
        (x, top, bottom, {route.line.source, route.line.target})
        for route in picture.routes
        for (x, top), (_, bottom) in list(pairwise(route.stops))[::2]
    ]


@given(graphs())
@settings(max_examples=150, deadline=None)
def test_nothing_covers_anything(graph: tuple[list[Box], list[Line]]) -> None:
    boxes, lines = graph
    picture = lay_out(boxes, lines)
    spots = [*picture.spots.values(), *(route.label for route in picture.routes if route.label)]
    assert len(picture.spots) == len(boxes)
    assert all(apart(one, two) for one, two in combinations(spots, 2))
    for spot in spots:
        assert spot.x >= -0.01
        assert spot.x + spot.width <= picture.width + 0.01
        assert spot.y + spot.height <= picture.height + 0.01
    for x, top, bottom, ends in straight_pieces(picture):
        for name, spot in picture.spots.items():
            if name not in ends:
                hidden = spot.x < x < spot.x + spot.width and top < spot.y + spot.height and spot.y < bottom
                assert not hidden, f"a line of {ends} runs behind {name}"


@given(graphs())
@settings(max_examples=100, deadline=None)
def test_every_line_runs_from_its_box_to_its_box(graph: tuple[list[Box], list[Line]]) -> None:
    boxes, lines = graph
    picture = lay_out(boxes, lines)
    assert [route.line for route in picture.routes] == [line for line in lines if line.source != line.target]
    for route in picture.routes:
        ends = (route.line.source, route.line.target)
        upper, lower = (picture.spots[name] for name in (reversed(ends) if route.back else ends))
        (first_x, first_y), (last_x, last_y) = route.stops[0], route.stops[-1]
        assert upper.x <= first_x <= upper.x + upper.width
        assert lower.x <= last_x <= lower.x + lower.width
        assert first_y == upper.y + upper.height
        assert last_y == lower.y
        assert all(one[1] <= two[1] for one, two in pairwise(route.stops))
        assert (route.label is None) == (route.line.label is None)


def test_a_row_of_steps_stands_in_one_line_and_goes_down() -> None:
    boxes = [Box(name=name, width=100 + 40 * number, height=40) for number, name in enumerate(NAMES)]
    picture = lay_out(boxes, [Line(source=one, target=two) for one, two in pairwise(NAMES)])
    spots = [picture.spots[name] for name in NAMES]
    assert len({round(spot.middle, 3) for spot in spots}) == 1
    assert [spot.y for spot in spots] == sorted(spot.y for spot in spots)


def test_a_way_back_is_drawn_as_one_and_two_ways_to_one_step_do_not_cross() -> None:
    boxes = [Box(name=name, width=100, height=40) for name in "abcd"]
    ways = [("a", "b"), ("a", "c"), ("b", "d"), ("c", "d"), ("d", "a")]
    picture = lay_out(boxes, [Line(source=source, target=target) for source, target in ways])
    assert [route.line.source + route.line.target for route in picture.routes if route.back] == ["da"]
    assert picture.spots["b"].y == picture.spots["c"].y
    assert picture.spots["a"].y < picture.spots["b"].y < picture.spots["d"].y


def test_nothing_gives_an_empty_picture() -> None:
    assert lay_out([], []).width == 0
