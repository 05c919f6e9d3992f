"""How long, as said in chat: 15天, 两个礼拜, 一个半月, 十来天; counted on from a day."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from tasks.language.numerals import number
from tasks.rules.workdays import Workdays

COUNT = r"(?<!\d)\d{1,3}|[俩仨半]|[一二三四五六七八九十百两]{1,3}"  # up to 999, which no calendar minds
# 一季度 and 三月 are a quarter and a month of the year: as a duration they take 个.
UNIT = r"个?工作日|个半?(?:季度|月)|(?<=[俩仨半两])月|年半?|个?(?:天|日|周|星期|礼拜)半?"
# No day can be told from 几天, 十来天, 一两个月, 三五天, 个把月, but none sooner than the least they mean.
VAGUE_COUNT = (
    r"(?:[一二三四五六七八九]?十|好)?几|数|个把|[一二两三四五六七八九]{2}十?(?!半)|\d{1,2}[-~—到至]\d{1,2}"
    r"|(?:[一二三四五六七八九]?十|\d0)[来多]|(?:\d{1,2}|[一二两三四五六半])个[多来]"
)
# 十天半个月, 20天到一个月, 一年多
OPEN_ENDED = r"(?=[到至~—-](?:\d|[一二两三四五六七八九半])|半个?月|多)"
DURATION = re.compile(
    rf"(?P<vague>{VAGUE_COUNT})(?P<vague_unit>{UNIT}|月)"
    rf"|(?<![到至月年])(?P<count>{COUNT})(?P<unit>{UNIT})(?P<open>{OPEN_ENDED})?"
)
BARE_DURATION = re.compile(rf"(?:(?:{VAGUE_COUNT})(?:{UNIT}|月)|(?:{COUNT})(?:{UNIT}))(?:的?时间|左右)*")
PAIRS = {"俩": "两", "仨": "三"}
LEAST = {"几": 2, "好": 3, "数": 2, "个": 1}  # 几天 is two at least
UNITS = {"季": (3, 0), "月": (1, 0), "年": (12, 0), "周": (0, 7), "星期": (0, 7), "礼拜": (0, 7)}  # months, days


@dataclass(frozen=True, slots=True)
class Duration:
    """So many months, days and working days; `vague` where it is only the least that was meant."""

    months: int = 0
    days: int = 0
    working_days: int = 0
    vague: bool = False

    @classmethod
    def of(cls, amount: float, unit: str, vague: bool = False) -> Self:
        """`amount` of a unit as UNIT has it; 半 in the unit adds half a one, and half a month is 15 days."""
        if "工作日" in unit:
            return cls(working_days=round(amount), vague=vague)
        amount += 0.5 if "半" in unit else 0
        months, days = next((much for word, much in UNITS.items() if word in unit), (0, 1))
        whole = int(amount * months)
        return cls(whole, round((amount * months - whole) * 30 + amount * days), vague=vague)

    def after(self, day: date, workdays: Workdays) -> date:
        """`day` and so much; a month is cut to its end (31 January and a month is the last of February)."""
        day = _months_on(day, self.months) + timedelta(days=self.days)
        return workdays.add(day, self.working_days) if self.working_days else day


def duration_in(words: str) -> Duration | None:
    """The first duration in `words`."""
    found = DURATION.search(words)
    if not found:
        return None
    if found["vague"]:
        return Duration.of(_least(found["vague"]), found["vague_unit"], vague=True)
    return Duration.of(amount_of(found["count"]), found["unit"], vague=found["open"] is not None)


def amount_of(count: str) -> float:
    """What COUNT says; 半 is a half."""
    return 0.5 if count.startswith("半") else float(number(PAIRS.get(count, count)))


def _least(vague: str) -> float:
    if vague[0] in LEAST:
        return LEAST[vague[0]]
    leading = re.match(r"\d+|[一二两三四五六七八九]?十|.", vague)
    return amount_of(leading.group()) if leading else 0


def _months_on(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
