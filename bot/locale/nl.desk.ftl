# Zinnen voor een druk bureau: intervisie, plekken in de groep, drukte, nieuws. Alleen voor medewerkers, alleen in het Nederlands.

# --- Een eigen plek in de groep ---------------------------------------------------------------------------------------

here-how = Typ dit in een onderwerp van het team zelf, bijvoorbeeld: /hier intervisie. Dan weet ik die plek te vinden. Nu ken ik: { $names }
here-where = Dit kan alleen in een onderwerp van het team zelf. Niet in Algemeen, en niet in een gesprek. Maak zo'n onderwerp, en typ het daar.
here-set = Afgesproken. Dit onderwerp is nu de plek voor: { $name }
here-no-more = Dit onderwerp is niet meer de plek voor: { $name }
here-too-many = Ik onthoud er hooguit { $most }. Haal er eerst een weg: typ het nog eens op de oude plek.

# --- Intervisie -------------------------------------------------------------------------------------------------------

staff-command-intervisie = Leer samen van een gesprek
button-case = 🤝 Maak er een intervisiekaart van
button-case-share = ✅ Zet bij intervisie
button-case-asked = Verander: wat werd er gevraagd
button-case-tried = Verander: wat is geprobeerd
button-case-helped = Verander: wat hielp
button-case-question = Verander: mijn vraag
button-case-skip = Sla over
button-case-drop = Gooi weg
button-case-round = ▶️ Begin de ronde
button-case-next = ▶️ Volgende stap
button-case-discussed = ✅ Besproken
case-how = Een kaart maken: typ /intervisie in een gesprek dat dicht is, of /intervisie en de schuilnaam, zoals /intervisie Groene Otter 41. Wat er ligt: /intervisie lijst. Een kaart zien: /intervisie 3. Weghalen: /intervisie weg 3.
case-not-yet = Dit gesprek loopt nog. Een kaart maken kan als het dicht is.
case-taken = { $name } maakt al een kaart van dit gesprek.
case-begins =
    🤝 **Een kaart voor intervisie.** Ik vraag vier dingen. Wat jij nu typt, komt op de kaart. De vrager leest het niet.

    Schrijf zo dat niemand te herkennen is: geen namen, geen school, geen plaats, geen precieze leeftijd. Een regel met // ervoor komt niet op de kaart.
