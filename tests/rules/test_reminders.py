"""The plan, lived through day by day: who is told what, on which day, and when to look again."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.terms import Item, Kind, Notice, Role, Stage, Status, Told
from tasks.rules.reminders import LADDER, Plan, next_look, notices_due, quarter_end
from tasks.rules.workdays import Workdays

CONTACT, LEADER, OFFICE, MEMBER = 1, 2, 3, 4
EVERYBODY = ((Role.CONTACT, CONTACT), (Role.LEADER, LEADER), (Role.MEMBER, MEMBER), (Role.OFFICE, OFFICE))
PLAN = Plan(Workdays())
DUE = date(2026, 6, 30)  # a Tuesday; 19 June is 端午节
JULY_31 = date(2026, 7, 31)
DAY = timedelta(days=1)


def an_item(**changes):
    return replace(Item(7, 5, Status.OPEN, Kind.DATED, DUE, date(2026, 1, 5), None, EVERYBODY), **changes)


def told(stage, step, on, reader=CONTACT, due=DUE):
    return Told(stage, step, reader, due, on)


def lived(item, first, last, days_to_arrive=0, by_hint=False):
    """What is put on which day; every notice arrives so many days later. By hint: looks only when told to."""
    put, look = [], first
    for day in (first + days * DAY for days in range((last - first).days + 1)):
        if by_hint and (look is None or look > day):
            continue
        item = with_notices(item, put, day - DAY, days_to_arrive)
        put += [(day, notice) for notice in notices_due(item, day, PLAN)]
        look = next_look(with_notices(item, put, day - DAY, days_to_arrive), day, PLAN)
    return put


def with_notices(item, put, evening, days_to_arrive):
    """The item as it stands after that evening's delivery."""
    arrivals = [(one, put_on + days_to_arrive * DAY) for put_on, one in put]
    return replace(
        item,
        told=tuple(
            Told(one.stage, one.step, one.reader, one.due, on if on <= evening else None) for one, on in arrivals
        ),
    )


def days_and_stages(put, reader):
    return [(day, one.stage, one.step) for day, one in put if one.reader == reader]


def test_a_contact_is_reminded_30_7_and_3_working_days_before_and_on_the_day():
    put = lived(an_item(), date(2026, 1, 5), DUE)
    assert days_and_stages(put, CONTACT) == [
        (date(2026, 5, 18), Stage.AHEAD, -30),
        (date(2026, 6, 18), Stage.AHEAD, -7),
        (date(2026, 6, 25), Stage.AHEAD, -3),
        (DUE, Stage.DUE, 0),
    ]
    assert {one.reader for _, one in put} == {CONTACT}


def test_the_ladder_is_climbed_one_rung_at_a_time_after_the_day():
    put = lived(an_item(), DUE + DAY, date(2026, 8, 31))
    assert [(day, one.stage, one.reader) for day, one in put] == [
        (date(2026, 7, 1), Stage.OVERDUE, CONTACT),
        (date(2026, 7, 3), Stage.ESCALATED, LEADER),
        (date(2026, 7, 3), Stage.ESCALATED, OFFICE),
        (date(2026, 7, 14), Stage.URGED, OFFICE),
        (date(2026, 7, 28), Stage.LISTED, OFFICE),
    ]


def test_the_due_day_itself_is_still_on_time():
    assert [one.stage for one in notices_due(an_item(), DUE, PLAN)] == [Stage.DUE]
    assert [one.stage for one in notices_due(an_item(), DUE + DAY, PLAN)] == [Stage.OVERDUE]


def test_a_due_day_on_a_saturday_is_overdue_on_monday():
    saturday = date(2026, 6, 27)
    put = lived(an_item(due=saturday), saturday, date(2026, 6, 29))
    assert [(day, one.stage) for day, one in put] == [(saturday, Stage.DUE), (date(2026, 6, 29), Stage.OVERDUE)]


