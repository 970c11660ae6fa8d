"""The organisation's own profile must be filled in before real people come."""

import re

from bot.dialogue.library import Profile
from bot.domain.errors import SettingsError

_EXAMPLE = re.compile(r"voorbeeld|example|000-0", re.IGNORECASE)


def still_to_fill_in(profile: Profile) -> list[str]:
    """Names and values of what still looks like the example."""
    fields = {"name": profile.name, "region": profile.region, "phone": profile.phone, "email": profile.email,
              "url": profile.url}  # fmt: skip
    return [f"{name}: {value or '(leeg)'}" for name, value in fields.items() if not value or _EXAMPLE.search(value)]


def require_own_profile(profile: Profile, *, allowed: bool) -> None:
    """Raise ``SettingsError`` for the example of a region that does not exist, unless it is ``allowed``."""
    if not profile.example or allowed:
        return
    left = "".join(f"\n- {line}" for line in still_to_fill_in(profile))
    raise SettingsError(
        "Dit is nog het voorbeeldprofiel van een regio die niet bestaat. Vul in steunpunt.yaml de gegevens van "
        "jullie steunpunt in en zet 'example' op false. Alleen om te proberen: STEUNPUNT_ALLOW_EXAMPLE_PROFILE=1."
        + (f"\nDit staat er nog als voorbeeld:{left}" if left else "")
    )
