"""A letter on paper: the day, the subject, the person's own words, and room to sign."""

from html import escape
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer

from bot.adapters.papers.fonts import BOLD, PLAIN, register
from bot.domain.documents import FlowPaper


def letter(document: FlowPaper) -> bytes:
    """A4, as many pages as it needs."""
    register()
    plain = ParagraphStyle("plain", fontName=PLAIN, fontSize=11, leading=16, spaceAfter=9)
    subject = ParagraphStyle("subject", fontName=BOLD, fontSize=11, leading=16, spaceAfter=12)
    made = document.made
    story: list[Flowable] = []
    if made is not None:
        story += [Paragraph(f"{made.day}-{made.month}-{made.year}", plain), Spacer(1, 6 * mm)]
    story.append(Paragraph(f"Onderwerp: {escape(document.title)}", subject))
    for paragraph in document.closing.split("\n\n"):
        story.append(Paragraph(escape(paragraph).replace("\n", "<br/>"), plain))
    buffer = BytesIO()
    margin = 25 * mm
    pages = SimpleDocTemplate(
        buffer, pagesize=A4, leftMargin=margin, rightMargin=margin, topMargin=margin, bottomMargin=margin,
        title=document.title, author="", invariant=1,
    )  # fmt: skip
    pages.build(story)
    return buffer.getvalue()
