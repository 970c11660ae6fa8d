"""The drawing of a flow shows every step, every way and every number, and says it without colours too."""

import re
from collections import Counter
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from bot.adapters.content.findings import Findings
from bot.adapters.content.flows import load_flows
from bot.adapters.content.overlay import Stack
from bot.adapters.papers.fonts import BOLD, PLAIN
from bot.authoring.drawing.diagram import StepCount, draw_flow
from bot.domain.ids import FlowId
from bot.flow.conditions import parse
from bot.flow.definition import Arm, Branch, Call, End, Flow, Goto, Mark, Put, Reckon, Remind, Say, Step
from bot.text.localising import fitting

FLOWS = load_flows(Stack(Path(__file__).parents[2], Findings()))
TITLES = {flow.id: fitting(flow.title, "nl") for flow in FLOWS.values()}
SVG = "{http://www.w3.org/2000/svg}"
each_flow = pytest.mark.parametrize("flow", FLOWS.values(), ids=lambda flow: flow.id)


def drawn(flow: Flow, counts: dict[str, StepCount] | None = None) -> ElementTree.Element:
    return ElementTree.fromstring(draw_flow(flow, TITLES, counts))


def boxes(picture: ElementTree.Element) -> dict[str, ElementTree.Element]:
    return {box.attrib["data-step"]: box for box in picture.iter(f"{SVG}g") if "data-step" in box.attrib}


def labels(picture: ElementTree.Element) -> list[ElementTree.Element]:
    return [label for label in picture.iter(f"{SVG}g") if "data-arm" in label.attrib]


def words(element: ElementTree.Element) -> str:
    return " ".join("".join(text.itertext()) for text in element.iter(f"{SVG}text"))


def thickness(picture: ElementTree.Element, source: str, target: str) -> float:
    for way in picture.iter(f"{SVG}g"):
        path = way.find(f"{SVG}path")
        if path is not None and (way.get("data-from"), way.get("data-to")) == (source, target):
            return float(path.attrib["stroke-width"])
    raise AssertionError((source, target))


def with_steps(*steps: Step) -> Flow:
    return replace(FLOWS[FlowId("nieuwe_school")], steps=(*steps, End(id="klaar", outcome="goed")))


def place(box: ElementTree.Element) -> tuple[float, float, float, float]:
    found = re.fullmatch(r"translate\(([-\d.]+) ([-\d.]+)\)", box.attrib["transform"])
    assert found
    shape = box.find(f"{SVG}rect")
    width = box.get("data-width") or (shape.attrib["width"] if shape is not None else "")
    height = box.get("data-height") or (shape.attrib["height"] if shape is not None else "")
    return float(found[1]), float(found[2]), float(width), float(height)


@each_flow
def test_every_step_and_every_way_is_there(flow: Flow) -> None:
    picture = drawn(flow)
    assert {step.id for step in flow.steps} <= set(boxes(picture))
    ways = Counter(
        (way.attrib["data-from"], way.attrib["data-to"])
        for way in picture.iter(f"{SVG}g")
        if "data-from" in way.attrib and "data-arm" not in way.attrib
    )
    assert ways == Counter(
        (step.id, target) for step in flow.steps if not isinstance(step, End) for target in flow.targets(step)
    )
    arms = Counter((label.attrib["data-from"], label.attrib["data-to"]) for label in labels(picture))
    assert arms == Counter((step.id, arm.goto) for step in flow.steps if isinstance(step, Branch) for arm in step.arms)
    assert all(words(label) for label in labels(picture))


@each_flow
def test_no_two_boxes_overlap_and_all_are_inside(flow: Flow) -> None:
    picture = drawn(flow, {step.id: StepCount(reached=12_345, dropped=2_345) for step in flow.steps})
    places = [place(box) for box in [*boxes(picture).values(), *labels(picture)]]
    width, height = (float(part) for part in picture.attrib["viewBox"].split()[2:])
    for x, y, wide, high in places:
        assert x >= 0
        assert x + wide < width
        assert y >= 0
        assert y + high < height
    for (x, y, wide, high), (other_x, other_y, other_wide, other_high) in combinations(places, 2):
        beside = x + wide <= other_x or other_x + other_wide <= x
        assert beside or y + high <= other_y or other_y + other_high <= y


@each_flow
def test_all_words_fit_in_their_box(flow: Flow) -> None:
    picture = drawn(flow, {step.id: StepCount(reached=12_345, dropped=2_345) for step in flow.steps})
    for box in boxes(picture).values():
        _, _, wide, high = place(box)
        for text in box.iter(f"{SVG}text"):
            font = BOLD if text.get("font-weight") == "bold" else PLAIN
            letters = "".join(text.itertext())
            length = stringWidth(letters, font, float(text.attrib["font-size"]))
            length += float(text.get("letter-spacing", 0)) * len(letters)
            x = float(text.attrib["x"])
            assert (x - length if text.get("text-anchor") == "end" else x) >= 0
            assert (x if text.get("text-anchor") == "end" else x + length) <= wide, letters
            assert float(text.attrib["y"]) < high


