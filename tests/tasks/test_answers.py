"""What a contact answers: understood, echoed, completed, confirmed."""

from datetime import date

import pytest

from storage import inbox
from storage.terms import Answer, Role, Status
from tasks import invitations
from tasks.results import (
    Dropped,
    Echo,
    NotUnderstood,
    Recorded,
    TooLate,
    WhatEvidence,
    WhatReason,
    WhichDay,
    WhichItem,
)
from tasks.work import Caller

LINK = "https://example.test/beiqu"
JUNE_30, AUGUST_31 = date(2026, 6, 30), date(2026, 8, 31)


def test_progress_is_echoed_and_counts_once_confirmed(one_open):
    echo = one_open.says("contact", "已完成80%")
    assert isinstance(echo, Echo)
    assert (echo.update.status, echo.update.percent) == (Answer.PROGRESS, 80)
    assert one_open.tick() == []
    assert isinstance(one_open.ask("contact", "confirm_update", echo.update.id), Recorded)
    assert one_open.tick() == [("何澄", "progressed")]


def test_done_with_a_link_is_reported_for_sign_off_and_asked_of_the_member(one_open):
    echo = one_open.says("contact", f"已于3月9日疏浚完毕 {LINK}")
    one_open.ask("contact", "confirm_update", echo.update.id)
    assert one_open.commitment().status is Status.REPORTED
    assert sorted(one_open.tick()) == [("何澄", "reported"), ("周宁", "reported")]
    assert one_open.post.sent[-1].update.evidence == (LINK,)


def test_done_without_evidence_asks_for_it(one_open):
    assert isinstance(one_open.says("contact", "已经办结"), WhatEvidence)
    assert one_open.commitment().status is Status.OPEN
    echo = one_open.says("contact", LINK)
    assert isinstance(echo, Echo)
    assert echo.update.evidence == (LINK,)


def test_a_draft_that_still_lacks_something_cannot_be_confirmed_by_a_forged_button(one_open):
    one_open.says("contact", "已经办结")
    assert isinstance(one_open.ask("contact", "confirm_update", 1), WhatEvidence)
    assert one_open.commitment().status is Status.OPEN


def test_an_extension_without_a_reason_asks_for_it(one_open):
    assert isinstance(one_open.says("contact", "推迟到8月31日"), WhatReason)
    echo = one_open.says("contact", "设备未到货")
    assert (echo.new_due, echo.update.reason) == (AUGUST_31, "设备未到货")


def test_an_extension_without_a_day_asks_for_it(one_open):
    one_open.ask("contact", "answer", 1, Answer.DELAY)
    assert isinstance(one_open.says("contact", "因设备未到货"), WhichDay)
    assert one_open.says("contact", "8月31日").new_due == AUGUST_31


@pytest.mark.parametrize("day", ["6月30日", "6月29日"])
def test_an_extension_to_a_day_that_is_not_later_asks_for_a_later_one(one_open, day):
    one_open.ask("contact", "answer", 1, Answer.DELAY)
    asked = one_open.says("contact", f"延到{day}，设备未到货")
    assert isinstance(asked, WhichDay)
    assert asked.not_later
    assert one_open.says("contact", "7月1日").new_due == date(2026, 7, 1)


def test_a_day_that_does_not_exist_is_refused_with_the_two_it_could_be(one_open):
    asked = one_open.says("contact", "要推迟到9月31日，设备未到货")
    assert asked.wrong == (date(2026, 9, 30), date(2026, 10, 1))
    echo = one_open.ask("contact", "choose_day", asked.update, date(2026, 9, 30))
    assert echo.new_due == date(2026, 9, 30)


def test_an_extension_counts_only_once_the_office_has_granted_it(one_open):
    echo = one_open.says("contact", "推迟到8月31日，设备未到货")
    one_open.ask("contact", "confirm_update", echo.update.id)
    assert one_open.commitment().due == JUNE_30
    assert one_open.tick() == [("周宁", "extension_asked")]
    one_open.ask("office", "decide", 1, True)
    kept = one_open.commitment()
    assert (kept.due, kept.first_due) == (AUGUST_31, JUNE_30)
    assert sorted(one_open.tick()) == [("于帆", "extension_decided"), ("何澄", "extension_decided")]


