"""Links to a person, typed or hidden behind words, at every door through which words reach the team (O18)."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from bot.app.house import House
from bot.playground.messages import file_object, keep_file
from bot.playground.people import Visitor
from bot.playground.server import PlaygroundServer
from bot.text.masking import mask
from tests.acceptance.test_desk import asks_for_a_human, staff
from tests.faults.test_relaying import settle, talking
from tests.waiting import until

HERE = [pytest.mark.asyncio, pytest.mark.filterwarnings("ignore:Please use")]
SECRET = "jan_de_b"

Words = tuple[str, list[dict[str, Any]]]


def typed(address: str) -> Words:
    """A link as somebody types it; Telegram marks it as one."""
    return f"kijk op {address} hoor", [{"type": "url", "offset": 8, "length": len(address)}]


def hidden(address: str) -> Words:
    """A link behind a harmless word."""
    return "kijk hier hoor", [{"type": "text_link", "offset": 5, "length": 4, "url": address}]


LINKS = [
    typed(f"t.me/{SECRET}"),
    hidden(f"https://t.me/{SECRET}"),
    hidden(f"tg://resolve?domain={SECRET}"),
    hidden(f"https://wa.me/31612345678?text={SECRET}"),
    hidden(f"mailto:{SECRET}@school.example"),
]


def says(parent: Visitor, words: Words, **more: Any) -> int:
    return parent.sends_raw({"text": words[0], "entities": words[1], **more})


def pictures(parent: Visitor, words: Words, **more: Any) -> int:
    photo = file_object("photo", keep_file(parent.world, b"foto"), parent.world)
    return parent.sends_raw({"photo": photo, "caption": words[0], "caption_entities": words[1], **more})


def changes(parent: Visitor, number: int, words: Words) -> None:
    message = {**parent.chat.messages[number], "text": words[0], "entities": words[1], "edit_date": 1_800_000_000}
    parent.chat.messages[number] = message
    parent.world.update("edited_message", message)


def group(server: PlaygroundServer) -> str:
    """Everything colleagues can see or tap, and what ever was asked for in the group."""
    there = list(server.world.chats[server.staff_chat].messages.values())
    asked = [one.parameters for one in server.requests if one.parameters.get("chat_id") == server.staff_chat]
    return json.dumps([there, asked], default=str)


def album(parent: Visitor, words: Words) -> None:
    name = str(parent.world.new_press().id)
    pictures(parent, words, media_group_id=name)
    pictures(parent, ("", []), media_group_id=name)


DOORS: dict[str, Callable[[Visitor, Words], object]] = {
    "line": says,
    "caption": pictures,
    "album": album,
    "edit": lambda parent, words: changes(parent, parent.says("eerst dit"), words),
    # Other commands never reach the team; in danger their words do.
    "command": lambda parent, words: says(
        parent, (f"/hoi ik wil dood {words[0]}", [{**mark, "offset": mark["offset"] + 17} for mark in words[1]])
    ),
}


class TestInATalk:
    """The words arrive, whom they lead to does not."""

    pytestmark = HERE

    @pytest.mark.parametrize("door", DOORS)
    async def test_a_link_to_somebody_is_hidden(
        self, bot: House, parent: Visitor, server: PlaygroundServer, door: str
    ) -> None:
        topic, anouk, _ = await talking(parent, server)
        # What is recognisable was allowed once: the question is only about links.
        pictures(parent, ("zonder iets", []))
        await until(lambda: any("Ja" in label for label in parent.buttons()))
        parent.taps(next(label for label in parent.buttons() if label.startswith("Ja")))
        await until(lambda: any("photo" in m for m in anouk.group.messages.values()))
        for words in LINKS:
            before = sum("kijk" in text for text in anouk.sees(topic))
            DOORS[door](parent, words)
            await until(lambda before=before: sum("kijk" in text for text in anouk.sees(topic)) > before)  # type: ignore[misc]
        await settle(parent, server, topic, anouk)
        seen = group(server)
        assert SECRET not in seen
        assert "31612345678" not in seen

    async def test_a_link_to_a_page_is_written_out(self, bot: House, parent: Visitor, server: PlaygroundServer) -> None:
        topic, anouk, _ = await talking(parent, server)
        says(parent, hidden("https://www.rijksoverheid.nl/leerplicht"))
        await until(lambda: any("hier (https://www.rijksoverheid.nl/leerplicht)" in text for text in anouk.sees(topic)))


@pytest.mark.asyncio
@pytest.mark.filterwarnings("ignore:Please use")
@pytest.mark.parametrize("words", LINKS)
async def test_a_question_that_leads_to_somebody_is_never_copied(
    bot: House, parent: Visitor, server: PlaygroundServer, words: Words
) -> None:
    await parent.asks("/start ouder")
    before = len(parent.heard())
    says(parent, (f"hoe vraag ik een tlv aan {words[0]}", [{**m, "offset": m["offset"] + 25} for m in words[1]]))
    await until(lambda: len(parent.heard()) > before)
    topic = await asks_for_a_human(parent, server)
    anouk, _ = staff(server)
    await settle_waiting(parent, server, topic)
    assert SECRET not in group(server)
    assert any("Wacht" in text for text in anouk.sees(topic))


async def settle_waiting(parent: Visitor, server: PlaygroundServer, topic: int) -> None:
    anouk, _ = staff(server)
    parent.says("antwoord-teken")
    await until(lambda: any("antwoord-teken" in text for text in anouk.sees(topic)))


@pytest.mark.parametrize(
    "link",
    [
        "tg:resolve?domain=jan_de_b",
        "whatsapp://send?phone=31612345678",
        "https://api.whatsapp.com/send?phone=31612345678",
        "viber://chat?number=31612345678",
        "sms:+31612345678",
        "skype:jan_de_b",
        "https://www.youtube.com/@jan_de_b",
        "reddit.com/user/jan_de_b",
        "https://www.roblox.com/users/31612345678/profile",
        "steamcommunity.com/id/jan_de_b",
        "https://bsky.app/profile/jan_de_b.bsky.social",
        "threads.net/@jan_de_b",
        "bere.al/jan_de_b",
        "T.ME/jan_de_b",
    ],
)
def test_more_ways_to_lead_to_somebody(link: str) -> None:
    found = mask(f"kijk op {link} hoor")
    assert found.found
    assert "jan_de_b" not in found.text
    assert "31612345678" not in found.text
    assert found.text.startswith("kijk op ")
    assert found.text.endswith(" hoor")


@pytest.mark.parametrize(
    "text",
    [
        "zie https://www.youtube.com/watch?v=abc",
        "op reddit.com/r/thenetherlands staat het",
        "tel: kun je bellen",
        "let op: sms kan niet",
        "https://www.roblox.com/games",
    ],
)
def test_a_page_about_nobody_stays(text: str) -> None:
    assert mask(text).text == text
