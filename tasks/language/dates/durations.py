"""A length of time and what it is counted from: 三个月内, 用3年时间, 自…之日起30日内, 工期180天, 试运营2个月."""

import re
from dataclasses import replace
from datetime import date

from tasks.language.dates.lengths import COUNT, LENGTH, Length, length_of
from tasks.language.dates.scene import Reading, Scene
from tasks.language.dates.stretches import DAY, WHOLE_YEAR, Grain, Stretch, month_after, week_after
from tasks.language.numerals import number

_OR_LESS = rf"(?:{COUNT}(?:个月|年|天|日)?(?:至|到|[-—－~～]))?"  # 三至五年内: the longer bounds it
_ABOUT = r"(?P<about>左右|上下)?"
_WITHIN = re.compile(
    rf"(?:未来|今后|接下来|最近|近)?{_OR_LESS}{LENGTH}{_ABOUT}的?(?:时间)?(?:以内|之内|内(?![部容外设涵])|里)"
)
_USING = re.compile(rf"(?:再?用)?{_OR_LESS}{LENGTH}{_ABOUT}的?(?:时间|功夫|工夫)(?!节)")
_NEAR = re.compile(
    rf"(?:最?近|未来|今后)(?P<years>{COUNT})年(?:左右)?(?:的?时间)?(?:内)?(?!来|以来|间|多|共|累计|[级龄度均内])"
)
_COMING = re.compile(rf"(?:未来|接下来){LENGTH}")
_WORKS = re.compile(
    rf"(?:工期|周期|建设期|施工期|期限)(?:为|约|共|预计|不超过|计划|总计|需|:|[（(])*{LENGTH}{_ABOUT}(?:时间)?"
)
_WORKS_LEAD = ("建设总", "施工总", "合同", "计划", "建设", "施工", "改造", "整改", "总")
_TRIAL = re.compile(rf"试(?:运营|运行|行|用|点|开放)期?(?:为|约)?{LENGTH}{_ABOUT}")
_AWAY = re.compile(rf"(?<![第前每]){LENGTH}(?:(?P<later>以后|之后|后(?![期续]))|以前|之前|前(?![往来期]))")
_EVENT = re.compile(r"[自从](?P<event>[^,。;；自从\d]{1,20}?)之日起")
_THEN = re.compile(rf"[,]?(?:再?用)?{LENGTH}{_ABOUT}的?(?:时间|以内|之内|内|里){{0,2}}")


def read_length(at: int, scene: Scene) -> Reading | None:
    """A length counted from the written day, or with 时间 from the beginning that the sentence states."""
    if match := _NEAR.match(scene.text, at):
        return _near(match, scene)
    if match := _WITHIN.match(scene.text, at):
        return _counted(match, "within", scene.reference, scene)
    if match := _USING.match(scene.text, at):
        return _using(match, scene)
    if match := _COMING.match(scene.text, at):
        return _counted(match, "within", scene.reference, scene)
    match = _AWAY.match(scene.text, at)
    return _away(match, scene) if match else None


def read_works(at: int, scene: Scene) -> Reading | None:
    """建设周期24个月: from the start the sentence states, else from the written day."""
    match = _WORKS.match(scene.text, at)
    base = next((reading.base for reading in reversed(scene.earlier) if reading.base), None)
    reading = match and _counted(match, "works", base or scene.reference, scene, start=base, soft=True)
    lead = next((lead for lead in _WORKS_LEAD if scene.text.endswith(lead, 0, at)), "")
    return reading and replace(reading, begin=at - len(lead))


def read_trial(at: int, scene: Scene) -> Reading | None:
    """试运营2个月: from the day on which what came before it is due."""
    match = _TRIAL.match(scene.text, at)
    base = next((reading.due for reading in reversed(scene.earlier) if reading.due), None)
    return match and _counted(match, "trial", base or scene.reference, scene, start=base, soft=True)


