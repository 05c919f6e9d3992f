"""What comes back: 每月5日前, 每季度末前, 每年两次, 每月最后一个周六, 每周一."""

import re
from collections.abc import Callable
from dataclasses import replace

from tasks.language.dates.bounds import bounded, read_tail
from tasks.language.dates.points import read_point
from tasks.language.dates.returns import Return, yearly
from tasks.language.dates.scene import Reading, Scene
from tasks.language.dates.stretches import Fixed, Grain, YearPart
from tasks.language.dates.units import DAY_NO, MONTH_NO, XUN
from tasks.language.numerals import number

_N = r"(?:\d{1,2}|[一二两三四五六七八九十]{1,2})"
_UNIT_ENDS = {"年": ((12,), (31,)), "半年": ((6, 12), (-1,)), "学期": ((6, 12), (-1,)), "季度": ((3, 6, 9, 12), (-1,))}
_TIMES = {"一": 1, "1": 1, "二": 2, "两": 2, "2": 2, "三": 3, "3": 3, "四": 4, "4": 4}
_TIMES_MONTHS = {1: (12,), 2: (6, 12), 3: (4, 8, 12), 4: (3, 6, 9, 12)}

_MONTHLY = re.compile(
    r"每(?:个)?月(?:份)?(?![龄均])(?:"
    rf"(?P<days>{DAY_NO}[日号]?(?:[、和,]{DAY_NO}[日号]?){{0,4}}(?<=[日号]))"
    r"|的?(?:第(?P<nth>[一二三四1-4])个?|最后一?个)(?P<kind>周|星期|礼拜)(?P<weekday>[一二三四五六日天末])"
    r"|(?P<part>上旬|中旬|下旬|月?[底末初]|中(?![旬心国小学]))"
    r")?"
)
_QUARTERLY = re.compile(rf"每(?:个)?季(?:度(?:首月|第一个月)(?P<day>{DAY_NO})[日号]|(?:度)?(?P<edge>末|底)?(?!节))")
_UNITS = re.compile(r"每(?:个)?(?P<unit>半年|学期)")
_XUN = re.compile(r"每(?:个)?旬")
_WEEKLY = re.compile(
    r"每(?:个)?(?:周|星期|礼拜)(?![岁期边转年密到全围])(?P<days>[一二三四五六日天末](?:[、和至到](?:周|星期)?[一二三四五六日天])*)?(?:[上下]午)?"
)
_DAILY = re.compile(r"每(?:天|日(?![均常]))")
_EVERY_FEW = re.compile(rf"每(?:隔)?(?P<count>{_N})(?:个)?(?P<unit>月|年(?![级龄])|周|星期|天|日|季度)")
_YEARLY = re.compile(r"每(?:个)?年度?(?![龄均级产])")
_YEAR_MONTHS = re.compile(
    rf"(?P<months>{MONTH_NO}月?(?:份)?(?:[、和]{MONTH_NO}月?份?){{1,5}}(?<=[月份]))(?![\d一二三四五六七八九十]{{1,3}}日)"
)
_YEAR_TIMES_NEAR = re.compile(r"[^,。;；]{0,2}?(?P<times>[一二两三四1-4])次")
_YEAR_TIMES_FAR = re.compile(r"[^,。;；]{0,24}?(?P<times>[二两三四2-4])次")
_EVENT_BETWEEN = re.compile(r"[^,。;；\d]{1,9}?的")
_AFTER_EVENT = re.compile(r"(?<![今此以之随最先前落善])后(?![续期勤台面])")
_EVENT_REACH = 60
_FROM_NOW_ON = ("今后", "此后", "今后,", "此后,")


def read_recurrence(at: int, scene: Scene) -> Reading | None:
    """What 每 begins at `at`."""
    for rule in (_every_few, _monthly, _quarterly, _halves, _by_xun, _weekly, _daily, _yearly):
        if found := rule(at, scene):
            end, back, soft = found
            return _run(at, end, back, soft, scene)
    return None


def _sentence_before(at: int, text: str) -> str:
    """The last words of the sentence before `at`."""
    begin = max(at - _EVENT_REACH, 0)
    return re.split(r"[。;；!！?？]", text[begin:at])[-1]


Found = tuple[int, Return, bool]


def _run(at: int, end: int, back: Return, soft: bool, scene: Scene) -> Reading:
    """The recurrence within what the sentence says of its beginning and its end."""
    tail = read_tail(scene.text, end)
    end = tail.end if tail.before or not (tail.after or tail.since) else end
    begun = next((reading for reading in reversed(scene.earlier) if reading.start), None)
    if scene.text.endswith(_FROM_NOW_ON, 0, at):
        begun = None
    start = begun.start if begun else None
    until = begun.due if begun and begun.rule == "range" else None
    base = max(scene.reference, start or scene.reference)
    if begun is None and _AFTER_EVENT.search(_sentence_before(at, scene.text)):
        dated = next((reading.due for reading in reversed(scene.earlier) if reading.due), None)
        due = back.first(max(base, dated)) if dated else None
    else:
        due = back.first(base)
    return Reading(at, end, f"every {back.freq.lower()}", due, start, back.text(until), soft, grain=Grain.YEARS)


