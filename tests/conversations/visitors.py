"""Fourteen kinds of people, what they type, and what a kind human would make of it.

A row is what is typed, ``=>``, and what must be seen then (a regular expression over the words of the bot, the labels of
its buttons in square brackets, and ``@entry=``, ``@flow=``, ``@step=``, ``@audience=``, ``@staff`` for where it stands).
A row that begins with ``>`` presses a button; ``+2`` lets two hours pass.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Visitor:
    """One kind of person."""

    name: str
    audience: str | None
    rows: str
    night: bool = False
    language: str = "nl"


VISITORS = (
    Visitor(
        "parent of a child at home",
        None,
        """
hoi => vraag
mag ik iets vragen => Typ je vraag
mijn zoon van 12 zit al weken thuis => @entry=(thuis|mijn|kind|durft|weken)\\w*.*@audience=ouder|@flow=kind_zit_thuis|Bedoel je
> 🧭 Mijn kind zit thuis => @flow=kind_zit_thuis
al 3 weken ongeveer => @step=reden
hij durft niet meer => school waarom
waarom? => (?s).+school waarom|waarom je kind thuis
ja hoor school weet ervan => Zal ik dit doorgeven
weet ik niet => Twijfel mag
wat gebeurt er precies => zonder dat jij het weet
doe maar => @staff
hallo? => Bewaard voor het team
gesprek stoppen => gestopt
gaat wel => Daar leren we van
dankjewel => Graag gedaan
""",
    ),
    Visitor(
        "parent who asks about a TLV",
        "ouder",
        """
wat betekent tlv? => toelaatbaarheidsverklaring
hoe lang duurt dat => geldig|hoe lang
wie beslist dat => vraagt|regelt|beslist
kost dat iets => kost|gratis
en als ze dat niet doen => niet
moet ik tekenen => teken
weet je dat zeker => nagekeken
wat bedoel je => \\*\\*
wat betekent tlv => Meer|ook bij
ok duidelijk bedankt => Graag gedaan
tot morgen => Tot ziens
stop => ik stop
""",
    ),
    Visitor(
        "parent of a suspended child",
        "ouder",
        """
mijn dochter is geschorst => geschorst|schors
/start flow_schorsing => Wat heeft school gezegd
ze is geschorst voor een week => brief
terug => Wat heeft school gezegd
de eerste => brief
ja een brief => @flow=schorsing
2 weken => week
middelbare school => @flow=schorsing
zeker niet => @flow=schorsing
/mens => Zal ik dit doorgeven
nee laat maar => Sterkte|niets door|later
dank u wel voor de hulp => Graag gedaan
""",
    ),
    Visitor(
        "parent who disagrees, with dates",
        "ouder",
        """
/start flow_niet_eens_met_school => niet mee eens
de tlv is afgewezen => gepraat|Bedoel je
de tlv => gepraat
jazeker => papier
tuurlijk => datum
morgen => geweest
weet ik niet meer precies => dag
12 mei => dinsdag 12 mei 2026
misschien => Twijfel mag
nee liever niet => .
wat betekent opp? => ontwikkelingsperspectief
en wie maakt dat => wie|school
mag school dat zomaar => .
""",
    ),
    Visitor(
        "parent who writes English",
        None,
        """
hello => .
I am a parent => @audience=ouder
what is an opp? => OPP
how long does that take => how long|year|week
who pays for that => cost|pay|free
thanks, super helpful => welcome|Graag
/mens => Ja|Yes
not sure => nothing happens|Er gebeurt niets
yes please => @staff
is anybody there? => Kept|Bewaard
/stop => gestopt|ended|stopped
5 => leren|learn
""",
        language="en",
    ),
    Visitor(
        "parent on a Friday night",
        "ouder",
        """
