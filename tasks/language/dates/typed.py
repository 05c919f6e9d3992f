"""Dates in other forms that a person types: 30 June 2026, 3-7-2017, 12/1, 6.30前, 前两个月; asked for last of all.

dateparser reads only what has the plain shape of a day, a month and perhaps a year: left alone with Chinese it takes
6月15日前 for six months and fifteen days ago.
"""

import re
from datetime import date, datetime, time
from functools import lru_cache

import dateparser

from tasks.language.dates.bounds import bounded
from tasks.language.dates.lengths import LENGTH, Length, length_of
from tasks.language.dates.scene import Point, Reading, Scene
from tasks.language.dates.stretches import (
    WHOLE_YEAR,
    Fixed,
    Grain,
    Stretch,
    YearPart,
    day_of,
    days_later,
    month_after,
    week_after,
)

MONTH_NAME = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_ENGLISH = re.compile(
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?:of)?{MONTH_NAME}|{MONTH_NAME}\d{{1,2}}(?:st|nd|rd|th)?(?!\d))(?:,?(?P<year>20\d\d))?"
)
_DAY_FIRST = re.compile(r"\d{1,2}(?P<mark>[-./])\d{1,2}(?P=mark)(?:19|20)\d\d(?![\d.])")
_TWO_DIGITS = re.compile(r"(?P<first>\d{1,2})(?P<mark>[-/])\d{1,2}(?P=mark)\d{1,2}(?![\d.\-/])")
_MONTH_DAY = re.compile(r"(?P<month>1[0-2]|0?[1-9])[-./·](?P<day>3[01]|[12]\d|0?[1-9])(?=$|前|之前|以前)")
_RUN = re.compile(r"(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)(?!\d)")
_YEAR = re.compile(r"(?:19|20)\d\d$")
_SHIFTED = re.compile(rf"(?:(?P<back>上|前|过去)|下|后){LENGTH}$")
_PARTED = re.compile(r"(?<=[A-Za-z.,])(?=\d)|(?<=\d)(?=[A-Z])")


def read_typed(at: int, scene: Scene) -> Reading | None:
    """What the other rules have left: some forms only in a text as short as a chat message, or alone in it."""
    if scene.short and at == 0 and (shifted := _SHIFTED.match(scene.text)):
        return _shifted(shifted, scene)
    point = _foreign(at, scene) or _figures(at, scene)
    return point and bounded(point, at, scene)


def _foreign(at: int, scene: Scene) -> Point | None:
    match = _ENGLISH.match(scene.text, at) or _DAY_FIRST.match(scene.text, at)
    order = "DMY"
    if match is None and scene.short:
        match = _TWO_DIGITS.match(scene.text, at)
        order = "YMD" if match and len(match["first"]) == 2 else "DMY"
    day = match and _parsed(match[0], order, scene.reference)
    if match is None or day is None:
        return None
    yearless = match.re is _ENGLISH and match["year"] is None
    part = YearPart((day.month, day.day), (day.month, day.day))
    return Point(match.end(), "typed day", Grain.DAY, part, None if yearless else day.year, edge=True)


@lru_cache(maxsize=512)  # dateparser takes half a millisecond a date
def _parsed(words: str, order: str, reference: date) -> date | None:
    found = dateparser.parse(
        _PARTED.sub(" ", words),
        languages=["en"],
        settings={
            "DATE_ORDER": order,
            "PARSERS": ["absolute-time"],
            "REQUIRE_PARTS": ["day", "month"],
            "RELATIVE_BASE": datetime.combine(reference, time()),  # never the clock
        },
    )
    return found.date() if found else None


def _figures(at: int, scene: Scene) -> Point | None:
    """12/1 or 09-01 alone, 6.30前 anywhere, 20100129 and a bare year in a short message."""
    if match := _MONTH_DAY.match(scene.text, at):
        behind = scene.text[match.end() : match.end() + 1]
        if behind or at == 0:
            month, day = int(match["month"]), int(match["day"])
            exists = day_of(2024, month, day)
            part = YearPart((month, day), (month, day))
            return Point(match.end(), "typed day", Grain.DAY, part, None, True, False, None if exists else (month, day))
    if not scene.short:
        return None
    if match := _RUN.match(scene.text, at):
        run = day_of(int(match["year"]), int(match["month"]), int(match["day"]))
        run_days = Fixed(Stretch(run, run)) if run else None
        return Point(match.end(), "typed day", Grain.DAY, run_days, int(match["year"]), edge=True) if run_days else None
    alone = at == 0 and _YEAR.match(scene.text)
    return Point(4, "typed year", Grain.YEAR, WHOLE_YEAR, int(scene.text)) if alone else None


def _shifted(match: re.Match[str], scene: Scene) -> Reading | None:
    """上两个月, 下三周: whole units before or after the one that runs."""
    length = length_of(match)
    last = _units_on(length, bool(match["back"]), scene.reference) if length else None
    return Reading(0, match.end(), "typed units", due=last, stretch=Stretch(last, last)) if last else None


def _units_on(length: Length, back: bool, reference: date) -> date | None:
    if length.months % 12 == 0 and length.months:
        days = WHOLE_YEAR.in_year(reference.year + (-1 if back else length.months // 12))
    elif length.months:
        days = month_after(reference, -1 if back else length.months)
    elif length.unit is Grain.WEEK:
        days = week_after(reference, -1 if back else length.days // 7)
    else:
        return days_later(reference, -1 if back else length.days)
    return days.last if days else None
