"""The page of the sandbox in a real browser: what somebody who tries duban sees and can do."""

import asyncio
import json
import shutil
from contextlib import asynccontextmanager, suppress
from datetime import datetime, timedelta, timezone
from urllib.parse import urlsplit

import httpx
import pytest
from fastapi import FastAPI
from playwright.sync_api import expect, sync_playwright

from bot.sandbox.api import bot_api
from bot.sandbox.arguments import Arguments
from bot.sandbox.page import Row, mount
from bot.sandbox.phones import Phone
from bot.sandbox.quiet import InThread
from bot.sandbox.screen import Place
from bot.sandbox.telegram import TOKEN, Telegram

CHROMIUM = shutil.which("chromium")
QUIET = "--disable-background-networking --disable-component-update --disable-sync"
ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", *QUIET.split()]
MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=timezone(timedelta(hours=8)))

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="needs the system's chromium"),
]


class Machine:
    """A calendar that turns at once; the office hears of it."""

    def __init__(self):
        self.today = MONDAY
        self.arrived = None

    def now(self):
        return self.today

    async def forward(self, days):
        self.today += timedelta(days=days)
        await self.arrived(f"【提醒】<b>43-2</b> 还有{days}个工作日到期。")

    async def to_next_message(self):
        await self.forward(3)


class Echo:
    """Stands where the bot will: says again what it hears, and takes files."""

    def __init__(self, telegram):
        self.telegram = telegram
        self.rows = [
            Row("43-1", "在县级媒体平台公布三个清单", "市民政局", "5月29日（周五）", "红灯"),
            Row("43-2", "公开选聘专职社工", "市民政局", "12月31日（周四）", "黄灯"),
            Row("57-1", "新建两处公共停车场", "市住建局", "6月30日（周二）", "绿灯"),
        ]

    async def call(self, method, **fields):
        written = {name: value if isinstance(value, str) else json.dumps(value) for name, value in fields.items()}
        return await self.telegram.call(TOKEN, method, Arguments(written))

    async def run(self):
        offset = 0
        while True:
            for update in await self.call("getUpdates", offset=offset, timeout=5):
                offset = update["update_id"] + 1
                await (self.press(update["callback_query"]) if "callback_query" in update else self.hear(update))

    async def hear(self, update):
        message = update["message"]
        words = message["document"]["file_name"] if "document" in message else message["text"]
        keys = [[{"text": "确认", "callback_data": "ok"}, {"text": "修改", "callback_data": "edit"}]]
        text = f"【收到】<b>{words}</b>\n请核对，拟记录：进行中。"
        await self.call(
            "sendMessage",
            chat_id=message["chat"]["id"],
            text=text,
            parse_mode="HTML",
            reply_markup={"inline_keyboard": keys},
        )

    async def press(self, query):
        await self.call("answerCallbackQuery", callback_query_id=query["id"], text="好的")
        place = {"chat_id": query["message"]["chat"]["id"], "message_id": query["message"]["message_id"]}
        await self.call("editMessageText", text="已记录：进行中。", **place)


@pytest.fixture(scope="module")
def sandbox():
    machine = Machine()
    telegram = Telegram(machine.now)
    echo = Echo(telegram)
    phones = [Phone(telegram, name) for name in ("何委员", "沈联络员", "提案委")]

    async def arrived(text):
        await echo.call("sendMessage", chat_id=phones[1].id, text=text, parse_mode="HTML")

    @asynccontextmanager
    async def alive(_):
        task = asyncio.create_task(echo.run())
        yield
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task

    machine.arrived = arrived
    app = FastAPI(lifespan=alive)
    places = [
        Place(phones[0], "何委员", "委员"),
        Place(phones[1], "沈明", "联络员"),
        Place(phones[2], "提案委办公室", "提案委", sends_files=True),
    ]
    app.mount("/telegram", bot_api(telegram))
    mount(app, telegram, places, machine, lambda: echo.rows)
    with InThread(app) as served:
        for phone in phones:
            phone.say("/start")
        yield served.url, phones, echo


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser, sandbox):
    """A window on the sandbox, which must fetch nothing from anywhere else and report no error."""
    asked, errors = [], []
    page = browser.new_page(viewport={"width": 1440, "height": 860})
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(sandbox[0])
    yield page
    page.close()
    hosts = {urlsplit(url).hostname for url in asked if not url.startswith(("data:", "blob:"))}
    assert hosts == {"127.0.0.1"}
    assert errors == []


def on_phone(page, role):
    return page.locator(f".phone[data-role={role}]")


