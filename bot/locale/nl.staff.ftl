# Zinnen in de groep van medewerkers; alleen in het Nederlands.

button-claim = 🙋 Oppakken
button-transfer = Overdragen
button-close = Afsluiten
button-protocol = Spoedprotocol
button-seen = Gezien
button-back-to-queue = Terug naar de wachtrij

card-urgent = 🔴 **Spoed:** er was een teken van gevaar.
card-who = { $audience ->
    [ouder] Ouder of verzorger
    [jongere] Jongere
   *[other] Ouder of jongere: niet gezegd
} · { $language }
card-web = 🌐 Via de website. 👀 onder je regel: hij stond op het scherm. Bewerken, wissen, foto's en bestanden komen aan. Reacties met een emoji staan klein bij het bericht.
card-speakers = 🗣 Spreekt deze taal: { $names }
card-no-speakers = 🗣 Niemand van het team gaf op deze taal te spreken. Vaste zinnen: /zin
card-labels = Labels: { $labels }
card-theme = Onderwerp: { $theme }
card-call-back = 📞 Wil worden teruggebeld op **{ $number }**. Het nummer gaat weg als het gesprek sluit.
staff-call-back = 📞 **{ $alias }** wil graag worden teruggebeld. Het nummer staat op de kaart.
card-shared = **{ $alias }** deelde dit:
card-shared-above = Wat de vrager deelde, staat in het bericht hierboven.
card-asked = Gevraagd: { $moment } uur
card-waiting = 🟡 **Wacht**, plek { $place } in de rij ({ $minutes } min)
card-claimed = 🟢 **Opgepakt** door { $name }. Wat { $name } hier typt, gaat naar de vrager. Begin een regel met // om alleen met collega's te overleggen.
card-closed = ⚪ **Afgesloten** { $by ->
    [person] door de vrager
    [silence] na lange stilte
    [named] door { $name }
   *[other] door het team
}{ $rating ->
    [0] {""}
   *[other] {""} · cijfer { $rating } van 5
}

