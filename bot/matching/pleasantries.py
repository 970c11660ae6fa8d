"""Greetings, thanks and other wrapping around a question, Dutch and English, that say nothing of what is asked."""

import re

_GREETING = (
    r"(?:hoi )?hoi|hai|hallo|hallootjes|hey|hee|he|heej|hi|hello|yo|ola|dag|beste|geachte|lieve|dear",
    r"goede?n? ?(?:morgen|middag|avond|dag)|good (?:morning|afternoon|evening)",
    r"mevrouw|meneer|mensen|allemaal|dames en heren|steunpunt|team|bot|daar|there|sorry|uhm?|ehm?|nou",
)
_ANNOUNCEMENT = (
    r"(?:ff|even|effe|kleine?|snelle?) (?:een )?(?:kleine? )?vraag(?:je)?|vraagje",
    r"ik (?:heb|had|zit met) (?:even |ff )?(?:een |nog een |n )?(?:kleine? )?vraag(?:je)?(?: voor (?:u|je|jullie))?",
    r"(?:mag|kan) ik (?:iets|wat|jullie iets|je wat) vragen|(?:ik )?(?:vroeg|vraag) (?:me|mij) af(?: of)?",
    r"(?:kunt u|kun je|kunnen jullie) (?:me|mij) helpen",
    r"i (?:have|had|got) (?:a|one) (?:quick )?question|can i ask (?:you )?something|can you help me",
)
_THANKS = (
    r"alvast (?:heel erg |erg )?(?:bedankt|dank|thanks)|bij voorbaat dank|bvd|dank(?: je| u)?(?: wel)?",
    r"dankjewel|dankuwel|bedankt|thanks|thank you|thx|tnx|hoor|please|pls|plz|aub|al[st]+ublieft|alsjeblieft",
    r"asjeblieft|svp|xx*",
)
_SIGNATURE = (
    r"groet(?:en|jes)?(?: \w+)?|gr(?: [^\W\d]+)?|mvg(?: \w+)?|kind regards(?: \w+)?",
    r"met vriendelijke groet(?:en)?(?: \w+){0,2}",
)

_OPENING = re.compile(rf"^(?:(?:{'|'.join((*_GREETING, *_ANNOUNCEMENT))})\b ?)+")
_CLOSING = re.compile(rf"(?: ?\b(?:{'|'.join((*_THANKS, *_SIGNATURE))}))+$")


def without_pleasantries(folded: str) -> str:
    """Return ``folded`` text without opening greetings and closing thanks, or unchanged when nothing else is left."""
    bare = _CLOSING.sub("", _OPENING.sub("", folded)).strip()
    return bare or folded
