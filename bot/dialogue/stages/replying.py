"""What is typed while something is waited for is first read as the reply to it.

A reply leads where the expectation says. What is none is answered as a question, and then what is waited for is put
once more, shorter; after that it is let go. So nothing is ever asked without end, and no yes is ever lost.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.dialogue.choices import Choice, Kind, read_choice
from bot.dialogue.context import TurnContext
from bot.dialogue.follow_ups import leans_on_nothing
from bot.dialogue.stages import choosing, fallback, faq, following, manners, parting
from bot.dialogue.turn import Turn
from bot.domain.conversation import Awaited, Expectation, Offer
from bot.domain.effects import Button, Buttons, SendText
from bot.domain.ids import HandoffId
from bot.domain.inbound import TextReceived
from bot.replies.figures import read_amounts
from bot.replies.leaning import Leaning, Reply, is_question, read_leaning
from bot.replies.picking import Pickable, Picked, pick
from bot.text.folding import fold

_LONGEST_PICK = 12
_LONGEST_LOOSE_PICK = 5
_WAYS_ON = frozenset({Kind.MENU, Kind.HUMAN, Kind.SOS, Kind.NONE_OF_THESE, Kind.LANGUAGE, Kind.FLOW_ACTION})
_HOLDS_BACK = frozenset(
    ("zonder", "niet", "geen", "eerst", "alleen", "without", "not", "first", "only", "behalve", "except")
)
_ASKED = frozenset({Awaited.CONSENT, Awaited.CONFIRMATION})
_WORDS_ABOUT_THE_ANSWER = """
aan about answer antwoord bedoel bedoelde bij daar daarover dat deze did didn't die dit do does doesn't don't
echt een eigenlijk er even for gaat geen ging had heb help helped helpt hem het hielp hier hij i ik is it juiste
klopt klopte looking me mean meant meer met mij mijn my naar niet niets niks no nog not nu om ook op over past
question really right te that that's the this to van vraag vragen vroeg waar want wanted was wat weten what wil
wilde yet zocht zoek
"""
_ABOUT_THE_ANSWER = frozenset(_WORDS_ABOUT_THE_ANSWER.split())
"""What somebody says who means the answer, and not a subject of their own."""


def take(context: TurnContext) -> Turn | None:
    """The turn of a reply; None when nothing is waited for, or the text is something else and others may answer."""
    expects = context.conversation.expects
    if not isinstance(context.inbound, TextReceived) or expects is None:
        return None
    text = context.inbound.text
    if expects.kind in (Awaited.STEP, Awaited.PHONE) or not text.strip() or not context.conversation.offers:
        return None
    if expects.kind is Awaited.REMARK:
        return _remark(context, expects, text)
    choice = _read(context, expects, text)
    if choice is not None:
        return _and_the_rest(context, choosing.choose(context, choice), expects, text)
    if expects.kind in _ASKED:
        return _not_a_reply(context, expects, text)
    return _which_one(context, expects, text)


def _remark(context: TurnContext, expects: Expectation, text: str) -> Turn | None:
    """Words are what is waited for; only a plain no, or a question we can answer, is something else."""
    reply = read_leaning(text)
    if reply is not None and reply.leaning is Leaning.NO and reply.outright and not reply.rest:
        said = SendText(text=context.say("remark-none"), buttons=context.ways_on(human=False))
        return context.turn(replace(context.conversation, gone=False), said)
    if is_question(text):
        answered = faq.certain(_free(context))
        if answered is not None:
            return answered
    return parting.remarked(context, HandoffId(expects.subject))


def _read(context: TurnContext, expects: Expectation, text: str) -> Choice | None:
    """The choice that is meant by what was typed."""
    offers, typed = context.conversation.offers, fold(text)
    if len(typed.split()) > _LONGEST_PICK:
        return None
    reply = read_leaning(text)
    if expects.kind is Awaited.RATING:
        return _face(offers, text, reply)
    exact = next((offer for offer in offers if typed and typed == fold(offer.label)), None)
    if exact is not None:
        return read_choice(exact.choice)
    if reply is not None and expects.yes and not reply.rest and not reply.but:
        no = expects.no if _means_no(expects, reply, typed) else ""
        data = {Leaning.YES: expects.yes if reply.sure else "", Leaning.NO: no}.get(reply.leaning, "")
        if data:
            return read_choice(data)
    picked = _picked(context, expects, text)
    if picked is not None:
        return picked
    if reply is None or not expects.yes or (is_question(text) and expects.kind is Awaited.OPINION):
        return None
    if reply.leaning is Leaning.NO and _means_no(expects, reply, typed):
        return read_choice(expects.no) if expects.no else None
    if reply.leaning is Leaning.YES and _plainly(reply) and not is_question(text):
        return read_choice(expects.yes)
    return None


def _means_no(expects: Expectation, reply: Reply, typed: str) -> bool:
    """Whether a no was said to what is asked: "niet" in a sentence about school is no opinion on an answer."""
    if reply.sure:
        return True
    words = typed.split()
    if expects.kind in _ASKED:
        return not (reply.rest or reply.but) or len(words) <= _LONGEST_LOOSE_PICK
    return len(words) <= _LONGEST_LOOSE_PICK and _ABOUT_THE_ANSWER.issuperset(words)


def _plainly(reply: Reply) -> bool:
    return reply.outright and not set(reply.rest.split()) & _HOLDS_BACK


def _picked(context: TurnContext, expects: Expectation, text: str) -> Choice | None:
    """A button by its number, its place, or words of its label; a question is never a loose pick."""
    offers = context.conversation.offers
    if not offers or (expects.kind not in _ASKED and context.recent and leans_on_nothing(text)):
        # "En als school niets doet" is about the last answer, and names no button.
        return None
    # "SOS" and "Menu" count by name and number, but a word of theirs in a sentence is no wish for them.
    own = [offer for offer in offers if not _leads_on(offer)]
    sure = pick(text, [_pickable(at, offer) for at, offer in enumerate(offers)])
    if sure.ids and sure.sure and not _only_a_word(text, offers[_at(sure)]):
        # A question with an answer of its own is no choice because it shares a word with a button.
        asks = expects.kind not in _ASKED and is_question(text)
        return None if asks and faq.certain(_free(context)) is not None else read_choice(offers[_at(sure)].choice)
    words = fold(text).split()
    if not own or len(words) > _LONGEST_LOOSE_PICK or (is_question(text) and expects.kind not in _ASKED):
        return None
    loose = pick(text, [_pickable(at, offer) for at, offer in enumerate(own)])
    if not loose.ids or (expects.kind not in _ASKED and faq.certain(_free(context)) is not None):
        return None
    return read_choice(own[_at(loose)].choice)


def _only_a_word(text: str, offer: Offer) -> bool:
    """Whether a way on would be taken for one ordinary word of its label, as in "hier" or "iets"."""
    return (
        _leads_on(offer)
        and not text.strip().isdecimal()
        and fold(text) not in _NAMES_OF_WAYS_ON
        and len(fold(text)) < 4
    )


_NAMES_OF_WAYS_ON = frozenset(["sos", "menu", "mens"])


def _pickable(at: int, offer: Offer) -> Pickable:
    return Pickable(id=f"offer_{at}", forms=(offer.label,))


def _at(picked: Picked) -> int:
    return int(picked.ids[0].removeprefix("offer_"))


def _leads_on(offer: Offer) -> bool:
    choice = read_choice(offer.choice)
    return choice is None or choice.kind in _WAYS_ON


_MARKS: tuple[tuple[re.Pattern[str], int], ...] = (
    (re.compile(r"\b(?:heel slecht|vreselijk|verschrikkelijk|waardeloos|terrible|awful|kut)\b"), 1),
    (re.compile(r"\b(?:niet (?:zo )?(?:goed|fijn|best)|slecht|matig|viel tegen|bad|not (?:so )?good|jammer)\b"), 2),
    (re.compile(r"\b(?:gaat wel|ging wel|neutraal|mwah|ok|oke|okay|redelijk|prima)\b"), 3),
    (re.compile(r"\b(?:heel (?:erg )?(?:goed|fijn)|super|geweldig|top|perfect|uitstekend|great|excellent)\b"), 5),
    (re.compile(r"\b(?:goed|fijn|goede|nuttig|good|nice|helpful|geholpen)\b"), 4),
)
_FACES = 5


def _face(offers: Sequence[Offer], text: str, reply: Reply | None) -> Choice | None:
    """A mark in words, as a face, or as a number; out of ten counts half. A plain no is no mark."""
    faces = [offer for offer in offers if not fold(offer.label)][:_FACES]
    picked = pick(text, [_pickable(at, offer) for at, offer in enumerate(offers)])
    if not fold(text) and picked.ids:
        return read_choice(offers[_at(picked)].choice)
    words = fold(text)
    if len(faces) < _FACES or is_question(text) or len(words.split()) > _LONGEST_LOOSE_PICK:
        return None
    amounts = [round(amount.number) for amount in read_amounts(text)]
    if len(amounts) == 1 and 1 <= amounts[0] <= 10 and len(words.split()) <= 4:
        mark = amounts[0] if amounts[0] <= _FACES else (amounts[0] + 1) // 2
        return read_choice(faces[mark - 1].choice)
    for pattern, mark in _MARKS:
        if pattern.search(words) and not (reply is not None and reply.leaning is Leaning.NO and mark > 2):
            return read_choice(faces[mark - 1].choice)
    if picked.ids and picked.sure:
        return read_choice(offers[_at(picked)].choice)
    return None


def _and_the_rest(context: TurnContext, turn: Turn, expects: Expectation, text: str) -> Turn:
    """A no with a question behind it is both: nothing is done, and the question is answered."""
    reply = read_leaning(text)
    if reply is None or reply.leaning is not Leaning.NO or len(reply.rest.split()) < 3 or expects.kind not in _ASKED:
        return turn
    inbound = context.inbound
    if not isinstance(inbound, TextReceived):
        return turn
    rest = replace(inbound, text=reply.rest)
    after = replace(context, conversation=turn.conversation, arrival=replace(context.arrival, inbound=rest))
    answered = faq.take(after)
    if answered is None:
        return turn
    return Turn(conversation=answered.conversation, effects=(*turn.effects, *answered.effects), room=turn.room)


def _not_a_reply(context: TurnContext, expects: Expectation, text: str) -> Turn | None:
    """Answer it, then put what is waited for once more; the second time it is let go."""
    free = _free(context)
    if expects.put:
        return _otherwise(free) or fallback.take(free)
    reply = read_leaning(text)
    doubts = reply is not None and (reply.leaning is not Leaning.NO or reply.but)
    answered = None if doubts else _otherwise(free)
    name = expects.again if answered is not None else "reply-doubt" if doubts else "reply-unclear"
    question = context.say(expects.again)
    words = question if answered is not None else f"{context.say(name)} {question}"
    again = SendText(text=words, buttons=rebuilt(context.conversation.offers))
    before = answered if answered is not None else Turn(conversation=replace(free.conversation, gone=False))
    put = context.turn(before.conversation, again, expects=replace(expects, put=expects.put + 1))
    return Turn(conversation=put.conversation, effects=(*before.effects, *put.effects), room=before.room)


def _otherwise(free: TurnContext) -> Turn | None:
    """What the text is when it is no reply."""
    return following.take(free) or manners.take(free) or faq.take(free)


def _which_one(context: TurnContext, expects: Expectation, text: str) -> Turn | None:
    """A bare yes or no to a choice: the only one there is, none of them, or which of them."""
    reply = read_leaning(text)
    own = [offer for offer in context.conversation.offers if not _leads_on(offer)]
    meant = _by_meaning(context, own, text) if reply is None else None
    if meant is not None:
        return choosing.choose(context, meant)
    if reply is None or reply.rest or expects.kind is not Awaited.CHOICE or not own:
        return None
    if reply.leaning is Leaning.NO:
        if not _means_no(expects, reply, fold(text)):
            return None
        none = Choice(Kind.NONE_OF_THESE).data()
        return (
            choosing.choose(context, Choice(Kind.NONE_OF_THESE))
            if any(o.choice == none for o in context.conversation.offers)
            else None
        )
    if reply.leaning is not Leaning.YES or not _suggested(context.conversation.offers):
        return None
    choice = read_choice(own[0].choice)
    if len(own) == 1 and choice is not None:
        return choosing.choose(context, choice)
    if expects.put:
        return None
    said = SendText(text=context.say("which-one"), buttons=rebuilt(context.conversation.offers))
    return context.turn(replace(context.conversation, gone=False), said, expects=replace(expects, put=1))


def _by_meaning(context: TurnContext, own: Sequence[Offer], text: str) -> Choice | None:
    """One of the suggested questions in other words; what is surely a question of its own is none of them."""
    short = len(fold(text).split()) <= _LONGEST_LOOSE_PICK + 3
    if not short or is_question(text) or not _suggested(context.conversation.offers):
        return None
    if faq.certain(_free(context)) is not None:
        return None
    likeness = context.library.likening.nearest(text, {one.choice: (one.label,) for one in own}, apart=_FAR_AHEAD)
    return read_choice(likeness.meant)


_FAR_AHEAD = 0.03
"""How far before the next a suggested question must be in meaning: a new question may not be swallowed."""


def _suggested(offers: Sequence[Offer]) -> bool:
    """Whether the buttons ask which was meant; a yes under an ordinary answer is only a yes."""
    return any(offer.choice == Choice(Kind.NONE_OF_THESE).data() for offer in offers)


def _free(context: TurnContext) -> TurnContext:
    """The same moment with nothing that is waited for."""
    return replace(context, conversation=replace(context.conversation, expects=None))


def rebuilt(offers: Sequence[Offer]) -> Buttons:
    """The buttons of before, one a row, the ways on together."""
    rows: list[tuple[Button, ...]] = []
    last: list[Button] = []
    for offer in offers:
        choice = read_choice(offer.choice)
        if choice is None:
            continue
        danger = choice.kind is Kind.SOS or (choice.kind is Kind.WIPE and choice.value == "ja")
        button = Button(label=offer.label, choice=offer.choice, danger=danger)
        if choice.kind in (Kind.MENU, Kind.HUMAN, Kind.SOS):
            last.append(button)
        else:
            rows.append((button,))
    return (*rows, tuple(last)) if last else tuple(rows)
