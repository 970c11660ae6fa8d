"""Moments in words, and which helplines answer now."""

from datetime import date, datetime

from bot.dialogue.library import Contact, Library
from bot.domain.audience import Audience
from bot.domain.ids import Language

_DAYS = {
    "nl": ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "tr": ("pazartesi", "salı", "çarşamba", "perşembe", "cuma", "cumartesi", "pazar"),
    "ar": ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"),
    "pl": ("poniedziałek", "wtorek", "środa", "czwartek", "piątek", "sobota", "niedziela"),
    "uk": ("понеділок", "вівторок", "середа", "четвер", "п'ятниця", "субота", "неділя"),
}
_MONTHS = {
    "nl": ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
           "november", "december"),
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December"),
    "tr": ("Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım",
           "Aralık"),
    "ar": ("يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر",
           "ديسمبر"),
    "pl": ("stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "września",
           "października", "listopada", "grudnia"),
    "uk": ("січня", "лютого", "березня", "квітня", "травня", "червня", "липня", "серпня", "вересня", "жовтня",
           "листопада", "грудня"),
}  # fmt: skip


def is_open(library: Library, local: datetime) -> bool:
    """Whether somebody of the steunpunt is there; without known hours nobody is promised."""
    schedule = library.profile.schedule
    return schedule is not None and schedule.is_open(local)


def next_opening(library: Library, local: datetime) -> datetime | None:
    """When somebody will be there again."""
    schedule = library.profile.schedule
    return None if schedule is None else schedule.next_opening(local)


def in_words(moment: datetime, language: Language, now: datetime) -> str:
    """Such as "maandag om 9.00 uur"; with the date when it is more than a week away."""
    known = language if language in _DAYS else "nl"
    day = _DAYS[known][moment.weekday()]
    if (moment.date() - now.date()).days > 6:
        day = f"{day} {moment.day} {_MONTHS[known][moment.month - 1]}"
    clock = f"{moment.hour}.{moment.minute:02}"
    # In the other languages a comma fits behind every sentence, whatever its grammar.
    return {"nl": f"{day} om {clock} uur", "en": f"{day} at {clock}"}.get(known, f"{day}, {clock}")


def day_in_words(day: date, language: Language) -> str:
    """Such as "maandag 4 januari 2027"."""
    known = language if language in _DAYS else "nl"
    return f"{_DAYS[known][day.weekday()]} {day.day} {_MONTHS[known][day.month - 1]} {day.year}"


def open_helplines(library: Library, audience: Audience | None, local: datetime) -> tuple[Contact, ...]:
    """Lines this person may turn to, open at this moment; for somebody we know nothing of, those for everybody."""
    return tuple(
        contact
        for contact in library.contacts.values()
        if _for(contact, audience) and contact.schedule is not None and contact.schedule.is_open(local)
    )


def _for(contact: Contact, audience: Audience | None) -> bool:
    if audience is None:
        return len(contact.helpline_for) == len(Audience)
    return audience in contact.helpline_for
