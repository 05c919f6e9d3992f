"""What must hold of every letter and every time, whatever its words."""

import json
import re
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.language.dates import Seasons, times
from tasks.language.letter import understand
from tasks.reading.pages import read_pages
from tasks.rules.workdays import Workdays

CORPUS = json.loads((Path(__file__).parents[1] / "corpus" / "dates.json").read_text("utf-8"))
PHRASES = [text for texts in CORPUS["letter of 2023-04-12"].values() for text in texts]
WRITTEN = date(2023, 4, 12)
SEASONS, CALENDAR = Seasons(), Workdays()
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
RELATIVE = (
    "年底前",
    "明年6月底前",
    "下月",
    "三个月内",
    "上半年",
    "三季度末",
    "8月中旬",
    "后年",
    "两年内",
    "本月底",
    "到明年",
)
HEAD = """云岭县水务局

云水函〔2026〕7号

关于县政协十届五次会议第31号提案的答复

程若溪委员：

您提出的《关于河道治理的提案》收悉，现答复如下：

{body}

云岭县水务局

2026年3月9日
"""
PARTS = (
    "6月底前完成北渠清淤",
    "我局将制定管护办法",
    "力争年内建成两座泵站",
    "去年已建成水厂一座",
    "每季度末公布一次水质",
    "您建议尽快通水",
    "要求各镇5月底前报送台账",
    "待资金到位后更换管网",
    "1至3月完成招标",
    "感谢您的关心",
    "2027年前投入使用",
    "９月３１日前移交",
)


def dues(text, on=WRITTEN):
    return [(one.due, one.rrule) for one in times(text, on, SEASONS, CALENDAR)]


letters = st.lists(
    st.tuples(st.sampled_from(PARTS), st.sampled_from(["，", "。", "；", "，\n", "。\n\n", "：", "、"])), max_size=12
).map(lambda pieces: HEAD.format(body="".join(part + stop for part, stop in pieces)))


@settings(max_examples=150, deadline=None)
@given(letters)
def test_every_span_gives_back_its_words_and_no_promise_ends_before_it_begins(dictionary, text):
    found = understand(read_pages(text), dictionary, CALENDAR, SEASONS)
    for one in found.promises:
        assert text[one.span.start : one.span.end] == one.quote
        assert one.sentence.start <= one.span.start < one.span.end <= one.sentence.end
        assert one.when_span is None or text[one.when_span.start : one.when_span.end] == one.when
        assert one.start is None or one.due is None or one.start <= one.due
        assert 0 < one.confidence < 1


@pytest.mark.parametrize("text", PHRASES)
def test_full_width_figures_and_white_space_change_no_day(text):
    assert dues(text.translate(FULL_WIDTH)) == dues(text)
    assert dues(re.sub(r"(\d+)(?=[年月日])", r" \1 ", text)) == dues(text)


@settings(max_examples=150, deadline=None)
@given(st.dates(date(2021, 1, 1), date(2059, 12, 31)), st.sampled_from(["{}年{}月{}日前", "{}年{}月底前", "{}年{}月"]))
def test_figures_and_chinese_numerals_mean_the_same_day(day, form):
    figures = form.format(day.year, day.month, day.day)
    chinese = form.format(
        "".join("〇一二三四五六七八九"[int(one)] for one in str(day.year)), said(day.month), said(day.day)
    )
    assert dues(figures) == dues(chinese)


@settings(max_examples=150, deadline=None)
@given(st.dates(date(2020, 1, 1), date(2040, 12, 31)), st.sampled_from(RELATIVE))
def test_a_letter_of_a_year_later_means_days_of_a_year_later(on, text):
    on = on.replace(day=min(on.day, 28))  # 29 February has no year later
    later = on.replace(year=on.year + 1)
    assert [months(due, on) for due, _ in dues(text, on)] == [months(due, later) for due, _ in dues(text, later)]


@settings(max_examples=150, deadline=None)
@given(st.dates(date(2020, 1, 1), date(2040, 12, 31)), st.sampled_from(PHRASES))
def test_no_time_ends_before_it_begins(on, text):
    assert all(
        one.start is None or one.due is None or one.start <= one.due for one in times(text, on, SEASONS, CALENDAR)
    )


@pytest.mark.parametrize("text", PHRASES + CORPUS["vague"])
def test_a_phrase_repeated_without_end_takes_time_in_proportion(text):
    def seconds(copies):
        begun = time.perf_counter()
        times(text * copies, WRITTEN, SEASONS, CALENDAR)
        return time.perf_counter() - begun

    seconds(20)
    assert seconds(800) < 8 * seconds(200) + 0.5  # in proportion it is 4 times, were it the square 16


def said(number):
    """12 → 十二."""
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else "〇一二三"[tens] + "十") + (
        "" if ones == 0 else "〇一二三四五六七八九"[ones]
    )


def months(due, on):
    """How many months lie between, whatever the years."""
    return due and (due.year - on.year) * 12 + due.month - on.month
