"""One table: what each kind of choice leads to, whether it was pressed or typed."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.dialogue.choices import Choice, Kind, read_choice
from bot.dialogue.context import TurnContext
from bot.dialogue.stages import browsing, calling, crisis, flows, human, live, news, opinions, personal
from bot.dialogue.turn import Turn
from bot.domain.effects import AnswerPress
from bot.domain.inbound import ChoicePressed
from bot.flow.session import read_session

Handler = Callable[[TurnContext, Choice], Turn | None]


def _share(context: TurnContext, choice: Choice) -> Turn | None:
    """No to staff at the end of a flow ends the flow; everything else about staff is the human's."""
    if choice.value == "no" and read_session(context.conversation.flow) is not None:
        return flows.chosen(context, choice)
    turn = human.chosen(context, choice)
    room = turn.room if turn is not None else None
    if turn is None or room is None or not human.wants_to_be_called(context):
        return turn
    # They asked to be called: now that they are in the queue, on which number.
    asked = calling.chosen(replace(context, conversation=turn.conversation, room=room), Choice(Kind.CALL_BACK))
    return turn if asked is None else replace(asked, effects=(*turn.effects, *asked.effects), room=room)


HANDLERS: Mapping[Kind, Handler] = {
    **dict.fromkeys((Kind.FLOW, Kind.FLOWS, Kind.REPLY, Kind.FLOW_ACTION), flows.chosen),
    Kind.CRISIS: crisis.chosen,
    Kind.HUMAN: human.chosen,
    Kind.SHARE: _share,
    **dict.fromkeys((Kind.CALL_BACK, Kind.MESSAGE), calling.chosen),
    **dict.fromkeys(
        (Kind.LEAVE, Kind.SHOW, Kind.PASS_ON, Kind.REOPEN, Kind.RATE, Kind.REMARK, Kind.SUMMARY), live.chosen
    ),
    **dict.fromkeys((Kind.WIPE, Kind.STOP), personal.chosen),
    Kind.NEWS: news.chosen,
    **dict.fromkeys((Kind.OPINION, Kind.PASS_QUESTION), opinions.chosen),
    **dict.fromkeys(
        (Kind.AUDIENCE, Kind.LANGUAGE, Kind.MENU, Kind.THEME, Kind.ENTRY, Kind.MORE, Kind.NONE_OF_THESE, Kind.SOS,
         Kind.HELP, Kind.MISUNDERSTOOD, Kind.IN_DUTCH),
        browsing.chosen,
    ),
}  # fmt: skip
"""Every kind has one handler; a test holds it so."""
_GOES_ON = frozenset({Kind.THEME, Kind.ENTRY, Kind.MORE, Kind.FLOW, Kind.REPLY})


def choose(context: TurnContext, choice: Choice) -> Turn:
    """The turn of a choice; where what it points to is gone, that is said."""
    turn = HANDLERS[choice.kind](context, choice) or browsing.stale(context)
    if choice.kind in _GOES_ON and turn.conversation.crisis_until is not None:
        # Whoever chooses a subject goes on by themselves.
        turn = replace(turn, conversation=replace(crisis.through(turn.conversation), held=""))
    return turn


def take(context: TurnContext) -> Turn | None:
    """A button that was pressed, whoever showed it."""
    match context.inbound:
        case ChoicePressed(choice=data, press=press):
            choice = read_choice(data)
            turn = choose(context, choice) if choice is not None else browsing.stale(context)
            return replace(turn, effects=(AnswerPress(press=press), *turn.effects))
        case _:
            return None
