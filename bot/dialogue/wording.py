"""Fills the placeholders of content texts: ``{contact:113}``, ``{open:kindertelefoon}``, ``{steunpunt.phone}``."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.dialogue.library import Contact, Library, localised
from bot.domain.ids import ContactId, Language
from bot.text.placeholders import PLACEHOLDER

PROFILE_FIELDS = ("name", "region", "phone", "email", "url", "hours")


def fill(text: str, library: Library, language: Language, now: datetime) -> str:
    """The text with every placeholder replaced; an unknown one is left out (the content check refuses it)."""
    local = now.astimezone(ZoneInfo(library.profile.timezone))

    def replace(match: re.Match[str]) -> str:
        kind, name, part, field = match.groups()
        if kind is None:
            return _profile_field(library, field or "name", language)
        contact = library.contacts.get(ContactId(name))
        if contact is None:
            return ""
        return opening_note(contact, library, language, local) if kind == "open" else _contact(contact, part, language)

    return PLACEHOLDER.sub(replace, text)


def opening_note(contact: Contact, library: Library, language: Language, local: datetime) -> str:
    """Whether it is open now and until when; nothing when the hours are not known."""
    if contact.schedule is None:
        return ""
    if contact.schedule.always:
        return library.texts.say("open-always", language)
    until = contact.schedule.open_until(local)
    if until is None:
        return library.texts.say("closed-now", language)
    return library.texts.say("open-until", language, time=f"{until:%H.%M}".lstrip("0"))


def _contact(contact: Contact, part: str | None, language: Language) -> str:
    name = localised(contact.name, language)
    match part:
        case "name":
            return name
        case "phone":
            return contact.phone
        case "url":
            return contact.url
    linked = f"[{name}]({contact.url})" if contact.url else name
    # 112 and 113 are their own number: "113 (113)" would puzzle people.
    if contact.phone and contact.phone != name:
        return f"{linked} ({contact.phone})"
    return linked


def _profile_field(library: Library, field: str, language: Language) -> str:
    profile = library.profile
    if field == "hours":
        return localised(profile.hours_text, language)
    return str(getattr(profile, field, "")) if field in PROFILE_FIELDS else ""