def test_a_bot_that_slept_past_the_day_says_one_thing_to_the_contact_alone():
    assert notices_due(an_item(), JULY_31, PLAN) == [Notice(Stage.OVERDUE, 1, CONTACT, 5, 7, DUE)]


def test_a_bot_that_slept_through_reminders_says_the_newest_one():
    assert [one.step for one in notices_due(an_item(), date(2026, 6, 29), PLAN)] == [-3]


def test_nobody_is_told_the_same_twice():
    item = an_item(told=(told(Stage.DUE, 0, None),))
    assert notices_due(item, DUE, PLAN) == []


def test_the_leader_waits_while_the_contacts_notice_has_not_arrived():
    item = an_item(told=(told(Stage.OVERDUE, 1, on=None),))
    assert notices_due(item, JULY_31, PLAN) == []
    assert next_look(item, JULY_31, PLAN) == JULY_31 + DAY


def test_the_climb_is_counted_from_delivery():
    friday = date(2026, 7, 10)
    item = an_item(told=(told(Stage.OVERDUE, 1, on=friday),))
    assert notices_due(item, date(2026, 7, 13), PLAN) == []
    assert {one.reader for one in notices_due(item, date(2026, 7, 14), PLAN)} == {LEADER, OFFICE}


def test_one_of_two_contacts_who_heard_is_enough_to_climb():
    readers = ((Role.CONTACT, CONTACT), (Role.CONTACT, 11), *EVERYBODY[1:])
    heard = (told(Stage.OVERDUE, 1, date(2026, 7, 1)), told(Stage.OVERDUE, 1, None, reader=11))
    assert notices_due(an_item(readers=readers, told=heard), date(2026, 7, 3), PLAN) != []


def test_a_hold_stops_everything_until_the_day_it_names_is_over():
    held = an_item(held_until=date(2026, 7, 6))
    assert notices_due(held, date(2026, 7, 6), PLAN) == []
    assert next_look(held, date(2026, 7, 1), PLAN) == date(2026, 7, 7)
    assert [one.stage for one in notices_due(held, date(2026, 7, 7), PLAN)] == [Stage.OVERDUE]


def test_an_extension_arms_the_plan_afresh():
    heard = tuple(told(step.stage, step.workdays, date(2026, 7, 20)) for step in LADDER)
    extended = an_item(due=JULY_31, armed_on=date(2026, 7, 21), told=heard)
    put = lived(extended, date(2026, 7, 21), JULY_31)
    assert days_and_stages(put, CONTACT) == [
        (date(2026, 7, 22), Stage.AHEAD, -7),
        (date(2026, 7, 28), Stage.AHEAD, -3),
        (JULY_31, Stage.DUE, 0),
    ]


@pytest.mark.parametrize("armed_on", [date(2026, 6, 18), date(2026, 6, 20), date(2026, 6, 25), DUE])
def test_nobody_is_reminded_on_the_day_on_which_the_due_day_began_to_count(armed_on):
    assert notices_due(an_item(armed_on=armed_on), armed_on, PLAN) == []


def test_a_rung_that_lies_behind_when_the_due_day_begins_to_count_is_left_out():
    put = lived(an_item(armed_on=date(2026, 6, 19)), date(2026, 6, 19), DUE)
    assert [one.step for _, one in put] == [-3, 0]


def test_without_a_contact_the_office_is_told_in_his_place():
    alone = an_item(readers=((Role.OFFICE, OFFICE),))
    assert [(one.reader, one.stage) for one in notices_due(alone, DUE, PLAN)] == [(OFFICE, Stage.DUE)]


def test_without_anybody_nobody_is_told():
    assert notices_due(an_item(readers=()), JULY_31, PLAN) == []


def test_the_office_in_place_of_the_leader_is_told_once():
    item = an_item(
        readers=((Role.CONTACT, CONTACT), (Role.OFFICE, OFFICE)), told=(told(Stage.OVERDUE, 1, date(2026, 7, 1)),)
    )
    assert [one.reader for one in notices_due(item, date(2026, 7, 3), PLAN)] == [OFFICE]


