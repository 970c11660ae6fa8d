"""How people ask on about the last answer, without naming it again: the kinds, and the words of each.

Some are known whole. Others are known because nothing in them names a subject of its own ("wie moet ik daar dan voor
bellen"): then how they begin, or the one word that counts, tells which kind it is.
"""

import re
from dataclasses import dataclass

from bot.dialogue.hearing import read_child
from bot.domain.conversation import Child
from bot.replies.word_lists import words_of
from bot.text.folding import fold

LONGEST = 10


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One kind of follow-up: how it is asked, and the words of a paragraph that answers it."""

    name: str
    asked: re.Pattern[str]
    heads: re.Pattern[str]
    """Words of a paragraph's own heading."""
    body: re.Pattern[str]


_THAT = r"(?:dat|dit|het|zoiets|zo'n (?:\w+)|die|deze|that|this|it|die \w+)"
_FILL = r"(?: (?:dan|eigenlijk|ongeveer|precies|nou|nu|zelf|ook|meestal|nog|wel|then|usually|exactly|toch))*"
_LEAD = r"(?:(?:en|maar|ok|oke|ja|dus|and|but|so|hm|hmm|nou) )*"


def _asked(*forms: str) -> re.Pattern[str]:
    return re.compile(_LEAD + "(?:" + "|".join(forms) + ")" + _FILL)


