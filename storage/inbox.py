"""Updates from the chat service: stored before the polling offset moves, applied once."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from storage.models import Received

COMING = (col(Received.received_at), col(Received.update_id))  # the order in which updates came


def next_offset(session: Session) -> int:
    """The offset that confirms all that is stored, and nothing else.

    The last of what came last: after a quiet week the service may go on from a lower number.
    """
    newest = session.exec(select(Received.update_id).order_by(*(one.desc() for one in COMING)).limit(1)).first()
    return 0 if newest is None else newest + 1


def store(session: Session, updates: Iterable[Mapping[str, Any]], now: datetime) -> int:
    """Keep what came; an update seen before is passed over. How many were new."""
    count = 0
    for raw in updates:
        if session.get(Received, raw["update_id"]) is None:
            session.add(Received(update_id=raw["update_id"], raw=dict(raw), received_at=now))
            count += 1
    return count


def waiting(session: Session) -> list[Received]:
    """What has not been answered, oldest first."""
    return list(session.exec(select(Received).where(col(Received.handled_at).is_(None)).order_by(*COMING)))


def apply(session: Session, update_id: int, now: datetime) -> bool:
    """Mark, in the unit of work that changes the ledger, that this update has changed it. False where it had before."""
    row = session.get(Received, update_id)
    if row is None or row.applied_at is not None:
        return row is None  # an update that never passed through the inbox is not ours to count
    row.applied_at = now
    session.add(row)
    return True


def handled(session: Session, update_id: int, now: datetime) -> None:
    """The update has been answered, and need not be looked at again."""
    row = session.get_one(Received, update_id)
    row.handled_at = now
    session.add(row)
