"""A file on its way into the ledger."""

import re
from datetime import date

import pytest
from sqlmodel import select

from storage import people
from storage.models import Bureau, Commitment, Dispatch, File, Letter, Proposal
from storage.terms import Kind, Status
from tasks.intake import UNNAMED
from tasks.language.findings import Question
from tasks.reading.plain import Unreadable

NORTH = "我局将于6月底前疏浚北渠。"
SOUTH = "我局将于9月底前加固南堤。"
UNNUMBERED = "关于疏浚河道提案的答复\n\n{member}委员：\n\n我局将于6月底前疏浚北渠。\n\n青石县水务局\n\n2026年3月9日\n"


def enter(town, content, name="letter.txt"):
    with town.database.writing() as session:
        entered, is_new = town.take(session, name, content)
        return entered.id, is_new


def numbers(town):
    with town.database.reading() as session:
        return session.exec(select(Commitment.number).order_by(Commitment.id)).all()


def count(town, table):
    with town.database.reading() as session:
        return len(session.exec(select(table)).all())


def test_a_promise_is_entered_with_its_words_and_their_place_and_waits_for_the_office(town, letter):
    enter(town, letter(NORTH))
    kept = town.commitment()
    with town.database.reading() as session:
        text = session.get_one(Letter, kept.letter_id).text
    assert text[kept.span_start : kept.span_end] == kept.quote
    assert "疏浚北渠" in kept.quote
    assert (kept.number, kept.status, kept.kind) == ("8-1", Status.PROPOSED, Kind.DATED)
    assert kept.due == kept.first_due == date(2026, 6, 30)
    assert kept.rule != ""
    assert kept.next_look is None  # nothing found is live before the office has confirmed it


def test_the_same_file_twice_is_one_letter_under_another_name_too(town, letter):
    first, new = enter(town, letter(NORTH))
    assert new
    assert enter(town, letter(NORTH)) == (first, False)
    assert enter(town, letter(NORTH), "答复函（1）.txt") == (first, False)
    assert (count(town, Letter), count(town, File), numbers(town)) == (1, 1, ["8-1"])


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04\x00\x00", "今天天气很好。".encode()], ids=["empty", "zip", "no letter"]
)
def test_a_file_that_cannot_be_read_leaves_nothing(town, content):
    before = town.snapshot()
    with pytest.raises(Unreadable):
        enter(town, content)
    assert town.snapshot() == before
    assert count(town, File) == 0


def test_promises_are_numbered_in_the_order_of_the_text(town, letter):
    enter(town, letter(NORTH, SOUTH, number="31"))
    assert numbers(town) == ["31-1", "31-2"]
    assert "北渠" in town.commitment(1).quote


def test_a_second_letter_on_the_same_proposal_goes_on_counting(town, letter):
    enter(town, letter(NORTH, number="31"))
    enter(town, letter(SOUTH, number="31"))
    enter(town, letter(SOUTH, number="1"))
    assert numbers(town) == ["31-1", "31-2", "1-1"]
    assert count(town, Proposal) == 2


def test_a_number_with_zeros_in_front_is_spoken_without_them(town, letter):
    enter(town, letter(NORTH, number="0031"))
    enter(town, letter(SOUTH, number="31"))
    assert numbers(town) == ["31-1", "31-2"]
    with town.database.reading() as session:
        assert session.exec(select(Proposal.number)).all() == ["31"]


def test_letters_without_a_number_have_each_their_own_and_share_no_proposal(town):
    entered = [enter(town, UNNUMBERED.format(member=member).encode())[0] for member in ("何澄", "苏眉")]
    first, second = numbers(town)
    assert all(re.fullmatch("函[0-9a-f]{6}-1", number) for number in (first, second))
    assert first != second
    with town.database.reading() as session:
        whose = [[one.name for one in people.members(session, letter)] for letter in entered]
    assert whose == [["何澄"], ["苏眉"]]


def test_a_letter_without_any_date_counts_from_the_day_it_came_and_says_so(town, letter):
    town.be(date(2026, 3, 20))
    entered, _ = enter(town, letter("我局将于明年6月底前疏浚北渠。").replace("2026年3月9日".encode(), b""))
    assert town.commitment().due == date(2027, 6, 30)
    with town.database.reading() as session:
        kept = session.get_one(Letter, entered)
    assert (kept.reference, kept.basis, kept.written_on) == (date(2026, 3, 20), "received", None)
    assert [one["question"] for one in kept.doubts].count(Question.NO_DATE) == 1


def test_a_letter_with_a_date_counts_from_it_whenever_it_comes(town, letter):
    town.be(date(2027, 3, 20))
    entered, _ = enter(town, letter(NORTH))
    with town.database.reading() as session:
        kept = session.get_one(Letter, entered)
    assert (kept.reference, kept.came_on) == (date(2026, 3, 9), date(2027, 3, 20))
    assert town.commitment().due == date(2026, 6, 30)


def test_the_bureau_and_the_member_are_entered_and_those_already_known_are_the_same(town, letter):
    entered, _ = enter(town, letter(NORTH))
    enter(town, letter(SOUTH, number="9", bureau="青石县林业局"))
    with town.database.reading() as session:
        assert session.exec(select(Bureau.name).order_by(Bureau.id)).all() == ["青石县水务局", "青石县林业局"]
        assert [(one.name, one.chat_id) for one in people.members(session, entered)] == [("何澄", 101)]


def test_a_letter_that_names_no_bureau_is_entered_under_none(town):
    text = "关于县政协三届一次会议第9号提案的答复\n\n何澄委员：\n\n我们将于6月底前疏浚北渠。\n\n2026年3月9日\n"
    enter(town, text.encode())
    with town.database.reading() as session:
        assert session.get_one(Bureau, town.commitment().bureau_id).name == UNNAMED


def test_the_office_is_told_and_nobody_else(town, letter):
    enter(town, letter(NORTH))
    assert town.put() == [("周宁", "found")]
    enter(town, letter(NORTH))
    assert count(town, Dispatch) == 1


def test_a_letter_that_promises_nothing_is_entered_for_the_office_to_see(town, letter):
    enter(town, letter("我局已于2025年疏浚北渠。"))
    assert (count(town, Letter), numbers(town)) == (1, [])
    assert town.tick() == [("周宁", "found")]


def test_gb18030_and_utf_8_say_the_same(town, letter):
    enter(town, letter(NORTH).decode().encode("gb18030"))
    assert "疏浚北渠" in town.commitment().quote


def test_a_letter_without_date_and_title_is_still_a_letter_once_its_day_is_known(town):
    _, found = town.reader.receive("我局将于6月底前疏浚北渠。\n\n青石县水务局".encode(), town.now.date())
    assert [str(one.due) for one in found.promises] == ["2026-06-30"]
