"""The due days of a recurring commitment."""

from datetime import date

from tasks.rules.occurrences import next_due

QUARTERS = "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1"
MARCH_31, JUNE_30 = date(2026, 3, 31), date(2026, 6, 30)


def test_the_next_day_lies_after_the_one_that_was_settled():
    assert next_due(QUARTERS, MARCH_31, MARCH_31) == JUNE_30
    assert next_due(QUARTERS, MARCH_31, date(2026, 12, 31)) == date(2027, 3, 31)


def test_a_fifth_of_each_month_goes_over_the_years_end():
    assert next_due("FREQ=MONTHLY;BYMONTHDAY=5", date(2026, 1, 5), date(2026, 12, 5)) == date(2027, 1, 5)


def test_the_day_of_until_is_the_last():
    rule = f"{QUARTERS};UNTIL=20260630"
    assert next_due(rule, MARCH_31, MARCH_31) == JUNE_30
    assert next_due(rule, MARCH_31, JUNE_30) is None


def test_a_count_is_counted_from_the_first_day_of_all():
    rule = "FREQ=MONTHLY;BYMONTHDAY=5;COUNT=2"
    first = date(2026, 4, 5)
    assert next_due(rule, first, first) == date(2026, 5, 5)
    assert next_due(rule, first, date(2026, 5, 5)) is None


def test_an_until_with_a_time_and_a_zone_is_read_as_its_day():
    assert next_due("FREQ=DAILY;UNTIL=20260402T000000Z", MARCH_31, MARCH_31) == date(2026, 4, 1)
