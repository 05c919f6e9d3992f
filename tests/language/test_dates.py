"""The date grammar: what a time phrase of a letter means."""

import json
import time
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.terms import Certainty
from tasks.language.dates import Seasons, Time, answer, looks_ahead, times
from tasks.rules.workdays import Workdays

WRITTEN = date(2023, 4, 12)
CORPUS = json.loads((Path(__file__).parents[1] / "corpus/dates.json").read_text("utf-8"))
DATED = [(due, text) for due, texts in CORPUS["letter of 2023-04-12"].items() for text in texts]
CALENDAR = Workdays()


def read(text: str, on: date = WRITTEN, **told) -> tuple[Time, ...]:
    return times(text, on, told.pop("seasons", Seasons()), CALENDAR, **told)


def dues(text: str, on: date = WRITTEN, **told) -> list[str]:
    return [str(found.due) for found in read(text, on, **told)]


@pytest.mark.parametrize(("due", "text"), DATED, ids=[text for _, text in DATED])
def test_a_phrase_means_the_last_day_on_which_it_is_kept(due, text):
    assert str(read(text)[-1].due) == due


@pytest.mark.parametrize("text", CORPUS["vague"])
def test_a_vague_time_is_seen_and_dates_nothing(text):
    found = read(text)
    assert [(f.vague, f.due) for f in found] == [(True, None)]


@pytest.mark.parametrize("text", CORPUS["silent"])
def test_what_only_looks_like_a_time_is_left_alone(text):
    assert read(text) == ()


def test_words_stand_where_the_time_says_even_with_blanks_inside():
    text = "办理情况：将于 2 0 2 3 年 6 月 底 前 完成，8月 公示"
    found = read(text)
    assert [text[f.start_at : f.end_at] for f in found] == [f.words for f in found]
    assert [str(f.due) for f in found] == ["2023-06-30", "2023-08-31"]


def test_a_day_that_does_not_exist_offers_the_two_likely_ones():
    found = read("9月31日前报送")[0]
    assert (found.due, found.choices) == (None, (date(2023, 9, 30), date(2023, 10, 1)))


def test_a_passed_month_is_the_next_years_only_where_the_words_look_ahead():
    assert dues("2月底前完成", ahead=True) == ["2024-02-29"]
    assert dues("2月底前完成", ahead=False) == ["2023-02-28"]


def test_looking_ahead_can_be_told_for_each_place():
    text = "要求各区3月底前上报，我局将于3月底前汇总"
    assert dues(text, ahead=lambda at: at > 10) == ["2023-03-31", "2024-03-31"]


def test_a_clause_looks_ahead_by_its_own_words():
    assert looks_ahead("计划3月完工", at=2)
    assert not looks_ahead("3月完工；计划明年验收", at=0)


def test_a_bare_month_takes_the_later_year_said_before_it_in_the_sentence():
    assert dues("明年3月开工，年底建成") == ["2024-03-31", "2024-12-31"]
    assert dues("明年3月开工。年底建成") == ["2024-03-31", "2023-12-31"]
    assert dues("2021年立项，年底建成")[-1] == "2023-12-31"


def test_this_year_of_another_year_is_the_sentences():
    assert dues("计划明年5月开工，当年建成")[-1] == "2024-12-31"


