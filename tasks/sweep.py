"""Ledger → notices: write down whatever has come due. The plan decides; a stored day to look is only a hint."""

from collections.abc import Sequence
from datetime import datetime

from storage import ledger, outbox
from storage.database import Database
from tasks.policy import Policy
from tasks.rules.reminders import next_look, notices_due
from tasks.work import Work

BATCH = 200  # commitments in one unit of work: short enough that a writer who waits is not noticed


def sweep(database: Database, policy: Policy, now: datetime) -> int:
    """Put every notice that is due, each with its commitment's next look in one transaction. How many were new."""
    count = 0
    while True:
        with database.writing() as session:
            looked, put = _batch(Work(session, policy, now))
        count += put
        if looked < BATCH:
            return count


def _batch(work: Work) -> Sequence[int]:
    rows = ledger.to_look_at(work.session, work.today, BATCH)
    count = 0
    for row in rows:
        item = ledger.item(work.session, row)
        fresh = notices_due(item, work.today, work.policy.plan)
        count += sum(outbox.put(work.session, notice, work.now) for notice in fresh)
        row.next_look = next_look(ledger.item(work.session, row), work.today, work.policy.plan)
        work.session.add(row)
    return len(rows), count
