"""What a person must decide before a letter's promises go live: shown, never settled in silence."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations, islice

from storage.terms import Span
from tasks.language.dates.script import plain
from tasks.language.dates.times import Time
from tasks.language.findings import Basis, Doubt, Head, Promise, Question
from tasks.reading.document import Document

PHONE = re.compile(  # a fax may well be one away from the telephone
    r"(?<!传真)(?<!传真:)(?<![\d(（-])[(（]?0\d{2,3}[)）]?[-－—–]?\d{6,8}(?!\d)|(?<!\d)1[3-9]\d{9}(?!\d)"
)


def time_doubts(time: Time, span: Span) -> Iterator[Doubt]:
    """A day that does not exist, with its likely readings; working days counted into a year nobody knows yet."""
    if time.choices:
        choices = tuple(day.isoformat() for day in time.choices)
        yield Doubt(Question.NO_SUCH_DAY, words=(time.words,), choices=choices, span=span)
    if time.flagged:
        yield Doubt(Question.YEAR_UNKNOWN, words=(time.words,), span=span)


def head_doubts(document: Document, head: Head, basis: Basis, promises: Iterable[Promise]) -> Iterator[Doubt]:
    if not (head.title or head.proposal_no or head.bureau) or not (head.title or list(promises)):
        yield Doubt(Question.NOT_A_LETTER)
        return
    if basis not in (Basis.SIGNED, Basis.PUBLISHED, Basis.GIVEN):
        yield Doubt(Question.NO_DATE)
    if len(head.proposal_nos) > 1:
        yield Doubt(Question.NUMBERS_DIFFER, words=head.proposal_nos)
    yield from phones_differ(document)


def phones_differ(document: Document) -> Iterator[Doubt]:
    """Two numbers that are almost one: a digit wrong, or a digit lost."""
    phones = (found[0] for one in document.passages for found in PHONE.finditer(plain(one.text).text))
    seen: dict[str, str] = {}
    for one in islice(phones, 20):
        seen.setdefault(re.sub(r"\D", "", one), one)
    for one, other in combinations(seen, 2):
        if nearly(one, other):
            yield Doubt(Question.PHONES_DIFFER, words=(seen[one], seen[other]))


def nearly(one: str, other: str) -> bool:
    """Whether one digit changed, lost or added makes the one number the other."""
    if len(one) == len(other):
        return sum(a != b for a, b in zip(one, other, strict=True)) == 1
    short, long = sorted((one, other), key=len)
    return len(long) - len(short) == 1 and any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


def past_due(promises: Iterable[Promise], reference: date | None) -> Iterator[Doubt]:
    told = set[object]()
    for one in promises:
        if reference and one.due and one.due < reference and one.rrule is None and one.when_span not in told:
            told.add(one.when_span)
            yield Doubt(Question.PAST_DUE, words=(one.when or "", one.due.isoformat()), span=one.when_span or one.span)