def type_into(phone, text):
    phone.locator(".line input").fill(text)
    phone.locator(".line input").press("Enter")


def test_a_word_typed_is_answered_on_that_phone_only(page):
    contact = on_phone(page, "联络员")
    type_into(contact, "公告发了，下周公示")
    expect(contact.locator(".from-bot b").last).to_have_text("公告发了，下周公示")
    expect(contact.locator(".line input")).to_have_value("")
    expect(on_phone(page, "委员").get_by_text("公告发了")).to_have_count(0)


def test_a_pressed_button_changes_its_message_in_place(page, sandbox):
    contact = on_phone(page, "联络员")
    type_into(contact, "面试完了")
    expect(contact.locator(".from-bot b").last).to_have_text("面试完了")
    contact.get_by_role("button", name="确认").last.click()
    expect(contact.locator(".from-bot .words").last).to_have_text("已记录：进行中。")
    expect(contact.locator(".toast")).to_have_text("好的")


def test_the_office_sends_a_file(page, sandbox):
    office = on_phone(page, "提案委")
    with page.expect_file_chooser() as chooser:
        office.locator(".clip").click()
    chooser.value.set_files([{"name": "答复函.docx", "mimeType": "application/octet-stream", "buffer": b"letter"}])
    expect(office.locator(".from-me .file").last).to_contain_text("答复函.docx")
    expect(office.locator(".from-bot b").last).to_have_text("答复函.docx")
    assert sandbox[1][2].messages[-2].file.data == b"letter"


def test_what_is_being_typed_survives_new_messages_and_other_phones(page, sandbox):
    member = on_phone(page, "委员")
    member.locator(".line input").fill("不满意，只公布了")
    bubbles = member.locator(".bubble").count()
    sandbox[1][0].say("我的提案")
    expect(member.locator(".bubble")).to_have_count(bubbles + 2)
    expect(member.locator(".line input")).to_have_value("不满意，只公布了")


def test_what_stands_on_the_screen_is_not_drawn_again(page, sandbox):
    member = on_phone(page, "委员")
    expect(member.locator(".bubble").first).to_be_visible()
    member.locator(".bubble").first.evaluate("bubble => { bubble.dataset.kept = 'yes' }")
    before = member.locator(".bubble").count()
    sandbox[1][0].say("待办")
    expect(member.locator(".bubble")).to_have_count(before + 2)
    expect(member.locator(".bubble").first).to_have_attribute("data-kept", "yes")


def test_the_time_machine_turns_the_day_and_the_reminder_arrives(page):
    expect(page.locator("nav .date")).to_have_text("2026年3月2日 星期一 09:00")
    page.get_by_role("button", name="下一周").click()
    expect(page.locator("nav .date")).to_have_text("2026年3月9日 星期一 09:00")
    expect(on_phone(page, "联络员").locator(".from-bot .words").last).to_have_text("【提醒】43-2 还有7个工作日到期。")
    expect(on_phone(page, "联络员").locator(".day").last).to_have_text("3月9日 周一")
    page.get_by_role("button", name="下一天").click()
    expect(page.locator("nav .date")).to_have_text("2026年3月10日 星期二 09:00")
    page.get_by_role("button", name="到下一条消息").click()
    expect(page.locator("nav .date")).to_have_text("2026年3月13日 星期五 09:00")


def test_the_ledger_shows_every_item_with_its_light_and_follows_it(page, sandbox):
    expect(page.locator(".ledger .number")).to_have_text(["43-1", "43-2", "57-1"])
    expect(page.locator(".ledger .light")).to_have_text(["红灯", "黄灯", "绿灯"])
    rows = sandbox[2].rows
    sandbox[2].rows = [Row("43-1", "在县级媒体平台公布三个清单", "市民政局", "5月29日（周五）", "已销号")]
    expect(page.locator(".ledger .light")).to_have_text(["已销号"])
    sandbox[2].rows = rows


def test_the_bot_api_answers_beside_the_page(sandbox):
    answer = httpx.get(f"{sandbox[0]}/telegram/bot{TOKEN}/getMe", trust_env=False)
    assert answer.json()["result"]["username"] == "duban_sandbox_bot"


def test_markup_in_what_a_user_types_stays_text(page):
    member = on_phone(page, "委员")
    member.locator(".line input").fill("<img src=x onerror=alert(1)>")
    member.locator(".send").click()
    expect(member.locator(".from-me .words").last).to_have_text("<img src=x onerror=alert(1)>")