staff-transferred = { $to } heeft dit gesprek nu, overgedragen door { $giver }. { $note }
staff-back-in-queue = Terug in de wachtrij. { $note } { $mentions }
staff-off-duty = De medewerker is niet meer in dienst. Dit gesprek staat weer in de wachtrij. { $mentions }
staff-given-back = Er kwam geen antwoord. Dit gesprek staat weer in de wachtrij. { $mentions }
staff-closed = Afgesloten door { $name }. De vrager kan het nog een week heropenen.
staff-closed-by-person = De vrager heeft het gesprek gestopt.
staff-closed-by-silence = Afgesloten: de vrager was lang stil.
staff-reopened = De vrager wil verder praten. { $mentions }
staff-stays-closed = Dit gesprek is afgesloten. Alleen de vrager kan het heropenen.
staff-person-left = De vrager heeft de chat geblokkeerd of verwijderd. Berichten komen niet aan. Komt de vrager terug, dan zie je dat hier.
staff-person-back = De vrager is terug. Berichten komen weer aan.
staff-not-delivered = De regel met 👎 is niet aangekomen bij de vrager. Stuur hem opnieuw, korter of zonder bijlage.
staff-edit-inside = Deze aanpassing ziet de vrager niet: de regel met 👎 was niet verstuurd, of kan niet meer veranderen. Moet de vrager het lezen? Stuur het als nieuwe regel.
staff-note-inside = Niet verstuurd: in de regel met 👎 staat een stuk met // ervoor. Dat is voor collega's. Stuur de rest apart.
staff-inside = Dit gesprek is van { $name }. Wat jij hier typt, gaat niet naar de vrager. 🙊 betekent: blijft binnen. Wil je het gesprek? Vraag { $name } om het over te dragen.
staff-anonymous = Dit is niet verstuurd en niet gedaan: je schrijft anoniem, dus ik weet niet wie je bent. Zet bij je beheerdersrechten **Anoniem blijven** uit.
staff-answer-where = Niet verstuurd: ik weet niet bij welk gesprek dit hoort. Antwoord op de kaart, of op een regel van de vrager.
staff-line-lost = Een regel van de vrager kwam hier niet aan. De vrager weet dat. Vraag ernaar.
staff-card-lost = ⚠️ De kaart van { $alias } kon ik niet plaatsen: Telegram weigerde hem. Neem het gesprek hier op, of met de knoppen onder /wachtrij.
staff-alert-again = Telegram weigerde het bericht hierover. Kort nog eens:
staff-file-not-shown = Het bestand kon ik hier niet plaatsen: Telegram weigerde het. Probeer het commando nog eens. Lukt het weer niet? Bel de beheerder.
staff-words-not-shown = Een bericht van mij kwam hier niet aan: Telegram weigerde het. Probeer het commando nog eens. Met /wachtrij zie je wie er wacht.
staff-topic-closed = Het onderwerp van { $alias } is dicht en ik mag er niet in schrijven. De regel staat hier. Open het onderwerp, of geef mij het recht om onderwerpen te beheren.
staff-left-group = De medewerker is uit de groep. Dit gesprek staat weer in de wachtrij. { $mentions }
staff-bot-back = **Ik ben terug in deze groep.** Wat intussen binnenkwam, is bewaard en komt nu. Wachten: { $waiting } ({ $named }). Noodsignalen die niemand zag: { $unseen } ({ $alerts }). { $mentions }
staff-group-moved = Deze groep is een supergroep geworden. Oude knoppen en onderwerpen werken niet meer. Wat open staat, zet ik hier opnieuw neer.
staff-yours-here = { $mentions }, dit gesprek is nog van jou. Het gaat hier verder.
staff-unheard = ⚠️ **Een bericht van een vrager kon ik niet verwerken.** Ik weet niet wat erin stond. De vrager las 112 en 113, en de vraag om het nog eens te sturen. Bel de beheerder.
group-number = Het nummer van deze groep is { $number }. Zet dat bij STEUNPUNT_STAFF_CHAT_ID.
kind-photo = foto
kind-video = video
kind-voice = spraakbericht
kind-location = plek
kind-document = bestand
kind-contact = contactkaart
kind-sticker = sticker
kind-other = iets wat ik niet ken
staff-no-topic = Ik kon geen onderwerp maken voor { $alias }. Het gesprek staat hier in de groep: antwoord door op een bericht te reageren. Geef de bot het recht om onderwerpen te beheren.
staff-nobody-yet = { $stage ->
    [1] Al { $minutes } minuten wacht iemand. Wie kan dit oppakken?
   *[other] Al { $minutes } minuten wacht iemand. Coördinator, kun je helpen?
} { $mentions }
staff-no-answer = De vrager wacht op antwoord. { $mentions }
staff-concern = ⚠️ Let op: in dit bericht kan zorg over veiligheid zitten. Lees het rustig. Twijfel? Tik op Spoedprotocol.
staff-danger-in-talk = 🔴 **Teken van gevaar in dit gesprek.** De bot heeft 112 en 113 genoemd. Antwoord nu. Tik op de kaart op Spoedprotocol.
staff-alert-unseen = ⚠️ Het noodsignaal van { $moment } uur heeft nog niemand gezien. { $mentions }
staff-alert-last = ⚠️ Het noodsignaal van { $moment } uur heeft na een kwartier nog niemand gezien. Dit is de laatste keer dat ik het zeg. Tik er op **Gezien** en kijk wat je kunt doen. { $mentions }
staff-alert-when = Om { $moment } uur{ $times ->
    [1] .
   *[other] , en daarna nog: samen { $times } keer.
}
staff-alert-seen = Gezien door { $name }.
staff-wiped = { $alias } heeft alles laten wissen. Het gesprek is voorbij.
staff-entry-sent = Verstuurd: { $title }
staff-rights-missing = Ik mis nog rechten in deze groep: { $rights }. Maak mij beheerder en zet dit aan. Tot dan werkt niet alles.
staff-rights-good = Dank je, ik heb nu alle rechten die ik nodig heb.
right-can-manage-topics = onderwerpen beheren
right-can-delete-messages = berichten verwijderen
right-can-pin-messages = berichten vastzetten
staff-unknown-command = Dit commando ken ik niet. Met /help zie je wat er kan.
staff-only-in-topic = /{ $command } werkt alleen in het onderwerp van een gesprek.
staff-help =
    {""}**Zo werk je hier**

    - Iemand vraagt om een mens: er komt een onderwerp met een kaart. Tik op **Oppakken**.
    - Wat je daarna in dat onderwerp typt, gaat naar de vrager. 👍 betekent: verstuurd.
    - Begin met // om alleen met collega's te overleggen.
    - Collega's die meeschrijven, praten alleen met elkaar.
    - Tik op **Overdragen** of **Afsluiten** als je klaar bent.

    {""}**In de groep**

    - /wachtrij: wie wacht, en hoe lang
    - /dienst: ik begin of ik stop; /dienst wie: wie is er
    - /coordinator: roep mij als niemand anders reageert
    - /talen turks engels: deze talen spreek ik; /talen: wie spreekt wat
    - /themas thuis, pesten: hier weet ik veel van
    - /zoek naam, onderwerp of label: zoek een gesprek
    - /vragen: vragen zonder goed antwoord; jij zegt waar ze bij horen
    - /rapport: de cijfers
    - /drukte: op welke dagen en uren mensen komen
    - /uitslag: wat er uit vragenlijsten kwam
    - /test naam: speel een stappenplan zelf, als proef
    - /intervisie: leer samen van gesprekken die dicht zijn
    - /nieuws tekst: een bericht voor wie daarom vroeg
    - /hier naam: dit onderwerp is de plek voor intervisie, of voor een regel

    {""}**In een gesprek**

    - /help: de drie dingen die je nu kunt doen

    - /faq zoekterm: zoek een antwoord en stuur het met een tik
    - /zin: vaste zinnen; /zin hallo = Fijn dat je er bent: bewaar er een
    - /label naam: een label erop, of eraf
    - /prioriteit hoog, gewoon of laag
    - /macro: meer dingen met één woord
    - // @naam: roep een collega, de vrager ziet het niet
    - /straks 30, /straks morgen 9.00: kom hier dan op terug; /straks weg
    - /overdragen Naam, notitie
    - /afsluiten
    - /spoed: wat te doen bij gevaar
    - /verwijder: als antwoord op je eigen bericht
    - /blokkeer reden: een week geen gesprekken; /deblokkeer: toch weer
