# Korte zinnen van de bot zelf. $audience is ouder, jongere of unknown.

language-name = Nederlands

welcome =
    Hallo! Ik ben de chatbot van { "{steunpunt}" }. Ik ben een computer, geen mens. Mijn antwoorden zijn vooraf geschreven en hebben een bron.

    Je hoeft je naam niet te zeggen. **Wie ben je?** Je mag ook meteen je vraag typen.
who-are-you = Voor wie is het menu? Dan laat ik de onderwerpen zien die bij je passen.
hello = { $audience ->
    [jongere] Fijn dat je er bent. Typ je vraag, of kies een onderwerp. Je hoeft niet te zeggen hoe je heet. Nood? Tik op SOS.
   *[other] Fijn dat je er bent. Typ je vraag in je eigen woorden, of kies een onderwerp.
}
menu = Waar gaat je vraag over? Kies een onderwerp, of typ je vraag.
theme = **{ $title }**. Welke vraag past het best?
help =
    {""}**Zo werkt het**

    - Typ je vraag gewoon zoals je praat. Typfouten zijn niet erg.
    - Met /menu zie je alle onderwerpen.
    - Met /mens schrijf je met een mens van het steunpunt.
    - Met /taal kies je een andere taal.
    - Met /privacy lees je wat we wel en niet bewaren. Met /inzage zie je het, met /wis wis je het.
    - Snel weg? /weg wist mijn berichten uit deze chat.
    - In nood: /sos. Is er nu gevaar? Bel **112**.
which-language = Welke taal wil je?
language-chosen = Goed, we gaan verder in het Nederlands. Typ je vraag, of kies een onderwerp.
did-you-mean = Bedoel je een van deze vragen?
none-of-these = Jammer, dan zat ik ernaast. Kies een onderwerp, of vraag het met andere woorden. Een mens vragen kan ook.
not-found = Dit weet ik niet. Ik ken alleen vaste antwoorden over school, extra hulp en rechten. Vraag het eens met andere woorden, of kies een onderwerp.
missed-again = Ik kom er niet uit, sorry. Dat ligt aan mij. Een mens van het steunpunt kan je beter helpen.
old-button = Die knop werkt niet meer. Hier is het menu.
unknown-command = Dit commando ken ik niet. Typ je vraag, of gebruik een knop.
cannot-read = { $kind ->
    [voice] Een spraakbericht kan ik niet beluisteren, en niemand anders luistert mee. Typ je vraag, of tik op de microfoon van je toetsenbord: dan typt je telefoon voor je. Liever praten? Vraag een mens. Is er gevaar? Bel 112.
    [video] Een video kan ik niet bekijken. Kun je je vraag typen?
    [photo] Een foto kan ik niet bekijken. Ik bewaar hem ook niet. Kun je je vraag typen?
    [document] Een bestand kan ik niet lezen. Kun je je vraag typen?
   *[other] Dit kan ik niet lezen. Kun je je vraag typen?
}
privacy =
    {""}**Wat we van je weten**

    { $channel ->
        [web] Wij vragen geen naam. Je hebt hier geen account. Wat je hier typt en leest, staat versleuteld op onze computer, zolang dit gesprek duurt. Sluit je het tabblad, dan kan niemand er meer bij. Behalve wie jouw code heeft.
       *[other] Wij vragen geen naam. Telegram weet wel welk account dit is en bewaart deze chat. Ik moet je accountnummer kennen, anders kan ik niet antwoorden. Dat nummer staat versleuteld op onze computer. Medewerkers zien het niet.
    }

    Wat je mij vraagt, leest geen mens. Soms houd ik je vraag even vast, zodat jij hem kunt doorgeven. Is het een dag stil, dan is hij weg. Geef je hem door? Dan leest het team hem, zonder je naam. De woorden mogen ze houden om mij te verbeteren. Ik onthoud kort waar we waren, hooguit een dag. Ik tel hoe vaak iets gebeurt, nooit bij wie. Praat je met een medewerker? Dan leest het team mee onder een schuilnaam. Een week na het gesprek wissen we dat.

    Met /inzage zie je alles wat we bewaren. Met /wis wis je het. Met /weg haal je snel mijn berichten weg. Met /stop stopt wat er loopt.

    { $channel ->
        [web] Let op: een school of een ouder kan soms zien welke websites je bezoekt. Wat je typt, zien ze zo niet.
       *[other] Telegram is niet van ons. In de EU is Telegram volgens de voorwaarden vanaf 18 jaar. Deze chat is niet van begin tot eind versleuteld.
    }
