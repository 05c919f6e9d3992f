"""Wires the house: opens the store, loads the dictionary, runs the bot and its ticker. One of the two clock readers."""

import asyncio
import logging
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from telegram.ext import Application
from telegram.request import HTTPXRequest

from bot.chat import furnish
from bot.chat.speaking import Desk
from bot.poller import Poller
from bot.post import TelegramPost, until_sent
from bot.settings import BadSettings, Settings
from bot.wording import Wording
from storage.database import Database
from tasks.deliver import deliver
from tasks.intake import Reader
from tasks.language.words import Words
from tasks.mailbox import Mailbox
from tasks.office import Office
from tasks.policy import Policy
from tasks.sweep import sweep

Clock = Callable[[], datetime]
SWEEP_SECONDS, DELIVER_SECONDS = 60, 5
LOOPBACK = ("http://127.0.0.1", "http://localhost", "http://[::1]")
log = logging.getLogger(__name__)


def system_clock() -> datetime:
    return datetime.now(UTC)


@dataclass
class App:
    """The bot, its ticker and its store. Everything that is decided stands in the database."""

    database: Database
    policy: Policy
    reader: Reader
    application: Application[Any, Any, Any, Any, Any, Any]
    wording: Wording
    mailbox: Mailbox
    clock: Clock
    delivering: asyncio.Lock = field(default_factory=asyncio.Lock)
    couriers: set[asyncio.Task[int]] = field(default_factory=set)  # the loop itself keeps no hold of its tasks

    async def sweep(self) -> int:
        return await asyncio.to_thread(sweep, self.database, self.policy, self.clock())

    async def deliver(self) -> int:
        """Send what waits; one courier at a time in this process."""
        post = TelegramPost(self.application.bot, self.wording, asyncio.get_running_loop())
        async with self.delivering:
            return await asyncio.to_thread(deliver, self.database, post, self.policy, self.clock())

    async def hurry(self) -> None:
        """Somebody's move may have put notices: send them now, unless a courier is on its way already."""
        if not self.delivering.locked():
            courier = asyncio.create_task(self.deliver())
            self.couriers.add(courier)
            courier.add_done_callback(self.couriers.discard)

    async def tick(self) -> int:
        """Sweep and deliver at once."""
        await self.sweep()
        return await self.deliver()

    @asynccontextmanager
    async def running(self, ticking: bool = True) -> AsyncIterator[asyncio.Task[None]]:
        """The bot, and its ticker unless somebody else sets the pace, from start to an orderly end.

        Gives the polling task, which ends only by an error.
        """
        ticker = self._ticker()
        await until_sent(self.application.initialize)
        polling = asyncio.create_task(Poller(self.application, self.mailbox, self.clock, self.hurry).run())
        ticker.start(paused=not ticking)
        try:
            yield polling
        finally:
            ticker.pause()
            polling.cancel()
            await asyncio.gather(polling, *self.couriers, return_exceptions=True)
            async with self.delivering:  # what is in flight is settled before the client closes
                ticker.shutdown(wait=False)
            await self.application.shutdown()

    def _ticker(self) -> AsyncIOScheduler:
        """A few fixed jobs and no store: a reminder is a row, never a timer."""
        ticker = AsyncIOScheduler(
            timezone=UTC, job_defaults={"coalesce": True, "misfire_grace_time": None, "max_instances": 1}
        )
        ticker.add_job(self.sweep, "interval", seconds=SWEEP_SECONDS, next_run_time=system_clock())
        ticker.add_job(self.deliver, "interval", seconds=DELIVER_SECONDS, next_run_time=system_clock())
        return ticker


def open_app(settings: Settings, clock: Clock = system_clock) -> App:
    """Everything in its place; BadSettings without a token."""
    token = settings.telegram.token.get_secret_value()
    if not token:
        raise BadSettings("telegram.token: missing; @BotFather gives one (config.toml, or DUBAN_TELEGRAM__TOKEN)")
    database, policy = open_database(settings), settings.policy()
    reader, wording = Reader(Words(), policy), Wording(settings.chat.quotes)
    application = _application(settings, token)
    furnish(application, Desk(Office(database, reader, policy), wording, clock))
    return App(database, policy, reader, application, wording, Mailbox(database), clock)


def open_database(settings: Settings) -> Database:
    """The store of these settings, its schema up to date."""
    database = Database(settings.storage.url)
    database.migrate()
    return database


def _application(settings: Settings, token: str) -> Application[Any, Any, Any, Any, Any, Any]:
    """The Telegram client. It polls by our own hand, and obeys no proxy variable on loopback."""
    chat = settings.telegram
    options = {"trust_env": False} if chat.base_url.startswith(LOOPBACK) else None
    requests = [HTTPXRequest(proxy=chat.proxy or None, httpx_kwargs=options, connection_pool_size=8) for _ in range(2)]
    builder = Application.builder().token(token).base_url(chat.base_url).base_file_url(chat.base_file_url)
    return builder.request(requests[0]).get_updates_request(requests[1]).updater(None).job_queue(None).build()


async def serve(settings: Settings, clock: Clock = system_clock) -> None:
    """Run until SIGTERM or SIGINT, or until the chat service refuses the token."""
    app, stop = open_app(settings, clock), asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    async with app.running() as polling:
        log.info("serving")
        ended = asyncio.create_task(stop.wait())
        await asyncio.wait([ended, polling], return_when=asyncio.FIRST_COMPLETED)
        ended.cancel()
        if polling.done():
            polling.result()
    app.database.close()
