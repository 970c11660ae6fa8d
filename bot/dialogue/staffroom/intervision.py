"""Intervision: one colleague tells a talk so that it is about nobody, and the team learns from it together."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace

from bot.dialogue.cards import escaped
from bot.dialogue.choices import StaffKind, staff_choice
from bot.dialogue.library import localised
from bot.dialogue.staffroom import places
from bot.dialogue.staffroom.desk import Move, local
from bot.domain.effects import Button, Buttons, ChangeTopic, EditStaff, SendStaff, TopicPlace
from bot.domain.ids import DUTCH, HandoffId, StaffKey
from bot.domain.inbound import StaffCommanded, Staffer, StaffWrote
from bot.handoff.case import CaseCard, CasePart, CaseStage
from bot.handoff.record import Handoff
from bot.text.masking import mask

PLACE = "intervisie"
"""The name of the team's topic for it."""
_WORDS: Mapping[str, CasePart] = {
    "gevraagd": CasePart.ASKED,
    "geprobeerd": CasePart.TRIED,
    "hielp": CasePart.HELPED,
    "vraag": CasePart.QUESTION,
}
_SHARE, _DROP, _SKIP, _ROUND, _DISCUSSED = "stuur", "weg", "over", "ronde", "klaar"
_STEPS = 5
_LONGEST = 600
_MOST_LISTED = 20


def command(move: Move, sent: StaffCommanded, place: TopicPlace) -> None:
    """``/intervisie``: in a closed talk make a card; elsewhere what there is to discuss."""
    handoff = move.room.at(sent.topic, sent.reply_to)
    word, _, rest = sent.argument.strip().partition(" ")
    part = _WORDS.get(word.rstrip(":").casefold())
    if part is not None and rest.strip():
        _say_part(move, sent, handoff, part, rest, place)
    elif word.isdecimal():
        _show_again(move, int(word), place)
    elif word.casefold() == _DROP and rest.strip().isdecimal():
        _throw_away_shared(move, int(rest), place)
    elif word.casefold() == "lijst" or (not word and handoff is None):
        listed(move, place)
    elif handoff is not None and not word:
        begin(move, handoff, sent.staff.key, place)
    else:
        wanted = sent.argument.strip().casefold()
        named = next((one for one in move.room.handoffs.values() if one.alias.casefold() == wanted), None)
        if named is None:
            move.tell(move.say("case-how"), place)
        else:
            begin(move, named, sent.staff.key, place)


def begin(move: Move, handoff: Handoff, key: StaffKey, place: TopicPlace) -> None:
    """A draft in the topic of the talk, which is opened for writing; the talk itself stays closed."""
    if handoff.live:
        move.tell(move.say("case-not-yet"), place)
        return
    draft = _draft_of(move, handoff.id)
    if draft is not None and draft.by != key:
        author = move.room.staff.get(draft.by) if draft.by else None
        move.tell(move.say("case-taken", name=escaped(author.name) if author else "?"), place)
        return
    if draft is None:
        titles = [localised(move.library.entries[e].title, DUTCH) for e in handoff.sent if e in move.library.entries]
        draft = CaseCard(
            id=hashlib.sha256(f"case/{move.arrival.cause}/{handoff.id}".encode()).hexdigest()[:10],
            at=move.now,
            theme=handoff.theme,
            audience=handoff.audience,
            tried=move.say("case-sent-answers", titles=", ".join(titles)) if titles else "",
            by=key,
            talk=handoff.id,
            visitor=handoff.visitor,
        )
        if handoff.topic is not None:
            move.effects.append(ChangeTopic(topic=handoff.topic, closed=False))
        move.tell(move.say("case-begins"), handoff.place)
    _go_on(move, draft)


def takes(move: Move, handoff: Handoff, wrote: StaffWrote) -> bool:
    """Whether this line is the part of a draft that was asked for; never while somebody can hear it."""
    draft = _draft_of(move, handoff.id)
    if draft is None or handoff.live or wrote.kind is not None or not wrote.text.strip():
        return False
    if draft.by != wrote.staff.key or draft.waits_for is None:
        return False
    _keep_part(move, draft, draft.waits_for, wrote.text)
    return True


def pressed(move: Move, staff: Staffer, identifier: str, what: str) -> None:
    """A button under a card or a question about it."""
    card = move.room.cases.get(identifier)
    if card is None or card.stage is CaseStage.GONE:
        move.toast = move.say("refused-old-button")
    elif card.stage is CaseStage.DRAFT:
        _pressed_draft(move, card, staff, what)
    elif what == _DISCUSSED:
        _discussed(move, card)
    elif what.startswith(_ROUND) and what.removeprefix(_ROUND).isdecimal():
        _round(move, card, int(what.removeprefix(_ROUND)))
    else:
        move.toast = move.say("refused-old-button")


