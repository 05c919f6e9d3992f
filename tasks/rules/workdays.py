"""工作日: working days by the State Council's calendar, make-up days included."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

import chinese_calendar

FIRST_KNOWN = min(chinese_calendar.holidays).year
LAST_KNOWN = max(chinese_calendar.holidays).year
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Workdays:
    """Which days are worked. `exceptions` come from settings and win: True worked, False off."""

    exceptions: Mapping[date, bool] = field(default_factory=dict)

    def is_workday(self, day: date) -> bool:
        """Whether `day` is worked; weekdays where the year's holidays are not known."""
        if day in self.exceptions:
            return self.exceptions[day]
        # its tables themselves: chinese_calendar.is_workday looks for their first and last day at every call
        return day in chinese_calendar.workdays or (day.weekday() < 5 and day not in chinese_calendar.holidays)

    def knows(self, year: int) -> bool:
        """Whether the year's holidays are known, from the State Council's calendar or from settings."""
        return FIRST_KNOWN <= year <= LAST_KNOWN or any(day.year == year for day in self.exceptions)

    def add(self, day: date, workdays: int) -> date:
        """The n-th working day after `day` (before it where n is negative); `day` itself where n is 0."""
        step = DAY if workdays > 0 else -DAY
        left = abs(workdays)
        while left:
            day += step
            left -= self.is_workday(day)
        return day

    def between(self, day: date, other: date) -> int:
        """How many working days lie in (day, other]; negative where `other` comes first."""
        if other < day:
            return -self.between(other, day)
        return sum(self.is_workday(day + DAY * n) for n in range(1, (other - day).days + 1))
