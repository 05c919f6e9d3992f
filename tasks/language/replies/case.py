"""What a reply is read against: the day it was said, the day the act is due, and the calendars."""

from dataclasses import dataclass
from datetime import date

from tasks.language.dates.seasons import Seasons
from tasks.rules.workdays import Workdays


@dataclass(frozen=True, slots=True)
class Case:
    """`due` is None for an act without a day."""

    said_on: date
    due: date | None
    seasons: Seasons
    workdays: Workdays
