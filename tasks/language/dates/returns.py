"""Rules of return: an RFC 5545 rule as a value, its text and its first day."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from tasks.language.dates.stretches import DAY, Stretch, YearPart, day_of, days_later, month_after, nth_weekday

WEEKDAY_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_MOST_MONTHS = 12 * 9  # 29 February may be eight years away


@dataclass(frozen=True, slots=True)
class Return:
    """When something comes back; weekdays are 0 for Monday, `nth` counts them within a month, -1 from its end."""

    freq: str
    interval: int = 1
    months: tuple[int, ...] = ()
    days: tuple[int, ...] = ()
    weekdays: tuple[int, ...] = ()
    nth: int = 0

    def text(self, until: date | None = None) -> str:
        """The rule without its RRULE: prefix."""
        parts = [f"FREQ={self.freq}"]
        if self.interval > 1:
            parts.append(f"INTERVAL={self.interval}")
        if self.months:
            parts.append("BYMONTH=" + ",".join(map(str, self.months)))
        if self.days:
            parts.append("BYMONTHDAY=" + ",".join(map(str, self.days)))
        if self.weekdays:
            parts.append("BYDAY=" + ",".join(f"{self.nth or ''}{WEEKDAY_CODES[day]}" for day in self.weekdays))
        if until:
            parts.append(f"UNTIL={until:%Y%m%d}")
        return ";".join(parts)

    @lru_cache(maxsize=512)  # noqa: B019 - rules are few and frozen; nothing is kept alive by them
    def first(self, on_or_after: date) -> date | None:
        """The first day of it; with an interval over one, the last day of the first whole interval."""
        if self.interval > 1:
            on_or_after = self._interval_end(on_or_after)
        if self.freq in ("DAILY", "WEEKLY"):
            week = (days_later(on_or_after, n) for n in range(7))
            return next((day for day in week if day and (not self.weekdays or day.weekday() in self.weekdays)), None)
        months = (month_after(on_or_after, n) for n in range(_MOST_MONTHS))
        days = (day for month in months if month for day in self._days_in(month))
        return next((day for day in days if day >= on_or_after), None)

    def _days_in(self, month: Stretch) -> list[date]:
        """Its days in a month, in order; a day that the month does not have is left out."""
        if self.months and month.first.month not in self.months:
            return []
        if self.weekdays:
            found = [nth_weekday(month, weekday, self.nth) for weekday in self.weekdays]
        else:
            found = [day_of(month.first.year, month.first.month, day) for day in self.days]
        return sorted(day for day in found if day)

    def _interval_end(self, day: date) -> date:
        """每两周: two weeks on; 每两个月, 每两年: the last month or year of the first two."""
        if self.freq == "WEEKLY":
            return day + DAY * 7 * self.interval
        if self.freq == "DAILY":
            return day + DAY * self.interval
        months = (self.interval - 1) * (12 if self.freq == "YEARLY" else 1)
        year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
        return date(year, month + 1, 1)


def yearly(part: YearPart) -> Return:
    """Once a year, due on the part's last day."""
    month, day = part.last
    length = day_of(2023, month, -1)
    exact = length.day if day == -1 and month != 2 and length else day
    return Return("YEARLY", months=(month,), days=(exact,))
