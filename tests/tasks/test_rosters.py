"""A roster of people: all of it, or nothing."""

import pytest
from sqlmodel import select

from storage import people
from storage.models import Bureau, Person, Proposal
from storage.terms import Role
from tasks import rosters
from tasks.reading.plain import Unreadable
from tasks.rosters import BadRoster

ENGLISH = "name,role,bureau,phone,proposals\n何澄,member,,0000-1000001,8 9\n于帆,contact,青石县水务局,0000-1000002,\n"
CHINESE = "姓名,角色,单位,电话,提案号\n何澄,委员,,0000-1000001,8、9\n于帆,联络员,青石县水务局,0000-1000002,\n"


def enter(town, text, encoding="utf-8"):
    with town.database.writing() as session:
        return rosters.enter(town.work(session), text.encode(encoding))


@pytest.fixture
def town(town):
    """A town in which nobody is known yet."""
    with town.database.writing() as session:
        for table in ("personrole", "person", "bureau"):
            session.connection().exec_driver_sql(f"DELETE FROM {table}")
    return town


@pytest.mark.parametrize("text", [ENGLISH, CHINESE], ids=["English", "Chinese"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_roster_is_read_in_either_tongue_and_encoding(town, text, encoding):
    assert enter(town, text, encoding) == 2
    with town.database.reading() as session:
        member, contact = session.exec(select(Person).order_by(Person.id)).all()
        water = people.bureau(session, "青石县水务局")
        assert [(one.name, one.phone) for one in (member, contact)] == [
            ("何澄", "0000-1000001"),
            ("于帆", "0000-1000002"),
        ]
        assert people.roles(session, member) == [(Role.MEMBER, None)]
        assert people.roles(session, contact) == [(Role.CONTACT, water.id)]


def test_a_member_of_a_roster_is_the_member_whom_a_letter_answers(town, letter):
    enter(town, "name,role,proposals\n何澄,member,8\n苏眉,member,8\n")
    with town.database.writing() as session:
        entered, _ = town.take(session, "letter.txt", letter("我局将于6月底前疏浚北渠。"))
    enter(town, "name,role,proposals\n陆远,member,8\n")
    with town.database.reading() as session:
        named = {one.name for one in people.members(session, entered.id)}
        assert len(session.exec(select(Person).where(Person.name == "何澄")).all()) == 1
    assert {"何澄", "陆远"} <= named


def test_entering_a_roster_again_changes_nothing_but_what_is_new(town):
    enter(town, ENGLISH)
    enter(town, ENGLISH.replace("0000-1000001", ""))
    with town.database.reading() as session:
        assert session.exec(select(Person.phone).order_by(Person.id)).all() == ["0000-1000001", "0000-1000002"]


def test_a_number_of_a_roster_is_the_one_of_the_letter_whatever_zeros_stand_before_it(town, letter):
    enter(town, "name,role,proposals\n陆远,member,0008\n")
    with town.database.writing() as session:
        entered, _ = town.take(session, "letter.txt", letter("我局将于6月底前疏浚北渠。", number="08"))
    with town.database.reading() as session:
        assert {one.name for one in people.members(session, entered.id)} == {"何澄", "陆远"}
        assert [(one.number, bool(one.session)) for one in session.exec(select(Proposal))] == [("8", True)]


def test_the_bureau_of_a_member_is_passed_over(town):
    enter(town, "name,role,bureau\n何澄,member,青石县一中\n何澄,member,\n")
    with town.database.reading() as session:
        member = session.exec(select(Person)).one()
        assert people.roles(session, member) == [(Role.MEMBER, None)]
        assert session.exec(select(Bureau)).all() == []


@pytest.mark.parametrize(
    ("lines", "line", "why"),
    [
        ("何澄,member,,", 0, None),
        ("何澄,委员长,,", 3, "no such role: '委员长'"),
        (",member,,", 3, "no name"),
        ("于帆,contact,,", 3, "needs a bureau"),
        ("石磊,leader,,", 3, "needs a bureau"),
        ("于帆,contact,青石县水务局,8", 3, "only a member has proposals"),
    ],
)
def test_a_wrong_line_is_named_and_then_nothing_is_kept(town, lines, line, why):
    text = f"name,role,bureau,proposals\n周宁,office,,\n{lines}\n"
    if why is None:
        assert enter(town, text) == 2
        return
    with pytest.raises(BadRoster, match=f"line {line}: .*{why}"):
        enter(town, text)
    with town.database.reading() as session:
        assert session.exec(select(Person)).all() == []
    assert town.acts() == []


def test_empty_lines_are_passed_over_and_counted_as_lines(town):
    assert enter(town, "name,role\n\n周宁,office\n,\n") == 1
    with pytest.raises(BadRoster, match="line 4"):
        enter(town, "name,role\n\n周宁,office\n苏眉,nobody\n")


@pytest.mark.parametrize("header", ["name,bureau", "role", "name,role,birthday", "何澄,委员"])
def test_columns_that_are_not_known_are_refused(town, header):
    with pytest.raises(BadRoster, match="line 1: the columns are"):
        enter(town, f"{header}\n周宁,office,x\n")


def test_an_empty_roster_is_refused_aloud(town):
    with pytest.raises(Unreadable):
        enter(town, "")
