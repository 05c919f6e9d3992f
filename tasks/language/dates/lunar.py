"""Dates by the lunar calendar: 农历正月十五, 腊月初十, 闰四月, 八月十五."""

import re
from dataclasses import dataclass
from datetime import date

from lunar_python import LunarMonth

from tasks.language.dates.scene import Point
from tasks.language.dates.stretches import DAY, Grain, Stretch
from tasks.language.numerals import number

_N = "一二三四五六七八九"
_MONTHS = {"正": 1, "冬": 11, "腊": 12}
_DAY = rf"初[{_N}十\d]|廿[{_N}]?|二十[{_N}]?|十[{_N}]?|三十"
LUNAR = re.compile(
    rf"(?P<said>农历|阴历)?(?P<leap>闰)?(?P<month>正|冬|腊|十[一二]?|[{_N}])月(?!份)(?P<day>{_DAY})?(?![{_N}十日号\d])"
)


@dataclass(frozen=True, slots=True)
class LunarDays:
    """A lunar day, or a whole lunar month where `day` is 0; a leap month is negative."""

    month: int
    day: int

    def in_year(self, year: int) -> Stretch | None:
        month = LunarMonth.fromYm(year, self.month) if 1900 < year < 2100 else None
        if month is None or self.day > month.getDayCount():
            return None
        solar = lunar_solar(month.getFirstJulianDay())
        if self.day:
            return Stretch(solar + DAY * (self.day - 1), solar + DAY * (self.day - 1))
        return Stretch(solar, solar + DAY * (month.getDayCount() - 1))


def lunar_solar(julian_day: float) -> date:
    """The date of a Julian day number, counted at noon."""
    return date.fromordinal(int(julian_day + 0.5) - 1721425)


def read_lunar(text: str, at: int, year: int | None, absolute: bool) -> Point | None:
    """A lunar date where the words leave no other reading; 两千零四年八月十五 is of the solar year it names."""
    match = LUNAR.match(text, at)
    if match is None:
        return None
    told = match["said"] or match["leap"] or match["month"] in _MONTHS or (match["day"] or "").startswith(("初", "廿"))
    if not told and (match["day"] is None or absolute):
        return None
    month = _MONTHS.get(match["month"]) or number(match["month"])
    day = number((match["day"] or "〇").removeprefix("初"))
    days = LunarDays(-month if match["leap"] else month, day)
    return Point(match.end(), "lunar day", Grain.DAY if day else Grain.MONTH, days, year, edge=bool(day))
