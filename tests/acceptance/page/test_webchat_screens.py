"""Every screen of the chat page, looked at by axe in every look; and a flow that ends in a sheet to keep."""

import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Page, Route, expect

from bot.playground.people import StaffMember
from bot.playground.server import PlaygroundServer
from tests.acceptance import webchat
from tests.acceptance.page.looking import SLOW, Chat, asks, complaints_of, reads
from tests.waiting import until

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(loop_scope="module")
async def foreign_page(chat: Chat) -> AsyncIterator[str]:
    async with chat.foreign_site() as site:
        yield site


PHONE, DESKTOP, ZOOMED = ({"width": w, "height": h} for w, h in ((390, 844), (1280, 800), (320, 256)))
LOOKS: dict[str, dict[str, Any]] = {
    "light": {"viewport": PHONE},
    "dark": {"viewport": PHONE, "color_scheme": "dark"},
    "desktop": {"viewport": DESKTOP},
    "dark desktop": {"viewport": DESKTOP, "color_scheme": "dark"},
    "forced": {"viewport": PHONE, "forced_colors": "active"},
    "400 %": {"viewport": ZOOMED},
    "right to left": {"viewport": PHONE},
    "right to left, 400 %": {"viewport": ZOOMED, "color_scheme": "dark"},
    "large": {"viewport": PHONE},
}


class Looking:
    """Looks at screens in one look and gathers what axe complains about."""

    def __init__(self, look: str) -> None:
        self.look = look
        self.complaints: list[str] = []
        self.screens: list[str] = []

    async def at(self, page: Page, screen: str) -> None:
        """This screen, as it is now."""
        if self.look.startswith("right to left"):
            await page.evaluate("document.documentElement.dir = 'rtl'")
        if self.look == "large" and await page.locator("#larger[aria-pressed=false]:visible").count():
            await page.click("#larger")
        self.screens.append(screen)
        self.complaints += [f"{screen}: {found}" for found in await complaints_of(page)]
        if await page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            self.complaints.append(f"{screen}: wider than the window")


@pytest.mark.parametrize("look", LOOKS)
async def test_axe_finds_nothing_on_any_screen(
    chat: Chat, browser: Browser, server: PlaygroundServer, foreign_page: str, look: str
) -> None:
    looking = Looking(look)
    context = await browser.new_context(**LOOKS[look])
    page = await context.new_page()
    await page.goto(chat.url)
    await looking.at(page, "start")
    await page.click("#back")
    await page.fill("#return-code", "appel " * 6)
    await page.click("#return")
    await expect(page.locator("#return-wrong")).not_to_be_empty(timeout=SLOW)
    await looking.at(page, "a wrong code")
    await page.locator("#back-panel .close").click()
    await asks(page, "hoe vraag ik een tlv aan")
    await reads(page, "De school vraagt")
    await looking.at(page, "answer")
    await page.click("#later")
    await expect(page.locator("#code")).not_to_have_text("…", timeout=SLOW)
    await looking.at(page, "code")
    await page.locator("#later-panel .close").click()
    await asks(page, "ik wil dood")
    await reads(page, "113")
    await looking.at(page, "danger")
    await talks_with_staff(page, server, looking)
    await context.set_offline(True)
    await asks(page, "ben je er nog")
    await expect(page.locator("#status")).to_contain_text("Geen verbinding", timeout=SLOW)
    await looking.at(page, "offline")
    await context.set_offline(False)
    await page.goto(f"{chat.url}/over")
    await looking.at(page, "about")
    await without_its_script(context, chat, looking)
    await page.goto(foreign_page)
    await page.get_by_role("button", name="Vraag het").click()
    await expect(page.frame_locator("iframe").locator("#message")).to_be_visible(timeout=SLOW)
    await looking.at(page, "widget")
    await context.close()
    assert looking.screens == [
        "start", "a wrong code", "answer", "code", "danger", "staff", "file", "offline", "about", "plain",
        "plain answer", "plain code", "widget",
    ]  # fmt: skip
    assert looking.complaints == []


