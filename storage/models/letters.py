"""答复函 and 承诺事项: the letters as they came, and what each promises."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from storage.models.columns import instant, word
from storage.terms import Certainty, Kind, Status


class File(SQLModel, table=True):
    """A file as it came, kept once by its content: letters and evidence."""

    sha256: str = Field(primary_key=True)
    name: str
    content: bytes


class Proposal(SQLModel, table=True):
    """提案／建议: what the members asked. One may get several letters."""

    __table_args__ = (UniqueConstraint("session", "number"),)
    id: int | None = Field(default=None, primary_key=True)
    session: str = ""  # 届次, as printed
    number: str = Field(default="", index=True)


class ProposalMember(SQLModel, table=True):
    """提出人: a member, or a group, that proposed."""

    proposal_id: int = Field(foreign_key="proposal.id", primary_key=True)
    person_id: int = Field(foreign_key="person.id", primary_key=True, index=True)


class Letter(SQLModel, table=True):
    """答复函: one reply, with its text, its head, and all that is doubtful about it."""

    id: int | None = Field(default=None, primary_key=True)
    sha256: str = Field(foreign_key="file.sha256", unique=True)
    proposal_id: int = Field(foreign_key="proposal.id", index=True)
    bureau_id: int = Field(foreign_key="bureau.id", index=True)
    text: str
    title: str = ""
    category: str = ""  # 办复类别 as printed
    written_on: date | None = None
    reference: date | None = None  # the day its relative times are counted from
    basis: str = ""  # why that day
    doubts: list[dict[str, Any]] = Field(default_factory=list, sa_type=JSON)
    came_on: date
    came_at: datetime = instant()


class Commitment(SQLModel, table=True):
    """承诺事项: one thing a bureau has said it will do by a day."""

    __table_args__ = (Index("ix_commitment_status_due", "status", "due"),)
    id: int | None = Field(default=None, primary_key=True)
    letter_id: int = Field(foreign_key="letter.id", index=True)
    number: str = Field(unique=True)  # 43-1: proposal number and place among its promises
    bureau_id: int = Field(foreign_key="bureau.id", index=True)  # 承办单位: who promised, not always who does it
    quote: str  # 原文: the very words
    span_start: int
    span_end: int
    when: str | None = None  # 期限原话
    rule: str = ""  # 换算依据: the rule by which the day was worked out
    kind: Kind = word(Kind)
    certainty: Certainty = word(Certainty)
    owner: str | None = None  # who is to act, as the letter names it
    action: str = ""
    confidence: float = 0.0
    first_due: date | None = None  # 原期限, kept for ever
    due: date | None = None  # 时限: the last day that still counts as kept
    start: date | None = None
    rrule: str | None = None
    status: Status = word(Status, default=Status.PROPOSED)
    armed_on: date | None = None  # the day on which its current due day came to count
    held_until: date | None = None  # a real answer stops the climb until this day
    next_look: date | None = Field(default=None, index=True)  # a hint for the sweep; the plan decides
