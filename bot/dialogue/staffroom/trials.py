"""``/test``: a way in for one colleague, once, to play a flow in their own chat with the bot."""

import hashlib
from datetime import timedelta

from bot.dialogue.cards import escaped
from bot.dialogue.library import localised
from bot.dialogue.staffroom.desk import Move
from bot.dialogue.trial import pass_is_for
from bot.domain.audience import Audience
from bot.domain.deeplinks import deep_link
from bot.domain.effects import Button, SendStaff, TopicPlace
from bot.domain.ids import DUTCH, FlowId, Language
from bot.domain.inbound import StaffCommanded
from bot.flow.definition import Flow
from bot.handoff.record import TrialPass

OPEN_FOR = timedelta(minutes=15)


def invite(move: Move, sent: StaffCommanded, place: TopicPlace) -> None:
    """``/test``: the flows there are; ``/test naam jongere en``: play one, as whom and in which language."""
    name, *words = sent.argument.casefold().split() or ("",)
    flows = move.library.with_drafts().flows
    flow = flows.get(FlowId(name)) if name else None
    if flow is None:
        move.tell(_list(move), place)
        return
    audience = next((audience for audience in Audience if audience in words), None) or min(flow.audiences)
    if audience not in flow.audiences:
        move.tell(move.say("trial-not-for", flow=flow.id, who=_who(move, audience)), place)
        return
    language = next((language for language in move.library.texts.languages if language in words), DUTCH)
    ticket = _pass(move, sent, flow, audience, language)
    move.room = move.room.keep(ticket)
    text = move.say(
        "trial-invitation",
        title=escaped(localised(flow.title, DUTCH, audience)),
        who=_who(move, audience),
        minutes=OPEN_FOR // timedelta(minutes=1),
        start=pass_is_for(ticket),
    )
    bot = move.library.profile.telegram
    rows = ((Button(label=move.say("button-trial"), url=deep_link(bot, pass_is_for(ticket))),),) if bot else ()
    move.effects.append(SendStaff(text=text, place=place, buttons=rows))


def _pass(move: Move, sent: StaffCommanded, flow: Flow, audience: Audience, language: Language) -> TrialPass:
    # The colleague's key is known to the house only, so nobody can work out the way in.
    secret = f"trial/{move.arrival.cause}/{sent.staff.key}/{sent.message}"
    return TrialPass(
        id=hashlib.sha256(secret.encode()).hexdigest()[:24],
        flow=flow.id,
        audience=audience,
        language=language,
        until=move.now + OPEN_FOR,
    )


def _list(move: Move) -> str:
    drafts = move.library.drafts
    lines = [
        move.say(
            "trial-flow",
            name=escaped(flow.id),
            title=escaped(localised(flow.title, DUTCH)),
            draft=str(flow.id in drafts).lower(),
        )
        for flow in move.library.with_drafts().flows.values()
    ]
    return move.say("trial-how") + "\n\n" + "\n".join(f"- {line}" for line in lines)


def _who(move: Move, audience: Audience) -> str:
    return move.say("trial-who", name=str(audience))
