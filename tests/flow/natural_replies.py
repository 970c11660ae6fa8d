"""What people type at the choices of the flows, in words that are on no button, and which option they mean.

``flow.slot: reply = option | reply = option``. ``SEEN`` was looked at while the likeness was chosen and ``UNSEEN`` was not; both were at hand when the words under
``also`` were written. ``AFTERWARDS`` was written when all of that was done, and nothing was changed for it.
"""

SEEN = """
gepest.waar: tijdens de les vooral = school | in een groepschat = online | als ik naar huis fiets = onderweg
laat_je_stem_horen.thema: dat je uitleg krijgt als je het niet snapt = hulp | de kinderen doen rot tegen elkaar = sfeer | ze vragen ons nooit wat = meepraten
mijn_stem.hoe: ik doe het in m'n eentje = zelf | me vader moet erbij zijn = samen | geef het papiertje maar = kaart
niet_goed_voelen.soort: ik huil de hele tijd = somber | mn hart gaat tekeer = angst | ik heb niemand = alleen | ik word zo kwaad van alles = boos
niet_naar_school.reden: ze doen gemeen tegen me = mensen | ik haal alleen maar onvoldoendes = leren | ik ben zo moe en down = hoofd | me ouders maken ruzie = thuis
niet_naar_school.kleine_stap: ik app de docent = mentor | aan me moeder zeggen = ouder | de kindertelefoon bellen = lijn
ruzie_thuis.over: omdat ik slechte punten haal = school | ik moet altijd vroeg binnen zijn = regels | papa en mama gaan uit elkaar = scheiding | dat ik op jongens val = ikzelf
gesprek_voorbereiden.met_wie: met juf anneke = leraar | de ib'er = ib | het schoolhoofd = directie | een groot overleg met iedereen = meer
kind_zit_thuis.reden: hij krijgt paniek bij de poort = wilniet | ze zeggen dat ze hem niet meer aankunnen = school | ze heeft long covid = ziek | we staan overal op de wachtlijst = plek
meedenken.thema: ik kon nergens lezen hoe het zit = vinden | ze luisteren niet naar mij = school | er was geen begeleiding = hulp
niet_eens_met_school.waarover: ze hebben een handelingsplan zonder ons gemaakt = opp | de toelaatbaarheidsverklaring = tlv | ze willen hem niet aannemen = toelating | hij mag drie dagen niet komen = schorsing | ze moet voorgoed van school = verwijdering | ze nemen ons niet serieus = anders
nieuwe_school.fase: we zijn nog aan het rondkijken = zoeken | het wordt de montessori = gekozen | hij staat ingeschreven = aangemeld | ze wilden hem niet = afgewezen
pesten.ernst: ze noemen haar dik = woorden | op tiktok ook = online | hij wordt geschopt = geweld
schorsing.wat: twee dagen niet naar school = schorsing | ze willen hem voorgoed kwijt = verwijdering | ik moest hem ophalen = huis
schorsing.soort: groep 7 = po | havo 3 = vo | cluster 4 = so
schorsing.stand: ze denken er nog over = voornemen | het staat vast = besluit | geen flauw idee = onbekend
wachten_op_jeugdhulp.erger: er verandert niks = stabiel | hij gaat achteruit = slechter | ik ben bang dat hij zichzelf wat aandoet = gevaar
wachten_op_jeugdhulp.school: elke dag gewoon = ja | alleen de ochtenden = deels | al maanden niet meer = thuis
brief_schrijven.soort: ik wil om de tafel met de juf = gesprek | ik ben het er niet mee eens = bezwaar | alles wat ze over hem opgeschreven hebben = dossier | ze kan niet komen van de stress = afwezig
praat_met_een_mens.onderwerp: mn dochter gaat al weken niet = thuis | hij heeft begeleiding nodig = hulp | ik vind het besluit fout = oneens | ze wordt uitgescholden = veilig | ik trek het niet meer = gevoel
"""

UNSEEN = """
gepest.waar: in de pauze op het plein = school | in de appgroep = online | bij de bushalte = onderweg
laat_je_stem_horen.thema: meer begeleiding bij rekenen = hulp | ik voel me er niet veilig = sfeer | wij mogen nooit meebeslissen = meepraten
mijn_stem.hoe: ik praat wel = zelf | met mn tante erbij = samen | ze mogen de kaart lezen = kaart
niet_goed_voelen.soort: alles voelt zinloos de laatste tijd = somber | ik ben super zenuwachtig = angst | geen vrienden = alleen | ik ontplof steeds = boos
niet_naar_school.reden: mijn klasgenoten pesten me = mensen | teveel huiswerk = leren | ik voel me depri = hoofd | mijn moeder is ziek = thuis
niet_naar_school.kleine_stap: een mailtje naar mijn mentor = mentor | met papa praten = ouder | ik wil wel chatten met een hulplijn = lijn
ruzie_thuis.over: mijn rapport = school | hoe laat ik thuis moet zijn en schermtijd = regels | mijn ouders schreeuwen tegen elkaar = scheiding | ze accepteren me niet zoals ik ben = ikzelf
gesprek_voorbereiden.met_wie: zijn mentor op de middelbare = leraar | de zorgcoordinator = ib | met de directrice = directie | juf en ib'er en de directeur samen = meer
kind_zit_thuis.reden: ze is te angstig om te gaan = wilniet | school kan hem niet de hulp geven = school | hij is geopereerd = ziek | geen enkele school heeft ruimte = plek
meedenken.thema: de website is onduidelijk = vinden | de gesprekken lopen stroef = school | we wachten al zo lang op ondersteuning = hulp
niet_eens_met_school.waarover: het ontwikkelingsperspectief klopt niet = opp | de tlv is afgewezen = tlv | de school weigert mijn dochter = toelating | ze is voor een week geschorst = schorsing | ze willen hem van school sturen = verwijdering | de manier waarop ze met ons praten = anders
nieuwe_school.fase: nog niks gevonden = zoeken | we hebben er al een uitgekozen = gekozen | het formulier is ingeleverd = aangemeld | we zijn geweigerd = afgewezen
pesten.ernst: uitlachen en negeren = woorden | via whatsapp = online | ze slaan hem = geweld
schorsing.wat: een week schorsing = schorsing | ze willen hem verwijderen = verwijdering | ze bellen dat ik hem moet komen halen = huis
schorsing.soort: hij zit in groep 5 = po | ze doet vmbo = vo | vso = so
schorsing.stand: het is nog maar een plan = voornemen | ze hebben het al besloten = besluit | weet ik eigenlijk niet = onbekend
wachten_op_jeugdhulp.erger: het blijft hetzelfde = stabiel | het gaat steeds slechter = slechter | thuis is het niet meer veilig = gevaar
wachten_op_jeugdhulp.school: ja hij gaat nog = ja | een paar uurtjes per dag = deels | nee hij is thuis = thuis
praat_met_een_mens.onderwerp: hij weigert naar school te gaan = thuis | we willen meer ondersteuning = hulp | ik ben boos over wat school besloten heeft = oneens | mijn kind is niet veilig in de klas = veilig | ik voel me rot = gevoel
"""


