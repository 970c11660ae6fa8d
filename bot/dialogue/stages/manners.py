"""Small talk that must never be misread: thanks, hello and goodbye in street words and signs, "stop", "terug", insults.

Only what a whole message is made of counts; everything longer is for the questions, which have small talk of their own.
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from bot.dialogue import screens
from bot.dialogue.context import TurnContext
from bot.dialogue.library import localised
from bot.dialogue.stages import personal
from bot.dialogue.turn import Turn
from bot.domain.effects import SendText
from bot.domain.ids import DUTCH, ENGLISH, Language
from bot.domain.inbound import TextReceived
from bot.domain.tally import Measure, QuestionOutcome
from bot.text.folding import fold

_WHO = r"(?:jij|je|jullie|deze bot|de bot|bot|dit|die bot|u|ge)"
_VERY = r"(?:(?:echt|zo|heel|super|gewoon|wel|maar|erg|mega|kapot|een|n) )*"
_BAD = r"(?:dom|domme|dommerd|stom|stomme|achterlijk|achterlijke|slechte|waardeloze|irritante|nutteloze|waardeloos|nutteloos|slecht|kut|ruk|irritant|rot|idioot|debiel|sukkel|mongool|kanker|kankerbot|kutbot|rotbot|klote|een lul|lul|homo|hoer|eikel|vervelend|vaag|niks waard)"
_FORMS: Mapping[str, tuple[str, ...]] = {
    "thanks": (
        r"(?:ai|ey|ewa|yo|ok|oke|ja|top|super|nice|fijn|mooi|heel erg|hartelijk|echt|ah|oh) ?(?:tnx|thx|thnx|thanks|bedankt|dank|dankje|dankjewel|dank je|dank je wel|dank u|dank u wel|merci|ty|mercikes|sgoed|bless)(?: (?:bro|man|broer|bot|gap|maat|hoor|he|joh|voor alles|voor de hulp|voor je hulp|voor de info))*",
        r"(?:tnx|thx|thnx|thanx|merci|bedankt|dank|dankje|dankjewel|dank je|dank je wel|dank u wel|dank u|bless|respect|lief)(?: (?:bro|man|broer|bot|gap|maat|hoor|he|joh|van je|voor alles|voor de hulp|voor je hulp))*",
        r"(?:dank|bedankt) ?(?:jullie|julie|u|je) ?(?:wel|zeer)?(?: (?:allemaal|hoor|voor alles))?",
        r"(?:hier (?:heb|had) ik (?:echt )?wat aan|je hebt me (?:echt )?geholpen|dat helpt(?: echt)?|top bot|goeie bot|goede bot|je bent (?:een )?(?:top|lief|topper|schat))",
    ),
    "thanks_en": (
        r"(?:ok |okay |great |nice |wow |ah )?(?:thanks|thank you|ty|cheers|thx)(?: (?:a lot|so much|very much|man|bro|mate|for (?:the|your) help|for that))?(?: (?:super|very|really|that was|this was|so)? ?(?:helpful|useful|kind|great))?",
        r"(?:that|this) (?:was|is|really|helps?)(?: (?:super|very|really))? ?(?:helpful|useful|great|helps|a lot|helped)",
    ),
    "trying": (
        r"(?:(?:ok|oke|ja|goed|prima|dan|nou) )*(?:ik )?(?:ga|zal)(?: (?:ik|het|dat|dit|er))*(?: (?:eens|zo|morgen|maandag|straks|gewoon|maar|nu|even|wel|vandaag|deze week))*(?: (?:proberen|doen|vragen|regelen|bespreken|voorleggen|opschrijven|mailen))(?: (?:dan|bedankt|hoor))*",
        r"(?:(?:ok|okay|yes|good) )*(?:i will|i'll|im going to|i am going to|gonna) (?:try|do|ask)(?: (?:it|that|this|them))?(?: (?:tomorrow|now|then))?",
    ),
    "hello": (
        r"ha+i+|ho+i+|hal+o+(?: daar)?",
        r"(?:ewa|eewa|ewa ja|ewaa|ewa bro|wejo|wajo|ey|eyy|eej|yo|yoo|jo|joe|hee|heey|hoi hoi|hoihoi|salaam|salam|selam|slm|wazzup|wassup|fakka|faka|faka bro|fakka man|heyhoi|aloha|moi)(?: (?:bro|broer|man|gap|maat|bot|ja|daar|allemaal))*",
        r"(?:hoi|hallo|hey|hee|yo|dag|ewa|goedemorgen|goedemiddag|goedenavond|goeiemorgen)(?: (?:alles|alles goed|hoe gaat het|hoe gaat ie|hoe is het|is daar iemand|is er iemand|ben je daar|ben je er))?",
    ),
    "may_ask": (
        r"(?:hoi |hallo |hey |hee )?(?:mag|kan) ik (?:je |jou |u |jullie |hier )?(?:even |eens |ook )?(?:iets|wat|een vraag|een vraagje|een paar dingen|alles)(?: (?:aan (?:je|jou|jullie) )?)?(?:vragen|stellen|zeggen|kwijt)",
        r"(?:ik heb|heb) (?:even |nog )?een (?:vraag|vraagje|paar vragen)(?: voor (?:je|jou|jullie))?", r"(?:even )?een vraagje", r"ik wil (?:je )?(?:iets|wat) (?:vragen|zeggen|vertellen)",
    ),
    "may_ask_en": (r"(?:can|may|could) i ask (?:you )?(?:something|a question)", r"i have a question"),
    "goodbye": (
        r"(?:ok |oke |nou |en )*(?:tot (?:morgen|straks|zo|later|vanavond|maandag|dinsdag|woensdag|donderdag|vrijdag|volgende week|de volgende keer|gauw|snel|dan|ziens|kijk)|doei|doeg|doeii|doei doei|later|laterz|laters|ciao|houdoe|ajuu|de mazzel|mazzel|welterusten|slaap lekker|fijne (?:dag|avond|weekend)|fijn weekend|ik ga (?:weer|nu|slapen|eten|naar bed|offline)|ik moet gaan|bye|bye bye)(?: (?:hoor|he|bot|bro|man|allemaal|nog))*",
    ),
    "goodbye_en": (r"(?:good ?bye|bye|bye bye|see you(?: later| tomorrow)?|good night|take care|gotta go|i have to go)",),
    "insult": (
        rf"{_WHO} (?:bent|zijn|ben|is|zijt|blijft) {_VERY}{_BAD}(?: (?:man|joh|bot|he))*", rf"{_VERY}{_BAD}(?: (?:bot|ding|computer|chatbot|app|jij|joh|man|ben je|zeg))+", rf"wat een {_VERY}{_BAD}e?(?: (?:bot|ding|chat|antwoord))?", r"dombo|kutbot|rotbot|klotebot|sukkel|flikker op|rot op|hou je (?:bek|mond|kop)|bek houden|val dood|ga dood bot|fuck you|fuck off|fuck|tyf op|tering|kanker|kk bot|je (?:snapt|begrijpt|weet) (?:er )?(?:ook )?(?:echt )?(?:niks|niets|geen (?:bal|reet|zak))(?: van)?(?: van)?|hier heb ik (?:echt )?(?:niks|niets) aan|(?:je|jij|jullie) (?:helpt|helpen) (?:me |mij )?(?:echt )?(?:niet|voor geen meter)|wat (?:een onzin|heb ik hieraan|heb ik hier aan)|slecht antwoord|dit slaat nergens op|nutteloos",
    ),
    "insult_en": (r"(?:you|this|the bot|this bot)(?:'re| are| is) (?:so |really |very |just )?(?:stupid|dumb|useless|bad|terrible|an idiot|trash|annoying)(?: bot)?", r"(?:stupid|dumb|useless) (?:bot|thing|machine)", r"you (?:do not|don't|dont) understand (?:anything|me)"),
    "stop": (r"(?:stop|stoppen|stop maar|stop ermee|ik stop|ik stop ermee|ik wil stoppen|kappen|kap ermee|hou op|houd op|ophouden|genoeg|stop please|quit)(?: (?:nu|maar|hoor|a u b|aub))*",),
    "back": (r"(?:ga )?terug(?: (?:graag|naar (?:het )?(?:menu|begin|start)|gaan|maar))*", r"(?:go )?back(?: please)?", r"vorige", r"naar (?:het )?(?:menu|begin)", r"opnieuw(?: beginnen)?", r"begin opnieuw", r"overnieuw", r"hoofdmenu", r"start over"),
    "sorry": (r"(?:oh |oeps |ow )?sorry(?: (?:hoor|he|bot|daarvoor|foutje))*", r"foutje", r"typfout", r"oeps"),
    "laugh": (r"(?:ha|he|hi|ho|lol|xd|lmao|grappig|jk|grapje|geintje)+(?: (?:(?:ha|he)+|lol|man|joh|ja|grapje|geintje|grappig))*",),
}  # fmt: skip
_PATTERNS: Mapping[str, re.Pattern[str]] = {
    name: re.compile("|".join(f"(?:{form})" for form in forms)) for name, forms in _FORMS.items()
}
_SIGNS: Mapping[str, str] = {
    **dict.fromkeys("👍👌🙏❤♥💕💯🙌👏😘😍🥰✅🤗💪🤝", "thanks"),
    **dict.fromkeys("👋", "hello"),
    **dict.fromkeys("😂🤣😆😄😁😅😃😀😊🙂😉😜😎", "laugh"),
    **dict.fromkeys("😢😭😞😔🥺💔😟☹🙁😥😩😫", "sad"),
    **dict.fromkeys("😡🤬😠👎🖕🙄", "insult"),
}
_IN_CONTENT: Mapping[str, str] = {"thanks": "thanks", "hello": "greeting", "goodbye": "goodbye"}
"""Small talk that editors word themselves (``faq/smalltalk.yaml``)."""
_SHORT_SIGNS = {":)": "laugh", ":-)": "laugh", ";)": "laugh", ":d": "laugh", "xd": "laugh", "<3": "thanks", ":(": "sad", ":-(": "sad", ":'(": "sad"}  # fmt: skip


def read_manners(text: str) -> tuple[str, Language] | None:
    """Which kind of small talk a whole message is, and its language; None when it is more than that."""
    words = fold(text)
    short = _SHORT_SIGNS.get(text.strip().casefold())
    if short is not None:
        return short, DUTCH
    if not words:
        kinds = {_SIGNS[sign] for sign in text if sign in _SIGNS}
        return (kinds.pop(), DUTCH) if len(kinds) == 1 else None
    for name, pattern in _PATTERNS.items():
        if pattern.fullmatch(words):
            return name.removesuffix("_en"), ENGLISH if name.endswith("_en") else DUTCH
    return None


def take(context: TurnContext) -> Turn | None:
    """A kind word back, in their language, and the way on."""
    if not isinstance(context.inbound, TextReceived):
        return None
    read = read_manners(context.inbound.text)
    if read is None:
        return None
    name, language = read
    if language is ENGLISH and context.conversation.language is None and ENGLISH in context.library.languages:
        origin = replace(context.arrival.origin, language=ENGLISH)
        context = replace(context, arrival=replace(context.arrival, origin=origin))
    conversation = replace(context.conversation, gone=False)
    match name:
        case "stop":
            return personal.stop(context)
        case "back":
            return context.turn(conversation, screens.menu(context))
        case _:
            said = SendText(text=_words(context, name), buttons=context.ways_on())
            left = screens.subject_left(context)
            if left is not None and name in ("thanks", "goodbye"):
                title = localised(context.library.entries[left].title, context.language, context.audience)
                said = screens.with_row(
                    replace(said, text=f"{said.text}\n\n{context.say('story-left', title=title)}"),
                    *screens.subject_row(context)[0],
                )
            counted = context.count(Measure.QUESTION, QuestionOutcome.SMALLTALK)
            return context.turn(conversation, said, counted, expects=screens.then(conversation))


def words_for(context: TurnContext, text: str) -> str | None:
    """The kind word alone, for who goes on with the question that waits; None when it is no small talk."""
    read = read_manners(text)
    if read is None or read[0] in ("stop", "back", "goodbye"):
        return None
    return _words(context, read[0])


def _words(context: TurnContext, name: str) -> str:
    own = context.library.smalltalk.get(_IN_CONTENT.get(name, ""))
    words = context.fill(localised(own, context.language, context.audience)) if own else ""
    return words.strip() or context.say(f"manners-{name}")
