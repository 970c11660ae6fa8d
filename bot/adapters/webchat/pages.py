"""The pages themselves and what a browser is told about them. Nothing is inline, nothing comes from elsewhere."""

import json
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from aiohttp import web

from bot.adapters.webchat.identity import new_token
from bot.adapters.webchat.markup import from_markdown, to_html
from bot.dialogue.library import Library
from bot.domain.ids import DUTCH, ENGLISH, Language
from bot.service.visits import Line

_FOLDER = Path(__file__).parent / "page"
_WRITTEN_IN = tuple(
    Language(path.name.split(".")[0]) for path in sorted((Path(__file__).parents[2] / "locale").glob("*.web.ftl"))
)
"""Languages of the page itself: each has a file of its own."""
_FROM_RIGHT = frozenset({"ar", "fa", "he", "ur"})
_WORDS = (
    "me", "bot", "staff", "photo", "save", "missing", "edited", "sending", "offline", "busy", "failed", "too-long",
    "photo-bad", "forgotten", "back-wrong", "back-wait",
)  # fmt: skip
"""Texts the script needs."""
_ABOUT = ("leave", "not", "screen", "tip", "keep", "danger")


def headers(sites: str, *, secure: bool) -> dict[str, str]:
    """For every answer; ``sites`` may show the page in a frame."""
    found = {
        "Cache-Control": "no-store",
        "Content-Security-Policy": f"default-src 'none'; base-uri 'none'; frame-ancestors {sites}",
        "X-Content-Type-Options": "nosniff",
        # An address of ours holds nothing secret, and no other website hears it.
        "Referrer-Policy": "same-origin",
        "Permissions-Policy": "camera=(), microphone=(), geolocation=(), interest-cohort=()",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "X-Robots-Tag": "noindex",
        # Not which program this is, nor its version.
        "Server": "web",
    }
    if secure:
        found["Strict-Transport-Security"] = "max-age=31536000"
    return found


def sites_of(url: str, others: Sequence[str] = ()) -> str:
    """Who may frame the page: itself, the organisation's own website, and others that were named."""
    found = ["'self'"]
    for address in (url, *others):
        parsed = urlsplit(address.strip())
        plain = parsed.netloc.replace(".", "").replace("-", "").replace(":", "").isalnum()
        if parsed.scheme in ("https", "http") and plain and parsed.netloc.isascii():
            found.append(f"{parsed.scheme}://{parsed.netloc}")
            if not parsed.netloc.startswith("www.") and address == url:
                found.append(f"{parsed.scheme}://www.{parsed.netloc}")
    return " ".join(dict.fromkeys(found))


def language_of(asked: str | None, accepted: str | None, library: Library) -> Language:
    """The language of the page: asked for, or the first of the browser's that we have; nothing of it is kept.

    English only when it is asked for: many a phone in Dutch hands is set to it.
    """
    known = [language for language in library.languages if language in _WRITTEN_IN]
    if asked in known:
        return Language(asked or "")
    wanted = [part.split(";")[0].strip()[:2].lower() for part in (accepted or "").split(",")[:8]]
    return next((Language(name) for name in wanted if name in known and name != ENGLISH), DUTCH)


@dataclass(frozen=True, slots=True)
class PlainView:
    """What the page without JavaScript shows."""

    token: str
    lines: Sequence[Line]
    notice: str = ""
    code: str = ""


def chat_page(library: Library, language: Language, base: str, sites: str) -> web.Response:
    """The page; without JavaScript its form still works."""
    return _page(library, language, base, sites, PlainView(token=new_token(), lines=()), fresh=True)


def plain_page(library: Library, language: Language, base: str, sites: str, view: PlainView) -> web.Response:
    """The whole chat as it is now, for a browser without JavaScript."""
    return _page(library, language, base, sites, view, fresh=False)


def about_page(library: Library, language: Language, base: str, sites: str) -> web.Response:
    """What leaving hides and what it does not, in words for children."""

    def say(name: str) -> str:
        return library.texts.say(f"web-{name}", language)

    parts = "".join(to_html(from_markdown(say(f"about-{name}"))) for name in _ABOUT)
    filled = {**_common(library, language, base), "about": parts, "about_title": say("about-title")}
    filled |= {"about_back": say("about-back")}
    return _filled("about.html", filled, sites)


def empty_page(sites: str) -> web.Response:
    """What is left after leaving without JavaScript: nothing."""
    answer = _filled("empty.html", {}, sites)
    answer.headers["Clear-Site-Data"] = '"cache"'
    return answer


def style(library: Library) -> web.Response:
    """The style sheet, in the colour of the organisation."""
    main = library.profile.colours.main
    text = f":root{{--main:{main}}}\n{_file('chat.css')}"
    return _small(web.Response(text=text, content_type="text/css", charset="utf-8"))


