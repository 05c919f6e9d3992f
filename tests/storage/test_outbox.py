"""Notices: put once, claimed under a lease, settled by whoever holds it."""

from datetime import date, timedelta

import pytest

from storage import outbox
from storage.models import Commitment, Dispatch, Person
from storage.terms import Outcome, Stage

LEASE_SECONDS = 120
LEASE = timedelta(seconds=LEASE_SECONDS)
SECOND = timedelta(seconds=1)
TODAY = date(2026, 6, 30)


@pytest.fixture
def put(store, now, a_notice):
    """Puts a notice, so many seconds from now."""

    def put(seconds=0, **which):
        with store.writing() as session:
            return outbox.put(session, a_notice(**which), now + seconds * SECOND)

    return put


@pytest.fixture
def claim(store, now):
    """Claims, so many seconds from now."""

    def claim(seconds=0):
        with store.writing() as session:
            return outbox.claim(session, now + seconds * SECOND, LEASE_SECONDS)

    return claim


@pytest.fixture
def settle(store, now):
    def settle(claimed, outcome=Outcome.SENT):
        with store.writing() as session:
            return outbox.settle(session, claimed, outcome, now, TODAY)

    return settle


@pytest.fixture
def release(store, now):
    def release(claimed, seconds=0, maybe_sent=False):
        with store.writing() as session:
            return outbox.release(session, claimed, now + seconds * SECOND, "busy", maybe_sent)

    return release


@pytest.fixture
def row(store):
    def row(id=1):
        with store.reading() as session:
            return session.get_one(Dispatch, id)

    return row


def test_a_notice_is_put_once(put, claim, settle):
    assert put()
    assert not put(seconds=60)
    settle(claim())
    assert not put(seconds=90)  # nor again once it has gone out


@pytest.mark.parametrize(
    "other", [{"stage": Stage.AHEAD}, {"step": -3}, {"reader": 2}, {"due": date(2026, 7, 31)}, {"due": None}], ids=str
)
def test_another_stage_reader_or_day_is_another_notice(put, other):
    assert put()
    assert put(**other)


def test_the_oldest_is_claimed_first(put, claim):
    put(seconds=20, stage=Stage.OVERDUE)
    put(seconds=10, stage=Stage.AHEAD)
    put(seconds=10, stage=Stage.DUE)
    assert [claim(30).stage for _ in range(3)] == [Stage.AHEAD, Stage.DUE, Stage.OVERDUE]
    assert claim(30) is None


def test_what_is_for_somebody_without_a_chat_waits_until_they_have_one(store, put, claim):
    put(reader=3)
    put(seconds=10, reader=1)
    assert claim(10).reader_id == 1
    assert claim(10) is None
    with store.writing() as session:
        session.get_one(Person, 3).chat_id = 103
    assert claim(10).reader_id == 3


def test_what_is_for_somebody_who_blocked_us_waits(store, now, put, claim):
    put(reader=2)
    with store.writing() as session:
        session.get_one(Person, 2).unreachable_since = now
    assert claim() is None


def test_a_notice_is_not_claimed_before_its_time(put, claim):
    put(seconds=10)
    assert claim(9) is None
    assert claim(10) is not None


def test_a_lease_holds_until_its_very_last_moment(put, claim):
    put()
    first = claim()
    assert claim(LEASE_SECONDS - 1) is None
    second = claim(LEASE_SECONDS)
    assert (second.id, second.tries) == (first.id, 2)
    assert second.lease != first.lease


def test_a_lease_that_lapsed_says_that_the_message_may_have_been_sent(put, claim, release):
    put()
    assert not claim().maybe_sent
    lapsed = claim(LEASE_SECONDS)
    assert lapsed.maybe_sent
    release(lapsed)
    assert claim().maybe_sent  # nor is that forgotten when it is put back


def test_only_ones_own_lease_is_settled(put, claim, settle, row):
    put()
    late, holder = claim(), claim(LEASE_SECONDS)
    assert not settle(late)
    assert row().settled_at is None
    assert settle(holder)
    assert (row().outcome, row().settled_on) == (Outcome.SENT, TODAY)


def test_only_ones_own_lease_is_released(put, claim, release, row):
    put()
    late, holder = claim(), claim(LEASE_SECONDS)
    assert not release(late)
    assert row().lease == holder.lease
    assert release(holder)
    assert row().lease is None


def test_what_is_settled_is_settled_once_and_never_claimed_again(put, claim, settle):
    put()
    claimed = claim()
    assert settle(claimed, Outcome.MOOT)
    assert not settle(claimed, Outcome.SENT)
    assert claim(10 * LEASE_SECONDS) is None


def test_what_is_put_back_waits_for_its_time_and_says_why(put, claim, release, row):
    put()
    release(claim(), seconds=60)
    assert row().trouble == "busy"
    assert claim(59) is None
    again = claim(60)
    assert (again.tries, again.maybe_sent) == (2, False)


def test_a_send_without_an_answer_may_have_arrived(put, claim, release):
    put()
    release(claim(), maybe_sent=True)
    assert claim().maybe_sent


def test_a_reader_who_is_gone_has_what_waits_for_them_looked_at_again(store, put, claim, settle):
    def look_of(reader):
        with store.writing() as session:
            session.get_one(Commitment, 1).next_look = None
            outbox.reroute(session, reader, TODAY)
        with store.reading() as session:
            return session.get_one(Commitment, 1).next_look

    put(reader=1)
    assert (look_of(1), look_of(2)) == (TODAY, None)
    settle(claim())
    assert look_of(1) is None
