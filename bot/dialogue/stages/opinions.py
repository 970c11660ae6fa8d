"""What people think of an answer, and questions they want to pass on because nobody answered them."""

import hashlib
from dataclasses import replace
from zlib import crc32

from bot.dialogue import screens
from bot.dialogue.cards import escaped
from bot.dialogue.choices import Choice, Kind
from bot.dialogue.context import TurnContext
from bot.dialogue.turn import Turn
from bot.domain.conversation import Awaited, Conversation, Expectation
from bot.domain.effects import Button, SendText
from bot.domain.ids import EntryId, FlowId
from bot.domain.question import Missed, UnansweredQuestion
from bot.domain.tally import Measure
from bot.text.masking import mask

_ONE_IN = 5
"""One answer in so many asks what somebody thinks of it, and at most one a conversation."""
_LONGEST_QUESTION = 500


def may_ask(context: TurnContext) -> bool:
    """Now and then, decided by the update itself so that a repeat decides the same."""
    return not context.conversation.asked_opinion and crc32(context.arrival.cause.encode()) % _ONE_IN == 1


def with_buttons(context: TurnContext, said: SendText, entry: EntryId) -> SendText:
    """The answer with two thumbs under it, in the place of the menu."""
    thumbs = tuple(
        Button(label=context.say(f"button-opinion-{word}"), choice=Choice(Kind.OPINION, f"{word}_{entry}").data())
        for word in ("ja", "nee")
    )
    menu = Choice(Kind.MENU).data()
    *rows, last = said.buttons
    ways_on = tuple(button for button in last if button.choice != menu)
    return replace(said, buttons=screens.fitted((*rows, thumbs, ways_on)))


def rating_row(flow: FlowId) -> tuple[Button, ...]:
    """Five faces under the end of a flow."""
    return tuple(
        Button(label=face, choice=Choice(Kind.OPINION, f"{mark}_{flow}").data())
        for mark, face in enumerate(("😞", "🙁", "😐", "🙂", "😀"), 1)
    )


def opinion_on(entry: EntryId) -> Expectation:
    """What a yes or no right after an answer says about it."""
    return Expectation(
        kind=Awaited.OPINION,
        yes=Choice(Kind.OPINION, f"ja_{entry}").data(),
        no=Choice(Kind.OPINION, f"nee_{entry}").data(),
    )


def remember(conversation: Conversation, question: str, missed: Missed) -> Conversation:
    """Keep the words for as long as the buttons under this turn make sense; personal data is hidden right away."""
    return replace(conversation, unanswered=mask(question.strip()[:_LONGEST_QUESTION]).text, missed=str(missed))


def with_pass_on(context: TurnContext, conversation: Conversation, said: SendText) -> SendText:
    """A button to pass the question on, where the profile allows that questions are kept."""
    if not conversation.unanswered or context.library.profile.question_days == 0:
        return said
    button = Button(label=context.say("button-pass-question"), choice=Choice(Kind.PASS_QUESTION).data())
    return screens.with_row(said, button, first=True)


def chosen(context: TurnContext, choice: Choice) -> Turn | None:
    """The turn of a thumb, a face, or a question to pass on; None for anything else."""
    conversation = replace(context.conversation, gone=False)
    match choice.kind:
        case Kind.OPINION:
            return _opinion(context, choice.value)
        case Kind.PASS_QUESTION if not conversation.unanswered or context.library.profile.question_days == 0:
            return context.turn(conversation, screens.menu(context, "question-gone"))
        case Kind.PASS_QUESTION if choice.value == "ja":
            return _pass_on(context)
        case Kind.PASS_QUESTION if choice.value == "nee":
            dropped = replace(conversation, unanswered="", missed="")
            return context.turn(dropped, SendText(text=context.say("question-kept"), buttons=context.ways_on()))
        case Kind.PASS_QUESTION:
            yes = Button(label=context.say("button-question-yes"), choice=Choice(Kind.PASS_QUESTION, "ja").data())
            no = Button(label=context.say("button-question-no"), choice=Choice(Kind.PASS_QUESTION, "nee").data())
            text = context.say("question-ask", days=context.library.profile.question_days)
            shown = SendText(
                text=f"{text}\n\n> {escaped(conversation.unanswered)}", buttons=((yes,), (no,), *context.ways_on())
            )
            waits = Expectation(
                kind=Awaited.CONFIRMATION, yes=yes.choice or "", no=no.choice or "", again="question-again"
            )
            return context.turn(conversation, shown, expects=waits)
        case _:
            return None


def _opinion(context: TurnContext, value: str) -> Turn | None:
    word, _, name = value.partition("_")
    conversation = replace(context.conversation, gone=False)
    if word in ("1", "2", "3", "4", "5") and FlowId(name) in context.library.flows:
        thanks = SendText(text=context.say("opinion-thanks"), buttons=context.ways_on())
        return context.turn(conversation, thanks, context.count(Measure.RATING, f"flow:{word}"))
    if word not in ("ja", "nee") or EntryId(name) not in context.library.entries:
        return None
    counted = context.count(Measure.FEEDBACK, "yes" if word == "ja" else "no")
    if word == "ja":
        known = replace(conversation, unanswered="", missed="")
        return context.turn(known, SendText(text=context.say("opinion-thanks"), buttons=context.ways_on()), counted)
    said = with_pass_on(context, conversation, screens.menu(context, "opinion-sorry"))
    return context.turn(conversation, said, counted, expects=screens.offers_a_human())


def _pass_on(context: TurnContext) -> Turn:
    """From here on staff can read it, under no name; it goes with ``/wis``."""
    conversation = context.conversation
    question = UnansweredQuestion(
        id=hashlib.sha256(f"question/{context.arrival.cause}/{conversation.visitor}".encode()).hexdigest()[:10],
        text=conversation.unanswered,
        at=context.now,
        missed=Missed(conversation.missed),
        visitor=conversation.visitor,
        audience=str(context.audience or ""),
        language=context.language,
    )
    said = SendText(text=context.say("question-passed"), buttons=context.ways_on())
    emptied = replace(conversation, unanswered="", missed="", gone=False)
    return context.turn(emptied, said, room=context.room.keep(question))
