"""Built-in words for each kind of danger, in Dutch and English: about oneself or another, for young people and parents.

The line that belongs to the kind stands first. Numbers are those of ``faq/contacts.yaml`` (a test compares them); they
are written out because these words must come when no content can be read.
"""

from collections.abc import Mapping

OWN, OTHER = "own", "other"
"""About the one who writes, or about somebody else."""

_NL_112 = "Is er nu gevaar? **Bel 112.**"
_NL_113 = "**Bel 113** of chat op [113.nl](https://www.113.nl). Dag en nacht open, gratis, je naam is niet nodig."
_NL_TAKEN = "Heb je al iets gedaan of ingenomen? **Bel 112**, ook als je je goed voelt."
_NL_TAKEN_OTHER = "Is er al iets gedaan of ingenomen? **Bel 112**, ook als het goed lijkt te gaan."
_NL_TAKEN_CHILD = "Heeft je kind al iets gedaan of ingenomen? **Bel 112**, ook als het goed lijkt te gaan."
_NL_HOME = "**Bel Veilig Thuis: 0800-2000.** Dag en nacht open, gratis. Je hoeft geen naam te zeggen."
_NL_CSG = "**Bel het Centrum Seksueel Geweld: 0800-0188.** Dag en nacht open. Je hoeft nog niets te beslissen."
_NL_IMAGES = "Gaat het om beelden of dreigen online? Kijk op [helpwanted.nl](https://www.helpwanted.nl)."
_NL_CHILD_LINE = "Praten kan ook met de Kindertelefoon: **0800-0432**, elke dag van 11 tot 21 uur."
_NL_DOCTOR = "Bel ook je huisarts. Is die dicht? Bel de huisartsenpost."
_NL_COMPUTER = "Ik ben een computer. Ik kan geen hulp naar je toe sturen."
_NL_SOMEBODY = "Ga naar iemand in de buurt die je vertrouwt."

_EN_112 = "Is there danger right now? **Call 112.**"
_EN_113 = "**Call 113** or chat at [113.nl](https://www.113.nl). Open day and night, free, no name needed."
_EN_TAKEN = "Have you already done or taken something? **Call 112**, even if you feel well."
_EN_TAKEN_OTHER = "Has something already been done or taken? **Call 112**, even if they seem well."
_EN_TAKEN_CHILD = "Has your child already done or taken something? **Call 112**, even if they seem well."
_EN_HOME = "**Call Veilig Thuis (Safe at Home): 0800-2000.** Open day and night, free. You need not say your name."
_EN_CSG = (
    "**Call Centrum Seksueel Geweld (sexual violence centre): 0800-0188.** Open day and night. No need to decide yet."
)
_EN_IMAGES = "Is it about pictures or threats online? See [helpwanted.nl](https://www.helpwanted.nl)."
_EN_CHILD_LINE = (
    "You can also talk to the Kindertelefoon (children's helpline): **0800-0432**, every day from 11 to 21."
)
_EN_DOCTOR = (
    "Call your family doctor (huisarts) too. Closed? Call the huisartsenpost, the doctors for evenings and weekends."
)
_EN_COMPUTER = "I am a computer. I cannot send help to you."
_EN_SOMEBODY = "Go to somebody nearby whom you trust."

Kinds = Mapping[tuple[str, str, str], tuple[str, ...]]
"""Paragraphs by category, ``OWN`` or ``OTHER``, and audience."""

