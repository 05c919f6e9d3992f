"""What goes out, what comes in, and the chain of who did what."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Index
from sqlmodel import Field, SQLModel

from storage.models.columns import instant, word
from storage.terms import Outcome, Stage


class Dispatch(SQLModel, table=True):
    """A notice in the outbox: facts, not text. `lease` is held by the courier that is sending it."""

    __table_args__ = (Index("ix_dispatch_waiting", "settled_at", "not_before"),)
    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True)
    stage: Stage = word(Stage)
    step: int
    reader_id: int = Field(foreign_key="person.id", index=True)
    letter_id: int = Field(foreign_key="letter.id")
    commitment_id: int | None = Field(default=None, foreign_key="commitment.id", index=True)
    due: date | None = None
    put_at: datetime = instant()
    not_before: datetime = instant()
    tries: int = 0
    maybe_sent: bool = False  # an earlier try ended without an answer: this may be a repeat
    lease: str | None = None
    leased_until: datetime | None = instant(default=None)
    settled_at: datetime | None = instant(default=None)
    settled_on: date | None = None  # the reader's day on which it arrived
    outcome: Outcome | None = word(Outcome, default=None, nullable=True)
    trouble: str = ""  # why the last try failed


class Received(SQLModel, table=True):
    """The inbox: an update from the chat service, stored before its offset moves, applied once."""

    update_id: int = Field(primary_key=True, sa_type=BigInteger)
    raw: dict[str, Any] = Field(sa_type=JSON)
    received_at: datetime = instant()
    applied_at: datetime | None = instant(default=None)  # the ledger has changed by it
    handled_at: datetime | None = instant(default=None, index=True)  # and it was answered


class Mention(SQLModel, table=True):
    """Which commitment a message in a chat speaks of, so that a reply to it is understood."""

    chat_id: int = Field(primary_key=True, sa_type=BigInteger)
    message_id: int = Field(primary_key=True, sa_type=BigInteger)
    commitment_id: int = Field(foreign_key="commitment.id")


class Question(SQLModel, table=True):
    """What duban has just asked a person; their next words answer it. One at a time."""

    person_id: int = Field(primary_key=True, foreign_key="person.id")
    asks: str
    about: int  # the commitment, update or rating that `asks` names


class Event(SQLModel, table=True):
    """One link of the history: who did what, when, to which commitment, and the hash of all that came before."""

    id: int | None = Field(default=None, primary_key=True)
    at: datetime = instant()
    actor_id: int | None = Field(default=None, foreign_key="person.id")  # None: duban itself, or the command line
    act: str
    letter_id: int | None = Field(default=None, foreign_key="letter.id")
    commitment_id: int | None = Field(default=None, foreign_key="commitment.id", index=True)
    detail: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    previous: str  # hash of the link before, 64 zeros for the first
    hash: str = Field(unique=True)
