"""The chat page as a channel: a question, danger, a talk with staff both ways, a return code, and a restart."""

import io
import json
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing

import aiohttp
import pytest
import pytest_asyncio
from PIL import Image

from bot.playground.limits import FloodLimits
from bot.playground.people import StaffMember
from bot.playground.server import Options, PlaygroundServer
from tests.acceptance import webchat
from tests.acceptance.content import write_content
from tests.acceptance.running import Running
from tests.acceptance.webchat import Browser

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def server() -> AsyncIterator[PlaygroundServer]:
    async with PlaygroundServer(Options(limits=FloodLimits(overall_per_second=None, private_burst=None))) as running:
        yield running


@pytest.fixture(scope="module")
def port() -> int:
    return webchat.free_port()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def web_bot(
    server: PlaygroundServer, tmp_path_factory: pytest.TempPathFactory, port: int
) -> AsyncIterator[Running]:
    """One process for all tests here; who stops it starts it again."""
    folder = tmp_path_factory.mktemp("webchat")
    running = Running(server, folder, write_content(folder / "content"), settings=webchat.settings_for(port))
    await webchat.start(running, port)
    yield running
    await running.stop()


@pytest_asyncio.fixture(loop_scope="module")
async def visitor(web_bot: Running, port: int) -> AsyncIterator[Browser]:
    async with aiohttp.ClientSession() as session:
        yield Browser(f"http://127.0.0.1:{port}/chat", session)


async def test_a_question_is_answered_and_a_button_works(visitor: Browser) -> None:
    await visitor.say("hoe vraag ik een tlv aan")
    assert "De school vraagt de TLV aan" in await visitor.until("TLV")
    await visitor.press("Mijn kind zit thuis")
    await visitor.until("Praat eerst met school")


async def test_a_question_counts_as_one_via_the_website(visitor: Browser, web_bot: Running) -> None:
    def counted() -> dict[str, int]:
        with closing(sqlite3.connect(web_bot.folder / "bot.sqlite")) as database:
            found = database.execute("SELECT name, SUM(count) FROM tally WHERE measure = 'channel' GROUP BY name")
            return dict(found.fetchall())

    before = counted().get("web", 0)
    await visitor.say("mijn zoon zit al weken thuis")
    await visitor.until("Praat eerst met school")
    await visitor.say("/help")
    await visitor.until("Zo werkt het")
    assert counted() == {"web": before + 1}


async def test_danger_is_answered_first_and_staff_are_warned(visitor: Browser, server: PlaygroundServer) -> None:
    await visitor.say("ik wil dood")
    assert "113" in await visitor.until("112")
    staff = StaffMember(server.world, next(iter(server.world.chats[server.staff_chat].members.values())))
    await visitor.until(lambda _: any("Signaal van gevaar" in text for text in staff.sees()))


def topics(server: PlaygroundServer) -> list[int]:
    return [topic.id for topic in server.world.chats[server.staff_chat].topics.values() if not topic.deleted]


async def asks_for_a_human(visitor: Browser, server: PlaygroundServer) -> tuple[StaffMember, int]:
    """From a question to a talk that somebody took."""
    before = set(topics(server))
    await visitor.say("hoe vraag ik een tlv aan")
    await visitor.until("De school vraagt")
    await visitor.say("/mens")
    await visitor.until("Dit ziet de medewerker")
    await visitor.press("Ja")
    await visitor.until(lambda _: bool(set(topics(server)) - before))
    (topic,) = set(topics(server)) - before
    anouk = StaffMember(server.world, next(iter(server.world.chats[server.staff_chat].members.values())))
    await visitor.until(lambda _: any("Via de website" in text for text in anouk.sees(topic)))
    anouk.taps("Oppakken", topic)
    await visitor.until("Er is een medewerker")
    return anouk, topic