SMALL = """[...document.querySelectorAll("button, a.button, input[type=checkbox]")]
  .filter((found) => found.checkVisibility() && !found.matches(".unseen"))
  .filter((found) => found.getBoundingClientRect().width < 24 || found.getBoundingClientRect().height < 24)
  .map((found) => found.outerHTML)"""
SCROLLING = """document.querySelector(".below").scrollHeight - document.querySelector(".below").clientHeight"""


@pytest.mark.parametrize("look", ["400 %", "right to left, 400 %"])
async def test_nothing_lies_over_a_button_wherever_one_scrolls(chat: Chat, browser: Browser, look: str) -> None:
    context = await browser.new_context(**LOOKS[look])
    page = await context.new_page()
    await page.goto(chat.url)
    if look.startswith("right"):
        await page.evaluate("document.documentElement.dir = 'rtl'")
    await asks(page, "hoe vraag ik een tlv aan")
    await reads(page, "De school vraagt")
    await asks(page, "ik wil dood")
    await reads(page, "113")
    assert await page.evaluate(SMALL) == []
    assert await page.evaluate("document.documentElement.scrollHeight <= innerHeight")
    far = int(await page.evaluate(SCROLLING))
    assert far > LOOKS[look]["viewport"]["height"]
    for place in range(0, far, 61):
        await page.evaluate("(top) => document.querySelector('.below').scrollTo({top, behavior: 'instant'})", place)
        assert await complaints_of(page, ["target-size"]) == [], place
        await expect(page.locator("#leave")).to_be_in_viewport(ratio=1)
    await context.close()


async def talks_with_staff(page: Page, server: PlaygroundServer, looking: Looking) -> None:
    """A talk, with a picture of staff and the button to send one."""
    group = server.world.chats[server.staff_chat]
    before = set(group.topics)
    await asks(page, "/mens")
    await page.get_by_role("button", name="Ja", exact=False).last.click(timeout=SLOW)
    await until(lambda: bool(set(group.topics) - before))
    (topic,) = set(group.topics) - before
    anouk = StaffMember(server.world, next(iter(group.members.values())))
    await until(lambda: any("Via de website" in text for text in anouk.sees(topic)))
    anouk.taps("Oppakken", topic)
    anouk.says("hallo, ik ben er", topic)
    await expect(page.locator("article[data-from=staff]")).to_contain_text("hallo, ik ben er", timeout=SLOW)
    await expect(page.locator("#attach")).to_be_visible()
    await looking.at(page, "staff")
    anouk.sends("photo", topic, content=webchat.png(), caption="kijk")
    await expect(page.locator("article[data-from=staff] img")).to_be_visible(timeout=SLOW)
    await looking.at(page, "file")


async def without_its_script(context: BrowserContext, chat: Chat, looking: Looking) -> None:
    """The page as it is without JavaScript: only its script is kept away, so that axe can still look."""
    page = await context.new_page()
    await page.route("**/chat.js", lambda route: route.abort())
    await page.goto(chat.url)
    await looking.at(page, "plain")
    await asks(page, "hoe vraag ik een tlv aan")
    await reads(page, "De school vraagt")
    await looking.at(page, "plain answer")
    await page.click("#later")
    await expect(page.locator("p.code")).to_be_visible(timeout=SLOW)
    await looking.at(page, "plain code")
    await page.close()


async def test_a_flow_ends_in_a_sheet_that_can_be_kept(chat: Chat, browser: Browser) -> None:
    page = await browser.new_page()
    await page.goto(chat.url)
    await page.get_by_role("button", name="Ik ben jongere").click()
    await asks(page, "gesprek voorbereiden")
    await reads(page, "Wat wil je zeggen?")
    await asks(page, "dat ik liever naast Sam zit")
    save = page.get_by_role("button", name="Bewaar").last
    await expect(save).to_be_visible(timeout=SLOW)
    async with page.expect_download() as waiting:
        await save.click()
    found = await waiting.value
    assert found.suggested_filename.endswith(".pdf")
    sheet = Path(await found.path()).read_bytes()
    assert sheet.startswith(b"%PDF-")
    assert sheet.rstrip().endswith(b"%%EOF")
    assert len(sheet) > 5_000
    await reads(page, "Succes met het gesprek")
    await page.close()


