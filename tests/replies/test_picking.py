"""Which of what was offered somebody means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.replies.picking import Pickable, pick

WHERE = (
    Pickable(id="school", forms=("Op school", "At school", "in de klas", "pauze")),
    Pickable(id="online", forms=("Online", "snap", "groepsapp")),
    Pickable(id="weg", forms=("Onderweg of ergens anders", "fietsen", "bus")),
)
WHO = (
    Pickable(id="leraar", forms=("De leraar of mentor", "The teacher or mentor", "juf", "meester")),
    Pickable(id="ib", forms=("De intern begeleider of zorgcoördinator", "ib'er", "zoco")),
    Pickable(id="directie", forms=("De directie", "directeur", "rector")),
    Pickable(id="wilniet", forms=("Mijn kind kan of durft niet", "durft niet", "blijft thuis")),
)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2", "ib"), ("de eerste", "leraar"), ("die laatste", "wilniet"), ("optie 3 graag", "directie"), ("nummer twee", "ib"), ("de 2e", "ib"),
        ("the second one", "ib"), ("doe maar de derde", "directie"), ("de bovenste", "leraar"), ("de juf", "leraar"),
        ("met de juf van groep 4", "leraar"), ("met haar mentor op school", "leraar"), ("de ib'er", "ib"), ("zorgcoordinator", "ib"),
        ("de direkteur", "directie"), ("directie", "directie"), ("hij durft niet meer", "wilniet"), ("THE TEACHER OR MENTOR!", "leraar"),
        ("ik denk de rector", "directie"), ("intern begeleider", "ib"),
    ],
)  # fmt: skip
def test_one_of_them(text: str, meant: str) -> None:
    assert pick(text, WHO).ids == (meant,)


@pytest.mark.parametrize(
    "text", ["0612345678", "06 12 34 56 78", "5", "0", "een pizza", "", "hoe vraag ik een tlv aan", "99999999999"]
)
def test_none_of_them(text: str) -> None:
    picked = pick(text, WHO)
    assert picked.ids == ()
    assert picked.near == ()


def test_two_that_fit_are_asked_about() -> None:
    assert set(pick("de juf en de directeur", WHO).near) == {"leraar", "directie"}
    assert set(pick("1 of 3", WHO).near) == {"leraar", "directie"}


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("op school en in de bus", ("school", "weg")),
        ("1 en 3", ("school", "weg")),
        ("de eerste en de laatste", ("school", "weg")),
        ("overal", ("school", "online", "weg")),
        ("allemaal", ("school", "online", "weg")),
        ("niet online, alleen op school", ("school",)),
        ("snap", ("online",)),
    ],
)
def test_several(text: str, meant: tuple[str, ...]) -> None:
    assert pick(text, WHERE, several=True).ids == meant


def test_a_face_is_picked_by_its_sign() -> None:
    faces = tuple(Pickable(id=str(at), forms=(face,)) for at, face in enumerate("😞😐😀"))
    assert pick("😀", faces).ids == ("2",)
    assert pick(
        "👍", (Pickable(id="ja", forms=("👍 Dit zocht ik",)), Pickable(id="nee", forms=("👎 Dit niet",)))
    ).ids == ("ja",)


@given(st.text(max_size=80), st.booleans())
def test_nothing_breaks_the_reader(text: str, several: bool) -> None:
    known = {one.id for one in WHO}
    picked = pick(text, WHO, several=several)
    assert set(picked.ids) | set(picked.near) <= known