AFTERWARDS = """
gepest.waar: in de kantine tussen de lessen = school | op snapchat = online | als ik van de training kom = onderweg
laat_je_stem_horen.thema: dat er meer tijd is voor kinderen die het moeilijk vinden = hulp | er wordt veel geroddeld = sfeer | leerlingen moeten mogen meepraten over regels = meepraten
mijn_stem.hoe: dat doe ik liever zonder anderen = zelf | mijn grote zus gaat mee = samen | laat de kaart maar zien = kaart
niet_goed_voelen.soort: ik heb nergens meer zin in = somber | ik krijg soms geen adem = angst | er is niemand die me begrijpt = alleen | ik gooi met spullen = boos
niet_naar_school.reden: die jongens wachten me op = mensen | het tempo is te hoog voor me = leren | mijn hoofd zit vol = hoofd | mijn vader drinkt = thuis
niet_naar_school.kleine_stap: ik stuur mijn mentor een whatsapp = mentor | ik ga het vanavond aan mama vertellen = ouder | iemand van de telefoonlijn = lijn
ruzie_thuis.over: mijn schoolresultaten = school | ze pakken steeds mijn mobiel af = regels | mijn vader en moeder willen scheiden = scheiding | dat ik niet geloof zoals zij = ikzelf
gesprek_voorbereiden.met_wie: meester tom = leraar | de begeleider die over de zorg gaat = ib | de baas van de school = directie | er komen wel zes mensen = meer
kind_zit_thuis.reden: hij verstopt zich als we moeten gaan = wilniet | hij mag niet meer komen van ze = school | ze is nog aan het herstellen = ziek | niemand wil hem inschrijven = plek
meedenken.thema: het duurde lang voor ik iets gevonden had = vinden | overleg met de leerkracht = school | niemand pakte het op = hulp
niet_eens_met_school.waarover: er staan dingen in het opp die niet kloppen = opp | we kregen geen tlv = tlv | hij wordt nergens toegelaten = toelating | vijf dagen schorsing = schorsing | ze heeft een brief dat ze weg moet = verwijdering | er wordt over ons heen gepraat = anders
nieuwe_school.fase: ik heb er nog geen = zoeken | onze keus staat vast = gekozen | de aanmelding is de deur uit = aangemeld | we kregen een afwijzing = afgewezen
pesten.ernst: ze sluiten haar buiten = woorden | ook in de groepsapp = online | ze hebben hem geduwd en geld afgepakt = geweld
schorsing.wat: hij mag tot vrijdag niet op school komen = schorsing | ze willen dat hij definitief vertrekt = verwijdering | ik werd gebeld om hem mee te nemen = huis
schorsing.soort: de basisschool hier in het dorp = po | tweede klas mavo = vo | een speciale school = so
schorsing.stand: ze zijn het van plan = voornemen | we hebben de beslissing binnen = besluit | dat is me niet duidelijk = onbekend
wachten_op_jeugdhulp.erger: ongeveer zoals het was = stabiel | elke week een beetje slechter = slechter | hij loopt weg en dat is gevaarlijk = gevaar
wachten_op_jeugdhulp.school: hij gaat gewoon hele dagen = ja | drie ochtenden in de week = deels | ze is al sinds de zomer niet geweest = thuis
praat_met_een_mens.onderwerp: mijn zoon komt zijn bed niet uit voor school = thuis | er is geen begeleiding voor haar = hulp | we hebben ruzie met school over een besluit = oneens | hij wordt elke dag getreiterd = veilig | ik zit er helemaal doorheen = gevoel
"""


def rows(text: str) -> list[tuple[str, str, str, str]]:
    """Flow, slot, reply, option."""
    found = []
    for line in filter(None, text.splitlines()):
        place, _, replies = line.partition(": ")
        flow, slot = place.split(".")
        for pair in replies.split(" | "):
            reply, _, option = pair.rpartition(" = ")
            found.append((flow, slot, reply, option))
    return found
