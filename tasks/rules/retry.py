"""When a message that could not be sent is tried again."""

from datetime import timedelta

FIRST_SECONDS = 5
LONGEST_SECONDS = 600


def pause(tries: int, asked_seconds: float | None) -> timedelta:
    """How long to wait after the n-th try (n from 1): what the service asked for, else doubling up to ten minutes."""
    if asked_seconds is not None:
        return timedelta(seconds=asked_seconds)
    return timedelta(seconds=min(FIRST_SECONDS * 2 ** (min(tries, 20) - 1), LONGEST_SECONDS))
