"""A reload that fails in any way is said, shown and tried again."""

import asyncio
from typing import Any, cast

import pytest

from bot.app import reloading
from bot.app.reloading import Reloading
from bot.dialogue.library import Library
from bot.domain.errors import ContentError, SettingsError
from bot.service.measuring import Figures
from tests.waiting import PATIENCE, until

pytestmark = pytest.mark.asyncio


class _Good:
    class matcher:  # noqa: N801 - stands for an attribute
        version = "nieuw"


@pytest.mark.parametrize(
    ("failure", "words"),
    [
        (ContentError("faq/a.yaml:1 · fout"), "faq/a.yaml:1"),
        (SettingsError("het profiel ontbreekt"), "het profiel ontbreekt"),
        (RecursionError("a secret"), "kon niet worden gelezen"),
        (MemoryError(), "kon niet worden gelezen"),
        (PermissionError("a secret"), "kon niet worden gelezen"),
        (KeyError("a secret"), "kon niet worden gelezen"),
    ],
)
async def test_any_failure_is_said_once_and_tried_again_until_it_is_good(
    failure: Exception, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reloading, "_AGAIN_AFTER", 0.01)
    tries, said, used = [], [], asyncio.Event()
    figures = Figures(content_version="oud")

    def load() -> Library:
        tries.append(1)
        if len(tries) < 4:
            raise failure
        return cast("Library", _Good())

    async def use(library: Library) -> None:
        used.set()

    async def say(text: str) -> None:
        assert figures.reload_trouble
        said.append(text)

    asked = asyncio.Event()
    asked.set()
    task = asyncio.create_task(Reloading(load, use, say, figures).run(asked))
    async with asyncio.timeout(PATIENCE):
        await used.wait()
    await until(lambda: figures.content_version == "nieuw")
    task.cancel()
    assert len(said) == 1
    assert words in said[0]
    assert "secret" not in said[0]
    assert (figures.reloads_refused, figures.reload_trouble) == (3, "")


async def test_a_group_that_cannot_be_told_is_told_at_the_next_try() -> None:
    figures, said = Figures(), list[str]()

    def load() -> Library:
        raise ContentError("fout")

    async def use(library: Library) -> None:
        raise AssertionError

    async def say(text: str) -> None:
        said.append(text)
        if len(said) == 1:
            raise OSError

    one: Any = Reloading(load, use, say, figures)
    assert [await one.once() for _ in range(3)] == [False, False, False]
    assert said == ["fout", "fout"]
