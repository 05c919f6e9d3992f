"""Short talks: what the bot answers to words it cannot take as they stand, and to people who may not."""

from datetime import date

import pytest

from bot.sandbox.telegram import Fault
from tasks.work import Work


@pytest.fixture
async def due_today(town):
    """The contact has just been told that today is the last day."""
    async with town.awake():
        await town.gather("office", "member", "contact")
        await town.post()
        await town.presses(town.office, "全部确认")
        await town.live_to(date(2026, 4, 30))
        yield town


def updates(town):
    """What contacts have said that counts."""
    with town.app.database.reading() as session:
        rows = session.connection().exec_driver_sql('select status from "update" where confirmed_at is not null')
        return [status for (status,) in rows]


async def test_a_stranger_learns_nothing(due_today):
    town = due_today
    for words in ("你好", "/overdue", "逾期", "/find 停车场", "/mine", "31-1 已完成", "/start 0000"):
        await town.says(town.stranger, words)
    assert all("邀请码" in text and "停车场" not in text for text in town.stranger.heard)
    assert updates(town) == []


async def test_words_without_a_status_are_not_recorded_and_the_choices_are_shown(due_today):
    await due_today.says(due_today.contact, "嗯嗯，再说吧")
    assert "未能判断进展，未作记录" in due_today.contact.heard[-1]
    assert due_today.contact.messages[-1].buttons == ("已完成", "进行中", "申请延期", "有困难")
    assert updates(due_today) == []


async def test_a_day_that_does_not_exist_is_refused_with_the_two_likely_ones(due_today):
    town = due_today
    await town.says(town.contact, "材料没备齐，推迟到9月31日")
    assert "没有这一天。请问是9月30日（周三）还是10月1日（周四）？" in town.contact.heard[-1]
    await town.presses(town.contact, "9月30日")
    assert "4月30日（周四） → 9月30日（周三）；理由：材料没备齐" in town.contact.heard[-1]


async def test_done_without_a_proof_waits_for_one(due_today):
    town = due_today
    await town.presses(town.contact, "已完成")
    assert "销号尚需佐证" in town.contact.heard[-1]
    await town.says(town.contact, "https://example.test/ribao/0430")
    assert "拟记录：已完成，佐证1件" in town.contact.heard[-1]
    assert updates(town) == []
    await town.presses(town.contact, "确认")
    assert updates(town) == ["done"]
    assert "【待销号】" in town.office.heard[-1]


async def test_an_extension_is_asked_step_by_step_and_refused(due_today):
    town = due_today
    await town.presses(town.contact, "申请延期")
    await town.says(town.contact, "5月20日")
    assert "请说明延期理由" in town.contact.heard[-1]
    await town.says(town.contact, "图纸要重新报审")
    await town.presses(town.contact, "确认")
    assert "理由：图纸要重新报审" in town.office.heard[-1]
    await town.presses(town.office, "不同意")
    assert "【延期未准】" in town.contact.heard[-1]
    assert "仍按4月30日（周四）办理" in town.contact.heard[-1]


async def test_an_answer_stops_the_climb_until_the_day_it_names(due_today):
    town = due_today
    await town.says(town.contact, "面层正在铺，已完成80%")
    await town.presses(town.contact, "确认")
    assert "5月8日（周五）前不再提醒" in town.contact.heard[-1]
    assert "进行中，已完成80%" in town.member.heard[-1]
    quiet = len(town.contact.heard)
    await town.live_to(date(2026, 5, 8))
    assert len(town.contact.heard) == quiet
    await town.live_to(date(2026, 5, 9))
    assert "【逾期告知】" in town.contact.heard[-1]


async def test_a_reply_to_a_reminder_is_about_that_one_and_a_number_names_another(town):
    letter = (town.letter_with("一是6月底前完成西门路口改造。二是9月底前开放东门地下停车场。")).encode()
    async with town.awake():
        await town.gather("office", "contact")
        await town.post(letter)
        await town.presses(town.office, "全部确认")
        await town.says(town.contact, "已完成一半")
        assert "哪一项" in town.contact.heard[-1]
        await town.says(town.contact, "2 已完成一半")
        assert "31-2“" in town.contact.heard[-1]
        await town.live_to(date(2026, 6, 22))
        reminder = town.contact.messages[-1]
        await town.says(town.contact, "完成七成", reply_to=reminder.id)
        assert "31-1“" in town.contact.heard[-1]
        assert "已完成70%" in town.contact.heard[-1]


