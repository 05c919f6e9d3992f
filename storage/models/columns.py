"""Column types that the tables share."""

from enum import StrEnum
from typing import Any

from sqlalchemy import Dialect, String, TypeDecorator
from sqlmodel import Field

from storage.database import Instant


class Word(TypeDecorator[StrEnum]):
    """One word of an enumeration, kept as text so that a new word needs no migration."""

    impl = String
    cache_ok = True

    def __init__(self, kind: type[StrEnum]) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: StrEnum | None, dialect: Dialect) -> str | None:
        return None if value is None else self.kind(value).value

    def process_result_value(self, value: str | None, dialect: Dialect) -> StrEnum | None:
        return None if value is None else self.kind(value)


def word(kind: type[StrEnum], **options: Any) -> Any:
    """A column that holds one word of `kind`."""
    bound: Any = Word(kind)  # SQLModel's signature asks for a class; SQLAlchemy takes an instance
    return Field(sa_type=bound, **options)


def instant(**options: Any) -> Any:
    """A column that holds a moment."""
    return Field(sa_type=Instant, **options)
