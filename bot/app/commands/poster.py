"""``poster``: paper for a hallway and a button for a website, with a link that opens the bot at the right place."""

import sys
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from bot.adapters.content.library import Content
from bot.adapters.content.texts import packaged_texts
from bot.app.library import checked_content
from bot.authoring.drawing.poster import Helpline, PaperSize, Poster, poster_pdf, poster_png
from bot.authoring.drawing.snippet import Snippet, snippet_html
from bot.dialogue.library import Localised, localised
from bot.domain.audience import Audience
from bot.domain.colours import LEAST_CONTRAST, contrast
from bot.domain.deeplinks import EXAMPLE_BOT, deep_link
from bot.domain.errors import SettingsError
from bot.domain.ids import DUTCH, ContactId, FlowId, Language

_PEOPLE = {Audience.PARENT: "ouders", Audience.YOUTH: "jongeren"}
_LINES = (ContactId("kindertelefoon"), ContactId("113"))
"""Helplines on a poster for young people, as far as ``faq/contacts.yaml`` has them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What somebody typed behind ``poster``."""

    audience: str
    language: str = "nl"
    topic: str | None = None
    flow: str | None = None
    size: str = "a4"
    bot: str | None = None
    channel: str = "telegram"
    """``web`` leads to the chat page instead."""
    address: str | None = None
    """Of the chat page."""


def poster_command(wanted: Request, root: Path | None, output: Path) -> int:
    """Write a PDF, a picture or HTML, whichever the name of ``output`` ends in."""
    ending = output.suffix.lower()
    if ending not in (".pdf", ".png", ".html"):
        raise SettingsError(f"Geef een naam die eindigt op .pdf, .png of .html; '{output.name}' doet dat niet.")
    content = checked_content(root)
    if ending == ".html":
        made = snippet_html(snippet_of(content, wanted)).encode("ascii")
    else:
        paper = poster_of(content, wanted)
        made = (poster_pdf if ending == ".pdf" else poster_png)(paper, PaperSize(wanted.size))
    try:
        output.write_bytes(made)
    except OSError as error:
        raise SettingsError(f"{output} is niet te schrijven. Bestaat de map, en mag je er schrijven?") from error
    print(f"{output} staat klaar. De link: {link_of(content, wanted)}")
    if content.profile.example:
        print(
            "Let op: in steunpunt.yaml staat nog 'example: true'. Naam, nummer en bot zijn dus nog het voorbeeld.",
            file=sys.stderr,
        )
    return 0


def poster_of(content: Content, wanted: Request) -> Poster:
    """The words of the poster; raises ``SettingsError`` for what does not exist."""
    profile, audience, language = content.profile, Audience(wanted.audience), Language(wanted.language)
    _readable(content)

    def say(name: str) -> str:
        return packaged_texts().say(name, language, audience=audience, channel=wanted.channel)

    young = audience is Audience.YOUTH
    return Poster(
        organisation=profile.name,
        kind=say("poster-kind"),
        title=title_of(content, wanted),
        promise=say("poster-promise"),
        steps=(say("poster-step-scan"), say("poster-step-start"), say("poster-step-type")),
        explanation=say("poster-computer"),
        notes=(say("poster-telegram"), *((say("poster-later"),) if young else ())),
        link=link_of(content, wanted),
        address_before=say("poster-address"),
        call=say("poster-call"),
        phone=profile.phone,
        hours=localised(profile.hours_text, language, audience),
        danger=say("poster-danger") if young else "",
        helplines=_helplines(content, language) if young else (),
        colours=profile.colours,
    )


def snippet_of(content: Content, wanted: Request) -> Snippet:
    """The words of the button and the newsletter."""
    texts, language, organisation = packaged_texts(), Language(wanted.language), content.profile.name
    _readable(content)
    link, title = link_of(content, wanted), title_of(content, wanted)
    if not title.endswith(("?", "!", ".")):
        title += "."
    return Snippet(
        language=wanted.language,
        button=texts.say("snippet-button", language),
        spoken=texts.say("snippet-spoken", language, organisation=organisation, channel=wanted.channel),
        note=texts.say("snippet-note", language, channel=wanted.channel),
        newsletter=texts.say(
            "snippet-newsletter", language, title=title, organisation=organisation, link=link, channel=wanted.channel
        ),
        link=link,
        colours=content.profile.colours,
    )


