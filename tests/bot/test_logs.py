"""The log never holds a token."""

import logging

import pytest

from bot.logs import Masked

TOKEN = "1234567890:AbCdEfGhIjKlMnOpQrStUvWxYz0123456_-9"


@pytest.fixture
def written():
    """What a line looks like once it is written."""

    def written(message, *args):
        record = logging.LogRecord("duban", logging.INFO, __file__, 1, message, args, None)
        return Masked("%(levelname)s %(message)s").format(record)

    return written


@pytest.mark.parametrize(
    ("message", "args"),
    [
        (f"POST https://api.telegram.org/bot{TOKEN}/getMe", ()),
        ("POST https://api.telegram.org/bot%s/%s", (TOKEN, "getMe")),
        ("%r", ({"token": TOKEN},)),
        ("%s and %s", (TOKEN, TOKEN)),
    ],
)
def test_a_token_is_masked_wherever_it_stands(written, message, args):
    line = written(message, *args)
    assert TOKEN[:10] not in line
    assert TOKEN[11:] not in line
    assert "***" in line


def test_what_is_no_token_stays_as_it_is(written):
    assert written("notice %s waits: %s", 43, "429") == "INFO notice 43 waits: 429"
    assert written("at 2026-06-30 10:00:00 proposal 20260630:5") == "INFO at 2026-06-30 10:00:00 proposal 20260630:5"


def test_a_token_in_a_traceback_is_masked_too():
    try:
        raise ValueError(f"InvalidURL bot{TOKEN}")
    except ValueError as wrong:
        record = logging.LogRecord(
            "duban", logging.ERROR, __file__, 1, "failed", (), (ValueError, wrong, wrong.__traceback__)
        )
    assert TOKEN not in Masked("%(message)s").format(record)
