"""The engine and the unit of work: every other room of storage is handed a session that began here."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import DateTime, Dialect, Engine, TypeDecorator, event
from sqlalchemy.engine import Connection, make_url
from sqlmodel import Session, create_engine

BUSY_SECONDS = 30  # how long a writer waits for another before it gives up


class Instant(TypeDecorator[datetime]):
    """A moment: aware in, UTC out. SQLite would drop the zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is not None and value.tzinfo is None:
            raise ValueError(f"a moment without a zone: {value}")
        return value and value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value and (value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC))


class Database:
    """One store. `writing` and `reading` are one unit of work each: all of it, or nothing."""

    def __init__(self, url: str) -> None:
        self.engine = open_engine(url)

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session that holds the write lock from its first statement, so that read-then-write loses nothing."""
        with Session(self.engine, expire_on_commit=False) as session, session.begin():
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that sees one consistent state, blocks no writer, and may not write."""
        with self.engine.connect().execution_options(duban_reads=True) as connection, Session(connection) as session:
            yield session

    def migrate(self) -> None:
        """Bring the schema to the newest version."""
        config = Config()
        config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
        with self.engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")

    def close(self) -> None:
        self.engine.dispose()


def open_engine(url: str) -> Engine:
    """An engine whose transactions are honest. On SQLite they begin IMMEDIATE, and a commit is on the disk."""
    if make_url(url).get_backend_name() != "sqlite":
        return create_engine(url, hide_parameters=True)
    # isolation_level=None: the driver must not begin transactions of its own, ours begin below
    options = {"isolation_level": None, "timeout": BUSY_SECONDS}
    engine = create_engine(url, connect_args=options, hide_parameters=True)  # parameters are letters: not for the log
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: sqlite3.Connection, record: Any) -> None:
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    reads = connection.get_execution_options().get("duban_reads", False)
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")
