"""Full dates as letters and web pages print them: 2024年5月6日, 二〇二四年五月六日, 2024-05-06, scanned or spaced."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tasks.language.dates.script import plain
from tasks.language.numerals import CHINESE, number

YEAR = rf"[\d{CHINESE}]{{4}}"
MONTH = rf"\d{{1,2}}|[{CHINESE}]{{1,2}}|元"
DAY = rf"\d{{1,2}}|[{CHINESE}]{{1,3}}"
FULL_DATE = re.compile(  # behind a day in figures alone a time of day may follow: 2024-05-0616:45
    rf"(?P<year>{YEAR})(?:年(?P<month>{MONTH})月(?P<day>{DAY})日"
    rf"|([./-])(?P<monthly>\d{{1,2}})\4(?P<daily>\d{{1,2}})(?=[01]\d:\d\d|2[0-3]:\d\d|\D|$))"
)
MAY_HOLD_A_DATE = re.compile(r"年|[./\-．／－]")  # few lines do, and to make one plain costs more than to look
MISREAD_ZERO = re.compile(r"(?<=[一二三四五六七八九〇零])[Oo0](?=[〇零一二三四五六七八九Oo0])")


@dataclass(frozen=True, slots=True)
class Day:
    """A date with what stands before it and behind it on its line."""

    day: date
    before: str
    after: str


def days(text: str) -> Iterator[Day]:
    """Every full date of a line; one that no calendar has is passed over."""
    if not MAY_HOLD_A_DATE.search(text):
        return
    text = MISREAD_ZERO.sub("〇", plain(text).text)
    for found in FULL_DATE.finditer(text):
        parts = found["year"], found["month"] or found["monthly"], found["day"] or found["daily"]
        try:
            day = date(*(1 if part == "元" else number(part) for part in parts))
        except ValueError:
            continue
        yield Day(day, text[max(0, found.start() - 41) : found.start()], text[found.end() : found.end() + 24])


def lone_day(text: str) -> date | None:
    """The date where a line is nothing else."""
    found = next(days(text.strip("（）()。")), None) if len(text) < 20 else None
    return found.day if found and not found.before and not found.after else None