async def test_a_talk_with_staff_both_ways_and_through_a_restart(
    visitor: Browser, web_bot: Running, server: PlaygroundServer, port: int
) -> None:
    anouk, topic = await asks_for_a_human(visitor, server)
    await visitor.until(lambda _: "hoe vraag ik een tlv aan" in anouk.sees(topic))
    number = anouk.says("hallo, vertel eens", topic)
    await visitor.until("hallo, vertel eens", "staff")
    await visitor.say("bel me op 0612345678")
    await visitor.until(lambda _: any("bel me op ▒▒▒" in text for text in anouk.sees(topic)))
    assert not any("0612345678" in text for text in anouk.sees(topic))
    await visitor.until("verborgen")
    await visitor.press("Toch laten zien")
    await visitor.until(lambda _: "bel me op 0612345678" in anouk.sees(topic))
    await web_bot.stop()
    anouk.edits(number, "hallo, vertel eens wat er is")
    anouk.says("// dit is voor collega's", topic)
    anouk.says("ik luister", topic)
    await webchat.start(web_bot, port)
    await visitor.until("ik luister", "staff")
    changed = [line for line in visitor.lines if line["what"] == "changed"]
    assert "vertel eens wat er is" in webchat.words(changed[-1]["nodes"])
    assert not any("collega" in text for text in visitor.said("staff"))
    await visitor.say("/stop")
    await visitor.until("gesprek gestopt")


async def test_staff_see_that_their_line_was_on_the_screen(visitor: Browser, server: PlaygroundServer) -> None:
    anouk, topic = await asks_for_a_human(visitor, server)
    line = anouk.says("hallo, vertel eens", topic)
    await visitor.until("hallo, vertel eens", "staff")
    signs = {"👍": 0, "👀": 0}

    def sign(emoji: str) -> bool:
        asked = [one.parameters for one in server.requests if one.method == "setMessageReaction" and not one.error]
        under = [json.loads(str(one["reaction"])) for one in asked if str(one["message_id"]) == str(line)]
        signs[emoji] = sum(any(sign["emoji"] == emoji for sign in reaction) for reaction in under)
        return signs[emoji] > 0

    await visitor.until(lambda _: sign("👍"))
    shown = next(one["n"] for one in visitor.lines if one.get("from") == "staff")
    # What is no line of staff, or of somebody else, is no news.
    for number in (visitor.lines[0]["n"], shown + 999, "x"):
        assert (await visitor.post("seen", {"n": number}))[0] == 200
    assert not sign("👀")
    for _ in range(2):
        assert (await visitor.post("seen", {"n": shown}))[0] == 200
    await visitor.until(lambda _: sign("👀"))
    anouk.says("en nog iets", topic)
    await visitor.until("en nog iets", "staff")
    assert sign("👀")
    assert signs["👀"] == 1


async def test_pictures_cross_both_ways_and_carry_nothing_along(visitor: Browser, server: PlaygroundServer) -> None:
    anouk, topic = await asks_for_a_human(visitor, server)
    status, _ = await visitor.post("photo", jpeg_with_a_place(), {"X-Message": "nog-niemand"})
    assert status == 403
    anouk.says("stuur maar een foto", topic)
    await visitor.until("stuur maar", "staff")
    assert (await visitor.post("photo", b"#!/bin/sh", {"X-Message": "geen-foto"}))[0] == 415
    status, _ = await visitor.post("photo", jpeg_with_a_place(), {"X-Message": "foto-1"})
    assert status == 200
    await visitor.until("herkennen")
    await visitor.press("stuur maar door")
    group = server.world.chats[server.staff_chat]
    await visitor.until(lambda _: any("photo" in message for message in group.messages.values()))
    photo = next(message["photo"] for message in group.messages.values() if "photo" in message)
    passed_on = server.world.files[photo[-1]["file_id"]]
    assert passed_on[:3] == b"\xff\xd8\xff"
    assert b"Exif" not in passed_on
    assert b"Geheime Telefoon" not in passed_on
    anouk.sends("photo", topic, content=webchat.png(), caption="kijk")
    await visitor.until("kijk", "staff")
    file = next(line["file"] for line in reversed(visitor.lines) if line.get("from") == "staff" and "file" in line)
    assert await fetched(visitor, file["id"]) == (200, webchat.png())
    stranger = Browser(visitor.address, visitor.session)
    await stranger.say("/help")
    assert (await fetched(stranger, file["id"]))[0] == 404


