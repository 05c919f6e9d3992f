"""Which commitment words mean: what names one goes before what was asked, and not every figure is a number."""

from datetime import date

import pytest

from storage import people
from storage.terms import Answer, Role, Satisfaction
from tasks.results import Echo, Help, NeverMind, TooLate, WhatEvidence, WhichDay, WhichItem

HEADLESS = "关于疏浚河道提案的答复\n\n何澄委员：\n\n我局将于6月底前疏浚北渠。\n\n青石县水务局\n\n2026年3月9日\n"
LINK = "https://example.test/beiqu"
AUGUST_31 = date(2026, 8, 31)


@pytest.fixture
def split(two_open, letter):
    """8-1, 8-2 and 9-1 are open: two of them are a number one, one is a number two."""
    two_open.ask("office", "confirm_all", two_open.post_letter(letter("我局将于10月底前公布河道名录。", number="9")))
    return two_open


@pytest.mark.parametrize("words", ["8-2 已完成80%", "2、已完成80%"])
def test_words_that_name_another_commitment_win_over_an_open_question(two_open, words):
    assert isinstance(two_open.says("contact", "8-1 已经办结"), WhatEvidence)
    echo = two_open.says("contact", words)
    assert (echo.entry.number, echo.update.status) == ("8-2", Answer.PROGRESS)


def test_words_about_one_that_is_reported_are_not_taken_for_the_other(two_open):
    echo = two_open.says("contact", f"8-2 已经办结 {LINK}")
    two_open.ask("contact", "confirm_update", echo.update.id)
    late = two_open.says("contact", "8-2 已完成80%")
    assert (type(late), late.entry.number) == (TooLate, "8-2")


def test_a_reply_to_a_message_wins_over_an_open_question(two_open):
    two_open.office.mention(102, 77, 2)
    two_open.ask("contact", "answer", 1, Answer.DELAY)
    assert two_open.says("contact", "已完成80%", 77).entry.number == "8-2"


def test_words_that_name_nothing_answer_the_open_question(two_open):
    two_open.ask("contact", "answer", 2, Answer.DELAY)
    echo = two_open.says("contact", "延到10月31日，设备未到货")
    assert (echo.entry.number, echo.new_due) == ("8-2", date(2026, 10, 31))


@pytest.mark.parametrize("words", ["取消", "算了。", "点错了", " 算了！"])
def test_a_question_is_given_up(one_open, words):
    one_open.ask("contact", "answer", 1, Answer.DELAY)
    before = one_open.snapshot()
    assert one_open.says("contact", words) == NeverMind()
    assert one_open.snapshot() == before
    assert one_open.says("contact", "已完成80%").update.status is Answer.PROGRESS


def test_a_rating_whose_reason_is_not_given_is_given_up(one_open):
    one_open.says("contact", f"已于3月9日疏浚完毕 {LINK}")
    one_open.ask("contact", "confirm_update", 1)
    one_open.ask("member", "rate", 1, Satisfaction.NOT)
    assert one_open.says("member", "点错了") == NeverMind()
    assert isinstance(one_open.says("member", "只疏浚了一半"), Help)


@pytest.mark.parametrize(("words", "number"), [("2 已完成80%", "8-2"), ("9-1 已完成80%", "9-1")])
def test_a_bare_number_is_the_end_of_a_commitments_number(split, words, number):
    assert split.says("contact", words).entry.number == number


@pytest.mark.parametrize("words", ["1 已完成80%", "3 已完成80%"], ids=["two of them", "none of them"])
def test_a_bare_number_that_is_not_one_commitments_alone_is_asked_which(split, words):
    assert isinstance(split.says("contact", words), WhichItem)


@pytest.mark.parametrize(
    "words",
    [
        "1.5公里已完成80%",
        "1，2号闸门已完成80%",
        "1， 2号闸门已完成80%",
        "2号闸门已完成80%",
        "2 月底已完成80%",
        "8-12 已完成80%",
    ],
)
def test_a_figure_in_front_is_not_always_a_number(two_open, words):
    assert isinstance(two_open.says("contact", words), WhichItem)


def test_the_number_of_a_letter_without_one_is_understood(two_open):
    two_open.ask("office", "confirm_all", two_open.post_letter(HEADLESS.encode()))
    number = two_open.commitment(3).number
    assert number.startswith("函")
    echo = two_open.says("contact", f"{number} 已完成80%")
    assert (echo.entry.number, echo.update.percent) == (number, 80)


@pytest.mark.parametrize("status", [Answer.DELAY, Answer.BLOCKED])
def test_words_that_say_done_are_done_whatever_was_pressed(one_open, status):
    one_open.ask("contact", "answer", 1, status)
    echo = one_open.says("contact", f"已于3月9日疏浚完毕 {LINK}")
    assert isinstance(echo, Echo)
    assert (echo.update.status, echo.update.evidence) == (Answer.DONE, (LINK,))


def test_words_that_ask_for_another_day_are_an_extension_after_a_difficulty_was_pressed(one_open):
    one_open.ask("contact", "answer", 1, Answer.BLOCKED)
    echo = one_open.says("contact", "推迟到8月31日，设备未到货")
    assert (echo.update.status, echo.new_due) == (Answer.DELAY, AUGUST_31)


def test_other_words_in_place_of_evidence_are_a_new_answer(one_open):
    assert isinstance(one_open.says("contact", "已经办结"), WhatEvidence)
    assert isinstance(one_open.says("contact", "要推迟，设备未到货"), WhichDay)


def test_a_contact_without_a_bureau_has_nothing_to_answer_for(one_open):
    with one_open.database.writing() as session:
        people.person(session, "无名", Role.CONTACT).chat_id = 108
    assert one_open.ask(108, "todo").entries == ()
