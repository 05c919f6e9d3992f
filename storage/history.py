"""Who did what, when and why: append-only, each link holding the hash of the one before."""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from sqlmodel import Session, col, select

from storage.models import Event

GENESIS = "0" * 64


def append(
    session: Session,
    at: datetime,
    act: str,
    detail: Mapping[str, Any],
    *,
    actor: int | None = None,
    letter: int | None = None,
    commitment: int | None = None,
) -> int:
    """Add one link and give its number. `detail` must be plain JSON values."""
    last = session.exec(select(Event.hash).order_by(col(Event.id).desc()).limit(1)).first()
    event = Event(
        at=at,
        actor_id=actor,
        act=act,
        letter_id=letter,
        commitment_id=commitment,
        detail=dict(detail),
        previous=last or GENESIS,
        hash="",
    )
    event.hash = digest(event)
    session.add(event)
    session.flush()
    assert event.id is not None
    return event.id


def of_commitment(session: Session, commitment: int) -> list[Event]:
    """What happened to one commitment, oldest first."""
    return list(session.exec(select(Event).where(Event.commitment_id == commitment).order_by(col(Event.id))))


def first_broken(session: Session) -> int | None:
    """The id of the first link that was changed, or that lost the one before it; None while the chain is whole."""
    previous = GENESIS
    for event in session.exec(select(Event).order_by(col(Event.id))):
        if event.previous != previous or event.hash != digest(event):
            return event.id
        previous = event.hash
    return None


def digest(event: Event) -> str:
    """SHA-256 over the link's content and the hash before it."""
    content = [
        event.previous,
        event.at.astimezone(UTC).isoformat(),
        event.actor_id,
        event.act,
        event.letter_id,
        event.commitment_id,
        event.detail,
    ]
    return hashlib.sha256(json.dumps(content, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
