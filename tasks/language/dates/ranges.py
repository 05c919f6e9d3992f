"""From one time to another: 2021—2023年, 7至9月, 6月1日-30日, 从8月1日至10月31日, 今明两年."""

import re
from datetime import date

from tasks.language.dates.bounds import placed, read_tail
from tasks.language.dates.points import read_point
from tasks.language.dates.scene import Point, Reading, Scene
from tasks.language.dates.stretches import WHOLE_YEAR, Grain, Stretch, YearPart, whole_months
from tasks.language.dates.units import DAY_NO, MONTH_NO
from tasks.language.dates.years import FOUR, read_year
from tasks.language.numerals import number

JOIN = r"(?:[—－–\-~～─]{1,2}|至|到)"
_JOIN = re.compile(rf"(?:起|开始)?{JOIN}")
# the unit is said once, behind the second number
_SHORT_YEARS = re.compile(rf"(?<![\d.])(?P<one>{FOUR})(?:{JOIN}|、)(?=(?P<two>{FOUR}|\d\d(?=年))年)")
_SHORT_MONTHS = re.compile(
    rf"(?<![\d第十])(?P<one>{MONTH_NO})(?P<join>{JOIN}|、)(?P<two>{MONTH_NO})(?:两个)?月(?!\d)份?"
)
_SHORT_DAYS = re.compile(
    rf"(?P<month>{MONTH_NO})月(?P<one>{DAY_NO})[日号]?{JOIN}(?P<two>{DAY_NO})(?:[日号]|(?!\d|月|年))"
)
# 1、2月底前: the first number counts the item
_ENUMERATED = re.compile(r"[底末前初上中下]")
_BARE_YEARS = re.compile(r"(?<=[从自])(?P<one>(?:19|20)\d\d)[至到](?P<two>(?:19|20)\d\d)(?![\d年])")
_MONTH_FIGURES = re.compile(
    r"(?<![\d.])(?P<year>(?:19|20)\d\d)[.\-/](?P<month>\d{1,2})[-—至到](?P<year2>(?:19|20)\d\d)[.\-/](?P<month2>\d{1,2})(?![\d.])"
)
_SHORT = re.compile(
    rf"(?:[今明去后前]年|[\d〇零一二两三四五六七八九十千]{{1,5}}+年)?[\d〇零一二三四五六七八九十元月日号./]{{1,12}}+(?:{JOIN}|、)"
)
_TWO_YEARS = re.compile(r"今明(?:后)?[两二三]?年|明后[两二]?年")


def read_range(at: int, scene: Scene, begin: int, point: Point | None) -> Reading | None:
    """A range that begins at `at` with `point`; `begin` is earlier where 自 or 从 leads it."""
    if match := _TWO_YEARS.match(scene.text, at):
        return _two_years(match, scene)
    if _SHORT.match(scene.text, at):
        for rule in (_short_years, _month_figures, _within_year):
            if reading := rule(at, scene, begin):
                return reading
    return _two_points(point, at, scene, begin) if point else None


def _ranged(begin: int, end: int, days: Stretch, scene: Scene, grain: Grain) -> Reading | None:
    if days.last < days.first:
        return None
    tail = read_tail(scene.text, end)
    return Reading(
        begin, tail.end, "range", due=days.last, start=days.first, soft=tail.about, stretch=days, grain=grain
    )


def _two_years(match: re.Match[str], scene: Scene) -> Reading | None:
    """今明两年."""
    first = scene.reference.year + match[0].startswith("明")
    last = scene.reference.year + (2 if "后" in match[0] else 1)
    days = Stretch(date(first, 1, 1), date(last, 12, 31))
    return Reading(match.start(), match.end(), "these two years", due=days.last, stretch=days, grain=Grain.YEARS)


def _short_years(at: int, scene: Scene, begin: int) -> Reading | None:
    match = _SHORT_YEARS.match(scene.text, at) or _BARE_YEARS.match(scene.text, at)
    if match is None:
        return None
    first, last = number(match["one"]), number(match["two"])
    if last < 100:
        last += first // 100 * 100
    point = _bare_year(last, match.end()) if match.re is _BARE_YEARS else read_point(match.end(), scene)
    days = point and point.stretch(last)
    return point and days and _ranged(begin, point.end, Stretch(date(first, 1, 1), days.last), scene, Grain.YEARS)


def _bare_year(year: int, end: int) -> Point:
    return Point(end, "year", Grain.YEAR, WHOLE_YEAR, year)


def _month_figures(at: int, scene: Scene, begin: int) -> Reading | None:
    """1999.08-2002.02."""
    match = _MONTH_FIGURES.match(scene.text, at)
    if match is None:
        return None
    months = [(number(match["year"]), number(match["month"])), (number(match["year2"]), number(match["month2"]))]
    if not all(1 <= month <= 12 for _, month in months):
        return None
    first, last = (whole_months(month, month).in_year(year) for year, month in months)
    return first and last and _ranged(begin, match.end(), Stretch(first.first, last.last), scene, Grain.MONTH)


def _within_year(at: int, scene: Scene, begin: int) -> Reading | None:
    """7至9月, 2018年2—4月, 6月1日-30日, 5、6月份."""
    year = read_year_before(at, scene)
    start = year.end if year else at
    match = _SHORT_MONTHS.match(scene.text, start) or _SHORT_DAYS.match(scene.text, start)
    if match is None or (year is None and scene.text[at - 1 : at].isdecimal()):
        return None
    one, two = number(match["one"].replace("元", "一")), number(match["two"].replace("元", "一"))
    part, grain = whole_months(one, two), Grain.MONTH
    if (
        match.re is _SHORT_MONTHS
        and match["join"] == "、"
        and (two != one + 1 or _ENUMERATED.match(scene.text, match.end()))
    ):
        return None
    if match.re is _SHORT_DAYS:
        month = number(match["month"].replace("元", "一"))
        part, grain = YearPart((month, one), (month, two)), Grain.DAY
    point = Point(match.end(), "range", grain, part, year.year if year else None, edge=True)
    days = placed(point, read_tail(scene.text, at), at, scene) if one < two else None
    return days and _ranged(begin, match.end(), days, scene, grain)


def read_year_before(at: int, scene: Scene) -> Point | None:
    """The year alone, where one stands at `at`."""
    year = read_year(at, scene)
    return year and _bare_year(year.number, year.end)


def _two_points(one: Point, at: int, scene: Scene, begin: int) -> Reading | None:
    """从四月一日到十月一日: the second takes the first one's year, or the next where it would lie before."""
    join = _JOIN.match(scene.text, one.end)
    two = read_point(join.end(), scene) if join else None
    if two is None:
        return None
    first = placed(one, read_tail(scene.text, two.end), at, scene)
    if first is None:
        return None
    last = two.stretch(two.year if two.year is not None else first.first.year)
    if last and last.last < first.first and two.year is None:
        last = two.stretch(first.first.year + 1)
    return last and _ranged(begin, two.end, Stretch(first.first, last.last), scene, max(one.grain, two.grain))