queue-empty = Er wacht niemand, en er loopt geen gesprek.
queue-waiting = { $place }. **{ $alias }**{ $weight } wacht { $minutes } min, over: { $theme }{ $urgent ->
    [true] {" "}🔴
   *[false] {""}
}
queue-claimed = **{ $alias }** is in gesprek met { $name }
duty-on = { $name } is in dienst.
duty-off = { $name } is niet meer in dienst.
duty-list = In dienst: { $names }
coordinator-on = { $name } is coördinator en wordt geroepen als niemand anders reageert.
coordinator-off = { $name } is geen coördinator meer.
languages-set = Jouw talen: { $languages }
languages-unknown = Deze taal ken ik niet: { $words }. Typ hem in het Nederlands, zoals /talen turks engels.
languages-how = Wie spreekt wat? Jouw talen kies je met /talen turks engels. Met /talen geen wis je ze.
themes-set = Jouw thema's: { $themes }
faq-how = Typ /faq en een zoekterm, bijvoorbeeld: /faq kind zit thuis
faq-nothing = Daar vond ik niets bij. Probeer een ander woord.
faq-found = Welk antwoord stuur ik naar de vrager?
transfer-ask = { $name } wil dit gesprek overdragen. Aan wie?
transfer-who = Ik ken geen collega, of meer dan één, met de naam "{ $who }". Het gesprek blijft waar het is. Kies uit: { $names }
transfer-full = { $name } heeft al zoveel gesprekken als mag. Kies iemand anders.
block-never = Bij dit gesprek was een teken van gevaar. Dan blokkeren we niet.
block-why = Schrijf er een reden bij, bijvoorbeeld: /blokkeer scheldt na drie waarschuwingen
blocked-staff = Geblokkeerd voor { $days } dagen. Reden: { $reason }. Antwoorden van de bot en SOS blijven werken.
delete-how = Stuur /verwijder als antwoord op het bericht dat weg moet.
deleted = Weggehaald bij de vrager. Heeft die het al gelezen, dan is dat niet terug te draaien.
delete-not-yours = Dit is een regel van de vrager of van mij. Weghalen kan alleen bij wat jij zelf verstuurde.
delete-failed = Weghalen lukte niet. Na twee dagen laat Telegram dat niet meer toe.
label-how = Typ een label, bijvoorbeeld: /label wachtlijst. Nog een keer haalt het weg.
label-set = Labels: { $labels }
later-how = Wanneer? Bijvoorbeeld: /straks 30 (minuten), /straks 2 uur, /straks morgen 9.00 of /straks maandag. Hooguit een maand. Het gesprek moet nog open zijn. /straks weg haalt het weg.
later-set = Ik kom hier { $moment } op terug.{ $told ->
    [true] {" "}De vrager hoort dat, en tot dan vraag ik je niet om een antwoord.
   *[false] {""}
}
later-gone = Ik kom er niet meer op terug.
staff-later = ⏰ Je wilde nu terugkomen op { $alias }. { $mentions }
staff-new-talk = Nieuw gesprek. { $mentions }
search-how = Typ /zoek en een naam, onderwerp of label, bijvoorbeeld: /zoek pesten. Ik zoek nooit in wat vragers schreven.
search-nothing = Niets gevonden.
search-found = **{ $alias }** ({ $day }) · { $status ->
    [waiting] wacht
    [claimed] loopt
   *[closed] afgesloten
} · { $theme } · labels: { $labels }
unblock-none = Deze vrager is niet geblokkeerd.
unblocked = De blokkade is weg. Gesprekken kunnen weer.
snippet-gone = Weggegooid: { $name }
snippet-kept = Bewaard. Sturen: /zin { $name }
snippet-list = Eigen vaste zinnen: { $names }. Sturen: /zin naam. Bewaren: /zin naam = tekst. Weggooien: /zin naam =. In een andere taal: /zin naam en = tekst. In een zin mag je {"{alias}"} en {"{openingstijd}"} zetten. Deze zinnen zijn er altijd, in de taal van de vrager met het Nederlands eronder:
refused-taken = { $name } heeft dit gesprek al.
refused-yours-already = Dit gesprek is al van jou.
refused-closed = Dit gesprek is afgesloten.
refused-not-claimed = Niemand heeft dit gesprek nog. Tik eerst op Oppakken.
refused-not-yours = Dit gesprek is van { $name }.
refused-too-many = Je hebt al { $most } gesprekken. Sluit er eerst een af, of draag er een over.
refused-old-button = Deze knop werkt niet meer.
toast-claimed = { $alias } is van jou.
toast-closed = Afgesloten.
toast-seen = Dank je.
protocol =
    {""}**Spoedprotocol**

    1. **Is er nu gevaar?** Vraag het gewoon: "Ben je nu veilig?" Is het nee: laat de vrager **112** bellen. Jij kunt niemand sturen, want je weet niet wie het is.
    2. **Denkt iemand aan de dood?** Vraag het recht op: "Denk je aan zelfdoding?" Vragen maakt het niet erger. Noem {"{contact:113}"}, dag en nacht.
    3. **Onveilig thuis?** Noem {"{contact:veiligthuis}"}. Jij kunt daar zelf ook advies vragen, zonder een naam te noemen.
    4. **Blijf erbij.** Antwoord kort en rustig. Beloof geen geheimhouding. Zeg wat je gaat doen voordat je het doet.
    5. **Overleg.** Bel de coördinator. Volg de stappen van de meldcode: signalen op een rij, overleg, praten, wegen, beslissen.
    6. **Zorg voor jezelf.** Praat na met een collega.

