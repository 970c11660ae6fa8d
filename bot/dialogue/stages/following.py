"""Short follow-ups that lean on the last answer: "hoe lang duurt dat", "en als ze dat niet doen", "maar hij is 12".

They are answered from the paragraphs of that answer. Where none fits, that is said, with the subject by its name.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.dialogue import screens
from bot.dialogue.choices import Choice, Kind
from bot.dialogue.context import TurnContext
from bot.dialogue.follow_ups import (
    LONGEST,
    MEANING,
    MORE,
    SCOPE,
    SURE,
    FollowUp,
    leans_on_nothing,
    names_its_subject,
    only_the_child,
    read_follow_up,
    read_loosely,
)
from bot.dialogue.hearing import read_child
from bot.dialogue.library import localised
from bot.dialogue.stages import opinions
from bot.dialogue.turn import Turn
from bot.domain.conversation import Child
from bot.domain.effects import Button, SendText
from bot.domain.inbound import TextReceived
from bot.domain.question import Missed
from bot.matching.entry import Entry
from bot.matching.verdict import Outcome
from bot.text.folding import fold
from bot.text.sentences import sentences

_MOST_SENTENCES = 3
_LONG_PARAGRAPH = 350


def take(context: TurnContext) -> Turn | None:
    """The turn of a short follow-up; None for everything that stands on its own."""
    if not isinstance(context.inbound, TextReceived):
        return None
    if not context.recent or context.conversation.last_entry is None:
        return _about_what(context, context.inbound.text)
    entry = context.library.entries.get(context.conversation.last_entry)
    words = fold(context.inbound.text)
    if entry is None or not words or len(words.split()) > LONGEST:
        return None
    if MEANING.fullmatch(words):
        return _meaning(context, entry)
    if MORE.fullmatch(words):
        return _more(context, entry)
    if SURE.fullmatch(words):
        return _sources(context, entry)
    kind = read_follow_up(words)
    if kind is not None:
        return _from_paragraphs(context, entry, kind) or _unknown(context, entry, kind.name)
    scope = SCOPE.fullmatch(words)
    if scope is not None:
        if names_its_subject(words) and _surely_another(context, entry):
            return None
        return _about(context, entry, scope["what"] or scope["also"] or scope["en"])
    if only_the_child(words):
        return _about(context, entry, words, asked=False)
    kind = read_loosely(words)
    return _loosely(context, entry, kind) if kind is not None else None


def _surely_another(context: TurnContext, entry: Entry) -> bool:
    """Another subject, named ("how about the school bus"), with an answer of its own."""
    text = context.inbound.text if isinstance(context.inbound, TextReceived) else ""
    verdict = context.library.matcher.judge(text, audience=context.audience, language=context.conversation.language)
    return verdict.outcome is Outcome.ANSWER and verdict.candidates[0].id != entry.id


def _about_what(context: TurnContext, text: str) -> Turn | None:
    """Such a follow-up from who said nothing before: asked what it is about, unless it is surely known by itself."""
    if not leans_on_nothing(text):
        return None
    verdict = context.library.matcher.judge(text, audience=context.audience, language=context.conversation.language)
    if verdict.outcome not in (Outcome.SUGGEST, Outcome.NONE):
        return None
    asked = SendText(text=context.say("follow-what"), buttons=context.ways_on())
    return context.turn(replace(context.conversation, gone=False), asked)


def _loosely(context: TurnContext, entry: Entry, kind: FollowUp) -> Turn | None:
    """Where nothing in the last answer fits, it may still be a question of its own that is surely known."""
    found = _from_paragraphs(context, entry, kind, loosely=True)
    if found is not None:
        return found
    inbound = context.inbound
    text = inbound.text if isinstance(inbound, TextReceived) else ""
    verdict = context.library.matcher.judge(text, audience=context.audience, language=context.conversation.language)
    if verdict.outcome not in (Outcome.SUGGEST, Outcome.NONE):
        return None
    near = next((one.id for one in verdict.candidates if one.id in entry.related), None)
    if near is None:
        return _unknown(context, entry, kind.name)
    shown = context.heard(replace(context.conversation, gone=False), near)
    return context.turn(shown, screens.answer(context, context.library.entries[near]))


def _from_paragraphs(context: TurnContext, entry: Entry, kind: FollowUp, *, loosely: bool = False) -> Turn | None:
    """A paragraph whose heading asks this, a related answer that is about it, or the sentences that speak of it."""
    told = context.conversation.told
    paragraphs = list(enumerate(_paragraphs(context, entry)))
    for number, paragraph in paragraphs:
        head = re.match(r"\*\*(.+?)\*\*", paragraph)
        asks = head is not None and (not loosely or head[1].rstrip().endswith("?"))
        if head and asks and kind.heads.search(fold(head[1])) and str(number) not in told:
            return _said(context, entry, paragraph, str(number))
    for name in () if loosely else entry.related:
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
    if kind.name == "next" and (entry.more or screens.leads_on(context, entry)):
        # What to do stands in the answer itself; what it has left, or the way that goes step by step, comes next.
        return _more(context, entry)
    return None


_SENTENCES_SUFFICE = frozenset({"long", "cost", "sign", "refuse", "when"})
"""What single sentences may answer; "who" and "how" need a paragraph that is about it."""


_SCHOOL_WORDS = {
    "mbo": ("mbo",),
    "so": ("speciaal", "sbo", "vso", "so"),
    "vo": ("middelbare", "vo", "vmbo", "havo", "vwo", "brugklas", "voortgezet", "secondary"),
    "po": ("basisschool", "basisonderwijs", "groep", "primair", "primary"),
    "opvang": ("peuter", "opvang", "voorschool", "nursery"),
}


def _about(context: TurnContext, entry: Entry, what: str, *, asked: bool = True) -> Turn:
    """The paragraph that names this kind of school, age or group; who only told it hears that it was heard."""
    child = read_child(what, Child())
    wanted = set(_SCHOOL_WORDS.get(child.school, ())) | {
        word for word in what.split() if len(word) > 3 or word.isdecimal()
    }
    near = range(child.age - 2, child.age + 3) if child.age is not None else range(0)
    for number, paragraph in enumerate(_paragraphs(context, entry)):
        said = set(fold(paragraph).split())
        if (wanted - _EMPTY) & said or any(age in near for age in _ages(paragraph)):
            return _said(context, entry, paragraph, str(number))
    if not asked:
        title = localised(entry.title, context.language, context.audience)
        noted = SendText(text=context.say("child-noted", title=title), buttons=_buttons(context, entry))
        return context.turn(replace(context.conversation, gone=False), noted, expects=screens.offers_a_human())
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
