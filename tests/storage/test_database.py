"""The store as it stands on a real SQLite file."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlmodel import SQLModel

from storage.database import Database


def test_a_migrated_schema_is_the_schema_of_the_models(tmp_path):
    database = Database(f"sqlite:///{tmp_path}/ledger.db")
    database.migrate()
    with database.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), SQLModel.metadata) == []