staff-command-test = Speel een stappenplan zelf, als proef
staff-command-wachtrij = Wie wacht, en hoe lang
staff-command-dienst = Ik begin of stop
staff-command-faq = Zoek een antwoord en stuur het
staff-command-zin = Vaste zinnen
staff-command-overdragen = Geef dit gesprek door
staff-command-afsluiten = Sluit dit gesprek
staff-command-spoed = Wat te doen bij gevaar
staff-command-blokkeer = Een week geen gesprekken
staff-command-id = Het nummer van deze groep
staff-command-verwijder = Haal je bericht weg bij de vrager
staff-command-help = Zo werkt het hier
staff-signal = 📣 **Signaal** bij "{ $theme }", van een { $audience ->
    [ouder] ouder
    [jongere] jongere
   *[other] onbekende
}. Niemand wacht op antwoord.
staff-alert = ⚠️ **Signaal van gevaar** ({ $level ->
    [acute] nu gevaar
   *[other] crisis
}) – { $category ->
    [suicide] niet meer willen leven
    [self_harm] zichzelf pijn doen
    [unsafe_home] onveilig thuis
    [sexual_violence] seksueel geweld
   *[other] direct gevaar
}, van een { $audience ->
    [ouder] ouder
    [jongere] jongere
   *[other] onbekende
}{ $other ->
    [true] {" "}over iemand anders
   *[false] {""}
}. De bot heeft 112 en 113 genoemd. Wie het is en wat er staat, zien jullie niet.

