"""Days as said in chat alone, or looking back there: 昨晚, 周三, 15号挂网, 到9/15; the grammar has the rest."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from tasks.language.dates.times import Time
from tasks.language.numerals import number

Reading = Callable[[re.Match[str], date, bool], date | None]

DAYS_OFF = {"前": -2, "昨": -1, "今": 0, "明": 1, "后": 2}
WEEKDAYS = {character: place % 7 for run in ("一二三四五六日", "1234567") for place, character in enumerate(run)} | {
    "天": 6
}
NUMBERED_THING = "楼线院路标文地机门桥井站池厅宗库泵塔令召称"  # 2号楼, 3号线, 号召
DAY_NUMBER = r"\d{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]|廿[一二三四五六七八九]?"


def chat_days(own: str, said_on: date, ahead: bool) -> Iterator[Time]:
    """Every such day in `own`; one that fits two ways is the next to come where `ahead`, else the last."""
    for rule, pattern, reading in RULES:
        for found in pattern.finditer(own):
            due = reading(found, said_on, ahead)
            if due is not None:
                yield Time(found.start(), found.end(), found.group(), due=due, rule=rule)


def _part_of_a_day(found: re.Match[str], said_on: date, _ahead: bool) -> date:
    return said_on + timedelta(days=DAYS_OFF[found["off"]])


def _weekday(found: re.Match[str], said_on: date, ahead: bool) -> date:
    """周五 alone is the next that comes or, looking back, the last."""
    day = said_on + timedelta(days=WEEKDAYS[found["day"]] - said_on.weekday())
    if ahead:
        return day if day > said_on else day + timedelta(weeks=1)
    return day if day <= said_on else day - timedelta(weeks=1)


def _day_of_month(found: re.Match[str], said_on: date, ahead: bool) -> date | None:
    """15号: this month's or, where that is over (looking back: to come), the next one's (the last one's)."""
    wanted = number(found["day"])
    for months_on in (0, 1 if ahead else -1):
        months = said_on.year * 12 + said_on.month - 1 + months_on
        year, month = divmod(months, 12)
        if not 1 <= wanted <= monthrange(year, month + 1)[1]:
            return None
        day = date(year, month + 1, wanted)
        if day == said_on or (day > said_on) == ahead:
            return day
    return None


def _month_and_day(found: re.Match[str], said_on: date, ahead: bool) -> date | None:
    """到9/15, 9.15前, 9月15: this year's or, where that is over and one looks ahead, the next one's."""
    month, wanted = int(found["month"]), int(found["day"])
    if not 1 <= wanted <= monthrange(said_on.year, month)[1]:
        return None
    day = date(said_on.year, month, wanted)
    if ahead and day < said_on and month != 2:
        return day.replace(year=day.year + 1)
    return day


PART_OF_A_DAY = re.compile(r"(?P<off>[前昨今明后])(?:(?:天|日)?[晚早晨夜](?!稻|报|餐|会)|[天日](?=下[午班]))")
WEEKDAY = re.compile(r"(?<![上下本这个每])(?:周|星期|礼拜)(?P<day>[一二三四五六日天1-7])(?!\d|期|次|个|岁|年)")
DAY_ALONE = re.compile(rf"(?<![\d月./#A-Za-z-])(?P<day>{DAY_NUMBER})号(?![{NUMBERED_THING}])")
MONTH = r"(?P<month>1[0-2]|0?[1-9])"
MONTH_AND_BARE_DAY = re.compile(
    rf"(?<![\d./-]){MONTH}月(?P<day>[0-3]?\d)(?![\d日号个年天家座公万米项户处台套条块点%.])"
)
FIGURES = rf"{MONTH}[./](?P<day>[0-3]?\d)(?![\d./%]|[万亿公千米])"
UNTIL_FIGURES = re.compile(rf"(?<=[到至于在]){FIGURES}")
FIGURES_BEFORE = re.compile(rf"(?<![\d.]){FIGURES}(?=前|之前|以前|[号日能可完公办挂上交发就已印正通开搞弄验])")

RULES: tuple[tuple[str, re.Pattern[str], Reading], ...] = (
    ("part of a day", PART_OF_A_DAY, _part_of_a_day),
    ("weekday alone", WEEKDAY, _weekday),
    ("day alone", DAY_ALONE, _day_of_month),
    ("month and bare day", MONTH_AND_BARE_DAY, _month_and_day),
    ("figures behind 到", UNTIL_FIGURES, _month_and_day),
    ("figures before a verb", FIGURES_BEFORE, _month_and_day),
)
