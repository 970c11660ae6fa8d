"""``run``: the bot itself."""

import asyncio
import re

from bot.adapters.storage.database import sqlite_file
from bot.app.library import load_library
from bot.app.logging import set_up_logging
from bot.app.roles import roles_of
from bot.app.settings import load_settings
from bot.app.wiring import run
from bot.dialogue.library import Library, Profile
from bot.domain.errors import SettingsError

_EXAMPLE = re.compile(r"voorbeeld|example|000-0", re.IGNORECASE)


def still_to_fill_in(profile: Profile) -> list[str]:
    """Names and values of what still looks like the example."""
    fields = {"name": profile.name, "region": profile.region, "phone": profile.phone, "email": profile.email,
              "url": profile.url}  # fmt: skip
    return [f"{name}: {value or '(leeg)'}" for name, value in fields.items() if not value or _EXAMPLE.search(value)]


def run_command(role: str) -> int:
    """Start and run until asked to stop; raises ``SettingsError`` and ``ContentError`` with what to do."""
    settings = load_settings()
    complete = settings.require_for_run()
    set_up_logging()
    roles = roles_of(role, sqlite=sqlite_file(complete.database_url) is not None)

    def load() -> Library:
        return load_library(settings.content_dir, always_screen=True)

    library = load()
    if library.profile.example and not settings.allow_example_profile:
        left = "".join(f"\n- {line}" for line in still_to_fill_in(library.profile))
        raise SettingsError(
            "Dit is nog het voorbeeldprofiel van een regio die niet bestaat. Vul in steunpunt.yaml de gegevens van "
            "jullie steunpunt in en zet 'example' op false. Alleen om te proberen: STEUNPUNT_ALLOW_EXAMPLE_PROFILE=1."
            + (f"\nDit staat er nog als voorbeeld:{left}" if left else "")
        )
    asyncio.run(run(complete, library, load, roles))
    return 0
