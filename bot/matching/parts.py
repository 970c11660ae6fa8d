"""Several questions in one message: where it could be cut."""

import re

from bot.text.sentences import sentences

MOST_PARTS = 4
"""More questions than this in one message are better handled one by one."""

_FEWEST_WORDS = 3
_JOINT = re.compile(
    r"[,;]?\s+(?:en (?:ook|verder|daarnaast|dan nog|nog (?:een vraag|iets|wat)|hoe|wat|wie|waar|wanneer|mag|kan|moet)|"
    r"and (?:also|how|what|who|where|when|can|may|must))\b(?=\s)",
    re.IGNORECASE,
)
_KEPT_WITH_THE_REST = re.compile(
    r"^(?:,|;)?\s+(?:en|and)\s+(?=(?:hoe|wat|wie|waar|wanneer|mag|kan|moet|how|what|who|where|when|can|may|must)\b)",
    re.IGNORECASE,
)


def question_parts(text: str) -> list[str]:
    """Return the pieces of ``text`` that could each be a question: sentences, listed points, what follows "en ook".

    A single piece means there is nothing to cut. Pieces of under three words stay with the one before.
    """
    pieces: list[str] = []
    for sentence in sentences(text):
        for piece in _cut(sentence):
            if pieces and len(piece.split()) < _FEWEST_WORDS:
                pieces[-1] = f"{pieces[-1]} {piece}"
            else:
                pieces.append(piece)
    return pieces[:MOST_PARTS] if len(pieces) > 1 else pieces


def _cut(sentence: str) -> list[str]:
    pieces: list[str] = []
    start = 0
    for joint in _JOINT.finditer(sentence):
        pieces.append(sentence[start : joint.start()].strip(" ,;"))
        kept = _KEPT_WITH_THE_REST.match(joint.group())
        start = joint.start() + kept.end() if kept else joint.end()
    pieces.append(sentence[start:].strip(" ,;"))
    return [piece for piece in pieces if piece]
