"""A small help desk of our own to ask questions of."""

from functools import cache

from bot.domain.audience import Audience
from bot.domain.ids import DUTCH, ENGLISH, EntryId
from bot.matching.corpus import Corpus, SmallTalk, Term
from bot.matching.entry import Entry
from bot.matching.matcher import Matcher

EVERYBODY = frozenset(Audience)


def entry(
    name: str,
    *dutch: str,
    english: tuple[str, ...] = (),
    audiences: frozenset[Audience] = EVERYBODY,
    delicate: bool = False,
) -> Entry:
    questions = {DUTCH: dutch} | ({ENGLISH: english} if english else {})
    return Entry(id=EntryId(name), audiences=audiences, title={}, questions=questions, answer={}, delicate=delicate)


ENTRIES = (
    entry(
        "tlv_aanvragen",
        "hoe vraag je een tlv aan",
        "wie regelt de toelaatbaarheidsverklaring",
        "school moet een tlv aanvragen voor het speciaal onderwijs",
        "aanvraag tlv bij het samenwerkingsverband",
        "hoe krijgt mijn kind een plek op het speciaal onderwijs",
        english=("how do i apply for a tlv", "who requests special education", "permission for a special school"),
    ),
    entry(
        "leerlingenvervoer",
        "wie betaalt de taxi naar school",
        "leerlingenvervoer aanvragen bij de gemeente",
        "mijn kind kan niet zelf met de bus reizen",
        "vergoeding voor vervoer naar een school ver weg",
        "hoe komt zij elke dag op die school twintig kilometer verderop",
        english=(
            "who pays for the taxi to school",
            "school transport for my child",
            "travel costs to a school far away",
        ),
    ),
    entry(
        "pesten",
        "mijn zoon wordt gepest in de klas",
        "klasgenoten schelden haar elke dag uit",
        "wat doet school tegen pesten",
        "ze sluiten mijn dochter buiten op het schoolplein",
        "hij krijgt nare berichten van kinderen uit zijn groep",
        english=("my son is bullied", "classmates call her names", "what does the school do against bullying"),
        audiences=frozenset({Audience.PARENT}),
    ),
    entry(
        "j_gepest",
        "ik word gepest op school",
        "ze lachen me altijd uit in de klas",
        "niemand wil met mij samenwerken",
        "ik krijg gemene appjes van klasgenoten",
        "wat kan ik doen tegen pesten",
        audiences=frozenset({Audience.YOUTH}),
    ),
    entry(
        "somber",
        "ik voel me al weken somber",
        "ik heb nergens meer zin in",
        "ik huil elke avond in bed",
        "mijn kind is zo verdrietig de laatste tijd",
        "ik ben de hele dag moe en leeg",
        delicate=True,
    ),
    entry(
        "opp_inzien",
        "mag ik het opp van mijn kind lezen",
        "ontwikkelingsperspectief opvragen",
        "school laat mij het plan niet zien",
        "wat staat er in het opp",
        "moet ik het ontwikkelingsperspectief ondertekenen",
        english=("can i read the development plan", "what is in the opp", "do i have to sign the plan"),
    ),
)

CORPUS = Corpus(
    entries=ENTRIES,
    smalltalk=(
        SmallTalk(id="dank", phrasings={DUTCH: ("bedankt", "dank je wel", "super fijn dankjewel", "thanks")}),
        SmallTalk(id="hallo", phrasings={DUTCH: ("hallo", "hoi", "goedemorgen", "hey")}),
        SmallTalk(id="mens", phrasings={DUTCH: ("ben je een mens", "praat ik met een robot", "ben jij een computer")}),
    ),
    not_for_us={
        DUTCH: (
            "wat voor weer wordt het morgen",
            "hoeveel is twaalf keer zeven",
            "wat is de hoofdstad van frankrijk",
            "wanneer krijg ik kinderbijslag",
            "hoe laat speelt ajax vanavond",
            "schrijf een werkstuk over vulkanen",
        )
    },
    glossary=(Term(forms=("opp", "ontwikkelingsperspectief")), Term(forms=("tlv", "toelaatbaarheidsverklaring"))),
)


@cache
def matcher() -> Matcher:
    return Matcher.prepare(CORPUS)