ik wil een mens spreken => Waar gaat het over
over een gesprek op school denk ik => paar zinnen
sla over => Zal ik dit doorgeven
ja laat maar een bericht achter => @staff
maandag heb ik een gesprek op school => maandag om 9.00
wat betekent opp? => 🤖
ik ben zo boos op de juf => Bewaard|team
hallo => team
en nu? => team|🤖|erbij
/menu => onderwerp
> 🧭 Stap voor stap => stappenplan
/start flow_gesprek_voorbereiden => Met wie
met de juf en de directeur => Bedoel je
de juf => Op welke dag
maandag om half negen => maandag 30 november 2026
""",
        night=True,
    ),
    Visitor(
        "boy who is bullied, in street words",
        None,
        """
ewa => .
ben leerling => @audience=jongere
ze pesten me in de klas en op snap => @flow=gepest|@entry=j_|Bedoel
/start flow_gepest => Waar gebeurt het
in de klas en op snap => slaan
neuh => volwassene
nee niemand => .
boeit niet => .
ai tnx => Graag gedaan|team
je bent echt dom => Sorry
haha grapje => 🙂
terug => \\[School en ik\\]
later => .
""",
    ),
    Visitor(
        "girl who does not feel well",
        "jongere",
        """
ik voel me niet goed => past het best
verdrietig => niet meer wilt leven
niet echt => 113
16 => .
nee => .
👍 => Graag gedaan
ik kan niet slapen => .
wat kan ik doen => .
mag ik iets vragen => Typ je vraag
vertel je dit aan mijn ouders => .
wie leest dit => .
doei => .
""",
    ),
    Visitor(
        "pupil who stays at home",
        "jongere",
        """
ik durf niet meer naar school => .
/start flow_niet_naar_school => Waardoor
weet ik niet => Hoe lang
sinds september => volwassene
nee => .
een berichtje aan mijn mentor => .
liever niet => .
ik ben 15 => .
moet ik naar school => .
wat als ik niet ga => .
wie beslist dat => .
bedankt => Graag gedaan
""",
    ),
    Visitor(
        "pupil with fights at home",
        "jongere",
        """
/start flow_ruzie_thuis => veilig
meestal wel => .
om mijn telefoon => praten
ja mijn oma => .
nee => .
wat is een vertrouwenspersoon => vertrouwenspersoon
kost dat iets => kost|gratis|Waar gaat dat over
is dat anoniem => .
wat bedoel je => .
ok thx => Graag gedaan
/wis => wissen
ja => gewist
""",
    ),
    Visitor(
        "mbo student",
        None,
        """
yo => .
ik zit op het mbo en mijn stage loopt niet => @audience=jongere
de eerste => .
en dan => .
geldt dat ook voor bbl => .
mijn mentor luistert niet => .
/mens => Zal ik dit doorgeven
ja maar niet alles => Twijfel mag
ja => @staff
wanneer hoor ik iets => team|🤖
stop => gestopt|team
goed => leren|Graag|.
""",
    ),
    Visitor(
        "pupil who wants to be heard",
        "jongere",
        """
/start flow_mijn_stem => goed op school
weet niet => moeilijk
rekenen en de drukte in de klas => helpt
een rustige plek => niet
niks => Wat wil jij
vaker een pauze => zeggen
met mijn mentor samen => klopt|Dit
klopt => .
goed => .
/start flow_laat_je_stem_horen => gaat het over
pesten => .
stop => Gestopt|ik stop
""",
    ),
    Visitor(
        "child of ten who types short",
        None,
        """
hoi => .
ik ben 10 => @audience=jongere
me juf is boos => .
nee => .
ja => .
pesten => .
wie => .
huh => .
ok => .
👍 => Graag
sorry => Geeft niks
doei => .
""",
    ),
    Visitor(
        "somebody who wants to break it",
        None,
        """
0612345678 => .
asdfgh => .
asdfgh => .
ja => .
nee => .
99 => .
/wis => wissen
wat is 2+2 => ja of nee|.
nee => wis niets
{contact:113} => .
<b>hoi</b> => .
kutbot => Sorry
💩 => .
terug => .
""",
    ),
)
