"""What becomes of a report: signed off or returned, and rated in private."""

from datetime import date

import pytest

from storage.terms import Answer, Satisfaction, Status
from tasks.results import Rated, RatingEcho, TooLate, WhyRating

LINK = "https://example.test/beiqu"


@pytest.fixture
def reported(one_open):
    """The contact has reported it done, and everybody concerned has heard of it."""
    report(one_open)
    one_open.tick()
    return one_open


def report(town):
    echo = town.says("contact", f"已于3月9日疏浚完毕 {LINK}")
    town.ask("contact", "confirm_update", echo.update.id)


def test_signed_off_it_is_closed_and_nobody_is_reminded_again(reported):
    reported.ask("office", "sign_off", 1, 1)
    assert reported.commitment().status is Status.CLOSED
    assert sorted(reported.tick()) == [("于帆", "closed"), ("何澄", "closed")]
    assert reported.live_to(date(2026, 8, 31)) == []


def test_returned_it_is_open_again_its_day_stands_and_it_can_be_reported_once_more(reported):
    reported.ask("office", "send_back", 1, 1)
    assert (reported.commitment().status, reported.commitment().due) == (Status.OPEN, date(2026, 6, 30))
    assert reported.tick() == [("于帆", "returned")]
    report(reported)
    assert sorted(reported.tick()) == [("何澄", "reported"), ("周宁", "reported")]
    reported.ask("office", "send_back", 1, 2)
    assert reported.tick() == [("于帆", "returned")]


def test_a_rating_is_echoed_and_told_to_the_office_once_submitted_and_never_to_the_bureau(reported):
    echo = reported.ask("member", "rate", 1, Satisfaction.MOSTLY)
    assert isinstance(echo, RatingEcho)
    assert reported.tick() == []
    assert isinstance(reported.ask("member", "submit_rating", echo.rating.id), Rated)
    assert reported.tick() == [("周宁", "rated")]
    assert reported.live_to(date(2026, 8, 31)) == []


def test_a_bad_rating_is_asked_for_its_reason_first(reported):
    assert isinstance(reported.ask("member", "rate", 1, Satisfaction.NOT), WhyRating)
    echo = reported.says("member", "只疏浚了一半")
    assert (echo.rating.value, echo.rating.reason) == (Satisfaction.NOT, "只疏浚了一半")


def test_a_bad_rating_without_its_reason_cannot_be_submitted_by_a_forged_button(reported):
    reported.ask("member", "rate", 1, Satisfaction.NOT)
    assert isinstance(reported.ask("member", "submit_rating", 1), WhyRating)
    assert reported.tick() == []


def test_another_choice_before_submitting_is_the_one_that_counts(reported):
    reported.ask("member", "rate", 1, Satisfaction.MOSTLY)
    echo = reported.ask("member", "rate", 1, Satisfaction.SATISFIED)
    reported.ask("member", "submit_rating", echo.rating.id)
    reported.tick()
    assert [one.rating.value for one in reported.post.sent if one.rating] == [Satisfaction.SATISFIED]


def test_a_rating_is_submitted_once(reported):
    echo = reported.ask("member", "rate", 1, Satisfaction.SATISFIED)
    reported.ask("member", "submit_rating", echo.rating.id)
    assert isinstance(reported.ask("member", "submit_rating", echo.rating.id), TooLate)


def test_what_has_not_been_reported_cannot_be_rated(one_open):
    assert isinstance(one_open.ask("member", "rate", 1, Satisfaction.SATISFIED), TooLate)


def test_a_returned_one_gives_the_contact_time_before_the_leader_hears(one_open):
    one_open.live_to(date(2026, 7, 1))
    report(one_open)
    one_open.live_to(date(2026, 7, 20))
    one_open.ask("office", "send_back", 1, 1)
    assert one_open.tick() == [("于帆", "returned")]
    heard = one_open.live_to(date(2026, 7, 31))
    assert min(day for day, _, stage in heard if stage == "escalated") > date(2026, 7, 20)


def test_pressing_done_says_all_but_the_evidence(one_open):
    one_open.ask("contact", "answer", 1, Answer.DONE)
    echo = one_open.says("contact", LINK)
    one_open.ask("contact", "confirm_update", echo.update.id)
    assert one_open.commitment().status is Status.REPORTED
