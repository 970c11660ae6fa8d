"""What people may do with their talk, what staff do besides talking, and a door that holds when many lean on it."""

import asyncio
import json
from contextlib import suppress

import pytest

from bot.playground.people import StaffMember
from bot.playground.server import PlaygroundServer
from tests.acceptance.test_webchat import asks_for_a_human, fetched, port, server, visitor, web_bot
from tests.acceptance.webchat import Browser
from tests.waiting import PATIENCE

pytestmark = pytest.mark.asyncio(loop_scope="module")
__all__ = ["port", "server", "visitor", "web_bot"]


async def test_what_is_kept_can_be_seen_and_the_screen_emptied(visitor: Browser) -> None:
    await visitor.say("mijn zoon zit al weken thuis")
    await visitor.until("Praat eerst met school")
    await visitor.say("/inzage")
    await visitor.until("alles wat we nu van je bewaren")
    file = next(line["file"] for line in visitor.lines if "file" in line)
    status, kept = await fetched(visitor, file["id"])
    assert status == 200
    assert "Je hebt geen account" in kept.decode()
    # Here, other than in Telegram, what is typed is kept for a while, and the paper says so.
    assert "Wat je typt en de bestanden in dit gesprek ook" in kept.decode()
    assert "Wat je typt bewaren we niet" not in kept.decode()
    await visitor.say("/weg")
    await visitor.until(lambda _: any(line["what"] == "wiped" for line in visitor.lines))
    again = Browser(visitor.address, visitor.session, token=visitor.token)
    await again.until("Hallo")
    assert "Praat eerst" not in "\n".join(again.said() + again.said("me"))
    assert again.said("me") == []
    assert (await fetched(visitor, file["id"]))[0] == 404


async def test_staff_pass_a_talk_on_take_words_back_and_react(visitor: Browser, server: PlaygroundServer) -> None:
    anouk, topic = await asks_for_a_human(visitor, server)
    members = list(server.world.chats[server.staff_chat].members.values())
    bram = next(StaffMember(server.world, person) for person in members if person.id != anouk.person.id)
    wrong = anouk.says("dit was voor een ander", topic)
    await visitor.until("dit was voor een ander", "staff")
    anouk.says("/verwijder", topic, reply_to=wrong)
    place = next(line["n"] for line in reversed(visitor.lines) if line.get("from") == "staff")
    await visitor.until(lambda _: any(line["what"] == "deleted" and line["of"] == place for line in visitor.lines))
    again = Browser(visitor.address, visitor.session, token=visitor.token)
    await again.look()
    assert again.said("me")
    assert not any("dit was voor een ander" in text for text in again.said("staff"))
    await visitor.say("mijn moeder weet het nog niet")
    said = "mijn moeder weet het nog niet"
    await visitor.until(lambda _: any(text.endswith(said) for text in anouk.sees(topic)))
    group = server.world.chats[server.staff_chat].messages.values()
    anouk.reacts(next(message["message_id"] for message in group if message.get("text", "").endswith(said)), "👍")
    await visitor.until(lambda _: any(line.get("reaction") == "👍" for line in visitor.lines))
    bram.says("/dienst aan")
    await visitor.until(
        lambda _: any("In dienst: " in text and bram.person.first_name in text for text in anouk.sees())
    )
    anouk.says(f"/overdragen {bram.person.first_name}, neem jij het over", topic)
    await visitor.until(lambda _: any("neem jij het over" in text for text in anouk.sees(topic)))
    bram.says("hallo, ik ben de collega", topic)
    await visitor.until("ik ben de collega", "staff")
    assert not any("neem jij" in text for text in visitor.said("staff"))
    bram.says("/faq speciaal onderwijs", topic)
    await visitor.until(lambda _: any("Welk antwoord" in text for text in bram.sees(topic)))
    answers = "\n".join(visitor.said() + visitor.said("staff")).count("De school vraagt")
    bram.taps("TLV", topic)
    both = visitor.said
    await visitor.until(lambda _: "\n".join(both() + both("staff")).count("De school vraagt") > answers)


async def test_it_is_told_that_a_proxy_speaks_https(visitor: Browser) -> None:
    for sent, expected in (({}, None), ({"X-Forwarded-Proto": "https"}, "max-age=31536000")):
        async with visitor.session.get(visitor.address, headers=sent) as answer:
            assert answer.headers.get("Strict-Transport-Security") == expected


async def test_open_pages_are_counted(visitor: Browser, port: int) -> None:
    async def counted() -> tuple[int, int]:
        async with visitor.session.get(f"http://127.0.0.1:{port}/healthz") as answer:
            healthy = (await answer.json())["web_chat"]["open_pages"]
        async with visitor.session.get(f"http://127.0.0.1:{port}/metrics") as answer:
            line = next(
                line for line in (await answer.text()).splitlines() if line.startswith("steunpunt_web_pages_open")
            )
        return healthy, int(float(line.split()[-1]))

    await visitor.say("/help")
    async with visitor.session.get(f"{visitor.address}/api/stream", headers={"X-Visit": visitor.token}) as page:
        await page.content.readline()
        assert await counted() == (1, 1)


async def test_hundreds_that_trickle_do_not_keep_a_visitor_out(visitor: Browser, port: int) -> None:
    body = json.dumps({"id": "x", "kind": "text", "text": "hallo"}).encode()
    head = f"POST /chat/api/say HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\n"
    head += f"X-Visit: {'a' * 43}\r\nContent-Length: {len(body)}\r\n\r\n"
    halves = [head.encode()[:60], head.encode() + body[:5]]
    held = [await asyncio.open_connection("127.0.0.1", port) for _ in range(300)]
    try:
        for number, (_, writer) in enumerate(held):
            writer.write(halves[number % 2])
        await visitor.say("hoe vraag ik een tlv aan")
        await visitor.until("De school vraagt")
        # A body that does not come on is given up, long before the connection is.
        async with asyncio.timeout(PATIENCE):
            assert b" 408 " in await held[1][0].readline()
    finally:
        for _, writer in held:
            writer.close()


async def test_a_flood_from_everywhere_neither_stops_answers_nor_danger(visitor: Browser) -> None:
    async def floods(number: int) -> None:
        away = {"X-Forwarded-For": f"198.51.{number % 100}.7"}
        for turn in range(20):
            stranger = Browser(visitor.address, visitor.session)
            with suppress(OSError):
                await stranger.post("say", {"id": f"{turn}", "kind": "text", "text": "/help"}, away)

    flood = [asyncio.create_task(floods(number)) for number in range(10)]
    await visitor.say("ik wil dood")
    await visitor.until("113")
    await asyncio.gather(*flood)
    await visitor.say("/help")
    await visitor.until("Zo werkt het")
