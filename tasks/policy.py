"""What a place has settled: its zone, its ladder, its calendar, its seasons. Made once from the settings."""

from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo
from zoneinfo import ZoneInfo

from tasks.language.dates import Seasons
from tasks.rules.reminders import Plan
from tasks.rules.workdays import Workdays

SHANGHAI = ZoneInfo("Asia/Shanghai")


@dataclass(frozen=True)
class Policy:
    """The place's rules, as the deciding rooms need them."""

    zone: tzinfo = SHANGHAI
    plan: Plan = field(default_factory=lambda: Plan(Workdays()))
    seasons: Seasons = field(default_factory=Seasons)
    near_days: int = 10  # 黄灯 from so many calendar days before the due day
    hold_workdays: int = 3  # an answer that names no day stops the climb for so many working days
    invitation_days: int = 7
    lease_seconds: int = 120

    def day(self, moment: datetime) -> date:
        """The calendar day of a moment, where the office is."""
        return moment.astimezone(self.zone).date()
