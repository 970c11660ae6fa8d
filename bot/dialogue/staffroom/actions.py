"""Every command of staff: its names, what it does, which records it needs, and whether the menu shows it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.dialogue.staffroom import (
    busyness,
    commands,
    figures,
    helping,
    intervision,
    macros,
    news,
    outcomes,
    places,
    review,
    shelf,
    trials,
)
from bot.dialogue.staffroom.desk import Move
from bot.domain.effects import TopicPlace
from bot.domain.inbound import StaffCommanded
from bot.handoff.record import Handoff
from bot.handoff.room import TALLIES

_InGroup = Callable[[Move, StaffCommanded, TopicPlace], None]
_InTalk = Callable[[Move, StaffCommanded, Handoff], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One command; ``in_talk`` only does something in the topic of a talk, ``in_group`` everywhere."""

    names: tuple[str, ...]
    """As typed; the first is the one that is shown."""
    in_group: _InGroup | None = None
    in_talk: _InTalk | None = None
    needs: frozenset[str] = frozenset()
    """Kinds of closed records that must be at hand, and ``TALLIES`` for the counts; open records always are."""
    menu: bool = True
    """Telegram shows it after a slash; its words are ``staff-command-<name>`` in ``nl.staff.ftl``."""


ACTIONS: tuple[Action, ...] = (
    Action(names=("wachtrij",), in_group=commands.queue),
    Action(names=("dienst",), in_group=commands.duty),
    Action(names=("vragen",), in_group=review.questions, needs=frozenset({"question", "phrasing"})),
    Action(names=("rapport",), in_group=figures.figures, needs=frozenset({"question", TALLIES})),
    Action(names=("drukte",), in_group=busyness.busyness, needs=frozenset({TALLIES})),
    Action(names=("uitslag",), in_group=outcomes.outcomes, needs=frozenset({"participant", TALLIES})),
    Action(names=("test",), in_group=trials.invite),
    Action(names=("zoek",), in_group=shelf.search, needs=frozenset({"handoff"})),
    Action(names=("faq",), in_talk=commands.faq),
    Action(names=("zin",), in_talk=shelf.snippet),
    Action(names=("macro",), in_talk=macros.macro),
    Action(names=("label",), in_talk=shelf.label),
    Action(names=("prioriteit",), in_talk=shelf.weigh),
    Action(names=("straks",), in_talk=shelf.later),
    Action(names=("overdragen",), in_talk=commands.transfer),
    Action(names=("afsluiten",), in_talk=commands.close),
    Action(names=("spoed",), in_talk=commands.protocol),
    Action(names=("blokkeer",), in_talk=commands.block, needs=frozenset({"block"})),
    Action(names=("intervisie",), in_group=intervision.command, needs=frozenset({"handoff", "case"})),
    Action(names=("nieuws",), in_group=news.command, needs=frozenset({"subscriber"})),
    Action(names=("verwijder",), in_talk=commands.delete),
    Action(names=("help", "start"), in_group=helping.help_now),
    Action(names=("oppakken",), in_talk=commands.claim, menu=False),
    Action(names=("deblokkeer",), in_talk=shelf.unblock, needs=frozenset({"block"}), menu=False),
    Action(names=("coordinator",), in_group=commands.coordinator, menu=False),
    Action(names=("talen", "taal"), in_group=commands.languages, menu=False),
    Action(names=("themas",), in_group=commands.themes, menu=False),
    Action(names=("hier",), in_group=places.here, menu=False),
)
"""In the order of the menu."""

_BY_NAME: Mapping[str, Action] = {name: action for action in ACTIONS for name in action.names}


def command(move: Move, sent: StaffCommanded) -> None:
    """Carry out one command; an unknown one shows what there is."""
    handoff = move.room.at(sent.topic, sent.reply_to)
    place = handoff.place if handoff is not None else TopicPlace(topic=sent.topic)
    action = _BY_NAME.get(sent.name)
    if action is None:
        move.tell(move.say("staff-unknown-command"), place)
    elif action.in_group is not None:
        action.in_group(move, sent, place)
    elif handoff is None:
        move.tell(move.say("staff-only-in-topic", command=sent.name), place)
    elif action.in_talk is not None:
        action.in_talk(move, sent, handoff)


def needs_of_command(name: str) -> frozenset[str]:
    """What must be at hand before this command is carried out."""
    action = _BY_NAME.get(name)
    return frozenset() if action is None else action.needs
