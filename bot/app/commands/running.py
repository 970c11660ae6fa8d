"""``run``: the bot itself, or the bots of many organisations."""

from pathlib import Path

from bot.adapters.storage.database import sqlite_file
from bot.app.logging import set_up_logging
from bot.app.looping import run_in_loop
from bot.app.outline import Outline, hears_when_needed, load_outline
from bot.app.roles import EVERYTHING, Role, roles_of
from bot.app.settings import RunSettings, Settings, load_settings


def run_command(role: str, organisations: Path | None) -> int:
    """Start and run until asked to stop; raises ``SettingsError`` and ``ContentError`` with what to do."""
    settings = load_settings()
    if organisations is not None:
        from bot.app.tenants import run_organisations

        set_up_logging()
        run_in_loop(run_organisations(organisations, settings.http_port, EVERYTHING, settings.http_host))
        return 0
    complete = settings.require_for_run()
    set_up_logging()
    roles = roles_of(role, sqlite=sqlite_file(complete.database_url) is not None)
    if Role.DESK not in roles and not complete.web_chat:
        return _without_thinking(settings, complete, roles)
    # Only imported where somebody thinks: what understands people is most of the memory of a process.
    from bot.app.library import load_library
    from bot.app.profile import require_own_profile
    from bot.app.wiring import run
    from bot.dialogue.library import Library

    def load() -> Library:
        return load_library(settings.content_dir, always_screen=True)

    library = load()
    require_own_profile(library.profile, allowed=settings.allow_example_profile)
    run_in_loop(run(complete, library, load, roles))
    return 0


def _without_thinking(settings: Settings, complete: RunSettings, roles: frozenset[Role]) -> int:
    """A process that only fetches, sends or rings."""
    from bot.app.wiring import run

    def load() -> Outline:
        return load_outline(settings.content_dir)

    outline = load()
    if outline.example and not settings.allow_example_profile:
        from bot.app.library import checked_content
        from bot.app.profile import require_own_profile

        require_own_profile(checked_content(settings.content_dir).profile, allowed=False)
    run_in_loop(run(complete, outline, load, roles, hears_when_needed(settings.content_dir)))
    return 0
