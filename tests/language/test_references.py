"""The day a letter counts from, and why that day. Every name here is invented."""

from datetime import date

import pytest

from tasks.language.findings import Basis
from tasks.language.references import read_reference
from tasks.reading.pages import read_pages

LETTER = """{above}

关于县政协二届三次会议第014号提案的答复

{below}

丁小雨委员：

您提出的提案收悉，现答复如下：

一、前期情况

2023年11月20日，我局完成桥梁检测。

二、下步打算

年内完成加固。

{end}
"""
SIGNED, PUBLISHED, MET = (
    "榆桥县公路局\n\n2024年3月8日",
    "发布时间：2024-03-20 09:30　来源：县公路局",
    "面商时间\t2024年3月1日",
)


def reference(above="", below="", end="", on=None):
    return read_reference(read_pages(LETTER.format(above=above, below=below, end=end)), on)


@pytest.mark.parametrize(
    ("places", "written_on", "day", "basis"),
    [
        ({"above": MET, "below": PUBLISHED, "end": SIGNED}, date(2024, 3, 8), date(2024, 3, 8), Basis.SIGNED),
        ({"above": MET, "below": PUBLISHED}, date(2024, 3, 20), date(2024, 3, 20), Basis.PUBLISHED),
        ({"above": MET}, None, date(2024, 3, 1), Basis.MEETING),
        ({}, None, date(2023, 11, 20), Basis.NEWEST),
    ],
)
def test_the_best_day_that_the_letter_bears_is_the_reference(places, written_on, day, basis):
    assert reference(**places) == (written_on, day, basis)


def test_the_day_somebody_said_counts_but_is_not_printed_in_the_head():
    assert reference(end=SIGNED, on=date(2024, 5, 1)) == (date(2024, 3, 8), date(2024, 5, 1), Basis.GIVEN)
    assert reference(on=date(2024, 5, 1)) == (None, date(2024, 5, 1), Basis.GIVEN)


def test_links_below_the_letter_date_nothing():
    assert reference(end="相关链接：关于县政协二届三次会议第015号提案的答复（2024-09-18）")[0] is None


def test_a_day_that_no_calendar_has_is_passed_over():
    assert reference(end="榆桥县公路局\n\n2024年2月30日") == (None, date(2023, 11, 20), Basis.NEWEST)


def test_without_any_full_date_there_is_no_reference():
    assert read_reference(read_pages("丁小雨委员：\n\n年内完成加固。"), None) == (None, None, Basis.NONE)
