"""Topics of the team itself, by the name the team gave them: ``/hier intervisie``."""

from dataclasses import replace

from bot.dialogue.cards import escaped
from bot.dialogue.staffroom.desk import Move
from bot.domain.effects import TopicPlace
from bot.domain.inbound import StaffCommanded

_LONGEST_NAME, _MOST = 30, 20


def here(move: Move, sent: StaffCommanded, place: TopicPlace) -> None:
    """``/hier naam``: from now on this topic has that name; again: no longer."""
    group = move.room.group
    name = " ".join(sent.argument.split()).casefold()[:_LONGEST_NAME]
    known = dict(group.places)
    if not name:
        names = ", ".join(escaped(one) for one in known) or "-"
        move.tell(move.say("here-how", names=names), place)
    elif sent.topic is None or move.room.at(sent.topic, None) is not None:
        move.tell(move.say("here-where"), place)
    elif known.get(name) == sent.topic:
        del known[name]
        move.room = move.room.keep(replace(group, places=tuple(sorted(known.items()))))
        move.tell(move.say("here-no-more", name=escaped(name)), place)
    elif name not in known and len(known) >= _MOST:
        move.tell(move.say("here-too-many", most=_MOST), place)
    else:
        known[name] = sent.topic
        move.room = move.room.keep(replace(group, places=tuple(sorted(known.items()))))
        move.tell(move.say("here-set", name=escaped(name)), place)


def find(move: Move, name: str) -> TopicPlace:
    """The topic with this name; the group itself when there is none."""
    return TopicPlace(topic=dict(move.room.group.places).get(name.casefold()))