FOLLOW_UPS: tuple[FollowUp, ...] = (
    FollowUp("long", _asked(
        rf"(?:hoe lang|hoelang)(?: (?:duurt|gaat|kan|mag|geldt|blijft))?{_FILL}(?: {_THAT})?{_FILL}(?: (?:duren|gelden|blijven))?", rf"duurt {_THAT} lang", rf"hoe snel(?: gaat {_THAT})?", r"binnen hoeveel (?:tijd|weken|dagen)",
        rf"wanneer hoor ik (?:iets|{_THAT}|wat)", rf"how long(?: does {_THAT} take| is {_THAT}| can {_THAT} (?:last|take))?"),
        re.compile(r"hoe lang|duur|termijn|geldig|how long"), re.compile(r"\b(?:\d+|een|twee|drie|vier|vijf|zes|tien|hele|heel het|one|two|three|four|six) (?:school)?(?:weken|week|dagen|dag|maanden|maand|jaar|jaren|uur|uren|minuten|weeks?|days?|months?|years?|hours?|minutes)\b|\btermijn\b")),
    FollowUp("cost", _asked(
        rf"(?:wat|hoeveel) kost{_FILL}(?: {_THAT})?{_FILL}", rf"kost {_THAT}{_FILL}(?: (?:iets|geld|wat|veel))?", r"(?:zijn er|heb ik) kosten(?: aan)?", rf"is {_THAT} gratis", rf"moet ik (?:daarvoor |er ?voor |{_THAT} )?(?:iets )?betalen(?: daarvoor| ervoor)?",
        rf"wie betaalt(?: {_THAT})?", rf"(?:what|how much) does {_THAT} cost", rf"does {_THAT} cost (?:anything|money)", rf"is {_THAT} free", rf"who pays(?: for {_THAT})?", r"do i (?:have to|need to) pay"),
        re.compile(r"\bkost|betaal|gratis|\bgeld\b|vergoed|\bcost|\bpays?\b|\bfree\b"), re.compile(r"\b(?:kost|kosten|gratis|betaal\w*|vergoed\w*|eigen bijdrage|free|costs?|pays?)\b")),
    FollowUp("who", _asked(
        rf"wie (?:doet|beslist|bepaalt|regelt|vraagt|schrijft|maakt|geeft|helpt|gaat|moet|kan|mag){_FILL}(?: {_THAT})?{_FILL}(?: (?:aan|over|daarover|mij|doen|regelen|aanvragen|beslissen|daarbij|me))*", r"(?:bij|naar|met|aan) wie(?: (?:moet|kan) ik)?(?: (?:dan|daarvoor|hiervoor))?(?: (?:zijn|heen|gaan|bellen|mailen|praten|vragen|terecht))?", r"wie(?: dan| moet ik (?:bellen|mailen|hebben|vragen))?",
        r"waar (?:moet|kan) ik (?:dan |daarvoor |hiervoor )?(?:heen|naartoe|zijn|terecht|naar toe)", rf"who (?:does|decides|arranges|pays|writes|makes|helps|do i)(?: {_THAT})?(?: (?:ask|call|contact|with that))?"),
        re.compile(r"\bwie\b|wie kan|bij wie|naar wie|hulp|who"), re.compile(r"\b(?:school|samenwerkingsverband|gemeente|bestuur|mentor|leerkracht|intern begeleider|zorgcoordinator|directie|wijkteam|huisarts|jeugdarts|onderwijsconsulent\w*|the school|municipality)\b")),
    FollowUp("when", _asked(
        rf"wanneer(?: (?:moet|kan|mag|gaat|is|begint|krijg|weet))?(?: ik)?{_FILL}(?: {_THAT})?{_FILL}(?: (?:doen|aanvragen|beginnen|in|zijn))?", rf"vanaf wanneer(?: kan {_THAT})?", r"hoe laat", rf"when(?: (?:is|can|must|does|should) (?:i |{_THAT} )?(?:do )?(?:{_THAT})?)?(?: start)?"),
        re.compile(r"wanneer|vanaf|when"), re.compile(r"\b(?:vanaf|voor|uiterlijk|binnen|na|weken|dagen|verjaardag|schooljaar|from|before|within|after)\b")),
    FollowUp("refuse", _asked(
        r"(?:wat )?als (?:(?:de|het|mijn|die|onze|m'n) )?(?:\w+ )(?:(?:dat|het|dit|er|me|mij|ons|dan|toch|ook) )*(?:niet|niks|niets|nooit|geen|weigert|nee|te laat)(?: .{0,40})?",
        rf"(?:wat )?als (?:ze|zij|hij|school|de school|de gemeente|het|dat|ik|we|iemand)(?: {_THAT})?(?: (?:dat|het))?{_FILL} (?:niet|nee|weiger\w*|geen)(?: .{{0,40}})?", rf"als {_THAT} niet (?:lukt|helpt|werkt|gebeurt|kan|mag)", r"anders", r"zo niet", r"als school nee zegt", r"(?:what )?if (?:they|the school|it|she|he|we|i)(?: (?:do not|don't|dont|does not|doesn't|refuses?|says? no|won't|disagree))?(?: .{0,30})?", r"ik ben het er niet mee eens", r"school (?:wil|doet|luistert) (?:dat )?niet"),
        re.compile(r"niet mee? eens|niet eens|weiger|wil .*niet|lukt .*niet|doet .*niet|zegt nee|school niet|kom je er niet uit|bezwaar|klacht|disagree|refuse|not agree"), re.compile(r"\b(?:bezwaar|klacht|klachtencommissie|geschillencommissie|niet eens|weigert|lukt\w* .{0,20}niet|inspectie|onderwijsconsulent\w*|object|complaint|disagree)\b")),
    FollowUp("sign", _asked(
        r"(?:moet|mag|hoef) ik (?:dat |iets |daarvoor |er ?voor |ergens )?(?:voor )?(?:te )?(?:tekenen|ondertekenen|instemmen|toestemming geven|akkoord gaan)", r"(?:is|heb je) (?:mijn |een )?(?:handtekening|toestemming) nodig", r"do i (?:have|need) to sign(?: (?:anything|it|that))?"),
        re.compile(r"teken|handtekening|toestemming|instem|akkoord|sign|consent"), re.compile(r"\b(?:teken\w*|handtekening|toestemming|instem\w*|akkoord|goedkeur\w*|sign\w*|agree\w*|permission)\b")),
    FollowUp("must", _asked(
        rf"(?:moet|mag|kan|hoeft) (?:{_THAT}|school {_THAT}|de school {_THAT}|ik {_THAT}|zomaar){_FILL}(?: (?:zomaar|gewoon|echt|altijd|weigeren|doen|verplicht|op papier|schriftelijk))*", rf"is {_THAT} (?:echt |wel |ook )?(?:verplicht|wettelijk|toegestaan|normaal)", r"ben ik (?:dat )?verplicht", rf"(?:must|may|can) (?:i|they|the school)(?: do)? {_THAT}", rf"is {_THAT} (?:mandatory|required|allowed|legal)"),
        re.compile(r"verplicht|\bmag\b|\bmoet\b|recht|wet|must|allowed"), re.compile(r"\b(?:moet|mag|verplicht|recht|wet|must|may|right|law)\b")),
    FollowUp("next", _asked(
        r"en (?:dan|daarna|nu|verder|toen)", r"(?:en )?wat (?:dan|daarna|gebeurt er (?:dan|daarna)|nu|moet ik (?:nu|nou|dan|er mee|doen)(?: doen)?|kan ik (?:nu|dan|doen)(?: doen)?)", r"daarna", r"wat is de (?:volgende|eerste) stap", rf"hoe (?:doe|regel|vraag|begin|pak) ik {_THAT}(?: aan| dan)?", rf"hoe (?:werkt|gaat|moet|kan) {_THAT}(?: dan)?", r"hoe dan", r"(?:and )?(?:then|what then|what next|what now|now what|how)", rf"how do i (?:do|arrange|ask for) {_THAT}", r"what (?:should|can) i do(?: now)?"),
        re.compile(r"daarna|\ben na\b|\bdan\b|stap|wat kun je|kun je doen|doe je|hoe|next|then"), re.compile(r"\b(?:vraag|bel|mail|schrijf|maak|stap|eerst|daarna|ask|call|write|first|then)\b")),
)  # fmt: skip
SCOPE = re.compile(
    _LEAD + r"(?:geldt|telt|mag|kan|is|werkt) (?:dat|dit|het|die)(?: dan)? ook (?:voor|op|bij|in|als|met) (?P<what>.{2,40})|"
    + _LEAD + r"(?:en |hoe zit (?:dat|het) |hoe is dat )(?:op|voor|bij|in|met|als) (?:het |de |een )?(?P<also>[\w' ]{2,30})|does (?:that|it|this) (?:also )?(?:apply|count) (?:to|for|in|at) (?P<en>.{2,40})"
)  # fmt: skip
MEANING = _asked(
    r"(?:wat|hoe) (?:bedoel|bedoelt) (?:je|u)(?: (?:daar ?mee|met dat|hiermee))?", r"wat betekent (?:dat|dit)", r"wat is dat", r"(?:ik )?(?:snap|begrijp|volg) (?:het|dat|er|je|dit)(?: niet| niks van| geen \w+ van)+", r"snap niet", r"huh", r"leg(?: (?:eens|dat|het))* uit", r"kun je (?:dat|het) uitleggen", r"(?:in )?(?:gewone|makkelijke|simpele) (?:taal|woorden)", r"makkelijker", r"korter",
    r"what do you mean", r"what does (?:that|this|it) mean", r"i (?:do not|don't|dont) (?:get|understand)(?: it| that)?", r"explain(?: that)?",
)  # fmt: skip
MORE = _asked(
    r"(?:vertel |weet je |heb je )?(?:er |hier |daar )?(?:nog )?(?:meer|iets meer)(?: (?:hierover|daarover|info|informatie|weten|vertellen|uitleg))?",
    r"ga (?:door|verder)",
    r"en verder",
    r"(?:tell me )?more",
    r"go on",
)
SURE = _asked(
    rf"(?:weet je|weet u) (?:{_THAT} )?(?:wel |echt |heel )?zeker",
    rf"is {_THAT} (?:echt |wel )?(?:zo|waar)",
    r"echt waar",
    r"klopt (?:dat|dit)(?: wel| echt)?",
    rf"waar (?:staat|haal je|heb je) {_THAT}(?: (?:vandaan|gelezen|in de wet))?",
    r"wie zegt dat",
    r"bron",
    r"are you sure",
    r"(?:helpt|werkt) (?:dat|dit|het)(?: (?:dan|nou))? (?:echt|wel|ook)(?: .{0,12})?",
    r"does (?:that|it|this) (?:really )?(?:help|work)",
    r"is that (?:true|right)",
    r"where does it say (?:that|so)",
    r"source",
)


