"""Post over Telegram: facts in, a message out. Its errors say what to do next."""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any, TypeVar

from telegram import Bot, InlineKeyboardMarkup, Message
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter, TelegramError

from bot import buttons
from bot.wording import Wording
from tasks.deliver import Moved, NeverAgain, TryLater
from tasks.rules.retry import pause
from tasks.tellings import Telling

SEND_SECONDS = 60  # longer than the client's own time-outs together
Sent = TypeVar("Sent")
GONE = ("chat not found", "user is deactivated", "bot was blocked", "can't initiate conversation")


@dataclass(frozen=True)
class TelegramPost:
    """Sends from a worker's thread; the Telegram client itself lives in the bot's loop."""

    bot: Bot
    wording: Wording
    loop: asyncio.AbstractEventLoop

    def send(self, telling: Telling) -> int:
        sending = asyncio.run_coroutine_threadsafe(self._send(telling), self.loop)
        return sending.result(SEND_SECONDS)

    async def _send(self, telling: Telling) -> int:
        text, keyboard = self.wording.telling(telling), buttons.under_telling(telling)
        try:
            return (await send(self.bot, telling.chat_id, text, keyboard)).message_id
        except RetryAfter as busy:
            raise TryLater("429", _seconds(busy)) from busy
        except ChatMigrated as moved:
            raise Moved(moved.new_chat_id) from moved
        except (Forbidden, BadRequest) as refused:
            if any(words in str(refused).lower() for words in GONE):
                raise NeverAgain(str(refused)) from refused
            raise TryLater(str(refused)) from refused
        except TelegramError as trouble:
            raise TryLater(type(trouble).__name__, maybe_sent=True) from trouble


async def send(bot: Bot, chat_id: int, text: str, keyboard: InlineKeyboardMarkup | None) -> Message:
    """One message in our one format."""
    return await bot.send_message(
        chat_id, text, parse_mode=ParseMode.HTML, reply_markup=keyboard, disable_web_page_preview=True
    )


async def until_sent(attempt: Callable[[], Coroutine[Any, Any, Sent]]) -> Sent:
    """Try until the network lets it through: an answer to a person is worth waiting for. A refusal is raised."""
    tries = 0
    while True:
        tries += 1
        try:
            return await attempt()
        except RetryAfter as busy:
            await asyncio.sleep(_seconds(busy))
        except BadRequest:
            raise
        except NetworkError:
            await asyncio.sleep(pause(tries, None).total_seconds())


def _seconds(busy: RetryAfter) -> float:
    """RetryAfter's wait, which comes as a number or as a timedelta by the library's settings."""
    wait = busy.retry_after
    return float(wait) if isinstance(wait, int | float) else wait.total_seconds()
