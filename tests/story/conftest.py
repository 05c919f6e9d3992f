"""A town to tell stories in: the real bot over real HTTP to the strict sandbox, a real SQLite file, a clock to set."""

import asyncio
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from pydantic import SecretStr

from bot.app import open_app
from bot.sandbox.api import Served
from bot.sandbox.phones import Phone
from bot.sandbox.state import Button
from bot.sandbox.telegram import TOKEN, Telegram
from bot.settings import Settings, Storage
from bot.settings import Telegram as TelegramSettings
from storage.terms import Role
from tasks import invitations
from tasks.intake import take
from tasks.work import Work

ZONE = ZoneInfo("Asia/Shanghai")
BUREAU = "云岭县住房和城乡建设局"
LETTER = Path(__file__).with_name("letter.txt")
CAST = {
    "member": ("程若溪", Role.MEMBER),
    "contact": ("罗启明", Role.CONTACT),
    "leader": ("韩立群", Role.LEADER),
    "office": ("周明", Role.OFFICE),
}


def ten_o_clock(day):
    return datetime.combine(day, time(10), ZONE)


class WallClock:
    """Shows what it was set to."""

    def __init__(self):
        self.now = ten_o_clock(date(2026, 3, 10))

    def __call__(self):
        return self.now


class Town:
    """Everybody's phone, the bot they talk to, and the calendar on the wall."""

    def __init__(self, folder, telegram, served, wall):
        self.wall, self.world = wall, telegram.world
        self.settings = Settings(
            telegram=TelegramSettings(
                token=SecretStr(TOKEN), base_url=served.base_url, base_file_url=served.base_file_url
            ),
            storage=Storage(url=f"sqlite:///{folder}/ledger.db"),
        )
        self.app = open_app(self.settings, wall)
        self.member, self.contact, self.leader, self.office, self.stranger = (
            Phone(telegram, name) for name in (*(name for name, _ in CAST.values()), "路人")
        )

    @property
    def now(self):
        return self.wall.now

    def awake(self):
        """The bot runs; its ticker stands still, so that a story sets its own pace."""
        return self.app.running(ticking=False)

    async def gather(self, *names):
        """These people use their invitations."""
        for name in names:
            with self.app.database.writing() as session:
                code = invitations.invite(Work(session, self.app.policy, self.now), *CAST[name], BUREAU)
            await self.says(getattr(self, name), f"/start {code}")

    async def post(self, content=None):
        """A letter comes in at the command line."""
        content = content or LETTER.read_bytes()
        read = self.app.reader.receive(content, self.now.date())
        with self.app.database.writing() as session:
            take(Work(session, self.app.policy, self.now), "letter.txt", content, *read)
        await self.app.deliver()

    @staticmethod
    def letter_with(promises):
        """The letter, promising other things."""
        return LETTER.read_text("utf-8").replace("下一步，我局将于4月底前建成西门公共停车场。", f"下一步，{promises}")

    async def live_to(self, day):
        """Each day until then is lived through, its messages sent."""
        while self.now.date() < day:
            self.wall.now += timedelta(days=1)
            await self.app.tick()

    async def says(self, phone, text, reply_to=None):
        await self._answered(phone, lambda: phone.say(text, reply_to))

    async def presses(self, phone, label, on=None):
        await self._answered(phone, lambda: phone.press(label, on))

    async def presses_again(self, phone, message, button):
        """A press that the screen no longer offers: of a button taken away, or of one that never was."""
        behind = button if isinstance(button, Button) else Button("?", data=button)
        await self._answered(phone, lambda: self.world.press(self.world.messages[message.id], behind))

    async def sends(self, phone, name, data):
        await self._answered(phone, lambda: phone.send_file(name, data))

    async def contact_hears(self, part):
        await asyncio.to_thread(self.contact.sees, part, 30)

    async def _answered(self, phone, act):
        """Do it, and wait until the bot has answered and told whomever that concerns."""
        before = len(phone.heard)
        act()
        async with asyncio.timeout(10):
            while len(phone.heard) == before or await asyncio.to_thread(self._busy):
                await asyncio.sleep(0.01)
        await self.app.deliver()

    def _busy(self):
        return bool(self.app.mailbox.waiting())


@pytest.fixture
def wall():
    return WallClock()


@pytest.fixture
def telegram(wall):
    return Telegram(wall)


@pytest.fixture
def served(telegram):
    with Served(telegram) as served:
        yield served


@pytest.fixture
def town(tmp_path, telegram, served, wall):
    town = Town(tmp_path, telegram, served, wall)
    yield town
    town.app.database.close()