# --- Vragen zonder antwoord, uitslagen --------------------------------------------------------------------------------

staff-command-vragen = Vragen zonder goed antwoord
staff-command-rapport = De cijfers
staff-command-uitslag = Wat er uit vragenlijsten kwam
toast-thanks = Dank je
review-empty = Er ligt geen vraag meer. Dank je wel.
review-question = **Nog { $left } { $left ->
    [one] vraag
   *[other] vragen
}** · { $audience ->
    [ouder] van een ouder
    [jongere] van een jongere
   *[other] ouder of jongere: niet gezegd
}{ $times ->
    [1] {""}
   *[other] {""} · { $times } keer gevraagd
} · { $missed ->
    [none] ik had geen antwoord
    [rejected] mijn keuzes klopten niet
   *[other] mijn antwoord klopte niet
}
review-where = Waar hoort deze vraag bij? Staat het er niet bij? Typ /vragen en een zoekwoord.
review-found = Dit vond ik bij "{ $search }". Waar hoort de vraag bij?
review-entry = Geleerd. Deze vraag hoort nu bij *{ $title }*. Het telt meteen mee.
review-new = Genoteerd als nieuw onderwerp. De redactie ziet het in het rapport.
review-not = Genoteerd: niet voor ons.
review-skip = Overgeslagen.
review-suffers = Let op: vragen bij { $titles } komen nu soms hier uit. Vraag de redactie om ernaar te kijken.
review-done-already = Over deze vraag is al besloten.
button-review-new = 🆕 Nieuw onderwerp
button-review-not = 🚫 Niet voor ons
button-review-skip = ⏭ Sla over
outcome-none = Er is nog geen vragenlijst.
outcome-title = **Uitslag: { $title }** (van het afgelopen jaar)
outcome-too-few = Bij *{ $title }* zijn er nog geen { $least } antwoorden. We laten niets zien, zodat niemand te herkennen is.
outcome-sent = Verstuurd naar { $count } { $count ->
    [one] deelnemer
   *[other] deelnemers
} die het wilden weten.
button-outcome = Stuur dit naar { $count } { $count ->
    [one] deelnemer
   *[other] deelnemers
}

