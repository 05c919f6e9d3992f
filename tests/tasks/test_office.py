"""Through the office's door: who may do what, once for each update, all or nothing."""

import shutil
from datetime import date

import pytest

from storage import people
from storage.database import Database
from storage.terms import Answer, Role, Satisfaction, Status
from tasks import invitations
from tasks.reading.plain import Unreadable
from tasks.results import (
    AlreadyDone,
    BadCode,
    Help,
    Listing,
    NotAllowed,
    Recorded,
    SignedOff,
    Stranger,
    TooLate,
    Welcome,
)

BUREAU = "青石县水务局"
NORTH, SOUTH = "我局将于6月底前疏浚北渠。", "我局将于9月底前加固南堤。"
LETTER = "关于县政协三届一次会议第10号提案的答复\n\n何澄委员：\n\n我局将于6月底前疏浚北渠。\n\n2026年3月9日\n"
ACTS = {
    "office": [
        ("file", "letter.txt", LETTER.encode()),
        ("review", 2),
        ("confirm", 3),
        ("confirm_all", 2),
        ("correct", 3),
        ("reject", 3),
        ("decide", 1, True),
        ("decide", 1, False),
        ("sign_off", 2, 2),
        ("send_back", 2, 2),
        ("pending",),
        ("set_day", "8-1", "8月31日"),
        ("overdue",),
        ("due", 7),
        ("bureau", "水务"),
        ("find", "渠"),
    ],
    "contact": [
        *(("answer", 1, status) for status in (Answer.DONE, Answer.PROGRESS, Answer.DELAY, Answer.BLOCKED)),
        ("pick", 1, 7004),
        ("confirm_update", 3),
        ("drop_update", 3),
        ("choose_day", 3, date(2026, 8, 31)),
    ],
    "member": [("rate", 2, Satisfaction.NOT), ("submit_rating", 1)],
}
OUTSIDER = 106  # a contact, of another bureau
PEOPLE = ("member", "contact", "leader", "office", OUTSIDER)
WRONG = [(who, act) for role, acts in ACTS.items() for act in acts for who in PEOPLE if who != role]
EVERY = [act for acts in ACTS.values() for act in acts] + [("help",), ("todo",), ("mine",), ("said", "已完成80%", None)]


def words_of(act):
    return "-".join(str(part)[:10] for part in act)


@pytest.fixture(scope="module")
def busy_store(empty_store, tmp_path_factory, town_of, letter):
    """8-1 open, an extension asked and a draft waiting; 8-2 reported, a rating chosen; 9-1 still proposed."""
    file = shutil.copy(empty_store, tmp_path_factory.mktemp("busy") / "ledger.db")
    database = Database(f"sqlite:///{file}")
    town = town_of(database)
    town.gather()
    with town.database.writing() as session:
        woods = people.bureau(session, "青石县林业局")
        people.person(session, "白桦", Role.CONTACT, woods.id).chat_id = OUTSIDER
    town.ask("office", "confirm_all", town.post_letter(letter(NORTH, SOUTH)))
    town.says("contact", "8-1 能不能推到8月31日，设备未到货")
    town.ask("contact", "confirm_update", 1)
    town.says("contact", "8-2 已于3月9日完工 https://example.test/nd")
    town.ask("contact", "confirm_update", 2)
    town.says("contact", "8-1 已完成80%")
    town.ask("member", "rate", 2, Satisfaction.MOSTLY)
    town.post_letter(letter(NORTH, number="9"))
    database.close()
    return file


@pytest.fixture
def busy(busy_store, tmp_path, town_of):
    """A town of one's own in that state."""
    database = Database(f"sqlite:///{shutil.copy(busy_store, tmp_path / 'ledger.db')}")
    yield town_of(database)
    database.close()


@pytest.mark.parametrize(("who", "act"), WRONG, ids=lambda one: words_of(one) if isinstance(one, tuple) else str(one))
def test_an_act_of_the_wrong_person_is_refused_and_changes_nothing(busy, who, act):
    before = busy.snapshot()
    assert busy.ask(who, *act) == NotAllowed()
    assert busy.snapshot() == before


@pytest.mark.parametrize(
    ("who", "act"), [(role, act) for role, acts in ACTS.items() for act in acts if act[0] != "pick"]
)
def test_the_same_act_of_the_right_person_is_not_refused(busy, who, act):
    assert not isinstance(busy.ask(who, *act), NotAllowed | TooLate | Stranger)


@pytest.mark.parametrize("act", EVERY, ids=words_of)
def test_a_stranger_learns_and_changes_nothing(busy, act):
    before = busy.snapshot()
    assert busy.ask("stranger", *act) == Stranger()
    assert busy.snapshot() == before


@pytest.mark.parametrize(
    "act", [("confirm", 99), ("sign_off", 99, 1), ("decide", 99, True), ("review", 99), ("confirm_all", 99)]
)
def test_what_does_not_exist_is_nobodys(busy, act):
    before = busy.snapshot()
    assert busy.ask("office", *act) == NotAllowed()
    assert busy.snapshot() == before


