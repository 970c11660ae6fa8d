"""What somebody says about themselves and the child in passing: who they are, an age, a kind of school, a group."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.domain.audience import Audience
from bot.domain.conversation import Child
from bot.text.folding import fold


class Role(StrEnum):
    """Who somebody says they are."""

    PARENT = "parent"
    YOUTH = "youth"
    HELPER = "helper"
    """Grandparents, neighbours, friends of the family."""
    PROFESSIONAL = "professional"
    """Who works at a school or with families."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A role; ``whole`` when the message says nothing else."""

    role: Role
    whole: bool

    @property
    def audience(self) -> Audience:
        """Whose answers fit."""
        return Audience.YOUTH if self.role is Role.YOUTH else Audience.PARENT


_AM = r"(?:(?:hoi|hallo|hey|hi|hello|dag|goedemorgen|goedemiddag|goedenavond|goedendag|nee|maar|oh|o|sorry|trouwens|ja|eigenlijk|no|but) )*(?:(?:ik|k) ben (?:zelf |gewoon |eigenlijk |ook |toch )?|ben |wij zijn |we zijn |i am |i'm |im |we are )?(?:een |de |a |an |het |zelf )?"
_AFTER = r"(?: van (?:een |mijn |twee |drie )?[a-z0-9 ]{2,40}| op (?:een |de )?[a-z ]{2,20}| hoor| zelf| geen [a-z]+| niet [a-z]+| en [a-z]+| of a [a-z ]+)?"
_NAMES: tuple[tuple[Role, str], ...] = (
        (Role.PARENT, "ouder|ouders|vader|moeder|mama|papa|mam|pap|verzorger|ouder of verzorger|pleegouder|pleegmoeder|pleegvader|stiefmoeder|stiefvader|voogd|parent|mother|father|mum|mom|dad|guardian|anne|baba|matka|ojciec"),
        (Role.YOUTH, r"jongere|leerling|scholier|kind|jong|puber|tiener|jongen|meisje|meid|young person|student|pupil|kid|teenager|(?:\d{1,2} )?(?:jaar|years old)|zelf (?:de )?leerling"),
        (Role.HELPER, "opa|oma|grootouder|grootmoeder|grootvader|tante|oom|buurvrouw|buurman|buur|buren|vriendin? van (?:de|een|mijn) [a-z ]+|kennis|oppas|grandmother|grandfather|grandma|grandpa|aunt|uncle|neighbour|neighbor|friend of [a-z ]+"),
        (Role.PROFESSIONAL, "leerkracht|leraar|lerares|docent|juf|meester|mentor|ib'er|intern begeleider|zorgcoordinator|directeur|schoolleider|onderwijsassistent|begeleider|hulpverlener|maatschappelijk werker|jeugdarts|huisarts|gezinscoach|jobcoach|professional|teacher|school counsellor|social worker"),
    )  # fmt: skip
_WHOLE = tuple((role, re.compile(f"{_AM}(?:{words}){_AFTER}")) for role, words in _NAMES)
_AMONG = tuple(
    (role, re.compile(rf"\b(?:ik ben|i am|i'm) (?:zelf |gewoon )?(?:een |de |a |an |the )?(?:{words})\b"))
    for role, words in _NAMES
)
_WORKS = re.compile(
    r"(?:ik|wij|we|i) (?:werk|werken|work)(?: zelf)? (?:op|bij|in|voor|at|in|for) (?:een |de |het |a |the )?[a-z ]{2,40}"
)
_OWN_CHILD = re.compile(
    r"\b(?:mijn|m'n|mn|onze|ons|me|my|our) (?:oudste |jongste |pleeg|stief|eigen )?(?:zoon|zoontje|dochter|dochtertje|kind|kinderen|kindje|pleegkind|pleegzoon|pleegdochter|stiefzoon|stiefdochter|tweeling|son|daughter|child|kids|children)\b"
    r"|\b(?:ogl|kizim|syn|corka)um\b|\b(?:moj syn|moja corka|mojego syna)\b"
)
_GRANDCHILD = re.compile(
    r"\b(?:mijn|m'n|mn|onze|ons|my) (?:kleinzoon|kleindochter|kleinkind|kleinkinderen|neefje|nichtje|buurjongen|buurmeisje|grandson|granddaughter|grandchild|nephew|niece)\b"
)
_PUPIL = re.compile(
    r"\b(?:me|mijn|m'n|mn|onze|my) (?:juf|meester|mentor|docent|leraar|lerares|klas|klasgenoten|klasgenoot|ouders|moeder|vader|pa|ma|mama|papa|stage|stagebegeleider|teacher|parents|mum|mom|dad|class|classmates)\b"
    r"|\bik zit (?:in|op) (?:de )?(?:groep|klas|brugklas|havo|vwo|vmbo|mavo|mbo|vso|school|\d)|\bik (?:moet|ga|wil|durf|kan|mag)(?: niet)?(?: meer)? naar school\b|\bik (?:spijbel|word gepest|ben geschorst|ben blijven zitten)\b|\bik ben \d{1,2}(?: jaar)?(?: oud)?\b|^(?:en )?ben (?:zelf |pas |net |nu )?(?:[89]|1\d)(?: jaar)?$"
)
_SAYS_MORE = frozenset(
    (
        "hoe",
        "wat",
        "waarom",
        "wie",
        "waar",
        "wanneer",
        "maar",
        "en",
        "die",
        "dat",
        "word",
        "wordt",
        "wil",
        "kan",
        "mag",
        "moet",
        "heb",
        "zit",
        "how",
        "what",
        "why",
        "who",
        "and",
        "but",
    )
)
"""With one of these a message is more than who somebody is."""
_LONGEST_WHOLE = 11
_ADULT_AGE = 23
_OLDEST_CHILD, _YOUNGEST_CHILD = 23, 1


