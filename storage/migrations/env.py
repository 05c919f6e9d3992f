"""Alembic's way in. The connection is handed over by Database.migrate, so that one engine serves all."""

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlmodel import AutoString, SQLModel

import storage.models  # noqa: F401 - fills the metadata
from storage.database import Instant
from storage.models.columns import Word


def plain_type(kind: str, item: Any, autogen: AutogenContext) -> str | Literal[False]:
    """Write our own column types as the plain ones the store sees: a migration must not depend on today's code."""
    if isinstance(item, Instant):
        return "sa.DateTime(timezone=True)"
    if isinstance(item, (Word, AutoString)):
        return "sa.String()"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    render_as_batch=True,  # SQLite cannot alter a column in place
    render_item=plain_type,
)
with context.begin_transaction():
    context.run_migrations()
