"""What every handler does: find out who asks, ask the office in a thread, say what it answered."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from telegram import InlineKeyboardMarkup, Update
from telegram.error import TelegramError
from telegram.ext import ContextTypes

from bot import buttons
from bot.post import send, until_sent
from bot.wording import Wording
from tasks.office import Office
from tasks.results import Result, WhatEvidence, WhatReason, WhichDay, WhyRating
from tasks.work import Caller

Context = ContextTypes.DEFAULT_TYPE
ASKING = (WhichDay, WhatReason, WhatEvidence, WhyRating)  # a reply to one of these answers its question
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Desk:
    """What a handler works with."""

    office: Office
    wording: Wording
    clock: Callable[[], datetime]


def desk(context: Context) -> Desk:
    found: Desk = context.bot_data["desk"]
    return found


def caller(update: Update, context: Context) -> Caller:
    """Who asks. The chat is private, so it is the person."""
    assert update.effective_chat
    return Caller(update.effective_chat.id, update.update_id, desk(context).clock())


async def answer(update: Update, context: Context, ask: Callable[..., Result], *said: Any) -> None:
    """Ask the office, outside the loop, and say what it answered."""
    result = await asyncio.to_thread(ask, caller(update, context), *said)
    here = desk(context)
    text = here.wording.result(result, here.office.policy.day(here.clock()))
    message_id = await say(update, context, text, buttons.under_result(result, update.update_id))
    entry = getattr(result, "entry", None)
    if entry is not None and not isinstance(result, ASKING):
        assert update.effective_chat
        await asyncio.to_thread(here.office.mention, update.effective_chat.id, message_id, entry.id)


async def say(update: Update, context: Context, text: str, keyboard: InlineKeyboardMarkup | None = None) -> int:
    """Send words to whoever asked, however long the network takes. The message's id."""
    chat = update.effective_chat
    assert chat
    message = await until_sent(lambda: send(context.bot, chat.id, text, keyboard))
    return message.message_id


async def plain(update: Update, context: Context, name: str, **facts: Any) -> None:
    """Say a sentence that needs no office."""
    await say(update, context, desk(context).wording.plain(name, **facts))


async def on_trouble(update: object, context: Context) -> None:
    """A fault of ours: told to the log in full, to the person in a sentence."""
    log.error("an update could not be answered", exc_info=context.error)
    if isinstance(update, Update) and update.effective_chat and not isinstance(context.error, TelegramError):
        await plain(update, context, "trouble")
