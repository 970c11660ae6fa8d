"""The local Bot API server is as strict as Telegram: tried with the library the bot itself uses, and by bare HTTP."""

import asyncio
from collections.abc import AsyncIterator

import aiohttp
import aiohttp.web
import pytest
import pytest_asyncio
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, ReplyParameters, Update
from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden, InvalidToken, RetryAfter

from bot.adapters.telegram.request import Request
from bot.playground.limits import FloodLimits
from bot.playground.people import StaffMember, Visitor
from bot.playground.server import Options, PlaygroundServer
from bot.playground.world import Person
from tests.waiting import until

pytestmark = pytest.mark.asyncio


@pytest_asyncio.fixture
async def server() -> AsyncIterator[PlaygroundServer]:
    async with PlaygroundServer(Options(limits=FloodLimits(private_burst=8, group_per_minute=6))) as running:
        yield running


def bot_of(server: PlaygroundServer, token: str = "") -> Bot:
    return Bot(
        token or server.token,
        base_url=f"{server.url}/bot",
        base_file_url=f"{server.url}/file/bot",
        request=Request(16),
        get_updates_request=Request(2),
    )


@pytest_asyncio.fixture
async def bot(server: PlaygroundServer) -> AsyncIterator[Bot]:
    async with bot_of(server) as connected:
        yield connected


@pytest.fixture
def visitor(server: PlaygroundServer) -> Visitor:
    person = Visitor(server.world, Person(id=6_500_000_011, first_name="Eva", last_name="Test", username="eva_t"))
    person.says("/start")
    return person


async def test_updates_stay_until_a_higher_offset_confirms_them(bot: Bot, visitor: Visitor) -> None:
    visitor.says("een")
    first = await bot.get_updates(timeout=0)
    again = await bot.get_updates(timeout=0)
    assert [update.update_id for update in first] == [update.update_id for update in again]
    assert [update.message.text for update in first if update.message] == ["/start", "een"]
    assert await bot.get_updates(offset=first[-1].update_id + 1, timeout=0) == ()


async def test_a_long_poll_ends_when_something_arrives(bot: Bot, visitor: Visitor) -> None:
    (start,) = await bot.get_updates(timeout=0)
    waiting = asyncio.create_task(bot.get_updates(offset=start.update_id + 1, timeout=5))
    await asyncio.sleep(0.1)
    visitor.says("daar")
    (update,) = await asyncio.wait_for(waiting, 2)
    assert isinstance(update, Update)
    assert update.message
    assert update.message.text == "daar"


async def test_two_pollers_are_a_conflict(bot: Bot, server: PlaygroundServer) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=2))
    await asyncio.sleep(0.1)
    async with bot_of(server) as other:
        second = asyncio.create_task(other.get_updates(timeout=1))
        await asyncio.sleep(0.1)
        Visitor(server.world, Person(id=6_500_000_099, first_name="X")).says("hoi")
        results = await asyncio.gather(first, second, return_exceptions=True)
    assert any(isinstance(result, Conflict) for result in results)


async def test_a_wrong_token_is_refused(server: PlaygroundServer) -> None:
    wrong = bot_of(server, "1:fout")
    with pytest.raises(InvalidToken):
        await wrong.initialize()
    for request in (wrong.request, wrong._request[0]):
        await request.shutdown()


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("<b>open", "can't find end tag"),
        ("<b><i>kruis</b></i>", "unmatched end tag"),
        ("<font>x</font>", "unsupported start tag"),
        ("a < b", "unsupported start tag"),
        ("", "message text is empty"),
        ("<b></b>", "message text is empty"),
        ("x" * 4097, "message is too long"),
        ("💬" * 2049, "message is too long"),
    ],
)
async def test_texts_telegram_refuses(bot: Bot, visitor: Visitor, text: str, error: str) -> None:
    with pytest.raises(BadRequest, match=f"(?i){error}"):
        await bot.send_message(visitor.chat.id, text, parse_mode="HTML")