def link_of(content: Content, wanted: Request) -> str:
    """The deep link: to a topic, a flow, or the menu of the audience; on the web to the page, whatever it is about."""
    if wanted.channel == "web":
        return _page_of(wanted)
    name = wanted.bot if wanted.bot is not None else content.profile.telegram
    if name.lower() == EXAMPLE_BOT:
        # Anybody can register it: what hangs in a school must not lead to them.
        raise SettingsError(
            f"'{name}' is de naam uit het voorbeeld; daar kan iemand anders achter zitten. Geef --bot met de naam van "
            "jullie eigen bot, of zet die naam in steunpunt.yaml bij 'telegram'."
        )
    if not name:
        raise SettingsError(
            "Hoe heet jullie bot in Telegram? Geef --bot NAAM, of zet 'telegram: naam_van_de_bot' in steunpunt.yaml."
        )
    place = (
        f"faq_{wanted.topic}" if wanted.topic is not None else f"flow_{wanted.flow}" if wanted.flow is not None else ""
    )
    language = "" if wanted.language == DUTCH else f"-{wanted.language}"
    return deep_link(name, f"{place or wanted.audience}{language}")


def _page_of(wanted: Request) -> str:
    """No topic stands in it: an address stays in the history of a phone."""
    parsed = urlsplit(wanted.address or "")
    if parsed.scheme != "https" or not parsed.hostname or parsed.query or parsed.fragment or "@" in parsed.netloc:
        raise SettingsError(
            "Waar staat jullie chat? Geef --address met het hele adres, zoals https://chat.jullie-steunpunt.nl/chat."
        )
    return f"https://{parsed.netloc}{parsed.path}" + ("" if wanted.language == DUTCH else f"?taal={wanted.language}")


def title_of(content: Content, wanted: Request) -> str:
    """The question above the poster, in the language of the poster."""
    audience = Audience(wanted.audience)
    if wanted.topic is not None:
        entry = next((located.entry for located in content.entries if located.entry.id == wanted.topic), None)
        if entry is None:
            raise SettingsError(f"De vraag '{wanted.topic}' bestaat niet. De id's staan in faq/ achter 'id:'.")
        _for(audience, entry.audiences, f"De vraag '{wanted.topic}'")
        entry = content.translations.added_to(entry, unreviewed=content.profile.unreviewed_translations)
        return _title({str(key): text for key, text in entry.title.items()}, wanted, f"De vraag '{wanted.topic}'")
    if wanted.flow is not None:
        flow = content.flows.get(FlowId(wanted.flow))
        if flow is None:
            names = ", ".join(sorted(content.flows)) or "geen"
            raise SettingsError(f"Het stappenplan '{wanted.flow}' bestaat niet. Er is: {names}.")
        _for(audience, flow.audiences, f"Het stappenplan '{wanted.flow}'")
        return _title(flow.title, wanted, f"Het stappenplan '{wanted.flow}'")
    return packaged_texts().say("poster-title", Language(wanted.language), audience=audience)


def _for(audience: Audience, audiences: frozenset[Audience], what: str) -> None:
    if audience not in audiences:
        others = " en ".join(_PEOPLE[one] for one in sorted(audiences))
        raise SettingsError(f"{what} is voor {others}. Kies --audience {min(audiences)}.")


def _title(title: Localised, wanted: Request, what: str) -> str:
    if wanted.language not in title and f"{wanted.language}@{wanted.audience}" not in title:
        raise SettingsError(f"{what} heeft nog geen titel in deze taal. Vul 'title' aan met '{wanted.language}'.")
    return localised(title, Language(wanted.language), Audience(wanted.audience))


def _readable(content: Content) -> None:
    main = content.profile.colours.main
    if contrast(main, "#ffffff") < LEAST_CONTRAST:
        raise SettingsError(
            f"Witte letters op {main} lezen slecht. Kies een donkerder kleur bij 'colours' in steunpunt.yaml."
        )


def _helplines(content: Content, language: Language) -> tuple[Helpline, ...]:
    found = (content.contacts[name] for name in _LINES if name in content.contacts)
    lines = []
    for contact in found:
        name = localised(contact.name, language)
        # "113 Zelfmoordpreventie 113" would puzzle people.
        number = "" if contact.phone in name else contact.phone
        if contact.phone:
            lines.append(Helpline(name=name, phone=number, what=localised(contact.what, language)))
    return tuple(lines)
