"""Four people more, of a second trial: what they typed went wrong, and must not any more. Rows as in ``visitors``."""

from tests.conversations.visitors import Visitor

AGAIN = (
    Visitor(
        "grandmother who wants to be called",
        None,
        """
goedenavond, ik ben oma van een jongen van 9 => voor iemand anders.*(?s:.)*@audience=ouder
hij wordt gepest, mag ik met school praten? => @entry=pesten
en als school niets zegt => klacht|niet
kan iemand mij bellen => Zal ik dit doorgeven
ja => Op welk nummer
06 1234 => nog een keer
0612345678 => Lees ik het goed
ja graag => ziet nu je nummer
hallo? => Bewaard
gesprek stoppen => gestopt
goed => Daar leren we van
bedankt lieve bot => Graag gedaan
""",
    ),
    Visitor(
        "angry father in half sentences",
        "ouder",
        """
mijn zoon is geschorst, hij schold een meester uit => @entry=schorsing
mag dat gewoon => Over \\*\\*Mijn kind is geschorst
hoe lang mag dat => week|weken|hierboven
en als ze te laat antwoorden => bezwaar|hierboven|niet
ik wil bezwaar maken => @entry=bezwaar
wanneer moet dat => weken
laat me gewoon iemand spreken => Zal ik dit doorgeven
nee laat maar => niets door
wie kan mij helpen => Wat is er aan de hand|wie
wat moet ik nou => .
ok => .
doei => Tot ziens
""",
    ),
    Visitor(
        "mother with a long story",
        "ouder",
        """
Mijn dochter van 12 zit al vijf weken thuis. Ze wordt op school gepest door meiden uit haar klas. En school heeft zonder ons een OPP gemaakt waar wij het niet mee eens zijn. => Ik lees (twee|drie) dingen
de eerste => @entry=(pesten|thuiszitter)
wie doet dat => aanspreekpunt|wie
kost dat iets => kost|gratis
volgende => @entry=(opp_oneens|pesten)
en als school niets doet => \\*\\*(?!.*@flow=)
hoe lang duurt dat => hoe lang|weken|duur
volgende => .
bedankt => Graag gedaan
hoi => .
wat betekent opp? => ontwikkelingsperspectief
tot morgen => Tot ziens
""",
    ),
    Visitor(
        "boy who is always blamed",
        None,
        """
ewa => .
ik zit in klas 3 en me mentor geeft mij altijd de schuld => @audience=jongere
kan ik een andere mentor krijgen => Bij wie|mentor
met wie moet ik dan praten => mentor|zorgcoördinator
en als ik dat niet wil => niet
gaan jullie dat me ouders zeggen => We vertellen
is dat anoniem => @entry=j_is_dit_anoniem
wat bedoel je => \\*\\*
ewa thanks => Graag gedaan
kan jij iemand bellen voor me => mens
ik wil iemand spreken => Zal ik dit doorgeven
liever niet => niets door
""",
    ),
)
