"""Lights and lateness, on the days where they change."""

from datetime import date

import pytest

from storage.terms import Light, Status
from tasks.rules.standing import is_overdue, light

DUE = date(2026, 6, 30)


def test_the_due_day_is_on_time_and_the_day_after_is_overdue():
    assert not is_overdue(Status.OPEN, DUE, DUE)
    assert is_overdue(Status.OPEN, DUE, date(2026, 7, 1))


def test_without_a_day_nothing_is_overdue():
    assert not is_overdue(Status.OPEN, None, date(2030, 1, 1))
    assert light(Status.OPEN, None, date(2030, 1, 1), 10) is Light.GREEN


@pytest.mark.parametrize("status", [one for one in Status if one is not Status.OPEN])
def test_only_what_is_open_is_overdue_or_turns_a_light(status):
    assert not is_overdue(status, DUE, date(2027, 1, 1))
    assert light(status, DUE, date(2027, 1, 1), 10) is Light.GREEN


@pytest.mark.parametrize(
    ("today", "shown"),
    [
        (date(2026, 6, 19), Light.GREEN),
        (date(2026, 6, 20), Light.YELLOW),
        (DUE, Light.YELLOW),
        (date(2026, 7, 1), Light.RED),
    ],
)
def test_a_light_turns_yellow_ten_days_before_and_red_the_day_after(today, shown):
    assert light(Status.OPEN, DUE, today, near_days=10) is shown