def test_an_undated_one_is_asked_once_a_quarter_seven_working_days_before_it_ends():
    item = an_item(due=None, kind=Kind.UNDATED)
    put = lived(item, date(2026, 4, 1), date(2026, 9, 30))
    assert days_and_stages(put, CONTACT) == [
        (date(2026, 6, 18), Stage.QUARTERLY, -7),
        (date(2026, 9, 20), Stage.QUARTERLY, -7),  # a Sunday that is worked
    ]
    assert [one.due for _, one in put] == [DUE, date(2026, 9, 30)]


@pytest.mark.parametrize(
    ("armed_on", "asked_on"),
    [(date(2026, 6, 17), date(2026, 6, 18)), (date(2026, 6, 18), date(2026, 9, 20)), (DUE, date(2026, 9, 20))],
)
def test_an_undated_one_confirmed_after_the_asking_day_is_not_asked_in_that_quarter(armed_on, asked_on):
    put = lived(an_item(due=None, kind=Kind.UNDATED, armed_on=armed_on), armed_on, date(2026, 9, 30))
    assert put[0][0] == asked_on


def test_one_to_verify_is_asked_about_once_and_never_counts_as_overdue():
    put = lived(an_item(status=Status.TO_VERIFY), DUE, date(2026, 9, 30))
    assert [(day, one.stage, one.reader) for day, one in put] == [(DUE, Stage.VERIFY, CONTACT)]


@pytest.mark.parametrize("status", [Status.PROPOSED, Status.REPORTED, Status.CLOSED, Status.WITHDRAWN])
def test_what_is_not_open_is_never_reminded_of(status):
    item = an_item(status=status)
    assert notices_due(item, JULY_31, PLAN) == []
    assert next_look(item, JULY_31, PLAN) is None


def test_the_day_to_answer_by_is_the_last_before_the_next_rung():
    assert PLAN.answer_by(+1, date(2026, 7, 1)) == date(2026, 7, 2)  # the leader hears on 3 July
    assert PLAN.answer_by(+20, date(2026, 7, 28)) is None


def test_a_quarter_ends_with_its_third_month():
    assert quarter_end(date(2026, 1, 1)) == date(2026, 3, 31)
    assert quarter_end(date(2026, 6, 30)) == DUE
    assert quarter_end(date(2026, 10, 1)) == date(2026, 12, 31)


BEGINS = date(2026, 3, 2)
some_day = st.integers(0, 150).map(lambda days: BEGINS + days * DAY)
some_readers = st.sampled_from([EVERYBODY, EVERYBODY[3:], EVERYBODY[:1], ((Role.CONTACT, 11), *EVERYBODY), ()])
some_item = st.builds(
    an_item,
    status=st.sampled_from([Status.OPEN, Status.OPEN, Status.TO_VERIFY]),
    due=st.none() | some_day,
    armed_on=st.none() | some_day,
    held_until=st.none() | some_day,
    readers=some_readers,
)


@settings(max_examples=200, deadline=None)
@given(item=some_item, days_to_arrive=st.sampled_from([0, 0, 1, 3, 9, 400]))
def test_the_next_look_never_skips_a_day_on_which_something_is_due(item, days_to_arrive):
    item = replace(item, kind=Kind.UNDATED if item.due is None else Kind.DATED)
    each_day = lived(item, BEGINS, BEGINS + 180 * DAY, days_to_arrive)
    assert lived(item, BEGINS, BEGINS + 180 * DAY, days_to_arrive, by_hint=True) == each_day


@pytest.mark.parametrize(("status", "due"), list(product((Status.OPEN, Status.TO_VERIFY), (DUE, None))))
def test_the_next_look_lies_ahead(status, due):
    for days in range(200):
        today = BEGINS + days * DAY
        look = next_look(an_item(status=status, due=due), today, PLAN)
        assert look is None or look > today
