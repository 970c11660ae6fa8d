"""Which form of a text fits: by language, and where it matters by audience."""

from collections.abc import Mapping

_SOURCE = "nl"


def fitting(forms: Mapping[str, str], language: str, audience: str | None = None) -> str:
    """Language and audience, then language, then Dutch for that audience, then Dutch, then whatever there is."""
    for key in (f"{language}@{audience}", language, f"{_SOURCE}@{audience}", _SOURCE):
        if key in forms:
            return forms[key]
    return next(iter(forms.values()), "")