apology = Er ging iets mis bij ons. Het ligt niet aan jou. Je bericht is niet beantwoord. Stuur het nog eens, of typ /menu.
apology-contact = Een mens spreken? Bel { $phone }. Is er gevaar? Bel 112.
apology-without-phone = Met /mens hoor je hoe je een mens spreekt. Is er gevaar? Bel 112.
sources = Bron:
source = { $link } (nagekeken op { $checked })
approved = *Nagekeken door { $by } op { $day }.*
open-always = dag en nacht open
open-until = nu open tot { $time }
closed-now = nu dicht

button-parent = Ik ben ouder of verzorger
button-youth = Ik ben jongere
button-menu = Menu
button-human = Praat met een mens
button-sos = SOS
button-more = Meer hierover
button-none = Geen van deze

command-menu = Alle onderwerpen
command-help = Zo werkt het
command-mens = Praat met een mens
command-sos = In nood
command-taal = Kies een taal
command-privacy = Wat we wel en niet bewaren
command-start = Opnieuw beginnen

worry = { $audience ->
    [ouder]
        Dat klinkt zwaar. Goed dat je het zegt.

        Gaat het om gevaar, of denkt iemand aan dood willen zijn? Bel dan **112** bij gevaar nu, of **113** om te praten. Dag en nacht, gratis.
   *[other]
        Dat klinkt heftig. Goed dat je het zegt.

        Denk je aan dood willen zijn, doe je jezelf pijn, of doet iemand jou pijn? Bel **113** of chat op [113.nl](https://www.113.nl), dag en nacht, gratis. Je naam is niet nodig. Is er nu gevaar? Bel **112**.
}
worry-otherwise = Bedoelde je iets anders? Tik dan op de knop, of typ gewoon verder.
worry-answered = Op je vraag geef ik hieronder antwoord.
still-here = Je mag hier verder typen. Is het gelukt om iemand te bereiken? **112** bij gevaar nu, **113** om te praten, dag en nacht. Ik ben een computer en kan geen hulp sturen.
misunderstood = Goed dat je het zegt, dan begreep ik je verkeerd. Waar gaat je vraag over?
button-misunderstood = Ik bedoelde iets anders
# --- Een mens spreken -------------------------------------------------------------------------------------------------

button-share = Ja, doorgeven
button-share-closed = Ja, laat een bericht achter
button-share-bare = Ja, zonder mijn vraag
button-share-no = Nee, toch niet
button-leave = Gesprek stoppen
button-call-back = 📞 Bel mij terug
button-message = ✉️ Laat een bericht achter
button-call-yes = Ja, geef mijn nummer door
button-call-no = Nee, geen nummer
button-reopen = Verder praten
button-show = Toch laten zien
button-pass-on = Ja, stuur maar door

share-intro = Je kunt hier schrijven met een medewerker: een mens.
share-who = Dat is iemand van { "{steunpunt}" }, vaak met eigen ervaring.
share-open = { $ahead ->
    [0] Het team is er nu.
    [one] Er wacht nog één ander.
   *[other] Er wachten nog { $ahead } anderen.
}
share-patience = Meestal duurt het even, soms langer. Je hoort steeds hoe het staat.
closed-until = Het team leest je bericht { $moment }. Je krijgt antwoord hier, in deze chat.
closed-unknown = Het team leest je bericht zodra het er weer is. Je krijgt antwoord hier, in deze chat.
opening-unknown = op onze gewone tijden
closed-helplines = Wil je nu met iemand praten? Deze hulplijnen zijn open:
share-list = **Dit ziet de medewerker:**
share-alias = een schuilnaam
share-audience = { $audience ->
    [ouder] dat je ouder of verzorger bent
    [jongere] dat je jongere bent
   *[other] dat je niet zei of je ouder of jongere bent
}
share-theme = het onderwerp: { $theme }
share-question = je laatste vraag, zoals je hem typte
share-what-follows = wat je daarna schrijft
share-answers = { $count ->
    [one] je antwoord
   *[other] je { $count } antwoorden
}
share-not = **Niet:** je naam, foto of nummer.
share-danger = Het team praat met niemand over jou zonder dat jij het weet. Is er gevaar? Dan zoekt het team met jou naar hulp. Het kan niemand sturen, want het weet niet wie je bent. Bel dan zelf **112**.
share-ask = Zal ik dit doorgeven?
button-share-details = Wat gebeurt er precies?
share-declined = Goed, ik geef niets door. Je kunt altijd later nog een mens vragen.
call-ask = Op welk nummer kan het team je bellen? Typ het hier. Ik laat het je eerst zien. Het team krijgt het pas na jouw ja.
call-unclear = Dat lees ik niet als telefoonnummer. Een nummer heeft tien cijfers, of begint met + en het land. Typ je het nog een keer?
call-check = Lees ik het goed: **{ $number }**? Mag het team dit nummer zien, om je te bellen? Ik wis het als het gesprek stopt.
call-again = Mag het team je nummer zien?
call-noted = { $when ->
    [open] Het team ziet nu je nummer: **{ $number }**. Wanneer komt het je goed uit? Typ het gerust.
   *[closed] Het team krijgt je nummer: **{ $number }**. Er is { $moment } weer iemand. Wanneer komt het je goed uit? Typ het gerust.
}
call-none = Goed, ik geef geen nummer door. Je vraag blijft staan. Antwoord krijg je dan in deze chat.
message-ask = { $when ->
    [open] Typ je bericht. Het gaat naar het team, en je krijgt antwoord in deze chat.
   *[closed] Typ je bericht, zo lang als je wilt. Het team leest het { $moment }. Antwoord krijg je in deze chat.
}
already-waiting = Je staat al in de rij, als **{ $alias }**. Typ gerust verder. Een medewerker leest het straks.
already-talking = Je bent al in gesprek met een medewerker, als **{ $alias }**. Typ gewoon verder, dan leest die het.
later-person = Een medewerker komt hier { $moment } op terug.
waiting-open = Gelukt. Je heet in dit gesprek **{ $alias }**. Je bent nummer { $place } in de rij. Wat je nu typt, gaat naar het team. Weet ik het antwoord zelf, dan zeg ik het er meteen bij. Commando's zoals /menu en /sos blijven werken.
waiting-closed-unknown = Gelukt. Je heet in dit gesprek **{ $alias }**. Het team leest het zodra het er weer is. Schrijf maar wat je kwijt wilt. Je krijgt antwoord in deze chat.
waiting-closed = Gelukt. Je heet in dit gesprek **{ $alias }**. Het team leest het { $moment }. Schrijf maar wat je kwijt wilt. Je krijgt antwoord in deze chat.
still-waiting = { $stage ->
    [1] Het duurt langer dan we willen, sorry. Ik heb het team nog een keer geroepen. Je bent nummer { $place } in de rij.
   *[other] Het spijt me, het team is nog met anderen bezig. Ik heb nu de coördinator geroepen. Je blijft in de rij, op plek { $place }. Wil je niet wachten? Deze hulplijnen zijn nu open:
}
claimed = Er is een medewerker voor je. Die leest nu wat je schreef en antwoordt hier.
transferred = Een andere medewerker neemt het gesprek over. Die leest eerst wat je schreef. Je hoeft niets opnieuw te vertellen.
given-back = De medewerker kon niet verder. Je gaat weer naar de rij, vooraan waar het kan. Wat je schreef blijft staan.
staff-voice = 👤 Medewerker:
check-in = Een medewerker vroeg je iets, of wachtte op je. Ben je er nog? Typ gerust verder. Niets doen mag ook: dan sluit ik het gesprek morgen.
closed-by-person = Je hebt het gesprek gestopt. Dank je wel dat je schreef. Hoe was het? Tik op een gezichtje als je wilt.
closed-by-staff = De medewerker heeft het gesprek afgerond. Hoe was het? Tik op een gezichtje als je wilt. Wil je later verder? Dat kan nog een week.
closed-by-silence = Het was een tijd stil, dus ik sluit dit gesprek. Dat geeft niks. Wil je verder? Dat kan nog een week, met de knop hieronder.
rated = Dank je wel. Daar leren we van.
reopened = Fijn dat je er weer bent. Je heet nog steeds **{ $alias }**. Typ maar, het team leest mee.
masked = Ik heb een nummer, adres of naam in je bericht verborgen. De medewerker ziet { "▒▒▒" }. Is het nodig dat die het wel ziet?
passed-on = Doorgestuurd.
recognisable = { $kind ->
    [voice] Aan je stem kan iemand je herkennen.
    [video] Op een video kan iemand je gezicht en stem herkennen.
    [location] Aan deze plek kan iemand zien waar je bent.
   *[other] Op een foto kan iemand jou of een ander herkennen.
} Wil je dit toch doorsturen naar de medewerker? Liever typen mag ook.
media-stopped = { $kind ->
    [contact] Een contactkaart stuur ik niet door, want daar staat een naam en een nummer op.
    [document] Een bestand stuur ik niet door, want daar staat vaak de naam van de maker in. Maak er een foto van, of typ wat erin staat.
   *[other] Dit soort bericht kan ik niet doorgeven. Kun je het typen?
}
blocked = Je kunt tot { $until } geen gesprek met een medewerker beginnen. Het team heeft dat zo besloten. Je vragen stellen aan mij kan gewoon. Ben je in nood? Tik op SOS.

# --- Zelf de baas -----------------------------------------------------------------------------------------------------

gone = Hallo. Typ een vraag, of /menu.
stopped = Goed, ik stop. Er loopt niets meer. Je kunt altijd weer iets typen.
button-wipe = Ja, wis alles
button-wipe-not = Nee, bewaar het nog
wipe-ask =
    {""}**Zal ik alles wissen wat we van je bewaren?**

    Weg zijn dan: waar je was in het gesprek, je taal, gesprekken met een medewerker en wat nog verstuurd moest worden. Het team ziet die gesprekken dan ook niet meer.

    { $channel ->
        [web] Dit gesprek is dan ook van het scherm weg. Je code werkt niet meer.
       *[other] De chat op je eigen telefoon blijft staan. Die wis je zelf in Telegram. Wil je ook mijn berichten daar weg hebben? Typ dan eerst /weg: ik wis mijn berichten van de laatste twee dagen.
    }
wipe-not = Goed, ik wis niets.
wiped = Alles is gewist. We bewaren niets meer van je. In een reservekopie kan het nog hooguit veertien dagen versleuteld staan. { $channel ->
    [web] Iets nieuws vragen mag altijd.
   *[other] Wil je ook deze chat weg? Verwijder hem in Telegram. Iets nieuws vragen mag altijd.
}
insight-file = wat-we-bewaren.txt
insight-caption = Dit is alles wat we nu van je bewaren.
insight-next = Klopt er iets niet, of wil je het weg hebben? Typ /wis, of vraag een mens.
insight-title = Wat { $organisation } van je bewaart, op { $moment }
insight-nothing = niets
insight-account = { $channel ->
    [web] Je hebt geen account. We hebben geen naam, foto, nummer of adres van je. Dit gesprek zelf staat versleuteld bij ons.
   *[other] Je Telegram-account: alleen versleuteld, om je te kunnen antwoorden. Je naam, foto en nummer hebben we niet.
}
insight-audience = Wie je zei dat je bent: { $who }
insight-audience-name = { $audience ->
    [ouder] ouder of verzorger
    [jongere] jongere
   *[other] niets
}
insight-language = Taal: { $language }
insight-entry = Laatste onderwerp (code): { $entry }
insight-alarm = Laatste teken van gevaar: { $level }
insight-state = Dit alles vergeten we na { $hours } uur stilte. { $channel ->
    [web] Wat je typt en de bestanden in dit gesprek ook. Een vraag die je doorgaf, houden we langer.
   *[other] Wat je typt bewaren we niet, behalve een vraag die je doorgaf.
}
insight-talks = Gesprekken met een medewerker:
insight-talk = - als { $alias }, begonnen { $moment }, { $status ->
    [waiting] wacht op een medewerker
    [claimed] loopt
   *[other] afgerond
}
insight-call-back = {"  "}nummer om je terug te bellen: { $number }
insight-kept = De berichten zelf staan in de Telegram-groep van het team. Ze gaan weg { $days } dagen na het einde van het gesprek.
insight-telegram = { $channel ->
    [web] Wat hier op het scherm staat, vergeten we als dit gesprek voorbij is.
   *[other] Telegram bewaart deze chat ook. Daar gaan wij niet over.
}
insight-rights = Je mag dit altijd laten wissen: typ /wis. Vragen of een klacht? Ga naar het steunpunt, of naar de Autoriteit Persoonsgegevens.

command-inzage = Zie wat we van je bewaren
command-wis = Wis wat we van je bewaren
command-stop = Stop wat er loopt
command-weg = Snel weg: mijn berichten wissen

# --- Stappenplannen ---------------------------------------------------------------------------------------------------

button-flows = 🧭 Stap voor stap
button-share-no-words = Ja, zonder mijn eigen woorden
button-share-change = Eerst iets aanpassen
button-flow-back = ◀ Terug
button-flow-skip = Sla over
button-flow-why = Waarom?
button-flow-stop = Stop
button-flow-answer = Dit was mijn antwoord
button-flow-go_on = ▶ Verder waar ik was
button-flow-restart = Opnieuw
flows-menu = Kies een stappenplan. Ik stel steeds één vraag. Je kunt altijd terug of stoppen.
flow-choose = Kies een van deze antwoorden. Typen mag ook.
flow-choose-again = Dat herken ik niet. Tik op een knop, of typ het nummer van je keuze.
flow-which = Bedoel je "{ $first }" of "{ $second }"?
flow-choose-one = Wat wil je wijzigen?
flow-which-change = Dit heb je tot nu toe gezegd.
flow-yes-no-wanted = Kies ja of nee.
flow-yes-no-wanted-again = Ik snap het nog niet. Tik op Ja of Nee.
flow-number-wanted = Typ alleen een getal.
flow-number-wanted-again = Ik zoek een getal, zoals 3 of 12.
flow-scale-wanted = Kies een cijfer van 1 tot en met 10.
flow-scale-wanted-again = Ik zoek een cijfer van 1 (heel moeilijk) tot en met 10 (heel goed).
flow-doubt = Weet je het niet zeker? Kies dan wat het meest klopt. Je kunt het later wijzigen.
flow-doubt-again = Twijfel mag. Kies ja of nee, of vraag een mens.
flow-day-taken = Ik heb begrepen: **{ $day }**. Klopt dat niet? Typ terug.
flow-day-about = Ik reken met **{ $day }**, de vroegste dag die het kan zijn. Weet je de dag precies? Typ terug en zeg hem.
flow-date-past = { $day } komt nog. Ik zoek een dag die al geweest is.
flow-date-future = { $day } is al geweest. Ik zoek een dag die nog komt.
flow-date-wanted = Typ een dag, zoals 12 maart, 12-3 of morgen.
flow-date-wanted-again = Die dag begrijp ik niet. Typ hem als 12-3-2027.
flow-text-too-long = Dat is te lang voor mij. Kun je het korter zeggen?
flow-text-too-long-again = Het is nog te lang. Schrijf alleen het belangrijkste.
flow-stuck = Ik kom er niet uit, sorry. Je mag deze vraag overslaan, opnieuw beginnen of een mens vragen.
flow-no-skip = Deze vraag heb ik nodig om verder te gaan.
flow-no-why = Ik vraag dit om je de goede stap te laten zien. Ik bewaar het hooguit een dag.
flow-first = Dit is de eerste vraag.
flow-changed = Deze vraag is net veranderd. Daarom stel ik hem opnieuw.
flow-go-on = Verder met je vraag.
flow-stopped = Gestopt. Ik heb je antwoorden gewist.
flow-withdrawn = Dit stappenplan is er niet meer, sorry. Hier is het menu.
flow-broken = Er ging iets mis in dit stappenplan. Het ligt niet aan jou. Vraag een mens, of kies iets uit het menu.
flow-done = Klaar. Je antwoorden heb ik gewist.
flow-edited = Wil je een antwoord wijzigen? Typ wijzig, of tik op een oude knop.
flow-only-text = Dat kan ik hier niet lezen. Kun je het typen, of op een knop tikken?
document-failed = Het bestand maken is niet gelukt. Dat ligt aan ons, niet aan jou. Je kunt het later nog een keer proberen, of een mens vragen om je te helpen.
insight-alert = - een teken van gevaar op { $moment } (alleen de soort, zonder woorden)
insight-block = - een blokkade tot { $until }, met als reden: { $reason }
insight-rating = - jouw cijfer voor een gesprek: { $number } van 5
insight-flow = Antwoorden in een stappenplan dat nu loopt:

# --- Wat vind je ervan, en vragen doorgeven ---------------------------------------------------------------------------

button-opinion-ja = 👍 Dit zocht ik
button-opinion-nee = 👎 Dit zocht ik niet
button-pass-question = ✉️ Geef mijn vraag door
button-question-yes = Ja, geef door
button-question-no = Nee, niet doorgeven
opinion-thanks = Dank je. Daar worden we beter van.
opinion-sorry = Jammer, dan zat ik ernaast. Kies een onderwerp, of vraag het met andere woorden. Een mens vragen kan ook.
question-ask = Zal ik je vraag doorgeven? Het team leest hem zonder je naam, en maakt er een beter antwoord mee. Je krijgt zelf geen antwoord op deze vraag. Wil je dat wel? Vraag dan een mens. We bewaren je vraag hooguit { $days } dagen, of tot je /wis typt. Dit geef ik door:
question-passed = Gelukt. Dank je, het team kijkt ernaar.
question-kept = Goed, ik geef niets door. Je vraag is weg.
question-gone = Die vraag heb ik niet meer. Stel hem gerust nog een keer.
insight-question = - een vraag die je doorgaf: { $text }
insight-unanswered = - je laatste vraag, om door te geven als je dat wilt: { $text }
insight-participant = - dat je wilt horen wat er uit een vragenlijst komt
insight-case = - een kaart waarop een medewerker schrijft wat het team van een gesprek met jou leert; er staat niet op wie je bent
survey-outcome = Je deed mee aan een vragenlijst van het steunpunt: { $title }. Dit kwam eruit. Getallen onder de 5 laten we weg, zodat niemand te herkennen is.

# --- Posters en de knop op de website ---------------------------------------------------------------------------------

poster-kind = { $audience ->
    [jongere] Gratis chat voor jongeren
   *[other] Gratis chat voor ouders en verzorgers
}
poster-title = { $audience ->
    [jongere] Zit je ergens mee?
   *[other] Loopt je kind vast op school?
}
poster-promise = { $audience ->
    [jongere] Typ het gewoon. Het is gratis en je hoeft je naam niet te geven.
   *[other] Stel je vraag in de chat. Gratis, en je hoeft je naam niet te geven.
}
poster-step-scan = Scan de code
poster-step-start =
    { $channel ->
        [web] Kies wie je bent
       *[telegram] Tik op Start
    }
poster-step-type = Typ je vraag
poster-computer = Je praat eerst met een computer. Wil je een mens? Dat kan ook.
poster-telegram =
    { $channel ->
        [web] Je hebt geen app of account nodig.
       *[telegram] Je hebt wel de gratis app Telegram nodig, met een eigen account.
    }
poster-later = Liever niet hier? Maak een foto voor later.
poster-address = Lukt scannen niet? Typ dit in je browser:
poster-call = Liever bellen?
poster-danger = Is er gevaar? Bel 112.
snippet-button = Chat met ons
snippet-spoken =
    { $channel ->
        [web] Chat met ons: { $organisation }
       *[telegram] Chat met ons: { $organisation }, in Telegram
    }
snippet-note = { poster-computer } Het is gratis en je hoeft je naam niet te geven. { poster-telegram }
snippet-newsletter = { $title } Chat met { $organisation }: { $link } – gratis, en je hoeft je naam niet te geven. { poster-computer } { poster-telegram }

# --- Na een gesprek ---------------------------------------------------------------------------------------------------

button-remark = ✏️ Iets erbij zeggen
button-summary = 📄 Overzicht
remark-ask = Typ in één of twee zinnen wat je wilt zeggen. Het team leest het onder je schuilnaam.
remark-thanks = Dank je. Het staat nu bij het team.
summary-title = Overzicht van je gesprek met { $organisation }
summary-alias = Je heette in dit gesprek: { $alias }
summary-theme = Onderwerp: { $theme }
summary-asked = Gevraagd: { $moment } uur
summary-claimed = Opgepakt door een medewerker: { $moment } uur
summary-closed = Afgesloten: { $moment } uur
summary-gone = Wat er gezegd is, staat in deze chat. Bij ons gaat het gesprek weg op { $day }.
summary-contact = Nog vragen? Bel { "{" }steunpunt.phone{ "}" } of mail { "{" }steunpunt.email{ "}" }.
summary-file = overzicht.txt
summary-caption = Je overzicht. Bewaar het, of laat het aan iemand zien die je vertrouwt.

# --- Antwoorden op wat de bot vroeg ------------------------------------------------------------

share-again = Zal ik het doorgeven aan een medewerker? Typ ja of nee.
wipe-again = En zal ik alles wissen wat we van je bewaren? Typ ja of nee.
question-again = Zal ik je vraag doorgeven aan het team? Typ ja of nee.
reply-unclear = Ik weet niet of dat ja of nee is.
reply-doubt = Twijfel mag. Er gebeurt niets tot je ja zegt.
which-one = Welke bedoel je? Tik erop, of typ het nummer.
perhaps-these = Misschien is het een van deze?
remark-none = Goed, dan niet.
said-before = Dat staat hierboven al. Zeg het in andere woorden, of kies hieronder.
once-more = Nog een keer:
urgent-once-more = Je mag dit zo vaak vragen als je wilt.
hello-helper = Fijn dat je voor iemand anders komt kijken. Vraag het zoals een ouder het zou vragen, of kies een onderwerp. Je mag ook altijd samen met de ouder kijken.
hello-professional = Welkom. Dit steunpunt is er voor ouders en jongeren. Je leest hier wat zij lezen. Typ je vraag, of kies een onderwerp.
role-known = Ja, dat had ik begrepen. Waar gaat je vraag over?
follow-up = Over **{ $title }**:
follow-unknown = { $what ->
    [long] Hoe lang het duurt, staat niet in mijn antwoord over **{ $title }**.
    [cost] Wat het kost, staat niet in mijn antwoord over **{ $title }**.
    [who] Wie dat doet, staat niet in mijn antwoord over **{ $title }**.
    [when] Wanneer dat kan, staat niet in mijn antwoord over **{ $title }**.
    [refuse] Wat je doet als het niet gebeurt, staat niet in mijn antwoord over **{ $title }**.
    [sign] Of je moet tekenen, staat niet in mijn antwoord over **{ $title }**.
    [must] Of dat moet of mag, staat niet in mijn antwoord over **{ $title }**.
    [next] Wat daarna komt, staat niet in mijn antwoord over **{ $title }**.
    [scope] Of dat daar ook geldt, staat niet in mijn antwoord over **{ $title }**.
   *[other] Dat staat niet in mijn antwoord over **{ $title }**.
} Een mens van het steunpunt kan het voor je uitzoeken.
follow-words = Ik leg de moeilijke woorden uit bij **{ $title }**.
follow-no-words = Sorry dat **{ $title }** niet duidelijk was. Welk woord of welk stuk snap je niet? Een mens kan het ook uitleggen.
follow-all-told = Meer weet ik niet over **{ $title }**. Het antwoord staat hierboven. Een mens kan met je meedenken.
follow-again = Dit hoort ook bij **{ $title }**. Het antwoord staat hierboven; dit is wat ik er nog over weet.
follow-sources = Dit staat er over **{ $title }**, met de dag waarop het is nagekeken:
child-noted = Dank je, dat helpt. In mijn antwoord over **{ $title }** maakt het geen verschil, voor zover ik weet. Een mens van het steunpunt kan met je meekijken.
letter-file = Je brief als pdf. Hieronder staat de tekst los, om te kopiëren in een mail.
letter-reading = Dit staat erin:
story-read = Ik lees { $count ->
    [2] twee
   *[3] drie
} dingen:
story-where = Waar zullen we beginnen? Daarna doen we de rest.
button-subject = Verder: { $title }
story-left = Je noemde ook nog: **{ $title }**. Zullen we daarmee verder?
was-it-this = Ging het hierover?
button-not-this = Nee, iets anders
insight-age = { $age } jaar
insight-child = Wat je over het kind zei (we vergeten het na een half uur): { $what }
manners-thanks = { $audience ->
    [jongere] Graag gedaan! Kom gerust terug als er nog iets is.
   *[other] Graag gedaan. Heb je nog een vraag? Die mag je altijd stellen.
}
manners-hello = { $audience ->
    [jongere] Hoi! Typ gerust wat je wilt weten of wat je dwarszit. Het hoeft niet netjes.
   *[other] Hallo! Stel je vraag gewoon in je eigen woorden. Een halve zin mag ook.
}
manners-may_ask = Ja, natuurlijk. Typ je vraag maar, zoals je hem zou zeggen.
manners-goodbye = Tot ziens. Je kunt hier altijd weer terugkomen.
manners-trying = Goed zo, succes! Kom gerust terug als het anders loopt.
manners-insult = Sorry, ik hielp je niet goed. Ik ben een computer en ken alleen vaste antwoorden. Zeg het eens anders, of vraag een mens.
manners-sorry = Geeft niks. Waar kan ik je mee helpen?
manners-laugh = 🙂 Waar kan ik je mee helpen? Typ het gerust.
manners-sad = Dat ziet er verdrietig uit. Wil je vertellen wat er is? Typ het gerust, of praat met een mens.
bot-answers = 🤖 Dit weet ik zelf al. Het team leest je bericht ook.
receipt-open = Bewaard voor het team. Je bent nummer { $place } in de rij.
receipt-closed = Bewaard voor het team. Het leest dit { $moment }.
receipt-closed-unknown = Bewaard voor het team. Het leest dit zodra het er weer is.
receipt-more = Ook dit staat klaar voor het team.
receipt-added = Ik heb het erbij gezet.
follow-what = Waar gaat dat over? Noem het onderwerp erbij, zoals "hoe lang duurt een schorsing".
flow-stuck-again = Het lukt me nog niet. Tik op een knop hieronder. Wil je liever een mens? Typ ja.

# --- Als iets niet aankomt --------------------------------------------------------------------------------------------

not-passed-on = Je laatste bericht kon ik niet doorgeven aan de medewerker. Stuur het nog eens, korter of zonder bijlage.
edit-not-passed-on = Je aanpassing kan de medewerker niet zien. Stuur het als nieuw bericht.
file-not-arrived = Het bestand kon ik niet sturen: Telegram weigerde het. Vraag het later nog eens, of stel je vraag aan een mens.
answer-not-arrived = Mijn antwoord kwam niet aan: Telegram weigerde het. Stel je vraag nog eens, of vraag een mens.
team-away = Het team kan nu even niet bij deze chat. Wat je stuurt, bewaar ik en geef ik door zodra het weer kan. Je hoeft niets opnieuw te sturen.
team-away-kept = Het team kan dit nu niet lezen. Ik bewaar het en geef het door zodra het weer kan.
team-away-now = Het team kan nu even niet bij deze chat. Ik bewaar je vraag en geef hem door zodra het weer kan. Ik weet niet hoe lang dat duurt.
team-back = Het team kan je berichten weer lezen. Ik geef alles nu door.
waiting-away = Ik heb je vraag bewaard. Het team kan nu even niet bij deze chat. Zodra het weer kan, geef ik je vraag door en hoor je dat hier. Je heet daar **{ $alias }**.
answer-not-translated = { $shown ->
    [en] Dit antwoord is er alleen in het Engels.
   *[nl] Hier is het antwoord in het Nederlands.
}
translation-unreviewed = *Deze vertaling is nog niet nagekeken.*
button-dutch = 🇳🇱 Nederlands (om aan school te laten zien)
language-followed = Je schrijft Nederlands, dus ik antwoord in het Nederlands. Andere taal: /taal

crisis-first = **112** bij gevaar nu. { $category ->
    [unsafe_home] **Veilig Thuis: 0800-2000**, dag en nacht.
    [sexual_violence] **Centrum Seksueel Geweld: 0800-0188**, dag en nacht.
   *[other] **113** om te praten, dag en nacht.
  } Eerst jij: ben je veilig? Je mag hier alles typen. Ik ben een computer en kan geen hulp sturen.
crisis-still = **112** bij gevaar nu. { $category ->
    [unsafe_home] **Veilig Thuis: 0800-2000**, dag en nacht.
    [sexual_violence] **Centrum Seksueel Geweld: 0800-0188**, dag en nacht.
   *[other] **113** om te praten, dag en nacht.
  }
crisis-here = Ik blijf hier. Gaat het weer? Tik op de knop of typ "het gaat weer", dan praten we gewoon verder.
crisis-held = Je vraag bewaar ik. Gaat het weer, of begreep ik je verkeerd? Tik op de knop, dan krijg je antwoord.
crisis-go-on = Gaat het weer, of begreep ik je verkeerd? Tik op de knop, dan gaan we verder.
crisis-flow = Zullen we verdergaan met de vragen waar je mee bezig was?
crisis-answer = Wil je nu antwoord op je vraag?
crisis-through = Je kunt hier weer gewoon een vraag typen.
crisis-on = Goed. Dan gaan we verder.
button-crisis-call = Ik durf niet te bellen
button-crisis-go-on = Het gaat weer, ga verder
button-go-on = Ja, ga verder
insight-held = Een vraag die we nog beantwoorden als het weer gaat: { $text }

command-nieuws = Nieuws van ons, als je wilt
news-ask =
    {""}**Wil je nieuws van { $organisation }?**

    Dan sturen we je hier soms een bericht, bijvoorbeeld over een ouderavond of een inloopuur. Alleen overdag, nooit reclame. Wie op jouw telefoon meekijkt, kan het zien.

    Je kunt altijd stoppen: met de knop onder elk bericht, of met /stop. Na een jaar stopt het vanzelf.
news-again = Wil je nieuws van ons krijgen? Ja of nee?
button-news-yes = Ja, stuur mij nieuws
button-news-no = Nee, liever niet
button-news-off = Geen nieuws meer
news-on = Goed, je krijgt nieuws van ons. Stoppen kan altijd, met de knop of met /stop.
news-already = Je krijgt nieuws van ons. Wil je dat niet meer?
news-declined = Goed, we sturen je niets.
news-off = Je krijgt geen nieuws meer van ons. Vragen stellen kan altijd.
news-not-here = Nieuws krijgen kan alleen in Telegram. Op deze pagina onthouden we niet wie je bent.
news-head = 📰 **Nieuws van { $organisation }**
stopped-news = Goed, ik stop. Er loopt niets meer, en je krijgt ook geen nieuws meer. Je kunt altijd weer iets typen.
insight-news = - dat je nieuws van ons wilt krijgen, tot { $until }
