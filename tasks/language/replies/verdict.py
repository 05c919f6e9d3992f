"""Which answer a reply is, from the signs of all its clauses: the first question below that is answered yes."""

from collections.abc import Sequence

from storage.terms import Answer
from tasks.language.replies.case import Case
from tasks.language.replies.hearing import Said
from tasks.language.replies.new_day import Foretold
from tasks.language.replies.rule import Sign

OPEN_STILL = frozenset({Sign.REMAINS, Sign.UNDONE, Sign.CANNOT})
AT_WORK = frozenset({Sign.ONGOING, Sign.ON_TIME})
SOME_DONE = frozenset({Sign.DONE, Sign.SETTLED, Sign.STEP})
MOVING = AT_WORK | SOME_DONE | {Sign.UNDONE, Sign.REMAINS}


def verdict(heard: Sequence[Said], coming: Foretold | None, percent: int | None, case: Case) -> Answer:
    """The answer; `coming` is the last day foretold, `percent` the share said to be done."""
    seen = frozenset().union(*(said.signs for said in heard))
    late = bool(coming and case.due and coming.earliest > case.due)
    in_time = bool(coming and not late)
    if Sign.HANDOVER in seen:
        return Answer.HANDOVER
    if Sign.ASK in seen:
        return Answer.DELAY
    if _is_done(seen, coming, percent):
        return Answer.DONE
    if late or (Sign.CANNOT in seen and not in_time):
        return Answer.DELAY
    if not in_time and _is_blocked(heard, seen, percent):
        return Answer.BLOCKED
    if seen & MOVING or Sign.TALKS in seen or in_time or percent is not None:
        return Answer.PROGRESS
    return Answer.UNCLEAR


def _is_done(seen: frozenset[Sign], coming: Foretold | None, percent: int | None) -> bool:
    """Done beyond doubt unless some of it remains; merely done unless anything at all goes on."""
    if seen & OPEN_STILL or (percent is not None and percent < 100):
        return False
    return Sign.SETTLED in seen or (Sign.DONE in seen and coming is None and not seen & {Sign.ONGOING, Sign.STOPPED})


def _is_blocked(heard: Sequence[Said], seen: frozenset[Sign], percent: int | None) -> bool:
    """Stopped, with no work beside it; or nothing but trouble with the work."""
    if seen & AT_WORK:
        return False
    hindered = any(said.signs >= {Sign.TROUBLE, Sign.MATTER} and Sign.UNDONE not in said.signs for said in heard)
    return Sign.STOPPED in seen or (hindered and not seen & SOME_DONE and percent is None)