@each_flow
def test_it_says_what_it_is_and_fetches_nothing(flow: Flow) -> None:
    text = draw_flow(flow, TITLES)
    picture = ElementTree.fromstring(text)
    assert picture.attrib["role"] == "img"
    named = {element.get("id"): element for element in picture}
    title, description = (named[name] for name in picture.attrib["aria-labelledby"].split())
    assert title.text == TITLES[flow.id]
    assert "van boven naar beneden" in (description.text or "")
    assert not re.search(r"@font-face|<image|<script|<style|href|url\(", text)
    assert text == draw_flow(flow, TITLES)


def test_numbers_are_words_and_lines() -> None:
    flow = FLOWS[FlowId("nieuwe_school")]
    few = StepCount(reached=None, dropped=None)
    picture = drawn(
        flow,
        {
            "fase": StepCount(reached=200, dropped=14),
            "branch_2": StepCount(reached=186, dropped=0),
            "nee_gezegd": few,
            "schriftelijk": StepCount(reached=100, dropped=40),
        },
    )
    found = boxes(picture)
    assert "200 bereikt, 14 gestopt" in words(found["fase"])
    assert words(found["branch_2"]).endswith("186 bereikt")
    assert "<5 bereikt, <5 gestopt" in words(found["nee_gezegd"])
    assert "bereikt" not in words(found["gemeld"])
    thick = [thickness(picture, *way) for way in (("fase", "branch_2"), ("branch_2", "schriftelijk"), ("branch_2", "nee_gezegd"))]  # fmt: skip # noqa: E501
    assert thick == sorted(thick, reverse=True)
    assert len(set(thick)) == 3
    alarm = {text.get("fill") for text in found["schriftelijk"].iter(f"{SVG}text") if "gestopt" in (text.text or "")}
    calm = {text.get("fill") for text in found["fase"].iter(f"{SVG}text") if "gestopt" in (text.text or "")}
    assert alarm != calm
    assert "Hoe dikker de lijn" in words(picture)
    assert "Hoe dikker de lijn" not in words(drawn(flow))


def test_a_line_is_no_thicker_than_who_can_have_taken_it() -> None:
    """Everybody comes to the end, but few by the way of the last step."""
    flow = with_steps(Say(id="a", text={"nl": "A"}, then="klaar"), Say(id="b", text={"nl": "B"}))
    counts = {name: StepCount(reached=reached, dropped=0) for name, reached in {"a": 95, "b": 5, "klaar": 100}.items()}
    picture = drawn(flow, counts)
    assert thickness(picture, "a", "klaar") > 4 * thickness(picture, "b", "klaar")


@pytest.mark.parametrize(
    ("step", "shown"),
    [
        (Put(id="x", slot="extra_hulp", value="ja"), "Extra hulp nodig: ja"),
        (Put(id="x", slot="extra_hulp", value=None), "Extra hulp nodig: leeg"),
        (Reckon(id="x", slot="zes_weken", start="today", days=42), "vandaag + 6 weken"),
        (Reckon(id="x", slot="zes_weken", start="today", days=-3, months=1), "vandaag + 1 maanden − 3 dagen"),
        (Call(id="x", flow=FlowId("schorsing")), f"Doet eerst: {TITLES[FlowId('schorsing')]}"),
        (Mark(id="x", name="geholpen"), "geholpen"),
        (Goto(id="x", target="menu"), "Menu"),
        (Remind(id="x", consent="gemeld", text={"nl": "Hoi"}, days=3, at="ontvangen"), "3 dagen voor De school kreeg"),
        (Say(id="x", text={"nl": "**Let op** <b> & \"zo\"\n- een"}), "Let op <b> & \"zo\" • een"),
        (Say(id="x", text={"nl": "Nog eens"}, then="x"), "komt hier zelf weer terug"),
    ],
)  # fmt: skip
def test_what_a_step_does_is_said_in_words(step: Step, shown: str) -> None:
    assert shown in words(boxes(drawn(with_steps(step)))["x"])


@pytest.mark.parametrize(
    ("condition", "shown"),
    [
        ("fase is afgewezen", "De school zei nee"),
        ("fase is not afgewezen", "niet De school zei nee"),
        ("fase in [zoeken, gekozen]", "Ik zoek nog een school of Ik weet al welke school"),
        ("not fase known", "niet: ingevuld"),
        ("extra_hulp is ja and (open is nee or gemeld is ja)", "Extra hulp nodig: ja en (Steunpunt open: nee of"),
    ],
)
def test_why_a_way_is_taken_is_said_in_words(condition: str, shown: str) -> None:
    arms = (Arm(condition=parse(condition), goto="klaar"), Arm(condition=None, goto="end"))
    picture = drawn(with_steps(Branch(id="x", arms=arms)))
    why, other = (label.attrib["data-arm"] for label in labels(picture))
    assert why.startswith(shown)
    assert other == "anders"


def test_a_step_that_does_not_exist_stands_out() -> None:
    found = boxes(drawn(with_steps(Goto(id="x", target="weg"))))
    assert found["weg"].attrib["data-kind"] == "missing"
    assert "BESTAAT NIET" in words(found["weg"])
