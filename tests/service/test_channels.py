"""Two channels as one: what goes home, what goes to the guest, and what is written in the group anew."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.domain.effects import (
    AnswerPress,
    ChangeTopic,
    EditStaff,
    Effect,
    Linked,
    Relay,
    RelayDeletion,
    RelayEdit,
    RelayReaction,
    SendStaff,
    SendText,
    ShowBusy,
    Side,
    TopicPlace,
)
from bot.domain.ids import HandoffId, LaneKey, MessageId, PressId, SealedAddress, TopicId, VisitorKey
from bot.domain.inbound import Arrival, Origin
from bot.service.channels import COPY, ChannelComposer, ChannelSender, ChannelTranslator
from bot.service.records import Delivered, DeliveryResult, OpenUpdate, Outgoing, WaitingMessage
from tests.factories import message

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def person(name: str) -> Origin:
    return Origin(visitor=VisitorKey(name), address=SealedAddress(name), lane=LaneKey(name))


AT_HOME, GUEST, NOBODY = person("thuis"), person("web"), person("")


def linked(side: Side) -> Linked:
    return Linked(handoff=HandoffId("h"), side=side, message=MessageId(5))


class Place:
    """A channel that writes down what it is asked."""

    def __init__(self, name: str) -> None:
        self.name = name

    def owns(self, address: SealedAddress) -> bool:
        return address == "web"

    def compose(self, effects: object, origin: Origin, cause: str) -> Sequence[Outgoing]:
        many = effects if isinstance(effects, Sequence) else [effects]
        return [message(f"{self.name} {cause} {type(effect).__name__} {n}") for n, effect in enumerate(many)]

    def translate(self, update: OpenUpdate) -> Arrival | None:
        del update
        return None

    def origin(self, update: OpenUpdate) -> Origin | None:
        return person(f"{self.name} {update.source}")

    async def send(self, waiting: WaitingMessage) -> DeliveryResult:
        return DeliveryResult(waiting=waiting, outcome=Delivered.SENT, reason=self.name)

    def merge(self, messages: Sequence[Outgoing]) -> Outgoing | None:
        return messages[0]


HOME, WEB = Place("thuis"), Place("gast")
COMPOSER = ChannelComposer(HOME, WEB)


def keys(*effects: Effect, origin: Origin = GUEST) -> list[str]:
    return [request.key for request in COMPOSER.compose(effects, origin, "c")]


HTML = Relay(source=linked(Side.PERSON), person=GUEST, place=TopicPlace(), html="<b>x</b>")
COPIED = replace(HTML, html="", caption="erbij")


@pytest.mark.parametrize(
    ("effect", "origin", "key"),
    [
        (SendText(text="x"), AT_HOME, "thuis c SendText 0"),
        (SendText(text="x"), NOBODY, "thuis c SendText 0"),
        (SendText(text="x"), GUEST, "gast c/0 SendText 0"),
        # Whom it is for decides, not whose turn it is.
        (SendText(text="x", to=GUEST), AT_HOME, "gast c/0 SendText 0"),
        (SendText(text="x", to=AT_HOME), GUEST, "thuis c SendText 0"),
        (ShowBusy(person=GUEST), NOBODY, "gast c/0 ShowBusy 0"),
        (AnswerPress(press=PressId("p")), GUEST, "gast c/0 AnswerPress 0"),
        # The group has its home.
        (SendStaff(text="x"), GUEST, "thuis c/0 SendStaff 0"),
        (EditStaff(message=MessageId(1), text="x"), GUEST, "thuis c/0 EditStaff 0"),
        (ChangeTopic(topic=TopicId(1)), GUEST, "thuis c/0 ChangeTopic 0"),
        # Of a guest to the group: at home. Of staff to a guest: there.
        (HTML, GUEST, "thuis c/0 Relay 0"),
        (replace(HTML, source=linked(Side.STAFF)), NOBODY, "gast c/0 Relay 0"),
        (RelayEdit(source=linked(Side.PERSON), person=GUEST, html="x"), GUEST, "thuis c/0 RelayEdit 0"),
        (RelayEdit(source=linked(Side.STAFF), person=GUEST, html="x"), NOBODY, "gast c/0 RelayEdit 0"),
        (RelayEdit(source=linked(Side.PERSON), person=GUEST, html=""), GUEST, "thuis c/0 RelayEdit 0"),
        (RelayReaction(source=linked(Side.PERSON), person=GUEST, emoji="x"), GUEST, "thuis c/0 RelayReaction 0"),
        (RelayDeletion(source=linked(Side.STAFF), person=GUEST), NOBODY, "gast c/0 RelayDeletion 0"),
        (replace(HTML, person=AT_HOME), AT_HOME, "thuis c Relay 0"),
        (COPIED, GUEST, "thuis c/0 Relay 0/copy"),
    ],
)
def test_every_effect_goes_where_it_belongs(effect: Effect, origin: Origin, key: str) -> None:
    assert keys(effect, origin=origin) == [key]


def test_what_a_guest_sent_is_written_in_the_group_from_what_their_channel_keeps() -> None:
    (request,) = COMPOSER.compose([COPIED], GUEST, "c")
    assert (request.method, request.coalesce) == (COPY, None)
    assert (request.parameters["of"], request.parameters["number"], request.parameters["caption"]) == (
        "web",
        5,
        "erbij",
    )
    (other,) = COMPOSER.compose([HTML], GUEST, "c")
    assert other.method == "send_message"


def test_several_effects_keep_their_order_and_their_own_keys() -> None:
    assert keys(SendText(text="a"), SendStaff(text="b"), SendText(text="c", to=AT_HOME)) == [
        "gast c/0 SendText 0", "thuis c/1 SendStaff 0", "thuis c/2 SendText 0",
    ]  # fmt: skip
    # When all is for home, it is asked in one go.
    assert keys(SendText(text="a"), SendText(text="b"), origin=AT_HOME) == ["thuis c SendText 0", "thuis c SendText 1"]
    assert keys() == []


def update(source: str) -> OpenUpdate:
    return OpenUpdate(sequence=1, source=source, lane=LaneKey("l"), payload="{}", received_at=NOW, tries=0)


@pytest.mark.parametrize(("source", "place"), [("web:1", "gast"), ("telegram:1", "thuis"), ("timer:web:1", "thuis")])
def test_who_brought_an_update_understands_it(source: str, place: str) -> None:
    translator = ChannelTranslator(HOME, {"web:": WEB})
    assert translator.origin(update(source)) == person(f"{place} {source}")
    assert translator.translate(update(source)) is None


@pytest.mark.asyncio
@pytest.mark.parametrize(("method", "place"), [("web_text", "gast"), ("send_message", "thuis")])
async def test_a_request_is_carried_out_by_its_channel(method: str, place: str) -> None:
    sender = ChannelSender(HOME, WEB, "web_")
    waiting = WaitingMessage(sequence=1, message=message("k", method=method), tries=0, created_at=NOW)
    assert (await sender.send(waiting)).reason == place


def test_only_messages_to_the_group_are_merged() -> None:
    sender = ChannelSender(HOME, WEB, "web_")
    home, guest = message("a"), message("b", method="web_text")
    assert sender.merge([home, home]) == home
    assert sender.merge([home, guest]) is None
    assert sender.merge([guest]) is None
