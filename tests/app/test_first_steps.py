"""``init`` leads a volunteer by the hand: the token is tried, the group is found, what is missing is said."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.app.commands.first_settings import FirstSettings
from bot.app.commands.first_steps import lead
from bot.playground.limits import FloodLimits
from bot.playground.server import Options, PlaygroundServer
from tests.acceptance.content import write_content

pytestmark = pytest.mark.asyncio


def group_message(server: PlaygroundServer) -> None:
    chat = server.world.chats[server.staff_chat]
    sender = {"id": 77, "is_bot": False, "first_name": "Ria"}
    server.world.queue(
        {"message": {"message_id": 9, "date": 1_790_000_000, "chat": chat.short(), "from": sender, "text": "/id"}}
    )


async def test_somebody_who_knows_nothing_ends_with_all_settings(tmp_path: Path) -> None:
    content = write_content(tmp_path / "inhoud")
    said: list[str] = []
    async with PlaygroundServer(Options(limits=FloodLimits(overall_per_second=None))) as server:
        answers = iter(["1:fout", server.token, "ja", str(tmp_path), str(content)])
        loop = asyncio.get_running_loop()

        def ask(question: str) -> str:
            answer = next(answers)
            if answer == server.token:
                loop.call_soon_threadsafe(group_message, server)
            return answer

        found = await lead(ask, said.append, server.url)
        assert found == FirstSettings(token=server.token, group=server.staff_chat, content=str(content))
    everything = "\n".join(said)
    for words in ("kent dit token niet", "Het token klopt", "/id@", "groep is", "staat geen steunpunt.yaml"):
        assert words in everything


async def test_everything_may_be_skipped() -> None:
    answers: Iterator[str] = iter(["", ""])
    assert await lead(lambda _: next(answers), lambda _: None, "http://127.0.0.1:1") == FirstSettings()


async def test_without_telegram_the_token_is_kept() -> None:
    answers, said = iter(["123:abc", ""]), list[str]()
    found = await lead(lambda _: next(answers), said.append, "http://127.0.0.1:1")
    assert found == FirstSettings(token="123:abc")
    assert any("niet te bereiken" in line for line in said)
