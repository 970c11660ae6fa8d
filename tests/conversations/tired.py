"""Fourteen people more, on other subjects and typing as people do at the end of a day. Rows as in ``visitors``.

What must be seen is what a kind human would have done: answered it, asked well, or handed it on.
"""

from tests.conversations.visitors import Visitor

TIRED = (
    Visitor(
        "mother whose child waits for care",
        None,
        """
goeiemorgen => vraag|Hoi|Hallo
wij wachten al een half jaar op jeugdhulp voor onze dochter => @entry=wachtlijst_jeugdhulp|@flow=wachten
wat kan ik in de tussentijd doen dan => Over|jeugdhulp|huisarts|gemeente|kun je
ze is trouwens 9 en zit in groep 6 => Dank je
en wie moet ik daarvoor bellen => gemeente|wijkteam|huisarts|wie
hoelang mag dat duren => hoe lang|weken|termijn|niet
en als de gemeente niks doet => klacht|bezwaar|niet
kunnen jullie meegaan naar een gesprek => @entry=(clientondersteuning|wie_mee_gesprek|steunpunt|gesprek)|mens
kost dat wat => kost|gratis
ok dan wil ik wel met iemand praten => Zal ik dit doorgeven|Waar gaat
prima => @staff|paar zinnen
dank je => Graag gedaan|Kept|team
""",
    ),
    Visitor(
        "father who wants the file",
        "ouder",
        """
goedenavond ik wil het dossier van mijn zoon inzien => @entry=dossier_inzage
mogen ze dat weigeren => weiger|mag|recht|niet
hoelang hebben ze daar voor => maand|weken|hoe lang
moet ik dat schriftelijk doen => brief|mail|schrift|vraag
kan jij zo'n brief voor me maken => brief|mail
en kost een kopie geld => kost|gratis
mijn ex wil het ook zien mag dat => @entry=(gescheiden_ouders|dossier_inzage|een_ouder_weigert|informatie_delen)|Bedoel je
wij zijn gescheiden => @entry=gescheiden_ouders|Bedoel je|gezag
hij is 17 maakt dat uit => 16|17|18|leeftijd|Dank je
waar staat dat in de wet => Bron|bron|wet|nagekeken
laat maar => .
nog bedankt he => Graag gedaan
""",
    ),
    Visitor(
        "parent of a child with autism who is tired",
        "ouder",
        """
pfff ben er klaar mee => .
school snapt niks van zijn autisme => @entry=autisme_adhd|Bedoel je
hij krijgt geen hulp omdat er geen diagnose is => @entry=diagnose_nodig|Bedoel je
is dat zo => Bron|bron|nagekeken|diagnose|klopt
wie vraagt dat dan aan => wie|school|vraag
de ib er zegt dat er geen geld is => @entry=(wie_betaalt_hulp|extra_ondersteuning|basisondersteuning)|Bedoel je
ik wil dat er een opp komt => @entry=opp|OPP
mag hij daar zelf bij zijn => @entry=hoorrecht|hoorrecht|gesprek|meepraten
hij is 8 => .
en als ik het niet eens ben met wat er in staat => @entry=opp_oneens|niet eens|Over
ok top => .
fijne avond => Tot ziens|Fijne|fijne
""",
        night=True,
    ),
    Visitor(
        "mother who moves house",
        "ouder",
        """
hallo we gaan verhuizen naar een andere stad => @entry=verhuizen
mijn dochter zit op het sbo => .
blijft haar tlv geldig => @entry=(tlv_duur|verhuizen|tlv)|geldig|Bedoel je
en het leerlingenvervoer => @entry=leerlingenvervoer|Bedoel je
hoe lang van tevoren moet ik dat regelen => weken|hoe lang|aanvra|Over
moet ik meebetalen => @entry=leerlingenvervoer_kosten|betaal
hoe kies ik daar een goede school => @entry=school_kiezen
kan ik bij 2 scholen tegelijk aanmelden => @entry=aanmelden_meerdere
en als ze vol zitten => @entry=(school_weigert|zorgplicht|geen_zorgplicht)|vol|weiger|Over
wat is zorgplicht nou precies => @entry=zorgplicht
ok ik ga het proberen => .
groetjes => Tot ziens|Graag|Hoi|Hallo|👋
""",
    ),
    Visitor(
        "parent writing English about admission",
        None,
        """
good morning => help|ask|question|Hi|Hello
my son is 4 and no school wants him => @entry=(school_weigert|zorgplicht|geen_zorgplicht|kinderopvang_zorgen|aanmelden\\w*|school_kiezen)|Did you mean
can they just say no => @entry=school_weigert|no|Over|About
how many weeks can the school take => week
do I need a diagnosis => @entry=diagnose_nodig|diagnos
what does it cost to get help => cost|free|pay
is there an interpreter => @entry=tolk|interpreter
can I talk to someone => pass|share|human|team|What is it about
nah never mind => .
who are you guys => @entry=(wat_is_steunpunt|ervaringsdeskundige|steunpunt_contact)|support point|steunpunt
can I delete this chat => wis|delete|erase|/wis
bye => Bye|bye|See you|Tot ziens
""",
        language="en",
    ),
    Visitor(
        "mother on Sunday evening",
        "ouder",
        """
mn kind heeft buikpijn elke maandag => @entry=(schoolweigering|mentale_klachten|verzuim|ziek_kind)|Bedoel je
hij wil niet naar school morgen => @entry=(schoolweigering|thuiszitter|verzuim)|Bedoel je|@flow
moet ik hem dwingen => @entry=schoolweigering|dwing|Over|Bedoel je
moet ik hem ziek melden dan => @entry=(verzuim|ziek_kind|schoolweigering)|meld|Bedoel je
komt leerplicht dan langs => @entry=(verzuim|leerplicht|schoolweigering)|leerplicht
is er nu iemand die ik kan spreken => maandag|open|Zal ik|bericht|Waar gaat
laat een bericht achter => bericht|Zal ik|paar zinnen
ja is goed => .
hij slaapt ook slecht de laatste tijd => .
wat moet ik morgen tegen school zeggen => @entry=(gesprek_voorbereiden|schoolweigering|verzuim)|🤖|Bewaard|Bedoel
hoe laat zijn jullie open => 9|open
oke tot dan => Tot ziens|team|Tot|dan
""",
        night=True,
    ),
    Visitor(
        "boy who was sent out of class",
        None,
        """
yo bro => .
ben eruit gestuurd door die leraar => @entry=j_straf_nablijven|@audience=jongere|Bedoel je
en nu moet ik nablijven tot 5 uur mag dat => @entry=j_straf|uur|mag
hij heeft me tel ook gepakt => @entry=j_telefoon|telefoon
hoelang mag hij die houden => dag|hoe lang|terug|telefoon
die man haat mij => .
bij wie kan ik klagen => @entry=(j_klacht|j_wie_is_wie|j_vertrouwens)|klacht|mentor|Bedoel je
weten me ouders dat dan => @entry=j_vertel|ouders|We vertellen
boeie => .
kun je een brief maken ofzo => brief|mail|bericht
laat maar zitten man => .
later bro => Tot ziens|👋
""",
    ),
    Visitor(
        "girl who is left out",
        None,
        """
hoi ik ben een meisje van 13 => @audience=jongere
niemand wil met mij omgaan => @entry=(j_buitengesloten|j_eenzaam|j_gepest)|Bedoel je
ze hebben me uit de groepsapp gegooid => @entry=(j_buitengesloten|j_online_pesten)|Bedoel je
wat moet ik doen dan => .
ik durf het niet tegen mijn moeder te zeggen => moeder|ouders|Bedoel je|durf
met wie kan ik praten dan => wie|mentor|Kindertelefoon|mens|@entry=j_
kost bellen geld => gratis|kost
zien mijn ouders dat ik gebeld heb => ouders|@entry=j_|zien|Bedoel|Over
ik ga morgen denk ik niet naar school => @entry=(j_niet_naar_school|j_spijbelen)|Bedoel je|@flow
ja => .
hihi sorry ik ben onzeker => .
dankjulliewel => Graag gedaan
""",
    ),
    Visitor(
        "pupil with exam stress and dyslexia",
        "jongere",
        """
me examens komen eraan en ik heb dyslexie => @entry=(j_examen|j_autisme)|Bedoel je
krijg ik dan extra tijd => @entry=j_examen|extra tijd
hoeveel minuten => minuten|30|hoe|Over
moet ik daar iets voor inleveren => verklaring|vraag|mentor|Over|nodig
en als school nee zegt => niet|nee|klacht|Over
ik krijg een black out elke toets => @entry=j_schoolstress|Bedoel je
helpt dat echt => .
ik slaap er slecht van => .
misschien blijf ik zitten => @entry=j_blijven_zitten|Bedoel je
wie beslist dat => school|docent|wie|bes
oke thanks man => Graag gedaan
doeg => Tot ziens|Doei
""",
    ),
    Visitor(
        "girl with divorced parents",
        "jongere",
        """
mijn ouders gaan uit elkaar => @entry=(j_ouders_gescheiden|j_ruzie_thuis)
mag ik kiezen bij wie ik woon => @entry=j_ouders_gescheiden|kiez|12
ik ben 11 => 12|11|jaar
en mijn broertje die is 7 => .
ze schreeuwen de hele dag => @entry=(j_ruzie_thuis|j_ouders)|Bedoel je|veilig
nee ze slaan niet ofzo => .
ik wil met iemand praten hierover maar niet met school => mens|Kindertelefoon|wie|Zal ik|Bedoel je|@entry=j_
anoniem kan dat => @entry=j_is_dit_anoniem|anoniem
wie leest dit eigenlijk => @entry=j_wie_leest|lees
kan ik dit weghalen van mn telefoon => @entry=j_gesprek_wissen|wis
oke => .
doei doei => Tot ziens|Doei
""",
    ),
    Visitor(
        "mbo student who must stop",
        "jongere",
        """
ik kreeg een brief dat ik moet stoppen met mn opleiding => @entry=j_mbo_studieadvies
mag dat zomaar => mag|Over|waarschuw
binnen hoeveel dagen moet ik reageren => weken|dagen|termijn|Over
bij wie dan => commissie|wie|Over|mentor|school
ik heb ook schulden bij duo => @entry=j_geld_schulden|Bedoel je
ik ben net 18 geworden => @entry=j_18|18
kan me moeder nog bellen met school => ouders|moeder|@entry=j_|Over|Bedoel je
me stagebegeleider doet ook raar => @entry=j_stage|Bedoel je|@entry=j_leraar
hij maakt opmerkingen over me lichaam => @entry=j_leraar_over|grens|vertrouwens|Wat is er
nee niet aangeraakt => .
ik wil iemand spreken => Zal ik dit doorgeven|Waar gaat
doe maar niet => niets door|Oké|Goed|Prima
""",
    ),
    Visitor(
        "grandfather who asks for a grandson",
        None,
        """
Goedemiddag, ik ben de opa van Daan => @audience=ouder
hij wordt door de meester vastgepakt heb ik gehoord => @entry=(vasthouden|ruwe_behandeling)|Bedoel je|veilig
wat mag ik als opa doen => opa|ouder|Bedoel je|@entry|Over
zijn moeder wil niks doen => .
waar kan dat gemeld worden => @entry=(vertrouwensinspecteur|inspectie|klacht_school|veilig_thuis\\w*)|meld|Over|Bedoel je
is dat anoniem => anoniem
ik typ niet zo snel => .
kunt u mij terugbellen => Zal ik dit doorgeven|nummer
ja hoor => nummer
0612 345 678 => Lees ik het goed
jazeker => ziet nu je nummer
ik wacht af => Bewaard|team|.
""",
    ),
    Visitor(
        "child of nine about a fight",
        None,
        """
haaaai => .
ik ben 9 jaar => @audience=jongere
ik heb ruzie met me beste vriendin => @entry=j_|Bedoel je|Vertel
ze doet nu altijd met iemand anders => .
en ze lachen me uit => @entry=(j_gepest|j_buitengesloten)|Bedoel je|@flow
wat moet ik zeggen tegen de juf => juf|mentor|Bedoel|@entry=j_
durf niet => .
kan jij het zeggen tegen juf => mens|ik kan|bot|niet|vertellen
ok => .
ben jij een robot => @entry=j_wie_ben_jij|robot|bot
grappig => .
👋 => Tot ziens|Hoi|👋
""",
    ),
    Visitor(
        "pupil who pokes at it",
        "jongere",
        """
test test 123 => .
vertel een mop => .
hoeveel is 12 keer 12 => .
ben je gek => .
sorry hoor => Geeft niks
ik word geschorst denk ik => @entry=j_geschorst|Bedoel je
hoeveel dagen max => week|dagen|5
????? => .
/bestaatniet => .
ja nee ja => .
❤️ => .
stoppen => .
""",
    ),
)
