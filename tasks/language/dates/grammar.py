"""Reads the times of a text: a cheap scan for the characters a time may begin with, then the longest rule that fits."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial

from storage.terms import Certainty
from tasks.language.dates.ahead import looks_ahead
from tasks.language.dates.bounds import bounded
from tasks.language.dates.durations import lengthened, read_length, read_since_event, read_trial, read_works
from tasks.language.dates.festivals import BEGINNINGS as FESTIVALS_BEGIN
from tasks.language.dates.points import read_point
from tasks.language.dates.ranges import read_range
from tasks.language.dates.recurrences import read_recurrence
from tasks.language.dates.scene import Point, Reading, Scene
from tasks.language.dates.script import Plain, plain
from tasks.language.dates.seasons import BEGINNINGS as SEASONS_BEGIN
from tasks.language.dates.seasons import Seasons
from tasks.language.dates.times import Time
from tasks.language.dates.typed import MONTH_NAME, read_typed
from tasks.language.dates.vague import read_vague
from tasks.rules.workdays import Workdays

Ahead = bool | Callable[[int], bool]

# Every character that an alternative of _TRIGGER may begin with: most text is passed over on this alone.
_FIRST = (
    r"《。；;！？!?\nA-Z\d〇零一二三四五六七八九十百千两廿“\"‘自从每工周建施期试待等适择近尽早逐陆条时具成批审启完出核到划通落下印"
    r"签获确明今昨第后去前来次翌当同本该这大上年月星礼即农闰腊冬正主汛入雨供采春秋新开寒暑高中元端清重阳除植国劳妇儿圣"
    r"谷立芒霜夏小母父情青教光愚万未接最半再用过"
)
# Names of papers keep their years to themselves; a sentence's end ends what governs in it.
_TRIGGER = re.compile(
    rf"(?=[{_FIRST}])"
    r"(?:(?P<title>《[^《》]*》)|(?P<stop>[。；;！？!?\n])|(?P<since>[自从])|(?P<every>每)"
    r"|(?P<works>工期|周期|建设期|施工期|期限)|(?P<trial>试(?=[运行用点开]))"
    r"|(?P<vague>[待等适择]|近[期日段]|尽[快早]|早日|逐步|陆续|条件|时机|具备|成熟"
    r"|(?:批复|批准|审批|启用|完成|出台|核实|到位|划转|通过|落实|下达|印发|签订|获批|确定|审定|明确)(?=[之以]?后))"
    rf"|(?P<typed>(?<![A-Za-z]){MONTH_NAME}(?=\d)|^[上前下后过])"
    r"|(?P<time>(?<![\d.])\d{1,4}+(?=[年月日号天个多半周星礼季旬工自.\-/·~～—－–─至到、A-Za-z])|(?<!\d)(?:19|20)\d{6}(?!\d)|^\d{4}$"
    r"|(?<![〇零一二三四五六七八九十百千两])(?:十[一二三四五六七八九]?五(?=[”\"’]?[期时末规收])"
    r"|[〇零一二三四五六七八九十百千两廿]{1,6}+(?=[年月日号天个多半周星礼季旬工自\-~～—－–─至到、]))"
    r"|[今明昨](?=[年天日明个周星礼])|第(?=[一二三四1-4]个?季度)|[后去前来次翌当同本该这](?=[年月周天日季一个星礼])"
    r"|大[后前大年]|[上下](?=[一个上下半年月周季星礼])|年(?=[底末初中内终前度])|月(?=[底末初中内])"
    r"|[周星礼](?=[一二三四五六日天末期拜])|即日|[“\"‘](?=[十五六三七八])|[农闰腊冬正](?=[历一二三四五六七八九十冬腊正月])"
    rf"|{SEASONS_BEGIN}|{FESTIVALS_BEGIN}|未来|接下来|今后|近[一二两三四五六七八九十\d]|最近|半个?[年月]|Q[1-4]"
    r"|再?用(?=[\d一二两三四五六七八九十半近])))"
)


def times(text: str, reference: date, seasons: Seasons, workdays: Workdays, ahead: Ahead = True) -> tuple[Time, ...]:
    """The times of a clause, a sentence or a paragraph in text order, none overlapping another.

    `reference` is the day of the letter. `ahead` says whether the surroundings look ahead (将, 计划, 拟): then a day
    with no year that has passed means the next year's. It may be a function of the place in `text`.
    """
    source = plain(text)

    def looks_ahead(at: int) -> bool:
        return ahead(source.places[at]) if callable(ahead) else ahead

    scene = Scene(source.text, reference, seasons, workdays, looks_ahead)
    return tuple(_time(reading, text, source) for reading in readings(scene))


def answer(
    text: str, pos: tuple[int, int], reference: date, seasons: Seasons, workdays: Workdays, ahead: Ahead | None = None
) -> Time | None:
    """The last time that overlaps `pos`, [start, end) in `text`; None as `ahead` asks the words around it."""
    found = times(text, reference, seasons, workdays, partial(looks_ahead, text) if ahead is None else ahead)
    return next((time for time in reversed(found) if time.start_at < pos[1] and pos[0] < time.end_at), None)


def readings(scene: Scene) -> Iterator[Reading]:
    """Every time of the plain text; each sentence's later times know its earlier ones."""
    done = 0
    for trigger in _TRIGGER.finditer(scene.text):
        if trigger.start() < done:
            continue
        if trigger["stop"]:
            scene = replace(scene, earlier=()) if scene.earlier else scene
            continue
        reading = _RULES[str(trigger.lastgroup)](trigger.start(), scene)
        if reading is not None and reading.begin >= done:
            yield reading
            done = reading.end
            scene = replace(scene, earlier=(*scene.earlier[-7:], reading))


def _read_time(at: int, scene: Scene) -> Reading | None:
    """The longest of a range, a length and a single time."""
    point = read_point(at, scene)
    found = [read_range(at, scene, at, point), read_length(at, scene), _single(point, at, scene)]
    longest = max((reading for reading in found if reading), key=lambda reading: reading.end, default=None)
    return longest or read_typed(at, scene)


def _single(point: Point | None, at: int, scene: Scene) -> Reading | None:
    reading = point and bounded(point, at, scene)
    return lengthened(reading, scene) if reading and reading.start else reading


def _read_since(at: int, scene: Scene) -> Reading | None:
    """自9月1日起, 从8月1日至10月31日, 自印发之日起30日内."""
    point = read_point(at + 1, scene)
    if reading := read_range(at + 1, scene, at, point) or read_since_event(at, scene):
        return reading
    reading = point and bounded(point, at, scene, led=True)
    return lengthened(reading, scene) if reading else None


def _no_time(at: int, scene: Scene) -> Reading | None:
    return None


_RULES: dict[str, Callable[[int, Scene], Reading | None]] = {
    "title": _no_time,
    "since": _read_since,
    "every": read_recurrence,
    "works": read_works,
    "trial": read_trial,
    "vague": read_vague,
    "typed": _read_time,
    "time": _read_time,
}


def _time(reading: Reading, text: str, source: Plain) -> Time:
    start, end = source.original(reading.begin, reading.end)
    certainty = Certainty.SOFT if reading.soft else Certainty.FIRM
    return Time(
        start, end, text[start:end], reading.due, reading.start, reading.rrule, certainty, reading.rule,
        reading.vague, reading.choices, reading.flagged,
    )  # fmt: skip
