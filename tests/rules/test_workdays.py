"""Working days by the State Council's calendar."""

from datetime import date

from tasks.rules.workdays import Workdays

CALENDAR = Workdays()
SATURDAY_WORKED = date(2021, 4, 25)  # made up for 劳动节
MAY_DAY_HOLIDAY = date(2021, 5, 4)


def test_a_make_up_day_is_worked_and_a_holiday_is_not():
    assert CALENDAR.is_workday(SATURDAY_WORKED)
    assert not CALENDAR.is_workday(MAY_DAY_HOLIDAY)


def test_settings_win_over_the_calendar():
    own = Workdays({MAY_DAY_HOLIDAY: True})
    assert own.is_workday(MAY_DAY_HOLIDAY)


def test_years_beyond_the_calendar_are_answered_by_weekday_and_known_to_be_unknown():
    assert not CALENDAR.knows(2098)
    assert CALENDAR.is_workday(date(2098, 10, 1))  # a Wednesday, though a holiday it will be
    assert not CALENDAR.is_workday(date(2098, 10, 4))
    assert Workdays({date(2098, 10, 1): False}).knows(2098)


def test_days_are_counted_over_holidays_and_make_up_days():
    assert CALENDAR.add(date(2021, 4, 22), 5) == date(2021, 4, 28)
    assert CALENDAR.add(date(2021, 4, 28), -5) == date(2021, 4, 22)
    assert CALENDAR.add(MAY_DAY_HOLIDAY, 0) == MAY_DAY_HOLIDAY


def test_between_undoes_add():
    assert CALENDAR.between(date(2021, 4, 22), date(2021, 4, 28)) == 5
    assert CALENDAR.between(date(2021, 4, 28), date(2021, 4, 22)) == -5
    assert CALENDAR.between(date(2021, 4, 28), date(2021, 4, 28)) == 0