DUTCH_KINDS: Kinds = {
    ("suicide", OWN, "jongere"): (
        _NL_113,
        _NL_TAKEN,
        (
            "Goed dat je dit zegt. Je hoeft dit niet alleen te dragen. Ga naar iemand toe die je vertrouwt. "
            '"Blijf bij mij" is genoeg.'
        ),
        _NL_COMPUTER,
    ),
    ("suicide", OWN, "ouder"): (
        _NL_113,
        _NL_TAKEN,
        f"Goed dat je dit zegt. Vraag iemand om bij je te komen. {_NL_DOCTOR}",
        _NL_COMPUTER,
    ),
    ("suicide", OTHER, "jongere"): (
        "**Bel 113** om te overleggen, dag en nacht, gratis. " + _NL_TAKEN_OTHER,
        'Goed dat je oplet. Vraag het gewoon: "Denk je aan doodgaan?" Vragen maakt het niet erger. Blijf erbij.',
        f"Haal er een volwassene bij. Beloof niet dat je het geheimhoudt. {_NL_CHILD_LINE}",
        _NL_COMPUTER,
    ),
    ("suicide", OTHER, "ouder"): (
        "**Bel 113** om te overleggen, dag en nacht, gratis. " + _NL_TAKEN_CHILD,
        (
            'Blijf bij je kind. Vraag het gewoon: "Denk je aan doodgaan?" Vragen maakt het niet erger. Luister, en word niet '
            "boos. Gaat het om iemand anders? Dan geldt dit ook."
        ),
        f"{_NL_DOCTOR} {_NL_COMPUTER}",
    ),
    ("self_harm", OWN, "jongere"): (
        f"Praten kan nu: {_NL_113}",
        f"{_NL_TAKEN} Bel ook 112 als een wond erg bloedt.",
        f"Je bent niet raar en niet de enige. Vertel het aan één volwassene die je vertrouwt. {_NL_CHILD_LINE}",
        _NL_COMPUTER,
    ),
    ("self_harm", OWN, "ouder"): (
        f"Praten kan nu: {_NL_113}",
        f"{_NL_TAKEN} Bel ook 112 als een wond erg bloedt.",
        f"Je bent niet de enige. {_NL_DOCTOR}",
        _NL_COMPUTER,
    ),
    ("self_harm", OTHER, "jongere"): (
        "Overleggen kan met **113**, dag en nacht, gratis. " + _NL_TAKEN_OTHER,
        (
            "Goed dat je oplet. Luister, en schrik niet hardop. Haal er een volwassene bij die jullie vertrouwen. "
            "Je hoeft dit niet alleen op te lossen."
        ),
        _NL_CHILD_LINE,
        _NL_COMPUTER,
    ),
    ("self_harm", OTHER, "ouder"): (
        "Overleggen kan met **113**, dag en nacht, gratis. " + _NL_TAKEN_CHILD,
        "Blijf rustig en word niet boos. Vraag hoe je kind zich voelt, niet alleen wat er gebeurde.",
        f"{_NL_DOCTOR} {_NL_COMPUTER}",
    ),
    ("unsafe_home", OWN, "jongere"): (
        f"{_NL_HOME} {_NL_112}",
        (
            "Het is niet jouw schuld. Niemand mag je slaan, bedreigen of opsluiten. Ga als het kan naar een plek of mens "
            "waar je veilig bent."
        ),
        _NL_CHILD_LINE,
        f"{_NL_COMPUTER} Denk je aan dood willen zijn? Bel **113**.",
    ),
    ("unsafe_home", OWN, "ouder"): (
        f"{_NL_HOME} {_NL_112}",
        (
            "Het is niet jouw schuld. Je mag ook bellen om alleen te overleggen. Zorg eerst dat jij en je kinderen veilig "
            "zijn, bijvoorbeeld bij familie of buren."
        ),
        f"{_NL_COMPUTER} Denk je aan dood willen zijn? Bel **113**.",
    ),
    ("unsafe_home", OTHER, "jongere"): (
        f"{_NL_HOME} {_NL_112}",
        (
            "Goed dat je het zegt. Je mag bellen voor een ander. Luister, en haal er een volwassene bij die je vertrouwt. "
            "Los het niet alleen op."
        ),
        _NL_CHILD_LINE,
        _NL_COMPUTER,
    ),
    ("unsafe_home", OTHER, "ouder"): (
        f"{_NL_HOME} {_NL_112}",
        (
            "Goed dat je het zegt. Je mag bellen om te overleggen, ook als je twijfelt. Veilig Thuis denkt met je mee en "
            "zegt wat je kunt doen."
        ),
        _NL_COMPUTER,
    ),
    ("sexual_violence", OWN, "jongere"): (
        f"{_NL_CSG} {_NL_112}",
        "Wat er gebeurde is niet jouw schuld, ook niet als je niets terugdeed. Vertel het aan iemand die je vertrouwt.",
        f"{_NL_IMAGES} {_NL_CHILD_LINE}",
        f"{_NL_COMPUTER} Denk je aan dood willen zijn? Bel **113**.",
    ),
    ("sexual_violence", OWN, "ouder"): (
        f"{_NL_CSG} {_NL_112}",
        f"Wat er gebeurde is niet jouw schuld, ook niet als je niets terugdeed. {_NL_DOCTOR}",
        _NL_IMAGES,
        f"{_NL_COMPUTER} Denk je aan dood willen zijn? Bel **113**.",
    ),
    ("sexual_violence", OTHER, "jongere"): (
        f"{_NL_CSG} {_NL_112}",
        (
            'Goed dat je het zegt. Je mag bellen voor een ander. Geloof de ander en zeg: "Het is niet jouw schuld." '
            "Haal er een volwassene bij."
        ),
        f"{_NL_IMAGES} {_NL_CHILD_LINE}",
        _NL_COMPUTER,
    ),
    ("sexual_violence", OTHER, "ouder"): (
        f"{_NL_CSG} {_NL_112}",
        (
            'Blijf rustig. Geloof wat je kind vertelt en zeg: "Het is niet jouw schuld." Vraag niet door naar alles. '
            f"Bel eerst om te overleggen. {_NL_DOCTOR}"
        ),
        _NL_IMAGES,
        _NL_COMPUTER,
    ),
    ("acute_danger", OWN, "jongere"): (
        "**Bel nu 112.** Kun je niet praten? Bel toch en blijf aan de lijn.",
        "Ga weg als dat veilig kan. Ga naar mensen toe: buren, een winkel, een volwassene.",
        f"{_NL_COMPUTER} Praten over dood willen zijn kan dag en nacht met **113**.",
    ),
    ("acute_danger", OWN, "ouder"): (
        "**Bel nu 112.** Kun je niet praten? Bel toch en blijf aan de lijn.",
        "Breng jezelf en je kinderen in veiligheid als dat kan. Ga naar buren of een winkel.",
        f"{_NL_COMPUTER} Praten over dood willen zijn kan dag en nacht met **113**.",
    ),
    ("acute_danger", OTHER, "jongere"): (
        "**Bel nu 112.** Zeg waar je bent en wat je ziet. Blijf aan de lijn.",
        "Roep een volwassene. Blijf bij de ander als dat veilig is. Is het niet veilig? Ga dan weg en bel.",
        f"{_NL_COMPUTER} Overleggen over dood willen zijn kan dag en nacht met **113**.",
    ),
    ("acute_danger", OTHER, "ouder"): (
        "**Bel nu 112.** Zeg waar je bent en wat er is. Blijf aan de lijn.",
        "Blijf bij je kind of de ander als dat veilig is. De centralist zegt wat je kunt doen.",
        f"{_NL_COMPUTER} Overleggen over dood willen zijn kan dag en nacht met **113**.",
    ),
}