@pytest.mark.parametrize(
    ("who", "act"),
    [("office", ("confirm", 1)), ("office", ("send_back", 1, 1)), ("contact", ("answer", 2, Answer.DONE))],
)
def test_a_button_that_no_longer_fits_is_too_late_and_changes_nothing(busy, who, act):
    before = busy.snapshot()
    answer = busy.ask(who, *act)
    assert isinstance(answer, TooLate)
    assert answer.entry.number == f"8-{act[1]}"
    assert busy.snapshot() == before


def test_a_button_pressed_twice_counts_once(busy):
    assert isinstance(busy.ask("office", "sign_off", 2, 2), SignedOff)
    before = busy.snapshot()
    assert isinstance(busy.ask("office", "sign_off", 2, 2), TooLate)
    assert busy.snapshot() == before


def test_the_same_update_twice_changes_the_ledger_once(busy):
    caller = busy.caller("contact")
    assert isinstance(busy.office.confirm_update(caller, 3), Recorded)
    before = busy.snapshot()
    assert busy.office.confirm_update(caller, 3) == AlreadyDone()
    assert busy.snapshot() == before


def test_two_of_the_office_who_press_at_once_sign_off_once(busy):
    with busy.database.writing() as session:
        people.person(session, "方圆", Role.OFFICE).chat_id = 107
    assert isinstance(busy.ask("office", "sign_off", 2, 2), SignedOff)
    assert isinstance(busy.ask(107, "sign_off", 2, 2), TooLate)
    assert busy.acts().count("sign_off") == 1


def test_an_extension_is_decided_once(busy):
    busy.ask("office", "decide", 1, False)
    assert isinstance(busy.ask("office", "decide", 1, True), TooLate)
    assert busy.commitment().due == date(2026, 6, 30)


def test_someone_elses_draft_cannot_be_confirmed_even_by_a_colleague(busy):
    with busy.database.writing() as session:
        people.person(session, "岳青", Role.CONTACT, people.bureau(session, BUREAU).id).chat_id = 107
    assert busy.ask(107, "confirm_update", 3) == NotAllowed()


def test_a_right_that_was_taken_away_is_gone_at_once(busy):
    with busy.database.writing() as session:
        session.connection().exec_driver_sql("DELETE FROM personrole WHERE role = 'contact'")
    assert busy.ask("contact", "confirm_update", 3) == NotAllowed()


def test_a_file_that_cannot_be_read_does_not_count_as_answered(busy):
    before, caller = busy.snapshot(), busy.caller("office")
    for _ in range(2):
        with pytest.raises(Unreadable):
            busy.office.file(caller, "x.txt", b"\0")
    assert busy.snapshot() == before


def test_lists_are_for_the_office_and_each_sees_their_own(busy):
    assert [one.number for one in busy.ask("office", "find", "北渠").entries] == ["8-1", "9-1"]
    assert [one.number for one in busy.ask("contact", "todo").entries] == ["8-1"]
    assert [one.number for one in busy.ask("member", "mine").entries] == ["8-1", "8-2"]  # 9-1 is not confirmed yet
    for who, what in ((OUTSIDER, "todo"), ("leader", "todo"), ("contact", "mine"), ("office", "mine")):
        assert busy.ask(who, what).entries == ()


def test_the_office_lists_what_is_overdue_and_what_is_due(one_open):
    def listed(what, *words):
        found = one_open.ask("office", what, *words)
        assert isinstance(found, Listing)
        return [(one.number, one.days_late) for one in found.entries]

    one_open.be(date(2026, 6, 23))
    assert (listed("due", 6), listed("due", 7), listed("overdue")) == ([], [("8-1", 0)], [])
    one_open.be(date(2026, 7, 1))
    assert (listed("due", 7), listed("overdue"), listed("bureau", "水务")) == ([], [("8-1", 1)], [("8-1", 1)])


def test_a_code_binds_a_chat_and_greets(one_open):
    with one_open.database.writing() as session:
        code = invitations.invite(one_open.work(session), "岳青", Role.CONTACT, "青石县水务局")
    caller = one_open.caller(107)
    assert one_open.office.start(caller, code) == Welcome("岳青", (Role.CONTACT,), ("青石县水务局",), 1)
    assert one_open.office.start(caller, code) == AlreadyDone()
    assert one_open.ask("stranger", "start", code) == BadCode()
    assert one_open.ask(107, "start", "").name == "岳青"
    assert one_open.ask("stranger", "start", "") == Stranger()


def test_words_of_someone_with_nothing_to_answer_for_get_the_help_of_their_role(one_open):
    assert one_open.says("member", "进展如何") == Help((Role.MEMBER,))
    assert one_open.says("leader", "已完成") == Help((Role.LEADER,))
    assert one_open.commitment().status is Status.OPEN
