"""The stand-in of the Bot API, through the real client over HTTP: who may call, what waits for the bot, what breaks."""

import asyncio
from datetime import timedelta

import httpx
import pytest
from telegram import BotCommand
from telegram.error import BadRequest, Conflict, InvalidToken, NetworkError, RetryAfter

from bot.sandbox.api import Served
from bot.sandbox.telegram import TOKEN, Fault


async def test_the_bot_learns_its_own_name(bot):
    assert bot.username == "duban_sandbox_bot"


async def test_a_wrong_token_is_turned_away(bot_with):
    stranger = bot_with("7000000001:wrong")
    with pytest.raises(InvalidToken):
        await stranger.initialize()
    await stranger.shutdown()


async def test_an_unknown_method_is_404(served):
    async with httpx.AsyncClient(trust_env=False) as client:
        answer = await client.post(f"{served.base_url}{TOKEN}/sendLove")
    assert answer.status_code == 404
    assert answer.json() == {"ok": False, "error_code": 404, "description": "Not Found: method not found"}


async def test_fields_may_come_in_the_address_as_json_or_as_a_form(served, phone):
    call = f"{served.base_url}{TOKEN}/sendMessage"
    async with httpx.AsyncClient(trust_env=False) as client:
        await client.get(call, params={"chat_id": phone.id, "text": "一"})
        await client.post(call, json={"chat_id": phone.id, "text": "二", "reply_parameters": {"message_id": 1}})
        await client.post(call, data={"chat_id": phone.id, "text": "三"})
    assert phone.heard == ["一", "二", "三"]
    assert phone.messages[2].reply_to == 1


async def test_updates_stay_until_the_offset_passes_them(bot, phone):
    phone.say("第一句")
    phone.say("第二句")
    first = await bot.get_updates()
    assert [update.message.text for update in first] == ["/start", "第一句", "第二句"]
    assert len(await bot.get_updates()) == 3
    left = await bot.get_updates(offset=first[1].update_id + 1)
    assert [update.message.text for update in left] == ["第二句"]
    assert [update.message.text for update in await bot.get_updates(offset=1)] == ["第二句"]  # gone for good


async def test_a_negative_offset_forgets_all_but_the_last(bot, phone):
    for text in "一二三":
        phone.say(text)
    assert [update.message.text for update in await bot.get_updates(offset=-2)] == ["二", "三"]
    assert len(await bot.get_updates()) == 2


async def test_a_limit_holds_back_the_rest(bot, phone):
    phone.say("第二句")
    assert len(await bot.get_updates(limit=1)) == 1
    assert len(await bot.get_updates(limit=100)) == 2


async def test_a_long_poll_wakes_at_a_new_message(bot, phone):
    await bot.get_updates(offset=2)
    waiting = asyncio.create_task(bot.get_updates(offset=2, timeout=30))
    await asyncio.sleep(0.2)
    assert not waiting.done()
    phone.say("办完了")
    assert [update.message.text for update in await asyncio.wait_for(waiting, 5)] == ["办完了"]


async def test_a_long_poll_ends_empty_after_its_time(bot, phone):
    assert await bot.get_updates(offset=2, timeout=1) == ()


async def test_a_second_poll_ends_the_first_with_409(bot, phone):
    await bot.get_updates(offset=2)
    first = asyncio.create_task(bot.get_updates(offset=2, timeout=30))
    await asyncio.sleep(0.2)
    assert await bot.get_updates(offset=2) == ()
    with pytest.raises(Conflict, match="terminated by other getUpdates request"):
        await first


async def test_the_server_leaves_at_once_though_somebody_polls_and_comes_back_with_the_same_world(telegram, phone):
    async with httpx.AsyncClient(trust_env=False) as client:
        with Served(telegram) as served:
            poll = f"{served.base_url}{TOKEN}/getUpdates"
            waiting = asyncio.create_task(client.get(poll, params={"offset": 2, "timeout": 30}))
            await asyncio.sleep(0.2)
        assert (await asyncio.wait_for(waiting, 1)).json() == {"ok": True, "result": []}
        with Served(telegram) as served:
            phone.say("还在")
            answer = await client.get(f"{served.base_url}{TOKEN}/getUpdates")
    assert [update["message"]["text"] for update in answer.json()["result"]] == ["还在"]


async def test_kinds_that_were_not_asked_for_are_not_queued(bot, phone):
    await bot.get_updates(offset=2, allowed_updates=["callback_query"])
    phone.say("听不见")
    assert await bot.get_updates() == ()


async def test_commands_are_kept_and_misspelt_ones_refused(bot):
    await bot.set_my_commands([BotCommand("overdue", "逾期")])
    assert [command.description for command in await bot.get_my_commands()] == ["逾期"]
    with pytest.raises(BadRequest, match=r"(?i)bot_command_invalid"):
        await bot.set_my_commands([BotCommand("逾期", "逾期")])


async def test_the_webhook_is_never_set_and_pending_updates_can_be_dropped(bot, phone):
    assert (await bot.get_webhook_info()).pending_update_count == 1
    await bot.delete_webhook(drop_pending_updates=True)
    assert await bot.get_updates() == ()


async def test_a_fault_before_a_call_keeps_it_from_taking_effect(bot, phone, telegram, monkeypatch):
    monkeypatch.setenv("PTB_TIMEDELTA", "true")  # else python-telegram-bot warns of its own future
    telegram.on_call = lambda method, _: Fault(429, "Too Many Requests: retry after 7", 7) if "send" in method else None
    with pytest.raises(RetryAfter) as busy:
        await bot.send_message(phone.id, "在吗")
    assert busy.value.retry_after == timedelta(seconds=7)
    assert phone.heard == []


async def test_a_fault_after_a_call_loses_only_its_answer(bot, phone, telegram):
    seen = []
    telegram.on_done = lambda method, fields: seen.append((method, fields["text"])) or Fault()
    with pytest.raises(NetworkError):
        await bot.send_message(phone.id, "在吗")
    assert phone.heard == ["在吗"]
    assert seen == [("sendMessage", "在吗")]
