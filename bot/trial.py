"""duban try: the whole house on this machine, with a chat service of its own, three phones and a calendar to move."""

import asyncio
import signal
import socket
import tempfile
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import uvicorn
from fastapi import FastAPI
from pydantic import SecretStr

from bot.app import App, open_app, system_clock
from bot.console import out
from bot.sandbox.api import bot_api
from bot.sandbox.page import Row, mount
from bot.sandbox.phones import Phone
from bot.sandbox.quiet import QuietServer
from bot.sandbox.screen import Place
from bot.sandbox.telegram import TOKEN, Telegram
from bot.settings import Settings, Storage
from bot.settings import Telegram as TelegramSettings
from bot.wording import LIGHTS, STATUSES, day_words
from storage.terms import Role, Status
from tasks import invitations, lists
from tasks.intake import take
from tasks.work import Work

BEGINS = datetime(2026, 3, 3, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai"))  # the day after the sample letter was written
LETTER = Path(__file__).parent / "sandbox" / "letter.txt"
FARTHEST_DAYS = 400


@dataclass
class MovedClock:
    """The sandbox's time: real seconds pass, and days when the calendar is turned."""

    began: datetime = field(default_factory=system_clock)
    turned: timedelta = timedelta(0)

    def __call__(self) -> datetime:
        return BEGINS + (system_clock() - self.began) + self.turned


@dataclass
class Calendar:
    """The time machine of the page. Each day is lived through: swept, and its messages sent."""

    app: App
    clock: MovedClock

    def now(self) -> datetime:
        return self.clock().astimezone(BEGINS.tzinfo)

    async def forward(self, days: int) -> None:
        for _ in range(days):
            await self._next_day()

    async def to_next_message(self) -> None:
        for _ in range(FARTHEST_DAYS):
            if await self._next_day():
                return

    async def _next_day(self) -> int:
        self.clock.turned += timedelta(days=1)
        return await self.app.tick()


async def try_it(port: int, open_browser: bool) -> None:
    """Serve the sandbox and the bot until SIGINT or SIGTERM."""
    with tempfile.TemporaryDirectory(prefix="duban-try-") as folder, _listening(port) as listening:
        address = f"http://127.0.0.1:{listening.getsockname()[1]}"
        clock = MovedClock()
        telegram = Telegram(clock)
        app = open_app(_settings(folder, address), clock)
        page = FastAPI()
        page.mount("/telegram", bot_api(telegram))
        places = _furnish(app, telegram)
        mount(page, telegram, places, Calendar(app, clock), lambda: _rows(app))
        server = QuietServer(uvicorn.Config(page, log_level="warning", ws="websockets-sansio"))
        for name in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(name, setattr, server, "should_exit", True)
        serving = asyncio.create_task(server.serve([listening]))
        async with app.running(ticking=False):  # days pass by the page's buttons alone
            out.print(f"duban is at {address} — Ctrl-C ends it", markup=False)
            if open_browser:
                webbrowser.open(address)
            while not server.should_exit:
                await asyncio.sleep(0.1)
        telegram.world.updates.hang_up()
        await serving
        app.database.close()


def _settings(folder: str, address: str) -> Settings:
    return Settings(
        telegram=TelegramSettings(
            token=SecretStr(TOKEN),
            base_url=f"{address}/telegram/bot",
            base_file_url=f"{address}/telegram/file/bot",
        ),
        storage=Storage(url=f"sqlite:///{folder}/duban.db"),
    )


@contextmanager
def _listening(port: int) -> Iterator[socket.socket]:
    with socket.socket() as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(("127.0.0.1", port))
        yield listening


def _furnish(app: App, telegram: Telegram) -> list[Place]:
    """Three people who have used their invitations, and a letter that has just been read."""
    people = (
        ("林知远", Role.MEMBER, "委员"),
        ("沈禾", Role.CONTACT, "县民政局联络员"),
        ("周明", Role.OFFICE, "提案委"),
    )
    places = []
    with app.database.writing() as session:
        work = Work(session, app.policy, app.clock())
        for name, role, caption in people:
            phone = Phone(telegram, name)
            phone.say(f"/start {invitations.invite(work, name, role, '青禾县民政局')}")
            places.append(Place(phone, name, caption, sends_files=role is Role.OFFICE))
        take(work, LETTER.name, LETTER.read_bytes(), *app.reader.receive(LETTER.read_bytes(), work.today))
    return places


def _rows(app: App) -> list[Row]:
    """The ledger as the page shows it."""
    with app.database.reading() as session:
        work = Work(session, app.policy, app.clock())
        entries = lists.chosen(work)
    shown = [(one, LIGHTS[one.light] if one.status is Status.OPEN else STATUSES[one.status]) for one in entries]
    return [Row(one.number, one.action, one.bureau, day_words(one.due, work.today), light) for one, light in shown]
