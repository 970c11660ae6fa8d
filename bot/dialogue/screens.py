"""Screens that several stages show: menu, theme, entry, choice between entries, help, human, SOS."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.dialogue.choices import Choice, Kind
from bot.dialogue.context import TurnContext
from bot.dialogue.library import Theme, localised
from bot.dialogue.wording import fill
from bot.domain.audience import Audience
from bot.domain.conversation import Awaited, Conversation, Expectation
from bot.domain.effects import Button, Buttons, Priority, SendText, UnknownOutcome
from bot.domain.ids import DUTCH, ENGLISH, EntryId, Language
from bot.matching.entry import Entry
from bot.safety.lifeline import core_text

_MOST_RELATED, _MOST_SOURCES = 3, 2
MOST_BESIDE_SOS = 4
"""Buttons under an answer, besides the one that is always there: more do not fit a phone beside the text."""


def welcome(context: TurnContext) -> SendText:
    """Who is asking? One tap, and it may be skipped by just asking."""
    return SendText(text=context.say("welcome"), buttons=audience_buttons(context))


def audience_buttons(context: TurnContext) -> Buttons:
    """Parent or young person, and the other language."""
    rows = [
        (Button(label=context.say("button-parent"), choice=Choice(Kind.AUDIENCE, Audience.PARENT).data()),),
        (Button(label=context.say("button-youth"), choice=Choice(Kind.AUDIENCE, Audience.YOUTH).data()),),
    ]
    languages = language_buttons(context)
    return (*rows, *languages)


def language_buttons(context: TurnContext) -> Buttons:
    """One button per language, each in its own words, three a row."""
    texts = context.library.texts
    cells = tuple(
        Button(label=texts.say("language-name", language), choice=Choice(Kind.LANGUAGE, language).data())
        for language in context.library.languages
        if language != context.language
    )
    return tuple(cells[start : start + 3] for start in range(0, len(cells), 3))


def menu(context: TurnContext, lead: str = "menu") -> SendText:
    """The themes of this audience, two a row."""
    if context.audience is None:
        said = "" if lead == "menu" else context.say(lead) + "\n\n"
        return SendText(
            text=said + context.say("who-are-you"),
            buttons=(*audience_buttons(context), *context.ways_on(menu=False)),
        )
    themes = context.library.themes.get(context.audience, ())
    cells = [theme_button(context, one) for one in themes]
    rows = [tuple(cells[start : start + 2]) for start in range(0, len(cells), 2)]
    if any(context.audience in flow.audiences for flow in context.library.flows.values()):
        rows.append((Button(label=context.say("button-flows"), choice=Choice(Kind.FLOWS).data()),))
    if context.conversation.flow:
        rows.append((Button(label=context.say("button-flow-go_on"), choice=Choice(Kind.FLOW_ACTION, "go_on").data()),))
    other = Audience.YOUTH if context.audience is Audience.PARENT else Audience.PARENT
    name = "button-youth" if other is Audience.YOUTH else "button-parent"
    rows.append((Button(label=context.say(name), choice=Choice(Kind.AUDIENCE, other).data()),))
    return SendText(text=context.say(lead), buttons=(*rows, *context.ways_on(menu=False)))


def theme(context: TurnContext, shown: Theme) -> SendText:
    """The entries of one theme, or the groups it is divided in."""
    rows = tuple((theme_button(context, group),) for group in shown.groups) or tuple(
        (entry_button(context, context.library.entries[entry]),) for entry in shown.entries
    )
    text = context.say("theme", title=localised(shown.title, context.language))
    return SendText(text=text, buttons=(*rows, *context.ways_on()))


def theme_button(context: TurnContext, shown: Theme) -> Button:
    """A button that opens a theme or a group of one."""
    return Button(label=localised(shown.title, context.language), choice=Choice(Kind.THEME, shown.id).data())


def entry_button(context: TurnContext, entry: Entry) -> Button:
    """A button that shows this entry."""
    return Button(
        label=localised(entry.title, context.language, context.audience), choice=Choice(Kind.ENTRY, entry.id).data()
    )


def answer(context: TurnContext, entry: Entry) -> SendText:
    """An answer with its source, and where it may lead."""
    language = context.language
    title = localised(entry.title, language, context.audience)
    text = localised(entry.answer, language, context.audience)
    parts = [
        _other_language(context, entry.answer),
        f"**{title}**",
        fill(text, context.library, language, context.now).strip(),
        sources(context, entry),
        _approval(context, entry),
        context.say("translation-unreviewed") if language in entry.unreviewed else "",
    ]
    more_of_it = Button(label=context.say("button-more"), choice=Choice(Kind.MORE, entry.id).data())
    rows = (
        *subject_row(context),
        *(((more_of_it,),) if entry.more else ()),
        *_dutch_button(context, entry),
        *leads_on(context, entry),
    )
    said = SendText(text="\n\n".join(part for part in parts if part), buttons=(*rows, *context.ways_on()))
    return replace(said, buttons=fitted(said.buttons))


def fitted(buttons: Buttons) -> Buttons:
    """The same buttons, of which those that only lead to other subjects give way, the last first."""
    rows = list(buttons)
    while sum(not button.danger for row in rows for button in row) > MOST_BESIDE_SOS:
        less = [at for at, row in enumerate(rows) if len(row) == 1 and (row[0].choice or "").startswith(_GIVES_WAY)]
        if not less:
            break
        del rows[less[-1]]
    return tuple(rows)


_GIVES_WAY = (f"{Kind.ENTRY}:", f"{Kind.FLOW}:")


def with_row(said: SendText, *row: Button, first: bool = False) -> SendText:
    """The same with these buttons as well, above the ways on or above all."""
    *rows, ways_on = said.buttons or ((),)
    rows = [row, *rows] if first else [*rows, row]
    return replace(said, buttons=fitted((*rows, ways_on) if ways_on else tuple(rows)))


def subject_left(context: TurnContext) -> EntryId | None:
    """The next subject of a long story that was not shown yet."""
    return next((name for name in context.conversation.subjects if name in context.library.entries), None)


def subject_row(context: TurnContext) -> Buttons:
    """A button to it."""
    left = subject_left(context)
    if left is None:
        return ()
    title = localised(context.library.entries[left].title, context.language, context.audience)
    button = Button(label=context.say("button-subject", title=title), choice=Choice(Kind.ENTRY, left).data())
    return ((button,),)


def then(conversation: Conversation) -> Expectation | None:
    """A bare yes after an answer goes on with the subject that is left."""
    if not conversation.subjects:
        return None
    return Expectation(kind=Awaited.CHOICE, yes=Choice(Kind.ENTRY, conversation.subjects[0]).data())


def offers_a_human() -> Expectation:
    """Where a text says that a human can help, a bare yes is a yes to that; what is shared is shown and asked first."""
    return Expectation(kind=Awaited.CHOICE, yes=Choice(Kind.HUMAN).data())


def _dutch_button(context: TurnContext, entry: Entry) -> Buttons:
    if context.language in (DUTCH, ENGLISH) or context.language not in entry.answer:
        return ()
    return ((Button(label=context.say("button-dutch"), choice=Choice(Kind.IN_DUTCH, entry.id).data()),),)


def in_dutch(context: TurnContext, entry: Entry) -> SendText:
    """The whole answer as school reads it; the buttons below stay in the person's language."""
    title, *texts = (localised(form, DUTCH, context.audience) for form in (entry.title, entry.answer, entry.more))
    parts = [f"**{title}**", *(fill(text, context.library, DUTCH, context.now) for text in texts)]
    return SendText(text="\n\n".join(part.strip() for part in parts if part), buttons=context.ways_on())


