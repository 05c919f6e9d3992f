"""Stretches of days on the calendar: what a year, a month, a week or a part of them covers."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from enum import IntEnum
from typing import final

DAY = timedelta(days=1)


class Grain(IntEnum):
    """How fine a time is said, finest first."""

    DAY = 1
    FESTIVAL = 2  # its day; 前 excludes it
    SEASON = 3  # 汛期前: the day itself comes from settings
    WEEK = 4
    XUN = 5  # 旬
    MONTH = 6
    QUARTER = 7
    HALF = 8
    YEAR = 9
    YEARS = 10


@final
@dataclass(frozen=True, slots=True)
class Stretch:
    """Days from `first` to `last`, both counted."""

    first: date
    last: date

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class YearPart:
    """A part of any year: from (month, day) to (month, day), both counted; day -1 is the month's last."""

    first: tuple[int, int]
    last: tuple[int, int]

    def in_year(self, year: int) -> Stretch | None:
        """The part in one year; None where one of its days does not exist there."""
        first, last = day_of(year, *self.first), day_of(year, *self.last)
        return Stretch(first, last) if first and last else None


@dataclass(frozen=True, slots=True)
class Fixed:
    """Days that are settled whatever the year: 下周, 后天."""

    stretch: Stretch

    def in_year(self, year: int) -> Stretch | None:
        return self.stretch


WHOLE_YEAR = YearPart((1, 1), (12, 31))


def day_of(year: int, month: int, day: int) -> date | None:
    """That day, the month's last where `day` is -1; None where there is none."""
    if not (MINYEAR <= year <= MAXYEAR and 1 <= month <= 12):
        return None
    length = monthrange(year, month)[1]
    return date(year, month, length if day == -1 else day) if day == -1 or 1 <= day <= length else None


def whole_months(first: int, last: int) -> YearPart:
    return YearPart((first, 1), (last, -1))


def month_after(day: date, months: int) -> Stretch | None:
    """The whole month so many months after that of `day`."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return whole_months(month + 1, month + 1).in_year(year)


def week_after(day: date, weeks: int) -> Stretch:
    """Monday to Sunday, so many weeks after the week of `day`."""
    monday = day + DAY * (7 * weeks - day.weekday())
    return Stretch(monday, monday + DAY * 6)


def months_later(day: date, months: int) -> date | None:
    """The same day so many months on, cut to the month's end: 30 November and three months are 28 February."""
    month = month_after(day, months)
    return min(month.first + DAY * (day.day - 1), month.last) if month else None


def days_later(day: date, days: int) -> date | None:
    """None where the calendar ends before."""
    return day + DAY * days if 0 < day.toordinal() + days <= date.max.toordinal() else None


def nth_weekday(days: Stretch, weekday: int, nth: int) -> date | None:
    """The n-th such weekday of the stretch, Monday being 0; the last where `nth` is -1."""
    found = days.first + DAY * ((weekday - days.first.weekday()) % 7 + 7 * (nth - 1))
    if nth == -1:
        found = days.last - DAY * ((days.last.weekday() - weekday) % 7)
    return found if days.holds(found) else None
