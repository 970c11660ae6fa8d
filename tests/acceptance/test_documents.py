"""What a flow or the staff ask to be made arrives, also when the process was killed before it was drawn."""

import os
import sqlite3
from pathlib import Path

import pytest

from bot.playground.people import Visitor
from bot.playground.server import PlaygroundServer
from tests.acceptance.content import write_content
from tests.acceptance.page.conftest import FLOW
from tests.acceptance.running import ROOT, Running
from tests.waiting import until

pytestmark = pytest.mark.asyncio

HANGS = """\
import os, sys
if "bot.adapters.papers.worker" in sys.orig_argv:
    sys.stdin.buffer.read()
    os._exit(0)
"""
"""The process that draws reads and never answers, and ends when whoever asked it is gone."""


def content_with_flow(folder: Path) -> Path:
    content = write_content(folder / "content")
    (content / "flows").mkdir()
    (content / "flows" / "praten.yaml").write_text(FLOW)
    return content


async def asks_for_a_sheet(parent: Visitor) -> None:
    await parent.asks("/start")
    await parent.chooses("Ik ben ouder of verzorger")
    await parent.asks("gesprek voorbereiden")
    parent.says("dat hij liever naast Sam zit")


def sheets_of(parent: Visitor) -> list[bytes]:
    """The first bytes of each file that arrived."""
    ids = [message["document"]["file_id"] for message in parent.heard() if "document" in message]
    return [parent.world.files[name][:4] for name in ids]


@pytest.mark.slow
async def test_a_kill_between_the_commit_and_the_drawing_loses_no_document(
    server: PlaygroundServer, parent: Visitor, tmp_path: Path
) -> None:
    hanging = tmp_path / "hangs"
    hanging.mkdir()
    (hanging / "sitecustomize.py").write_text(HANGS)
    path = os.pathsep.join(filter(None, (str(hanging), str(ROOT), os.environ.get("PYTHONPATH"))))
    running = Running(server, tmp_path, content_with_flow(tmp_path), settings={"PYTHONPATH": path})
    await running.start()
    await asks_for_a_sheet(parent)

    def waits_for_its_drawing() -> bool:
        with sqlite3.connect(tmp_path / "bot.sqlite") as database:
            found = database.execute("SELECT status FROM outbox WHERE method = 'send_document'").fetchall()
        return found == [("waiting",)]

    await until(waits_for_its_drawing)
    await running.kill()
    assert sheets_of(parent) == []
    running.settings = {}
    await running.start()
    await until(lambda: sheets_of(parent))
    await until(lambda: "Succes met het gesprek" in parent.heard()[-1].get("text", ""))
    assert await running.stop() == 0
    assert sheets_of(parent) == [b"%PDF"]
    assert "could not be drawn" not in running.log()


@pytest.mark.slow
async def test_danger_is_answered_while_a_document_cannot_be_drawn(
    server: PlaygroundServer, parent: Visitor, tmp_path: Path
) -> None:
    (tmp_path / "sitecustomize.py").write_text(HANGS)
    path = os.pathsep.join(filter(None, (str(tmp_path), str(ROOT), os.environ.get("PYTHONPATH"))))
    running = Running(server, tmp_path, content_with_flow(tmp_path), settings={"PYTHONPATH": path})
    await running.start()
    await asks_for_a_sheet(parent)
    parent.says("ik wil dood")
    await until(lambda: any("113" in message.get("text", "") for message in parent.heard()))
    assert sheets_of(parent) == []
    assert await running.stop() == 0
