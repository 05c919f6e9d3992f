"""The office looks at what was found; nothing is live before that."""

from datetime import date

import pytest

from storage.terms import Kind, Status
from tasks.results import DaySet, NeverMind, Reviewed, Reviewing, WhichDay

NORTH, SOUTH = "我局将于6月底前疏浚北渠。", "我局将于9月底前加固南堤。"
PAST = "我局将于3月20日前公布河道名录。"


@pytest.fixture
def found(town, letter):
    """A letter with two promises, of which nothing has been confirmed."""
    town.post_letter(letter(NORTH, SOUTH))
    town.tick()
    return town


def test_nothing_found_is_live_before_the_office_has_confirmed_it(found):
    assert found.live_to(date(2026, 7, 10)) == []


def test_one_after_the_other_is_reviewed_and_then_those_concerned_hear(found):
    first = found.ask("office", "review", 1)
    assert isinstance(first, Reviewing)
    assert (first.entry.number, first.left) == ("8-1", 2)
    second = found.ask("office", "confirm", 1)
    assert (second.entry.number, second.left) == ("8-2", 1)
    assert found.tick() == []
    last = found.ask("office", "reject", 2)
    assert isinstance(last, Reviewed)
    assert [found.commitment(id).status for id in (1, 2)] == [Status.OPEN, Status.WITHDRAWN]
    assert found.tick() == [("于帆", "assigned"), ("何澄", "entered")]
    assert [[one.number for one in telling.letter.entries] for telling in found.post.sent[-2:]] == [["8-1"], ["8-1"]]


def test_all_are_confirmed_at_once(found):
    assert isinstance(found.ask("office", "confirm_all", 1), Reviewed)
    assert [found.commitment(id).status for id in (1, 2)] == [Status.OPEN] * 2
    assert found.commitment().armed_on == date(2026, 3, 10)


def test_a_letter_of_which_nothing_remains_is_told_to_nobody(found):
    found.ask("office", "reject", 1)
    found.ask("office", "reject", 2)
    assert found.tick() == []


def test_a_day_is_corrected_before_it_goes_live(found):
    assert isinstance(found.ask("office", "correct", 1), WhichDay)
    answer = found.says("office", "5月31日")
    assert isinstance(answer, Reviewing)
    corrected = found.commitment()
    assert corrected.due == corrected.first_due == date(2026, 5, 31)
    assert corrected.status is Status.PROPOSED
    assert corrected.rule == "office"


def test_a_relative_day_is_counted_from_the_letters_day(found):
    found.be(date(2027, 1, 15))
    found.ask("office", "correct", 1)
    found.says("office", "5月底前")
    assert found.commitment().due == date(2026, 5, 31)


def test_a_day_that_does_not_exist_is_refused_with_the_two_it_could_be(found):
    found.ask("office", "correct", 1)
    refused = found.says("office", "9月31日")
    assert refused.wrong == (date(2026, 9, 30), date(2026, 10, 1))
    assert found.commitment().due == date(2026, 6, 30)
    assert isinstance(found.says("office", "9月30日"), Reviewing)  # the question is still open
    assert found.commitment().due == date(2026, 9, 30)


def test_words_without_a_day_are_asked_again(found):
    found.ask("office", "correct", 1)
    assert isinstance(found.says("office", "等等"), WhichDay)
    found.says("office", "5月31日")
    assert found.commitment().due == date(2026, 5, 31)


def test_a_corrected_day_of_what_is_open_keeps_the_first_and_arms_afresh(one_open):
    one_open.be(date(2026, 6, 1))
    one_open.ask("office", "correct", 1)
    assert isinstance(one_open.says("office", "7月31日"), DaySet)
    assert one_open.tick() == [("于帆", "day_set"), ("何澄", "day_set")]
    kept = one_open.commitment()
    assert (kept.due, kept.first_due, kept.armed_on) == (date(2026, 7, 31), date(2026, 6, 30), date(2026, 6, 1))
    heard = [(day, stage) for day, _, stage in one_open.live_to(date(2026, 8, 3))]
    assert heard == [
        (date(2026, 6, 18), "ahead"),
        (date(2026, 7, 22), "ahead"),
        (date(2026, 7, 28), "ahead"),
        (date(2026, 7, 31), "due"),
        (date(2026, 8, 3), "overdue"),
    ]


