"""A world with one member in it, served over HTTP, and the real python-telegram-bot that talks to it."""

from datetime import UTC, datetime

import pytest
from telegram import Bot
from telegram.request import HTTPXRequest

from bot.sandbox.api import Served
from bot.sandbox.phones import Phone
from bot.sandbox.telegram import TOKEN, Telegram

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


class Clock:
    def __init__(self):
        self.now = NOW

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def telegram(clock):
    return Telegram(clock)


@pytest.fixture
def phone(telegram):
    phone = Phone(telegram, "何委员")
    phone.say("/start")
    return phone


@pytest.fixture
def served(telegram):
    with Served(telegram) as served:
        yield served


@pytest.fixture
def bot_with(served):
    def bot_with(token):
        return Bot(
            token,
            base_url=served.base_url,
            base_file_url=served.base_file_url,
            request=HTTPXRequest(httpx_kwargs={"trust_env": False}),
            get_updates_request=HTTPXRequest(httpx_kwargs={"trust_env": False}),
        )

    return bot_with


@pytest.fixture
async def bot(bot_with):
    async with bot_with(TOKEN) as bot:
        yield bot