async def test_entities_count_in_utf_16(bot: Bot, visitor: Visitor) -> None:
    text = "💬 <b>vet</b> &amp; <a href='https://a.nl'>hier</a>"
    sent = await bot.send_message(visitor.chat.id, text, parse_mode="HTML")
    assert sent.text == "💬 vet & hier"
    assert [(entity.type, entity.offset, entity.length) for entity in sent.entities] == [
        ("bold", 3, 3),
        ("text_link", 9, 4),
    ]


@pytest.mark.parametrize(
    "button",
    [
        InlineKeyboardButton("x", callback_data="é" * 33),
        InlineKeyboardButton(" ", callback_data="a"),
        InlineKeyboardButton("x", url="geen adres"),
    ],
)
async def test_buttons_telegram_refuses(bot: Bot, visitor: Visitor, button: InlineKeyboardButton) -> None:
    with pytest.raises(BadRequest):
        await bot.send_message(visitor.chat.id, "kies", reply_markup=InlineKeyboardMarkup([[button]]))


async def test_an_unknown_parameter_is_a_mistake(server: PlaygroundServer, visitor: Visitor) -> None:
    body = {"chat_id": visitor.chat.id, "text": "x", "tekst": "y"}
    async with aiohttp.ClientSession() as session:
        async with session.post(f"{server.url}/bot{server.token}/sendMessage", json=body) as answer:
            assert answer.status == 400
            assert "tekst" in (await answer.json())["description"]
        async with session.post(f"{server.url}/bot{server.token}/sendCookie", json={}) as answer:
            assert answer.status == 404


async def test_flood_limits_of_a_person_and_of_a_group(bot: Bot, server: PlaygroundServer, visitor: Visitor) -> None:
    for _ in range(8):
        await bot.send_message(visitor.chat.id, "snel")
    with pytest.raises(RetryAfter):
        await bot.send_message(visitor.chat.id, "te snel")
    for number in range(6):
        await bot.send_message(server.staff_chat, f"bericht {number}")
    with pytest.raises(RetryAfter):
        await bot.send_message(server.staff_chat, "te veel")
    server.world.clock_ahead += 61
    await bot.send_message(server.staff_chat, "na een minuut")


async def test_people_who_do_not_want_us(bot: Bot, server: PlaygroundServer, visitor: Visitor) -> None:
    visitor.blocks()
    with pytest.raises(Forbidden, match="blocked by the user"):
        await bot.send_message(visitor.chat.id, "hallo?")
    stranger = Visitor(server.world, Person(id=6_500_000_777, first_name="Onbekend"))
    with pytest.raises(Forbidden, match="can't initiate"):
        await bot.send_message(stranger.chat.id, "hallo?")
    with pytest.raises(BadRequest, match=r"(?i)chat not found"):
        await bot.send_message(123, "hallo?")


async def test_edits_and_deletions(bot: Bot, server: PlaygroundServer, visitor: Visitor) -> None:
    sent = await bot.send_message(visitor.chat.id, "eerst")
    await bot.edit_message_text("daarna", visitor.chat.id, sent.message_id)
    with pytest.raises(BadRequest, match="not modified"):
        await bot.edit_message_text("daarna", visitor.chat.id, sent.message_id)
    with pytest.raises(BadRequest, match=r"(?i)message to edit not found"):
        await bot.edit_message_text("x", visitor.chat.id, 99_999)
    server.world.clock_ahead += 49 * 3600
    with pytest.raises(BadRequest, match="can't be deleted"):
        await bot.delete_message(visitor.chat.id, sent.message_id)


async def test_a_press_can_be_answered_once_and_not_for_long(
    bot: Bot, server: PlaygroundServer, visitor: Visitor
) -> None:
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Ja", callback_data="ja")]])
    await bot.send_message(visitor.chat.id, "goed?", reply_markup=keyboard)
    visitor.taps("Ja")
    updates = await bot.get_updates(timeout=0)
    press = updates[-1].callback_query
    assert press
    assert press.data == "ja"
    assert await bot.answer_callback_query(press.id)
    with pytest.raises(BadRequest, match=r"(?i)query is too old"):
        await bot.answer_callback_query(press.id)
    visitor.taps("Ja")
    server.world.clock_ahead += 151
    # After 150 seconds the press itself is gone as well.
    left = [update.callback_query.id for update in await bot.get_updates(timeout=0) if update.callback_query]
    assert left == []


