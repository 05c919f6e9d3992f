"""The process is killed (SIGKILL) at the worst moments and started again: nothing is lost, at most one repeat."""

import asyncio
import signal
import subprocess
import sys
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.sandbox.telegram import TOKEN, Fault

PROCESS = Path(__file__).with_name("process.py")
DUE = date(2026, 4, 30)


@pytest.fixture
def start(town, served):
    """Starts the bot in a process of its own, at the town's time."""
    running = []

    def start():
        arguments = [TOKEN, served.base_url, served.base_file_url, town.settings.storage.url, town.now.isoformat()]
        running.append(subprocess.Popen([sys.executable, str(PROCESS), *arguments], stderr=subprocess.PIPE))
        return running[-1]

    yield start
    for process in running:
        with suppress(ProcessLookupError):
            process.send_signal(signal.SIGKILL)
        process.communicate()


async def a_reminder_is_due(town):
    """A confirmed commitment, its last day today, and the bot not running."""
    async with town.awake():
        await town.gather("office", "contact")
        await town.post()
        await town.presses(town.office, "全部确认")
    town.wall.now += DUE - town.now.date()
    return len(town.contact.heard)


async def heard(phone, count):
    async with asyncio.timeout(30):
        while len(phone.heard) < count:
            await asyncio.sleep(0.05)


def kills(process, phone):
    """A seam that kills the bot when it sends to this phone, once."""

    def strike(method, fields):
        if method == "sendMessage" and fields["chat_id"] == str(phone.id) and process[-1].poll() is None:
            process[-1].send_signal(signal.SIGKILL)
            process[-1].wait()
            return Fault()
        return None

    return strike


@pytest.mark.parametrize(("seam", "expected"), [("on_call", 1), ("on_done", 2)], ids=["before", "after"])
async def test_killed_around_a_send_it_loses_nothing_and_repeats_at_most_once(town, telegram, start, seam, expected):
    before = await a_reminder_is_due(town)
    process = [start()]
    setattr(telegram, seam, kills(process, town.contact))
    await asyncio.to_thread(process[0].wait, 30)
    setattr(telegram, seam, lambda method, fields: None)
    town.wall.now += timedelta(seconds=town.app.policy.lease_seconds + 1)
    start()
    await heard(town.contact, before + expected)
    await asyncio.sleep(1)
    told = town.contact.heard[before:]
    assert ["今日到期" in text for text in told] == [True] * expected
    assert ["如有重复" in text for text in told] == [seam == "on_call" or place > 0 for place in range(expected)]


async def test_an_answer_that_waited_through_a_kill_is_applied_once(town, telegram, start):
    await a_reminder_is_due(town)
    first = start()
    await town.contact_hears("今日到期")
    strike = kills([first], town.contact)
    telegram.on_call = strike
    town.contact.say("已完成60%")
    await asyncio.to_thread(first.wait, 30)
    telegram.on_call = lambda method, fields: None
    start()
    await town.contact_hears("上一条消息已经收到并处理")
    with town.app.database.reading() as session:
        assert session.connection().exec_driver_sql('select count(*) from "update"').scalar() == 1
