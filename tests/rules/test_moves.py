"""States and rights: every act, in every state, by every role."""

from datetime import date
from itertools import product

import pytest

from storage.terms import Act, Kind, Role, Status
from tasks.rules.moves import MOVES, NotNow, NotTheirs, Refused, after, goes_live, open_acts

CAME_ON = date(2026, 3, 10)
EVERYTHING = list(product(Status, Act, Role))
DOERS = {act: {role for (_, its), (role, _) in MOVES.items() if its is act} for act in Act}


@pytest.mark.parametrize(("status", "act", "role"), EVERYTHING, ids=str)
def test_an_act_is_done_by_whom_and_when_the_table_says_and_else_refused(status, act, role):
    allowed, then = MOVES.get((status, act), (None, None))
    if role is allowed:
        assert after(status, act, frozenset({role})) is then
    else:
        with pytest.raises(NotNow if role in DOERS[act] else NotTheirs):
            after(status, act, frozenset({role}))


@pytest.mark.parametrize(("status", "act"), list(product(Status, Act)), ids=str)
def test_a_stranger_may_never_do_anything(status, act):
    with pytest.raises(NotTheirs):
        after(status, act, frozenset())


def test_someone_who_is_several_things_may_do_what_any_of_them_may():
    assert after(Status.OPEN, Act.REPORT, frozenset({Role.MEMBER, Role.CONTACT})) is Status.REPORTED


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("role", Role)
def test_the_acts_offered_are_those_that_are_not_refused(status, role):
    done = set()
    for act in Act:
        try:
            after(status, act, frozenset({role}))
            done.add(act)
        except Refused:
            pass
    assert set(open_acts(status, frozenset({role}))) == done


def test_a_leader_is_told_and_does_nothing():
    assert [open_acts(status, frozenset({Role.LEADER})) for status in Status] == [()] * len(Status)


def test_what_is_withdrawn_stays_withdrawn_and_what_is_closed_is_only_rated():
    everyone = frozenset(Role)
    assert open_acts(Status.WITHDRAWN, everyone) == ()
    assert open_acts(Status.CLOSED, everyone) == (Act.RATE,)


def test_every_act_and_every_state_is_in_use():
    assert {act for _, act in MOVES} == set(Act)
    assert {then for _, then in MOVES.values()} | {Status.PROPOSED, Status.TO_VERIFY} == set(Status)


def test_one_whose_day_had_come_when_its_letter_came_in_is_verified_first():
    assert goes_live(CAME_ON, Kind.DATED, CAME_ON) is Status.TO_VERIFY
    assert goes_live(date(2026, 3, 11), Kind.DATED, CAME_ON) is Status.OPEN
    assert goes_live(None, Kind.UNDATED, CAME_ON) is Status.OPEN


def test_a_recurring_one_is_never_verified_but_goes_on():
    assert goes_live(date(2026, 3, 1), Kind.RECURRING, CAME_ON) is Status.OPEN