def test_an_undated_one_that_gets_a_day_is_dated(town, letter):
    town.post_letter(letter("我局将适时建设东岸步道。"))
    town.ask("office", "correct", 1)
    town.says("office", "10月31日")
    assert (town.commitment().kind, town.commitment().due) == (Kind.DATED, date(2026, 10, 31))


def test_one_whose_day_had_come_when_its_letter_came_is_asked_about_once_and_never_overdue(town, letter):
    town.be(date(2026, 3, 20))
    town.post_letter(letter(PAST))
    town.ask("office", "confirm", 1)
    assert town.commitment().status is Status.TO_VERIFY
    assert ("于帆", "verify") in town.tick()
    assert town.live_to(date(2026, 5, 20)) == []
    assert town.ask("office", "overdue").entries == ()


def test_one_that_waited_past_its_day_for_the_office_goes_live_as_overdue(town, letter):
    town.be(date(2026, 3, 19))
    town.post_letter(letter(PAST))
    town.be(date(2026, 3, 24))
    town.ask("office", "confirm", 1)
    assert town.commitment().status is Status.OPEN
    assert [one.days_late for one in town.ask("office", "overdue").entries] == [4]


def test_a_recurring_one_begins_with_its_first_due_day_after_its_letter_came(town, letter):
    town.post_letter(letter("我局将于每季度末前公布一次水质情况。"))
    town.be(date(2026, 4, 20))
    town.ask("office", "confirm", 1)
    kept = town.commitment()
    assert (kept.status, kept.due) == (Status.OPEN, date(2026, 3, 31))


def test_a_recurring_one_whose_letter_came_late_leaves_out_the_days_before(town, letter):
    town.be(date(2026, 4, 20))
    town.post_letter(letter("我局将于每季度末前公布一次水质情况。"))
    town.be(date(2026, 7, 20))
    town.ask("office", "confirm", 1)
    assert town.commitment().due == date(2026, 6, 30)


def test_one_whose_day_does_not_exist_is_left_out_when_all_are_confirmed(town, letter):
    town.post_letter(letter(NORTH, "我局将于9月31日前加固南堤。"))
    left = town.ask("office", "confirm_all", 1)
    assert isinstance(left, Reviewing)
    assert (left.entry.number, left.left) == ("8-2", 1)
    assert [town.commitment(id).status for id in (1, 2)] == [Status.OPEN, Status.PROPOSED]
    town.ask("office", "correct", 2)
    assert isinstance(town.says("office", "9月30日"), Reviewing)
    assert isinstance(town.ask("office", "confirm_all", 1), Reviewed)


def test_the_office_gives_a_live_one_a_day_by_its_number(town, letter):
    town.ask("office", "confirm_all", town.post_letter(letter("我局将适时建设东岸步道。")))
    town.tick()
    assert town.ask("office", "set_day", "8-1", "10月31日").entry.due == date(2026, 10, 31)
    assert (town.commitment().kind, town.commitment().due) == (Kind.DATED, date(2026, 10, 31))
    assert sorted(town.tick()) == [("于帆", "day_set"), ("何澄", "day_set")]
    assert isinstance(town.ask("office", "set_day", "8-1", "不知道"), WhichDay)
    assert town.ask("office", "set_day", "8-9", "10月31日").entries == ()


def test_giving_up_a_question_leaves_all_as_it_was(found):
    found.ask("office", "correct", 1)
    before = found.snapshot()
    assert found.says("office", "算了。") == NeverMind()
    assert type(found.says("office", "5月31日")).__name__ == "Help"
    assert found.snapshot() == before


def test_a_question_the_office_no_longer_needs_is_over_with_its_answer(found):
    """While one of the office types a day, another rejects the commitment: words after that mean what they say."""
    found.ask("office", "correct", 1)
    with found.database.writing() as session:
        session.connection().exec_driver_sql("UPDATE commitment SET status = 'withdrawn' WHERE id = 1")
    assert type(found.says("office", "5月31日")).__name__ == "TooLate"
    assert type(found.says("office", "你好")).__name__ == "Help"
