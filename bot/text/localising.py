"""Which form of a text fits: by language, and where it matters by audience."""

from collections.abc import Mapping

_SOURCE = "nl"
_SECOND = "en"
"""What somebody who reads neither of a text's languages is shown before Dutch."""


def fitting(forms: Mapping[str, str], language: str, audience: str | None = None) -> str:
    """Language and audience, then language, then English, then Dutch, each for that audience first, then whatever is
    there; for somebody who reads Dutch there is no English in between.
    """
    tried = (language,) if language == _SOURCE else (language, _SECOND, _SOURCE)
    for known in dict.fromkeys((*tried, _SOURCE)):
        for key in (f"{known}@{audience}", known):
            if key in forms:
                return forms[key]
    return next(iter(forms.values()), "")
