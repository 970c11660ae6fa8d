"""Who is there: colleagues who leave the group or come, and the group itself that cannot be reached for a while."""

from dataclasses import replace
from zoneinfo import ZoneInfo

from bot.dialogue.cards import alert_card, escaped, mention
from bot.dialogue.staffroom import desk, figures
from bot.dialogue.staffroom.desk import Move
from bot.dialogue.stages.announcing import announce
from bot.domain.effects import Priority, SendStaff
from bot.domain.ids import HandoffId
from bot.domain.inbound import GroupChanged, Staffer
from bot.handoff.policy import on_duty
from bot.handoff.record import Handoff, Status


def moved(move: Move, staff: Staffer, *, present: bool) -> None:
    """Who leaves the group is no longer on duty, and their talks go back to the queue."""
    if present:
        move.member(staff)
        return
    member = move.room.staff.get(staff.key)
    if member is None or member.gone:
        return
    move.room = move.room.keep(replace(member, gone=True, on_duty=False, coordinator=False))
    for handoff in move.room.claimed_by(staff.key):
        desk.give_back(move, handoff, "", reason="staff-left-group")


def changed(move: Move, change: GroupChanged) -> None:
    """What the bot may do in the group, or that it may do nothing there."""
    move.effects.append(figures.next_report(move))
    before = move.room.group
    away_since = None if change.present else before.away_since or move.now
    after = replace(
        before,
        present=change.present,
        away_since=away_since,
        forum=before.forum if change.forum is None else change.forum,
        missing=before.missing if change.missing is None else change.missing,
    )
    if after == before:
        return
    move.room = move.room.keep(after)
    if not change.present:
        for handoff in _live(move):
            move.tell_person(handoff, "team-away")
        return
    if before.away_since is not None or not before.present:
        _back(move)
    if after.missing and after.missing != before.missing:
        rights = ", ".join(move.say(f"right-{name.replace('_', '-')}") for name in after.missing)
        move.tell(move.say("staff-rights-missing", rights=rights))
    elif before.missing and not after.missing:
        move.tell(move.say("staff-rights-good"))


def _live(move: Move) -> list[Handoff]:
    return sorted((h for h in move.room.handoffs.values() if h.live and not h.left), key=lambda h: h.asked_at)


def _back(move: Move) -> None:
    """Everything that waited comes by itself; this says what is open now, danger first."""
    zone = ZoneInfo(move.library.profile.timezone)
    unseen = sorted((a for a in move.room.alerts.values() if not a.seen_by), key=lambda a: a.at)
    waiting = move.room.queue()
    named = ", ".join(escaped(handoff.alias) for handoff in waiting)
    alerts = ", ".join(f"{alert.at.astimezone(zone):%d-%m %H.%M}" for alert in unseen)
    text = move.say(
        "staff-bot-back",
        waiting=len(waiting),
        named=named or "-",
        unseen=len(unseen),
        alerts=alerts or "-",
        mentions=mention(on_duty(move.room)),
    )
    move.tell(text, priority=Priority.CRISIS)
    for handoff in _live(move):
        move.tell_person(handoff, "team-back")


def renumbered(move: Move) -> None:
    """The group became a supergroup: what was said there before cannot be reached, so everything open comes anew."""
    for alert in move.room.alerts.values():
        if not alert.seen_by:
            parts = alert_card(move.library, alert)
            card = (HandoffId(alert.id), alert.lane)
            move.effects.append(SendStaff(**parts, priority=Priority.CRISIS, card=card))
    move.tell(move.say("staff-group-moved"))
    for handoff in _live(move):
        forum = move.room.group.forum
        count = handoff.topic_key.count("/again")
        key = f"topic/{handoff.id}{'/again' * (count + 1)}" if forum else ""
        again = replace(handoff, topic=None, card=None, topic_key=key)
        move.room = move.room.keep(again)
        move.effects += announce(move.person(again), move.room, again)
        if again.status is Status.CLAIMED:
            claimer = move.room.staff.get(again.claimer) if again.claimer else None
            move.tell(move.say("staff-yours-here", mentions=mention([claimer] if claimer else [])), again.place)