@pytest.mark.parametrize(
    ("text", "rrule", "due"),
    [
        ("每月5日前报送", "FREQ=MONTHLY;BYMONTHDAY=5", "2023-05-05"),
        ("每月最后一个周六开放", "FREQ=MONTHLY;BYDAY=-1SA", "2023-04-29"),
        ("每季度末前通报", "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1", "2023-06-30"),
        ("每季度首月10日前", "FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=10", "2023-07-10"),
        ("每半年检查", "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1", "2023-06-30"),
        ("每年开展两次", "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1", "2023-06-30"),
        ("每年安排经费", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31", "2023-12-31"),
        ("每年4月、10月", "FREQ=YEARLY;BYMONTH=4,10;BYMONTHDAY=-1", "2023-04-30"),
        ("每年国庆节前", "FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=30", "2023-09-30"),
        ("每周一公布", "FREQ=WEEKLY;BYDAY=MO", "2023-04-17"),
        ("每两周清洗", "FREQ=WEEKLY;INTERVAL=2", "2023-04-26"),
        ("每旬监测", "FREQ=MONTHLY;BYMONTHDAY=10,20,-1", "2023-04-20"),
    ],
)
def test_what_comes_back_has_a_rule_and_its_first_day(text, rrule, due):
    found = read(text)[-1]
    assert (found.rrule, str(found.due)) == (rrule, due)


def test_a_recurrence_begins_and_ends_with_what_the_sentence_says():
    begun = read("自7月起，每月5日前公布")[-1]
    assert (str(begun.start), str(begun.due)) == ("2023-07-01", "2023-07-05")
    ended = read("即日起至年底，每旬监测")[-1]
    assert ended.rrule == "FREQ=MONTHLY;BYMONTHDAY=10,20,-1;UNTIL=20231231"
    assert read("工程通水后，每月检测")[-1].due is None


def test_only_a_beginning_that_is_said_is_a_start():
    assert [str(f.start) for f in read("9月1日起施行，10月完成")] == ["2023-09-01", "None"]


def test_about_and_seasons_are_soft_and_nothing_else_by_itself():
    soft = [read(text)[0].certainty for text in ("6月20日左右", "汛期前", "用两年时间", "6月底前", "两年内")]
    assert soft == [Certainty.SOFT, Certainty.SOFT, Certainty.SOFT, Certainty.FIRM, Certainty.FIRM]


def test_an_office_sets_its_own_seasons():
    assert dues("汛期前完成", seasons=Seasons(flood=(4, 30))) == ["2023-04-30"]


def test_working_days_that_reach_an_unknown_year_are_flagged():
    late = date(2098, 12, 20)
    assert read("30个工作日内", late)[0].flagged
    assert not read("30日内", late)[0].flagged
    assert not read("30个工作日内")[0].flagged


def test_an_answer_is_the_time_at_a_place():
    text = "5月启动，8月完成"
    found = answer(text, (5, 7), WRITTEN, Seasons(), CALENDAR)
    assert found is not None
    assert found.words == "8月"
    assert answer(text, (2, 4), WRITTEN, Seasons(), CALENDAR) is None


def test_a_person_may_type_a_date_in_other_forms():
    assert [dues(text)[0] for text in ("30 June", "June 3, 2024", "12/1", "6.30前")] == [
        "2023-06-30",
        "2024-06-03",
        "2023-12-01",
        "2023-06-30",
    ]


@settings(max_examples=200, deadline=None)
@given(
    st.text(alphabet="0123456789年月日底前内自从起至到—每季度周一二三十〇 ，。《》待后工期个用春节10/.lO", max_size=40)
)
def test_any_text_is_read_in_order_without_overlap(text):
    found = read(text)
    assert all(text[f.start_at : f.end_at] == f.words and f.words for f in found)
    assert all(one.end_at <= two.start_at for one, two in pairwise(found))


@settings(max_examples=100, deadline=None)
@given(st.dates(date(2000, 1, 1), date(2090, 12, 31)))
def test_a_date_written_out_means_itself(day):
    assert dues(f"{day.year}年{day.month}月{day.day}日前完成") == [str(day)]


@pytest.mark.parametrize("piece", ["1", "年月日", "《", "自", "每年", "1-", "待", "1月1日-", "工期", "O"])
def test_twice_the_hostile_text_takes_no_more_than_about_twice_the_time(piece):
    def seconds(copies: int) -> float:
        begun = time.perf_counter()
        read(piece * copies)
        return time.perf_counter() - begun

    seconds(100)
    assert seconds(8000) < 8 * seconds(2000) + 0.5
