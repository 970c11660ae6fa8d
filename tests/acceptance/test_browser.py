"""The demo page in a real browser: a parent types a question and reads the answer."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, async_playwright, expect

from bot.playground.limits import FloodLimits
from bot.playground.server import Options, PlaygroundServer
from tests.acceptance.content import write_content
from tests.acceptance.running import Running

pytestmark = pytest.mark.asyncio

QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def chromium() -> str:
    """Debian's Chromium; `make test` installs it."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    assert found, "Chromium is missing: run tools/prepare-browser"
    return found


@pytest_asyncio.fixture
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        opened = await playwright.chromium.launch(executable_path=chromium(), args=QUIET)
        yield opened
        await opened.close()


@pytest_asyncio.fixture
async def demo(tmp_path: Path) -> AsyncIterator[PlaygroundServer]:
    options = Options(page=True, limits=FloodLimits(overall_per_second=None, private_burst=None))
    async with PlaygroundServer(options) as server:
        running = Running(server, tmp_path, write_content(tmp_path / "content"))
        await running.start()
        yield server
        await running.stop()


async def test_a_question_typed_in_the_page_is_answered_with_its_source(
    demo: PlaygroundServer, browser: Browser
) -> None:
    page = await browser.new_page(viewport={"width": 1440, "height": 900})
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda line: complaints.append(line.text) if line.type == "error" else None)
    await page.goto(demo.url)
    await page.get_by_test_id("parent-input").fill("hoe vraag ik een tlv aan")
    await page.get_by_test_id("parent-input").press("Enter")
    answer = page.get_by_test_id("parent-messages").get_by_test_id("message").nth(1)
    await expect(answer).to_contain_text("De school vraagt de TLV aan", timeout=20_000)
    await expect(answer.get_by_role("link", name="Voorbeeldbron")).to_have_attribute("href", "https://bron.example/tlv")
    await answer.get_by_role("button", name="Mijn kind zit thuis").click()
    await expect(page.get_by_test_id("parent-messages")).to_contain_text("Praat eerst met school")
    assert await page.get_by_test_id("youth-messages").get_by_test_id("message").count() == 0
    assert [line for line in complaints if "favicon" not in line and "404" not in line] == []


async def test_words_are_never_read_as_markup(demo: PlaygroundServer, browser: Browser) -> None:
    page = await browser.new_page()
    await page.goto(demo.url)
    nasty = "<img src=x onerror=\"document.title='kapot'\"><b>vet</b>"
    await page.get_by_test_id("parent-input").fill(nasty)
    await page.get_by_test_id("parent-send").click()
    await expect(page.get_by_test_id("parent-messages")).to_contain_text(nasty)
    assert await page.title() != "kapot"


async def test_danger_shows_up_with_staff_and_a_phone_has_tabs(demo: PlaygroundServer, browser: Browser) -> None:
    page = await browser.new_page(viewport={"width": 390, "height": 844})
    await page.goto(demo.url)
    await expect(page.get_by_test_id("parent-input")).to_be_visible()
    await expect(page.get_by_test_id("youth-input")).not_to_be_visible()
    await page.get_by_role("tab", name="Jongere").click()
    await page.get_by_test_id("youth-input").fill("ik wil dood")
    await page.get_by_test_id("youth-send").click()
    await expect(page.get_by_test_id("youth-messages")).to_contain_text("Bel 112", timeout=20_000)
    await page.get_by_role("tab", name="Medewerkers").click()
    await expect(page.get_by_test_id("staff-messages")).to_contain_text("Signaal van gevaar")
    await expect(page.get_by_test_id("staff-messages")).not_to_contain_text("Daan")


async def test_everything_works_by_keyboard(demo: PlaygroundServer, browser: Browser) -> None:
    page = await browser.new_page(viewport={"width": 1440, "height": 900})
    await page.goto(demo.url)
    start = page.locator("#pane-parent").get_by_role("button", name="Start")
    await start.focus()
    await page.keyboard.press("Enter")
    choice = page.locator("#pane-parent").get_by_role("button", name="Ik ben ouder of verzorger")
    await expect(choice).to_be_visible(timeout=20_000)
    await choice.focus()
    await page.keyboard.press("Enter")
    await expect(page.locator("#pane-parent").get_by_role("button", name="Regels")).to_be_visible()