def read_follow_up(words: str) -> FollowUp | None:
    """The kind of a folded text that is known whole."""
    return next((kind for kind in FOLLOW_UPS if kind.asked.fullmatch(words)), None)


_NAMES_IT = re.compile(_LEAD + r"hoe (?:zit (?:dat|het)|is dat) (?:met|op|bij|in|voor) \w+")
"""What "how about the school bus" is about stands in it, for who said nothing before."""


def names_its_subject(words: str) -> bool:
    """Whether folded ``words`` ask how it is with something they name."""
    return _NAMES_IT.match(words) is not None


def leans_on_nothing(text: str) -> bool:
    """Whether it is such a follow-up, for who said nothing before that it could be about."""
    words = fold(text)
    if names_its_subject(words):
        return False
    patterns = (MEANING, SURE, SCOPE, *(kind.asked for kind in FOLLOW_UPS))
    return 0 < len(words.split()) <= LONGEST and any(pattern.fullmatch(words) for pattern in patterns)


_POINTING = words_of(
    """
dat dit het daar daarvoor hiervoor ervoor er daarbij hierbij daarmee hiermee ermee daarover hierover erover daarna dan
die deze zoiets zo'n ze that this it they them then there
"""
)
"""Words that point at what was said before."""
_WITHOUT_SUBJECT = _POINTING | words_of(
    """
de een ik je jij u wij we hij zij mij me mijn hem haar ons hun en maar ok oke ja dus nou nu ook wel niet nog echt precies
eigenlijk ongeveer zelf altijd zomaar gewoon eerst iets iemand iedereen wat hoe wie waar wanneer hoelang lang snel hoeveel
binnen voor met bij naar aan van over op in om tot te als of is zijn was wordt worden ben bent moet moeten mag mogen kan
kun kunnen wil willen zal zou heb hebt heeft hebben had gaat gaan krijg krijgen doe doet doen regel regelen aanvragen vraag
vragen bel bellen mail mailen stuur sturen opsturen schrijf schrijven betaal betaalt betalen kost kosten gratis geld teken
tekenen ondertekenen reageer reageren weiger weigeren weigert inleveren indienen zeggen zegt praten beslist beslissen bepaalt
duurt duren wachten beginnen begint komt komen hoef hoeft verplicht schriftelijk mondeling papier telefonisch online dagen
dag weken week maanden maand jaar uur uren minuten tijd max maximaal minimaal minstens hooguit extra tussentijd ondertussen
stap stappen nodig waarmee waarvoor anders klaar geldig laat vroeg heen terecht nee niks niets nooit the a an i you we he
she my me and but so ok what how who where when long many much days weeks months time before by to for with at do does
did is are can could may must should have need pay cost free sign call ask write say says no not refuse wait take takes
start begin decide decides
"""
)
"""A text of only these names no subject of its own."""
_BEGINS = r"(?:(?:en|maar|ok|oke|ja|dus|nou|and|but|so|and) )*"
_LOOSE: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("long", re.compile(rf"{_BEGINS}(?:voor |binnen )?(?:hoe ?lang|hoe snel|hoeveel (?:dagen|weken|maanden|tijd|uur|uren|minuten)|how long|how (?:many|much) (?:days|weeks|months|time))\b.*")),
    ("cost", re.compile(r".*\b(?:kost|kosten|betaal|betaalt|betalen|gratis|geld|cost|pay|free)\b.*")),
    ("refuse", re.compile(rf".*\b(?:weiger\w*|refuse)\b.*|{_BEGINS}als .*\b(?:niet|niks|niets|nooit|nee|no|not)\b.*")),
    ("sign", re.compile(r".*\b(?:teken|tekenen|ondertekenen|sign)\b.*")),
    ("who", re.compile(rf"{_BEGINS}(?:(?:met|bij|naar|aan|van|door|voor) )?(?:wie|who)\b.*|{_BEGINS}waar (?:moet|kan|mag) ik .*")),
    ("when", re.compile(rf"{_BEGINS}(?:tot |vanaf |voor )?(?:wanneer|when)\b.*")),
    ("must", re.compile(rf"{_BEGINS}(?:moet|moeten|mag|mogen|kan|kun|kunnen|hoef|hoeft|must|may|can|do i)\b.*")),
    ("next", re.compile(rf"{_BEGINS}(?:wat|hoe|what|how)\b.*")),
)  # fmt: skip
_SHORT = 3
"""So few words without a subject lean on what was said, also without a word that points at it."""


