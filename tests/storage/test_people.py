"""Who is who: one-time codes, and which chat is whose."""

from datetime import timedelta

import pytest
from sqlmodel import select

from storage import outbox, people
from storage.models import Invitation, Person
from storage.terms import Role

DAYS = timedelta(days=7)
SECOND = timedelta(seconds=1)


@pytest.fixture
def session(database):
    with database.writing() as session:
        yield session


@pytest.fixture
def member(session):
    return people.person(session, "何澄", Role.MEMBER)


def test_a_code_binds_a_chat_once(session, member, now):
    code = people.invite(session, member, now, days=7)
    assert people.accept(session, code, 101, now).name == "何澄"
    assert people.by_chat(session, 101).id == member.id
    assert people.accept(session, code, 202, now) is None
    assert people.by_chat(session, 202) is None


def test_a_code_expires_on_the_moment(session, member, now):
    late, in_time = (people.invite(session, member, now, days=7) for _ in range(2))
    assert people.accept(session, late, 101, now + DAYS) is None
    assert people.accept(session, in_time, 101, now + DAYS - SECOND) is not None


@pytest.mark.parametrize("code", ["", "nonsense", "何澄"])
def test_an_unknown_code_binds_nobody(session, member, now, code):
    people.invite(session, member, now, days=7)
    assert people.accept(session, code, 101, now) is None


def test_only_the_hash_of_a_code_is_kept(session, member, now):
    code = people.invite(session, member, now, days=7)
    session.flush()
    assert code not in str(session.exec(select(Invitation)).one().model_dump())


def test_a_chat_that_takes_a_second_code_is_both_from_then_on(session, member, now):
    bureau = people.bureau(session, "青石县水务局").id
    other = people.person(session, "于帆", Role.CONTACT, bureau)
    people.accept(session, people.invite(session, member, now, days=7), 101, now)
    holder = people.accept(session, people.invite(session, other, now, days=7), 101, now)
    assert holder.id == member.id
    assert people.roles(session, holder) == [(Role.MEMBER, None), (Role.CONTACT, bureau)]
    assert people.of_role(session, Role.CONTACT, bureau) == [holder]


def test_what_waited_for_the_second_name_reaches_the_one_chat(store, now, a_notice):
    with store.writing() as session:
        outbox.put(session, a_notice(reader=3), now)
        waited_for = session.get_one(Person, 3)
        people.accept(session, people.invite(session, waited_for, now, days=7), 101, now)
        assert outbox.claim(session, now, lease_seconds=120).reader_id == 1


def test_a_person_with_a_new_chat_leaves_the_old_one(session, member, now):
    for chat_id in (101, 202):
        people.accept(session, people.invite(session, member, now, days=7), chat_id, now)
    assert people.by_chat(session, 101) is None
    assert people.by_chat(session, 202).id == member.id


def test_a_person_who_blocked_us_is_reachable_again_with_a_new_code(session, member, now):
    people.accept(session, people.invite(session, member, now, days=7), 101, now)
    member.unreachable_since = now
    assert not people.is_reachable(member)
    assert people.is_reachable(people.accept(session, people.invite(session, member, now, days=7), 101, now))


def test_namesakes_at_two_bureaus_are_two_people(session):
    bureaus = [people.bureau(session, name).id for name in ("青石县水务局", "青石县林业局", "青石县水务局")]
    assert bureaus[0] == bureaus[2] != bureaus[1]
    first, second, again = (people.person(session, "于帆", Role.CONTACT, one).id for one in bureaus)
    assert first == again != second


def test_a_member_and_a_contact_of_one_name_are_two_people(session, member):
    assert people.person(session, "何澄", Role.CONTACT, people.bureau(session, "青石县水务局").id).id != member.id
