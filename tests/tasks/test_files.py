"""Files sent into the chat: evidence for whoever was asked for it, else a letter for the office."""

import pytest

from storage.terms import Status
from tasks.intake import LARGEST_BYTES
from tasks.reading.plain import Unreadable
from tasks.results import Echo, NotAllowed, Reviewed, Reviewing, Stranger, WhatEvidence

NORTH, SOUTH = "我局将于6月底前疏浚北渠。", "我局将于9月底前加固南堤。"
PHOTO = b"\x89PNG\x00"


def test_a_file_has_a_use_from_the_office_and_from_whoever_was_asked_for_evidence(one_open):
    def wanted():
        callers = ("office", "contact", "member", "leader", "stranger")
        return [who for who in callers if one_open.office.wants_file(one_open.caller(who))]

    assert wanted() == ["office"]
    one_open.says("contact", "已经办结")
    assert wanted() == ["office", "contact"]
    one_open.says("contact", "算了")
    assert wanted() == ["office"]


def test_a_photo_is_evidence_and_is_opened_by_nobody(one_open):
    assert isinstance(one_open.says("contact", "已经办结"), WhatEvidence)
    echo = one_open.ask("contact", "file", "北渠.png", PHOTO)
    assert isinstance(echo, Echo)
    assert echo.update.evidence == ("北渠.png",)
    one_open.ask("contact", "confirm_update", echo.update.id)
    assert one_open.commitment().status is Status.REPORTED


def test_the_same_photo_is_evidence_for_two(two_open):
    for number in ("8-1", "8-2"):
        two_open.says("contact", f"{number} 已经办结")
        assert two_open.ask("contact", "file", "现场.png", PHOTO).update.evidence == ("现场.png",)


def test_a_letter_from_the_office_is_read_and_its_review_begins(one_open, letter):
    begun = one_open.ask("office", "file", "letter.txt", letter(SOUTH, number="9"))
    assert isinstance(begun, Reviewing)
    assert begun.entry.number == "9-1"


def test_a_letter_that_was_entered_before_shows_where_it_stands(one_open, letter):
    assert isinstance(one_open.ask("office", "file", "again.txt", letter(NORTH)), Reviewed)


@pytest.mark.parametrize(("who", "answer"), [("contact", NotAllowed()), ("member", NotAllowed()), (999, Stranger())])
def test_a_letter_from_anybody_else_is_refused_and_leaves_nothing(one_open, letter, who, answer):
    before = one_open.snapshot()
    assert one_open.ask(who, "file", "letter.txt", letter(SOUTH, number="9")) == answer
    assert one_open.snapshot() == before


@pytest.mark.parametrize(("spare", "refused"), [(0, False), (-1, True)])
def test_a_letter_of_more_than_two_megabytes_is_refused(one_open, letter, spare, refused):
    content = letter(SOUTH, number="9")
    content += b"\n" * (LARGEST_BYTES - len(content) - spare)
    if not refused:
        assert isinstance(one_open.ask("office", "file", "letter.txt", content), Reviewing)
        return
    with pytest.raises(Unreadable, match="larger than 2 MB"):
        one_open.ask("office", "file", "letter.txt", content)
