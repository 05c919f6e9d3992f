"""Files kept by their content, and proposals that are the same under one number."""

import hashlib

import pytest

from storage import letters, people
from storage.models import File, Proposal
from storage.terms import Role

SESSION = "县政协三届一次会议"


@pytest.fixture
def session(database):
    with database.writing() as session:
        yield session


def test_a_file_is_kept_once_by_its_own_hash_under_its_first_name(session):
    first = letters.keep_file(session, "a.txt", b"letter")
    assert first == hashlib.sha256(b"letter").hexdigest()
    assert letters.keep_file(session, "b.txt", b"letter") == first
    assert session.get_one(File, first).name == "a.txt"
    assert letters.keep_file(session, "a.txt", b"another") != first


def test_a_proposal_known_by_its_number_alone_is_adopted_by_the_first_session_that_names_it(session):
    bare = letters.proposal(session, "", "8")
    letters.proposed_by(session, bare.id, people.id_of(people.person(session, "何澄", Role.MEMBER)))
    assert letters.proposal(session, SESSION, "8").id == bare.id
    assert session.get_one(Proposal, bare.id).session == SESSION
    assert letters.proposal(session, "县政协三届二次会议", "8").id != bare.id


def test_a_session_of_its_own_goes_before_a_bare_number(session):
    own = letters.proposal(session, SESSION, "8")
    bare = letters.proposal(session, "", "8")
    assert own.id != bare.id
    assert letters.proposal(session, SESSION, "8").id == own.id
    assert bare.session == ""


@pytest.mark.parametrize(("printed", "said"), [("0043", "43"), ("430", "430"), ("", ""), ("000", "")])
def test_a_number_is_said_without_its_leading_zeros(printed, said):
    assert letters.said_number(printed) == said
