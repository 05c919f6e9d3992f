"""What was said of commitments: 办理进展, 延期申请, 佐证, 满意度."""

from datetime import date, datetime

from sqlmodel import Field, SQLModel

from storage.models.columns import instant, word
from storage.terms import Answer, Satisfaction


class Update(SQLModel, table=True):
    """办理进展: what a contact said, as said and as understood. It counts once its speaker has confirmed it."""

    id: int | None = Field(default=None, primary_key=True)
    commitment_id: int = Field(foreign_key="commitment.id", index=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    said: str
    status: Answer = word(Answer)
    percent: int | None = None
    done_on: date | None = None
    new_due: date | None = None
    reason: str | None = None
    due: date | None = None  # the due day it spoke of
    said_at: datetime = instant()
    confirmed_at: datetime | None = instant(default=None)
    dropped_at: datetime | None = instant(default=None)


class Evidence(SQLModel, table=True):
    """佐证: a link, or a file that nobody but people opens."""

    id: int | None = Field(default=None, primary_key=True)
    update_id: int = Field(foreign_key="update.id", index=True)
    words: str = ""  # a link, a document number
    sha256: str | None = Field(default=None, foreign_key="file.sha256")


class Extension(SQLModel, table=True):
    """延期申请: asked with a reason, decided by the office."""

    id: int | None = Field(default=None, primary_key=True)
    commitment_id: int = Field(foreign_key="commitment.id", index=True)
    update_id: int = Field(foreign_key="update.id")
    from_due: date | None
    to_due: date
    reason: str
    granted: bool | None = None
    decided_by: int | None = Field(default=None, foreign_key="person.id")
    decided_at: datetime | None = instant(default=None)


class Rating(SQLModel, table=True):
    """满意度: a member's, private to the office; the newest confirmed one counts."""

    id: int | None = Field(default=None, primary_key=True)
    commitment_id: int = Field(foreign_key="commitment.id", index=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    value: Satisfaction = word(Satisfaction)
    reason: str = ""
    said_at: datetime = instant()
    confirmed_at: datetime | None = instant(default=None)