# --- Het huis zelf ----------------------------------------------------------------------------------------------------

staff-content-refused = ⚠️ De nieuwe inhoud heeft fouten. Ik gebruik hem niet en ga door met de oude. Geef dit door aan de redactie:
house-database-away = ⚠️ De bot kan niet bij zijn database. Berichten gaan niet verloren, maar antwoorden komen later. Bel de beheerder.
house-restored = ⚠️ De beheerder heeft een kopie teruggezet. Wat na die kopie gebeurde, weet de bot niet meer. Berichten van toen die nog niet weg waren ({ $messages }) verstuurt hij niet. Vragen van toen zonder antwoord ({ $updates }) legt hij opzij. Gesprekken die toen open waren: { $talks }. Kijk in de wachtrij (/wachtrij) welke nog kloppen.
house-reload-failed = De nieuwe inhoud kon niet worden gelezen. De bot gaat door met de oude en probeert het vanzelf opnieuw. Blijft dit, vraag dan de beheerder om in het log te kijken.
house-updates-old = ⚠️ Er wacht al { $minutes } minuten een bericht op de bot. Er is iets mis. Bel de beheerder.
house-messages-old = ⚠️ Er wacht al { $minutes } minuten een antwoord om verstuurd te worden. Bel de beheerder.

# Het rapport met de cijfers.
report-title = **Cijfers van { $organisation }**
report-picture-failed = Het plaatje met de cijfers maken is niet gelukt. Dezelfde cijfers staan hieronder in woorden. Lukt het vaker niet, zeg het dan tegen wie de bot beheert.
report-period = { $first } t/m { $last } ({ $weeks ->
    [1] 1 week
   *[other] { $weeks } weken
})
report-no-weeks = Er is nog geen hele week voorbij. Daarom staan hier nog geen cijfers. Ze komen vanaf maandag { $day }.
report-questions = **Vragen:** { $count }
report-weeks = Per week: { $weeks }
report-busiest = Drukste week: die van { $week } ({ $count })
report-answered = **Beantwoord:** { $percent }% van de vragen over onze onderwerpen
report-answered-unknown = **Beantwoord:** nog niet te zeggen. Er is te weinig gevraagd, of een getal is te klein om te tonen.
report-themes = **{ $audience }** kregen het vaakst antwoord over: { $themes }
report-themes-hidden = **{ $audience }:** te weinig om te laten zien waarover
report-themes-none = **Onderwerpen:** nog geen antwoorden gegeven
report-waiting = **Wachten op een mens:** de helft wacht hooguit { $median }, negen van de tien hooguit { $ninetieth } ({ $count } gesprekken)
report-waiting-unknown = **Wachten op een mens:** minder dan 5 gesprekken, dus geen wachttijd
report-waiting-together = **Wachten op een mens:** wachttijden van steunpunten kun je niet optellen. Ze staan in het rapport van elk steunpunt.
report-rating = **{ $what ->
    [talk] Cijfer voor gesprekken
   *[flow] Cijfer voor stap voor stap
}:** { $mean } van 5 ({ $count } keer gegeven)
report-rating-unknown = **Cijfers:** minder dan 5 keer gegeven, dus geen gemiddelde
report-unanswered = **Vaak geen antwoord op vragen in de buurt van:** { $entries }
report-blocks = Onderwerpen, wachttijd en cijfers tellen we per vier weken tegelijk. Hier: { $blocks }.
report-blocks-later = Onderwerpen, wachttijd en cijfers tellen we per vier weken. Die van { $first } t/m { $last } laten we zien vanaf maandag { $day }.
report-hidden = Minder dan 5 laten we weg, zodat niemand te herkennen is.
report-guarded = Soms laten we ook een groter getal weg. Anders kun je het kleine getal uitrekenen.
report-none-hidden = Getallen onder de 5 laten we altijd weg, zodat niemand te herkennen is. Dat was hier nergens nodig.
report-audience = { $name ->
    [ouder] Ouders
    [jongere] Jongeren
   *[other] Niet gezegd
}
report-theme-other = Andere vragen
report-outcome = { $name ->
    [answered] Meteen een antwoord
    [suggested] Nagevraagd wat er bedoeld was
    [none] Geen antwoord
    [smalltalk] Groet, bedankje of praatje
   *[rejected] "Geen van deze" gekozen
}
report-danger = { $name ->
    [acute] Nu gevaar
    [crisis] Crisis
   *[concern] Zorg over veiligheid
}
report-human = { $name ->
    [asked] Gevraagd om een mens
    [claimed] Opgepakt door een medewerker
    [reopened] Later verder gepraat
    [closed-by-staff] Afgesloten door het team
    [closed-by-person] Gestopt door de vrager
   *[closed-by-silence] Gesloten na lange stilte
}
report-feedback = { $name ->
    [yes] Ja, dit zocht ik
   *[no] Nee, dit zocht ik niet
}
report-channel = { $name ->
    [web] Via de website
   *[telegram] Via Telegram
}
report-language = { $name ->
    [nl] Nederlands
    [en] Engels
    [de] Duits
    [fr] Frans
    [es] Spaans
    [pl] Pools
    [tr] Turks
    [ar] Arabisch
    [uk] Oekraïens
    [ru] Russisch
    [pt] Portugees
    [ro] Roemeens
    [bg] Bulgaars
    [so] Somalisch
    [ti] Tigrinya
    [fa] Perzisch
    [ku] Koerdisch
    [zh] Chinees
    [pap] Papiaments
    [it] Italiaans
   *[other] Andere taal
}