def _numbers(words: str) -> tuple[int, ...]:
    return tuple(number(found) for found in re.findall(rf"{DAY_NO}", words))


def _monthly(at: int, scene: Scene) -> Found | None:
    match = _MONTHLY.match(scene.text, at)
    if match is None:
        return None
    if match["days"]:
        days = tuple(day for day in _numbers(match["days"]) if 1 <= day <= 31)
        return (match.end(), Return("MONTHLY", days=days), False) if days else None
    if match["weekday"]:
        nth = number(match["nth"]) if match["nth"] else -1
        return match.end(), Return("MONTHLY", weekdays=_weekdays(match["weekday"]), nth=nth), False
    part = (match["part"] or "底").removeprefix("月")
    return match.end(), Return("MONTHLY", days=(XUN[part][1],)), False


def _quarterly(at: int, scene: Scene) -> Found | None:
    match = _QUARTERLY.match(scene.text, at)
    if match is None:
        return None
    if match["day"]:
        return match.end(), Return("YEARLY", months=(1, 4, 7, 10), days=(number(match["day"]),)), False
    return match.end(), _by_unit("季度"), False


def _halves(at: int, scene: Scene) -> Found | None:
    match = _UNITS.match(scene.text, at)
    return (match.end(), _by_unit(match["unit"]), False) if match else None


def _by_unit(unit: str) -> Return:
    months, days = _UNIT_ENDS[unit]
    return Return("YEARLY", months=months, days=days)


def _by_xun(at: int, scene: Scene) -> Found | None:
    match = _XUN.match(scene.text, at)
    return (match.end(), Return("MONTHLY", days=(10, 20, -1)), False) if match else None


def _weekly(at: int, scene: Scene) -> Found | None:
    match = _WEEKLY.match(scene.text, at)
    return (match.end(), Return("WEEKLY", weekdays=_weekdays(match["days"] or "日")), False) if match else None


def _weekdays(words: str) -> tuple[int, ...]:
    """一、四; 一至五; 末 and 天 are Sunday."""
    days = [
        ("一二三四五六日").index(day.replace("天", "日").replace("末", "日"))
        for day in re.findall("[一二三四五六日天末]", words)
    ]
    if re.search("[至到]", words) and len(days) == 2:
        return tuple(range(days[0], days[1] + 1))
    return tuple(days)


def _daily(at: int, scene: Scene) -> Found | None:
    match = _DAILY.match(scene.text, at)
    return (match.end(), Return("DAILY"), False) if match else None


def _every_few(at: int, scene: Scene) -> Found | None:
    match = _EVERY_FEW.match(scene.text, at)
    if match is None or not 1 <= number(match["count"]) <= 30:
        return None
    count, unit = number(match["count"]), match["unit"]
    by_unit: dict[str, Callable[[], Return]] = {
        "月": lambda: Return("MONTHLY", count, days=(-1,)),
        "季度": lambda: Return("MONTHLY", 3 * count, days=(-1,)),
        "年": lambda: Return("YEARLY", count, months=(12,), days=(31,)),
        "周": lambda: Return("WEEKLY", count),
        "星期": lambda: Return("WEEKLY", count),
    }
    return match.end(), by_unit.get(unit, lambda: Return("DAILY", count))(), False


def _yearly(at: int, scene: Scene) -> Found | None:
    match = _YEARLY.match(scene.text, at)
    if match is None:
        return None
    end = match.end()
    if months := _YEAR_MONTHS.match(scene.text, end):
        named = tuple(sorted({month for month in _numbers(months["months"]) if 1 <= month <= 12}))
        return months.end(), Return("YEARLY", months=named, days=(-1,)), False
    between = _EVENT_BETWEEN.match(scene.text, end)
    for begin in (end, between.end() if between else end):
        if found := _part_of_year(begin, scene):
            return found
    return _times_a_year(end, scene)


def _part_of_year(at: int, scene: Scene) -> Found | None:
    """每年6月底前, 每年汛期前, 每年一季度."""
    point = read_point(at, replace(scene, earlier=()))
    if point is None or isinstance(point.days, Fixed) or point.year is not None or point.choices:
        return None
    if isinstance(point.days, YearPart):
        tail = read_tail(scene.text, point.end)
        exclusive = tail.before and not point.edge
        if not exclusive:
            return point.end, yearly(point.days), point.soft
    reading = bounded(point, at, replace(scene, earlier=()))
    if reading is None or reading.due is None:
        return None
    day = (reading.due.month, reading.due.day)  # of a lunar festival, the day of the next one
    return reading.end, yearly(YearPart(day, day)), reading.soft


def _times_a_year(end: int, scene: Scene) -> Found:
    """每年两次 is due at midyear and at its end; the words run to 次 where it is near."""
    if near := _YEAR_TIMES_NEAR.match(scene.text, end):
        times = _TIMES[near["times"]]
        return near.end(), _times(times), False
    far = _YEAR_TIMES_FAR.match(scene.text, end)
    return end, _times(_TIMES[far["times"]] if far else 1), False


def _times(times: int) -> Return:
    return Return("YEARLY", months=_TIMES_MONTHS[times], days=(31,) if times == 1 else (-1,))
