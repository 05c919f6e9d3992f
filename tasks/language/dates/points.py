"""One point of time, whichever way it is said: year, part of a year, festival, season, five-year plan, figures."""

import re
from dataclasses import replace
from datetime import date

from tasks.language.dates.festivals import FESTIVAL, FOLLOWED, Festival
from tasks.language.dates.lunar import read_lunar
from tasks.language.dates.relatives import WEEKDAYS, read_bare_month, read_relative
from tasks.language.dates.scene import Point, Scene
from tasks.language.dates.seasons import SEASON, season_named
from tasks.language.dates.stretches import (
    DAY,
    WHOLE_YEAR,
    Fixed,
    Grain,
    Stretch,
    YearPart,
    day_of,
    nth_weekday,
    week_after,
)
from tasks.language.dates.units import YEAR_EDGE, read_unit, year_edge
from tasks.language.dates.years import Year, read_year
from tasks.language.numerals import number

_FIGURES = re.compile(
    r"(?<![\d.])(?P<year>(?:19|20)\d\d)(?P<mark>[-./·])(?P<month>\d{1,2})[-./·](?P<day>\d{1,2})(?![\d%])日?"
)
_PLAN = re.compile(r"[“\"‘]?(?P<plan>十[一二三四五六七八九]?)五[”\"’]?(?:规划)?(?P<edge>期间|时期|期末|末|收官)")
_TENTH_PLAN = 2001  # “十五”: 2001 to 2005
# 全年中, 三年内, 青少年中心: not the bare 年底 or 年内
_BARE_YEAR_EDGE = re.compile(
    r"(?<![\d每今明后去前当本同次一二三四五六七八九十百〇零两几半多数全近历整往周少青成老中童壮学新千翌])"
    r"年(?:度?内(?![部容外])|前(?![期后往来])|[底末初终](?!端)|中(?![国央小学医共心等级部]))"
)
_NTH = r"的?(?:第(?P<nth>[一二三四五1-5])个?|(?P<last>最后一?个?))(?:周|星期|礼拜)"
_WEEK_OF_MONTH = re.compile(_NTH + r"(?![一二三四五六日天])")
_WEEKDAY_OF_MONTH = re.compile(_NTH + r"(?P<day>[一二三四五六日天])")
_WEEK_OF_YEAR = re.compile(r"第(?P<week>\d{1,2}|[一二三四五六七八九十]{1,3})(?:个)?周")
_LAST_WEEKS = re.compile(r"的?(?:最后|最後)(?P<count>\d{1,2}|[一二三四五六七八九十两]{1,2})(?:个)?(?:周|星期)")


def read_point(at: int, scene: Scene) -> Point | None:
    """The time that begins at `at`, as far as its words go without 前, 内 or 起."""
    if point := _figures(at, scene) or _plan(at, scene):
        return point
    year = read_year(at, scene)
    if year is not None:
        return _with_year(year, scene)
    unit = _unit(at, scene) or _festival(at, scene, None) or _season(at, scene, None) or _bare_edge(at, scene)
    relative = unit or read_relative(at, scene)
    return (relative and _nth_in(relative, scene)) or relative


def _with_year(year: Year, scene: Scene) -> Point:
    at = year.end + scene.text.startswith("的", year.end)
    inner = read_relative(at, scene) if scene.text.startswith("本月", at) else None
    if inner is not None:  # 去年本月十日
        return replace(inner, days=_moved(inner, year.number), year=year.number)
    unit = read_lunar(scene.text, at, year.number, year.absolute) or read_unit(scene.text, at, year.number)
    if unit is not None:
        return _nth_in(unit, scene) or unit
    weeks = _weeks_of(year, at, scene)
    other = weeks or _festival(at, scene, year.number) or _season(at, scene, year.number)
    return other or Point(year.end, "year", Grain.YEAR, WHOLE_YEAR, year.number)


def _moved(point: Point, year: int) -> YearPart:
    days = point.stretch(year)
    if days is None:
        return WHOLE_YEAR
    return YearPart((days.first.month, days.first.day), (days.last.month, days.last.day))


