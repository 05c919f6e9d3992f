"""Festivals by the solar and the lunar calendar: 国庆, 春节, 清明, 除夕."""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from lunar_python import Lunar

from tasks.language.dates.stretches import DAY, Stretch, YearPart, nth_weekday

# name → month, day, and how many days its holiday lasts (国庆期间)
_SOLAR = {
    "元旦": (1, 1, 1), "新年": (1, 1, 1), "情人": (2, 14, 1), "妇女": (3, 8, 1), "三八": (3, 8, 1),
    "植树": (3, 12, 1), "愚人": (4, 1, 1), "劳动": (5, 1, 5), "五一": (5, 1, 5), "青年": (5, 4, 1), "五四": (5, 4, 1),
    "儿童": (6, 1, 1), "六一": (6, 1, 1), "建党": (7, 1, 1), "七一": (7, 1, 1), "建军": (8, 1, 1), "八一": (8, 1, 1),
    "教师": (9, 10, 1), "国庆": (10, 1, 7), "十一": (10, 1, 7), "万圣": (10, 31, 1), "光棍": (11, 11, 1),
    "圣诞": (12, 25, 1),
}  # fmt: skip
_LUNAR = {
    "春节": (1, 1, 7), "新春": (1, 1, 7), "元宵": (1, 15, 1), "端午": (5, 5, 1), "七夕": (7, 7, 1),
    "中秋": (8, 15, 1), "重阳": (9, 9, 1), "腊八": (12, 8, 1),
}  # fmt: skip
_TERMS = ("冬至", "大寒", "小寒", "立春", "清明", "谷雨", "立夏", "芒种", "夏至", "立秋", "霜降", "立冬")
_EVES = ("除夕", "大年三十")
_SUNDAYS = {"母亲": (5, 2), "父亲": (6, 3)}
_ALIKE = {"农历新年": "春节", "阳历新年": "元旦", "五一国际劳动": "五一"}

# Names that are numbers or common words are festivals only where the next word says so.
_BARE = (
    "五一", "十一", "六一", "三八", "七一", "八一", "五四", "新年", "新春", "青年", "儿童", "妇女", "劳动", "教师",
    "建军", "建党", "情人", "愚人", "光棍",
)  # fmt: skip
_KNOWN = [*_ALIKE, *_EVES, *(name for name in (*_SOLAR, *_LUNAR, *_TERMS, *_SUNDAYS) if name not in _BARE)]
FESTIVAL = re.compile(
    rf"[“\"]?(?:(?P<known>{'|'.join(_KNOWN)})|(?<![一二三四五六七八九十])(?P<bare>{'|'.join(_BARE)})"
    r"(?=[”\"]?(?:节|前(?!往)|之前|以前|期间|假期|小?长假|黄金周|$)))[”\"]?节?"
    r"(?P<holiday>(?:小?长)?假?期间|小?长假|假期|黄金周)?"
)
# A festival dates an act only in such company: not in 端午文化 or 春节联欢.
BEGINNINGS = "|".join([*_KNOWN, *(rf"{name}(?=[”\"节前之以期假小长黄]|$)" for name in _BARE)])
FOLLOWED = re.compile(
    r"前|之前|以前|期间|假期|当[天日]|后|之后|以后|到|至|左右|[,。;；、]|$"
    r"|开[工园放馆]|完|上线|建成|投|通车|亮"
)


@dataclass(frozen=True, slots=True)
class Festival:
    """A festival in any year; `holiday` where its whole holiday is meant and not its day."""

    name: str
    holiday: bool = False

    def in_year(self, year: int) -> Stretch | None:
        if not 1900 < year < 2100:  # the lunar calendar is not computed further
            return None
        first, days = _first_day(_ALIKE.get(self.name, self.name), year)
        return Stretch(first, first + DAY * (days - 1 if self.holiday else 0))


@lru_cache(maxsize=1024)  # a lunar year costs milliseconds to compute
def _first_day(name: str, year: int) -> tuple[date, int]:
    """The festival's day and how many days its holiday lasts."""
    if name in _SOLAR:
        month, day, days = _SOLAR[name]
        return date(year, month, day), days
    if name in _LUNAR:
        month, day, days = _LUNAR[name]
        return lunar_day(year, month, day), days
    if name in _SUNDAYS:
        month, nth = _SUNDAYS[name]
        return _sunday(year, month, nth), 1
    if name in _EVES:  # 除夕 ends the lunar year it is named with
        return lunar_day(year + 1, 1, 1) - DAY, 1
    return solar_term(year, name), 1


def lunar_day(year: int, month: int, day: int) -> date:
    """The solar date of a lunar one; a leap month has a negative number."""
    solar = Lunar.fromYmd(year, month, day).getSolar()
    return date(solar.getYear(), solar.getMonth(), solar.getDay())


def solar_term(year: int, name: str) -> date:
    """节气 of that solar year; 大寒 and 小寒 belong to the winter that begins in it."""
    table = Lunar.fromYmd(year, 6, 1).getJieQiTable()
    key = {"大寒": "DA_HAN", "小寒": "XIAO_HAN", "冬至": "DONG_ZHI"}.get(name, name)
    solar = table[key]
    return date(solar.getYear(), solar.getMonth(), solar.getDay())


def _sunday(year: int, month: int, nth: int) -> date:
    days = YearPart((month, 1), (month, -1)).in_year(year)
    found = nth_weekday(days, weekday=6, nth=nth) if days else None
    if found is None:
        raise ValueError(f"month {month} has no Sunday {nth}")
    return found