def leads_on(context: TurnContext, entry: Entry) -> Buttons:
    """Where an answer may lead: its flow, and related entries."""
    rows: list[tuple[Button, ...]] = []
    if entry.flow is not None and entry.flow in context.library.flows:
        flow = context.library.flows[entry.flow]
        label = "🧭 " + localised(flow.title, context.language, context.audience)
        rows.append((Button(label=label, choice=Choice(Kind.FLOW, flow.id).data()),))
    related = [context.library.entries[name] for name in entry.related if name in context.library.entries]
    rows.extend((entry_button(context, other),) for other in related[:_MOST_RELATED])
    return tuple(rows)


def _other_language(context: TurnContext, text: Mapping[Language, str]) -> str:
    """One sentence for who gets an answer in a language they did not choose; nothing for who gets their own."""
    known = {str(key).split("@")[0] for key in text}
    if context.language in known or context.language in (DUTCH, ENGLISH):
        return ""
    return context.say("answer-not-translated", shown=str(ENGLISH if ENGLISH in known else DUTCH))


def more(context: TurnContext, entry: Entry) -> SendText:
    """The second part of a long answer."""
    language = context.language
    text = fill(localised(entry.more, language, context.audience), context.library, language, context.now)
    rows = (*subject_row(context), *leads_on(context, entry), *context.ways_on())
    return SendText(text=text.strip() or context.say("menu"), buttons=fitted(rows))


def sources(context: TurnContext, entry: Entry) -> str:
    """Where the answer comes from, and when somebody last checked; sources of one day share a line."""
    by_day: dict[str, list[str]] = {}
    for source in entry.sources[:_MOST_SOURCES]:
        checked = f"{source.checked:%d-%m-%Y}" if source.checked else ""
        by_day.setdefault(checked, []).append(f"[{_escaped(source.title)}]({source.url})")
    lines = []
    for checked, links in by_day.items():
        linked = ", ".join(links)
        lines.append(context.say("source", link=linked, checked=checked) if checked else linked)
    return "\n\n".join(f"*{context.say('sources')}* {line}" for line in lines)


def _approval(context: TurnContext, entry: Entry) -> str:
    """Who looked it over; only below the words that were looked over."""
    if entry.approved is None or context.language != DUTCH:
        return ""
    return context.say("approved", by=_escaped(entry.approved.by), day=f"{entry.approved.on:%d-%m-%Y}")


def _escaped(title: str) -> str:
    return title.replace("[", "(").replace("]", ")")


def suggest(context: TurnContext, candidates: Sequence[EntryId], lead: str = "did-you-mean") -> SendText:
    """Did you mean one of these?"""
    rows = [(entry_button(context, context.library.entries[name]),) for name in candidates]
    rows.append((Button(label=context.say("button-none"), choice=Choice(Kind.NONE_OF_THESE).data()),))
    return SendText(text=context.say(lead), buttons=(*rows, *context.ways_on(menu=False, human=False)))


def sos(context: TurnContext) -> SendText:
    """The lifeline; goes before everything else."""
    return SendText(
        text="\n\n".join(core_text(language) for language in context.danger_languages),
        buttons=context.ways_on(),
        priority=Priority.CRISIS,
        on_unknown=UnknownOutcome.RESEND,
    )
