"""Telegram's limits are never passed, and urgent messages always find room."""

from copy import deepcopy
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.effects import Priority
from bot.domain.ids import LaneKey
from bot.service.limits import Budget, Limits

START = 1_000.0
GROUP = LaneKey("group")
PERSON = LaneKey("person")
ZERO = timedelta(0)


def seconds(amount: float) -> float:
    return START + amount


def test_a_person_gets_a_short_burst_and_then_one_a_second() -> None:
    budget = Budget(Limits(private_burst=3))
    for _ in range(3):
        assert budget.wait(PERSON, False, Priority.ANSWER, START) == ZERO
        budget.spend(PERSON, False, START)
    assert budget.wait(PERSON, False, Priority.ANSWER, START) == timedelta(seconds=1)
    assert budget.wait(PERSON, False, Priority.ANSWER, seconds(1)) == ZERO


def test_a_crisis_answer_never_waits_for_us() -> None:
    budget = Budget(Limits(overall_per_second=1, private_burst=1))
    budget.spend(PERSON, False, START)
    assert budget.wait(PERSON, False, Priority.ANSWER, START) > ZERO
    assert budget.wait(PERSON, False, Priority.CRISIS, START) == ZERO


def test_slots_of_the_group_are_kept_for_alerts() -> None:
    budget = Budget(Limits(group_per_minute=18, group_reserved=3))
    for number in range(15):
        assert budget.wait(GROUP, True, Priority.STATUS, seconds(number / 10)) == ZERO
        budget.spend(GROUP, True, seconds(number / 10))
    assert budget.wait(GROUP, True, Priority.STATUS, seconds(2)) == timedelta(seconds=58)
    for number in range(3):
        assert budget.wait(GROUP, True, Priority.CRISIS, seconds(2 + number)) == ZERO
        budget.spend(GROUP, True, seconds(2 + number))
    # Lines have used what is theirs; two places up to Telegram's own twenty are for alerts alone.
    assert budget.wait(GROUP, True, Priority.RELAY, seconds(6)) == timedelta(seconds=54)
    for _ in range(2):
        assert budget.wait(GROUP, True, Priority.CRISIS, seconds(6)) == ZERO
        budget.spend(GROUP, True, seconds(6))
    assert budget.wait(GROUP, True, Priority.CRISIS, seconds(6)) == timedelta(seconds=54)


def test_sends_of_before_a_restart_count() -> None:
    budget = Budget(Limits(group_per_minute=2, group_reserved=0))
    budget.remember([(GROUP, True, START), (GROUP, True, seconds(1))])
    assert budget.wait(GROUP, True, Priority.RELAY, seconds(10)) == timedelta(seconds=50)


@given(st.lists(st.tuples(st.floats(0, 5), st.booleans(), st.sampled_from(list(Priority))), max_size=120))
def test_no_window_ever_holds_too_many(arrivals: list[tuple[float, bool, Priority]]) -> None:
    limits = Limits(overall_per_second=10, group_per_minute=6, group_reserved=2, group_alerts=2)
    budget = Budget(limits)
    now = START
    sent: list[tuple[float, bool, Priority]] = []
    for pause, group, priority in arrivals:
        now += pause
        if priority is Priority.CRISIS and not group:
            continue
        destination = GROUP if group else PERSON
        wait = budget.wait(destination, group, priority, now)
        if wait == ZERO:
            budget.spend(destination, group, now)
            sent.append((now, group, priority))
        else:
            assert deepcopy(budget).wait(destination, group, priority, now + wait.total_seconds() + 1e-6) == ZERO
    for number, (moment, group, priority) in enumerate(sent, start=1):
        until_now = sent[:number]
        assert sum(moment - 1 < at for at, _, _ in until_now) <= limits.overall_per_second
        minute = [at for at, in_group, _ in until_now if in_group and moment - 60 < at]
        # Only an alert may ever be the seventh or eighth.
        most = {Priority.CRISIS: 8, Priority.RELAY: 6}.get(priority, 4)
        assert not group or len(minute) <= most
