"""What every channel owes the house, whatever it is: held against Telegram and the page on the web alike."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from cryptography.fernet import Fernet
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.adapters.storage.encryption import KeyRing
from bot.adapters.telegram.composer import TelegramComposer
from bot.adapters.telegram.identity import Identity
from bot.adapters.telegram.staff_chat import StaffChat
from bot.adapters.telegram.updates import TelegramTranslator, raw_update
from bot.adapters.webchat.composer import METHODS, WebComposer
from bot.adapters.webchat.identity import WebIdentity
from bot.adapters.webchat.translator import SOURCE, WebTranslator, arrived
from bot.domain.alarms import Alarm, AlarmKind
from bot.domain.channel import Channel
from bot.domain.documents import FlowPaper, PaperKind, TextFile
from bot.domain.effects import (
    Button,
    Effect,
    Linked,
    Priority,
    Relay,
    RelayDeletion,
    RelayEdit,
    RelayReaction,
    SendFile,
    SendText,
    Side,
    TopicPlace,
    UnknownOutcome,
    WipeChat,
)
from bot.domain.errors import UnreadableUpdate
from bot.domain.ids import HandoffId, Language, MessageId
from bot.domain.inbound import Arrival, ChoicePressed, CommandReceived, Origin, TextReceived, WaitExpired
from bot.service.channels import ChannelComposer, ChannelTranslator
from bot.service.envelope import timer_of
from bot.service.ports import Composer, Translator
from bot.service.records import OpenUpdate, Outgoing, RawUpdate

NOW = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
GROUP, PERSON = -1_001_234_567_890, 7_123_456_789
VAULT = KeyRing([Fernet.generate_key().decode()], b"k" * 32)
TELEGRAM = Identity(VAULT)
WEB = WebIdentity(VAULT)
VISIT = WEB.new_visit()
GUEST = WEB.origin(VISIT, "pl")
COMPOSER: Composer = ChannelComposer(TelegramComposer(TELEGRAM, StaffChat(GROUP)), WebComposer(WEB))
TRANSLATOR: Translator = ChannelTranslator(
    TelegramTranslator(TELEGRAM, StaffChat(GROUP), lambda: "proef_bot"), {SOURCE: WebTranslator()}
)


@dataclass(frozen=True)
class Way:
    """One channel: how a person types and presses there."""

    channel: Channel
    types: Callable[[str], RawUpdate]
    presses: Callable[[str], RawUpdate]


def telegram(content: Mapping[str, Any]) -> RawUpdate:
    return raw_update({"update_id": 81_023, **content}, TELEGRAM)


def chat() -> dict[str, Any]:
    sender = {"id": PERSON, "is_bot": False, "first_name": "Zwanhilde", "language_code": "pl"}
    return {
        "message_id": 5,
        "date": 1_795_000_000,
        "chat": {"id": PERSON, "type": "private", "first_name": "Zwanhilde"},
        "from": sender,
    }


def typed_in_telegram(text: str) -> RawUpdate:
    return telegram({"message": {**chat(), "text": text}})


def pressed_in_telegram(choice: str) -> RawUpdate:
    sender = chat()["from"]
    pressed = {"id": "1", "from": sender, "chat_instance": "1", "data": choice, "message": {**chat(), "text": "…"}}
    return telegram({"callback_query": pressed})


def did_on_the_page(did: Mapping[str, Any]) -> RawUpdate:
    row = arrived(VISIT, "1", did, GUEST)
    # The store puts the number of the line in; without a store that is done here.
    payload = json.loads(row.payload)
    payload["web"]["message"] = 5
    return replace(row, payload=json.dumps(payload))


WAYS = [
    Way(Channel.TELEGRAM, typed_in_telegram, pressed_in_telegram),
    Way(
        Channel.WEB,
        lambda text: did_on_the_page({"kind": "text", "text": text}),
        lambda choice: did_on_the_page({"kind": "press", "choice": choice}),
    ),
]
each_way = pytest.mark.parametrize("way", WAYS, ids=lambda way: str(way.channel))


def heard(raw: RawUpdate) -> Arrival:
    arrival = TRANSLATOR.translate(waiting(raw))
    assert arrival is not None
    return arrival


def waiting(raw: RawUpdate) -> OpenUpdate:
    return OpenUpdate(sequence=1, source=raw.source, lane=raw.lane, payload=raw.payload, received_at=NOW, tries=0)


def somebody(way: Way) -> Origin:
    return heard(way.types("hoi")).origin


def asked(way: Way, *effects: Effect) -> Sequence[Outgoing]:
    return COMPOSER.compose(effects, somebody(way), "cause")


@each_way
@settings(max_examples=60, deadline=None)
@given(text=st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=200).filter(str.strip))
def test_what_was_typed_arrives_as_it_was_typed(way: Way, text: str) -> None:
    inbound = heard(way.types(text)).inbound
    if text.strip().startswith("/"):
        assert isinstance(inbound, CommandReceived | TextReceived)
        return
    assert isinstance(inbound, TextReceived)
    assert inbound.text == text


@each_way
def test_a_person_has_one_name_and_nothing_that_says_who_they_are(way: Way) -> None:
    first, second = heard(way.types("hoi")), heard(way.presses("menu"))
    assert first.origin.visitor == second.origin.visitor
    assert first.origin.lane == second.origin.lane
    assert first.origin.channel is way.channel
    assert first.origin.language == Language("pl")
    assert first.at == NOW
    written = repr(replace(first.origin, address=first.origin.address))
    assert str(PERSON) not in written
    assert "Zwanhilde" not in repr(first)
    assert VISIT.name not in written


def test_people_of_two_channels_never_share_a_name_or_a_lane() -> None:
    one, other = (somebody(way) for way in WAYS)
    assert one.visitor != other.visitor
    assert one.lane != other.lane


@each_way
@pytest.mark.parametrize("choice", ["menu", "faq:tlv_aanvragen", "deel:all", "x" * 64])
def test_a_button_brings_its_choice_back(way: Way, choice: str) -> None:
    inbound = heard(way.presses(choice)).inbound
    assert isinstance(inbound, ChoicePressed)
    assert inbound.choice == choice


@each_way
@pytest.mark.parametrize(
    ("typed", "name", "argument"),
    [("/start", "start", ""), ("/START faq_opp", "start", "faq_opp"), ("/wis", "wis", ""), ("/sos nu", "sos", "nu")],
)
def test_a_command_is_a_command(way: Way, typed: str, name: str, argument: str) -> None:
    inbound = heard(way.types(typed)).inbound
    assert isinstance(inbound, CommandReceived)
    assert (inbound.name, inbound.argument) == (name, argument)


@each_way
def test_what_cannot_be_read_says_only_of_which_kind_and_still_knows_whom_to_answer(way: Way) -> None:
    raw = way.types("Zwanhilde")
    broken = json.loads(raw.payload)
    inner = broken.get("update", {}).get("message") or broken["web"]
    inner["text"] = {"not": "a text"}
    update = waiting(replace(raw, payload=json.dumps(broken)))
    with pytest.raises(UnreadableUpdate) as caught:
        TRANSLATOR.translate(update)
    assert "Zwanhilde" not in str(caught.value)
    origin = TRANSLATOR.origin(update)
    assert origin is not None
    assert origin.visitor == somebody(way).visitor


@each_way
def test_a_timer_comes_back_to_the_same_person(way: Way) -> None:
    origin = somebody(way)
    timer = timer_of(origin, Alarm(AlarmKind.REMINDER, "flow", "stap"), NOW + timedelta(hours=1))
    assert timer.lane == origin.lane
    back = heard(RawUpdate(source="timer:1", lane=timer.lane, payload=timer.payload))
    assert isinstance(back.inbound, WaitExpired)
    assert back.inbound.alarm == Alarm(AlarmKind.REMINDER, "flow", "stap")
    assert back.origin == origin


LINE = Linked(handoff=HandoffId("h1"), side=Side.STAFF, message=MessageId(77))
PAPER = FlowPaper(
    kind=PaperKind.SHEET, title="Blad", lines=(("Wat", "OPP", None),), closing="", language=Language("nl")
)
MENU = Button(label="Menu", choice="menu")
SITE = Button(label="Site", url="https://voorbeeld.nl")


def for_a_person(origin: Origin) -> list[Effect]:
    """One of each thing that can be done for a person."""
    place = TopicPlace()
    return [
        SendText(text="**Hoi**", buttons=((MENU,), (SITE,))),
        SendText(text="112", priority=Priority.CRISIS, on_unknown=UnknownOutcome.RESEND),
        SendText(text="Later", to=origin),
        SendFile(name="blad.txt", document=TextFile("woorden"), caption="Je blad", buttons=((MENU,),)),
        SendFile(name="blad.pdf", document=PAPER, otherwise="Het lukte niet."),
        Relay(source=LINE, person=origin, place=place, html="<b>Dag</b>"),
        RelayEdit(source=LINE, person=origin, place=place, html="Dag!"),
        RelayReaction(source=LINE, person=origin, emoji="👍"),
        RelayDeletion(source=LINE, person=origin),
        WipeChat(),
    ]


@each_way
@pytest.mark.parametrize("number", range(10))
def test_everything_for_a_person_becomes_something_that_leaves(way: Way, number: int) -> None:
    effect = for_a_person(somebody(way))[number]
    made = asked(way, effect)
    assert made
    for request in made:
        assert request.destination == somebody(way).lane
        assert not request.group
        assert request.method.startswith(METHODS) is (way.channel is Channel.WEB)
        assert VAULT.unseal(request.address) == VAULT.unseal(somebody(way).address)
    if isinstance(effect, SendText):
        assert {request.priority for request in made} == {effect.priority}


@each_way
def test_the_same_cause_gives_the_same_names_and_another_cause_others(way: Way) -> None:
    effects = for_a_person(somebody(way))
    keys = [request.key for request in COMPOSER.compose(effects, somebody(way), "een")]
    assert len(set(keys)) == len(keys)
    assert [request.key for request in COMPOSER.compose(effects, somebody(way), "een")] == keys
    own = [SendText(text="a"), SendText(text="b")]
    first = {request.key for request in COMPOSER.compose(own, somebody(way), "een")}
    assert not first & {request.key for request in COMPOSER.compose(own, somebody(way), "twee")}


@each_way
@pytest.mark.parametrize("letters", [1, 4000, 9000])
def test_a_long_text_arrives_whole_in_pieces_the_channel_takes(way: Way, letters: int) -> None:
    text = ("woord " * (letters // 6 + 1))[:letters].strip() or "w"
    made = asked(way, SendText(text=text, buttons=((MENU,),)))
    pieces = [shown(request) for request in made]
    assert all(len(piece) <= way.channel.can.most_letters for piece in pieces)
    assert " ".join(" ".join(pieces).split()) == text
    assert ["menu" in json.dumps(dict(request.parameters), default=str) for request in made] == [
        *[False] * (len(made) - 1), True,
    ]  # fmt: skip


def shown(request: Outgoing) -> str:
    """The letters a person reads."""
    if "text" in request.parameters:
        return str(request.parameters["text"])
    return "".join(_letters(request.parameters["nodes"]))


def _letters(nodes: Any) -> list[str]:
    if isinstance(nodes, str):
        return [nodes]
    if isinstance(nodes, dict):
        return _letters(nodes.get("c", []))
    return [letter for node in nodes for letter in _letters(node)]


@each_way
def test_a_drawing_that_waits_says_what_comes_instead_when_it_fails(way: Way) -> None:
    (request,) = asked(way, SendFile(name="blad.pdf", document=PAPER, otherwise="Het lukte niet."))
    assert request.drawing is not None
    assert request.drawing.document["kind"] == "flow_paper"
    assert "Het lukte niet." in json.dumps(dict(request.drawing.parameters), default=str, ensure_ascii=False)


@pytest.mark.parametrize("channel", list(Channel))
def test_every_channel_is_held_to_this_contract(channel: Channel) -> None:
    assert [way.channel for way in WAYS].count(channel) == 1
    assert channel.can.most_letters >= 4096
