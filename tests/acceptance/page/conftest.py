"""One browser, and one running bot with its chat page, for all tests of a file."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, async_playwright

from bot.playground.limits import FloodLimits
from bot.playground.server import Options, PlaygroundServer
from tests.acceptance import webchat
from tests.acceptance.content import write_content
from tests.acceptance.page.looking import Chat
from tests.acceptance.running import Running
from tests.acceptance.test_browser import QUIET, chromium

FLOW = """\
flow: praten
title:
  nl: Een gesprek voorbereiden
audience: [ouder, jongere]
owner: redactie
review_by: "2027-05-01"
start:
  words: [gesprek voorbereiden]
slots:
  - name: wat
    type: text
    label:
      nl: Dit wil ik zeggen
steps:
  - ask: wat
    text:
      nl: Wat wil je zeggen?
  - document: sheet
    title:
      nl: Mijn gesprek
    slots: [wat]
    text:
      nl: "Wat spreken we af?"
  - id: klaar
    end: geholpen
    text:
      nl: Succes met het gesprek.
"""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        opened = await playwright.chromium.launch(executable_path=chromium(), args=QUIET)
        yield opened
        await opened.close()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def server() -> AsyncIterator[PlaygroundServer]:
    async with PlaygroundServer(Options(limits=FloodLimits(overall_per_second=None, private_burst=None))) as running:
        yield running


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def chat(server: PlaygroundServer, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Chat]:
    """One process for all tests of a file; who stops it starts it again."""
    folder, port, site = tmp_path_factory.mktemp("page"), webchat.free_port(), webchat.free_port()
    content = write_content(folder / "content")
    (content / "flows").mkdir()
    (content / "flows" / "praten.yaml").write_text(FLOW)
    settings = webchat.settings_for(port, STEUNPUNT_WEB_SITES=f"http://localhost:{site}")
    running = Running(server, folder, content, settings=settings)
    await webchat.start(running, port)
    yield Chat(running, port, site)
    await running.stop()
