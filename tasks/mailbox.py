"""The inbox as the poller sees it: keep what came, then hand it out in order until it has been answered."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.exc import OperationalError

from storage import inbox
from storage.database import Database


class StoreAway(Exception):
    """The database cannot be read or written just now."""


@contextmanager
def _in_store() -> Iterator[None]:
    try:
        yield
    except OperationalError as trouble:
        raise StoreAway(type(trouble.orig).__name__) from trouble


@dataclass(frozen=True)
class Mailbox:
    """Updates of the chat service. An update is on the disk before the service is told that it came."""

    database: Database

    def offset(self) -> int:
        """Where polling goes on: confirms what is stored, and nothing else."""
        with _in_store(), self.database.reading() as session:
            return inbox.next_offset(session)

    def store(self, updates: Sequence[Mapping[str, Any]], now: datetime) -> None:
        with _in_store(), self.database.writing() as session:
            inbox.store(session, updates, now)

    def waiting(self) -> list[tuple[int, dict[str, Any]]]:
        """Updates not yet answered, oldest first, each with its id."""
        with _in_store(), self.database.reading() as session:
            return [(row.update_id, row.raw) for row in inbox.waiting(session)]

    def handled(self, update_id: int, now: datetime) -> None:
        with _in_store(), self.database.writing() as session:
            inbox.handled(session, update_id, now)
