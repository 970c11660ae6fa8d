"""Short follow-ups that lean on the last answer: "hoe lang duurt dat", "en als ze dat niet doen", "maar hij is 12".

They are answered from the paragraphs of that answer. Where none fits, that is said, with the subject by its name.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.dialogue import screens
from bot.dialogue.choices import Choice, Kind
from bot.dialogue.context import TurnContext
from bot.dialogue.hearing import read_child
from bot.dialogue.library import localised
from bot.dialogue.stages import opinions
from bot.dialogue.turn import Turn
from bot.domain.conversation import Child
from bot.domain.effects import Button, SendText
from bot.domain.inbound import TextReceived
from bot.domain.question import Missed
from bot.matching.entry import Entry
from bot.text.folding import fold
from bot.text.sentences import sentences

_LONGEST = 10
_MOST_SENTENCES = 3
_LONG_PARAGRAPH = 350


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
        re.compile(r"hoe lang|duur|termijn|geldig|how long"), re.compile(r"\b(?:\d+|twee|drie|vier|vijf|zes|tien|hele|heel het|two|three|four|six) (?:school)?(?:weken|week|dagen|dag|maanden|maand|jaar|jaren|weeks|days|months|years?)\b|\btermijn\b")),
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
_SCOPE = re.compile(
    _LEAD + r"(?:geldt|telt|mag|kan|is|werkt) (?:dat|dit|het|die)(?: dan)? ook (?:voor|op|bij|in|als|met) (?P<what>.{2,40})|"
    + _LEAD + r"(?:en |hoe zit (?:dat|het) |hoe is dat )(?:op|voor|bij|in|met|als) (?:het |de |een )?(?P<also>[\w' ]{2,30})|does (?:that|it|this) (?:also )?(?:apply|count) (?:to|for|in|at) (?P<en>.{2,40})"
)  # fmt: skip
_MEANING = _asked(
    r"(?:wat|hoe) (?:bedoel|bedoelt) (?:je|u)(?: (?:daar ?mee|met dat|hiermee))?", r"wat betekent (?:dat|dit)", r"wat is dat", r"(?:ik )?(?:snap|begrijp|volg) (?:het|dat|er|je|dit)(?: niet| niks van| geen \w+ van)+", r"snap niet", r"huh", r"leg(?: (?:eens|dat|het))* uit", r"kun je (?:dat|het) uitleggen", r"(?:in )?(?:gewone|makkelijke|simpele) (?:taal|woorden)", r"makkelijker", r"korter",
    r"what do you mean", r"what does (?:that|this|it) mean", r"i (?:do not|don't|dont) (?:get|understand)(?: it| that)?", r"explain(?: that)?",
)  # fmt: skip
_MORE = _asked(
    r"(?:vertel |weet je |heb je )?(?:er |hier |daar )?(?:nog )?(?:meer|iets meer)(?: (?:hierover|daarover|info|informatie|weten|vertellen|uitleg))?",
    r"ga (?:door|verder)",
    r"en verder",
    r"(?:tell me )?more",
    r"go on",
)
_SURE = _asked(
    rf"(?:weet je|weet u) (?:{_THAT} )?(?:wel |echt |heel )?zeker",
    rf"is {_THAT} (?:echt |wel )?(?:zo|waar)",
    r"echt waar",
    r"klopt (?:dat|dit)(?: wel| echt)?",
    rf"waar (?:staat|haal je|heb je) {_THAT}(?: (?:vandaan|gelezen|in de wet))?",
    r"wie zegt dat",
    r"bron",
    r"are you sure",
    r"is that (?:true|right)",
    r"where does it say (?:that|so)",
    r"source",
)


def take(context: TurnContext) -> Turn | None:
    """The turn of a short follow-up; None for everything that stands on its own."""
    if not isinstance(context.inbound, TextReceived) or not context.recent or context.conversation.last_entry is None:
        return None
    entry = context.library.entries.get(context.conversation.last_entry)
    words = fold(context.inbound.text)
    if entry is None or not words or len(words.split()) > _LONGEST:
        return None
    if _MEANING.fullmatch(words):
        return _meaning(context, entry)
    if _MORE.fullmatch(words):
        return _more(context, entry)
    if _SURE.fullmatch(words):
        return _sources(context, entry)
    for kind in FOLLOW_UPS:
        if kind.asked.fullmatch(words):
            return _from_paragraphs(context, entry, kind)
    scope = _SCOPE.fullmatch(words)
    if scope is not None:
        return _about(context, entry, scope["what"] or scope["also"] or scope["en"])
    if _only_the_child(words):
        return _about(context, entry, words)
    return None


def leans_on_nothing(text: str) -> bool:
    """Whether it is such a follow-up, for who said nothing before that it could be about."""
    words = fold(text)
    patterns = (_MEANING, _SURE, _SCOPE, *(kind.asked for kind in FOLLOW_UPS))
    return 0 < len(words.split()) <= _LONGEST and any(pattern.fullmatch(words) for pattern in patterns)


_CHILD_ONLY = re.compile(
    r"(?:(?:ja|nee|en|maar|ok|oke|hij|zij|ze|ik|mijn (?:kind|zoon|dochter)|het) )+(?:is|ben|zit|gaat|heeft|wordt)(?: (?:net|pas|al|nu|bijna|nog|in|op|naar|de|het|een|jaar|oud))*(?: [\w']+){1,4}"
)


def _only_the_child(words: str) -> bool:
    return bool(_CHILD_ONLY.fullmatch(words)) and read_child(words, Child()) != Child()


def _from_paragraphs(context: TurnContext, entry: Entry, kind: FollowUp) -> Turn:
    """A paragraph whose heading asks this, a related answer that is about it, or the sentences that speak of it."""
    told = context.conversation.told
    paragraphs = list(enumerate(_paragraphs(context, entry)))
    for number, paragraph in paragraphs:
        head = re.match(r"\*\*(.+?)\*\*", paragraph)
        if head and kind.heads.search(fold(head[1])) and str(number) not in told:
            return _said(context, entry, paragraph, str(number))
    for name in entry.related:
        other = context.library.entries.get(name)
        if other is not None and kind.heads.search(fold(localised(other.title, context.language, context.audience))):
            shown = context.heard(replace(context.conversation, gone=False), other.id)
            return context.turn(shown, screens.answer(context, other))
    if kind.name in _SENTENCES_SUFFICE:
        for number, paragraph in paragraphs:
            said = [
                sentence
                for sentence in sentences(paragraph)
                if kind.body.search(fold(sentence)) and "?" not in sentence
            ]
            if said and f"{kind.name}{number}" not in told:
                pointed = " ".join(said[:_MOST_SENTENCES]).replace("**", "")
                words = paragraph if len(paragraph) <= _LONG_PARAGRAPH else pointed
                return _said(context, entry, words, f"{kind.name}{number}")
    return _unknown(context, entry, kind.name)


_SENTENCES_SUFFICE = frozenset({"long", "cost", "sign", "refuse", "when"})
"""What single sentences may answer; "who" and "how" need a paragraph that is about it."""


_SCHOOL_WORDS = {
    "mbo": ("mbo",),
    "so": ("speciaal", "sbo", "vso", "so"),
    "vo": ("middelbare", "vo", "vmbo", "havo", "vwo", "brugklas", "voortgezet", "secondary"),
    "po": ("basisschool", "basisonderwijs", "groep", "primair", "primary"),
    "opvang": ("peuter", "opvang", "voorschool", "nursery"),
}


def _about(context: TurnContext, entry: Entry, what: str) -> Turn:
    """The paragraph that names this kind of school, age or group."""
    child = read_child(what, Child())
    wanted = set(_SCHOOL_WORDS.get(child.school, ())) | {
        word for word in what.split() if len(word) > 3 or word.isdecimal()
    }
    near = range(child.age - 2, child.age + 3) if child.age is not None else range(0)
    for number, paragraph in enumerate(_paragraphs(context, entry)):
        said = set(fold(paragraph).split())
        if (wanted - _EMPTY) & said or any(age in near for age in _ages(paragraph)):
            return _said(context, entry, paragraph, str(number))
    return _unknown(context, entry, "scope")


_EMPTY = frozenset(
    [
        "mijn",
        "zoon",
        "dochter",
        "kind",
        "hij",
        "zij",
        "maar",
        "school",
        "gaat",
        "heeft",
        "zit",
        "wordt",
        "jaar",
        "ook",
        "voor",
        "kinderen",
        "leerlingen",
        "deze",
    ]
)


def _ages(paragraph: str) -> Iterator[int]:
    for found in re.finditer(
        r"\b(\d{1,2})(?= jaar|e verjaardag| of ouder| years)|\bvanaf (\d{1,2})\b|\bonder de (\d{1,2})\b",
        fold(paragraph),
    ):
        yield int(next(group for group in found.groups() if group))


def _paragraphs(context: TurnContext, entry: Entry) -> list[str]:
    """The answer and what stands under "Meer", cut at its blank lines; a list stays with the line before it."""
    language, audience = context.language, context.audience
    parts: list[str] = []
    for text in (localised(entry.more, language, audience), localised(entry.answer, language, audience)):
        for block in re.split(r"\n\s*\n", context.fill(text).strip()):
            if block.lstrip().startswith(("- ", "* ", "1.")) and parts:
                parts[-1] = f"{parts[-1]}\n\n{block.strip()}"
            elif block.strip():
                parts.append(block.strip())
    return parts


def _said(context: TurnContext, entry: Entry, paragraph: str, part: str) -> Turn:
    title = localised(entry.title, context.language, context.audience)
    text = f"{context.say('follow-up', title=title)}\n\n{paragraph}"
    conversation = context.heard(replace(context.conversation, gone=False), entry.id, *context.conversation.told, part)
    return context.turn(
        conversation, SendText(text=text, buttons=_buttons(context, entry)), expects=screens.then(context.conversation)
    )


def _buttons(context: TurnContext, entry: Entry) -> tuple[tuple[Button, ...], ...]:
    rows: tuple[tuple[Button, ...], ...] = screens.subject_row(context)
    if entry.more and "more" not in context.conversation.told:
        rows = (*rows, (Button(label=context.say("button-more"), choice=Choice(Kind.MORE, entry.id).data()),))
    return (*rows, *context.ways_on())


def _unknown(context: TurnContext, entry: Entry, what: str) -> Turn:
    """Honest: the answer does not say; the subject by its name, and who can find out."""
    title = localised(entry.title, context.language, context.audience)
    text = SendText(text=context.say("follow-unknown", title=title, what=what), buttons=_buttons(context, entry))
    conversation = replace(context.conversation, gone=False, last_question=context.shareable_question)
    if isinstance(context.inbound, TextReceived):
        conversation = opinions.remember(conversation, f"{title}: {context.inbound.text}", Missed.NONE)
    said = opinions.with_pass_on(context, conversation, text)
    return context.turn(conversation, said, expects=screens.offers_a_human())


def _meaning(context: TurnContext, entry: Entry) -> Turn:
    """The hard words of the answer, explained; without any, its first words and a human."""
    answer = fold(context.fill(localised(entry.answer, context.language, context.audience)))
    explained: dict[str, str] = {}
    for form, meaning in context.library.meanings.items():
        if re.search(rf"\b{re.escape(form)}\b", answer):
            explained.setdefault(meaning.term, localised(meaning.text, context.language, context.audience))
    title = localised(entry.title, context.language, context.audience)
    lines = [f"**{term}**: {context.fill(text)}" for term, text in list(explained.items())[:_MOST_SENTENCES]]
    name = "follow-words" if lines else "follow-no-words"
    text = "\n\n".join([context.say(name, title=title), *lines])
    return context.turn(
        replace(context.conversation, gone=False),
        SendText(text=text, buttons=_buttons(context, entry)),
        expects=screens.then(context.conversation) if lines else screens.offers_a_human(),
    )


def _more(context: TurnContext, entry: Entry) -> Turn:
    if entry.more and "more" not in context.conversation.told:
        conversation = context.heard(replace(context.conversation, gone=False), entry.id, "more")
        return context.turn(conversation, screens.more(context, entry))
    return all_told(context, entry)


def all_told(context: TurnContext, entry: Entry) -> Turn:
    """Nothing new is left to say on this subject."""
    title = localised(entry.title, context.language, context.audience)
    rows = screens.leads_on(context, entry)
    rows = (*screens.subject_row(context), *rows, *context.ways_on())
    text = SendText(text=context.say("follow-all-told", title=title), buttons=screens.fitted(rows))
    waits = screens.then(context.conversation) or screens.offers_a_human()
    return context.turn(replace(context.conversation, gone=False), text, expects=waits)


def _sources(context: TurnContext, entry: Entry) -> Turn:
    said = screens.sources(context, entry)
    if not said:
        return _unknown(context, entry, "source")
    title = localised(entry.title, context.language, context.audience)
    text = f"{context.say('follow-sources', title=title)}\n\n{said}"
    return context.turn(
        replace(context.conversation, gone=False),
        SendText(text=text, buttons=_buttons(context, entry)),
        expects=screens.then(context.conversation),
    )
