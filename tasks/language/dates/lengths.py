"""Lengths of time as said (三个月, 15个工作日, 一年半) and the day they reach."""

import re
from dataclasses import dataclass
from datetime import date
from typing import final

from tasks.language.dates.stretches import Grain, days_later, months_later
from tasks.language.numerals import number
from tasks.rules.workdays import Workdays

COUNT = r"(?:\d{1,4}|[一二三四五六七八九十百两]{1,5})"
LENGTH = (
    rf"(?:(?P<count>{COUNT})(?P<piece>个)?(?P<half>半)?多?"
    r"(?P<unit>工作日|日历天|日历日|自然日|自然天|季度|年|月|周|星期|礼拜|天|日)(?P<more>半)?(?![级龄度份])"
    r"|(?P<only>半)个?(?P<halved>年|月))"
)
_UNITS = {
    "年": (12, 0, Grain.YEAR), "季度": (3, 0, Grain.QUARTER), "月": (1, 0, Grain.MONTH),
    "周": (0, 7, Grain.WEEK), "星期": (0, 7, Grain.WEEK), "礼拜": (0, 7, Grain.WEEK),
}  # fmt: skip
_HALVES = {"年": (6, 0), "月": (0, 15)}
_MOST_WORKDAYS = 2500  # ten years: more is a slip of the pen, and would be counted day by day


@final
@dataclass(frozen=True, slots=True)
class Length:
    """So many months and days, or so many working days; `unit` as said."""

    months: int = 0
    days: int = 0
    workdays: int = 0
    unit: Grain = Grain.DAY

    def after(self, day: date, workdays: Workdays) -> date | None:
        """None where the calendar ends before."""
        if self.workdays:
            return workdays.add(day, self.workdays) if day.year < date.max.year - 20 else None
        later = months_later(day, self.months)
        return later and days_later(later, self.days)


def length_of(match: re.Match[str]) -> Length | None:
    """What LENGTH has matched; None for 三月 and 三季度, which are parts of a year, and for lengths that are none."""
    if match["only"]:
        months, days = _HALVES[match["halved"]]
        return Length(months, days, unit=Grain.MONTH if months else Grain.DAY)
    count, unit = _count(match["count"]), match["unit"]
    if (
        count == 0
        or (unit == "年" and count > 100)
        or (unit in ("月", "季度") and not match["piece"] and match["count"] != "两")
    ):
        return None
    if unit == "工作日":
        return Length(workdays=count) if count <= _MOST_WORKDAYS else None
    months, days, grain = _UNITS.get(unit, (0, 1, Grain.DAY))
    half_months, half_days = _HALVES.get(unit, (0, 0)) if match["half"] or match["more"] else (0, 0)
    return Length(count * months + half_months, count * days + half_days, unit=grain)


def _count(words: str) -> int:
    """两三个月 may last as long as three."""
    about = len(words) == 2 and all(character in "一二两三四五六七八九" for character in words)
    return number(words[-1] if about else words)
