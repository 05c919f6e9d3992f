"""The days a reply names, from the letters' date grammar and from the words of chat; the longer reading wins."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from tasks.language.dates import Time, times
from tasks.language.replies.case import Case
from tasks.language.replies.chat_days import chat_days
from tasks.language.replies.durations import BARE_DURATION

COUNTED = re.compile(r"(?:延期?|延长|推迟|推后|往后推|顺延|缓|宽限|晚|再|还要?|还需要?|还得|给)\s*$")
AFTER_FESTIVAL = "after festival"  # the grammar's rule for 国庆后, which names no day


def moments(own: str, case: Case, ahead: bool) -> tuple[Time, ...]:
    """Every time in `own`, in order; `ahead` settles which year or month is meant where the words leave it open."""
    found = [*chat_days(own, case.said_on, ahead), *_from_grammar(own, case, ahead)]
    found.sort(key=lambda time: (time.start_at - time.end_at, time.start_at))
    kept: list[Time] = []
    for time in found:
        if all(time.end_at <= other.start_at or time.start_at >= other.end_at for other in kept):
            kept.append(time)
    return tuple(sorted(kept, key=lambda time: time.start_at))


def _from_grammar(own: str, case: Case, ahead: bool) -> Iterator[Time]:
    """Less bare durations: whether they count from today or from the due day hangs on the verb before them."""
    for time in times(own, case.said_on, case.seasons, case.workdays, ahead):
        if time.rule == AFTER_FESTIVAL:
            yield _not_before_festival(time, case)
        elif not (time.rrule or time.vague or _is_duration(own, time)):
            yield time


def _is_duration(own: str, time: Time) -> bool:
    """延期15日 is so many days; 预计28日办结 is the 28th."""
    counted = not time.words.endswith("日") or COUNTED.search(own[: time.start_at])
    return bool(counted and BARE_DURATION.fullmatch(time.words))


def _not_before_festival(time: Time, case: Case) -> Time:
    """国庆后 names no day, but none sooner than the festival: its `start`."""
    before = times(time.words[:-1] + "前", case.said_on, case.seasons, case.workdays, True)
    eve = before[0].due if before else None
    return replace(time, start=eve and eve + timedelta(days=1))
