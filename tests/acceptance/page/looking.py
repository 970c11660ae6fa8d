"""What the tests of the chat page share: where it is, using it, and axe."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import axe_playwright_python
from aiohttp import web
from playwright.async_api import Page, expect

from tests.acceptance.running import Running
from tests.waiting import PATIENCE

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SLOW = PATIENCE * 1000


class Chat:
    """A running bot with its page, and the address of another website that may show it."""

    def __init__(self, running: Running, port: int, site: int) -> None:
        self.running = running
        self.port = port
        self.url = f"http://127.0.0.1:{port}/chat"
        self.site_port = site
        self.site = f"http://localhost:{site}/"

    @asynccontextmanager
    async def foreign_site(self, policy: str = "") -> AsyncIterator[str]:
        """A website of somebody else, with the one line of the widget."""
        line = f'<script src="{self.url}/widget.js" data-label="Vraag het" defer></script>'
        text = f"<!doctype html><html lang=nl><title>School</title><main><h1>School</h1></main>{line}</html>"
        headers = {"Content-Security-Policy": policy} if policy else {}

        async def shown(_request: web.Request) -> web.Response:
            return web.Response(text=text, content_type="text/html", headers=headers)

        application = web.Application()
        application.router.add_get("/", shown)
        runner = web.AppRunner(application)
        await runner.setup()
        await web.TCPSite(runner, "localhost", self.site_port).start()
        try:
            yield self.site
        finally:
            await runner.cleanup()


async def asks(page: Page, text: str) -> None:
    """Type a message and send it."""
    await page.fill("#message", text)
    await page.click("#send")


async def reads(page: Page, text: str) -> None:
    """Wait until this can be read."""
    await expect(page.locator("#messages")).to_contain_text(text, timeout=SLOW)


async def complaints_of(page: Page, rules: list[str] | None = None) -> list[str]:
    """What axe finds against WCAG 2.2 A and AA, and its best practices; or against these rules alone."""
    await page.evaluate(AXE)
    only = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": TAGS}
    report = await page.evaluate("only => axe.run({runOnly: only})", only)
    assert len(report["passes"]) > (0 if rules else 8)
    return [f"{found['id']}: {found['nodes'][0]['html'][:120]}" for found in report["violations"]]
