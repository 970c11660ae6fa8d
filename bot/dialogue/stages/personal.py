"""What somebody may do with what is kept of them: see it, wipe it, stop, and be gone at once."""

from dataclasses import replace

from bot.dialogue import screens
from bot.dialogue.choices import Choice, Kind
from bot.dialogue.context import TurnContext
from bot.dialogue.flowing import shared_so_far
from bot.dialogue.moments import in_words
from bot.dialogue.stages import news
from bot.dialogue.stages.parting import leave
from bot.dialogue.turn import Turn
from bot.domain.conversation import Awaited, Conversation, Expectation
from bot.domain.documents import TextFile
from bot.domain.effects import (
    Button,
    ChangeTopic,
    Effect,
    ForgetPerson,
    SendFile,
    SendStaff,
    SendText,
    WipeChat,
)
from bot.domain.ids import DUTCH
from bot.domain.inbound import CommandReceived
from bot.handoff.record import Status


def take(context: TurnContext) -> Turn | None:
    """``/inzage``, ``/wis``, ``/stop`` and ``/weg``."""
    match context.inbound:
        case CommandReceived(name="inzage"):
            return _insight(context)
        case CommandReceived(name="wis"):
            return _ask_to_wipe(context)
        case CommandReceived(name="stop"):
            return stop(context)
        case CommandReceived(name="weg", message=message):
            conversation = Conversation(
                visitor=context.conversation.visitor, audience=context.audience, language=context.conversation.language
            )
            return context.turn(conversation, WipeChat(also=(message,)), SendText(text=context.say("gone")))
        case _:
            return None


def chosen(context: TurnContext, choice: Choice) -> Turn | None:
    """The answer to "shall I wipe everything?"."""
    match choice.kind:
        case Kind.WIPE if choice.value == "ja":
            return _wipe(context)
        case Kind.WIPE:
            return context.turn(context.conversation, screens.menu(context, "wipe-not"))
        case Kind.STOP:
            return stop(context)
        case _:
            return None


def stop(context: TurnContext) -> Turn:
    """End what is going on; nothing more is said until they write again."""
    if context.handoff is not None:
        return leave(context, context.handoff)
    conversation = replace(context.conversation, gone=False, misses=0, offers=(), expects=None, flow="")
    room = news.without(context)
    text = context.say("stopped" if room is None else "stopped-news")
    return context.turn(conversation, SendText(text=text, buttons=context.ways_on()), room=room)


def _ask_to_wipe(context: TurnContext) -> Turn:
    yes = Button(label=context.say("button-wipe"), choice=Choice(Kind.WIPE, "ja").data(), danger=True)
    no = Button(label=context.say("button-wipe-not"), choice=Choice(Kind.WIPE, "nee").data())
    waits = Expectation(kind=Awaited.CONFIRMATION, yes=yes.choice or "", no=no.choice or "", again="wipe-again")
    asked = SendText(text=context.say("wipe-ask"), buttons=((yes,), (no,), *context.ways_on()))
    return context.turn(context.conversation, asked, expects=waits)


def _wipe(context: TurnContext) -> Turn:
    """Everything we hold is erased with this commit; Telegram's own copy of the chat is the person's to delete."""
    effects: list[Effect] = [ForgetPerson()]
    for handoff in context.room.handoffs.values():
        if handoff.visitor != context.conversation.visitor:
            continue
        if handoff.topic is not None:
            effects.append(ChangeTopic(topic=handoff.topic, deleted=True))
        if handoff.status is not Status.CLOSED:
            effects.append(SendStaff(text=context.library.texts.say("staff-wiped", DUTCH, alias=handoff.alias)))
    effects.append(SendText(text=context.say("wiped"), buttons=context.ways_on()))
    blank = Conversation(visitor=context.conversation.visitor)
    return Turn(conversation=blank, effects=tuple(effects))


def _insight(context: TurnContext) -> Turn:
    """All that is kept, in plain words, as a file to read and keep."""
    conversation = context.conversation
    say = context.say
    unknown = say("insight-nothing")
    profile = context.library.profile
    lines = [
        say("insight-title", organisation=profile.name, moment=f"{context.local:%d-%m-%Y %H.%M}"),
        "",
        say("insight-account"),
        say("insight-audience", who=say("insight-audience-name") if conversation.audience else unknown),
        say("insight-language", language=say("language-name")),
        say("insight-entry", entry=str(conversation.last_entry or unknown)),
        *_context_lines(context),
        say("insight-alarm", level=conversation.alarm or unknown),
        say("insight-state", hours=profile.state_hours),
        "",
        say("insight-talks"),
    ]
    talks = [handoff for handoff in context.room.handoffs.values() if handoff.visitor == conversation.visitor]
    for handoff in talks:
        asked = in_words(handoff.asked_at.astimezone(context.local.tzinfo), context.language, context.local)
        lines.append(say("insight-talk", alias=handoff.alias, moment=asked, status=str(handoff.status)))
        lines += [f"  {label}: {value}" for label, value in handoff.summary]
        lines += [say("insight-call-back", number=handoff.call_back)] if handoff.call_back else []
    if not talks:
        lines.append(unknown)
    alerts = [alert for alert in context.room.alerts.values() if alert.visitor == conversation.visitor]
    lines += [
        say("insight-alert", moment=f"{alert.at.astimezone(context.local.tzinfo):%d-%m-%Y %H.%M}") for alert in alerts
    ]
    block = context.room.blocked(conversation.visitor, context.now)
    if block is not None:
        lines.append(say("insight-block", until=f"{block.until:%d-%m-%Y}", reason=block.reason))
    lines += [say("insight-rating", number=talk.rating) for talk in talks if talk.rating is not None]
    lines += [
        say("insight-question", text=question.text)
        for question in context.room.questions.values()
        if question.visitor == conversation.visitor
    ]
    if conversation.unanswered:
        lines.append(say("insight-unanswered", text=conversation.unanswered))
    if conversation.held:
        lines.append(say("insight-held", text=conversation.held))
    if any(participant.visitor == conversation.visitor for participant in context.room.participants.values()):
        lines.append(say("insight-participant"))
    if any(case.visitor == conversation.visitor for case in context.room.cases.values()):
        lines.append(say("insight-case"))
    subscriber = context.room.subscribers.get(conversation.visitor)
    if subscriber is not None and subscriber.wants(context.now):
        lines.append(say("insight-news", until=f"{subscriber.until.astimezone(context.local.tzinfo):%d-%m-%Y}"))
    lines += ["", say("insight-flow")]
    lines += [f"- {label}: {value}" for label, value in shared_so_far(context, own_words=True)] or [unknown]
    lines += [
        "",
        say("insight-kept", days=profile.content_days),
        "",
        say("insight-telegram"),
        "",
        say("insight-rights"),
    ]
    file = SendFile(
        name=say("insight-file"),
        document=TextFile("\n".join(lines)),
        caption=f"{say('insight-caption')}\n\n{say('insight-next')}",
        buttons=context.ways_on(),
    )
    return context.turn(conversation, file)


def _context_lines(context: TurnContext) -> list[str]:
    """What was said about the child, as long as it is remembered."""
    child = context.conversation.child
    known = [context.say("insight-age", age=child.age)] if child.age is not None else []
    known += [word for word in (child.school, child.group) if word]
    return [context.say("insight-child", what=", ".join(known))] if known else []