def read_loosely(words: str) -> FollowUp | None:
    """The kind of a folded text that names no subject of its own, by how it begins or the word that counts."""
    said = words.split()
    if len(said) < 2 or not _WITHOUT_SUBJECT.issuperset(said):
        return None
    if len(said) > _SHORT and not _POINTING.intersection(said):
        return None
    name = next((name for name, pattern in _LOOSE if pattern.fullmatch(words)), None)
    return next((kind for kind in FOLLOW_UPS if kind.name == name), None)


_ABOUT_A_CHILD = words_of(
    """
ja nee en maar ok oke hij zij ze ik het mijn m'n me onze die dit dat kind zoon dochter zoontje dochtertje broer broertje zus
zusje is ben zit zitten gaat wordt werd net pas al nu bijna nog in op naar de een jaar oud trouwens toevallig inmiddels
geworden dus wel ook maakt uit verschil eigenlijk van zelf groep klas basisschool middelbare middelbaar school speciaal
onderwijs basisonderwijs sbo vso so mbo havo vwo vmbo mavo brugklas gymnasium peuter kleuter my son daughter child he she
is in now just only by the way years year old grade primary secondary i'm am
"""
)


def only_the_child(words: str) -> bool:
    """Whether a folded text only says how old somebody is, or in which group or kind of school."""
    return all(word in _ABOUT_A_CHILD or word.isdecimal() for word in words.split()) and (
        read_child(words, Child()) != Child()
    )
