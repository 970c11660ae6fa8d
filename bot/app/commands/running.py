"""``run``: the bot itself."""

import asyncio

from bot.app.library import load_library
from bot.app.logging import set_up_logging
from bot.app.settings import load_settings
from bot.app.wiring import run
from bot.domain.errors import SettingsError


def run_command() -> int:
    """Start and run until asked to stop."""
    settings = load_settings()
    complete = settings.require_for_run()
    set_up_logging()
    library = load_library(settings.content_dir, always_screen=True)
    if library.profile.example and not settings.allow_example_profile:
        raise SettingsError(
            "Dit is nog het voorbeeldprofiel van een regio die niet bestaat. Vul in steunpunt.yaml de gegevens van "
            "jullie steunpunt in en zet 'example' op false. Alleen om te proberen: STEUNPUNT_ALLOW_EXAMPLE_PROFILE=1."
        )
    asyncio.run(run(complete, library))
    return 0
