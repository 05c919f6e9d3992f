"""Seasons that letters date by (汛期前, 供暖季前, 开学前): no calendar fixes them, so an office sets their days."""

import re
from dataclasses import dataclass

from tasks.language.dates.stretches import Stretch, day_of

MonthDay = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Seasons:
    """The last day, as (month, day), that still lies before each season."""

    flood: MonthDay = (5, 31)  # 汛期前
    heating: MonthDay = (11, 14)  # 供暖季前
    autumn_term: MonthDay = (8, 31)  # 开学前; also the end of 暑期
    spring_term: MonthDay = (2, 15)  # 春季开学前; also the end of 寒假
    college_exam: MonthDay = (6, 6)  # 高考前
    school_exam: MonthDay = (6, 13)  # 中考前
    summer_break: MonthDay = (6, 30)  # 暑假前


_BEFORE = r"(?:到来|来临|来|开始)?(?:之前|以前|前(?![后期往]))"
SEASON = re.compile(
    rf"(?P<flood>(?:主?汛期?|入汛|雨季){_BEFORE})"
    rf"|(?P<heating>(?:[今本明]?冬)?(?:供|采)(?:暖|热)(?:季|期)?{_BEFORE})"
    rf"|(?P<spring_term>春季(?:学期)?(?:开学|学期)(?:{_BEFORE})?|寒假(?:期间|结束前|内))"
    rf"|(?P<autumn_term>(?:秋季(?:学期)?(?:开学|学期)|新学年开学)(?:{_BEFORE})?|(?:新学期)?开学{_BEFORE}"
    rf"|(?:暑期|暑假)(?:期间|结束前|内)?(?!{_BEFORE}))"
    rf"|(?P<summer_break>(?:暑期|暑假){_BEFORE})"
    rf"|(?P<college_exam>高考{_BEFORE})"
    rf"|(?P<school_exam>中考{_BEFORE})"
)
BEGINNINGS = "主?汛|入汛|雨季|[今本明]?冬?[供采][暖热]|春季|秋季|新学[年期]|开学|寒假|暑[期假]|[高中]考"


@dataclass(frozen=True, slots=True)
class Season:
    """One season's day in any year."""

    day: MonthDay

    def in_year(self, year: int) -> Stretch | None:
        found = day_of(year, *self.day)
        return Stretch(found, found) if found else None


def season_named(match: re.Match[str], seasons: Seasons) -> Season:
    """The season that SEASON has matched."""
    return Season(getattr(seasons, str(match.lastgroup)))
