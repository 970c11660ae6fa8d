"""Yes, no or doubt, in every shade people type them.

The reply is eaten from the left by the longest phrase that is known, until a word comes that is not: what is left is
the rest. The first word that leans decides ("nee prima" is a no); a turn ("ja maar …") is said so, because a consent
with a condition is not one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import OSA

from bot.text.folding import fold, soften


class Leaning(StrEnum):
    """What a reply leans to."""

    YES = "yes"
    NO = "no"
    DOUBT = "doubt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """How a text leans; ``sure`` when it was said outright and not concluded from a sentence."""

    leaning: Leaning
    sure: bool = True
    but: bool = False
    """A condition or a turn follows: "ja maar niet mijn vraag"."""
    rest: str = ""
    """What follows the words that lean, folded."""

    @property
    def outright(self) -> bool:
        """Whether nothing else is said that could change it."""
        return self.sure and not self.but and len(self.rest.split()) <= _SHORT_REST


_SHORT_REST = 4
_MOST_WORDS_OF_A_STATEMENT = 9
_LEAST_TO_REPAIR = 6

_YES = """
ja|j|jaa|jah|jaja|jha|hja|ja ja|jep|jeps|yep|yes|yess|y|yeah|yea|ya|yup|jup|jawel|jawohl|jazeker|jazekers|
zeker|zeker wel|zekers|zekerweten|zeker weten|tuurlijk|natuurlijk|uiteraard|vanzelfsprekend|inderdaad|klopt|
dat klopt|klopt ja|precies|absoluut|goed|is goed|dat is goed|das goed|prima|helemaal goed|vind ik goed|oke|ok|
okee|okay|oki|okido|k|kk|akkoord|eens|afgesproken|graag|heel graag|alstublieft|alsjeblieft|aub|please|doe maar|
doen|doe dat maar|doe het|doe dat|ga je gang|toe maar|vooruit|vooruit maar|kom maar|kom maar op|mag|dat mag|
mag wel|dat mag wel|mag hoor|lijkt me goed|lijkt me fijn|lijkt mij goed|lijkt me wel wat|dat wil ik|wil ik wel|
wil ik graag|dat wil ik graag|ik wil graag|ik wil wel|ik wil het|ik wil dat|fijn|top|super|perfect|best|
best goed|geef maar door|geef door|stuur maar|stuur maar door|verstuur maar|doorgeven|wis maar|wis alles|
alles wissen|denk het wel|ik denk het wel|denk van wel|ik denk van wel|ik denk het|denk het|volgens mij wel|
ik geloof van wel|ik geloof het wel|geloof het wel|vast wel|waarschijnlijk wel|waarschijnlijk|best wel|
eigenlijk wel|toch wel|wel|hoop het|ik hoop het|ja natuurlijk|gaarne|toch maar|toch maar wel|toch maar doen|
dan maar|dan maar wel|maar wel|yes please|sure|of course|ofcourse|certainly|definitely|absolutely|go ahead|
that is right|that's right|correct|i do|i am|i have|i did|we do|we did|we have|they do|it does|it is|she does|
he does|i think so|i guess|i guess so|probably|sounds good|fine|that is fine|that's fine|agreed|right|do it|
yes i do|heb ik|hebben we|heb ik al|hebben we al|heb ik gedaan|doe ik|doen we|doen ze|doet ze|doet hij|
dat doen ze|dat weet school|weten ze|weet ze|weet hij|evet|olur|tamam|tabii|tabii ki|tabi|elbette|lutfen|نعم|
ايوه|ايوا|أيوه|اجل|أجل|طيب|تمام|موافق|حسنا|أكيد|اكيد|na3am|naam|aywa|tak|jasne|oczywiscie|oczywiście|dobrze|
prosze|так|авжеж|звісно|звичайно|добре|гаразд|да|конечно|хорошо|klar|natürlich|gerne|gern|ja gerne|sicher|
selbstverständlich|na klar|oui|ouais|d'accord|bien sur|bien sûr|volontiers|si|sí|claro|vale|por supuesto|
de acuerdo
"""
_NO = """
nee|ne|n|neen|nee nee|neej|neeh|neh|nne|nein|no|nope|nop|nah|naah|neuh|neu|nee joh|nee hoor|nee niet|nooit|
nooit niet|nog nooit|never|echt niet|zeker niet|zeer zeker niet|tuurlijk niet|natuurlijk niet|uiteraard niet|
absoluut niet|klopt niet|dat klopt niet|niet waar|dat is niet waar|niet akkoord|niet mee eens|niet goed|
is niet goed|hoeft niet|hoeft niet hoor|dat hoeft niet|het hoeft niet|hoef niet|hoef ik niet|niet nodig|
dat is niet nodig|is niet nodig|niet meer nodig|toch niet|toch maar niet|maar niet|doe maar niet|
niet doen|doe het niet|doe dat niet|niet doorgeven|niks doorgeven|niets doorgeven|geef niks door|
geef niets door|niet sturen|niet wissen|wis niets|wis niks|laat maar|laat maar zitten|laat het maar|
vergeet het|vergeet het maar|mag niet|dat mag niet|wil ik niet|dat wil ik niet|wil niet|ik wil niet|
ik wil het niet|ik wil dat niet|helemaal niet|totaal niet|gelukkig niet|helaas niet|jammer genoeg niet|niet|
geen|geen van beide|bedankt maar nee|no thanks|no thank you|nee bedankt|nee dank je|nee dankje|nee dankjewel|
nee dank u|of course not|not at all|i do not|i don't|i dont|dont|don't|do not|i am not|i did not|i didn't|
i have not|i haven't|we did not|we didn't|we have not|we haven't|they do not|they don't|they dont|it does not|
it doesn't|not correct|wrong|that is wrong|
not needed|no need|never mind|nevermind|heb ik niet|hebben we niet|heb ik nog niet|doe ik niet|doen ze niet|
doet ze niet|doet hij niet|weten ze niet|weet ze niet|weet hij niet|niet gedaan|niks|niets|niemand|nergens|
hayir|hayır|yok|istemiyorum|istemem|olmaz|لا|كلا|لأ|لا شكرا|مش|la2|nie|nie chce|nie chcę|ні|нi|не хочу|нет|
нет спасибо|nö|nee danke|nein danke|nicht|non|non merci|pas du tout|jamais|no gracias|para nada|
nunca
"""
_RATHER_NOT = """
liever niet|rather not|i'd rather not|id rather not|i would rather not|lieber nicht|
niet echt|niet echt nee|nu niet|nu even niet|even niet|nog niet|nog niet echt|denk het niet|ik denk het niet|
denk van niet|ik denk van niet|denk niet|volgens mij niet|ik geloof het niet|ik geloof van niet|
geloof van niet|vast niet|waarschijnlijk niet|eigenlijk niet|best niet|not really|not yet|not now|
i don't think so|i dont think so|i do not think so|don't think so|probably not|zelden|bijna nooit|
nee niet echt|nee nog niet|nee eigenlijk niet|niet meer
"""
_DOUBT = """
liever niet zeggen|dat zeg ik liever niet|wil ik niet zeggen|dat wil ik niet zeggen|wil ik liever niet zeggen|
dat wil ik liever niet zeggen|daar praat ik liever niet over|rather not say|prefer not to say|i'd rather not say|
i would rather not say|i prefer not to say|
misschien|mss|mischien|miss|wie weet|weet niet|weetniet|weet ik niet|weet ik niet zeker|weet ik eigenlijk niet|
weet ik nog niet|weet het niet|ik weet het niet|ik weet het niet zeker|ik weet het nog niet|ik weet niet|
kweenie|weet je niet|geen idee|geen flauw idee|gn idee|idk|dunno|i dunno|ik twijfel|twijfel|ik twijfel nog|
daar twijfel ik over|niet zeker|ik ben niet zeker|ben niet zeker|ik weet niet zeker|weet niet zeker|
niet zo zeker|not sure|i'm not sure|im not sure|i am not sure|unsure|maybe|perhaps|possibly|i don't know|
i dont know|i do not know|don't know|dont know|no idea|hard to say|it depends|depends|dat ligt eraan|
ligt eraan|hangt ervan af|dat hangt ervan af|hmm|hm|mwah|mwoah|mwoa|mwa|tja|ehm|eh|uhm|uh|euh|kan zijn|
zou kunnen|zou goed kunnen|ja en nee|nee en ja|ja nee|jein|een beetje|beetje|half|deels|gedeeltelijk|
min of meer|moeilijk te zeggen|daar moet ik over nadenken|moet ik over nadenken|even nadenken|
ik denk erover na|geen mening|maakt niet uit|maakt me niet uit|boeit niet|belki|bilmiyorum|emin degilim|
emin değilim|ربما|لا اعرف|لا أعرف|لا أدري|مش عارف|moze|może|nie wiem|chyba|не знаю|можливо|может быть|
vielleicht|weiß nicht|weiss nicht|ich weiß nicht|keine ahnung|peut-être|peut etre|je ne sais pas|je sais pas|
sais pas|no se|no sé|no lo se|no lo sé|quizas|quizás|tal vez
"""
_OFTEN = """
soms|af en toe|af en toe wel|zo nu en dan|nu en dan|wel eens|weleens|ook wel eens|regelmatig|vaak|best vaak|heel vaak|te vaak|altijd|elke dag|iedere dag|de hele tijd|steeds|constant|continu|meestal|
sometimes|often|always|every day|all the time|usually|most of the time|quite often|now and then
"""
_FILLER = frozenset(
    [
        "hoor",
        "joh",
        "man",
        "bro",
        "jo",
        "ho",
        "he",
        "hè",
        "eigenlijk",
        "dan",
        "toch",
        "even",
        "eerst",
        "nu",
        "gewoon",
        "zo",
        "echt",
        "heel",
        "zeer",
        "erg",
        "graag",
        "prima",
        "goed",
        "fijn",
        "dank",
        "dankje",
        "dankjewel",
        "dankuwel",
        "bedankt",
        "je",
        "u",
        "jullie",
        "wel",
        "alsjeblieft",
        "alstublieft",
        "aub",
        "svp",
        "please",
        "thanks",
        "thank",
        "you",
        "top",
        "oke",
        "ok",
        "okay",
        "super",
        "ook",
        "al",
        "allebei",
        "natuurlijk",
        "hoi",
        "nou",
        "ach",
        "oh",
        "o",
        "ah",
        "och",
        "sorry",
        "pardon",
        "tnx",
        "thx",
        "ty",
        "mate",
        "dat",
        "doe",
        "het",
        "is",
        "die",
        "dit",
        "hoi",
        "hey",
        "lief",
        "lieve",
        "schat",
        "dear",
        "sir",
        "madam",
        "meneer",
        "mevrouw",
        "teşekkürler",
        "tesekkurler",
        "شكرا",
        "dziekuje",
        "дякую",
        "danke",
        "merci",
        "gracias",
        "bitte",
    ]
)
_BUT = frozenset(
    [
        "maar",
        "but",
        "alleen",
        "mits",
        "behalve",
        "tenzij",
        "except",
        "unless",
        "only",
        "ama",
        "لكن",
        "ale",
        "але",
        "aber",
        "mais",
        "pero",
    ]
)
_NEGATIONS = frozenset(
    [
        "niet",
        "geen",
        "niets",
        "niks",
        "nooit",
        "niemand",
        "nergens",
        "not",
        "no",
        "never",
        "nothing",
        "nobody",
        "none",
        "don't",
        "dont",
        "doesn't",
        "didn't",
        "haven't",
        "isn't",
        "aren't",
        "won't",
        "can't",
    ]
)
_ASKING = frozenset(
    [
        "wat",
        "hoe",
        "wie",
        "waar",
        "wanneer",
        "waarom",
        "welke",
        "welk",
        "hoeveel",
        "kan",
        "kun",
        "kunnen",
        "mag",
        "mogen",
        "moet",
        "moeten",
        "is",
        "zijn",
        "heeft",
        "hebben",
        "bestaat",
        "what",
        "how",
        "who",
        "where",
        "when",
        "why",
        "which",
        "can",
        "may",
        "must",
        "should",
        "does",
        "do",
        "are",
    ]
)
_EMOJI: Mapping[str, Leaning] = {
    **dict.fromkeys("👍✅✔☑👌🆗🙌💯🙏👏😀😃😄😁🙂😊🤝", Leaning.YES),
    **dict.fromkeys("👎❌✖🚫⛔🙅✋😞🙁☹", Leaning.NO),
    **dict.fromkeys("🤷🤔😐😕🫤😬", Leaning.DOUBT),
}


def _phrases(text: str) -> Iterable[tuple[str, ...]]:
    return (tuple(fold(part).split()) for part in text.replace("\n", "").split("|") if fold(part))


_KNOWN: Mapping[tuple[str, ...], tuple[Leaning, bool]] = {
    **dict.fromkeys(_phrases(_OFTEN), (Leaning.YES, False)),
    **dict.fromkeys(_phrases(_YES), (Leaning.YES, True)),
    **dict.fromkeys(_phrases(_NO), (Leaning.NO, True)),
    **dict.fromkeys(_phrases(_RATHER_NOT), (Leaning.NO, False)),
    **dict.fromkeys(_phrases(_DOUBT), (Leaning.DOUBT, True)),
}
_LONGEST = max(map(len, _KNOWN))
_LONG_WORDS = tuple(words[0] for words in _KNOWN if len(words) == 1 and len(words[0]) >= _LEAST_TO_REPAIR)


def read_leaning(text: str) -> Reply | None:
    """Whether ``text`` leans to yes, no or doubt; None when it does neither."""
    words = [_repaired(word) for word in fold(text).split()]
    if not words:
        return _emoji(text)
    first, rest = _eat(words)
    if first is None:
        return _statement(text, words)
    leaning, sure = first
    but = any(word in _BUT for word in rest)
    return Reply(leaning=leaning, sure=sure, but=but, rest=" ".join(rest))


def is_question(text: str) -> bool:
    """Whether somebody asks something: by a question mark, or by how the sentence begins."""
    plain = soften(text).strip()
    words = fold(text).split()
    return plain.endswith("?") or (
        len(words) > 2 and (words[0] in _ASKING or (words[:1] == ["en"] and words[1] in _ASKING))
    )


def _eat(words: list[str]) -> tuple[tuple[Leaning, bool] | None, list[str]]:
    found: tuple[Leaning, bool] | None = None
    at = 0
    while at < len(words):
        if found is not None and words[at] in _BUT:
            break
        size = next((n for n in range(min(_LONGEST, len(words) - at), 0, -1) if tuple(words[at : at + n]) in _KNOWN), 0)
        if size:
            lean = _KNOWN[tuple(words[at : at + size])]
            if found is None:
                # "geen" and "wel" only lean when they are all there is: "geen plek" is no reply to anything.
                if size == 1 and words[at] in _LEAN_ALONE and len(words) > at + 1:
                    return None, words
                found = lean
            elif lean[0] is not found[0] and not _agrees(words[at : at + size]):
                # "ja niet dus", "nee ja": who says both, doubts; unless the later words are only manners.
                return (found if found[0] is Leaning.NO else _turned(found, lean)), words[at + size :]
            at += size
        elif words[at] in _FILLER and (found is not None or at + 1 < len(words)):
            at += 1
        else:
            break
    return (found, words[at:]) if found is not None else (None, words)


_LEAN_ALONE = frozenset(
    [
        "geen",
        "wel",
        "niet",
        "best",
        "goed",
        "mag",
        "fijn",
        "half",
        "niks",
        "niets",
        "niemand",
        "si",
        "la",
        "no",
        "right",
        "fine",
        "do",
        "n",
        "j",
        "k",
        "y",
        "ne",
        "half",
        "mis",
    ]
) - {"no"}


def _agrees(words: list[str]) -> bool:
    return all(word in _FILLER for word in words)


def _turned(first: tuple[Leaning, bool], later: tuple[Leaning, bool]) -> tuple[Leaning, bool]:
    return (
        (Leaning.DOUBT, False)
        if later[0] is not Leaning.YES
        else (later[0], False)
        if first[0] is Leaning.DOUBT
        else first
    )


def _statement(text: str, words: list[str]) -> Reply | None:
    """A short sentence that ends in what it means: "dat hebben ze niet gedaan", "school weet het wel"."""
    if len(words) > _MOST_WORDS_OF_A_STATEMENT or is_question(text) or words[0] in _ASKING:
        return None
    if _own_doubt(words):
        return Reply(leaning=Leaning.DOUBT, sure=False)
    if any(word in _NEGATIONS for word in words):
        return Reply(leaning=Leaning.NO, sure=False)
    if "wel" in words or "inderdaad" in words:
        return Reply(leaning=Leaning.YES, sure=False)
    return None


def _own_doubt(words: list[str]) -> bool:
    """Whether they doubt themselves somewhere in it; that school does not know is another matter."""
    said = f" {' '.join(words)} "
    return any(f" {doubt} " in said for doubt in ("weet ik niet", "ik weet het niet", "ik weet niet", "geen idee", "niet zeker",
               "misschien", "not sure", "i don't know", "i dont know", "no idea", "maybe", "twijfel"))  # fmt: skip


def _emoji(text: str) -> Reply | None:
    leanings = {_EMOJI[sign] for sign in text if sign in _EMOJI}
    return Reply(leaning=leanings.pop()) if len(leanings) == 1 else None


def _repaired(word: str) -> str:
    if len(word) < _LEAST_TO_REPAIR or (word,) in _KNOWN:
        return word
    return next((known for known in _LONG_WORDS if OSA.distance(word, known, score_cutoff=1) <= 1), word)
