"""Parts of a year: months and their days, 旬, quarters, halves, 年底; read with or without a year before them."""

import re

from tasks.language.dates.scene import Point, Yearly
from tasks.language.dates.stretches import Grain, YearPart, day_of, whole_months
from tasks.language.numerals import number

_1_9 = "[一二三四五六七八九]"
DAY_NO = rf"(?:\d{{1,2}}|三十一|三十|二十{_1_9}?|廿{_1_9}?|十{_1_9}?|{_1_9})"
MONTH_NO = r"(?:\d{1,2}|十[一二]?|[一二三四五六七八九]|元)"
_IN_MONTH = (
    rf"(?:的?(?P<day>{DAY_NO})(?:[日号]|(?=$|[至到]|[,。](?!\d)))(?!间|均)"
    r"|的?(?P<xun>上旬|上中旬|中旬|中下旬|下旬|上半月|下半月)"
    r"|的?(?:月)?(?P<edge>底|末|初|中(?![国央小学医共心等级上下华秋考]))"
    rf"|(?P<until>前)(?P<days>{DAY_NO})天)"
)
MONTH = re.compile(rf"(?P<month>{MONTH_NO})月(?![龄嫂饼球亮子租薪息])份?{_IN_MONTH}?")
IN_MONTH = re.compile(_IN_MONTH)  # behind 本月, 下月
QUARTER = re.compile(
    r"(?P<many>[前头])?第?(?P<quarter>[一二三四1-4])(?:个)?季度(?P<edge>月?[末底初])?|Q(?P<q>[1-4])(?:季度)?"
)
HALF = re.compile(r"(?P<half>[上下前后])半年(?P<edge>[末底])?")
YEAR_EDGE = re.compile(
    r"年?(?:(?P<end>[底末终](?!端))|(?P<begin>初|伊始)|(?P<middle>中(?![国央小学医共心等级部秋考稻])))"
)
SOME_MONTHS = re.compile(rf"(?:(?P<first>[前头])|(?P<last>后|最后)|(?P<nth>第))(?P<count>{MONTH_NO}|两)(?P<unit>个?月)")

XUN = {
    "上旬": (1, 10), "上中旬": (1, 20), "中旬": (11, 20), "中下旬": (11, -1), "下旬": (21, -1), "上半月": (1, 15),
    "下半月": (16, -1), "初": (1, 10), "中": (11, 20), "底": (-1, -1), "末": (-1, -1),
}  # fmt: skip
YEAR_END = YearPart((12, 31), (12, 31))


def read_unit(text: str, at: int, year: int | None) -> Point | None:
    """The part of a year that stands at `at`; `year` is the one named before it."""
    readers = (_month, _quarter, _half) if year is None else (_month, _quarter, _half, _edge, _some_months)
    return next((point for read in readers if (point := read(text, at, year))), None)


def in_month(match: re.Match[str], month: int) -> tuple[Grain, Yearly, bool]:
    """Grain, days and whether an edge is said, for what _IN_MONTH found behind a month."""
    if words := match["day"]:
        return Grain.DAY, YearPart((month, number(words)), (month, number(words))), True
    if words := match["xun"] or match["edge"]:
        return Grain.XUN, YearPart((month, XUN[words][0]), (month, XUN[words][1])), True
    if words := match["days"]:
        return Grain.XUN, YearPart((month, 1), (month, number(words))), True
    return Grain.MONTH, whole_months(month, month), False


def _month(text: str, at: int, year: int | None) -> Point | None:
    match = MONTH.match(text, at)
    month = match and (1 if match["month"] == "元" else number(match["month"]))
    if match is None or not month or month > 12:
        return None
    grain, days, edge = in_month(match, month)
    named = f"month {match['xun'] or match['edge'] or ''}".strip() if grain is not Grain.DAY else "day"
    if grain is Grain.DAY and day_of(2024, month, number(match["day"])) is None:
        missing = (month, number(match["day"])) if number(match["day"]) <= 31 else None
        return Point(match.end(), "day", grain, days, year, edge, choices=missing) if missing else None
    return Point(match.end(), named, grain, days, year, edge)


def _quarter(text: str, at: int, year: int | None) -> Point | None:
    match = QUARTER.match(text, at)
    if match is None:
        return None
    last = 3 * number(match["quarter"] or match["q"])
    edge = match["edge"] or ""
    months = whole_months(1 if match["many"] else last - 2, last - 2 if edge.endswith("初") else last)
    return Point(match.end(), "quarter", Grain.QUARTER, months, year, edge=bool(edge or match["many"]))


def _half(text: str, at: int, year: int | None) -> Point | None:
    match = HALF.match(text, at)
    if match is None or (year is None and match["half"] in "前后"):
        return None
    months = whole_months(1, 6) if match["half"] in "上前" else whole_months(7, 12)
    return Point(match.end(), "half", Grain.HALF, months, year, edge=True)


def _edge(text: str, at: int, year: int | None) -> Point | None:
    match = YEAR_EDGE.match(text, at)
    return year_edge(match, year) if match else None


def year_edge(match: re.Match[str], year: int | None) -> Point:
    """年底, 年初, 年中."""
    days = whole_months(1, 3) if match["begin"] else YearPart((6, 30), (6, 30)) if match["middle"] else YEAR_END
    return Point(match.end(), "year's edge", Grain.YEAR, days, year, edge=True)


def _some_months(text: str, at: int, year: int | None) -> Point | None:
    """前五个月, 最后4个月, 第8个月."""
    match = SOME_MONTHS.match(text, at)
    if match is None or year is None:
        return None
    count = number(match["count"])
    if not 1 <= count <= 12:
        return None
    first = 1 if match["first"] else 13 - count if match["last"] else count
    last = 12 if match["last"] else count
    return Point(match.end(), "months of a year", Grain.MONTH, whole_months(first, last), year, edge=True)