def listed(move: Move, place: TopicPlace) -> None:
    """What the team has not discussed yet, the oldest first."""
    waiting = _waiting(move)
    if not waiting:
        move.tell(move.say("case-none"), place)
        return
    move.tell(move.say("case-list") + "\n\n" + "\n".join(_line(move, card) for card in waiting), place)


def monthly(move: Move) -> None:
    """On the first Monday of a month: what there is for the meeting."""
    waiting = _waiting(move)
    if local(move).day <= 7 and waiting:
        lines = "\n".join(_line(move, card) for card in waiting)
        move.tell(move.say("case-monthly") + "\n\n" + lines, places.find(move, PLACE))


def _waiting(move: Move) -> list[CaseCard]:
    shared = [card for card in move.room.cases.values() if card.stage is CaseStage.SHARED]
    return sorted(shared, key=lambda card: card.number)[:_MOST_LISTED]


def _line(move: Move, card: CaseCard) -> str:
    return "- " + move.say("case-line", number=card.number, about=_about(move, card), question=escaped(card.question))


def _draft_of(move: Move, talk: HandoffId) -> CaseCard | None:
    drafts = (card for card in move.room.cases.values() if card.stage is CaseStage.DRAFT)
    return next((card for card in drafts if card.talk == talk), None)


def _say_part(
    move: Move, sent: StaffCommanded, handoff: Handoff | None, part: CasePart, words: str, place: TopicPlace
) -> None:
    """``/intervisie vraag: …``: for groups without topics, and for who wants to do it in one go."""
    own = [c for c in move.room.cases.values() if c.stage is CaseStage.DRAFT and c.by == sent.staff.key]
    here = [card for card in own if handoff is not None and card.talk == handoff.id]
    if not own:
        move.tell(move.say("case-how"), place)
    else:
        _keep_part(move, max(here or own, key=lambda card: card.at), part, words)


def _keep_part(move: Move, draft: CaseCard, part: CasePart, words: str) -> None:
    """Personal data hidden, and the name the talk has in the group too."""
    handoff = move.room.handoffs.get(draft.talk) if draft.talk else None
    hidden = mask(words.strip()[:_LONGEST])
    text = hidden.text.replace(handoff.alias, move.say("case-somebody")) if handoff else hidden.text
    draft = draft.with_part(part, text)
    if hidden.found:
        move.tell(move.say("case-hidden"), _place_of(move, draft))
    _go_on(move, draft)


def _go_on(move: Move, draft: CaseCard) -> None:
    """Ask for the next part; when there is none left, show the whole."""
    move.room = move.room.keep(draft)
    place = _place_of(move, draft)
    if draft.waits_for is None:
        buttons: list[tuple[Button, ...]] = [(_button(move, draft, "button-case-share", _SHARE),)]
        buttons += [(_button(move, draft, f"button-case-{part}", word),) for word, part in _WORDS.items()]
        buttons.append((_button(move, draft, "button-case-drop", _DROP),))
        text = f"{move.say('case-draft')}\n\n{_told(move, draft)}"
        move.effects.append(SendStaff(text=text, place=place, buttons=tuple(buttons)))
        return
    number = list(CasePart).index(draft.waits_for) + 1
    text = move.say(f"case-ask-{draft.waits_for}", number=number)
    known = draft.part(draft.waits_for)
    if known:
        text += "\n\n" + move.say("case-known", words=escaped(known))
    row = (_button(move, draft, "button-case-skip", _SKIP), _button(move, draft, "button-case-drop", _DROP))
    move.effects.append(SendStaff(text=text, place=place, buttons=(row,)))


def _pressed_draft(move: Move, draft: CaseCard, staff: Staffer, what: str) -> None:
    if draft.by != staff.key:
        author = move.room.staff.get(draft.by) if draft.by else None
        move.toast = move.say("case-taken", name=author.name if author else "?")
    elif what == _DROP:
        move.room = move.room.keep(draft.thrown_away())
        move.tell(move.say("case-dropped"), _place_of(move, draft))
        _close_again(move, draft)
    elif what == _SHARE and not draft.question:
        # Without a question there is nothing to talk about.
        move.toast = move.say("case-needs-question")
    elif what == _SHARE:
        _share(move, draft, staff)
    elif what == _SKIP and draft.waits_for is not None:
        _go_on(move, draft.without(draft.waits_for))
    elif what in _WORDS:
        _go_on(move, replace(draft, to_ask=(_WORDS[what],)))
    else:
        move.toast = move.say("refused-old-button")


