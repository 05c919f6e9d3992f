"""Notices → Post: claim a lease, ask “still true?”, send, settle. A kill may repeat what is in flight, not lose it."""

import logging
from datetime import datetime
from typing import Protocol

from sqlmodel import Session

from storage import outbox
from storage.database import Database
from storage.models import Dispatch, Mention, Person
from storage.terms import Outcome
from tasks.policy import Policy
from tasks.rules.retry import pause
from tasks.tellings import Telling, telling

log = logging.getLogger(__name__)


class TryLater(Exception):
    """The chat service is busy or away; `after` seconds if it said so. It may have sent what it did not answer."""

    def __init__(self, why: str, after: float | None = None, maybe_sent: bool = False) -> None:
        super().__init__(why)
        self.after, self.maybe_sent = after, maybe_sent


class NeverAgain(Exception):
    """The reader blocked the bot, or the chat is gone."""


class Moved(Exception):
    """The chat goes on under another id."""

    def __init__(self, chat_id: int) -> None:
        super().__init__(f"moved to {chat_id}")
        self.chat_id = chat_id


class Post(Protocol):
    """Whatever carries a message to a person. It makes the words."""

    def send(self, telling: Telling) -> int:
        """Send it and give the message's id; TryLater, NeverAgain or Moved where that cannot be."""


def deliver(database: Database, post: Post, policy: Policy, now: datetime) -> int:
    """Send all that waits, one at a time. How many arrived."""
    count = 0
    while True:
        with database.writing() as session:
            row = outbox.claim(session, now, policy.lease_seconds)
            facts = _facts(session, row, policy, now) if row else None
        if row is None:
            return count
        if facts is not None:
            count += _send(database, post, policy, now, row, facts)


def _facts(session: Session, row: Dispatch, policy: Policy, now: datetime) -> Telling | None:
    """What to say, or None once it is settled that nothing can or need be said."""
    facts = telling(session, row, policy.day(now), policy)
    if facts is None:
        outbox.settle(session, row, Outcome.MOOT, now, policy.day(now))
    return facts


def _send(database: Database, post: Post, policy: Policy, now: datetime, row: Dispatch, facts: Telling) -> int:
    try:
        message_id = post.send(facts)
    except TryLater as busy:
        log.warning("notice %s waits: %s", row.id, busy)
        with database.writing() as session:
            outbox.release(session, row, now + pause(row.tries, busy.after), str(busy), busy.maybe_sent)
        return 0
    except (NeverAgain, Moved) as gone:
        log.warning("notice %s: %s", row.id, gone)
        with database.writing() as session:
            _gone(session, row, gone, policy, now)
        return 0
    with database.writing() as session:
        outbox.settle(session, row, Outcome.SENT, now, policy.day(now))
        if row.commitment_id is not None:
            session.merge(Mention(chat_id=facts.chat_id, message_id=message_id, commitment_id=row.commitment_id))
    return 1


def _gone(session: Session, row: Dispatch, gone: NeverAgain | Moved, policy: Policy, now: datetime) -> None:
    """Follow a chat that moved; mark a reader who cannot be reached, so that the next sweep tells another."""
    reader = session.get_one(Person, row.reader_id)
    outbox.release(session, row, now, str(gone), maybe_sent=False)
    if isinstance(gone, Moved):
        reader.chat_id = gone.chat_id
    else:
        reader.unreachable_since = now
        outbox.reroute(session, row.reader_id, policy.day(now))
    session.add(reader)