def _figures(at: int, scene: Scene) -> Point | None:
    """2021.6.30, 2021-06-30."""
    match = _FIGURES.match(scene.text, at)
    if match is None:
        return None
    month, day = number(match["month"]), number(match["day"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    part = YearPart((month, day), (month, day))
    missing = day_of(number(match["year"]), month, day) is None
    choices = (month, day) if missing else None
    return Point(match.end(), "day", Grain.DAY, part, number(match["year"]), edge=True, choices=choices)


def _unit(at: int, scene: Scene) -> Point | None:
    """A month, quarter or half with no year before it."""
    before = scene.text[at - 1 : at]
    if before.isdecimal() or before in ("每", "第") or (before and before in "〇零一二三四五六七八九十百"):
        return None
    return read_lunar(scene.text, at, None, absolute=False) or read_unit(scene.text, at, None)


def _nth_in(unit: Point, scene: Scene) -> Point | None:
    """十月的第一个星期一, 当月第三周: a weekday or a week of a month."""
    year = unit.year if unit.year is not None else scene.reference.year
    month = unit.stretch(year) if unit.grain is Grain.MONTH else None
    if month is None:
        return None
    if match := _WEEKDAY_OF_MONTH.match(scene.text, unit.end):
        weekday = WEEKDAYS.index(match["day"].replace("天", "日"))
        found = nth_weekday(month, weekday, _nth(match))
        return (
            Point(match.end(), "weekday of a month", Grain.DAY, Fixed(Stretch(found, found)), year, edge=True)
            if found
            else None
        )
    if match := _WEEK_OF_MONTH.match(scene.text, unit.end):
        monday = nth_weekday(month, 0, _nth(match))
        return (
            Point(match.end(), "week of a month", Grain.WEEK, Fixed(week_after(monday, 0)), year, edge=True)
            if monday
            else None
        )
    return None


def _nth(match: re.Match[str]) -> int:
    return -1 if match["last"] else number(match["nth"])


def _weeks_of(year: Year, at: int, scene: Scene) -> Point | None:
    """20年第52周, 今年的最后3周: whole weeks of a year, Monday to Sunday."""
    days = WHOLE_YEAR.in_year(year.number)
    if days is None:
        return None
    if match := _WEEK_OF_YEAR.match(scene.text, at):
        nth = nth_weekday(days, 0, number(match["week"]))
        return (
            Point(match.end(), "week of a year", Grain.WEEK, Fixed(week_after(nth, 0)), year.number, edge=True)
            if nth
            else None
        )
    if match := _LAST_WEEKS.match(scene.text, at):
        last = days.last - DAY * ((days.last.weekday() + 1) % 7)
        first = last - DAY * (7 * number(match["count"]) - 1)
        return Point(match.end(), "last weeks", Grain.WEEK, Fixed(Stretch(first, last)), year.number, edge=True)
    return None


def _festival(at: int, scene: Scene, year: int | None) -> Point | None:
    match = FESTIVAL.match(scene.text, at)
    if match is None or (year is None and not FOLLOWED.match(scene.text, match.end()) and not match["holiday"]):
        return None
    days = Festival(match["known"] or match["bare"], holiday=bool(match["holiday"]))
    return Point(match.end(), "festival", Grain.FESTIVAL, days, year)


def _season(at: int, scene: Scene, year: int | None) -> Point | None:
    match = SEASON.match(scene.text, at)
    if match is None:
        return None
    return Point(match.end(), "season", Grain.SEASON, season_named(match, scene.seasons), year, edge=True, soft=True)


def _plan(at: int, scene: Scene) -> Point | None:
    """“十四五”期间: the plans follow each other every five years, the first from 1953."""
    match = _PLAN.match(scene.text, at)
    if match is None:
        return None
    days = Stretch(
        date(_TENTH_PLAN + 5 * (number(match["plan"]) - 10), 1, 1),
        date(_TENTH_PLAN + 5 * (number(match["plan"]) - 9) - 1, 12, 31),
    )
    return Point(match.end(), "five-year plan", Grain.YEARS, Fixed(days), days.last.year, edge=True)


def _bare_edge(at: int, scene: Scene) -> Point | None:
    """年底, 年内, 年前, 月底 with nothing before them."""
    if scene.text.startswith("月", at):
        return read_bare_month(at, scene)
    match = _BARE_YEAR_EDGE.match(scene.text, at)
    if match is None:
        return None
    if edge := YEAR_EDGE.match(scene.text, at + 1):
        return replace(year_edge(edge, None), end=match.end())
    return Point(match.end(), "year's edge", Grain.YEAR, WHOLE_YEAR, None, edge=True)