def _share(move: Move, draft: CaseCard, staff: Staffer) -> None:
    """To the team; from here on nothing says whose talk it was."""
    number = max((card.number for card in move.room.cases.values()), default=0) + 1
    card = draft.shared(number)
    move.room = move.room.keep(card)
    _put_down(move, card, extra=move.say("case-brought", name=escaped(staff.name)))
    named = PLACE in dict(move.room.group.places)
    sentence = "case-shared" if named else "case-shared-here"
    move.tell(move.say(sentence, number=number), _place_of(move, draft))
    _close_again(move, draft)
    move.toast = move.say("toast-thanks")


def _put_down(move: Move, card: CaseCard, *, extra: str = "", place: TopicPlace | None = None) -> None:
    lines = [_told(move, card), extra, move.say("case-round-how")]
    move.effects.append(
        SendStaff(
            text="\n\n".join(line for line in lines if line),
            place=place or places.find(move, PLACE),
            buttons=_round_buttons(move, card, 1),
            card=(HandoffId(card.id), move.arrival.origin.lane),
        )
    )


def _show_again(move: Move, number: int, place: TopicPlace) -> None:
    card = _numbered(move, number)
    if card is None:
        move.tell(move.say("case-unknown", number=number), place)
    else:
        _put_down(move, card, place=place)


def _throw_away_shared(move: Move, number: int, place: TopicPlace) -> None:
    """Somebody sees who it is about after all: gone, also where it stands."""
    card = _numbered(move, number)
    if card is None:
        move.tell(move.say("case-unknown", number=number), place)
        return
    move.room = move.room.keep(card.thrown_away())
    text = move.say("case-taken-away", number=number)
    if card.message is not None:
        move.effects.append(EditStaff(message=card.message, text=text))
    move.tell(text, place)


def _numbered(move: Move, number: int) -> CaseCard | None:
    known = (CaseStage.SHARED, CaseStage.DISCUSSED)
    return next((c for c in move.room.cases.values() if c.number == number and c.stage in known), None)


def _round(move: Move, card: CaseCard, step: int) -> None:
    """The next step of a round, for whoever leads it."""
    if not 1 <= step <= _STEPS:
        move.toast = move.say("refused-old-button")
        return
    text = move.say("case-round", step=step, steps=_STEPS, number=card.number)
    buttons = _round_buttons(move, card, step + 1)
    move.effects.append(SendStaff(text=text, place=places.find(move, PLACE), buttons=buttons))


def _round_buttons(move: Move, card: CaseCard, step: int) -> Buttons:
    discussed = _button(move, card, "button-case-discussed", _DISCUSSED)
    if step > _STEPS:
        return ((discussed,),)
    name = "button-case-round" if step == 1 else "button-case-next"
    return ((_button(move, card, name, f"{_ROUND}{step}"),), (discussed,))


def _discussed(move: Move, card: CaseCard) -> None:
    move.room = move.room.keep(replace(card, stage=CaseStage.DISCUSSED))
    if card.message is not None:
        done = f"{_told(move, card)}\n\n{move.say('case-was-discussed')}"
        move.effects.append(EditStaff(message=card.message, text=done))
    move.tell(move.say("case-discussed", number=card.number), places.find(move, PLACE))
    move.toast = move.say("toast-thanks")


def _close_again(move: Move, draft: CaseCard) -> None:
    handoff = move.room.handoffs.get(draft.talk) if draft.talk else None
    if handoff is not None and handoff.topic is not None and not handoff.live:
        move.effects.append(ChangeTopic(topic=handoff.topic, closed=True))


def _place_of(move: Move, draft: CaseCard) -> TopicPlace:
    handoff = move.room.handoffs.get(draft.talk) if draft.talk else None
    return handoff.place if handoff is not None else TopicPlace()


def _told(move: Move, card: CaseCard) -> str:
    """The card as colleagues read it."""
    title = move.say("case-title", number=card.number, about=_about(move, card))
    parts = [move.say(f"case-part-{part}", words=escaped(card.part(part)) or "-") for part in CasePart]
    return "\n\n".join((f"**{title}**", *parts))


def _about(move: Move, card: CaseCard) -> str:
    audience = str(card.audience or "unknown")
    return move.say("case-about", theme=escaped(card.theme) or "-", audience=audience)


def _button(move: Move, card: CaseCard, label: str, what: str) -> Button:
    return Button(label=move.say(label), choice=staff_choice(StaffKind.CASE, card.id, what))
