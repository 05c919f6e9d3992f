"""What understanding a letter yields: frozen values, each with the place it was read at."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from storage.terms import Certainty, Kind, Span


class Basis(StrEnum):
    """换算依据: why a day is the one from which a letter's relative times are counted, best first."""

    SIGNED = "signed"  # 落款日期
    PUBLISHED = "published"  # 发布日期 that a web page prints around the letter
    MEETING = "meeting"  # 面商时间
    NEWEST = "newest"  # the newest full date in the text
    GIVEN = "given"  # said by whoever asked: --on
    RECEIVED = "received"  # the day it came in
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Head:
    """The letter's head, each field as printed; proposal numbers half-width with their zeros."""

    title: str | None = None
    bureau: str | None = None
    session: str | None = None
    proposal_no: str | None = None
    members: tuple[str, ...] = ()
    category: str | None = None  # A, B, C or D
    written_on: date | None = None
    proposal_nos: tuple[str, ...] = ()  # every number seen; more than one is a conflict to show


@dataclass(frozen=True, slots=True)
class Promise:
    """承诺: one act promised, with its words and the day on which it is still kept."""

    quote: str
    span: Span
    sentence: Span  # the sentence it stands in
    kind: Kind
    certainty: Certainty
    when: str | None = None
    when_span: Span | None = None
    due: date | None = None
    start: date | None = None
    rrule: str | None = None
    owner: str | None = None
    action: str = ""
    rule: str = ""  # the name of the date rule by which due was worked out
    confidence: float = 0.0
    why: str = ""  # one line: what made it a promise


class Question(StrEnum):
    """What a person must look at."""

    NO_DATE = "no_date"  # the letter bears no date
    NUMBERS_DIFFER = "numbers_differ"  # several proposal numbers
    PHONES_DIFFER = "phones_differ"
    PAST_DUE = "past_due"  # a due day before the reference day
    NO_SUCH_DAY = "no_such_day"  # 9月31日
    YEAR_UNKNOWN = "year_unknown"  # working days counted into a year whose holidays are not known
    NOT_A_LETTER = "not_a_letter"


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something a person must decide; never decided in silence."""

    question: Question
    words: tuple[str, ...] = ()  # what is in doubt: the numbers, the impossible day
    choices: tuple[str, ...] = ()  # likely readings, ISO days for NO_SUCH_DAY
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Findings:
    """All that was understood of one letter."""

    head: Head
    reference: date | None
    basis: Basis
    promises: tuple[Promise, ...] = ()
    doubts: tuple[Doubt, ...] = ()
