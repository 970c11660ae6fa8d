"""Documents are drawn in a process of their own, whatever happens to it."""

import asyncio
import os
import signal
import sys
import time
from typing import Any

import pytest

from bot.adapters.papers import DrawingProcess, shared_drawer
from bot.adapters.papers.maker import make
from bot.domain.documents import Document, PaperKind, TextFile
from bot.domain.errors import DrawingFailed
from bot.service.documents import read, written
from tests.papers.drawings import figures, paper
from tests.waiting import until

pytestmark = pytest.mark.asyncio

BEGINS = {
    PaperKind.SHEET: b"%PDF",
    PaperKind.CARD: b"%PDF",
    PaperKind.PICTURE: b"\x89PNG",
    PaperKind.CALENDAR: b"BEGIN",
    PaperKind.LETTER: b"%PDF",
}
DOCUMENTS = [*((paper(kind), begin) for kind, begin in BEGINS.items()), (figures(), b"\x89PNG")]


@pytest.mark.parametrize(("document", "begin"), DOCUMENTS)
async def test_each_kind_is_written_down_and_drawn_from_that(document: Document, begin: bytes) -> None:
    stored = written(document)
    assert read(stored) == document
    assert make(read(stored)).startswith(begin)


async def test_what_nobody_draws_is_not_written_down() -> None:
    with pytest.raises(TypeError):
        written(TextFile("tekst"))


@pytest.mark.parametrize("stored", [{}, {"kind": "flow_paper", "version": 2, "paper": {}}, {"kind": "hologram"}])
async def test_what_only_a_newer_version_knows_is_refused(stored: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"^(None None|flow_paper 2|hologram None)$"):
        read(stored)


async def test_documents_come_out_whole_and_in_turn() -> None:
    async with shared_drawer() as drawer, shared_drawer() as same:
        assert same is drawer
        texts = [f"{number} - {'a' * 500 * number}" for number in range(6)]
        papers = [paper(PaperKind.CALENDAR, closing=text) for text in texts]
        drawn = await asyncio.gather(*(drawer.draw(written(one)) for one in papers))
        assert list(drawn) == [make(one) for one in papers]
        process = drawer.number
        assert process is not None
        assert process != os.getpid()
    assert drawer.number is None


async def test_a_document_that_fails_says_its_kind_and_stops_nothing() -> None:
    drawer = DrawingProcess()
    stored = written(paper())
    stored["paper"]["lines"] = [["bijna 42", "geheim", "geen getal"]]
    with pytest.raises(DrawingFailed) as failed:
        await drawer.draw(stored)
    assert str(failed.value) == "ValidationError"
    process = drawer.number
    assert (await drawer.draw(written(paper()))).startswith(b"%PDF")
    assert drawer.number == process
    await drawer.close()


async def test_a_process_that_is_killed_is_started_again() -> None:
    drawer = DrawingProcess()
    await drawer.draw(written(paper(PaperKind.CALENDAR)))
    killed = drawer.number
    assert killed is not None
    os.kill(killed, signal.SIGKILL)
    assert (await drawer.draw(written(paper(PaperKind.CALENDAR)))).startswith(b"BEGIN")
    assert drawer.number not in (None, killed)
    await drawer.close()


ENDS = (sys.executable, "-c", "pass")
HANGS = (sys.executable, "-c", "import sys; sys.stdin.buffer.read()")


@pytest.mark.parametrize(("command", "kind"), [(ENDS, "Error"), (HANGS, "TimeoutError"), (("/geen/python",), "File")])
async def test_a_process_that_cannot_draw_is_given_up(command: tuple[str, ...], kind: str) -> None:
    drawer = DrawingProcess(command=command, patience=0.5 if command is HANGS else 60.0)
    with pytest.raises(DrawingFailed, match=kind):
        await drawer.draw(written(paper()))
    assert drawer.number is None
    await drawer.close()


async def test_whoever_stops_waiting_leaves_no_answer_for_the_next() -> None:
    drawer = DrawingProcess()
    asked = asyncio.create_task(drawer.draw(written(figures())))
    await until(lambda: drawer.number is not None)
    asked.cancel()
    await asyncio.gather(asked, return_exceptions=True)
    assert (await drawer.draw(written(paper(PaperKind.CALENDAR)))).startswith(b"BEGIN")
    await drawer.close()


async def test_it_goes_when_there_is_nothing_to_draw() -> None:
    drawer = DrawingProcess(idle=0.0)
    await drawer.draw(written(paper(PaperKind.CALENDAR)))
    await until(lambda: drawer.number is None)
    assert (await drawer.draw(written(paper(PaperKind.CALENDAR)))).startswith(b"BEGIN")
    await drawer.close()


@pytest.mark.slow
async def test_the_loop_goes_on_while_ten_documents_are_drawn() -> None:
    """In processor time of the thread that answers people, which does not depend on what else the machine does."""
    document = figures()
    make(document)
    began = time.thread_time()
    make(document)
    one_drawing = time.thread_time() - began
    longest = 0.0
    drawing = True

    async def watch() -> None:
        nonlocal longest
        before = time.thread_time()
        while drawing:
            await asyncio.sleep(0)
            now = time.thread_time()
            longest, before = max(longest, now - before), now
            await asyncio.sleep(0.001)
            before = time.thread_time()

    async with shared_drawer() as drawer:
        watching = asyncio.create_task(watch())
        drawn = await asyncio.gather(*(drawer.draw(written(document)) for _ in range(10)))
        drawing = False
        await watching
    assert len(set(drawn)) == 1
    assert longest < one_drawing / 4, (longest, one_drawing)