case-ask-asked = **{ $number } van 4. Wat werd er gevraagd?** Schrijf één of twee zinnen, alsof je het vertelt aan iemand die niemand kent.
case-ask-tried = **{ $number } van 4. Wat heb je geprobeerd?**
case-ask-helped = **{ $number } van 4. Wat hielp, en wat niet?**
case-ask-question = **{ $number } van 4. Wat is jouw vraag aan je collega's?** Begin bijvoorbeeld met "Hoe zouden jullie …".
case-known = Er staat nu: { $words }
case-sent-answers = Antwoorden gestuurd: { $titles }.
case-somebody = de vrager
case-hidden = Ik heb een nummer of adres verborgen (▒▒▒). Lees je zin nog eens na.
case-draft = 🤝 **Zo komt het erbij te staan.** Lees het rustig. Kan iemand raden wie het is? Verander het dan. Alleen jij kunt dit versturen.
case-title = { $number ->
    [0] Casus
   *[other] Casus { $number }
} · { $about }
case-about = { $theme } · { $audience ->
    [ouder] van een ouder
    [jongere] van een jongere
   *[other] ouder of jongere: niet gezegd
}
case-part-asked = **Wat werd er gevraagd:** { $words }
case-part-tried = **Wat is geprobeerd:** { $words }
case-part-helped = **Wat hielp:** { $words }
case-part-question = **Vraag aan collega's:** { $words }
case-needs-question = Er is nog geen vraag aan collega's. Schrijf die eerst.
case-dropped = Weggegooid. Ik bewaar er niets van. Wat je hier typte, gaat weg met dit onderwerp.
case-brought = Ingebracht door { $name }.
case-shared = Staat bij intervisie, als casus { $number }. Dank je wel. Er staat niet meer bij uit welk gesprek het komt.
case-shared-here = Staat in Algemeen, als casus { $number }. Dank je wel. Wil je er een eigen plek voor? Maak een onderwerp, en typ daar /hier intervisie.
case-round-how = Bespreken? Tik op **Begin de ronde**. Iemand leidt, ik geef de stappen. Herken je iemand? Typ /intervisie weg en het nummer.
case-round = **Casus { $number }, stap { $step } van { $steps }.** { $step ->
    [1] **Luisteren.** De inbrenger vertelt, in twee minuten. Niemand zegt nog iets.
    [2] **Vragen.** Ieder stelt één open vraag: wat, hoe of waardoor. Nog geen advies.
    [3] **Herkennen.** Ieder zegt in één zin: wat doet dit met mij, of waar ken ik dit van?
    [4] **Meedenken.** Ieder geeft één idee: "Ik zou …". De inbrenger luistert alleen.
   *[5] **Meenemen.** De inbrenger zegt: dit neem ik mee, en dit doe ik ermee. Wat leren wij als team?
}
case-none = Er ligt geen casus. Maak er een: typ /intervisie in een gesprek dat dicht is.
case-list = **Nog te bespreken**
case-monthly = 🤝 **Intervisie deze maand.** Deze casussen liggen er nog. Een kaart zien: /intervisie en het nummer.
case-line = **{ $number }** · { $about } · { $question }
case-unknown = Casus { $number } ken ik niet.
case-taken-away = Casus { $number } is weggehaald.
case-discussed = Casus { $number } is besproken.
case-was-discussed = ✅ **Besproken**

# --- Prioriteit, macro's, regels, namen in een notitie ----------------------------------------------------------------

staff-command-prioriteit = Hoog, gewoon of laag
staff-command-macro = Meer dingen met één woord
staff-command-straks = Herinner mij aan dit gesprek
staff-command-label = Zet een label op dit gesprek
staff-command-zoek = Zoek een gesprek
weight-name = { $weight ->
    [hoog] 🔺 hoog
    [laag] 🔽 laag
   *[gewoon] ▫️ gewoon
}
weight-ask = Hoe dringend is dit gesprek?
weight-set = Prioriteit: { $name }.{ $place ->
    [0] {""}
   *[other] {" "}Plek in de rij: { $place }.
}{ $urgent ->
    [true] {" "}Er was een teken van gevaar: dat gaat altijd voor.
   *[false] {""}
}
card-weight = Prioriteit: { $name }
card-later = ⏰ Terug: { $moment }
macro-none = Er zijn nog geen macro's. Wie de bot beheert, schrijft ze in steunpunt.yaml, bij macros.
macro-list = Typ /macro en een naam:
macro-says = een zin voor de vrager
macro-label = label { $label }
macro-later = terug: { $moment }
macro-done = Gedaan, { $name }: { $what }.
macro-closed = Dit gesprek is afgesloten. Er is niets gedaan.
rule-new-talk = 🟡 Nieuw gesprek: **{ $alias }**, over: { $theme }. Je vindt het bij de onderwerpen.
mention = 👋 { $mentions }, { $giver } vraagt of je meekijkt.
mention-unknown = Niemand geroepen bij { $who }: ik ken geen collega, of meer dan één, met die naam. Kies uit: { $names }

# --- Wat nu? ----------------------------------------------------------------------------------------------------------