VOICES = """
const voices = VOICES_HERE;
window.spoken = [];
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
Object.defineProperty(window, "speechSynthesis", {
  value: {
    getVoices: () => voices,
    cancel() {},
    speak: (said) => spoken.push([said.text, said.voice.name, said.lang]),
  },
});
"""
FAR = '{name: "ver weg", lang: "nl-NL", localService: false}'
ENGLISH = '{name: "english", lang: "en-GB", localService: true}'
NEAR = '{name: "dichtbij", lang: "nl-BE", localService: true}'


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_a_code_is_read_aloud_by_the_device_itself_or_not_at_all(
    chat: Chat, browser: Browser, language: str
) -> None:
    for voices, offered in ((f"[{FAR}, {ENGLISH}]", False), (f"[{FAR}, {ENGLISH}, {NEAR}]", True)):
        page = await browser.new_page()
        await page.add_init_script(VOICES.replace("VOICES_HERE", voices))
        await page.goto(f"{chat.url}?taal={language}")
        await page.click("#later")
        await expect(page.locator("#code")).to_have_text(re.compile("^([a-z]+ ){5}[a-z]+$"), timeout=SLOW)
        await expect(page.locator("#code")).to_have_attribute("lang", "nl")
        await expect(page.locator("#aloud")).to_be_visible(visible=offered)
        if offered:
            await page.click("#aloud")
            words = (await page.locator("#code").inner_text()).split()
            assert await page.evaluate("spoken") == [[", ".join(words), "dichtbij", "nl-BE"]]
        await page.close()


@pytest.mark.parametrize("language", ["tr", "ar", "pl", "uk"])
async def test_axe_finds_nothing_in_any_language(chat: Chat, browser: Browser, language: str) -> None:
    for size in (PHONE, ZOOMED):
        page = await browser.new_page(viewport={"width": size["width"], "height": size["height"]})
        for path in ("", "/over"):
            await page.goto(f"{chat.url}{path}?taal={language}")
            assert await complaints_of(page) == []
            assert not await page.evaluate("document.documentElement.scrollWidth > innerWidth")
        await page.close()


@pytest.mark.parametrize("proxy", ["refuses", "cuts", "gathers"])
async def test_without_a_stream_the_page_asks_by_itself(chat: Chat, browser: Browser, proxy: str) -> None:
    async def between(route: Route) -> None:
        if proxy == "refuses":
            await route.fulfill(status=502, body="")
        elif proxy == "cuts":
            await route.abort()
        # What gathers says nothing at all: the request hangs.

    page = await browser.new_page()
    await page.route("**/api/stream*", between)
    await page.goto(chat.url)
    await asks(page, "hoe vraag ik een tlv aan")
    await reads(page, "De school vraagt")
    await asks(page, "/help")
    await reads(page, "Zo werkt het")
    assert await page.locator("article[data-from=bot]").count() == 2
    await page.close()


async def test_two_tabs_of_one_talk_show_the_same_and_one_may_leave(chat: Chat, browser: Browser) -> None:
    context = await browser.new_context()
    one, other = await context.new_page(), await context.new_page()
    for page in (one, other):
        await page.goto(chat.url)
    await asks(one, "hoe vraag ik een tlv aan")
    await reads(one, "De school vraagt")
    await one.click("#later")
    await expect(one.locator("#code")).not_to_have_text("…", timeout=SLOW)
    await other.click("#back")
    await other.fill("#return-code", await one.locator("#code").inner_text())
    await other.click("#return")
    await reads(other, "De school vraagt")
    await asks(other, "/help")
    for page in (one, other):
        await reads(page, "Zo werkt het")
        assert await page.locator("article[data-from=me]").count() == 2
    await one.click("#leave")
    await one.wait_for_url("about:blank")
    await asks(other, "/taal")
    await reads(other, "Welke taal")
    await context.close()
