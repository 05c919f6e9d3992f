"""The store as it stands on a real SQLite file."""

from datetime import UTC, date, datetime, timedelta
from threading import Barrier, Thread
from zoneinfo import ZoneInfo

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy.exc import IntegrityError, StatementError
from sqlmodel import SQLModel, select

from storage.database import Database
from storage.models import Letter, Person, Received

TEN_IN_SHANGHAI = datetime(2026, 6, 30, 10, 0, tzinfo=ZoneInfo("Asia/Shanghai"))


def test_a_migrated_schema_is_the_schema_of_the_models(tmp_path):
    database = Database(f"sqlite:///{tmp_path}/ledger.db")
    database.migrate()
    with database.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), SQLModel.metadata) == []
    database.close()


def test_migrating_again_keeps_what_is_there(database):
    with database.writing() as session:
        session.add(Person(name="何澄"))
    database.migrate()
    with database.reading() as session:
        assert session.exec(select(Person.name)).all() == ["何澄"]


def test_a_moment_without_a_zone_is_refused(database):
    with pytest.raises(StatementError, match="without a zone"), database.writing() as session:
        session.add(Received(update_id=1, raw={}, received_at=datetime(2026, 6, 30, 10, 0)))  # noqa: DTZ001 - the trap


def test_a_moment_with_a_zone_comes_back_in_utc(database):
    with database.writing() as session:
        session.add(Received(update_id=1, raw={}, received_at=TEN_IN_SHANGHAI))
    with database.reading() as session:
        back = session.get_one(Received, 1).received_at
    assert back == TEN_IN_SHANGHAI
    assert (back.tzinfo, back.hour) == (UTC, 2)


def test_moments_of_different_zones_are_compared_as_moments(database):
    tokyo = TEN_IN_SHANGHAI.astimezone(ZoneInfo("Asia/Tokyo"))
    with database.writing() as session:
        session.add(Received(update_id=1, raw={}, received_at=tokyo))
        session.add(Received(update_id=2, raw={}, received_at=TEN_IN_SHANGHAI + timedelta(minutes=1)))
    with database.reading() as session:
        until = select(Received.update_id).where(Received.received_at <= TEN_IN_SHANGHAI)
        assert session.exec(until).all() == [1]


def test_two_who_read_and_then_write_lose_nothing(database):
    rounds = 60
    with database.writing() as session:
        session.add(Person(name="何澄", phone="0"))
    together = Barrier(2)

    def count_up():
        together.wait()
        for _ in range(rounds):
            with database.writing() as session:
                counter = session.get_one(Person, 1)
                counter.phone = str(int(counter.phone) + 1)

    threads = [Thread(target=count_up) for _ in range(2)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    with database.reading() as session:
        assert session.get_one(Person, 1).phone == str(2 * rounds)


def test_a_unit_of_work_that_fails_leaves_nothing(database):
    with pytest.raises(RuntimeError), database.writing() as session:
        session.add(Person(name="何澄"))
        session.flush()
        raise RuntimeError("halfway")
    with database.reading() as session:
        assert session.exec(select(Person)).all() == []


def test_what_is_read_only_is_never_kept(database):
    with database.reading() as session:
        session.add(Person(name="何澄"))
        session.flush()
    with database.reading() as session:
        assert session.exec(select(Person)).all() == []


def test_a_reader_sees_one_state_and_holds_up_no_writer(database):
    with database.reading() as before:
        assert before.exec(select(Person)).all() == []
        with database.writing() as session:
            session.add(Person(name="何澄"))
        assert before.exec(select(Person)).all() == []
    with database.reading() as after:
        assert len(after.exec(select(Person)).all()) == 1


def test_a_letter_of_a_bureau_that_is_not_there_is_refused(database):
    orphan = Letter(
        sha256="ab12", proposal_id=9, bureau_id=9, text="", came_on=date(2026, 3, 2), came_at=TEN_IN_SHANGHAI
    )
    with pytest.raises(IntegrityError, match="FOREIGN KEY"), database.writing() as session:
        session.add(orphan)


@pytest.mark.parametrize(("pragma", "value"), [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1)])
def test_every_connection_keeps_what_it_commits(database, pragma, value):
    with database.writing() as session:
        assert session.connection().exec_driver_sql(f"PRAGMA {pragma}").scalar() == value
