"""What may be said, shown, edited and pressed in the stand-in: as strict as the real one."""

import asyncio
from datetime import timedelta

import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, ReplyParameters
from telegram.error import BadRequest, Forbidden, NetworkError

from bot.sandbox.phones import Phone


def buttons(**labelled):
    return InlineKeyboardMarkup([[InlineKeyboardButton(label, callback_data=data) for label, data in labelled.items()]])


async def test_messages_wait_a_day_and_presses_150_seconds(bot, phone, clock):
    await bot.send_message(phone.id, "请核对", reply_markup=buttons(无误="ok"))
    phone.press("无误")
    clock.now += timedelta(seconds=150)
    assert [update.message.text for update in await bot.get_updates()] == ["/start"]
    clock.now += timedelta(hours=24)
    assert await bot.get_updates() == ()


async def test_a_press_is_answered_once(bot, phone):
    await bot.send_message(phone.id, "请核对", reply_markup=buttons(无误="ok:1", 更正="fix:1"))
    phone.press("更正")
    query = (await bot.get_updates(offset=2))[0].callback_query
    assert (query.data, query.message.text) == ("fix:1", "请核对")
    await query.answer("已收到")
    assert phone.toasts == ["已收到"]
    with pytest.raises(BadRequest, match="too old and response timeout expired or query id is invalid"):
        await query.answer()


async def test_a_press_answered_too_late_is_refused(bot, phone, clock):
    await bot.send_message(phone.id, "请核对", reply_markup=buttons(无误="ok"))
    phone.press("无误")
    query = (await bot.get_updates(offset=2))[0].callback_query
    clock.now += timedelta(seconds=151)
    with pytest.raises(BadRequest, match="too old"):
        await query.answer()


@pytest.mark.parametrize("data", ["督" * 22, "x" * 65])
async def test_button_data_has_64_bytes(bot, phone, data):
    await bot.send_message(phone.id, "请核对", reply_markup=buttons(无误="督" * 21 + "x"))
    with pytest.raises(BadRequest, match=r"(?i)button_data_invalid"):
        await bot.send_message(phone.id, "请核对", reply_markup=buttons(无误=data))


async def test_length_counts_utf16_units_after_the_markup_is_read(bot, phone):
    await bot.send_message(phone.id, f"<b>{'字' * 4096}</b>", parse_mode="HTML")
    with pytest.raises(BadRequest, match=r"(?i)message is too long"):
        await bot.send_message(phone.id, "🏠" * 2049)


@pytest.mark.parametrize(("text", "said"), [("", "message text is empty"), (" \n ", "text must be non-empty")])
async def test_an_empty_message_is_refused(bot, phone, text, said):
    with pytest.raises(BadRequest, match=rf"(?i){said}"):
        await bot.send_message(phone.id, text)


async def test_html_comes_back_as_plain_text_and_entities(bot, phone):
    html = "【提醒】🏠<b>43-2 <i>还有</i></b>7天 &lt;见 <a href='https://example.org/a'>原文</a>&gt;"
    message = await bot.send_message(phone.id, html, parse_mode="HTML")
    assert message.text == "【提醒】🏠43-2 还有7天 <见 原文>"
    told = [(entity.type, message.parse_entity(entity), entity.url) for entity in message.entities]
    assert told == [
        ("bold", "43-2 还有", None),
        ("italic", "还有", None),
        ("text_link", "原文", "https://example.org/a"),
    ]


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("报<p>送</p>", 'Unsupported start tag "p" at byte offset 3'),
        ("报<b>送", 'Can\'t find end tag corresponding to start tag "b"'),
        ("报送</b>", "Unexpected end tag at byte offset 6"),
        ("<b><i>报</b></i>", 'Unmatched end tag at byte offset 9, expected "</i>", found "</b>"'),
        ("3 < 5", 'Unsupported start tag "" at byte offset 2'),
        ("报<b", "Unclosed start tag at byte offset 3"),
        ("<a href>报</a>", 'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0'),
        ("<span>报</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<b>报</b 送", "Unclosed end tag at byte offset 6"),
    ],
)  # fmt: skip
async def test_html_that_telegram_would_not_read_is_refused(bot, phone, html, said):
    with pytest.raises(BadRequest) as refused:
        await bot.send_message(phone.id, html, parse_mode="HTML")
    assert refused.value.message.lower() == f"can't parse entities: {said}".lower()
    assert phone.heard == []


