"""The page of `duban try`: three phones side by side, a time machine above them, the ledger beside them."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from fastapi import FastAPI
from nicegui import ui

from bot.sandbox.days import full_day_words
from bot.sandbox.screen import Place, Screen
from bot.sandbox.telegram import Telegram

STYLE = (Path(__file__).parent / "try.css").read_text(encoding="utf-8")
LOOK_EVERY_SECONDS = 0.5


class TimeMachine(Protocol):
    """The sandbox's calendar, which turns only when it is told to."""

    def now(self) -> datetime:
        """The sandbox's time, aware."""

    async def forward(self, days: int) -> None:
        """Live through so many days; done when all that fell due in them has been sent."""

    async def to_next_message(self) -> None:
        """Live on until the bot next says something of its own accord."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the ledger as the page shows it."""

    number: str  # 43-2
    action: str
    bureau: str
    due: str  # 6月30日（周二）
    light: str  # 绿灯, 黄灯, 红灯, or what else stands there: 待审核, 已销号


Items = Callable[[], Sequence[Row]]
LIGHTS = {"绿": "green", "黄": "yellow", "红": "red"}


def mount(app: FastAPI, telegram: Telegram, places: Sequence[Place], machine: TimeMachine, items: Items) -> None:
    """Put the page at / of `app`; once a process, since nicegui knows one application only."""

    @ui.page("/", title="督办 · 试用")
    def page() -> None:
        ui.add_css(STYLE)
        _Page(telegram, places, machine, items)

    # no tailwind: the page brings its own style, and nothing is compiled in the browser
    ui.run_with(app, title="督办 · 试用", favicon="📌", language="zh-CN", tailwind=False, show_welcome_message=False)


class _Page:
    """What one browser window shows."""

    def __init__(self, telegram: Telegram, places: Sequence[Place], machine: TimeMachine, items: Items) -> None:
        self._telegram, self._machine, self._items = telegram, machine, items
        self._seen = -1  # the revision of the world that is on the page
        self._rows: list[Row] | None = None
        self._top()
        with ui.element("div").classes("stage"):
            self._screens = [Screen(place, machine.now().tzinfo) for place in places]
            with ui.element("aside"):
                ui.label("台账").classes("title")
                self._ledger = ui.element("div").classes("ledger")
        ui.timer(LOOK_EVERY_SECONDS, self._look)

    def _top(self) -> None:
        with ui.element("nav"):
            ui.label("督办").classes("brand")
            ui.label("试用：全部在本机，不连任何聊天服务").classes("note")
            self._date = ui.label().classes("date")
            with ui.element("div").classes("machine"):
                self._turn("下一天", lambda: self._machine.forward(1))
                self._turn("下一周", lambda: self._machine.forward(7))
                self._turn("到下一条消息", self._machine.to_next_message)

    def _turn(self, label: str, travel: Callable[[], Awaitable[None]]) -> None:
        async def turn() -> None:
            button.props("loading")
            try:
                await travel()
            finally:
                button.props(remove="loading")
            self._look()

        button = ui.button(label, on_click=turn, color=None).props("unelevated no-caps dense")

    def _look(self) -> None:
        now = self._machine.now()
        self._date.set_text(f"{full_day_words(now.date())} {now:%H:%M}")
        if self._seen != self._telegram.world.revision:
            self._seen = self._telegram.world.revision
            for screen in self._screens:
                screen.refresh()
        rows = list(self._items())
        if rows != self._rows:
            self._rows = rows
            self._list(rows)

    def _list(self, rows: Sequence[Row]) -> None:
        self._ledger.clear()
        with self._ledger:
            if not rows:
                ui.label("还没有承诺事项。请在提案委的手机上发送一份答复函。").classes("empty")
            for row in rows:
                with ui.element("div").classes("item"):
                    ui.label(row.light).classes(f"light {LIGHTS.get(row.light[:1], 'grey')}")
                    ui.label(row.number).classes("number")
                    ui.label(row.action).classes("action")
                    ui.label(f"{row.bureau} · {row.due}").classes("due")
