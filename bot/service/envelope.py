"""What waits in the inbox and in timers, written down: a tagged union with versions, in this file and nowhere else.

Rows of before had no kind: which field they have tells what they are, and ``read`` still knows. The fields kept their
names, so that a process of the version before can read the rows of this one while both run during an update.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import Discriminator, TypeAdapter

from bot.domain.alarms import Alarm, AlarmKind
from bot.domain.errors import UnreadableUpdate
from bot.domain.ids import LaneKey, SealedAddress, TopicId, VisitorKey
from bot.domain.inbound import (
    Arrival,
    ContentRefused,
    GroupChanged,
    GroupMoved,
    Left,
    MessageSettled,
    NotArrived,
    NotShown,
    Origin,
    WaitExpired,
)
from bot.service.records import OpenUpdate, RawUpdate, Report, Timer


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelUpdate:
    """An update of the channel that the staff group is on, as it came."""

    kind: Literal["update"] = "update"
    version: Literal[1] = 1
    update: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestAction:
    """What somebody did on the page."""

    kind: Literal["web"] = "web"
    version: Literal[1] = 1
    web: dict[str, Any]
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupSeen:
    """What the bot may do in the staff group."""

    kind: Literal["group"] = "group"
    version: Literal[1] = 1
    group: GroupChanged


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupRenumbered:
    """The staff group has another number now."""

    kind: Literal["moved"] = "moved"
    version: Literal[1] = 1
    moved: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentNews:
    """New content that was refused, and why."""

    kind: Literal["refused"] = "refused"
    version: Literal[1] = 1
    refused: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SendSettled:
    """How a message of a handoff ended."""

    kind: Literal["settled"] = "settled"
    version: Literal[1] = 1
    settled: MessageSettled
    lane: LaneKey


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLeft:
    """Nothing can be delivered to this person any more."""

    kind: Literal["left"] = "left"
    version: Literal[1] = 1
    left: Literal[True] = True
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmRang:
    """An alarm of an earlier turn."""

    kind: Literal["alarm"] = "alarm"
    version: Literal[1] = 1
    alarm: Alarm
    origin: Origin
    timer: str
    """Its name, for a process of the version before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """Words or a file of ours that were refused for good."""

    file: bool
    topic: TopicId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SendLost:
    """Something did not arrive with a person, or, without one, in the group."""

    kind: Literal["lost"] = "lost"
    version: Literal[1] = 1
    lost: Lost
    origin: Origin | None = None


HouseNews = GroupSeen | GroupRenumbered | ContentNews | SendSettled | SendLost | PersonLeft | AlarmRang
"""What every channel understands alike."""
Payload = ChannelUpdate | GuestAction | HouseNews

_PAYLOAD: TypeAdapter[Payload] = TypeAdapter(Annotated[Payload, Discriminator("kind")])
_ORIGIN = TypeAdapter(Origin)
_KIND_OF_FIELD = {
    "update": "update",
    "web": "web",
    "group": "group",
    "refused": "refused",
    "moved": "moved",
    "settled": "settled",
    "lost": "lost",
    "left": "left",
    "timer": "alarm",
}
"""In the order in which rows without a kind are looked at."""


def written(payload: Payload) -> str:
    """As it is stored."""
    return json.dumps(_PAYLOAD.dump_python(payload, mode="json"), ensure_ascii=False)


def read(text: str) -> Payload | None:
    """What was stored, by this version or one before; raises ``UnreadableUpdate``.

    None is an alarm of a kind that is not known here: set by a newer version, before somebody went back to this one.
    """
    try:
        data = json.loads(text)
        if "kind" not in data:
            data = _of_before(data)
        if data["kind"] == "alarm" and data["alarm"]["kind"] not in tuple(AlarmKind):
            return None
        return _PAYLOAD.validate_python(data)
    except Exception as error:
        # Whatever is wrong with it, it must not stop the lane: the class name is all we may keep of it.
        raise UnreadableUpdate(type(error).__name__) from None


def origin_in(text: str) -> Origin | None:
    """Whose it is, with as little understanding as possible; never raises."""
    try:
        return _ORIGIN.validate_python(json.loads(text)["origin"])
    except (ValueError, KeyError, TypeError):
        return None


def arrival_of(payload: HouseNews, update: OpenUpdate) -> Arrival:
    """The inbound inside."""
    at = update.received_at
    match payload:
        case GroupSeen(group=change):
            return Arrival(origin=nobody(update.lane), inbound=change, at=at)
        case GroupRenumbered():
            return Arrival(origin=nobody(update.lane), inbound=GroupMoved(), at=at)
        case ContentNews(refused=findings):
            return Arrival(origin=nobody(update.lane), inbound=ContentRefused(findings=findings), at=at)
        case SendSettled(settled=settled, lane=lane):
            return Arrival(origin=nobody(lane), inbound=settled, at=at)
        case SendLost(lost=lost, origin=owner):
            if owner is None:
                return Arrival(origin=nobody(update.lane), inbound=NotShown(file=lost.file, topic=lost.topic), at=at)
            return Arrival(origin=owner, inbound=NotArrived(file=lost.file), at=at)
        case PersonLeft(origin=origin):
            return Arrival(origin=origin, inbound=Left(), at=at)
        case AlarmRang(alarm=alarm, origin=origin):
            return Arrival(origin=origin, inbound=WaitExpired(alarm=alarm), at=at)


def nobody(lane: str) -> Origin:
    """What happens in the group comes from no visitor."""
    return Origin(visitor=VisitorKey(""), address=SealedAddress(""), lane=LaneKey(lane))


def timer_of(origin: Origin, alarm: Alarm, due: datetime) -> Timer:
    """A timer that comes back as ``WaitExpired`` from this origin."""
    payload = written(AlarmRang(alarm=alarm, origin=origin, timer=alarm.name))
    return Timer(lane=origin.lane, name=alarm.name, due=due, payload=payload)


def settled(key: str, report: Report, *, result: int | None = None, reason: str = "") -> RawUpdate:
    """How a message of a handoff ended: its number, or why it never will arrive."""
    end = MessageSettled(handoff=report.handoff, what=report.what, result=result, reason=reason, message=report.message)
    return RawUpdate(
        source=f"settled:{key}"[:128], lane=report.lane, payload=written(SendSettled(settled=end, lane=report.lane))
    )


def _of_before(data: Mapping[str, Any]) -> dict[str, Any]:
    """A row without a kind."""
    kind = next(kind for field, kind in _KIND_OF_FIELD.items() if field in data)
    found = {**data, "kind": kind, "version": 1}
    if kind == "alarm":
        name, _, about = str(data["timer"]).partition(":")
        identifier, _, part = about.partition(":")
        found["alarm"] = {"kind": name, "id": identifier, "part": part}
    return found
