"""人: who is who, and by which chat we reach them."""

from datetime import datetime

from sqlalchemy import BigInteger, UniqueConstraint
from sqlmodel import Field, SQLModel

from storage.models.columns import instant, word
from storage.terms import Role


class Bureau(SQLModel, table=True):
    """承办单位."""

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)


class Person(SQLModel, table=True):
    """Someone who speaks with duban, or will once an invitation has been used."""

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(index=True)
    phone: str = ""  # shown in full to the office alone
    chat_id: int | None = Field(default=None, unique=True, sa_type=BigInteger)  # None until bound
    unreachable_since: datetime | None = instant(default=None)  # blocked us, or the chat is gone


class PersonRole(SQLModel, table=True):
    """What a person is, and for which bureau."""

    __table_args__ = (UniqueConstraint("person_id", "role", "bureau_id"),)
    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    role: Role = word(Role, index=True)
    bureau_id: int | None = Field(default=None, foreign_key="bureau.id", index=True)  # contact and leader only


class Invitation(SQLModel, table=True):
    """邀请码: binds a chat to a person, once. Only the code's SHA-256 is kept."""

    id: int | None = Field(default=None, primary_key=True)
    code_hash: str = Field(unique=True)
    person_id: int = Field(foreign_key="person.id")
    made_at: datetime = instant()
    expires_at: datetime = instant()
    used_at: datetime | None = instant(default=None)