def test_a_refused_extension_leaves_the_day_and_is_told_to_the_contact_alone(one_open):
    echo = one_open.says("contact", "推迟到8月31日，设备未到货")
    one_open.ask("contact", "confirm_update", echo.update.id)
    one_open.tick()
    one_open.ask("office", "decide", 1, False)
    assert one_open.commitment().due == JUNE_30
    assert one_open.tick() == [("于帆", "extension_decided")]


def test_a_difficulty_is_told_to_member_and_office(one_open):
    assert isinstance(one_open.ask("contact", "answer", 1, Answer.BLOCKED), WhatReason)
    echo = one_open.says("contact", "资金没有到位")
    assert (echo.update.status, echo.update.reason) == (Answer.BLOCKED, "资金没有到位")
    one_open.ask("contact", "confirm_update", echo.update.id)
    assert sorted(one_open.tick()) == [("何澄", "progressed"), ("周宁", "progressed")]


def test_words_that_say_nothing_record_nothing(one_open):
    before = one_open.snapshot()
    assert isinstance(one_open.says("contact", "收到"), NotUnderstood)
    assert one_open.snapshot() == before


def test_a_draft_taken_back_never_counts(one_open):
    echo = one_open.says("contact", "已完成80%")
    assert isinstance(one_open.ask("contact", "drop_update", echo.update.id), Dropped)
    assert isinstance(one_open.ask("contact", "confirm_update", echo.update.id), TooLate)
    assert one_open.tick() == []


def test_with_two_open_items_words_alone_are_asked_which(two_open):
    before = two_open.snapshot()
    asked = two_open.says("contact", "已完成80%")
    assert isinstance(asked, WhichItem)
    assert [one.number for one in asked.entries] == ["8-1", "8-2"]
    assert two_open.snapshot() == before


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("1 已完成80%", "8-1"),
        ("2、已完成80%", "8-2"),
        ("第2项 已完成80%", "8-2"),
        ("8-2 已完成80%", "8-2"),
        ("8-1：已完成80%", "8-1"),
    ],
)
def test_a_number_says_which(two_open, words, number):
    echo = two_open.says("contact", words)
    assert isinstance(echo, Echo)
    assert (echo.entry.number, echo.update.percent) == (number, 80)


@pytest.mark.parametrize("words", ["3 已完成80%", "2月底已完成80%"])
def test_a_number_that_is_none_of_theirs_or_a_date_says_nothing(two_open, words):
    assert isinstance(two_open.says("contact", words), WhichItem)


def test_a_reply_to_a_message_says_which(two_open):
    two_open.live_to(date(2026, 5, 18))
    assert two_open.post.sent[-1].entry.number == "8-1"
    assert two_open.says("contact", "已完成80%", len(two_open.post.sent)).entry.number == "8-1"


def test_a_reply_to_a_message_in_another_chat_says_nothing(two_open):
    two_open.office.mention(101, 77, 1)
    assert isinstance(two_open.says("contact", "已完成80%", 77), WhichItem)


def test_an_earlier_message_is_read_again_once_it_is_said_which_it_meant(two_open):
    message = {"update_id": 7900, "message": {"chat": {"id": 102}, "text": "已完成80%"}}
    with two_open.database.writing() as session:
        inbox.store(session, [message], two_open.now)
    assert isinstance(two_open.office.said(Caller(102, 7900, two_open.now), "已完成80%", None), WhichItem)
    two_open.update_id = 7900
    echo = two_open.ask("contact", "pick", 2, 7900)
    assert (echo.entry.number, echo.update.percent) == ("8-2", 80)