def read_role(text: str) -> Said | None:
    """Who the writer is, where the words say it."""
    words = fold(text)
    says_more = bool(_SAYS_MORE & set(words.split())) or len(words.split()) > _LONGEST_WHOLE
    for role, pattern in _WHOLE:
        if not says_more and pattern.fullmatch(words):
            return _of_age(role, words)
    if _WORKS.fullmatch(words):
        return Said(role=Role.PROFESSIONAL, whole=not says_more)
    among = next((role for role, pattern in _AMONG if pattern.search(words)), None)
    if among is not None:
        said = _of_age(among, words)
        return replace(said, whole=False) if said is not None else None
    if _OWN_CHILD.search(words):
        return Said(role=Role.PARENT, whole=False)
    if _GRANDCHILD.search(words):
        return Said(role=Role.HELPER, whole=False)
    if _PUPIL.search(words):
        said = _of_age(Role.YOUTH, words)
        return replace(said, whole=False) if said is not None else None
    return None


def _of_age(role: Role, words: str) -> Said | None:
    age = re.search(r"\b(\d{1,3})\b", words)
    if role is Role.YOUTH and age is not None and int(age[1]) > _ADULT_AGE:
        return None
    return Said(role=role, whole=True)


_AGE = re.compile(
    r"\b(?:is|ben|wordt|bijna|nu|pas|al|van|is er|is now|i'm|am|aged?)\s(?:(?:net|bijna|pas|nu|al|trouwens|toevallig|inmiddels|ook|zelf|just|only) )*(\d{1,2})\b(?!\s*(?:dag|week|weken|maand|uur|keer|x|procent|mei|juni|euro|km|min))|\b(\d{1,2})\s?(?:jaar|jarige?|jr|years old|year old)\b"
)
_GROUP = re.compile(r"\b(groep|klas|year|grade)\s?(\d)\b")
_SCHOOLS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("mbo", re.compile(r"\bmbo\b|\broc\b")),
    ("so", re.compile(r"\bspeciaal (?:basis)?onderwijs\b|\bsbo\b|\bvso\b|\bcluster [1-4]\b|\bspecial (?:education|school)\b")),
    ("vo", re.compile(r"\bmiddelbare\b|\bvmbo\b|\bmavo\b|\bhavo\b|\bvwo\b|\bgymnasium\b|\bbrugklas\b|\bpraktijkonderwijs\b|\bklas [1-6]\b|\bsecondary\b|\bhigh school\b")),
    ("po", re.compile(r"\bbasisschool\b|\bgroep [1-8]\b|\bkleuter|\bprimary\b")),
    ("opvang", re.compile(r"\bpeuter|\bkinderopvang\b|\bcreche\b|\bkdv\b|\bbso\b|\bnursery\b")),
)  # fmt: skip


def read_child(text: str, before: Child) -> Child:
    """What was known of the child with what this text adds."""
    words = fold(text)
    found = _AGE.search(words)
    age = int(found[1] or found[2]) if found else None
    group = _GROUP.search(words)
    school = next((name for name, pattern in _SCHOOLS if pattern.search(words)), "")
    return Child(
        age=age if age is not None and _YOUNGEST_CHILD <= age <= _OLDEST_CHILD else before.age,
        school=school or before.school,
        group=f"{'klas' if group[1] in ('klas', 'year', 'grade') else 'groep'} {group[2]}" if group else before.group,
    )
