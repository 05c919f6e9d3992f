"""Updates from the chat service: stored before the offset moves, applied once."""

from datetime import timedelta

from sqlmodel import select

from storage import inbox
from storage.models import Received


def update(id, text="已完成"):
    return {"update_id": id, "message": {"text": text}}


def test_the_offset_confirms_what_is_stored_and_nothing_else(database, now):
    with database.writing() as session:
        assert inbox.next_offset(session) == 0
        inbox.store(session, [update(7001), update(7000)], now)
        assert inbox.next_offset(session) == 7002


def test_an_update_is_stored_once_as_it_first_came(database, now):
    with database.writing() as session:
        assert inbox.store(session, [update(7001, "一"), update(7002)], now) == 2
        assert inbox.store(session, [update(7001, "二"), update(7003)], now) == 1
        kept = session.exec(select(Received).order_by(Received.update_id)).all()
        assert [(one.update_id, one.raw["message"]["text"]) for one in kept][:2] == [(7001, "一"), (7002, "已完成")]


def test_an_update_that_comes_twice_in_one_batch_is_stored_once(database, now):
    with database.writing() as session:
        assert inbox.store(session, [update(7001), update(7001)], now) == 1


def test_what_waits_comes_out_oldest_first_until_it_is_handled(database, now):
    with database.writing() as session:
        inbox.store(session, [update(7003), update(7001), update(7002)], now)
        inbox.handled(session, 7001, now)
        assert [one.update_id for one in inbox.waiting(session)] == [7002, 7003]
        inbox.store(session, [update(7001)], now)
        assert [one.update_id for one in inbox.waiting(session)] == [7002, 7003]


def test_after_a_quiet_week_the_service_may_go_on_from_a_lower_number(database, now):
    with database.writing() as session:
        inbox.store(session, [update(7003), update(7004)], now)
        inbox.store(session, [update(12), update(11)], now + timedelta(days=8))
        assert inbox.next_offset(session) == 13
        assert [one.update_id for one in inbox.waiting(session)] == [7003, 7004, 11, 12]


def test_an_update_seen_before_does_not_move_the_offset(database, now):
    with database.writing() as session:
        inbox.store(session, [update(7003), update(7004)], now)
        inbox.store(session, [update(7003)], now + timedelta(seconds=1))
        assert inbox.next_offset(session) == 7005


def test_an_update_changes_the_ledger_once(database, now):
    with database.writing() as session:
        inbox.store(session, [update(7001)], now)
        assert inbox.apply(session, 7001, now)
    with database.writing() as session:
        assert not inbox.apply(session, 7001, now)
        assert [one.update_id for one in inbox.waiting(session)] == [7001]  # applied, and yet to be answered


def test_a_change_that_failed_was_not_applied(database, now):
    with database.writing() as session:
        inbox.store(session, [update(7001)], now)
    try:
        with database.writing() as session:
            assert inbox.apply(session, 7001, now)
            raise RuntimeError("the ledger could not be changed")
    except RuntimeError:
        pass
    with database.writing() as session:
        assert inbox.apply(session, 7001, now)


def test_an_update_that_never_passed_through_the_inbox_is_not_counted(database, now):
    with database.writing() as session:
        assert inbox.apply(session, 7001, now)
        assert inbox.apply(session, 7001, now)
