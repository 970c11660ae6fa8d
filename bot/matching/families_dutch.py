"""Dutch word families (see :mod:`bot.matching.families`): a family a line, name, colon, words."""

FAMILIES = """
pesten: pest* gepest* getreiter* treiter* uitgescholden scheld* uitscheld* uitgelachen lach* uitlach* buitensluit*
pesten: buitengesloten negeer* negeren genegeerd roddel* geroddeld bedreig* dreig* rotopmerking* mikpunt
pesten: belachelijk naroepen schopp* geschopt uitschel* gezeik vernedert vernederd vernederen opgewacht jennen
pesten: sarren getrapt klierd klieren pester* bully* nageroepen pestkop* pestgedrag afgepakt uitjouwen
pesten: stom_gevonden nageaapt
geweld: slaa* slaan sloeg geslagen klap* schop* trap* vecht* gevochten ruzie* agressie* agressief mishandel* mep*
geweld: geweld blauwe_plek* bijt* gooit gooien mes wapen* knok* duwen geduwd knijp*
boos: boos woedend woede* driftbui* drift* uitbarsting* ontploft kwaad razend schreeuw* gil* flipt flippen
boos: escaleer* escalatie* gefrustreerd frustratie*
angst: bang angst* angstig durf* durven paniek* bibber* zenuw* zenuwachtig stress* gestrest spanning* gespannen
angst: faalangst* eng nachtmerrie* hyperventil* piker* piekert piekeren zorgen overprikkel* prikkel* trillen
angst: zweten dichtklap* klapt_dicht dichtslaan blokkeer* blokkeert spanningen overgeven knoop_in
buikpijn: buikpijn* hoofdpijn* misselijk* overgeven spugen braken maagpijn* ziekmeld* klachten
somber: somber* depress* verdriet* verdrietig huil* huilen ongelukkig neerslachtig leeg down rot lusteloos
somber: uitzichtloos zwaarmoedig futloos moedeloos hopeloos kut
thuiszitten: thuiszit* thuis_zit* zit_thuis zit_al thuiszitter* uitgevallen uitval* weken_thuis maanden_thuis
thuiszitten: jaar_thuis niet_meer_naar_school op_zolder boven_op_zijn_kamer kamer_uit hele_dag_thuis geen_school
thuiszitten: zonder_school al_maanden al_weken sinds_maart thuis_sinds niet_meer_op_school
weigeren_school: schoolweiger* weigert_naar wil_niet_naar wil_niet_meer niet_naar_school bed_uit krijg_hem_niet
weigeren_school: krijg_haar_niet aankleden aantrekken uit_bed schoolplein_op meesleuren vastklampen
weigeren_school: niet_meer_opbrengen forceer* forceren dwingen dwing tandenpoetsen bed_niet_uit
afwezig: spijbel* gespijbeld verzuim* absent* afwezig* ongeoorloofd te_laat telaat kwam_niet skip* lessen_gemist
afwezig: weggebleven wegblijf* mist_lessen brief_leerplicht leerplicht* leerplichtambtenaar* lpa boete*
afwezig: proces-verbaal halt bureau_halt rechter kantonrechter
minder_uren: halve_dag* halve_dagen minder_uren paar_uur uurtje* uren_per_week verkort* opbouw* opbouwen rooster*
minder_uren: ochtend* ochtenden deeltijd aangepast_rooster onderwijstijd parttime part-time een_uur_per_dag
minder_uren: deel_van_de_week starten_met
schorsen: schors* geschorst schorsing* time-out timeout ontzegd ontzegging buiten_gezet uit_de_les uit_de_klas
schorsen: uitgestuurd weggestuurd afkoelen afkoelingsperiode wegblijven tot_volgende_week dagen_niet_komen
naar_huis: naar_huis ophalen opgehaald belt_steeds gebeld eerder_ophalen
verwijderen: verwijder* verwijdering* van_school_gestuurd van_school_af eraf afgetrapt eruit weggestuurd
verwijderen: uitgeschreven uitschrijv* van_school_gezet trapt_eruit kwijt_wil* willen_hem_kwijt willen_haar_kwijt
verwijderen: kwijt wegsturen weg_sturen wegwerken definitief laatste_kans contract
weigeren_plek: weiger* geweigerd afgewezen afwijz* geen_plek geen_plaats wachtlijst* plaatsen* nemen_hem_niet
weigeren_plek: nemen_haar_niet niet_toegelaten toelat* toegelaten weigering* aannemen
aanmelden: aanmeld* aangemeld inschrijv* ingeschreven inschrijf* aanmelding* aanmeldformulier* opgeven
aanmelden: kennismaking* toelating*
school_zoeken: schoolkeuze kiezen zoek* zoeken nieuwe_school andere_school overstap* overstapp* wisselen
school_zoeken: veranderen_van open_dag* passende_school passende_plek geschikte_school verhuiz* verhuizen verhuisd
zorgplicht: zorgplicht* plicht* verplicht* verantwoordelijk* moet_de_school moet_school termijn* weken_tijd
zorgplicht: zes_weken 6_weken tien_weken
speciaal: speciaal sbo so vso speciale cluster* mytyl* tyltyl* zmlk zmok regulier* gewone_school gewoon_onderwijs
speciaal: speciaal_onderwijs basisonderwijs
tlv: tlv toelaatbaarheid* toelaatbaarheidsverklaring* verklaring*
opp: opp ontwikkelingsperspectief* handelingsplan* handelingsdeel plan groeidocument hulpplan* afspraken
opp: ondersteuningsplan* doelen
evalueren: evalua* evaluer* evaluatie* bespreken bijstellen jaarlijks elk_jaar voortgang*
handtekening: handtekening* teken* tekenen getekend ondertekend* akkoord instemm* instemming* toestemming*
handtekening: toestemm* ja_zeggen
oneens: oneens niet_mee_eens niet_eens bezwaar* bezwar* beroep bestrijd* aanvecht* geschil* conflict* onenigheid*
oneens: vechten_tegen tegen_in protest* klacht* klagen klaag* meningsverschil* botst botsen
klacht: klacht* klagen klachtencommissie* ontevreden* oneerlijk* onrecht* beklag klaag* klachtenregeling*
gesprek: gesprek* overleg* bespreking* afspraak afspraken vergadering* mdo tafel mdo's rondetafel* oudergesprek*
gesprek: tienminuten* mentorgesprek* uitgenodigd voorbereid* meenemen meekomen erbij_zijn
meepraten_kind: hoorrecht gehoord mening* meepraten meebeslissen inspraak stem luister* luisteren vragen_aan_mij
meepraten_kind: over_mij betrokken
samenwerkingsverband: samenwerkingsverband* swv swv's regio*
ondersteuning: ondersteun* ondersteuning* begeleid* begeleiding* extra_hulp hulp_in_de_klas bijles* remedial rt ib
ondersteuning: ib'er iber intern_begeleider* zorgcoordinator* zorgco ambulant* arrangement* basisondersteuning*
ondersteuning: hulp_op_school onderwijsassistent* steun
schoolgids: schoolgids* website brochure ondersteuningsaanbod* schoolondersteuningsprofiel* sop aanbod
wie: wie_is functie rol wat_doet mentor* ib'er leerkracht* juf* meester* leraar* docent* directeur* directie*
wie: rector* conrector* teamleider* bestuur* schoolbestuur* orthopedagoog* schoolmaatschappelijk*
wie: maatschappelijk_werk* zorgcoordinator* decaan coach*
vertrouwenspersoon: vertrouwenspersoon* vertrouwensinspecteur* vertrouwen* in_vertrouwen geheim* doorvertel*
vertrouwenspersoon: doorvertellen
diagnose: diagnose* diagnostiek label stempel getest testen onderzoek* onderzoeken psycholoog* rapport* verslag*
diagnose: dyslexieverklaring* iq intelligentie*
autisme: autis* ass asperger pdd* pddnos adhd add hyperactief druk drukke concentra* concentratie* ritalin
autisme: prikkels structuur koptelefoon* oordop* friemel* wiebel* geluid* herrie aanraking* fel_licht
autisme: druk_in_zijn_hoofd overprikkel* stilzitten onrust* chaot* vergeet* impulsief prikkelarm* stoort dromer*
autisme: rondjes fladder*
dyslexie: dysle* lees* lezen letters spelling spell* spellen technisch_lezen voorlees* luisterboek* ed-behandeling
rekenen: dyscalculie* reken* rekenen sommen cijfers wiskunde tafels getallen klokkijken
hoogbegaafd: hoogbega* begaafd* slimme hb plusklas* verveel* verveelt vervelen versnellen klas_overslaan
hoogbegaafd: voorsprong* onderpresteer* leerhonger slimmer slim heel_slim te_slim denkt_snel saai
taal: tos taalontwikkeling* spraak* spreken logoped* stotter* woordjes woordenschat* taalachterstand*
taal: onverstaanbaar uitspraak zinnen
doof_blind: doof dove slechthorend* gehoor* horen hoortoestel* blind* blinde slechtziend* slecht_ziet bril visus
doof_blind: braille gebaren* kentalis visio auris viertaal
lichamelijk: rolstoel* handicap* beperking* lichamelijk* spierziekte* epilep* verlamd traplopen lift spasti*
lichamelijk: motoriek* fysio* ergotherap* invalide* gehandicap* traplift trap_op toegankelijk* drempel*
lichamelijk: verstandelijk*
medisch: medicijn* medicatie* pillen pil insuline diabetes suikerziekte epipen allergi* injectie* prik* sonde
medisch: medisch* katheter verzorging* toedien* luier* zindelijk* verschonen
ziek: ziek* zieke ziekenhuis* opgenomen opname* operatie* chemo* kanker chronisch* longcovid moe vermoeid*
ziek: thuisonderwijs les_vanuit
psychisch: psych* ggz therapie* therapeut* behandeling* psychiater* emdr praktijkondersteuner* poh hulpverlen*
psychisch: hulpverlener* trauma* mentale mentaal behandeling behandelaar* behandelplan
jeugdhulp: jeugdhulp* jeugdzorg* jeugdteam* wijkteam* gemeente* gemeentelijk* cjg consulent* indicatie*
jeugdhulp: beschikking* huisarts* verwijz* verwijsbrief* doorverwijz* sociaal_team buurtteam loket jeugdarts ggd
jeugdhulp: jeugdwet thuishulp gezinsbegeleid* gezinshuis ambulante toewijzing zorgteam jongerenwerk*
wachtlijst: wacht* wachten wachtlijst* wachttijd* maanden_wachten lang_duren duurt_lang overbrugg*
geld_hulp: pgb budget* zorg_in_natura vergoed* vergoeding* betaal* betaalt betalen kosten kost verzekering*
geld_hulp: verzekeraar* gratis subsidie* bijdrage* rekening eigen_bijdrage geld financi*
ouderbijdrage: ouderbijdrage* vrijwillige* schoolreis* kamp excursie* schoolgeld* laptop schoolkosten meebetalen
wlz: wlz ciz levenslang permanent_toezicht 24_uur zorgzwaarte
vervoer: vervoer* taxi* taxibusje* busje* bus ov fiets* reis* reizen leerlingenvervoer* brengen kilometer*
vervoer: chauffeur* ver_weg reistijd* rijden ophaaltijd*
hulpmiddelen: hulpmiddel* uwv laptop* tablet aangepast* meubel* tolkvoorziening* software aangepaste_stoel
hulpmiddelen: koptelefoon* handschrift* typen toetsenbord chromebook ipad
tolk: tolk* vertal* vertaler* nederlands spreek* spreken_geen taal_niet andere_taal arabisch turks engels pools
tolk: oekra* tigrinya gebarentolk*
nieuw_nl: nieuwkomer* vluchteling* azc asiel* isk taalklas* schakelklas* net_in_nederland oekra* syri*
nieuw_nl: statushouder* verblijfs*
leeftijd_klein: peuter* kleuter* vve voorschool* kinderopvang* kdv bso opvang* creche* groep_1 groep_2 gastouder*
leeftijd_klein: vier_jaar 4_jaar kinderdagcentrum kdc peuterspeelzaal leidster* 3_jaar drie_jaar 2_jaar
advies: schooladvies* advies* adviezen havo vwo vmbo* mavo kader basis_kader gymnasium brugklas* doorstroomtoets*
advies: eindtoets* cito* heroverweg* niveau* groep_8 gr_8 bijgesteld
overgang: middelbare* voortgezet* vo brugklas* warme_overdracht overdracht* groep_8 overgang*
praktijk: praktijkonderwijs* praktijkschool* pro lwoo leerwegondersteun* praktisch* werken_met_handen vmbo*
zitten: zittenblij* blijven_zitten doubleren gedoubleerd klas_over groep_over bevorder* afstromen niveau_lager
examen: examen* eindexamen* toets* toetsen tentamen* extra_tijd meer_tijd verlenging* aparte_ruimte auditief
examen: voorleessoftware herkansing* proefwerk* so's pta luistertoets* zaal overhoring* kwartier_langer
examen: langer_tijd se ce rekentoets* tijdverlenging*
vrijstelling: vrijstelling* vrijgesteld 5a 5_onder_a artikel_5 thuisonderwijs* geloof* richting*
vrijstelling: levensbeschouwing* overtuiging* godsdienst* onbekwaam* ontheffing*
buitenland: buitenland* vakantie* verlof* vrij_vragen vrij_krijgen luxeverzuim schoolvakantie* bruiloft* feest*
buitenland: feestdag* suikerfeest
inspectie: inspectie* inspecteur* toezicht* meld* melden melding* aangeven misstand*
bemiddeling: mediat* mediator* bemiddel* bemiddeling* neutraal* onafhankelijk* tussenpersoon derde
bemiddeling: onderwijsconsulent* geschillencommissie* gpo
discriminatie: discrimin* racis* racistisch gelijk* ongelijk* huidskleur afkomst geloof hoofddoek* mensenrechten*
discriminatie: uitgescholden_voor
dossier: dossier* inzage inzien inkijken privacy avg gegevens* bewaart bewaren wissen verwijderen verslag*
dossier: opvragen kopie* leerlingdossier* inzagerecht*
delen_info: delen doorgeven gedeeld doorgegeven informatie_delen zonder_toestemming zonder_te_vragen overdragen
delen_info: verteld doorverteld vertel* achter_mijn_rug
scheiding: gescheiden scheid* scheiding* ex ex-man ex-vrouw expartner* gezag* ouderschapsplan* co-ouder*
scheiding: vechtscheiding* voogd* voogdij* pleeg* pleegkind* bijzondere_curator omgang* stiefvader stiefmoeder
scheiding: stief* alleenstaand*
medezeggenschap: medezeggenschap* mr gmr oudergeleding* ouderraad* or inspraak* meebeslis* verkiezing*
medezeggenschap: ondersteuningsplanraad* opr leerlingenraad*
school_ouder: contact_met_school meedoen vrijwillig* hulpouder* luizenmoeder* ouderavond* betrokken*
school_ouder: ouderbetrokkenheid* samenwerk* communicatie* mailt antwoordt reageert niet_serieus
school_ouder: neemt_niet_serieus luistert_niet
steunpunt: steunpunt* jullie ouder-_en* jeugdsteunpunt* helpdesk* organisatie*
mens: mens menselijk* echt_persoon echte_persoon iemand_spreken bellen_met telefoon* telefonisch* terugbellen
mens: medewerker* spreken_met praten_met chatten_met ervaringsdeskundige* vrijwilliger* robot* bot computer ai
anoniem: anoniem* naam geheim* privacy wie_leest meelezen leest_mee lezen_mee zien_mijn vertellen_jullie
anoniem: doorvertel* ouders_weten weten_mijn mijn_ouders_te wissen verwijder* wis* bewaar* onthoud* beloof*
anoniem: belofte zwijgen zwijgplicht geheimhouding mondje_dicht niks_zegt stiekem chatgeschiedenis geschiedenis
vrienden: vriend* vriendin* vriendschap* eenzaam* niemand geen_vrienden contact_maken erbij_horen pauze* groepje*
vrienden: bff bestie* buitengesloten alleen_zit eenzaamheid contacten aansluiting
online: online insta* instagram snap* snapchat* tiktok* whatsapp* app* groepsapp* filmpje* foto* foto's discord
online: account* nepaccount* gehackt screenshot* doorgestuurd exposed expose* gedoxt internet* dm
sexting: naakt* nudes nude dickpic* sexting* pikante* blote bloot sextortion chantage* chanteer* afpers*
sexting: verspreid* lekken gelekt webcam
seks: seks* sex* aangerand* aanranding* verkracht* misbruik* betast* aanraak* aanraken aangeraakt grens* grenzen
seks: grensoverschrijd* ongewenst* handtastelijk* zoen* borsten billen
loverboy: loverboy* cadeautje* cadeaus vriendje ouder_vriendje uitbuit* prostitu* geld_verdienen_met dwingt
loverboy: verplicht_mij isoleert controleert
thuis_ruzie: ruzie* ouders_ruzie schreeuwen_thuis thuis_ruzie geruzie* straf* huisarrest telefoon_afgepakt streng*
thuis_ruzie: verbied* verboden mag_niets mag_nooit
thuis_onveilig: mishandel* slaat_mij slaat_me bang_thuis veilig_thuis onveilig* huiselijk* opgesloten
thuis_onveilig: kindermishandel* verwaarlo* eten_niet geen_eten weglopen weggelopen
zorg_ouder: mantelzorg* mijn_moeder_ziek mama_ziek papa_ziek zorgen_voor koken broertje* zusje* verslaafd* drinkt
zorg_ouder: drank alcoholis* kopp depressieve_moeder psychose* ziek_ouder drinken
zelfbeschadiging: snij* krassen kras* zelfbeschadig* mezelf_pijn pijn_doen automutil* sneeen littekens armen
zelfbeschadiging: wondjes
suicide: dood doodgaan zelfmoord* suicid* niet_meer_leven leven_niet eind_aan einde_aan verdwijnen niet_wakker
suicide: niet_meer_zijn opgeven
eten: eet* eten anorex* boulim* eetbui* kots* dik afvallen lijnen calorie* gewicht* eetprobleem* eetstoornis* dun
eten: mager
verslaving: blow* wiet drugs* alcohol* gamen gamet game* gaming* vapen vape* roken rook* verslaafd* verslaving*
verslaving: gokken pillen lachgas cocaine xtc gameverslaving
lhbti: gay homo* lesb* trans* gender* non-binair nonbinair bi biseksueel lhbti* queer uit_de_kast coming_out
lhbti: voornaamwoorden jongen_voel meisje_voel geslacht*
rouw: overlij* overleden dood_gegaan rouw* verlies missen begrafenis* oma_overleden
rechten: recht* rechten wet* wettelijk* mag_dat mogen kinderrechten* rechtswinkel* advocaat* kinderombudsman*
rechten: jeugdstem juridisch*
achttien: 18 achttien meerderjarig* volwassen* 18_word zelf_beslissen zorgverzekering*
geld: schulden rood_staan deurwaarder* lenen lening* betalen aanmaning* afterpay klarna arm armoede* bijbaan*
geld: salaris toeslag* duo stufi studiefinanciering schuld
mbo: mbo* roc opleiding* bol bbl niveau_2 niveau_3 niveau_4 bsa studieadvies* slb entree
stage: stage* stageplek* stagebedrijf* stagebegeleider* bpv leerbedrijf* praktijkbegeleider*
leraar_gedrag: leraar_schreeuwt juf_schreeuwt vernedert kleineert aanraakt docent_raakt leraar_raakt vastpakken
leraar_gedrag: vastgepakt hardhandig opsluiten prikkelarme time-outruimte strafwerk voor_schut zwart_schaap pik_op
leraar_gedrag: oneerlijk_behandeld
slapen: slaap* slapen slaapt slapeloos* nacht* wakker uitgeput* moe bed uitslapen
veilig_school: onveilig* veilig* veiligheid* mes_mee wapen* dreiging* bedreigd politie* aangifte* vernield*
veilig_school: gestolen stelen
overbelast: trek_het_niet trekken_het_niet uitgeput* overbelast* burn* burnout radeloos wanhopig* ten_einde_raad
overbelast: weet_niet_meer kan_niet_meer einde_van_mijn_latijn respijt* logeer*
wie_beslist: beslis* besluit* bepaalt wie_bepaalt beslissing* mag_school
tijd: hoe_lang wanneer duur duurt termijn* geldig* verloopt verlengen verlengd aflopen loopt_af einddatum
verschil: verschil* onderscheid* wat_is wat_betekent betekenis* betekent uitleg*
vrienden_zorg: mijn_vriend mijn_vriendin mn_vriendin vriendin_van klasgenoot* zorgen_om help_ik
huisarts_geheim: huisarts* dokter* zonder_ouders zonder_mijn_ouders beroepsgeheim jgz jeugdverpleegkundige*
huisarts_geheim: schoolarts* ggd
buitensluiten: buitengesloten vragen_mij_nooit vragen_me_nooit zonder_mij niet_mee_doen mag_niet_meedoen
buitensluiten: niet_uitgenodigd stoppen_ze_met_praten negeren genegeerd alleen_staan niet_gekozen overgeslagen
buitensluiten: alleen_in_de_pauze hoor_er_niet_bij
inzicht_bot: wie_ben_jij wat_ben_jij ben_je_echt nep chatbot* ai kunstmatig* programma automatisch* typt
inzicht_bot: achter_het_scherm computer* robot* onthoud* onthoudt
jong: minderjarig* 13 14 15 16 jaar_oud te_jong leeftijd*
werken: werken baan fulltime bouw leerwerk* startkwalificatie* kwalificatieplicht*
mail: mail* mails mailtje* antwoord* reactie reageer* terugbellen belt_niet_terug nakomen nagekomen beloofd
mail: afspraken_niet
meenemen: meenemen mee_naar erbij_hebben erbij_zitten naast_mij buurman buurvrouw tante oma partner
meenemen: vertrouwd_persoon steunfiguur tolken bijstaan bijzitten
clientondersteuner: clientondersteun* onafhankelijk* naast_mij meedenk* meekijken nalezen wegwijs professionals
respectloos: respect* onbeschoft bot_behandeld grof arrogant kleiner* afgekat afgesnauwd snauw* niet_serieus
respectloos: weggewuifd intimider*
relatie: vertrouwen_weg relatie botsing* botst verstoord* herstellen goedmaken er_niet_uit komen_er_niet_uit
racisme: marokkaan* turkse afkomst huidskleur zwart anders_behandel* vooroordeel* etnisch buitenlander*
kosten: mijn_deel berekent hoogte gratis goedkoop duur_is drempelbedrag inkomen
ideeen: idee idee* ideeen verbeter* meedenken denk_mee denken_mee voorstel*
planning: plannen agenda* huiswerk* achter_met achterstand* inhalen overzicht planning deadlines loop_achter
schuldgevoel: schuldig schaam* schaamte spijt mijn_schuld
keuze_bezoek: meelopen kijkdag proefles open_dag* rondleiding* sfeer
getuige: stond_erbij gezien_dat filmde ingrijpen opkomen_voor helpen_zonder
pesten: afgezeken afzeiken uitlacht beschimp* hatelijk gemeen gemene zwartgemaakt kapotmaken etter* stangen
geweld: stomp* geslagen meppen aanval* aangevallen bloed* wurg* haar_getrokken spugen vuist*
boos: humeur* chagrijnig explod* tieren ontplof* opvliegend agressiv* buien
angst: schrik* geschrokken beven zweet* hartklop* benauwd bibberen vrees* opgejaagd verlegen
somber: treurig* leegte tranen zinloos nergens_zin geen_zin_meer uitgeblust ellendig rotgevoel
thuiszitten: thuiszitter* al_weken_niet al_maanden_niet gaat_niet_meer uitgevallen thuis_gekomen
weigeren_school: vertikt verdomt weigert_om weerstand tegenzin huilend overstuur
afwezig: afgemeld afmelden ziekgemeld ziekmelding* brengt_te_laat verslapen lesuren gemist
minder_uren: middag* middagen halve_week dagdeel* dagdelen korter korte_dagen afbouw*
schorsen: weekje_thuis strafdag* buitengezet interne_schorsing verwijderd_uit
verwijderen: weg_van_school weggewerkt wegdoen afscheid_van schrap* uitschrijf* dumpen
weigeren_plek: afwijzing* afgeketst vol_zitten zitten_vol zit_vol bomvol uitgeloot loting* niet_welkom
aanmelden: aanvraagformulier opgegeven intake* inschrijfformulier vooraanmelding*
school_zoeken: uitkiezen schoolkeuze* rondkijken orienter* vergelijk* beste_school ander_schooltje
zorgplicht: verplichting* verantwoordelijkheid verantwoording aansprakelijk
speciaal: bijzonder_onderwijs speciale_school speciale_klas kleine_klas kleinere_klas kleine_klassen
tlv: toelating_tot toelaatbaar toegangsbewijs
opp: perspectief* ontwikkelplan stappenplan actieplan begeleidingsplan* hulpplannen leerplan
evalueren: terugkijken tussentijds* bijwerken herzien aanpassen_plan vernieuwen
handtekening: krabbel zetten_onder ondertekening instem* goedkeur* goedkeuring
oneens: tegenhouden afwijzen in_beroep betwist* aanvechten meningsverschillen ruzie_met_school clash*
klacht: ongenoegen beklagen misnoegd fout_gedaan
gesprek: praatje overlegg* bijeenkomst* zitting aan_tafel vergaderen spreekuur
meepraten_kind: zeggenschap meedenken_zelf eigen_mening mijn_kant inbreng
ondersteuning: bijspijker* extra_aandacht meer_hulp extra_handen bijstand* een_op_een extra_uitleg
diagnose: etiket* stempeltje gelabeld vaststell* stoornis* psychologisch screening* testuitslag
autisme: add'er adhd'er autist* neurodivers* drukte_in snel_afgeleid afgeleid friemelen prikkelgevoelig
dyslexie: woordblind* leesachterstand* traag_lezen leesprobleem* leesproblemen
rekenen: plus_en_min keersommen rekenachterstand* rekenprobleem* getal*
hoogbegaafd: intelligent* begaafdheid verdiep* verrijk* uitdaging* plusgroep plusschool* slimmerik
taal: praat_niet brabbel* taalprobleem* spraakles woorden_vinden taalontwikkelingsstoornis
doof_blind: dovenschool blindenschool implantaat* hoorprobleem* ogen oren doventolk
lichamelijk: kruk* krukken loopt_slecht lopen_niet wc_aanpassing
medisch: pilletje* tabletten epileps* aanval_krijgt spuit* astma* puffer* bloedsuiker allergie*
ziek: behandeling_in ziekbed herstel* herstelt longziekte revalid* bedlegerig
psychisch: psychologen psycholoog* hulpverleners therapeuten opname burn-out
jeugdhulp: jeugdconsulent* zorgconsulent* gezinscoach* jeugdpsych* maatschappelijk_werker* gezinshulp
wachtlijst: wachtenden op_de_lijst nog_steeds_wachten ondertussen intussen tussentijd
geld_hulp: potje* tegemoetkoming* declar* aanvraag_budget zorgbudget* dekken gedekt
vervoer: ritje* ritten gereden chauffeurs taxivervoer schoolbus* ophaalservice afstand kilometers
tolk: taalhulp vertaald vertaling* spreekt_geen verstaat verstaan begrijp_geen
nieuw_nl: gevlucht migrant* immigr* expat* nieuw_in_nederland emigr*
advies: vwo-advies havo-advies dubbeladvies adviesgesprek* kaderadvies onderadvies overadvies
overgang: brugpieper eerste_klas_van naar_de_middelbare grote_school
zitten: over_doen jaartje_over doubleert blijft_zitten overgaan
examen: schoolexamen* centraal_examen eindtoetsen proefwerken herkans* spreekexamen kladblaadje
dossier: aantekening* mappen map gegevens_opvragen vernietig* archief geschreven_over
delen_info: lekken gemeld_bij informatie_geven doorspelen doorgespeeld rondvertel*
scheiding: uit_elkaar apart_wonen omgangsregeling* ouderlijk* andere_ouder co-ouders weekendvader
mens: levend_iemand persoon_spreken medemens collega_spreken iemand_aan_de_lijn belafspraak
anoniem: onherkenbaar privegegevens identiteit traceren wie_ik_ben achternaam
vrienden: maatje* matties maten kameraad* clubje vriendengroep* aanhaken populair buitenbeentje
online: story stories appgroep* berichtjes dm's post* gepost viral livestream* deepfake*
sexting: naaktfoto* naaktbeeld* blootfoto* doorgestuurde_foto pikant sturen_van_foto's
seks: bepotel* betasten intiem* zoent zoenen bilknijp* onderbroek tegen_mijn_zin
loverboy: lover* pooier* klanten afspreken_met_mannen afhankelijk_van_hem in_zijn_macht
thuis_ruzie: kibbel* bekvecht* botsen_thuis geschreeuw stress_thuis bonje
thuis_onveilig: klappen_thuis slaat_mama slaat_papa riem opgesloten_op vernederen_thuis onveilig_thuis
zorg_ouder: zorgtaken huishouden boodschappen_doen zorg_voor_mijn mijn_zieke bipolair borderline ouder_drinkt
zelfbeschadiging: krab* branden_op mezelf_slaan bloeden mezelf_iets_aandoen
suicide: einde_maken uit_het_leven doodswens zelfdod* er_niet_meer_zijn niet_meer_hoeven
eten: maaltijd* hongeren honger* weegschaal* weeg wegen kilo* overgewicht vreetbui* purge* laxeer*
verslaving: jointje* joint high stoned snus speed pillen_slikken zuipen dronken gokverslav* casino* gameverslaafd
lhbti: homoseksu* aseks* transgender* deadname* hij_of_zij pronouns verliefd_op_een_meisje verliefd_op_een_jongen
rechten: rechtsbijstand aanspraak bevoegd* mogen_ze mag_de
achttien: volwassenheid 18e achttiende eigen_benen zelfstandig*
geld: blut failliet betaalachterstand* boetes incasso* leen* geleend afbetal* rondkomen poen
mbo: mbo-opleiding studieloopbaan* opleidingen bindend_studieadvies
stage: stageschool stage-uren stagebaas stagebegeleiding praktijkplek
leraar_gedrag: juf_is meester_is leraar_is pest_mij hekel_aan_mij voorgetrokken lesgeven schelden_leraar
slapen: inslapen doorslapen wakker_liggen wakkerliggen nachten oververmoeid
overbelast: op_van uitgeblust_ouder zwaar_voor_ons lukt_niet_meer houden_het_niet ik_kan_niet_meer overspannen
wie_beslist: doorslag eindbeslissing beslissen beslissende zeggenschap_over
tijd: uiterlijk deadline* tot_wanneer vervalt looptijd jaren_geldig
werken: arbeid werkplek baan_zoeken beroep_leren vakman
mail: appje* bellen_niet reageren beantwoord* gehoor_krijgen hoor_niks
schuldgevoel: schuldgevoel* falen mislukt gefaald slechte_moeder slechte_vader
planning: huiswerkplan* structureren bijhouden ordenen taken achterlopen
"""
