"""前, 内, 起, 左右 behind a time: which of its days is the last on which a promise is still kept."""

import re
from dataclasses import dataclass, replace
from datetime import date

from tasks.language.dates.festivals import Festival
from tasks.language.dates.scene import Point, Reading, Scene
from tasks.language.dates.stretches import DAY, Grain, Stretch, day_of

TAIL = re.compile(
    r"(?P<past>以?来(?![年临自源]))?(?P<about>左右|前后|上下)?"
    r"(?:的?(?P<within>以内|之内|内(?![部容外设涵河地陆存])|期间|(?<=[年月日号])间(?![隔接歇])|当[天日])"
    r"|(?P<before>(?:或|及)?(?:以前|之前)|前夕|(?:为)?止(?!损)|前(?![往来提期沿列置景面后瞻述两三几十]))"
    r"|(?P<after>(?:以后|之后|后(?![期续勤半面台])))"
    r"|(?P<since>[^,。;；:：\d]{0,12}?之日起|(?:开始)?起(?![草步飞点源到因诉降伏重动码])(?:算)?|开始))?"
)
_INCLUSIVE = (Grain.DAY, Grain.XUN, Grain.SEASON, Grain.HALF, Grain.YEARS)


@dataclass(frozen=True, slots=True)
class Tail:
    """What stands behind a time and turns it."""

    end: int
    about: bool = False
    before: bool = False
    after: bool = False
    since: bool = False
    past: bool = False  # 今年以来: looks back, and dates nothing


def read_tail(text: str, at: int) -> Tail:
    match = TAIL.match(text, at)
    if match is None:
        return Tail(at)
    said = {name: bool(match[name]) for name in ("about", "before", "after", "since", "past")}
    return Tail(match.end(), **said)


def bounded(point: Point, begin: int, scene: Scene, led: bool = False) -> Reading | None:
    """A single time with what stands behind it; `led` where 自 or 从 stands before it, which 起 must then close."""
    tail = read_tail(scene.text, point.end)
    if tail.past or (led and not tail.since):
        return None
    return turned(point, tail, begin, scene)


def turned(point: Point, tail: Tail, begin: int, scene: Scene) -> Reading | None:
    if point.choices is not None:
        return _no_such_day(point, tail, begin, scene)
    days = placed(point, tail, begin, scene)
    if days is None:
        return _no_such_day(replace(point, choices=(2, 29)), tail, begin, scene) if point.grain is Grain.DAY else None
    soft = point.soft or tail.about
    reading = Reading(begin, tail.end, point.rule, soft=soft, stretch=days, grain=point.grain)
    if tail.after:
        return replace(reading, vague=True, rule=f"after {point.rule}")
    if tail.before:
        return replace(reading, due=_before(point, days, scene), rule=f"before {point.rule}")
    return replace(reading, due=days.last, start=days.first if tail.since else None)


def placed(point: Point, tail: Tail, begin: int, scene: Scene) -> Stretch | None:
    """The days meant, in the year said, else in the sentence's, else the letter's or the next.

    A festival or season comes round after the letter; a month or a day in the past stays there unless the clause
    looks ahead.
    """
    year = max(scene.reference.year, scene.year or 0)
    if point.year is not None:
        return point.stretch(point.year)
    if point.grain in (Grain.FESTIVAL, Grain.SEASON):
        rounds = [days for other in (year - 1, year, year + 1) if (days := point.stretch(other))]
        return next((days for days in rounds if _last(point, days, tail) >= scene.reference), None)
    this = point.stretch(year)
    if this is None or _last(point, this, tail) >= scene.reference or not scene.ahead(begin):
        return this
    return point.stretch(year + 1) or this


def _last(point: Point, days: Stretch, tail: Tail) -> date:
    """The last day kept, before a year is settled."""
    exclusive = tail.before and not point.edge and point.grain not in _INCLUSIVE
    return days.first - DAY if exclusive else days.last


def _before(point: Point, days: Stretch, scene: Scene) -> date:
    """5月前 ends with April, 5月底前 with May, 6月15日前 on that day; 本周前 cannot mean last week."""
    last = _last(point, days, Tail(point.end, before=True))
    current = days.holds(scene.reference) and not isinstance(point.days, Festival)
    return days.last if current and last < scene.reference and point.grain is Grain.WEEK else last


def _no_such_day(point: Point, tail: Tail, begin: int, scene: Scene) -> Reading | None:
    """9月31日: no day is due; the month's last and the day after it are the likely readings."""
    if point.choices is None:
        return None
    month, day = point.choices
    year = point.year if point.year is not None else max(scene.reference.year, scene.year or 0)
    last = day_of(year, month, -1)
    if last is not None and last < scene.reference and point.year is None and scene.ahead(begin):
        last = day_of(year + 1, month, -1)
    if last is None:
        return None
    return Reading(begin, tail.end, "no such day", choices=(last, last + DAY * (day - last.day)))
