"""Draws the pictures of docs/staff.md: real screens of the staff group, from a whole bot with the packaged content.

Needs the development packages and Chromium (``tools/prepare-browser``). Run it anew when a screen changes, and look at
every picture before it is kept.

    python tools/staff-pictures.py [--output docs/pictures]
"""

import argparse
import asyncio
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.async_api import Page, async_playwright

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from bot.adapters.content.layers import packaged_content  # noqa: E402
from bot.playground.limits import FloodLimits  # noqa: E402
from bot.playground.people import StaffMember, Visitor  # noqa: E402
from bot.playground.server import Options, PlaygroundServer  # noqa: E402
from bot.playground.world import Person  # noqa: E402
from tests.acceptance.running import Running  # noqa: E402
from tests.acceptance.test_browser import QUIET, chromium  # noqa: E402
from tests.acceptance.test_desk import asks_for_a_human, staff  # noqa: E402
from tests.waiting import until  # noqa: E402

_COLOURS = 200
"""Enough for letters and buttons; a picture stays below 120 kB."""


class Drawing:
    """The staff pane of the demo page, and where its pictures go."""

    def __init__(self, page: Page, folder: Path) -> None:
        self._page = page
        self._folder = folder

    async def draw(self, name: str, topic: int | None, *, height: int = 620) -> None:
        """The newest part of a topic, as a colleague sees it."""
        await self._page.set_viewport_size({"width": 760, "height": height})
        await self._page.locator("#tab-staff").click()
        chosen = "null" if topic is None else str(topic)
        await self._page.locator(f'[data-topic="{chosen}"]').click()
        await self._page.evaluate("document.querySelector('[data-testid=staff-messages]').scrollTop = 1e9")
        await self._page.wait_for_timeout(400)
        path = self._folder / f"{name}.png"
        await self._page.locator("#pane-staff").screenshot(path=str(path))
        with Image.open(path) as picture:
            picture.convert("RGB").quantize(_COLOURS).save(path, optimize=True)
        print(f"{path}: {path.stat().st_size // 1024} kB")


def saw(colleague: StaffMember, words: str, topic: int | None = None) -> bool:
    """Whether the bot said this in the group."""
    return any(words in text for text in colleague.sees(topic))


def heard(person: Visitor, words: str) -> bool:
    """Whether the person got it."""
    return any(words in str(message.get("text", "")) for message in person.heard())


async def scenes(server: PlaygroundServer, drawing: Drawing) -> None:
    """A morning at a steunpunt."""
    parent = Visitor(server.world, Person(id=6_100_000_017, first_name="Fatima"))
    youth = Visitor(server.world, Person(id=6_100_000_934, first_name="Daan"))
    anouk, bram = staff(server)
    await parent.asks("/start ouder", timeout=600)
    await parent.asks("mijn zoon zit al weken thuis")
    topic = await asks_for_a_human(parent, server)
    await drawing.draw("staf-kaart", topic, height=1010)
    anouk.taps("Oppakken", topic)
    await until(lambda: heard(parent, "Er is een medewerker"))
    anouk.says("Goedemorgen, ik lees je vraag. Wat zegt school tot nu toe?", topic)
    await until(lambda: heard(parent, "Goedemorgen"))
    parent.says("Ze zeggen dat hij gewoon moet komen.")
    await until(lambda: saw(anouk, "gewoon moet komen", topic))
    bram.says("Zal ik meekijken?", topic)
    await until(lambda: saw(bram, "gaat niet naar de vrager", topic))
    anouk.says("// @Bram, graag. Ken jij deze school?", topic)
    await until(lambda: saw(bram, "vraagt of je meekijkt", topic))
    await drawing.draw("staf-gesprek", topic, height=1420)
    anouk.says("/help", topic)
    await until(lambda: saw(anouk, "/help alles", topic))
    await drawing.draw("staf-help", topic, height=720)
    await youth.asks("/start jongere", timeout=600)
    await asks_for_a_human(youth, server)
    anouk.says("/wachtrij")
    await until(lambda: saw(anouk, "in gesprek met"))
    await drawing.draw("staf-wachtrij", None, height=560)
    youth.says("ik wil niet meer leven")
    await until(lambda: saw(anouk, "gevaar"))
    await until(lambda: heard(youth, "113"))
    danger = max(one.id for one in server.world.chats[server.staff_chat].topics.values())
    await until(lambda: saw(anouk, "Teken van gevaar", danger))
    anouk.taps("Oppakken", danger)
    await until(lambda: heard(youth, "Er is een medewerker"))
    anouk.says("/spoed", danger)
    await until(lambda: saw(anouk, "112", danger))
    await drawing.draw("staf-spoed", danger, height=980)


async def main(folder: Path) -> None:
    """Everything from one start."""
    options = Options(page=True, limits=FloodLimits(overall_per_second=None, private_burst=None))
    with tempfile.TemporaryDirectory() as name:
        async with PlaygroundServer(options) as server, async_playwright() as playwright:
            bot = Running(server, Path(name), packaged_content())
            await bot.start()
            try:
                browser = await playwright.chromium.launch(executable_path=chromium(), args=QUIET)
                page = await browser.new_page(
                    device_scale_factor=1.25, color_scheme="light", timezone_id="Europe/Amsterdam"
                )
                await page.goto(server.url)
                await scenes(server, Drawing(page, folder))
                await browser.close()
            finally:
                await bot.stop()


if __name__ == "__main__":
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("--output", type=Path, default=ROOT / "docs" / "pictures")
    asyncio.run(main(wanted.parse_args().output))