def read_since_event(at: int, scene: Scene) -> Reading | None:
    """自方案印发之日起30日内: from the day that the sentence names for it, softly from the written day if none."""
    event = _EVENT.match(scene.text, at)
    match = event and _THEN.match(scene.text, event.end())
    if match is None:
        return None
    named = [reading.stretch for reading in scene.earlier if reading.stretch and reading.grain is Grain.DAY]
    base = named[-1].first if named else None
    reading = _counted(match, "since event", base or scene.reference, scene, start=base, soft=base is None)
    return reading and replace(reading, begin=at)


def lengthened(since: Reading, scene: Scene) -> Reading:
    """自2021年4月1日起30日内, 2020年起用3年时间: the length behind 起; a whole first month or year counts as one."""
    match = _THEN.match(scene.text, since.end)
    if match is None or since.stretch is None:
        return since
    reading = _counted(match, f"{since.rule} and length", since.stretch.first, scene, start=since.stretch.first)
    if reading is None or reading.due is None:
        return since
    inclusive = reading.due - DAY if since.grain >= Grain.MONTH else reading.due
    return replace(reading, begin=since.begin, due=inclusive, grain=Grain.YEARS)


def _counted(
    match: re.Match[str], rule: str, base: date, scene: Scene, start: date | None = None, soft: bool = False
) -> Reading | None:
    """The day that lies the length after `base`."""
    length = length_of(match)
    due = length.after(base, scene.workdays) if length else None
    if length is None or due is None:
        return None
    years = range(base.year, due.year + 1) if length.workdays else ()
    return Reading(
        match.start(), match.end(), rule, due, start, soft=soft or bool(match.groupdict().get("about")),
        flagged=not all(scene.workdays.knows(year) for year in years), grain=Grain.YEARS,
    )  # fmt: skip


def _near(match: re.Match[str], scene: Scene) -> Reading | None:
    """近两年: this year is the first; 近两年内 counts days as 两年内 does."""
    if match[0].endswith("内"):
        inside = _WITHIN.match(scene.text, match.start())
        return inside and _counted(inside, "within", scene.reference, scene)
    days = WHOLE_YEAR.in_year(scene.reference.year + number(match["years"]) - 1)
    return days and Reading(match.start(), match.end(), "coming years", days.last, grain=Grain.YEARS)


def _using(match: re.Match[str], scene: Scene) -> Reading | None:
    """用两年时间: from the 起 that the sentence has before it, else softly from the written day."""
    begun = next((reading for reading in reversed(scene.earlier) if reading.start and reading.stretch), None)
    if begun is None or begun.stretch is None or begun.grain >= Grain.YEARS:
        return _counted(match, "using", scene.reference, scene, soft=True)
    reading = _counted(match, "using", begun.stretch.first, scene, start=begun.stretch.first)
    whole = reading is not None and reading.due is not None and begun.grain >= Grain.MONTH
    return replace(reading, due=reading.due - DAY) if reading and reading.due and whole else reading


def _away(match: re.Match[str], scene: Scene) -> Reading | None:
    """三年后, 两个月前: the end of the year, the month or the week that lies so far away."""
    length = length_of(match)
    if length is None or length.workdays:
        return None
    if match["unit"] == "日" and match["count"] != "两" and not match["later"]:  # 10日前 is the tenth
        return None
    if not match["later"]:
        length = Length(-length.months, -length.days, unit=length.unit)
    day = length.after(scene.reference, scene.workdays)
    days = _around(day, length) if day else None
    return days and Reading(match.start(), match.end(), "away", due=days.last, stretch=days, grain=length.unit)


def _around(day: date, length: Length) -> Stretch | None:
    if length.unit is Grain.DAY or (length.months and length.days):
        return Stretch(day, day)
    if length.unit is Grain.WEEK:
        return week_after(day, 0)
    if length.months % 12 == 0:
        return WHOLE_YEAR.in_year(day.year)
    return month_after(day, 0)
