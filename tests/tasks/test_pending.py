"""What waits for the office, one thing at a time."""

from datetime import date

import pytest

from storage.terms import Satisfaction
from tasks.results import Listing, NotAllowed, Reviewing, ToClose, ToDecide, TooLate

NORTH, SOUTH = "我局将于6月底前疏浚北渠。", "我局将于9月底前加固南堤。"


@pytest.fixture
def waiting(two_open, letter):
    """An extension of 8-1 is asked for, 8-2 is reported, and two letters wait to be reviewed."""
    two_open.says("contact", "8-1 推迟到8月31日，设备未到货")
    two_open.ask("contact", "confirm_update", 1)
    report(two_open, "8-2")
    for number in ("9", "10"):
        two_open.post_letter(letter(NORTH, number=number))
    return two_open


def report(town, number):
    echo = town.says("contact", f"{number} 已于3月9日完工 https://example.test/nd")
    town.ask("contact", "confirm_update", echo.update.id)
    return echo.update.id


def test_what_was_found_comes_first_then_what_is_reported_then_what_is_asked_for(waiting):
    for number in ("9-1", "10-1"):
        found = waiting.ask("office", "pending")
        assert isinstance(found, Reviewing)
        assert found.entry.number == number
        waiting.ask("office", "confirm", found.entry.id)
    reported = waiting.ask("office", "pending")
    assert isinstance(reported, ToClose)
    assert (reported.entry.number, reported.update.id) == ("8-2", 2)
    waiting.ask("office", "sign_off", 2, 2)
    asked = waiting.ask("office", "pending")
    assert isinstance(asked, ToDecide)
    assert (asked.entry.number, asked.extension.to_due) == ("8-1", date(2026, 8, 31))
    waiting.ask("office", "decide", asked.extension.id, False)
    assert waiting.ask("office", "pending") == Listing("pending", ())


def test_an_extension_of_a_day_that_no_longer_holds_is_neither_shown_nor_granted(two_open):
    two_open.says("contact", "8-1 推迟到8月31日，设备未到货")
    two_open.ask("contact", "confirm_update", 1)
    two_open.ask("office", "set_day", "8-1", "7月31日")
    assert two_open.ask("office", "pending") == Listing("pending", ())
    assert isinstance(two_open.ask("office", "decide", 1, True), TooLate)
    assert two_open.commitment().due == date(2026, 7, 31)


@pytest.mark.parametrize("act", ["sign_off", "send_back"])
def test_a_report_that_another_has_followed_is_too_late(two_open, act):
    first = report(two_open, "8-2")
    two_open.ask("office", "send_back", 2, first)
    second = report(two_open, "8-2")
    before = two_open.snapshot()
    assert isinstance(two_open.ask("office", act, 2, first), TooLate)
    assert two_open.snapshot() == before
    assert not isinstance(two_open.ask("office", act, 2, second), TooLate)


def test_an_update_that_is_no_report_of_this_commitment_signs_nothing_off(two_open):
    report(two_open, "8-2")
    elsewhere = report(two_open, "8-1")
    for wrong in (elsewhere, 99):
        assert isinstance(two_open.ask("office", "sign_off", 2, wrong), TooLate)


def test_what_waits_is_for_the_office_alone(waiting):
    waiting.ask("member", "rate", 2, Satisfaction.MOSTLY)
    for who in ("member", "contact", "leader"):
        assert waiting.ask(who, "pending") == NotAllowed()
