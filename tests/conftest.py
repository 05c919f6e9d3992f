"""What all tests share: where the neighbouring gold letters are, and how the Telegram client speaks of time."""

import os
from pathlib import Path

import pytest

os.environ["PTB_TIMEDELTA"] = "true"  # RetryAfter carries a timedelta; the number it used to carry warns
SHARED = Path(__file__).parents[2] / "shared"


@pytest.fixture
def shared():
    """The labelled letters beside the checkout."""
    if not SHARED.is_dir():
        pytest.skip("the labelled letters (../shared) are not here")
    return SHARED
