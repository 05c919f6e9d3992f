"""A time in a text and what it means; the values that the date grammar yields."""

from dataclasses import dataclass
from datetime import date

from storage.terms import Certainty


@dataclass(frozen=True, slots=True)
class Time:
    """Time words at `text[start_at:end_at]` and the days they mean.

    `due` is the last day that still counts as kept; `start` only where the words give a beginning. `rrule` is an
    RFC 5545 rule without its prefix. A vague time (适时, 待资金到位后) has neither. `rule` names the grammar rule.
    """

    start_at: int
    end_at: int
    words: str
    due: date | None = None
    start: date | None = None
    rrule: str | None = None
    certainty: Certainty = Certainty.FIRM
    rule: str = ""
    vague: bool = False
    choices: tuple[date, ...] = ()  # for a day that does not exist: the two likely readings; due is then None
    flagged: bool = False  # working days counted into a year whose holidays are not known