async def test_who_has_the_code_goes_on_elsewhere(visitor: Browser) -> None:
    await visitor.say("hoe vraag ik een tlv aan")
    await visitor.until("De school vraagt")
    older = (await visitor.post("code", {}))[1]["code"]
    code = (await visitor.post("code", {}))[1]["code"]
    assert len(code.split()) == 6
    other = Browser(visitor.address, visitor.session)
    assert (await other.post("return", {"code": older}))[0] == 403
    written = code.upper().replace(" ", ", ")
    assert (await other.post("return", {"code": written}))[0] == 200
    await other.look()
    assert [line.get("from") for line in other.lines] == ["me", "bot"]
    await other.say("/help")
    await visitor.until("Zo werkt het")
    assert visitor.said("me").count("/help") == 1


async def test_guessing_codes_is_limited(visitor: Browser) -> None:
    away = {"X-Forwarded-For": "198.51.100.44"}
    seen = [
        (await Browser(visitor.address, visitor.session).post("return", {"code": "appel " * 6}, away))[0]
        for _ in range(12)
    ]
    assert seen[0] == 403
    assert seen[-1] == 429


async def test_erasing_empties_the_page_and_ends_the_code(visitor: Browser) -> None:
    await visitor.say("hoe vraag ik een tlv aan")
    await visitor.until("De school vraagt")
    code = (await visitor.post("code", {}))[1]["code"]
    await visitor.say("/wis")
    await visitor.until("alles wissen")
    await visitor.press("Ja, wis alles")
    await visitor.until("Alles is gewist")
    again = Browser(visitor.address, visitor.session, token=visitor.token)
    await again.look()
    assert "De school vraagt" not in "\n".join(again.said() + again.said("me"))
    assert (await Browser(visitor.address, visitor.session).post("return", {"code": code}))[0] == 403


async def test_the_same_id_twice_is_one_message(visitor: Browser) -> None:
    did = {"id": "x-1", "kind": "text", "text": "hoe vraag ik een tlv aan"}
    first = await visitor.post("say", did)
    assert await visitor.post("say", did) == first
    await visitor.say("/help")
    await visitor.until("Zo werkt het")
    assert len([text for text in visitor.said() if "De school vraagt" in text]) == 1


async def test_a_flood_is_slowed_down_but_danger_is_not(visitor: Browser) -> None:
    for number in range(60):
        status, body = await visitor.post("say", {"id": f"f-{number}", "kind": "text", "text": "hoi"})
        if status == 429:
            break
    assert status == 429
    assert body["wait"] > 0
    for text in ("ik wil dood", "/sos"):
        did = {"id": f"danger-{text}", "kind": "text", "text": text}
        status, _ = await visitor.post("say", did)
        while status == 503:
            # A database that is slow for a moment is another matter: the same is offered again.
            status, _ = await visitor.post("say", did)
        assert status == 200
    await visitor.until("113")


@pytest.mark.parametrize(
    ("headers", "body", "status"),
    [
        ({"Origin": "https://elders.example"}, b"{}", 403),
        ({"Sec-Fetch-Site": "cross-site"}, b"{}", 403),
        ({"X-Visit": "kort"}, b"{}", 401),
        ({"Content-Type": "text/plain"}, b"{}", 415),
        ({}, b"[1]", 400),
        ({}, b"{", 400),
        ({}, b'{"id": "a", "kind": "text", "text": "  "}', 400),
        ({}, b'{"id": "", "kind": "text", "text": "hoi"}', 400),
        ({}, b'{"id": "a", "kind": "anders", "text": "hoi"}', 400),
        ({}, b'{"id": "a", "kind": "text", "text": "' + b"a" * 4001 + b'"}', 413),
        ({}, b" " * 70_000, 413),
    ],
)
async def test_what_is_not_right_is_refused(
    visitor: Browser, headers: dict[str, str], body: bytes, status: int
) -> None:
    sent = {"X-Visit": visitor.token, "Content-Type": "application/json", **headers}
    async with visitor.session.post(f"{visitor.address}/api/say", data=body, headers=sent) as answer:
        assert answer.status == status
        assert "Access-Control-Allow-Origin" not in answer.headers
        assert "frame-ancestors 'self'" in answer.headers["Content-Security-Policy"]
        assert answer.headers["Cache-Control"] == "no-store"