async def test_a_message_is_edited_in_place_and_not_twice_the_same(bot, phone):
    message = await bot.send_message(phone.id, "是否提交？", reply_markup=buttons(提交="go"))
    await message.edit_text("已提交")
    assert (phone.messages[-1].text, phone.messages[-1].buttons, phone.messages[-1].edited) == ("已提交", (), True)
    assert phone.heard == ["是否提交？"]
    with pytest.raises(BadRequest, match=r"(?i)message is not modified"):
        await message.edit_text("已提交")
    await message.edit_reply_markup(buttons(再改="back"))
    assert phone.messages[-1].buttons == ("再改",)
    with pytest.raises(BadRequest, match=r"(?i)message is not modified"):
        await message.edit_reply_markup(buttons(再改="back"))


async def test_what_is_deleted_cannot_be_edited_or_deleted_again(bot, phone):
    message = await bot.send_message(phone.id, "过时了")
    await message.delete()
    assert [shown.text for shown in phone.messages] == ["/start"]
    with pytest.raises(BadRequest, match=r"(?i)message to edit not found"):
        await message.edit_text("新的")
    with pytest.raises(BadRequest, match=r"(?i)message to delete not found"):
        await message.delete()


async def test_a_bot_cannot_edit_what_the_user_said(bot, phone):
    with pytest.raises(BadRequest, match=r"(?i)message can't be edited"):
        await bot.edit_message_text("改你的话", phone.id, phone.messages[0].id)


async def test_nobody_is_spoken_to_who_is_unknown_has_not_started_or_has_blocked(bot, phone, telegram):
    with pytest.raises(BadRequest, match=r"(?i)chat not found"):
        await bot.send_message(99, "在吗")
    stranger = Phone(telegram, "路人")
    with pytest.raises(Forbidden, match="can't initiate conversation with a user"):
        await bot.send_message(stranger.id, "在吗")
    phone.block()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(phone.id, "在吗")
    assert (await bot.get_updates(offset=-1))[0].my_chat_member.new_chat_member.status == "kicked"


async def test_a_reply_needs_its_message(bot, phone):
    asked = await bot.send_message(phone.id, "收到", reply_parameters=ReplyParameters(phone.messages[0].id))
    assert asked.reply_to_message.text == "/start"
    with pytest.raises(BadRequest, match=r"(?i)message to be replied not found"):
        await bot.send_message(phone.id, "收到", reply_parameters=ReplyParameters(999))
    phone.say("办完了", reply_to=asked.message_id)
    assert (await bot.get_updates(offset=2))[0].message.reply_to_message.text == "收到"


async def test_what_the_sandbox_cannot_do_it_says(bot, phone):
    await bot.send_chat_action(phone.id, "typing")
    with pytest.raises(NetworkError, match="the sandbox does not cover parse_mode Markdown"):
        await bot.send_message(phone.id, "*重*", parse_mode="MarkdownV2")


async def test_a_phone_splits_what_is_too_long_and_marks_commands_and_links(bot, phone):
    phone.say("字" * 5000)
    phone.say("办完了 https://example.org/gs，请查收")
    _, first, second, link = await bot.get_updates()
    assert (len(first.message.text), len(second.message.text)) == (4096, 904)
    assert list(link.message.parse_entities().values()) == ["https://example.org/gs"]


async def test_a_phone_waits_for_what_it_should_see(bot, phone):
    waiting = asyncio.create_task(asyncio.to_thread(phone.sees, "进展"))
    await bot.send_message(phone.id, "【进展通报】")
    assert (await waiting).text == "【进展通报】"
    with pytest.raises(TimeoutError, match="进展通报"):
        phone.sees("不会来", seconds=0.05)
    with pytest.raises(LookupError, match="no button"):
        phone.press("确认")
