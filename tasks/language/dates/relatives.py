"""Days counted from the day of the letter: 本月底, 下季度, 下周三, 后天."""

import re
from datetime import date

from tasks.language.dates.scene import Point, Scene
from tasks.language.dates.stretches import DAY, Fixed, Grain, Stretch, YearPart, month_after, week_after, whole_months
from tasks.language.dates.units import DAY_NO, IN_MONTH, XUN, in_month
from tasks.language.numerals import number

_THIS = {"本": 0, "这": 0, "当": 0, "今": 0, "该": 0, "上上": -2, "上": -1, "下下": 2, "下": 1, "次": 1}
_WHICH = r"(?P<which>上上|下下|[本这当今上下次])(?:一?个|一)?"
_MONTH = re.compile(rf"(?<![以线网基之相])(?:{_WHICH}月(?!球|亮|息|薪|租|报)份?)")
_QUARTER = re.compile(rf"(?<![以基]){_WHICH}季度(?P<edge>[末底])?")
_WEEK = re.compile(
    rf"(?<![以基])(?:{_WHICH}(?:周(?![期边转年密到全围岁游知刊报济])|星期|礼拜)(?P<day>[一二三四五六日天]|末(?!端))?)"
)
WEEKDAY = re.compile(
    r"(?<![一二两三四五六七八九十\d每个半数几同姓])(?:周|星期|礼拜)(?P<day>[一二三四五六日天]|末(?!端))(?![致员岁期边转年密到围])"
)
_DAYS = {
    "大大后": 4, "大后": 3, "后": 2, "明": 1, "今": 0, "即": 0, "昨": -1, "前": -2, "大前": -3,
}  # fmt: skip
_DAY = re.compile(
    r"(?<![以目之当提今此往先空年月日])(?P<day>大大后|大后|后|明|今|昨|大前|前|即)(?:天(?![气性然花下空])|日(?!头条|均|常|志))"
)
_MONTH_DAY = re.compile(
    rf"(?<![\d第月A-Za-z#.\-〕\])）])(?![1一]日办)(?P<day>{DAY_NO})(?:日(?![内均常游照处志间用报光\d一二两三四五六七八九十]|以内|之内)"
    r"|号(?=$|[,。!?！？前]|之前|以前|左右|[完办报交出能可你]))"
)
_MONTH_EDGE = re.compile(r"月(?P<edge>[底末初]|中(?![国央小学医]|心)|内)")
WEEKDAYS = "一二三四五六日"


def read_relative(at: int, scene: Scene) -> Point | None:
    """A time counted from the reference: unit by unit, and the day alone (29日) last."""
    for read in (_month, _quarter, _week, _weekday, _day, _day_of_month):
        if point := read(at, scene):
            return point
    return None


def read_bare_month(at: int, scene: Scene) -> Point | None:
    """月底, 月中: of the month of the letter."""
    match = _MONTH_EDGE.match(scene.text, at)
    if match is None:
        return None
    edge = match["edge"].replace("内", "底")
    stretch = _part(month_after(scene.reference, 0), edge)
    return stretch and Point(match.end(), "month's edge", Grain.XUN, Fixed(stretch), stretch.last.year, edge=True)


def _part(month: Stretch | None, edge: str) -> Stretch | None:
    days = XUN[edge]
    number_ = month.first.month if month else 1
    return YearPart((number_, days[0]), (number_, days[1])).in_year(month.first.year) if month else None


def _month(at: int, scene: Scene) -> Point | None:
    match = _MONTH.match(scene.text, at)
    month = match and month_after(scene.reference, _THIS[match["which"]])
    if match is None or month is None:
        return None
    inside = IN_MONTH.match(scene.text, match.end())
    if inside is None:
        return Point(match.end(), "month", Grain.MONTH, Fixed(month), month.last.year)
    grain, days, edge = in_month(inside, month.first.month)
    return Point(inside.end(), "part of a month", grain, days, month.last.year, edge)


def _quarter(at: int, scene: Scene) -> Point | None:
    match = _QUARTER.match(scene.text, at)
    if match is None:
        return None
    quarter = month_after(scene.reference, 3 * _THIS[match["which"]] - (scene.reference.month - 1) % 3)
    stretch = quarter and whole_months(quarter.first.month, quarter.first.month + 2).in_year(quarter.first.year)
    return stretch and Point(
        match.end(), "quarter", Grain.QUARTER, Fixed(stretch), stretch.last.year, edge=bool(match["edge"])
    )


def _week(at: int, scene: Scene) -> Point | None:
    match = _WEEK.match(scene.text, at)
    if match is None:
        return None
    week = week_after(scene.reference, _THIS[match["which"]])
    if match["day"]:
        return _on(match.end(), _in_week(week, match["day"]))
    return Point(match.end(), "week", Grain.WEEK, Fixed(week), week.last.year)


def _weekday(at: int, scene: Scene) -> Point | None:
    """周五 alone is the next that comes, 周末 the next Sunday."""
    match = WEEKDAY.match(scene.text, at)
    if match is None:
        return None
    days = _in_week(week_after(scene.reference, 0), match["day"])
    if days.last < scene.reference or (days.last == scene.reference and days.first == days.last):
        days = Stretch(days.first + 7 * DAY, days.last + 7 * DAY)
    return _on(match.end(), days)


def _in_week(week: Stretch, day: str) -> Stretch:
    if day == "末":
        return Stretch(week.last - DAY, week.last)
    found = week.first + DAY * WEEKDAYS.index(day.replace("天", "日"))
    return Stretch(found, found)


def _day(at: int, scene: Scene) -> Point | None:
    match = _DAY.match(scene.text, at)
    if match is None:
        return None
    day = scene.reference + DAY * _DAYS[match["day"]]
    return _on(match.end(), Stretch(day, day))


def _day_of_month(at: int, scene: Scene) -> Point | None:
    """29日: of the month of the letter, or the next month that has it where that looks ahead."""
    match = _MONTH_DAY.match(scene.text, at)
    if match is None or not 1 <= number(match["day"]) <= 31:
        return None
    day = _first_such(number(match["day"]), scene.reference, skip_past=scene.ahead(at))
    return _on(match.end(), Stretch(day, day)) if day else None


def _first_such(number_: int, reference: date, skip_past: bool) -> date | None:
    for months in range(3):
        month = month_after(reference, months)
        if month and number_ <= month.last.day:
            day = month.first.replace(day=number_)
            if day >= reference or not skip_past:
                return day
    return None


def _on(end: int, days: Stretch) -> Point:
    return Point(end, "day", Grain.DAY, Fixed(days), days.last.year, edge=True)
