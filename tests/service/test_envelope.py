"""What waits is written down with a kind and a version, and what earlier versions wrote is still understood."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.domain.alarms import Alarm, AlarmKind
from bot.domain.channel import Channel
from bot.domain.errors import UnreadableUpdate
from bot.domain.ids import HandoffId, LaneKey, Language, MessageId, SealedAddress, TopicId, VisitorKey
from bot.domain.inbound import (
    ContentRefused,
    GroupChanged,
    GroupMoved,
    Inbound,
    Left,
    MessageSettled,
    NotArrived,
    NotShown,
    Origin,
    WaitExpired,
)
from bot.service.envelope import (
    AlarmRang,
    ChannelUpdate,
    ContentNews,
    GroupRenumbered,
    GroupSeen,
    GuestAction,
    Lost,
    Payload,
    PersonLeft,
    SendLost,
    SendSettled,
    arrival_of,
    nobody,
    origin_in,
    read,
    timer_of,
    written,
)
from bot.service.records import OpenUpdate

AT = datetime(2026, 11, 24, 10, tzinfo=UTC)
ORIGIN = Origin(
    visitor=VisitorKey("v"), address=SealedAddress("a"), lane=LaneKey("l"), language=Language("tr"), channel=Channel.WEB
)
PERSON = {"visitor": "v", "address": "a", "lane": "l", "language": "tr", "channel": "web"}
BEFORE = {"visitor": "v", "address": "a", "lane": "l", "language": None}
"""As it was written before there was a second channel."""
OLD = Origin(visitor=VisitorKey("v"), address=SealedAddress("a"), lane=LaneKey("l"))
TYPED = {"kind": "text", "text": "hoi", "message": -1}
SETTLED = MessageSettled(handoff=HandoffId("h"), what="card", result=7, reason="", message=MessageId(3))
SAID = {"handoff": "h", "what": "card", "result": 7, "reason": "", "message": 3}
ALARMS = [
    ("rest", Alarm(AlarmKind.GATHER)),
    ("album:h1", Alarm(AlarmKind.ALBUM, "h1")),
    ("wachten:h1", Alarm(AlarmKind.WAITING, "h1")),
    ("antwoord:h1", Alarm(AlarmKind.ANSWER, "h1")),
    ("stil:h1", Alarm(AlarmKind.SILENCE, "h1")),
    ("vergeten:h1", Alarm(AlarmKind.FORGET, "h1")),
    ("straks:h1", Alarm(AlarmKind.LATER, "h1")),
    ("signaal:w1", Alarm(AlarmKind.DANGER, "w1")),
    ("herinner:flow:stap", Alarm(AlarmKind.REMINDER, "flow", "stap")),
    ("rapport", Alarm(AlarmKind.REPORT)),
    ("nieuws:n1", Alarm(AlarmKind.NEWS, "n1")),
]


def rang(name: str, alarm: Alarm, origin: Origin = ORIGIN) -> AlarmRang:
    return AlarmRang(alarm=alarm, origin=origin, timer=name)


CASES: list[tuple[dict[str, Any], Payload]] = [
    ({"update": {"update_id": 1, "x": "\ud83d é"}}, ChannelUpdate(update={"update_id": 1, "x": "\ud83d é"})),
    (
        {"web": {"kind": "text", "text": "hoi"}, "origin": PERSON},
        GuestAction(web={"kind": "text", "text": "hoi"}, origin=ORIGIN),
    ),
    (
        {"group": {"present": True, "forum": None, "missing": None}},
        GroupSeen(group=GroupChanged(present=True, forum=None, missing=None)),
    ),
    (
        {"group": {"present": True, "forum": True, "missing": ["can_pin"]}},
        GroupSeen(group=GroupChanged(present=True, forum=True, missing=("can_pin",))),
    ),
    ({"moved": -100200}, GroupRenumbered(moved=-100200)),
    ({"refused": "flows/a.yaml:3 é"}, ContentNews(refused="flows/a.yaml:3 é")),
    ({"settled": SAID, "lane": "l"}, SendSettled(settled=SETTLED, lane=LaneKey("l"))),
    ({"lost": {"file": True}, "origin": PERSON}, SendLost(lost=Lost(file=True), origin=ORIGIN)),
    ({"lost": {"file": False, "topic": 7}}, SendLost(lost=Lost(file=False, topic=TopicId(7)))),
    ({"left": True, "origin": BEFORE}, PersonLeft(origin=OLD)),
    *(({"timer": name, "origin": PERSON}, rang(name, alarm)) for name, alarm in ALARMS),
    ({"timer": "wachten:h1", "origin": BEFORE}, rang("wachten:h1", Alarm(AlarmKind.WAITING, "h1"), OLD)),
]


@pytest.mark.parametrize(("before", "payload"), CASES)
def test_each_kind_comes_back_and_so_does_what_was_written_before(before: dict[str, Any], payload: Payload) -> None:
    assert read(written(payload)) == payload
    assert read(json.dumps(before)) == payload


@pytest.mark.parametrize(("before", "payload"), CASES)
def test_a_process_of_the_version_before_finds_its_fields(before: dict[str, Any], payload: Payload) -> None:
    """During an update both run: the old one looks for fields, not for a kind."""
    stored = json.loads(written(payload))
    assert stored["kind"]
    assert stored["version"] == 1
    own = {name: value for name, value in before.items() if name != "origin"}
    kept = {name: stored[name] for name in own}
    assert kept == {**own, **({"lost": {"topic": None, **own["lost"]}} if "lost" in own else {})}
    if "origin" in before:
        assert {name: stored["origin"][name] for name in before["origin"]} == before["origin"]


@pytest.mark.parametrize(("name", "alarm"), ALARMS)
def test_an_alarm_has_the_row_it_always_had(name: str, alarm: Alarm) -> None:
    timer = timer_of(ORIGIN, alarm, AT)
    assert (timer.lane, timer.name, timer.due) == ("l", name, AT)
    assert read(timer.payload) == rang(name, alarm)


INBOUNDS: list[tuple[Payload, Origin, Inbound]] = [
    (
        GroupSeen(group=GroupChanged(present=False)),
        nobody("row"),
        GroupChanged(present=False),
    ),
    (
        GroupRenumbered(moved=1),
        nobody("row"),
        GroupMoved(),
    ),
    (
        ContentNews(refused="x"),
        nobody("row"),
        ContentRefused(findings="x"),
    ),
    (
        SendSettled(settled=SETTLED, lane=LaneKey("l")),
        nobody("l"),
        SETTLED,
    ),
    (SendLost(lost=Lost(file=True), origin=ORIGIN), ORIGIN, NotArrived(file=True)),
    (
        SendLost(lost=Lost(file=False, topic=TopicId(7))),
        nobody("row"),
        NotShown(file=False, topic=TopicId(7)),
    ),
    (PersonLeft(origin=ORIGIN), ORIGIN, Left()),
    (rang("rest", Alarm(AlarmKind.GATHER)), ORIGIN, WaitExpired(alarm=Alarm(AlarmKind.GATHER))),
]


@pytest.mark.parametrize(("payload", "origin", "inbound"), INBOUNDS)
def test_what_every_channel_understands_alike(payload: Payload, origin: Origin, inbound: Inbound) -> None:
    assert not isinstance(payload, ChannelUpdate | GuestAction)
    update = OpenUpdate(sequence=1, source="s", lane=LaneKey("row"), payload="", received_at=AT, tries=0)
    arrival = arrival_of(payload, update)
    assert (arrival.origin, arrival.inbound, arrival.at) == (origin, inbound, AT)


@pytest.mark.parametrize(
    "text",
    [
        "geen json",
        "[]",
        "{}",
        json.dumps({"kind": "update", "version": 2, "update": {}}),
        json.dumps({"kind": "hologram", "version": 1}),
        json.dumps({"left": True}),
        json.dumps({"kind": "alarm", "version": 1, "origin": PERSON}),
    ],
)
def test_what_cannot_be_understood_says_so_by_its_class_alone(text: str) -> None:
    with pytest.raises(UnreadableUpdate, match=r"^[A-Za-z]+$"):
        read(text)


@pytest.mark.parametrize("stored", [{"timer": "hologram:1", "origin": PERSON}, {"timer": "", "origin": PERSON}])
def test_an_alarm_of_a_newer_version_rings_for_nobody(stored: dict[str, Any]) -> None:
    assert read(json.dumps(stored)) is None


def test_who_it_is_of_is_found_without_understanding_the_rest() -> None:
    assert origin_in(json.dumps({"kind": "hologram", "version": 9, "origin": PERSON})) == ORIGIN
    assert origin_in(json.dumps({"timer": 4, "origin": BEFORE})) == OLD
    for text in ("geen json", "[]", "{}", '{"origin": {}}', '{"origin": 3}', "null"):
        assert origin_in(text) is None
