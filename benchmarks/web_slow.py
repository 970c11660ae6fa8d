"""How long the chat page takes on slow 3G, in a real browser (Chromium) that slows its own network down.

``python benchmarks/web_slow.py ADDRESS [TIMES]`` opens a running page (of ``python -m bot demo``, for instance) with an
empty cache on 400 kb/s with 400 ms of latency, asks a question, and prints a table: until a question can be typed, and
from sending until the first answer stands there.
"""

import asyncio
import shutil
import sys
from statistics import median
from time import perf_counter

from playwright.async_api import Browser, async_playwright

SLOW_3G = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
"""Bytes a second and milliseconds: what developer tools of browsers call slow 3G."""
PROCESSOR = 4
"""So many times slower than this machine: a phone of five years old."""


async def once(browser: Browser, address: str) -> tuple[float, float]:
    """Seconds until the page is ready, and from sending until an answer."""
    context = await browser.new_context(viewport={"width": 390, "height": 844})
    page = await context.new_page()
    session = await context.new_cdp_session(page)
    await session.send("Network.enable")
    await session.send("Network.emulateNetworkConditions", SLOW_3G)
    await session.send("Emulation.setCPUThrottlingRate", {"rate": PROCESSOR})
    began = perf_counter()
    await page.goto(address, wait_until="commit")
    await page.wait_for_selector("body:not(.plain) #message")
    ready = perf_counter() - began
    await page.fill("#message", "ik word gepest")
    began = perf_counter()
    await page.click("#send")
    await page.wait_for_selector("#messages article[data-from=bot]")
    answered = perf_counter() - began
    await context.close()
    return ready, answered


async def main(address: str, times: int) -> None:
    """The table."""
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        found = [await once(browser, address) for _ in range(times)]
        await browser.close()
    print("| what | median (s) | worst (s) |\n|---|---|---|")
    for what, took in zip(
        ("the page is ready", "the first answer after sending"), zip(*found, strict=True), strict=True
    ):
        print(f"| {what} | {median(took):.1f} | {max(took):.1f} |")


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 5))