staff-remark = { $alias } zegt bij het cijfer: { $words }

button-trial = 🧪 Speel het in je eigen chat
trial-how =
    Speel een stappenplan zelf, in je eigen chat met de bot. Niemand anders ziet het en er wordt niets geteld.

    Typ bijvoorbeeld: /test ruzie\_thuis. Als wie en in welke taal kan erachter: /test praat\_met\_een\_mens jongere en
trial-who = { $name ->
    [jongere] een jongere
   *[other] een ouder
}
trial-flow = { $name }: { $title }{ $draft ->
    [true] {" "}(concept)
   *[false] {""}
}
trial-not-for = '{ $flow }' is er niet voor: { $who }.
trial-invitation =
    🧪 **{ $title }** · voor: { $who }

    Eén collega kan dit nu spelen, binnen { $minutes } minuten. Tik op de knop, of typ in je eigen chat met de bot:

    `/start { $start }`
trial-begins =
    🧪 **Dit is een proef.** Je speelt: { $who }. Er wordt niets geteld, bewaard of doorgegeven. Typ /stop om te stoppen.

    Typ hier geen noodkreet om te proberen: die is altijd echt.
trial-banner = 🧪 **PROEF**
trial-no-staff = 🧪 *In het echt krijgt het team nu een bericht. In een proef niet.*
trial-no-reminder = 🧪 *In het echt komt er later een herinnering. In een proef niet.*
trial-ended = 🧪 **Einde van de proef.** Er is niets geteld of bewaard. Wat je nu typt, is weer echt.
trial-over = Deze knop hoort bij een proef die voorbij is. Met /test in de groep begin je een nieuwe.
trial-link-old = Deze proef is al gespeeld, of te oud. Vraag in de groep een nieuwe met /test.
trial-in-talk = Je hebt nu een gesprek met een medewerker. Speel de proef als dat voorbij is.
