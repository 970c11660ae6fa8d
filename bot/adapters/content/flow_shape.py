"""Which fields a flow file may have, of what kind, and what each is for.

The one source for the loader (what it accepts), for ``flows/schema.json`` (what an editor is offered while typing) and
for the help shown there.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.adapters.content.layers import NATIONAL


class Kind(StrEnum):
    """What stands behind a field."""

    TEXT = "text"
    """One text; a whole number counts as text."""
    NAME = "name"
    """Small letters, digits and underscores."""
    TEXTS = "texts"
    """A text per language, or one text, which is Dutch then."""
    NAMES = "names"
    """A list of texts."""
    FLAG = "flag"
    NUMBER = "number"
    DAY = "day"
    VALUE = "value"
    """A text, a whole number, or nothing."""
    AUDIENCES = "audiences"
    SLOT_TYPE = "slot_type"
    DOCUMENT = "document"
    DIRECTION = "direction"
    UNIT = "unit"
    DOUBT = "doubt"
    TAKES = "takes"
    SPAN = "span"
    """A span of days: ``7-28``, or ``29-`` for longer."""
    START = "start"
    SLOTS = "slots"
    OPTIONS = "options"
    ARMS = "arms"
    STEPS = "steps"


@dataclass(frozen=True, slots=True)
class Field:
    """One field; ``help`` is Dutch, for who types the file."""

    kind: Kind
    help: str
    required: bool = False
    """Must be there, with something in it."""


Shape = Mapping[str, Field]

SLOT_TYPES: Mapping[str, str] = {
    "choice": "één keuze uit 'options'",
    "multi": "meer keuzes uit 'options', met een knop Klaar",
    "yes_no": "ja of nee",
    "text": "eigen woorden, hooguit 'max' tekens",
    "number": "een heel getal, van 'min' tot 'max'",
    "date": "een dag: \"morgen\", \"12 maart\", \"over 2 weken\"",
    "scale": "een cijfer van 1 tot 10; wordt een balk op een blad of plaat",
}  # fmt: skip
CLOSED = ("choice", "multi")
"""Kinds of answers that need options; the others have none."""

DOCUMENTS: Mapping[str, str] = {
    "sheet": "een gespreksblad (A4, pdf)",
    "picture": "een praatplaat (plaatje)",
    "card": "een kaart (A5, pdf)",
    "calendar": "een agenda-bestand met de datums",
    "letter": "een brief of mail: 'text' is de brief, met {slot} voor eigen woorden (pdf, en tekst om te kopiëren)",
}

DIRECTIONS: Mapping[str, str] = {
    "past": "een dag die geweest is: de datum van een brief, sinds wanneer",
    "future": "een dag die nog komt: een gesprek, een afspraak",
}
UNITS: Mapping[str, str] = {
    "days": "dagen", "school_days": "schooldagen (een week is er vijf)", "weeks": "weken", "months": "maanden",
    "years": "jaren", "hours": "uren",
}  # fmt: skip
DOUBTS: Mapping[str, str] = {"ja": "telt als ja", "nee": "telt als nee"}
TAKES: Mapping[str, str] = {
    "yes": "ook voor wie alleen ja zegt",
    "no": "ook voor wie alleen nee zegt",
    "doubt": "ook voor wie het niet weet",
    "unclear": "voor alles wat niet duidelijk iets anders is; nee moet dan duidelijk gezegd zijn",
}
SPAN = r"\d{1,4}-(\d{1,4})?"

START: Shape = {
    "words": Field(Kind.NAMES, "Als iemand dit typt, begint het stappenplan vanzelf."),
}

OPTION: Shape = {
    "id": Field(Kind.NAME, "De naam van deze keuze, voor voorwaarden.", required=True),
    "label": Field(Kind.TEXTS, "Wat op de knop staat (hooguit 40 tekens).", required=True),
    "also": Field(Kind.NAMES, "Zo typen mensen het ook."),
    "was": Field(Kind.NAMES, "Hoe deze keuze vroeger heette."),
    "takes": Field(Kind.TAKES, "Welke antwoorden zonder deze woorden hier ook bij horen: yes, no, doubt, unclear."),
    "days": Field(Kind.SPAN, 'Bij "hoe lang": hoeveel dagen dit is, als "7-28", of "29-" voor langer.'),
}

SLOT: Shape = {
    "name": Field(Kind.NAME, "De naam van dit antwoord, voor stappen en als {naam} in teksten.", required=True),
    "type": Field(Kind.SLOT_TYPE, "Wat voor antwoord het is.", required=True),
    "label": Field(Kind.TEXTS, "Hoe dit antwoord heet in een overzicht of op een blad.", required=True),
    "options": Field(Kind.OPTIONS, "De keuzes, bij choice en multi: minstens twee."),
    "min": Field(Kind.NUMBER, "Het laagste getal."),
    "max": Field(Kind.NUMBER, "Het hoogste getal, of bij tekst: het grootste aantal tekens."),
    "unit": Field(Kind.UNIT, "Bij number: wat er geteld wordt. Wie een andere maat typt, krijgt hem omgerekend."),
    "doubt": Field(Kind.DOUBT, 'Bij yes_no: waar "weet ik niet" voor telt. Zonder dit wordt er doorgevraagd.'),
    "shared": Field(Kind.FLAG, "false: dit antwoord gaat nooit naar medewerkers."),
    "note": Field(Kind.TEXT, "Een opmerking voor collega's. De bot laat hem niet zien."),
}  # fmt: skip

ARM: Shape = {
    "if": Field(
        Kind.TEXT,
        "De voorwaarde, bijvoorbeeld: duur is weken · duur in [weken, lang] · cijfer >= 3 · and, or, not en haakjes.",
        required=True,
    ),
    "goto": Field(Kind.TEXT, "De stap waar het dan heen gaat: een id, end, menu of flow:naam.", required=True),
}

LAST_ARM: Shape = {
    "else": Field(Kind.TEXT, "De stap als niets hierboven waar is. Staat altijd onderaan.", required=True),
}

FLOW: Shape = {
    "flow": Field(Kind.NAME, "De naam van het stappenplan, gelijk aan de bestandsnaam.", required=True),
    "title": Field(Kind.TEXTS, "Hoe het stappenplan heet in het menu.", required=True),
    "audience": Field(Kind.AUDIENCES, "Voor wie: ouder, jongere of allebei.", required=True),
    "owner": Field(Kind.TEXT, "Wie over de inhoud gaat.", required=True),
    "review_by": Field(Kind.DAY, 'Wanneer je het weer naleest, als "2027-05-01".', required=True),
    "start": Field(Kind.START, "Hoe het stappenplan begint."),
    "menu": Field(Kind.FLAG, "false: staat niet in het menu."),
    "survey": Field(Kind.FLAG, "true: een vragenlijst; de antwoorden worden geteld, zonder wie ze gaf."),
    "draft": Field(Kind.FLAG, "true: een concept. Alleen medewerkers spelen het, met /test in de groep."),
    NATIONAL: Field(Kind.TEXT, "In een eigen map: het kenmerk van het landelijke stappenplan dat dit vervangt."),
    "slots": Field(Kind.SLOTS, "De antwoorden, elk met een naam.", required=True),
    "steps": Field(Kind.STEPS, "De stappen, van boven naar beneden.", required=True),
    "sources": Field(Kind.NAMES, "Waar de inhoud vandaan komt. De bot laat het niet zien."),
    "note": Field(Kind.TEXT, "Een opmerking voor collega's. De bot laat hem niet zien."),
}

_PLACE: Shape = {
    "id": Field(Kind.NAME, "De naam van deze stap. Nodig als een andere stap ernaar verwijst."),
    "note": Field(Kind.TEXT, "Een opmerking voor collega's. De bot laat hem niet zien."),
}
_GOES_ON: Shape = {
    **_PLACE,
    "then": Field(
        Kind.TEXT, "Ga hierna naar deze stap in plaats van naar de volgende regel: een id, end, menu of flow:naam."
    ),
}

STEPS: Mapping[str, Shape] = {
    "say": {"say": Field(Kind.TEXTS, "Zeg iets.", required=True), **_GOES_ON},
    "ask": {
        "ask": Field(Kind.TEXT, "Stel een vraag en wacht. Noem het slot waar het antwoord in komt.", required=True),
        "text": Field(Kind.TEXTS, "De vraag.", required=True),
        "again": Field(Kind.TEXTS, "De vraag in het kort, als hij nog een keer komt."),
        "help": Field(Kind.TEXTS, 'Het antwoord op "waarom?".'),
        "skip": Field(Kind.FLAG, "true: deze vraag mag overgeslagen worden."),
        "interrupt": Field(Kind.FLAG, "false: geen vraag tussendoor."),
        "direction": Field(Kind.DIRECTION, "Bij een datum: gaat het over past (geweest) of future (komt nog)?"),
        "was": Field(Kind.NAMES, "Hoe deze stap vroeger heette."),
        **_GOES_ON,
    },
    "review": {
        "review": Field(Kind.NAMES, "Laat deze antwoorden zien, met knoppen om te wijzigen."),
        "text": Field(Kind.TEXTS, "Wat erboven staat.", required=True),
        **_GOES_ON,
    },
    "faq": {"faq": Field(Kind.TEXT, "Geef dit antwoord uit de FAQ. Noem de id.", required=True), **_GOES_ON},
    "branch": {
        "branch": Field(Kind.ARMS, "Kies een weg: de eerste die waar is. Onderaan staat else.", required=True),
        **_PLACE,
    },
    "set": {
        "set": Field(Kind.TEXT, "Vul zelf iets in. Noem het slot.", required=True),
        "to": Field(Kind.VALUE, "Wat erin komt. Leeg maakt het slot leeg."),
        **_GOES_ON,
    },
    "date": {
        "date": Field(Kind.TEXT, "Reken met dagen. Noem het slot waar de dag in komt.", required=True),
        "from": Field(Kind.TEXT, "Vanaf welke dag: today, of een slot met een datum.", required=True),
        "days": Field(Kind.NUMBER, "Zoveel dagen later."),
        "weeks": Field(Kind.NUMBER, "Zoveel weken later."),
        "months": Field(Kind.NUMBER, "Zoveel maanden later."),
        **_GOES_ON,
    },
    "call": {"call": Field(Kind.TEXT, "Doe een ander stappenplan en kom terug.", required=True), **_GOES_ON},
    "goto": {"goto": Field(Kind.TEXT, "Ga naar een stap, end, menu of flow:naam.", required=True), **_PLACE},
    "handoff": {
        "handoff": Field(Kind.NAMES, "Bied een mens aan. Deze antwoorden gaan mee; de vrager ziet ze eerst."),
        "text": Field(Kind.TEXTS, "De vraag of iemand een mens wil spreken."),
        "urgent": Field(Kind.FLAG, "true: dit heeft haast."),
        **_GOES_ON,
    },
    "remind": {
        "remind": Field(
            Kind.TEXT, "Stuur later één bericht, alleen als dit ja/nee-slot 'ja' is.", required=True
        ),
        "days": Field(Kind.NUMBER, "Na hoeveel dagen, of met 'before': hoeveel dagen ervoor.", required=True),
        "before": Field(Kind.TEXT, "Een slot met een datum: tel de dagen daarvoor."),
        "text": Field(Kind.TEXTS, "Het bericht.", required=True),
        **_GOES_ON,
    },
    "document": {
        "document": Field(Kind.DOCUMENT, "Maak iets om mee te nemen.", required=True),
        "title": Field(Kind.TEXTS, "De titel.", required=True),
        "slots": Field(Kind.NAMES, "De antwoorden die erop komen.", required=True),
        "text": Field(Kind.TEXTS, "Een zin onderaan; bij letter de hele brief."),
        **_GOES_ON,
    },
    "signal": {
        "signal": Field(Kind.NAMES, "Stuur het team een kaart zonder naam, met deze antwoorden. Niemand antwoordt."),
        **_GOES_ON,
    },
    "mark": {
        "mark": Field(Kind.TEXT, "Tel onder deze naam hoe vaak iemand hier langskomt, nooit wie.", required=True),
        **_GOES_ON,
    },
    "end": {
        "end": Field(Kind.TEXT, "Klaar. Hoe het afliep, in één woord."),
        "text": Field(Kind.TEXTS, "Het laatste woord."),
        **_PLACE,
    },
}  # fmt: skip


def required(shape: Shape, *, but: Iterable[str] = ()) -> tuple[str, ...]:
    """Names of the fields that must be there."""
    left_out = tuple(but)
    return tuple(name for name, field in shape.items() if field.required and name not in left_out)
