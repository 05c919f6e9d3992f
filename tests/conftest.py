"""What all tests share: the neighbouring gold letters, the dictionary, an empty store, how Telegram speaks of time."""

import os
import shutil
from pathlib import Path

import pytest

from storage.database import Database
from tasks.language.words import Words

os.environ["PTB_TIMEDELTA"] = "true"  # RetryAfter carries a timedelta; the number it used to carry warns
SHARED = Path(__file__).parents[2] / "shared"


@pytest.fixture
def shared():
    """The labelled letters beside the checkout."""
    if not SHARED.is_dir():
        pytest.skip("the labelled letters (../shared) are not here")
    return SHARED


@pytest.fixture(scope="session")
def dictionary():
    """jieba with the house's words, loaded once."""
    return Words()


@pytest.fixture(scope="session")
def empty_store(tmp_path_factory):
    """A migrated SQLite file with nothing in it, to be copied."""
    file = tmp_path_factory.mktemp("store") / "empty.db"
    database = Database(f"sqlite:///{file}")
    database.migrate()
    database.close()
    return file


@pytest.fixture
def database(empty_store, tmp_path):
    """A store on a real SQLite file."""
    database = Database(f"sqlite:///{shutil.copy(empty_store, tmp_path / 'ledger.db')}")
    yield database
    database.close()
