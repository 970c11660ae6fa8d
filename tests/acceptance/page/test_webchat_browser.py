"""The chat page in a real browser: what somebody sees, does and leaves behind."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser, BrowserContext, Page, expect

from bot.playground.people import StaffMember
from bot.playground.server import PlaygroundServer
from tests.acceptance import webchat
from tests.acceptance.page.looking import SLOW, Chat, asks, complaints_of
from tests.waiting import until

pytestmark = pytest.mark.asyncio(loop_scope="module")

SIX_WORDS = re.compile(r"^([a-z]+ ){5}[a-z]+$")


async def opened(place: Browser | BrowserContext, url: str, complaints: list[str] | None = None) -> Page:
    page = await place.new_page()
    if complaints is not None:
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda line: complaints.append(line.text) if line.type == "error" else None)
        ours = (url, "blob:", "data:", "about:")
        page.on("request", lambda asked: None if asked.url.startswith(ours) else complaints.append(asked.url))
    await page.goto(url)
    return page


async def test_a_question_danger_and_leaving_at_once(chat: Chat, browser: Browser, server: PlaygroundServer) -> None:
    complaints: list[str] = []
    context = await browser.new_context()
    page = await context.new_page()
    await page.goto("about:blank")
    await page.close()
    page = await opened(context, chat.url, complaints)
    await asks(page, "hoe vraag ik een tlv aan")
    answer = page.locator("#messages article[data-from=bot]").first
    await expect(answer).to_contain_text("De school vraagt de TLV aan", timeout=SLOW)
    await expect(answer.get_by_role("link", name="Voorbeeldbron")).to_have_attribute("href", "https://bron.example/tlv")
    await answer.get_by_role("button", name="Mijn kind zit thuis").click()
    await expect(page.locator("#messages")).to_contain_text("Praat eerst met school", timeout=SLOW)
    await asks(page, "ik wil dood")
    await expect(page.locator("#messages")).to_contain_text("Bel 113", timeout=SLOW)
    assert complaints == []
    kept = "[document.cookie, localStorage.length, sessionStorage.length, location.search, location.hash]"
    assert await page.evaluate(kept) == ["", 0, 0, "", ""]
    assert await context.cookies() == []
    await page.click("#leave")
    await page.wait_for_url("about:blank")
    assert await page.evaluate("document.body.innerText") == ""
    await page.go_back()
    assert "TLV" not in await page.content()


async def test_three_times_escape_leaves(chat: Chat, browser: Browser) -> None:
    page = await opened(browser, chat.url)
    await asks(page, "hallo")
    await page.keyboard.press("Escape")
    await page.keyboard.press("Escape")
    assert page.url == chat.url
    await page.keyboard.press("Escape")
    await page.wait_for_url("about:blank")


async def test_words_are_never_read_as_markup(chat: Chat, browser: Browser) -> None:
    page = await opened(browser, chat.url)
    nasty = "<img src=x onerror=\"document.title='kapot'\"><b>vet</b>"
    await asks(page, nasty)
    await expect(page.locator("#messages article[data-from=me]")).to_contain_text(nasty)
    await expect(page.locator("#messages article[data-from=bot]").first).to_be_visible(timeout=SLOW)
    assert await page.title() == "Vragen en antwoorden"
    assert await page.locator("#messages article[data-from=me] b").count() == 0


async def test_what_is_typed_without_a_connection_arrives_later_once_and_in_order(chat: Chat, browser: Browser) -> None:
    context = await browser.new_context()
    page = await opened(context, chat.url)
    await asks(page, "hoe vraag ik een tlv aan")
    await expect(page.locator("#messages")).to_contain_text("De school vraagt", timeout=SLOW)
    await context.set_offline(True)
    await asks(page, "/help")
    await asks(page, "/taal")
    await expect(page.locator("#status")).to_contain_text("Geen verbinding")
    await context.set_offline(False)
    await expect(page.locator("#messages")).to_contain_text("Welke taal wil je", timeout=SLOW)
    said = await page.locator("#messages article[data-from=bot]").all_inner_texts()
    assert [("school vraagt" in text, "Zo werkt het" in text, "Welke taal" in text) for text in said] == [
        (True, False, False),
        (False, True, False),
        (False, False, True),
    ]
    await expect(page.locator("article.pending")).to_have_count(0)


async def test_staff_answer_on_the_page_also_after_a_restart_and_elsewhere_with_the_code(
    chat: Chat, browser: Browser, server: PlaygroundServer
) -> None:
    page = await opened(browser, chat.url)
    await asks(page, "/mens")
    await page.get_by_role("button", name="Ja", exact=False).first.click(timeout=SLOW)
    group = server.world.chats[server.staff_chat]
    anouk = StaffMember(server.world, next(iter(group.members.values())))
    await expect(page.locator("#messages")).to_contain_text("Je heet in dit gesprek", timeout=SLOW)
    topic = next(iter(group.topics))
    await until(lambda: any("Via de website" in text for text in anouk.sees(topic)))
    anouk.taps("Oppakken", topic)
    line = anouk.says("hallo, ik ben er", topic)
    await expect(page.locator("article[data-from=staff]")).to_contain_text("hallo, ik ben er", timeout=SLOW)
    # Somebody looked at it: the page tells staff so by itself.
    await until(
        lambda: any(
            one.method == "setMessageReaction"
            and str(one.parameters["message_id"]) == str(line)
            and "👀" in json.dumps(json.loads(str(one.parameters["reaction"])), ensure_ascii=False)
            for one in server.requests
        )
    )
    await page.click("#later")
    await expect(page.locator("#code")).to_have_text(SIX_WORDS, timeout=SLOW)
    code = await page.locator("#code").inner_text()
    await chat.running.kill()
    await asks(page, "ik ben er ook nog")
    await webchat.start(chat.running, chat.port)
    await until(lambda: any("ik ben er ook nog" in text for text in anouk.sees(topic)))
    assert sum("ik ben er ook nog" in text for text in anouk.sees(topic)) == 1
    other = await opened(await browser.new_context(), chat.url)
    await other.get_by_role("button", name="Ik heb een code").click()
    await other.fill("#return-code", "appel " * 6)
    await other.click("#return")
    await expect(other.locator("#return-wrong")).to_contain_text("werkt niet")
    await other.fill("#return-code", code)
    await other.keyboard.press("Enter")
    await expect(other.locator("article[data-from=staff]")).to_contain_text("hallo, ik ben er", timeout=SLOW)
    anouk.says("tot kijk", topic)
    for place in (page, other):
        await expect(place.locator("#messages")).to_contain_text("tot kijk", timeout=SLOW)


async def test_a_file_can_be_kept(chat: Chat, browser: Browser) -> None:
    page = await opened(browser, chat.url)
    await asks(page, "/inzage")
    button = page.get_by_role("button", name="Bewaar wat-we-bewaren.txt")
    await expect(button).to_be_visible(timeout=SLOW)
    async with page.expect_download() as waiting:
        await button.click()
    found = await waiting.value
    assert found.suggested_filename == "wat-we-bewaren.txt"
    assert "Je hebt geen account" in Path(await found.path()).read_text(encoding="utf-8")


async def test_a_reload_forgets_unless_it_was_asked_to_remember(chat: Chat, browser: Browser) -> None:
    page = await opened(browser, chat.url)
    await asks(page, "/help")
    await expect(page.locator("#messages")).to_contain_text("Zo werkt het", timeout=SLOW)
    await page.reload()
    assert await page.locator("#messages article").count() == 0
    await asks(page, "/taal")
    await expect(page.locator("#messages")).to_contain_text("Welke taal", timeout=SLOW)
    await page.click("#later")
    await page.check("#remember")
    await page.reload()
    await expect(page.locator("#messages")).to_contain_text("Welke taal", timeout=SLOW)


async def test_the_widget_opens_the_chat_on_a_website_that_may(chat: Chat, browser: Browser) -> None:
    policy = f"default-src 'none'; script-src {chat.url}/; frame-src {chat.url}"
    async with chat.foreign_site(policy) as site:
        page = await opened(browser, site)
        await page.get_by_role("button", name="Vraag het").click()
        frame = page.frame_locator("iframe")
        await frame.locator("#message").fill("hoe vraag ik een tlv aan")
        await frame.locator("#send").click()
        await expect(frame.locator("#messages")).to_contain_text("De school vraagt", timeout=SLOW)
        await page.get_by_role("button", name="Sluiten").click()
        await expect(page.locator("iframe")).not_to_be_visible()
        await page.get_by_role("button", name="Vraag het").click()
        await expect(frame.locator("#messages")).to_contain_text("De school vraagt")
        await frame.locator("#leave").click()
        await page.wait_for_url("about:blank")
        stranger = await opened(browser, f"http://127.0.0.1:{chat.site_port}/")
        assert stranger.url.startswith("chrome-error") or await stranger.locator("iframe").count() == 0


LOOKS: dict[str, dict[str, Any]] = {
    "light": {"viewport": {"width": 390, "height": 844}},
    "dark": {"viewport": {"width": 1280, "height": 800}, "color_scheme": "dark"},
    "forced": {"viewport": {"width": 390, "height": 844}, "forced_colors": "active"},
    "400 %": {"viewport": {"width": 320, "height": 256}},
}


@pytest.mark.parametrize("look", LOOKS)
async def test_everybody_can_use_every_screen(chat: Chat, browser: Browser, look: str) -> None:
    page = await opened(await browser.new_context(**LOOKS[look]), chat.url)
    found = await complaints_of(page)
    await asks(page, "hoe vraag ik een tlv aan")
    await expect(page.locator("#messages")).to_contain_text("De school vraagt", timeout=SLOW)
    found += await complaints_of(page)
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    await expect(page.locator("#leave")).to_be_in_viewport()
    await page.click("#later")
    await expect(page.locator("#code")).to_have_text(SIX_WORDS, timeout=SLOW)
    found += await complaints_of(page)
    await page.evaluate("document.documentElement.dir = 'rtl'")
    found += await complaints_of(page)
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    await page.goto(f"{chat.url}/over")
    found += await complaints_of(page)
    assert found == []


MOST_STOPS = 30
"""From the top of the page to the last thing on it, with one message of the bot."""


async def test_everything_works_by_keyboard_and_is_said_aloud(chat: Chat, browser: Browser) -> None:
    page = await opened(browser, chat.url)
    await expect(page.get_by_role("button", name="Ik ben jongere")).to_be_visible(timeout=SLOW)
    seen: list[str] = []
    while "send" not in seen and len(seen) < MOST_STOPS:
        await page.keyboard.press("Tab")
        seen.append(await page.evaluate("document.activeElement.id || document.activeElement.textContent.trim()"))
    assert seen[:3] == ["leave", "later", "larger"]
    assert {"Ik ben jongere", "back", "message", "send"} <= set(seen)
    await page.focus("#message")
    await page.keyboard.type("hoe vraag ik een tlv aan")
    await page.keyboard.press("Enter")
    log = page.get_by_role("log")
    await expect(log).to_have_attribute("aria-live", "polite")
    await expect(log).to_contain_text("De school vraagt", timeout=SLOW)
    # Under one answer in five two thumbs stand in the place of the menu; SOS is always there.
    await log.get_by_role("button", name="SOS").focus()
    await page.keyboard.press("Enter")
    await expect(page.locator("#messages article[data-from=bot]")).to_have_count(2, timeout=SLOW)


async def test_without_javascript_it_still_works(chat: Chat, browser: Browser) -> None:
    page = await opened(await browser.new_context(java_script_enabled=False), chat.url)
    await asks(page, "hoe vraag ik een tlv aan")
    await expect(page.locator("#messages article[data-from=bot]")).to_contain_text("De school vraagt", timeout=SLOW)
    await page.get_by_role("button", name="Mijn kind zit thuis").click()
    await expect(page.locator("#messages")).to_contain_text("Praat eerst met school", timeout=SLOW)
    await page.click("#leave")
    assert "TLV" not in await page.content()
