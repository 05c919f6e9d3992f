"""The inbox as the poller sees it: keep what came, then hand it out in order until it has been answered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from storage import inbox
from storage.database import Database


@dataclass(frozen=True)
class Mailbox:
    """Updates of the chat service. An update is on the disk before the service is told that it came."""

    database: Database

    def offset(self) -> int:
        """Where polling goes on: confirms what is stored, and nothing else."""
        with self.database.reading() as session:
            return inbox.next_offset(session)

    def store(self, updates: Sequence[Mapping[str, Any]], now: datetime) -> None:
        with self.database.writing() as session:
            inbox.store(session, updates, now)

    def waiting(self) -> list[tuple[int, dict[str, Any]]]:
        """Updates not yet answered, oldest first, each with its id."""
        with self.database.reading() as session:
            return [(row.update_id, row.raw) for row in inbox.waiting(session)]

    def handled(self, update_id: int, now: datetime) -> None:
        with self.database.writing() as session:
            inbox.handled(session, update_id, now)
