"""What of the staff room an arrival needs: closed records by kind, topic, message and name, and the counts."""

from datetime import UTC, datetime

import pytest

from bot.domain.alarms import Alarm, AlarmKind
from bot.domain.ids import HandoffId, LaneKey, MessageId, PressId, SealedAddress, StaffKey, TopicId, VisitorKey
from bot.domain.inbound import (
    Arrival,
    CommandReceived,
    Inbound,
    MessageSettled,
    Origin,
    StaffCommanded,
    StaffEdited,
    Staffer,
    StaffPressed,
    StaffReacted,
    StaffWrote,
    TextReceived,
    TopicChanged,
    WaitExpired,
)
from bot.service.staffroom import keys_of, kinds_of, messages_of, topics_of, want_tallies

NOW = datetime(2026, 7, 19, 22, 30, tzinfo=UTC)
STAFFER = Staffer(key=StaffKey("k"), name="Anouk", address=SealedAddress("s"))
PERSON = Origin(visitor=VisitorKey("a"), address=SealedAddress("a"), lane=LaneKey("a"))
TOPIC, REPLIED = TopicId(7), MessageId(70)


def command(name: str, argument: str = "") -> StaffCommanded:
    return StaffCommanded(
        staff=STAFFER, topic=TOPIC, message=MessageId(5), name=name, argument=argument, reply_to=REPLIED
    )


def press(choice: str) -> StaffPressed:
    return StaffPressed(staff=STAFFER, topic=TOPIC, message=MessageId(5), choice=choice, press=PressId("p"))


TEXT = TextReceived(text="x", message=MessageId(1))
NEEDS: list[tuple[Inbound, set[str], bool, set[int], set[int], set[str]]] = [
    (TEXT, set(), False, set(), set(), set()),
    (command("vragen"), {"question", "phrasing"}, False, {7}, {70}, set()),
    (command("rapport"), {"question"}, True, {7}, {70}, set()),
    (command("uitslag"), {"participant"}, True, {7}, {70}, set()),
    (command("drukte"), set(), True, {7}, {70}, set()),
    (command("nieuws"), {"subscriber"}, False, {7}, {70}, set()),
    (command("zoek"), {"handoff"}, False, {7}, {70}, set()),
    (command("intervisie"), {"handoff", "case"}, False, {7}, {70}, set()),
    (command("blokkeer"), {"block"}, False, {7}, {70}, set()),
    (command("deblokkeer"), {"block"}, False, {7}, {70}, set()),
    (command("dienst"), set(), False, {7}, {70}, set()),
    (press("s-vraag:12:ja"), {"question", "phrasing"}, False, {7}, set(), {"12"}),
    (press("s-casus:c"), {"case"}, False, {7}, set(), {"c"}),
    (press("s-terug:f"), {"participant"}, True, {7}, set(), {"f"}),
    (press("s-neem:h"), set(), False, {7}, set(), {"h"}),
    (press("s-alles"), set(), False, {7}, set(), set()),
    (WaitExpired(alarm=Alarm(AlarmKind.REPORT)), {"question", "case"}, True, set(), set(), {""}),
    (WaitExpired(alarm=Alarm(AlarmKind.NEWS, "n")), {"subscriber", "alert"}, False, set(), set(), {"n"}),
    (WaitExpired(alarm=Alarm(AlarmKind.WAITING, "h")), set(), False, set(), set(), {"h"}),
    (StaffWrote(staff=STAFFER, topic=TOPIC, message=MessageId(5), text="x"), set(), False, {7}, set(), set()),
    (StaffWrote(staff=STAFFER, topic=None, message=MessageId(5), text="x", reply_to=REPLIED),
     set(), False, set(), {70}, set()),
    (StaffEdited(staff=STAFFER, topic=TOPIC, message=MessageId(5), text="x"), set(), False, {7}, {5}, set()),
    (StaffReacted(staff=STAFFER, message=MessageId(6), emoji="x"), set(), False, set(), {6}, set()),
    (TopicChanged(topic=TOPIC, closed=True), set(), False, {7}, set(), set()),
    (MessageSettled(handoff=HandoffId("h"), what="card"), set(), False, set(), set(), {"h"}),
    (CommandReceived(name="start", argument="proef_t", message=MessageId(1)), set(), False, set(), set(), {"t"}),
    (CommandReceived(name="start", argument="faq_t", message=MessageId(1)), set(), False, set(), set(), set()),
    (CommandReceived(name="mens", argument="proef_t", message=MessageId(1)), set(), False, set(), set(), set()),
]  # fmt: skip


@pytest.mark.parametrize(("inbound", "kinds", "tallies", "topics", "messages", "keys"), NEEDS)
def test_what_an_arrival_needs(
    inbound: Inbound, kinds: set[str], tallies: bool, topics: set[int], messages: set[int], keys: set[str]
) -> None:
    # What stands before and behind it needs nothing, and takes nothing away.
    nothing = Arrival(origin=PERSON, inbound=TEXT, at=NOW)
    arrivals = [nothing, Arrival(origin=PERSON, inbound=inbound, at=NOW), nothing]
    assert kinds_of(arrivals) == kinds
    assert want_tallies(arrivals) is tallies
    assert topics_of(arrivals) == topics
    assert messages_of(arrivals) == messages
    assert keys_of(arrivals, [HandoffId("linked")]) == keys | {"linked"}


def test_several_arrivals_need_all_of_it() -> None:
    arrivals = [Arrival(origin=PERSON, inbound=row[0], at=NOW) for row in NEEDS]
    assert kinds_of(arrivals) == set().union(*(row[1] for row in NEEDS))
    assert topics_of(arrivals) == {7}
    assert messages_of(arrivals) == {5, 6, 70}
    assert keys_of(arrivals, []) == set().union(*(row[5] for row in NEEDS))
