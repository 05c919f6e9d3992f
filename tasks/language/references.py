"""The day a letter was written, and the day its relative times are counted from, with the reason why."""

import re
from collections.abc import Iterator
from datetime import date

from tasks.language.dates.script import plain
from tasks.language.findings import Basis
from tasks.language.numerals import CHINESE, number
from tasks.reading.document import Document

Day = tuple[date, str, str]  # with what stands before it and behind it in its paragraph
N = rf"[\d{CHINESE}]"
FULL_DATE = re.compile(rf"({N}{{4}})(?:年|[./-])({N}{{1,3}})(?:月|[./-])({N}{{1,3}})日?")
WRITTEN = re.compile(r"(?:成文|落款|签发|答复|办复|复文)(?:日期|时间)[：:]?$")
PUBLISHED = re.compile(r"(?:发布|生成|公开|发文|公布|更新)(?:日期|时间)[：:]?$")
MEETING = re.compile(r"面商(?:时间|日期)[：:|]?$")


def read_reference(document: Document, on: date | None) -> tuple[date | None, date | None, Basis]:
    """(written_on, reference, basis): what somebody said wins, then the first kind of day the letter bears."""
    found = list(days(document))
    signed, published, meeting = signed_on(found), labelled(found, PUBLISHED), labelled(found, MEETING)
    written = signed or published
    newest = max((day for day, _, _ in found), default=None)
    ranked = (
        (on, Basis.GIVEN),
        (signed, Basis.SIGNED),
        (published, Basis.PUBLISHED),
        (meeting, Basis.MEETING),
        (newest, Basis.NEWEST),
    )
    day, basis = next(((day, basis) for day, basis in ranked if day), (None, Basis.NONE))
    return written, day, basis


def signed_on(found: list[Day]) -> date | None:
    """The last day that stands alone, or behind the signature, on a line without other words; else 成文日期."""
    alone = [
        day
        for day, before, after in found
        if not after and not re.search(r"[，：:|\d]|[。！].{31}|^.{41}", before[before.rfind("。") :])
    ]
    return alone[-1] if alone else labelled(found, WRITTEN)


def labelled(found: list[Day], label: re.Pattern[str]) -> date | None:
    return next((day for day, before, _ in found if label.search(before)), None)


def days(document: Document) -> Iterator[Day]:
    """Every full date with what stands before it and behind it in its paragraph."""
    for passage in document.passages:
        text = plain(passage.text).text
        for found in FULL_DATE.finditer(text):
            try:
                day = date(*(number(part) for part in found.groups()))
            except ValueError:
                continue
            yield day, text[max(0, found.start() - 41) : found.start()], text[found.end() : found.end() + 9]
