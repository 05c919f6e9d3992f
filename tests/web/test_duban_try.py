"""`duban try` itself, as a newcomer sees it: a process of its own, opened in the system's Chromium."""

import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import expect, sync_playwright

CHROMIUM = shutil.which("chromium")
QUIET = "--disable-background-networking --disable-component-update --disable-sync"
ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", *QUIET.split()]
DUBAN = Path(sys.executable).with_name("duban")

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="needs the system's chromium"),
]


@pytest.fixture
def address():
    """Where a running `duban try` says it is."""
    command = [DUBAN, "try", "--no-browser", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        line = process.stdout.readline()
        yield re.search(r"http://127\.0\.0\.1:\d+", line).group()
        process.send_signal(signal.SIGTERM)
        rest = process.stdout.read()
    assert process.returncode == 0, rest
    assert rest == "", "nothing but the address is printed while all is well"


@pytest.fixture
def page(address):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        page = browser.new_page(viewport={"width": 1500, "height": 950})
        page.set_default_timeout(20_000)
        page.goto(address)
        yield page
        browser.close()


def phone(page, role):
    return page.locator(f'section[data-role="{role}"]')


def test_three_phones_a_reminder_after_the_calendar_has_moved_and_an_echo_of_the_answer(page):
    member, contact, office = (phone(page, role) for role in ("委员", "县民政局联络员", "提案委"))
    office.get_by_role("button", name="全部确认").click()
    expect(member.get_by_text("【承诺入账】")).to_be_visible()
    expect(contact.get_by_text("【新增承诺】")).to_be_visible()
    page.get_by_role("button", name="到下一条消息").click()
    expect(contact.get_by_text("【提醒·第1次】")).to_be_visible()
    line = contact.get_by_placeholder("输入消息")
    line.fill("27-1 已完成80%")
    line.press("Enter")
    expect(contact.get_by_text("拟记录：进行中，已完成80%")).to_be_visible()
    contact.get_by_role("button", name="确认").click()
    expect(member.get_by_text("【进展通报】")).to_be_visible()
