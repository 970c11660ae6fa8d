"""``run``: the bot itself, or the bots of many organisations."""

from pathlib import Path

from bot.adapters.storage.database import sqlite_file
from bot.app.library import load_library
from bot.app.logging import set_up_logging
from bot.app.looping import run_in_loop
from bot.app.profile import require_own_profile
from bot.app.roles import EVERYTHING, roles_of
from bot.app.settings import load_settings
from bot.app.tenants import run_organisations
from bot.app.wiring import run
from bot.dialogue.library import Library


def run_command(role: str, organisations: Path | None) -> int:
    """Start and run until asked to stop; raises ``SettingsError`` and ``ContentError`` with what to do."""
    settings = load_settings()
    if organisations is not None:
        set_up_logging()
        run_in_loop(run_organisations(organisations, settings.http_port, EVERYTHING, settings.http_host))
        return 0
    complete = settings.require_for_run()
    set_up_logging()
    roles = roles_of(role, sqlite=sqlite_file(complete.database_url) is not None)

    def load() -> Library:
        return load_library(settings.content_dir, always_screen=True)

    library = load()
    require_own_profile(library.profile, allowed=settings.allow_example_profile)
    run_in_loop(run(complete, library, load, roles))
    return 0
