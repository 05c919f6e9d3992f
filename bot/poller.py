"""Chat → inbox → handlers: an update is on the disk before the polling offset moves, and is answered in its turn."""

import asyncio
import logging
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from telegram import Bot, Update
from telegram.error import InvalidToken, RetryAfter, TelegramError
from telegram.ext import Application

from tasks.mailbox import Mailbox, StoreAway
from tasks.rules.retry import pause

POLL_SECONDS = 25
KINDS = (Update.MESSAGE, Update.CALLBACK_QUERY)
log = logging.getLogger(__name__)


@dataclass
class Poller:
    """python-telegram-bot's own updater confirms updates while they are only in memory; this one stores them first."""

    application: Application[Any, Any, Any, Any, Any, Any]
    mailbox: Mailbox
    clock: Callable[[], datetime]
    answered: Callable[[], Coroutine[Any, Any, None]]  # after each update: its move may have put notices

    async def run(self) -> None:
        """Answer what was left waiting, then poll for ever; only a token that is refused ends it."""
        failures = 0
        while True:
            try:
                await self._answer_waiting()
                updates = await self._poll()
                if updates:
                    await asyncio.to_thread(self.mailbox.store, [one.to_dict() for one in updates], self.clock())
                failures = 0
            except InvalidToken:
                raise
            except (TelegramError, StoreAway) as trouble:
                failures += 1
                await asyncio.sleep(_pause(failures, trouble))

    async def _poll(self) -> Sequence[Update]:
        offset = await asyncio.to_thread(self.mailbox.offset)
        bot: Bot = self.application.bot
        return await bot.get_updates(offset=offset, timeout=POLL_SECONDS, allowed_updates=KINDS)

    async def _answer_waiting(self) -> None:
        for update_id, raw in await asyncio.to_thread(self.mailbox.waiting):
            await self.application.process_update(Update.de_json(raw, self.application.bot))
            await asyncio.to_thread(self.mailbox.handled, update_id, self.clock())
            await self.answered()


def _pause(failures: int, trouble: TelegramError | StoreAway) -> float:
    log.warning("polling failed (%s: %s), waiting", type(trouble).__name__, trouble)
    wait = trouble.retry_after if isinstance(trouble, RetryAfter) else None
    asked = wait if wait is None or isinstance(wait, int | float) else wait.total_seconds()
    return pause(failures, asked).total_seconds()
