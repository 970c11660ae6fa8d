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