async def test_the_page_says_what_may_run_and_keeps_no_cookie(visitor: Browser) -> None:
    async with visitor.session.get(visitor.address) as answer:
        policy, page = answer.headers["Content-Security-Policy"], await answer.text()
        assert "Set-Cookie" not in answer.headers
    nonce = policy.partition("'nonce-")[2].partition("'")[0]
    assert page.count(f'nonce="{nonce}"') == page.count("<script") + page.count('rel="stylesheet"')
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert "style=" not in page
    assert "onclick" not in page
    async with visitor.session.get(visitor.address) as answer:
        assert nonce not in answer.headers["Content-Security-Policy"]
    intro = page.partition('<section id="intro"')[2].partition("<p>")[2].partition("</p>")[0]
    assert len(intro.split()) == 30
    async with visitor.session.get(f"{visitor.address}/chat.js") as answer:
        assert len(await answer.read()) <= 60_000


async def test_only_what_is_of_nobody_is_compressed(visitor: Browser) -> None:
    for path, small in (("", False), ("/over", False), ("/chat.js", True), ("/chat.css", True), ("/widget.js", True)):
        async with visitor.session.get(f"{visitor.address}{path}", headers={"Accept-Encoding": "gzip"}) as answer:
            assert answer.headers.get("Content-Encoding") == ("gzip" if small else None)
            assert len(await answer.text()) > 300


async def test_without_javascript_a_form_is_enough(visitor: Browser) -> None:
    async with visitor.session.get(visitor.address) as answer:
        page = await answer.text()
    page = await submitted(visitor, page, text="hoe vraag ik een tlv aan")
    assert "De school vraagt" in page
    choice = page.partition("Mijn kind zit thuis</button>")[0].rpartition('name="choice" value="')[2].partition('"')[0]
    page = await submitted(visitor, page, choice=choice)
    assert "Praat eerst met school" in page
    page = await submitted(visitor, page, text="<script>alert(1)</script>")
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page
    page = await submitted(visitor, page, do="code")
    code = page.partition('<p class="code" role="status">')[2].partition("</p>")[0]
    async with visitor.session.get(visitor.address) as answer:
        other = await answer.text()
    assert "Praat eerst met school" in await submitted(visitor, other, do="back", code=code)
    assert "Praat eerst" not in await submitted(visitor, page, do="weg")


async def submitted(visitor: Browser, page: str, **form: str) -> str:
    for name in ("visit", "id", "taal"):
        form[name] = page.partition(f'name="{name}" value="')[2].partition('"')[0]
    async with visitor.session.post(f"{visitor.address}/zonder", data=form) as answer:
        assert answer.status == 200
        return await answer.text()


async def fetched(visitor: Browser, name: str) -> tuple[int, bytes]:
    async with visitor.session.get(f"{visitor.address}/api/file/{name}", headers={"X-Visit": visitor.token}) as answer:
        assert answer.status != 200 or answer.headers["Content-Disposition"] == "attachment"
        return answer.status, await answer.read()


def jpeg_with_a_place() -> bytes:
    out = io.BytesIO()
    picture = Image.new("RGB", (40, 30), "orange")
    exif = picture.getexif()
    exif[0x010F] = "Geheime Telefoon"
    picture.save(out, "JPEG", exif=exif)
    assert b"Geheime Telefoon" in out.getvalue()
    return out.getvalue()
