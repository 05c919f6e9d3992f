"""When a message that could not be sent is tried again."""

from datetime import timedelta

import pytest

from tasks.rules.retry import pause


@pytest.mark.parametrize(("tries", "seconds"), [(1, 5), (2, 10), (3, 20), (7, 320), (8, 600), (9, 600), (10_000, 600)])
def test_the_wait_doubles_up_to_ten_minutes(tries, seconds):
    assert pause(tries, None) == timedelta(seconds=seconds)


def test_what_the_service_asked_for_wins():
    assert pause(5, 0.5) == timedelta(seconds=0.5)
    assert pause(1, 3600) == timedelta(hours=1)