async def test_a_contact_may_not_do_what_is_the_office_s(due_today):
    town = due_today
    await town.says(town.contact, "/overdue")
    assert "不在您的权限内" in town.contact.heard[-1]
    await town.says(town.member, "/find 停车场")
    assert "不在您的权限内" in town.member.heard[-1]


async def test_the_office_lists_in_commands_and_in_plain_words(due_today):
    town = due_today
    await town.live_to(date(2026, 5, 2))
    for words in ("/overdue", "逾期"):
        await town.says(town.office, words)
        assert "【逾期承诺】1项" in town.office.heard[-1]
        assert "逾期2天" in town.office.heard[-1]
    await town.says(town.office, "/due 7")
    assert "【7天内到期】0项" in town.office.heard[-1]
    await town.says(town.office, "/bureau 住房")
    assert "【住房】1项" in town.office.heard[-1]
    await town.says(town.office, "/find 西门")
    assert "【查找：西门】1项" in town.office.heard[-1]
    await town.says(town.office, "/due 下周")
    assert "请带天数" in town.office.heard[-1]


async def test_the_office_corrects_a_day_before_it_counts(town):
    async with town.awake():
        await town.gather("office", "contact")
        await town.post()
        await town.presses(town.office, "逐条审核")
        await town.presses(town.office, "更正期限")
        await town.says(town.office, "6月31日")
        assert "没有这一天。请问是6月30日（周二）还是7月1日（周三）？" in town.office.heard[-1]
        await town.says(town.office, "6月30日")
        assert "期限：6月30日（周二）" in town.office.heard[-1]
        await town.presses(town.office, "确认")
        assert "6月30日（周二）" in town.contact.heard[-1]


async def test_a_letter_sent_into_the_office_s_chat_is_read_and_rubbish_is_refused(town):
    async with town.awake():
        await town.gather("office")
        await town.sends(town.office, "rubbish.txt", b"\x00\x01\x02" * 50)
        assert "未能读取" in town.office.heard[-1]
        await town.sends(town.office, "letter.txt", town.letter_with("我局将于6月底前完成西门路口改造。").encode())
        assert "【审核·余1项】" in town.office.heard[-2] + town.office.heard[-1]


async def test_a_button_pressed_twice_counts_once(due_today):
    town = due_today
    await town.says(town.contact, "已完成60%")
    echo = town.contact.messages[-1]
    first = next(button for row in echo.keyboard for button in row if button.text == "确认")
    await town.presses(town.contact, "确认")
    await town.presses_again(town.contact, echo, first)
    assert updates(town) == ["progress"]
    assert "已处理过" in town.contact.heard[-1]


async def test_forged_button_data_changes_nothing_and_is_answered(due_today):
    town = due_today
    await town.says(town.contact, "已完成60%")
    echo = town.contact.messages[-1]
    for data in ("grant:1", "close:1", "yes:999", "all:1", "nonsense", "rate:1:satisfied", "pick:1:1", "day:1:x"):
        await town.presses_again(town.contact, echo, data)
        assert any(words in town.contact.heard[-1] for words in ("不在您的权限内", "按钮已失效", "已处理过")), data
    assert updates(town) == []
    with town.app.database.reading() as session:
        assert Work(session, town.app.policy, town.now).commitment(1).status == "open"


async def test_a_stranger_s_file_is_not_even_fetched(town, telegram):
    calls = []
    telegram.on_call = lambda method, fields: calls.append(method.lower())
    async with town.awake():
        await town.sends(town.stranger, "letter.txt", town.letter_with("我局将于6月底前完成西门路口改造。").encode())
    assert "getfile" not in calls
    assert "请用文字回复" in town.stranger.heard[-1]


async def test_a_press_counts_though_the_network_fails_while_it_is_acknowledged(due_today, telegram):
    town = due_today
    await town.says(town.contact, "已完成60%")
    telegram.on_call = lambda method, fields: Fault() if method.lower() == "answercallbackquery" else None
    await town.presses(town.contact, "确认")
    assert updates(town) == ["progress"]
    assert "已记录" in town.contact.heard[-1]
