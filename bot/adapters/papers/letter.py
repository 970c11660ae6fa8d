"""A letter on paper: the day, the subject, the person's own words, and room to sign."""

from html import escape
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer

from bot.adapters.papers.fonts import BOLD, PLAIN, register
from bot.adapters.papers.right_to_left import holds_right_to_left, lines_in_order
from bot.domain.documents import FlowPaper


def letter(document: FlowPaper) -> bytes:
    """A4, as many pages as it needs."""
    register()
    plain = ParagraphStyle("plain", fontName=PLAIN, fontSize=11, leading=16, spaceAfter=9)
    subject = ParagraphStyle("subject", fontName=BOLD, fontSize=11, leading=16, spaceAfter=12)
    margin = 25 * mm
    width = A4[0] - 2 * margin - 16

    def written(text: str, style: ParagraphStyle) -> Paragraph:
        lines = text.split("\n")
        if holds_right_to_left(text):
            lines = lines_in_order(text, width, style.fontName, style.fontSize, right=False)
        return Paragraph("<br/>".join(map(escape, lines)), style)

    made = document.made
    story: list[Flowable] = []
    if made is not None:
        story += [written(f"{made.day}-{made.month}-{made.year}", plain), Spacer(1, 6 * mm)]
    story.append(written(f"Onderwerp: {document.title}", subject))
    story += [written(paragraph, plain) for paragraph in document.closing.split("\n\n")]
    buffer = BytesIO()
    pages = SimpleDocTemplate(
        buffer, pagesize=A4, leftMargin=margin, rightMargin=margin, topMargin=margin, bottomMargin=margin,
        title=document.title, author="", invariant=1,
    )  # fmt: skip
    pages.build(story)
    return buffer.getvalue()
