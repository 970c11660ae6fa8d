"""Reading a message the way a worried person would: slang, phone spelling, d/t errors and disguises undone.

Unlike the matcher's reading this one may replace words: for danger a wrong guess towards a heavy word is the safer one.
What it makes of a text is looked at and thrown away.
"""

import re

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.text.folding import soften

_LEET = str.maketrans(
    {"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "€": "e", "!": "i"}
)
_TOKEN = re.compile(r"[a-z@$€0-9!]*[a-z][a-z@$€0-9!']*|\d+")
_SPACED = re.compile(r"(?<![a-z])(?:[a-z][\s.\-_*]{1,2}){3,}[a-z](?![a-z])")
_DOTTED = re.compile(r"(?<=[a-z])[.*\-_](?=[a-z])")
_EMOJI = {
    "🔪": "mes",
    "🩸": "bloed",
    "💀": "doodskop",
    "☠": "doodskop",
    "⚰": "doodskist",
    "🪦": "grafsteen",
    "🔫": "pistool",
    "🆘": "sos",
    "💊": "pillen",
}

_BELONGS_TO_ME = (
    "vader|moeder|pa|ma|papa|mama|paps|mams|broer|broertje|zus|zusje|opa|oma|oom|tante|neef|nicht|stiefvader|"
    "stiefmoeder|stiefpa|stiefma|ouders|pleegvader|pleegmoeder|pleegouders|vriend|vriendin|ex|leraar|docent|trainer|"
    "coach|baas|stagebegeleider|familie|arm|armen|pols|polsen|benen|been|hoofd|leven|kamer|lichaam|mattie|matti|"
    "besti|bestie|bff|beste|kleine|grote"
)

_PHRASES = (
    # Phone spelling → the ordinary words; order matters, longer ones first.
    (r"\b(?:kwil|k wil|kwi|ikwil)\b", "ik wil"),
    (r"\b(?:kheb|keb|ikheb)\b", "ik heb"),
    (r"\b(?:kga|ikga|kgaa)\b", "ik ga"),
    (r"\b(?:kben|ikben)\b", "ik ben"),
    (r"\b(?:kkan|kan k)\b", "ik kan"),
    (r"\bk\b", "ik"),
    (r"\b(?:niemeer|nimeer|nmeer|niemer|nie meer|nimr|niemr)\b", "niet meer"),
    (r"\b(?:nie|nii|ni|nt)\b", "niet"),
    (rf"\b(?:m'n|mn|men|me)(?= (?:{_BELONGS_TO_ME})\b)", "mijn"),
    (r"\b(?:m'n|mn)\b", "mijn"),
    (r"\b(?:mezelf|mijzelf|mezelluf|mezellf|mn zelf|me zelf|mij zelf|mezlf|mijn zelf|mijzlf)\b", "mezelf"),
    (r"\b(?:zichzelf|zich zelf|z'n zelf|zn zelf)\b", "zichzelf"),
    (r"\b(?:pa|papa|paps|pap|vadr|vaderr)\b", "vader"),
    (r"\b(?:ma|mama|mams|mam|moedr|mammie)\b", "moeder"),
    (r"\b(?:stiefpa|stiefpapa)\b", "stiefvader"),
    (r"\b(?:stiefma|stiefmama)\b", "stiefmoeder"),
    (r"\b(?:wor|worde|wordt)\b", "word"),
    (r"\b(?:doot|dooot|doodt|doood|ded)\b", "dood"),
    (r"\b(?:egt|ech|egte)\b", "echt"),
    (r"\b(?:slaatt|slaad|sla t)\b", "slaat"),
    (r"\b(?:klappies|klapjes|tikken|patsen|petsen|matsen|ros|rammel)\b", "klappen"),
    (r"\bi'?m\b", "i am"),
    (r"\b(?:wanna)\b", "want to"),
    (r"\b(?:gonna)\b", "going to"),
    (r"\b(?:dont|don't|do not)\b", "do not"),
    (r"\b(?:cant|can't|cannot)\b", "can not"),
    (r"\b(?:ff|effe|even)\b", "even"),
    (r"\b(?:vnv|vanavnd)\b", "vanavond"),
)
_REPLACEMENTS = tuple((re.compile(pattern), word) for pattern, word in _PHRASES)

HEAVY_WORDS = (
    "zelfmoord",
    "zelfdoding",
    "suicide",
    "suicidaal",
    "suicidal",
    "verkracht",
    "verkrachting",
    "verkrachten",
    "mishandeld",
    "mishandelt",
    "mishandeling",
    "mishandelen",
    "aangerand",
    "aanranding",
    "misbruikt",
    "misbruik",
    "misbruiken",
    "zelfbeschadiging",
    "automutilatie",
    "automutileren",
    "zelfverwonding",
    "uithuwelijken",
    "uitgehuwelijkt",
    "overdosis",
    "afscheidsbrief",
    "vermoorden",
    "eerwraak",
    "loverboy",
    "naaktfoto",
    "naaktfotos",
    "ambulance",
    "politie",
    "bewusteloos",
    "ademen",
    "gevaar",
)
"""Words that are repaired when they are a slip or two away."""

_NOT_HEAVY = frozenset(
    {
        "aanraking", "aanmaning", "aanmaningen", "aanrakingen",
        "moord", "doordat", "woord", "voorwoord", "gemoord", "verkocht", "verknocht", "bekracht", "verzacht",
        "misbruikte",
        "gebruikt", "verbruikt", "verbruik", "gebruik", "gebruiken", "verbruiken", "behandeld", "behandelt",
        "behandeling", "behandelen", "onderhandelen", "onderhandeling", "handeling", "verkrachtte", "vermoeden",
        "vermoeiden",
        "verwachting", "verwachten", "verwacht", "krachten", "verhandeld", "mishandelde", "aangegrand",
    }
)  # fmt: skip
_SHORTEST_SLIP = 6
_MOST_CHARACTERS = 4_000
"""Read of one text, counted after folding: one sign may fold into many."""


def read(text: str) -> str:
    """The text in plain lower-case words, separated by one space, with sentence ends kept as `` . ``."""
    for emoji, word in _EMOJI.items():
        text = text.replace(emoji, f" {word} ")
    soft = soften(text[:_MOST_CHARACTERS])[:_MOST_CHARACTERS]
    soft = _SPACED.sub(lambda match: re.sub(r"[^a-z]", "", match[0]), soft)
    sentences = re.split(r"[.!?…;\n]+(?:\s|$)|\n+", soft)
    return " . ".join(filter(None, (_sentence(sentence) for sentence in sentences)))


def is_spaced_out(text: str) -> bool:
    """Whether words stand letter by letter ("z e l f m o o r d")."""
    return _SPACED.search(soften(text[:_MOST_CHARACTERS])) is not None


def _sentence(sentence: str) -> str:
    tokens = [_token(token) for token in _TOKEN.findall(_DOTTED.sub("", sentence))]
    plain = " ".join(filter(None, tokens))
    for pattern, word in _REPLACEMENTS:
        plain = pattern.sub(word, plain)
    return " ".join(_repaired(word) for word in plain.split())


def _token(token: str) -> str:
    if token.isdecimal():
        return token
    word = token.strip("!'")
    if any(not character.isalpha() and character != "'" for character in word):
        word = word.translate(_LEET)
    return word


def _repaired(word: str) -> str:
    if len(word) < _SHORTEST_SLIP or word in _NOT_HEAVY or word in HEAVY_WORDS:
        return word
    near = process.extractOne(word, HEAVY_WORDS, scorer=OSA.distance, score_cutoff=2 if len(word) >= 8 else 1)
    # A slip seldom hits the first letter; without this "leerkracht" would be read as something terrible.
    return near[0] if near and near[0][0] == word[0] else word