ENGLISH_KINDS: Kinds = {
    ("suicide", OWN, "jongere"): (
        _EN_113,
        _EN_TAKEN,
        (
            'It is good that you say this. You do not have to carry it alone. Go to somebody you trust. "Stay with me" is '
            "enough."
        ),
        _EN_COMPUTER,
    ),
    ("suicide", OWN, "ouder"): (
        _EN_113,
        _EN_TAKEN,
        f"It is good that you say this. Ask somebody to come and be with you. {_EN_DOCTOR}",
        _EN_COMPUTER,
    ),
    ("suicide", OTHER, "jongere"): (
        "**Call 113** for advice, day and night, free. " + _EN_TAKEN_OTHER,
        'Good that you care. Just ask: "Are you thinking about dying?" Asking does not make it worse. Stay with them.',
        f"Get an adult. Do not promise to keep it secret. {_EN_CHILD_LINE}",
        _EN_COMPUTER,
    ),
    ("suicide", OTHER, "ouder"): (
        "**Call 113** for advice, day and night, free. " + _EN_TAKEN_CHILD,
        (
            'Stay with your child. Just ask: "Are you thinking about dying?" Asking does not make it worse. Listen, and do '
            "not get angry. Is it about somebody else? Then do the same."
        ),
        f"{_EN_DOCTOR} {_EN_COMPUTER}",
    ),
    ("self_harm", OWN, "jongere"): (
        f"You can talk now: {_EN_113}",
        f"{_EN_TAKEN} Call 112 as well when a wound bleeds badly.",
        f"You are not strange and not the only one. Tell one adult you trust. {_EN_CHILD_LINE}",
        _EN_COMPUTER,
    ),
    ("self_harm", OWN, "ouder"): (
        f"You can talk now: {_EN_113}",
        f"{_EN_TAKEN} Call 112 as well when a wound bleeds badly.",
        f"You are not the only one. {_EN_DOCTOR}",
        _EN_COMPUTER,
    ),
    ("self_harm", OTHER, "jongere"): (
        "You can ask **113** for advice, day and night, free. " + _EN_TAKEN_OTHER,
        "Good that you care. Listen, and stay calm. Get an adult whom you both trust. You need not solve this alone.",
        _EN_CHILD_LINE,
        _EN_COMPUTER,
    ),
    ("self_harm", OTHER, "ouder"): (
        "You can ask **113** for advice, day and night, free. " + _EN_TAKEN_CHILD,
        "Stay calm and do not get angry. Ask how your child feels, not only what happened.",
        f"{_EN_DOCTOR} {_EN_COMPUTER}",
    ),
    ("unsafe_home", OWN, "jongere"): (
        f"{_EN_HOME} {_EN_112}",
        (
            "It is not your fault. Nobody may hit you, threaten you or lock you up. If you can, go to a place or person where "
            "you are safe."
        ),
        _EN_CHILD_LINE,
        f"{_EN_COMPUTER} Are you thinking about suicide? Call **113**.",
    ),
    ("unsafe_home", OWN, "ouder"): (
        f"{_EN_HOME} {_EN_112}",
        (
            "It is not your fault. You may also call just to ask for advice. First see that you and your children are safe, "
            "for example with family or neighbours."
        ),
        f"{_EN_COMPUTER} Are you thinking about suicide? Call **113**.",
    ),
    ("unsafe_home", OTHER, "jongere"): (
        f"{_EN_HOME} {_EN_112}",
        (
            "Good that you say it. You may call for somebody else. Listen, and get an adult you trust. Do not try to solve it "
            "alone."
        ),
        _EN_CHILD_LINE,
        _EN_COMPUTER,
    ),
    ("unsafe_home", OTHER, "ouder"): (
        f"{_EN_HOME} {_EN_112}",
        "Good that you say it. You may call for advice, even when you are not sure. Veilig Thuis thinks along with you.",
        _EN_COMPUTER,
    ),
    ("sexual_violence", OWN, "jongere"): (
        f"{_EN_CSG} {_EN_112}",
        "What happened is not your fault, even if you did not fight back. Tell somebody you trust.",
        f"{_EN_IMAGES} {_EN_CHILD_LINE}",
        f"{_EN_COMPUTER} Are you thinking about suicide? Call **113**.",
    ),
    ("sexual_violence", OWN, "ouder"): (
        f"{_EN_CSG} {_EN_112}",
        f"What happened is not your fault, even if you did not fight back. {_EN_DOCTOR}",
        _EN_IMAGES,
        f"{_EN_COMPUTER} Are you thinking about suicide? Call **113**.",
    ),
    ("sexual_violence", OTHER, "jongere"): (
        f"{_EN_CSG} {_EN_112}",
        'Good that you say it. You may call for somebody else. Believe them and say: "It is not your fault." Get an adult.',
        f"{_EN_IMAGES} {_EN_CHILD_LINE}",
        _EN_COMPUTER,
    ),
    ("sexual_violence", OTHER, "ouder"): (
        f"{_EN_CSG} {_EN_112}",
        (
            'Stay calm. Believe what your child tells you and say: "It is not your fault." Do not ask about every detail. '
            f"Call for advice first. {_EN_DOCTOR}"
        ),
        _EN_IMAGES,
        _EN_COMPUTER,
    ),
    ("acute_danger", OWN, "jongere"): (
        "**Call 112 now.** Can you not speak? Call anyway and stay on the line.",
        "Leave if that is safe. Go to people: neighbours, a shop, an adult.",
        f"{_EN_COMPUTER} You can talk about suicide day and night at **113**.",
    ),
    ("acute_danger", OWN, "ouder"): (
        "**Call 112 now.** Can you not speak? Call anyway and stay on the line.",
        "Bring yourself and your children to safety if you can. Go to neighbours or a shop.",
        f"{_EN_COMPUTER} You can talk about suicide day and night at **113**.",
    ),
    ("acute_danger", OTHER, "jongere"): (
        "**Call 112 now.** Say where you are and what you see. Stay on the line.",
        "Call an adult. Stay with them if that is safe. Not safe? Leave, and call.",
        f"{_EN_COMPUTER} You can ask **113** about suicide, day and night.",
    ),
    ("acute_danger", OTHER, "ouder"): (
        "**Call 112 now.** Say where you are and what is wrong. Stay on the line.",
        "Stay with your child or the other person if that is safe. The operator tells you what to do.",
        f"{_EN_COMPUTER} You can ask **113** about suicide, day and night.",
    ),
}

DUTCH_CORE = (
    _NL_112 + " Dat kan altijd, dag en nacht.",
    (
        "Denk je aan dood willen zijn, of wil je jezelf pijn doen? **Bel 113** of chat op [113.nl](https://www.113.nl). "
        "Dat is gratis, dag en nacht, en je naam is niet nodig."
    ),
    f"{_NL_COMPUTER} {_NL_SOMEBODY}",
)
ENGLISH_CORE = (
    _EN_112 + " You can always call, day and night.",
    (
        "Are you thinking about suicide, or of hurting yourself? **Call 113** or chat at [113.nl](https://www.113.nl). "
        "It is free, day and night, and you do not have to give your name."
    ),
    f"{_EN_COMPUTER} {_EN_SOMEBODY}",
)
