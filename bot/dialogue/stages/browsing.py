"""Buttons that lead somewhere in the content: who somebody is, their language, menu, themes, entries."""

from dataclasses import replace

from bot.dialogue import screens
from bot.dialogue.choices import Choice, Kind
from bot.dialogue.context import TurnContext
from bot.dialogue.stages import opinions
from bot.dialogue.turn import Turn
from bot.domain.audience import Audience
from bot.domain.conversation import Conversation
from bot.domain.effects import SendText
from bot.domain.ids import EntryId, Language
from bot.domain.tally import Measure, QuestionOutcome


def chosen(context: TurnContext, choice: Choice) -> Turn | None:
    """The turn of such a choice, or None when what it points to no longer exists."""
    conversation = replace(context.conversation, gone=False)
    match choice.kind:
        case Kind.AUDIENCE if choice.value in tuple(Audience):
            return with_audience(context, Audience(choice.value), "hello")
        case Kind.LANGUAGE if Language(choice.value) in context.library.languages:
            return _in(context, replace(conversation, language=Language(choice.value)), "language-chosen")
        case Kind.ENTRY if EntryId(choice.value) in context.library.entries:
            entry = context.library.entries[EntryId(choice.value)]
            counted = context.count(Measure.ENTRY, entry.id)
            heard = context.heard(conversation, entry.id)
            shown = screens.answer(replace(context, conversation=heard), entry)
            return context.turn(heard, shown, counted, expects=screens.then(heard))
        case Kind.MORE if EntryId(choice.value) in context.library.entries:
            entry = context.library.entries[EntryId(choice.value)]
            heard = context.heard(conversation, entry.id, "more")
            shown = screens.more(replace(context, conversation=heard), entry)
            return context.turn(heard, shown, expects=screens.then(heard))
        case Kind.IN_DUTCH if EntryId(choice.value) in context.library.entries:
            entry = context.library.entries[EntryId(choice.value)]
            return context.turn(context.heard(conversation, entry.id), screens.in_dutch(context, entry))
        case Kind.MISUNDERSTOOD:
            calm = replace(conversation, alarm_said_at=None, alarm_category="", crisis_until=None, held="")
            return context.turn(calm, screens.menu(context, "misunderstood"))
        case Kind.NONE_OF_THESE:
            return _none_of_these(context, conversation)
        case _:
            screen = _screen(context, choice)
            return context.turn(conversation, screen) if screen else None


def with_audience(context: TurnContext, audience: Audience, lead: str) -> Turn:
    """The menu of this audience. A parent and a child may share a phone: what one asked never shows with the other."""
    conversation = replace(context.conversation, gone=False)
    same = conversation.audience in (None, audience)
    person = conversation if same else blank(conversation)
    return _in(context, replace(person, audience=audience, misses=0), lead)


def blank(conversation: Conversation) -> Conversation:
    """Nothing of what was said before, but the language and how serious things were."""
    return Conversation(
        visitor=conversation.visitor,
        language=conversation.language,
        written=conversation.written,
        alarm=conversation.alarm,
        alarm_said_at=conversation.alarm_said_at,
        alarm_category=conversation.alarm_category,
        crisis_until=conversation.crisis_until,
    )


def stale(context: TurnContext) -> Turn:
    """An old or forged button: say so, and show the way on."""
    return context.turn(replace(context.conversation, gone=False), screens.menu(context, "old-button"))


def _none_of_these(context: TurnContext, conversation: Conversation) -> Turn:
    """What else it may have been, once; then the topics, and a way to pass the question on."""
    others = tuple(name for name in conversation.others if name in context.library.entries)
    missed = replace(conversation, misses=conversation.misses + 1, others=())
    if others:
        return context.turn(missed, screens.suggest(context, others, "perhaps-these"))
    said = opinions.with_pass_on(context, missed, screens.menu(context, "none-of-these"))
    counted = context.count(Measure.QUESTION, QuestionOutcome.REJECTED)
    return context.turn(missed, said, counted, expects=screens.offers_a_human())


def _screen(context: TurnContext, choice: Choice) -> SendText | None:
    """Choices that only show something and change nothing."""
    match choice.kind:
        case Kind.MENU:
            return screens.menu(context)
        case Kind.THEME:
            all_themes = [theme for menu in context.library.themes.values() for theme in menu]
            own = context.library.themes.get(context.audience, ()) if context.audience else ()
            parts = [part for theme in (*own, *all_themes) for part in (theme, *theme.groups)]
            shown = next((part for part in parts if part.id == choice.value), None)
            return screens.theme(context, shown) if shown else None
        case Kind.SOS:
            return screens.sos(context)
        case Kind.HELP:
            return SendText(text=context.say("help"), buttons=context.ways_on())
        case _:
            return None


def _in(context: TurnContext, chosen_: Conversation, lead: str) -> Turn:
    """The menu as the person sees it after this choice."""
    context = replace(context, conversation=chosen_)
    return context.turn(chosen_, screens.menu(context, lead))
