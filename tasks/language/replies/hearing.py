"""Each clause of a reply with its signs and its days, after what surrounds it has been weighed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from tasks.language.dates.times import Time
from tasks.language.replies.case import Case
from tasks.language.replies.clauses import Clause, clauses
from tasks.language.replies.moments import moments
from tasks.language.replies.rule import Sign
from tasks.language.replies.signs import signs

IN_A_QUESTION = frozenset({Sign.ASK, Sign.HANDOVER, Sign.CANNOT})
RHETORICAL = re.compile(r"不是(?P<claim>.*了)[吗嘛么]$")
PERFECT = re.compile(r"已|了(?!解)|都|全部|刚|早|才.*的$|过$|均|实际|[一-龥]的$|昨|前天|上[周月个]")
END = frozenset({Sign.DONE, Sign.SETTLED})
FINISH = END | {Sign.STEP}
AHEAD = frozenset({Sign.WILL, Sign.ASK, Sign.CANNOT})
YEAR_LEFT_OPEN = re.compile(r"(?:\d{1,2}|[一二三四五六七八九十]{1,2})月|\d{1,2}[./-]\d|年[底末]")


@dataclass(frozen=True, slots=True)
class Said:
    """A clause, what it is a sign of, and the days it names, each in the likeliest year and month."""

    clause: Clause
    signs: frozenset[Sign]
    days: tuple[Time, ...] = ()

    def has(self, *wanted: Sign) -> bool:
        return not self.signs.isdisjoint(wanted)


def hear(own: str, case: Case) -> tuple[Said, ...]:
    """Every clause of the contact's own words."""
    ahead = moments(own, case, ahead=True)
    back = {time.start_at: _back(time, case.said_on) for time in moments(own, case, ahead=False)} if ahead else {}
    return tuple(_said(clause, ahead, back, case.said_on) for clause in clauses(own))


def _said(clause: Clause, ahead: tuple[Time, ...], back: Mapping[int, Time], said_on: date) -> Said:
    meant = _weighed(clause)
    inside = [time for time in ahead if clause.start <= time.start_at < clause.end]
    days = tuple(_likeliest(time, back.get(time.start_at, time), clause, meant, said_on) for time in inside)
    heard = Said(clause, meant, days)
    return _foretold(heard, said_on)


def _weighed(clause: Clause) -> frozenset[Sign]:
    """The signs of a clause less those that a question, a condition, a promise to report or an old plan undo."""
    claim = RHETORICAL.search(clause.words)
    if claim:
        return signs(claim["claim"]) & FINISH
    meant = signs(clause.words)
    if clause.asks:
        meant &= IN_A_QUESTION
    if Sign.SUPPOSED in meant:
        return frozenset({Sign.SUPPOSED})
    if Sign.LATER in meant:
        return meant & {Sign.LATER, Sign.HANDOVER, Sign.ASK}
    if Sign.OLD_PLAN in meant and Sign.ASK not in meant:
        return meant & {Sign.OLD_PLAN, Sign.STOPPED}
    return meant


def _likeliest(ahead: Time, back: Time, clause: Clause, meant: frozenset[Sign], said_on: date) -> Time:
    """Done things lie behind, plans ahead; where neither is said, the nearer day is meant."""
    if meant & AHEAD:
        return ahead
    if PERFECT.search(clause.words):
        return back
    if ahead.due and back.due and abs(back.due - said_on) < abs(ahead.due - said_on):
        return back
    return ahead


def _foretold(heard: Said, said_on: date) -> Said:
    """月底办结 foretells; 已于月底前办结 does not."""
    if not heard.signs & FINISH or PERFECT.search(heard.clause.words):
        return heard
    if any(day.due and day.due > said_on for day in heard.days):
        return replace(heard, signs=heard.signs - FINISH | {Sign.WILL})
    return heard


def _back(time: Time, said_on: date) -> Time:
    """A day with no year is the newest one that is not after the day it was said."""
    if time.due and time.due > said_on and YEAR_LEFT_OPEN.match(time.words):
        leap = time.due.month == 2 and time.due.day == 29
        return replace(time, due=time.due.replace(year=time.due.year - 1, day=28 if leap else time.due.day))
    return time
