"""Whether a notice that waited in the outbox is still what its reader should hear."""

from dataclasses import replace
from datetime import date, timedelta

from storage.terms import Item, Kind, Notice, Role, Stage, Status, Told
from tasks.rules.reminders import Plan, notices_due, still_true
from tasks.rules.workdays import Workdays

CONTACT, OFFICE = 1, 4
PLAN = Plan(Workdays())
DUE, JULY_31 = date(2026, 6, 30), date(2026, 7, 31)
DAY = timedelta(days=1)


def an_item(**changes):
    readers = ((Role.CONTACT, CONTACT), (Role.OFFICE, OFFICE))
    return replace(Item(7, 5, Status.OPEN, Kind.DATED, DUE, date(2026, 1, 5), None, readers), **changes)


def test_a_notice_that_waited_is_moot_once_the_day_has_moved_or_an_answer_came():
    due_today = Notice(Stage.DUE, 0, CONTACT, 5, 7, DUE)
    assert still_true(due_today, an_item(), DUE, PLAN)
    assert not still_true(due_today, an_item(due=JULY_31), DUE, PLAN)
    assert not still_true(due_today, an_item(status=Status.REPORTED), DUE, PLAN)
    assert not still_true(due_today, an_item(held_until=DUE), DUE, PLAN)
    assert not still_true(Notice(Stage.VERIFY, 0, CONTACT, 5, 7, DUE), an_item(), DUE, PLAN)
    assert not still_true(Notice(Stage.QUARTERLY, -7, CONTACT, 5, 7, DUE), an_item(), DUE, PLAN)


def test_a_notice_that_waited_past_its_rung_gives_way_to_the_next():
    item, two_days_later = an_item(told=(Told(Stage.DUE, 0, CONTACT, DUE, on=None),)), DUE + 2 * DAY
    assert not still_true(Notice(Stage.DUE, 0, CONTACT, 5, 7, DUE), item, two_days_later, PLAN)
    assert notices_due(item, two_days_later, PLAN) == [Notice(Stage.OVERDUE, 1, CONTACT, 5, 7, DUE)]


def test_a_notice_is_moot_for_whoever_is_no_longer_its_reader():
    successor = an_item(readers=((Role.CONTACT, 11), (Role.OFFICE, OFFICE)))
    assert not still_true(Notice(Stage.DUE, 0, CONTACT, 5, 7, DUE), successor, DUE, PLAN)
    assert still_true(Notice(Stage.DUE, 0, 11, 5, 7, DUE), successor, DUE, PLAN)
