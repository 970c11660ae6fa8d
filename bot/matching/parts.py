"""Several questions in one message: where it could be cut."""

import re

from bot.text.folding import words
from bot.text.sentences import sentences

MOST_PARTS = 4
"""More questions than this in one message are better handled one by one."""

_FEWEST_WORDS = 3
_ASKING_DUTCH = (
    "hoe wat wie waar wanneer waarom welke hoeveel waarvoor mag mogen kan kunnen kun moet moeten is zijn heb heeft "
    "hebben krijg krijgt krijgen ben bent wil wilt zou zouden doet doen wordt worden hoort bestaat betaalt helpt"
)
_ASKING_ENGLISH = "how what who where when why which can may must should is are do does did will would could"
_ASKING = frozenset(f"{_ASKING_DUTCH} {_ASKING_ENGLISH}".split())
_JOINT = re.compile(
    r"[,;]?\s+(?:(?:en|and)\s+(?:ook|verder|daarnaast|dan nog|nog (?:een vraag|iets|wat)|also)\b,?\s*|"
    r"(?:en|and)\s+(?=(?:hoe|wat|wie|waar|wanneer|mag|kan|moet|how|what|who|where|when|can|may|must)\b))",
    re.IGNORECASE,
)
_LISTED = re.compile(r"^\s*(?:[-*•–]|\(?\d{1,2}[.):])\s+", re.MULTILINE)


def question_parts(text: str) -> list[str]:
    """Return the questions ``text`` could be cut into; a single one (or none) means there is nothing to cut.

    A story stays with the question after it: "Mijn zoon is geschorst. Mag dat?" is one part. A list is cut at its
    points.
    """
    listed = len(_LISTED.findall(text)) > 1
    parts: list[str] = []
    story: list[str] = []
    for sentence in sentences(text):
        for piece in (part.strip(" ,;") for part in _JOINT.split(sentence)):
            if not piece:
                continue
            story.append(piece)
            if listed or (_asks(piece) and len(words(piece)) >= _FEWEST_WORDS):
                parts.append(" ".join(story))
                story = []
    if story and parts:
        parts[-1] = " ".join([parts[-1], *story])
    elif story:
        parts = [" ".join(story)]
    return parts[:MOST_PARTS]


def _asks(piece: str) -> bool:
    read = [word for word in words(piece) if word not in ("en", "maar", "and", "but", "dan", "dus", "so")]
    return "?" in piece or bool(read and read[0] in _ASKING)
