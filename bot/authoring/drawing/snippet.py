"""A button for a website and a line for a newsletter: plain HTML that works wherever it is pasted."""

from dataclasses import dataclass
from html import escape

from bot.domain.colours import Colours


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    """The words around one link."""

    language: str
    button: str
    spoken: str
    """The button for who hears the page; begins with the words on it (WCAG 2.2, 2.5.3)."""
    note: str
    newsletter: str
    link: str
    colours: Colours


def snippet_html(snippet: Snippet) -> str:
    """A button, a note and a line of text; no script, no style sheet, nothing fetched, only ASCII signs."""
    button = (
        f"display:inline-block;padding:14px 28px;border-radius:28px;background:{snippet.colours.main};color:#ffffff;"
        "font:bold 18px/1.3 sans-serif;text-decoration:underline"
    )
    note = "margin:8px 0 0;max-width:36em;font:16px/1.5 sans-serif"
    link = (
        f'<a href="{escape(snippet.link)}" rel="noreferrer" aria-label="{escape(snippet.spoken)}" style="{button}">'
        f"{escape(snippet.button)}</a>"
    )
    lines = (
        f'<div lang="{escape(snippet.language)}">',
        link,
        f'<p style="{note}">{escape(snippet.note)}</p>',
        "</div>",
        f'<p lang="{escape(snippet.language)}">{escape(snippet.newsletter)}</p>',
    )
    # Escaped accents survive a page that says nothing about its encoding.
    return "\n".join(lines).encode("ascii", "xmlcharrefreplace").decode("ascii") + "\n"