async def test_topics_of_the_staff_group(bot: Bot, server: PlaygroundServer) -> None:
    topic = await bot.create_forum_topic(server.staff_chat, "Groene Otter 41")
    sent = await bot.send_message(server.staff_chat, "kaart", message_thread_id=topic.message_thread_id)
    assert sent.message_thread_id == topic.message_thread_id
    member = StaffMember(server.world, next(iter(server.world.chats[server.staff_chat].members.values())))
    member.says("antwoord", topic.message_thread_id, reply_to=sent.message_id)
    heard = (await bot.get_updates(timeout=0))[-1].message
    assert heard
    assert heard.is_topic_message
    assert heard.reply_to_message
    await bot.close_forum_topic(server.staff_chat, topic.message_thread_id)
    member.deletes_topic(topic.message_thread_id)
    with pytest.raises(BadRequest, match=r"(?i)message thread not found"):
        await bot.send_message(server.staff_chat, "weg", message_thread_id=topic.message_thread_id)
    server.world.chats[server.staff_chat].rights.clear()
    with pytest.raises(BadRequest, match=r"(?i)not enough rights"):
        await bot.create_forum_topic(server.staff_chat, "Mag niet")


async def test_a_copy_has_no_author_and_a_reply_needs_its_target(
    bot: Bot, server: PlaygroundServer, visitor: Visitor
) -> None:
    number = visitor.sends("photo", b"beeld", "bijschrift")
    copied = await bot.copy_message(server.staff_chat, visitor.chat.id, number)
    message = server.world.chats[server.staff_chat].messages[copied.message_id]
    assert message["caption"] == "bijschrift"
    assert "Eva" not in str(message)
    with pytest.raises(BadRequest, match=r"(?i)message to be replied not found"):
        await bot.send_message(visitor.chat.id, "x", reply_parameters=ReplyParameters(message_id=4_444))


async def test_a_group_that_became_a_supergroup_tells_its_new_id(bot: Bot, server: PlaygroundServer) -> None:
    server.world.chats[server.staff_chat].moved_to = -1_009_999
    with pytest.raises(ChatMigrated) as moved:
        await bot.send_message(server.staff_chat, "x")
    assert moved.value.new_chat_id == -1_009_999


async def test_reactions_arrive_only_when_asked_for(bot: Bot, visitor: Visitor) -> None:
    visitor.reacts(1, "👍")
    assert all(update.message_reaction is None for update in await bot.get_updates(timeout=0))
    await bot.get_updates(timeout=0, allowed_updates=["message", "message_reaction"])
    visitor.reacts(1, "👍")
    assert (await bot.get_updates(timeout=0))[-1].message_reaction


async def test_a_webhook_gets_updates_until_it_answers_well(bot: Bot, server: PlaygroundServer) -> None:
    heard: list[tuple[str | None, int]] = []

    async def receive(request: aiohttp.web.Request) -> aiohttp.web.Response:
        body = await request.json()
        heard.append((request.headers.get("X-Telegram-Bot-Api-Secret-Token"), body["update_id"]))
        return aiohttp.web.Response(status=503 if len(heard) == 1 else 200)

    application = aiohttp.web.Application()
    application.router.add_post("/hier", receive)
    runner = aiohttp.web.AppRunner(application)
    await runner.setup()
    site = aiohttp.web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    await bot.set_webhook(f"http://127.0.0.1:{port}/hier", secret_token="geheim")
    with pytest.raises(Conflict):
        await bot.get_updates(timeout=0)
    Visitor(server.world, Person(id=6_500_000_222, first_name="X")).says("hoi")
    await until(lambda: len(heard) >= 2)
    assert heard[0] == heard[1]
    assert heard[0][0] == "geheim"
    await bot.delete_webhook()
    await runner.cleanup()
