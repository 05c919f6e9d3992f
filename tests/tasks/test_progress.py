"""What a confirmed update does: the hold it earns, and a day that is settled once."""

from datetime import date

import pytest

from storage import people
from storage.terms import Status
from tasks.results import Echo, Recorded, TooLate

JUNE_30 = date(2026, 6, 30)
QUARTERLY = "我局将于每季度末前公布一次水质情况。"


@pytest.fixture
def recurring(town, letter):
    """A recurring commitment whose current due day is 31 March."""
    town.ask("office", "confirm_all", town.post_letter(letter(QUARTERLY)))
    town.tick()
    return town


def test_a_second_report_on_the_same_due_day_is_too_late(recurring):
    drafts = [recurring.says("contact", "本季度水质情况已经公布") for _ in range(2)]
    assert all(isinstance(one, Echo) for one in drafts)
    assert isinstance(recurring.ask("contact", "confirm_update", drafts[0].update.id), Recorded)
    before = recurring.snapshot()
    assert isinstance(recurring.ask("contact", "confirm_update", drafts[1].update.id), TooLate)
    assert recurring.snapshot() == before
    assert recurring.commitment().due == JUNE_30


def test_a_report_on_the_next_due_day_counts(recurring):
    for due in (JUNE_30, date(2026, 9, 30)):
        echo = recurring.says("contact", "本季度水质情况已经公布")
        assert isinstance(recurring.ask("contact", "confirm_update", echo.update.id), Recorded)
        assert recurring.commitment().due == due
    assert recurring.commitment().status is Status.OPEN


def test_an_extension_of_a_day_that_was_settled_meanwhile_is_too_late(recurring):
    echo = recurring.says("contact", "推迟到4月15日，设备未到货")
    recurring.ask("contact", "confirm_update", echo.update.id)
    done = recurring.says("contact", "本季度水质情况已经公布")
    recurring.ask("contact", "confirm_update", done.update.id)
    assert isinstance(recurring.ask("office", "decide", 1, True), TooLate)
    assert recurring.commitment().due == JUNE_30


@pytest.mark.parametrize(
    ("words", "held_until"),
    [
        ("已完成80%，预计6月26日办结", date(2026, 6, 26)),
        ("已完成80%，预计6月30日办结", JUNE_30),
        ("6月17日已完成80%", date(2026, 6, 23)),  # today: three working days, past 端午节
        ("6月10日已完成80%", date(2026, 6, 23)),
        ("已完成80%", date(2026, 6, 23)),
    ],
)
def test_only_a_day_to_come_and_not_after_the_due_day_holds_else_a_few_working_days(one_open, words, held_until):
    one_open.be(date(2026, 6, 17))
    echo = one_open.says("contact", words)
    assert one_open.ask("contact", "confirm_update", echo.update.id).held_until == held_until


def test_a_day_named_for_an_undated_one_does_not_put_it_off_for_ever(town, letter):
    town.ask("office", "confirm_all", town.post_letter(letter("我局将适时建设东岸步道。")))
    echo = town.says("contact", "已完成20%，预计2029年12月31日办结")
    assert town.ask("contact", "confirm_update", echo.update.id).held_until == date(2026, 3, 13)


@pytest.mark.parametrize("speak", [("said", "已完成80%", None), ("start", ""), ("answer", 1, "progress")])
def test_whoever_speaks_with_the_bot_can_be_told_again(one_open, speak):
    with one_open.database.writing() as session:
        people.by_chat(session, 102).unreachable_since = one_open.now
    one_open.be(JUNE_30)
    assert one_open.tick() == [("周宁", "due")]
    one_open.ask("contact", *speak)
    assert one_open.tick() == [("于帆", "due")]
