"""People on the page write while the process is killed again and again; and thousands of visits leave no trace of whom.

What each person reads is compared with what must be said: one answer for each message, in order, none twice, because a
mailbox knows what it holds.
"""

import asyncio
import base64
import random
from pathlib import Path

import aiohttp
import pytest

from bot.playground.limits import FloodLimits
from bot.playground.server import Options, PlaygroundServer
from tests.acceptance import webchat
from tests.acceptance.content import another, write_content
from tests.acceptance.running import Running
from tests.acceptance.webchat import Browser

pytestmark = pytest.mark.asyncio

PEOPLE, MESSAGES, KILLS = 30, 25, 20
VISITS = 2_000
QUESTIONS = {
    "hoe vraag ik een tlv aan": "De school vraagt de TLV aan",
    "wat doe ik nu mijn zoon al weken thuis zit?": "Praat eerst met school",
    "wat kan ik doen als ik word gepest?": "Het is niet jouw schuld",
    "/help": "Zo werkt het",
    "/taal": "Welke taal wil je",
}


def kind_of(text: str) -> str:
    return next(mark for mark in QUESTIONS.values() if mark in text)


@pytest.mark.timeout(900)
async def test_nothing_is_lost_said_twice_or_out_of_order_whatever_dies_when(tmp_path: Path) -> None:
    chance = random.Random(20261128)
    port = webchat.free_port()
    limits = FloodLimits(overall_per_second=None, private_burst=None, group_per_minute=None)
    async with PlaygroundServer(Options(limits=limits)) as server, aiohttp.ClientSession() as session:
        running = Running(server, tmp_path, write_content(tmp_path / "content"), settings=webchat.settings_for(port))
        people = [Browser(f"http://127.0.0.1:{port}/chat", session) for _ in range(PEOPLE)]
        said: list[list[str]] = [[] for _ in people]

        async def talks(number: int) -> None:
            """Write now and then, whether the bot is there or not, and look in between."""
            person, own = people[number], random.Random(number)
            for _ in range(MESSAGES):
                message = another(own, list(QUESTIONS), said[number])
                said[number].append(message)
                await person.say(message)
                await asyncio.sleep(own.random() * 3)

        talking = [asyncio.create_task(talks(number)) for number in range(PEOPLE)]
        for _ in range(KILLS):
            await running.start()
            # Sometimes before it is ready, mostly in the middle of its work.
            await asyncio.sleep(0.5 + 4 * chance.random())
            await running.kill()
        await webchat.start(running, port)
        await asyncio.gather(*talking)
        for person in people:
            await person.heard(MESSAGES)
        # Whatever would still come too much, comes before this.
        for person in people:
            await person.say("/menu")
            await person.heard(MESSAGES + 1)
        assert await running.stop() == 0
    for person, own in zip(people, said, strict=True):
        assert person.said("me")[:-1] == own
        assert [kind_of(text) for text in person.said()[:-1]] == [QUESTIONS[message] for message in own]


@pytest.mark.timeout(600)
async def test_thousands_of_visits_leave_nothing_that_says_who_they_were(tmp_path: Path) -> None:
    port = webchat.free_port()
    async with PlaygroundServer() as server, aiohttp.ClientSession() as session:
        running = Running(server, tmp_path, write_content(tmp_path / "content"), settings=webchat.settings_for(port))
        address = await webchat.start(running, port)
        tokens: list[str] = []
        codes: list[str] = []
        gate = asyncio.Semaphore(20)

        async def visits(number: int) -> None:
            person = Browser(address, session)
            tokens.append(person.token)
            traces = {
                "User-Agent": "Geheimfoon/4.7 (Toestel van Querelius)",
                "X-Forwarded-For": f"203.0.113.{number % 250}, 198.51.100.{number % 250}",
                "Accept-Language": "nl-QX,nl;q=0.9",
                "Referer": "https://school-querelius.example/klas/4b",
                "X-Request-Id": "querelius-request",
            }
            did = {"id": "querelius-1", "kind": "text", "text": "mijn geheim over Zwanhilde", "label": ""}
            async with gate:
                status, _ = await person.post("say", did, traces)
                while status == 503:
                    status, _ = await person.post("say", did, traces)
                assert status == 200
                if number % 100 == 0:
                    codes.append((await person.post("code", {}, traces))[1]["code"])

        await asyncio.gather(*(visits(number) for number in range(VISITS)))
        async with session.get(f"http://127.0.0.1:{port}/metrics") as answer:
            shown = await answer.text()
        await running.stop()
    group = server.world.chats[server.staff_chat]
    written = b"".join(path.read_bytes() for path in tmp_path.glob("*") if path.is_file())
    assert len(written) > VISITS * 500
    everything = (
        written + shown.encode() + repr(list(group.messages.values())).encode() + repr(server.requests).encode()
    )
    secrets = [*tokens, *codes, *(code.replace(" ", "") for code in codes)]
    traces = ["Querelius", "querelius", "Geheimfoon", "203.0.113.", "198.51.100.", "Zwanhilde", "nl-QX"]
    assert [trace for trace in (*secrets, *traces) if trace.encode() in everything] == []
    raw = [base64.urlsafe_b64decode(token + "=") for token in tokens]
    assert not any(token in everything for token in raw)
