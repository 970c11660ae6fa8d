"""With the real content: thinking beforehand changes no turn, and the loop does not wait for it."""

import asyncio
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from bot.app.library import load_library
from bot.dialogue.conversing import Conversing
from bot.dialogue.library import Library
from bot.dialogue.understanding import Moment, Understood
from bot.domain.alarms import Alarm, AlarmKind
from bot.domain.audience import Audience
from bot.domain.conversation import Conversation, Piece, Said
from bot.domain.ids import ENGLISH, LaneKey, Language, MessageId, SealedAddress, VisitorKey
from bot.domain.inbound import (
    Arrival,
    CommandReceived,
    Inbound,
    MediaKind,
    MediaReceived,
    MessageEdited,
    Origin,
    TextReceived,
    WaitExpired,
)
from bot.handoff.room import Room
from bot.service.understanding import Thoughts, hear, think

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)
QUESTIONS = Path(__file__).parents[1] / "questions"
STORY = (
    "Mijn dochter van 14 zit al zes weken thuis. De leerplichtambtenaar heeft gebeld en dreigt met een boete. "
    "School wil dat zij naar een andere school gaat. Daar is een wachtlijst. Mag school haar zomaar uitschrijven? "
    "En wie betaalt het vervoer naar een school die verder weg is?"
)
DANGER = ("ik wil niet meer leven", "mijn stiefvader slaat mij elke dag", "hij slaat mij niet", "ik wil dood, grapje")


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(None)


def asked(number: int) -> list[str]:
    files = [QUESTIONS / "development_nl.tsv", QUESTIONS / "development_en.tsv"]
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()[1:]]
    return [line.split("\t")[0] for line in random.Random(7).sample(lines, number)]


def moments(texts: Sequence[str]) -> Iterator[Moment]:
    """Each of somebody else, as somebody who writes for the first time, or whose state says more."""
    states = [
        Conversation(visitor=VisitorKey("v")),
        Conversation(visitor=VisitorKey("v"), audience=Audience.YOUTH, language=ENGLISH),
        Conversation(visitor=VisitorKey("v"), audience=Audience.PARENT, alarm="crisis", alarm_said_at=NOW),
        Conversation(
            visitor=VisitorKey("v"), just_said=(Said(text="ik wil", at=NOW - timedelta(seconds=5)),),
            pending=(Piece(text="mijn zoon zit thuis", message=MessageId(1)),),
        ),
    ]  # fmt: skip
    for number, text in enumerate(texts):
        inbound = TextReceived(text=text, message=MessageId(2))
        yield Moment(states[number % len(states)], _arrival(number, inbound))
    yield Moment(states[0], _arrival(1000, MessageEdited(text=texts[0], message=MessageId(2))))
    photo = MediaReceived(kind=MediaKind.PHOTO, message=MessageId(3), caption=DANGER[0])
    yield Moment(states[0], _arrival(1001, photo))
    yield Moment(states[3], _arrival(1002, WaitExpired(alarm=Alarm(AlarmKind.GATHER))))


def in_a_flow(library: Library, text: str) -> Moment:
    """Somebody who began a flow and answers."""
    begins = _arrival(1003, CommandReceived(name="start", argument="flow_kind_zit_thuis", message=MessageId(1)))
    turn = Conversing(library).take_turn(Conversation(visitor=VisitorKey("v")), begins, Room())
    assert turn.conversation.flow
    return Moment(turn.conversation, _arrival(1004, TextReceived(text=text, message=MessageId(2))))


def _arrival(number: int, inbound: Inbound) -> Arrival:
    origin = Origin(visitor=VisitorKey("v"), address=SealedAddress("a"), lane=LaneKey("l"), language=Language("nl"))
    return Arrival(origin=origin, inbound=inbound, at=NOW, cause=f"c{number}")


def test_every_turn_is_the_same_as_without(library: Library) -> None:
    dialogue = Conversing(library)
    all_moments = list(moments([*asked(24), STORY, "struikelblok", "", "🙂", "hoi", *DANGER]))
    all_moments += [in_a_flow(library, text) for text in ("ja", "hoe vraag ik een tlv aan", DANGER[0])]
    understood = dialogue.think(dialogue.hear(all_moments), all_moments)
    for moment in all_moments:
        before, arrival = moment.conversation, moment.arrival
        assert dialogue.take_turn(before, arrival, Room(), understood) == dialogue.take_turn(before, arrival, Room())


def test_a_state_that_moved_on_gets_its_own_turn(library: Library) -> None:
    dialogue = Conversing(library)
    moment = next(moments(["en toen ging hij weg"]))
    understood = dialogue.think(dialogue.hear([moment]), [moment])
    for changed in (
        replace(moment.conversation, alarm="crisis", alarm_said_at=NOW),
        replace(moment.conversation, just_said=(Said(text="hij sloeg mij", at=NOW),)),
        replace(moment.conversation, audience=Audience.YOUTH, language=ENGLISH),
    ):
        with_thoughts = dialogue.take_turn(changed, moment.arrival, Room(), understood)
        assert with_thoughts == dialogue.take_turn(changed, moment.arrival, Room())


def test_danger_is_named_whoever_else_is_in_the_batch(library: Library) -> None:
    texts = [*asked(6), DANGER[0], DANGER[1]]
    heard = Conversing(library).hear([Moment(Conversation(visitor=VisitorKey("v")), moment.arrival)
                                      for moment in list(moments(texts))[: len(texts)]])  # fmt: skip
    assert heard.alarming >= {"c6", "c7"}


class Timed(Conversing):
    """The real dialogue, which counts how long it thought."""

    seconds = 0.0

    def hear(self, moments: Sequence[Moment]) -> Understood:
        return self._timed(lambda: super(Timed, self).hear(moments))

    def think(self, heard: Understood, moments: Sequence[Moment]) -> Understood:
        return self._timed(lambda: super(Timed, self).think(heard, moments))

    def _timed(self, work: Callable[[], Understood]) -> Understood:
        began = time.perf_counter()
        found = work()
        self.seconds += time.perf_counter() - began
        return found


@pytest.mark.asyncio
async def test_the_longest_stall_of_the_loop_is_a_small_part_of_the_thinking(library: Library) -> None:
    """Both in one run, and the calmest of three rounds counts, so that a busy machine says nothing of ours."""
    shares = []
    for round_ in range(3):
        dialogue = Timed(library)
        batch = list(moments([f"{text} {round_}" for text in asked(12)] + [f"{STORY} {round_}"] * 3))[:15]
        beats = [time.perf_counter()]
        thinking = asyncio.create_task(_thought(dialogue, batch))
        while not thinking.done():
            await asyncio.sleep(0.001)
            beats.append(time.perf_counter())
        thoughts = await thinking
        assert all(thoughts.of(moment.arrival.cause) is not None for moment in batch)
        stall = max(after - before for before, after in pairwise(beats))
        shares.append(stall / dialogue.seconds)
    assert min(shares) < 0.3, shares


async def _thought(dialogue: Conversing, batch: Sequence[Moment]) -> Thoughts:
    return await think(dialogue, await hear(dialogue, batch), batch)
