"""What the grammar's rules are told of their surroundings, and what they answer."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Protocol, final

from tasks.language.dates.seasons import Seasons
from tasks.language.dates.stretches import Grain, Stretch
from tasks.rules.workdays import Workdays

_SHORT = 24


@final
@dataclass(frozen=True, slots=True)
class Reading:
    """A time as one rule reads it, in places of the plain text; `text[begin:end]` are its words."""

    begin: int
    end: int
    rule: str
    due: date | None = None
    start: date | None = None
    rrule: str | None = None
    soft: bool = False
    vague: bool = False
    choices: tuple[date, ...] = ()
    flagged: bool = False
    stretch: Stretch | None = None  # the days meant, before 前, 内 or 起 turned them
    grain: Grain = Grain.DAY

    @property
    def base(self) -> date | None:
        """The day that 工期 and 建设周期 count from: 5月底前 its end, a bare month its first day."""
        if self.rule.startswith("before"):
            return self.due
        return self.stretch.first if self.stretch else None

    @property
    def year(self) -> int | None:
        """The year that a bare 年底 or month later in the sentence takes; a time of several years gives none."""
        if self.stretch is None or self.stretch.first.year != self.stretch.last.year:
            return None
        return self.stretch.last.year


@dataclass(frozen=True, slots=True)
class Scene:
    """Where a rule stands: the day of the letter, what is settable, and the times before it in the sentence."""

    text: str
    reference: date
    seasons: Seasons
    workdays: Workdays
    ahead: Callable[[int], bool]  # by place in the plain text
    earlier: tuple[Reading, ...] = ()

    @property
    def year(self) -> int | None:
        """The year of the last dated time of the sentence."""
        return next((reading.year for reading in reversed(self.earlier) if reading.stretch), None)

    @property
    def short(self) -> bool:
        """Whether the text is no longer than a date and a few words that a person types."""
        return len(self.text) <= _SHORT


class Yearly(Protocol):
    """Days that come in any year."""

    def in_year(self, year: int) -> Stretch | None: ...


@final
@dataclass(frozen=True, slots=True)
class Point:
    """A time with no 前, 内 or 起 yet: its anchor, its year if one is said, and how fine it is."""

    end: int
    rule: str
    grain: Grain
    days: Yearly
    year: int | None = None
    edge: bool = False  # 底, 末, 初, 旬: 前 behind them still includes them
    soft: bool = False
    choices: tuple[int, int] | None = None  # month and day that do not exist

    def stretch(self, year: int) -> Stretch | None:
        return self.days.in_year(self.year if self.year is not None else year)