def test_a_real_answer_stops_the_climb_until_the_day_it_names(one_open):
    one_open.live_to(date(2026, 7, 1))
    echo = one_open.says("contact", "已完成80%")
    recorded = one_open.ask("contact", "confirm_update", echo.update.id)
    assert recorded.held_until == date(2026, 7, 6)  # three working days
    heard = one_open.live_to(date(2026, 7, 8))
    assert [(day, who) for day, who, stage in heard if stage == "escalated"] == [
        (date(2026, 7, 7), "石磊"),
        (date(2026, 7, 7), "周宁"),
    ]


def test_a_day_named_in_progress_is_the_day_until_which_nobody_asks_again(one_open):
    one_open.be(date(2026, 6, 17))
    echo = one_open.says("contact", "已完成80%，预计6月26日办结")
    assert one_open.ask("contact", "confirm_update", echo.update.id).held_until == date(2026, 6, 26)
    one_open.tick()
    assert one_open.live_to(date(2026, 6, 26)) == []
    assert one_open.live_to(JUNE_30)[-1] == (JUNE_30, "于帆", "due")


def test_a_report_on_a_recurring_one_settles_its_day_and_arms_the_next(town, letter):
    town.ask("office", "confirm_all", town.post_letter(letter("我局将于每季度末前公布一次水质情况。")))
    assert town.commitment().due == date(2026, 3, 31)
    echo = town.says("contact", "本季度水质情况已经公布")
    assert isinstance(echo, Echo)  # no evidence is asked for: it is not signed off yet
    recorded = town.ask("contact", "confirm_update", echo.update.id)
    kept = town.commitment()
    assert (kept.status, kept.due, recorded.entry.due) == (Status.OPEN, JUNE_30, JUNE_30)
    assert ("何澄", "progressed") in town.tick()
    assert {stage for _, _, stage in town.live_to(date(2026, 6, 17))} == {"ahead"}


def test_one_that_was_done_before_its_letter_came_in_is_reported(town, letter):
    town.be(date(2026, 3, 25))
    town.ask("office", "confirm_all", town.post_letter(letter("我局将于3月20日前公布河道名录。")))
    assert town.commitment().status is Status.TO_VERIFY
    echo = town.says("contact", f"已于3月18日公布 {LINK}")
    town.ask("contact", "confirm_update", echo.update.id)
    assert town.commitment().status is Status.REPORTED


def test_one_that_was_not_done_when_its_letter_came_in_is_open_and_overdue(town, letter):
    town.be(date(2026, 3, 25))
    town.ask("office", "confirm_all", town.post_letter(letter("我局将于3月20日前公布河道名录。")))
    echo = town.ask("contact", "answer", 1, Answer.PROGRESS)
    town.ask("contact", "confirm_update", echo.update.id)
    assert town.commitment().status is Status.OPEN
    assert [one.days_late for one in town.ask("office", "overdue").entries] == [5]
    assert (date(2026, 3, 31), "于帆", "overdue") in town.live_to(date(2026, 3, 31))


def test_a_contact_who_comes_later_is_asked_what_the_office_was_told_in_his_place(town, letter):
    with town.database.writing() as session:
        session.connection().exec_driver_sql("UPDATE person SET chat_id = NULL WHERE name = '于帆'")
    town.be(date(2026, 3, 25))
    town.ask("office", "confirm_all", town.post_letter(letter("我局将于3月20日前公布河道名录。")))
    assert ("周宁", "verify") in town.tick()
    town.live_to(date(2026, 4, 1))
    with town.database.writing() as session:
        code = invitations.invite(town.work(session), "于帆", Role.CONTACT, "青石县水务局")
    town.ask(102, "start", code)
    assert ("于帆", "verify") in town.tick()


def test_a_handover_is_told_to_the_office_and_the_old_contact_is_still_reminded(one_open):
    echo = one_open.says("contact", "这事转给工程科老王了")
    assert echo.update.status == Answer.HANDOVER
    one_open.ask("contact", "confirm_update", echo.update.id)
    assert one_open.tick() == [("周宁", "handed_over")]
    assert one_open.live_to(date(2026, 5, 18)) == [(date(2026, 5, 18), "于帆", "ahead")]