help-now = **Wat kun je nu doen?**
help-more = Alles wat kan: /help alles
help-claim = Tik op de kaart op **Oppakken**. Dan is het gesprek van jou. De vrager hoort dat er iemand is.
help-claim-now = 🔴 Tik nu op **Oppakken**. Er was een teken van gevaar.
help-card = Lees de kaart. Daar staat wat de vrager wilde delen. Meer weten we niet.
help-not-me = Lukt het jou niet? Typ `/overdragen` en een naam. Of `// @naam`, dan roep ik die collega.
help-protocol = Typ `/spoed`. Daar staat wat je doet, stap voor stap.
help-call = Doe het niet alleen. Typ `// @naam` of bel de coördinator.
help-inside = Dit gesprek is van { $name }. Wat jij typt, blijft binnen.
help-name = Wil je { $name } iets zeggen? Typ `//` en dan je bericht.
help-take-over = Moet jij het overnemen? { $name } kan het overdragen, of de coördinator.
help-answer = { $minutes ->
    [0] De vrager wacht op jou, nog geen minuut.
    [1] De vrager wacht 1 minuut op jou.
   *[other] De vrager wacht { $minutes } minuten op jou.
} Typ gewoon je antwoord.
help-search = Weet je het niet? Typ `/faq` en een zoekwoord. Of `/zin` voor een vaste zin.
help-later = Meer tijd nodig? Typ `/straks morgen 9.00`. De vrager hoort dat.
help-wait = Jij hebt als laatste geschreven. Je hoeft nu niets te doen.
help-note = Overleggen? Begin met `//`. Met `@naam` erbij roep ik die collega.
help-close = Klaar? Tik op **Afsluiten**. Iemand anders nodig? Tik op **Overdragen**.
help-left = De vrager heeft de chat dichtgedaan. Wat je typt, komt niet aan. Komt de vrager terug, dan zie je dat hier.
help-rest = Dit gesprek is klaar. De vrager kan het nog { $days } dagen heropenen. Dan zie je dat hier.
help-case = Wil je er met collega's van leren? Typ `/intervisie`, of tik op de knop.
help-case-goes-on = Er ligt een concept van een intervisiekaart. Typ `/intervisie` om verder te gaan.
help-after = Was het zwaar? Praat na met een collega.

# --- Drukte -----------------------------------------------------------------------------------------------------------

staff-command-drukte = Op welke dagen en uren mensen komen
report-moment-question = Vragen, { $when }
report-moment-human = Gevraagd om een mens, { $when }
busy-title = **Wanneer is het druk?** { $blocks }
busy-question = **Vragen aan de bot**
busy-human = **Gevraagd om een mens**
busy-too-few = Te weinig om te laten zien.
busy-small = Weggelaten of minder dan 5: { $names }
busy-hidden = Dagen en uren tellen we apart, per vier weken. Minder dan 5 laten we weg, zodat niemand te herkennen is. We tellen nooit per collega.
busy-later = Dit tellen we per vier weken. De eerste cijfers zijn er maandag { $day }.

# --- Nieuws -----------------------------------------------------------------------------------------------------------

staff-command-nieuws = Een bericht voor wie daarom vroeg
news-not-on = Nieuws staat uit. Wie de bot beheert, zet het aan in steunpunt.yaml, met news: true.
news-how = Typ /nieuws en je bericht. Je ziet het eerst. Wie nieuws wil: { $count }. Mensen vragen erom met /nieuws in hun eigen chat.
news-too-long = Dat is te lang. Hooguit { $most } tekens.
news-preview = 📰 **Zo komt het aan.** Lees het na. Een collega tikt op versturen: twee paar ogen. 's Nachts sturen we niets. Wie nu een gesprek heeft, of net gevaar meldde, slaan we over.
button-news-ouder = Stuur naar ouders ({ $count })
button-news-jongere = Stuur naar jongeren ({ $count })
button-news-all = Stuur naar iedereen ({ $count })
button-news-drop = Niet versturen
news-second-pair = Laat een collega of de coördinator op versturen tikken.
news-done-already = Hierover is al besloten.
news-dropped = Niet verstuurd. Het bericht is weg.
news-later = Ik verstuur het { $moment }. 's Avonds laat en 's nachts sturen we niets.
news-sent = 📰 Het nieuws is onderweg. Aantal: { $count }.