def script(name: str) -> web.Response:
    """The script of the page, or the one for other websites."""
    answer = web.Response(text=_file(name), content_type="text/javascript", charset="utf-8")
    if name == "widget.js":
        # Meant to be used by other websites; it holds nothing of anybody.
        answer.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        answer.headers["Cache-Control"] = "public, max-age=300"
    return _small(answer)


def _small(answer: web.Response) -> web.Response:
    """For slow connections; only what holds nothing of anybody, because a size can tell what was repeated (BREACH)."""
    answer.enable_compression()
    return answer


def _page(library: Library, language: Language, base: str, sites: str, view: PlainView, *, fresh: bool) -> web.Response:
    def say(name: str, /, **arguments: str | int) -> str:
        return library.texts.say(f"web-{name}", language, **arguments)

    names = (
        "intro", "more", "message", "send", "attach", "leave", "leave-help", "later", "back", "larger", "close",
        "later-title", "later-text", "later-old", "aloud", "remember", "back-title", "back-text", "back-go", "refresh",
        "messages", "plain", "youth", "parent", "language",
    )  # fmt: skip
    filled = {name.replace("-", "_"): escape(say(name)) for name in names}
    words = {name: say(name, **({"name": "{name}"} if name == "save" else {})) for name in _WORDS}
    filled |= _common(library, language, base)
    filled |= {
        "later_until": escape(say("later-until", hours=library.profile.state_hours)),
        "words": escape(json.dumps(words, ensure_ascii=False), quote=True),
        "token": view.token,
        "id": secrets.token_hex(8),
        "notice": f'<p class="notice" role="status">{escape(view.notice)}</p>' if view.notice else "",
        "given_code": f'<p class="code" role="status">{escape(view.code)}</p>' if view.code else "",
        "lines": "".join(_article(line, words) for line in view.lines),
        "script": f'<script src="{base}/chat.js" nonce="{{nonce}}" defer></script>' if fresh else "",
        "languages": _languages(library, language, base),
    }
    return _filled("chat.html", filled, sites)


def _common(library: Library, language: Language, base: str) -> dict[str, str]:
    return {
        "lang": language,
        "dir": "rtl" if language in _FROM_RIGHT else "ltr",
        "base": escape(base, quote=True),
        "title": escape(library.texts.say("web-title", language)),
    }


def _languages(library: Library, now: Language, base: str) -> str:
    """The other languages, each in its own words."""
    return "".join(
        f'<li><a href="{escape(base, quote=True)}?taal={other}" hreflang="{other}" lang="{other}">'
        f"{escape(library.texts.say('language-name', other))}</a></li>"
        for other in library.languages
        if other != now and other in _WRITTEN_IN
    )


def _filled(name: str, filled: Mapping[str, str], sites: str) -> web.Response:
    nonce = secrets.token_urlsafe(18)
    page = _file(name)
    for key, value in filled.items():
        page = page.replace(f"{{{{{key}}}}}", value)
    page = page.replace("{nonce}", nonce)
    policy = (
        f"default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; img-src data: blob:; "
        f"connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors {sites}; "
        "require-trusted-types-for 'script'; trusted-types 'none'"
    )
    return web.Response(
        text=page, content_type="text/html", charset="utf-8", headers={"Content-Security-Policy": policy}
    )


def _article(line: Line, words: Mapping[str, str]) -> str:
    content = line.content
    who = str(content.get("from", "bot"))
    who = who if who in ("me", "bot", "staff") else "bot"
    inside = f'<p class="who">{escape(words[who])}</p><div class="words" dir="auto">'
    inside += f"{to_html(content.get('nodes', ()))}</div>"
    file = content.get("file")
    if isinstance(file, dict):
        inside += _file_button(file, words)
    for row in content.get("buttons", ()):
        cells = "".join(_button(button, line.number) for button in row)
        inside += f'<div class="row">{cells}</div>'
    return f'<li><article data-from="{who}">{inside}</article></li>'


def _file_button(file: Mapping[str, Any], words: Mapping[str, str]) -> str:
    if file.get("missing"):
        return f"<p>{escape(words['missing'])}</p>"
    label = words["save"].replace("{name}", str(file.get("name", "")))
    return f'<button name="file" value="{escape(str(file.get("id", "")), quote=True)}">{escape(label)}</button>'


def _button(button: Mapping[str, Any], number: int) -> str:
    label, danger = escape(str(button.get("label", ""))), " class=danger" if button.get("danger") else ""
    if "url" in button:
        address = escape(str(button["url"]), quote=True)
        return f'<a class="button" href="{address}" rel="noopener noreferrer" target="_blank">{label}</a>'
    choice = escape(str(button.get("choice", "")), quote=True)
    # The label travels along so that the chat shows what was chosen; what it does is in the choice alone.
    return (
        f'<input type="hidden" name="label-{choice}" value="{escape(str(button.get("label", "")), quote=True)}">'
        f'<button name="choice" value="{choice}"{danger} data-on="{number}">{label}</button>'
    )


@cache
def _file(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")
