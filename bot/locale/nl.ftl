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
    - Met /mens hoor je hoe je een mens van het steunpunt spreekt.
    - Met /taal kies je een andere taal.
    - Met /privacy lees je wat we wel en niet bewaren.
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
    [voice] Een spraakbericht kan ik niet beluisteren. Kun je je vraag typen?
    [video] Een video kan ik niet bekijken. Kun je je vraag typen?
    [photo] Een foto kan ik niet bekijken. Ik bewaar hem ook niet. Kun je je vraag typen?
    [document] Een bestand kan ik niet lezen. Kun je je vraag typen?
   *[other] Dit kan ik niet lezen. Kun je je vraag typen?
}
human =
    Je kunt een mens van { "{steunpunt}" } spreken.

    Bel { "{steunpunt.phone}" } of mail naar { "{steunpunt.email}" }. { "{steunpunt.hours}" }

    Kun je niet wachten omdat er gevaar is? Tik dan op SOS.
privacy =
    {""}**Wat we van je weten**

    Wij vragen geen naam. Telegram weet wel welk account dit is en bewaart deze chat. Ik moet je accountnummer kennen, anders kan ik niet antwoorden. Dat nummer staat versleuteld op onze computer. Medewerkers zien het niet.

    Je vragen bewaar ik niet. Ik onthoud alleen kort waar we waren, hooguit een dag.

    Telegram is niet van ons. In de EU is Telegram volgens de voorwaarden vanaf 18 jaar. Deze chat is niet van begin tot eind versleuteld.
apology = Er ging iets mis bij ons. Het ligt niet aan jou. Je bericht is niet beantwoord. Stuur het nog eens, of typ /menu.
apology-contact = Een mens spreken? Bel { $phone }. Is er gevaar? Bel 112.
apology-without-phone = Met /mens hoor je hoe je een mens spreekt. Is er gevaar? Bel 112.
sources = Bron:
source = { $link } (nagekeken op { $checked })
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

        Bedoelde je iets anders? Tik dan op de knop, of stel je vraag opnieuw.
   *[other]
        Dat klinkt heftig. Goed dat je het zegt.

        Denk je aan dood willen zijn, doe je jezelf pijn, of doet iemand jou pijn? Bel **113** of chat op [113.nl](https://www.113.nl), dag en nacht, gratis. Je naam is niet nodig. Is er nu gevaar? Bel **112**.

        Bedoelde je iets anders? Tik dan op de knop, of typ gewoon verder.
}
still-here = Je mag hier verder typen. Is het gelukt om iemand te bereiken? **112** bij gevaar nu, **113** om te praten, dag en nacht. Ik ben een computer en kan geen hulp sturen.
misunderstood = Goed dat je het zegt, dan begreep ik je verkeerd. Waar gaat je vraag over?
button-misunderstood = Ik bedoelde iets anders
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
