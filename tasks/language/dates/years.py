"""The year of a time: 2021年, 二〇二一年, 19年, 明年, 次年."""

import re
from dataclasses import dataclass
from typing import final

from tasks.language.dates.scene import Scene
from tasks.language.numerals import number

CHINESE_FOUR = r"[一二][〇零一二三四五六七八九]{3}"
FOUR = rf"(?:(?:1[89]|2[01])\d\d|{CHINESE_FOUR}|[一两]千(?:[〇零]?[一二三四五六七八九十]{{1,3}})?)"
_TWO = r"(?:\d\d|[〇零一二三四五六七八九]{2})"
_N = r"[\d一二三四五六七八九十]{1,2}"
_DATED = rf"(?:{_N}月|年?[底末初]|第?[一二三四1-4]季度|[上下]半年|前{_N}个月|第{_N}[周个])"  # 19年底, but not 15年内
# 年级, 年龄, 年均: the year is part of another word
_WHOLE_WORD = r"(?![级龄纪限均产检薪画糕货轮鉴报史代版轻])"
_RELATIVE = {
    "大后年": 3, "大前年": -3, "后年": 2, "前年": -2, "明年": 1, "来年": 1, "去年": -1, "今年": 0, "本年": 0,
    "这一年": 0, "上一年": -1, "下一年": 1, "上年": -1, "下年": 1, "今个年": 0,
}  # fmt: skip
_BY_CONTEXT = {"当年": 0, "同年": 0, "次年": 1, "翌年": 1}
# 证明年限, 今后年均, 过去年份, 以前年度, 基本年, 原则上年底: cut across words
_CUT = {
    "后年": "今以之",
    "前年": "目以之提大",
    "去年": "过",
    "明年": "证说表",
    "本年": "基",
    "上年": "以则体度网线",
    "今年": "如",
}
_RELATIVES = "|".join(f"(?<![{_CUT[word]}]){word}" if word in _CUT else word for word in _RELATIVE)
YEAR = re.compile(
    rf"(?:(?<![\d.])(?P<full>{FOUR})年|(?P<two>(?<![\d.〇零一二三四五六七八九十百千])(?:0\d|{_TWO}(?=年{_DATED})))年"
    rf"|(?P<relative>{_RELATIVES})|(?<!相)(?P<context>{'|'.join(_BY_CONTEXT)})){_WHOLE_WORD}度?"
)


@final
@dataclass(frozen=True, slots=True)
class Year:
    """A year that the text names, and where its words end."""

    end: int
    number: int
    absolute: bool


def read_year(at: int, scene: Scene) -> Year | None:
    match = YEAR.match(scene.text, at)
    if match is None:
        return None
    if words := match["full"]:
        return Year(match.end(), number(words), absolute=True)
    if words := match["two"]:
        return Year(match.end(), _nearest(number(words), scene.reference.year), absolute=True)
    if words := match["relative"]:
        return Year(match.end(), scene.reference.year + _RELATIVE[words], absolute=False)
    return Year(match.end(), (scene.year or scene.reference.year) + _BY_CONTEXT[match["context"]], absolute=False)


def _nearest(two: int, year: int) -> int:
    """The year ending in those two digits that lies nearest."""
    return min((century + two for century in range(1800, 2200, 100)), key=lambda other: abs(other - year))
