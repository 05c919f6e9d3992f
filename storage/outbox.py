"""Notices: put once, claimed under a lease, settled by whoever holds it."""

import secrets
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import CursorResult, and_, or_, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col, select

from storage.models import Commitment, Dispatch, Person
from storage.terms import Notice, Outcome

REACHABLE = and_(col(Person.chat_id).is_not(None), col(Person.unreachable_since).is_(None))


def put(session: Session, notice: Notice, now: datetime) -> bool:
    """Write a notice down, to go out at once. False where it stands there already."""
    insert = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    row = {
        "key": notice.key,
        "stage": notice.stage,
        "step": notice.step,
        "reader_id": notice.reader,
        "letter_id": notice.letter,
        "commitment_id": notice.commitment,
        "due": notice.due,
        "put_at": now,
        "not_before": now,
        "tries": 0,
        "maybe_sent": False,
        "trouble": "",
    }
    return _count(session, insert(Dispatch).values(row).on_conflict_do_nothing(index_elements=["key"])) == 1


def claim(session: Session, now: datetime, lease_seconds: int) -> Dispatch | None:
    """Take the oldest notice whose time has come, whose reader can be reached and that nobody holds.

    The lease lasts `lease_seconds`. What is for somebody without a chat waits until they have one.
    """
    free = or_(col(Dispatch.lease).is_(None), col(Dispatch.leased_until) <= now)
    waiting = (
        select(Dispatch.id)
        .join(Person, col(Person.id) == Dispatch.reader_id)
        .where(col(Dispatch.settled_at).is_(None), col(Dispatch.not_before) <= now, free, REACHABLE)
        .order_by(col(Dispatch.not_before), col(Dispatch.id))
        .limit(1)
    )
    found = session.exec(waiting).first()
    if found is None:
        return None
    lease, until = secrets.token_hex(8), now + timedelta(seconds=lease_seconds)
    ours = update(Dispatch).where(col(Dispatch.id) == found, col(Dispatch.settled_at).is_(None), free)
    cut_off = or_(col(Dispatch.maybe_sent), col(Dispatch.lease).is_not(None))  # its last courier never came back
    if _count(session, ours.values(lease=lease, leased_until=until, tries=Dispatch.tries + 1, maybe_sent=cut_off)) != 1:
        return None
    return session.get(Dispatch, found, populate_existing=True)


def settle(session: Session, claimed: Dispatch, outcome: Outcome, now: datetime, today: date) -> bool:
    """End it, unless the lease has since passed to another courier."""
    values = {"settled_at": now, "settled_on": today, "outcome": outcome, "lease": None}
    return _count(session, _held(claimed).values(values)) == 1


def release(session: Session, claimed: Dispatch, not_before: datetime, trouble: str, maybe_sent: bool) -> bool:
    """Put it back, to be tried again."""
    maybe_sent = claimed.maybe_sent or maybe_sent
    back = _held(claimed).values(lease=None, not_before=not_before, trouble=trouble, maybe_sent=maybe_sent)
    return _count(session, back) == 1


def reroute(session: Session, reader: int, today: date) -> None:
    """Have the next sweep look again at every commitment whose notice waits for this reader."""
    waiting = select(Dispatch.commitment_id).where(Dispatch.reader_id == reader, col(Dispatch.settled_at).is_(None))
    _count(session, update(Commitment).where(col(Commitment.id).in_(waiting)).values(next_look=today))


def _held(claimed: Dispatch) -> Any:
    return update(Dispatch).where(col(Dispatch.id) == claimed.id, col(Dispatch.lease) == claimed.lease)


def _count(session: Session, statement: Any) -> int:
    """How many rows a statement changed."""
    result: Any = session.execute(statement)
    assert isinstance(result, CursorResult)
    return result.rowcount
