"""When it will be done: the day a reply asks for or foretells."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from tasks.language.dates.times import Time
from tasks.language.replies.case import Case
from tasks.language.replies.durations import BARE_DURATION, Duration, duration_in
from tasks.language.replies.hearing import Said
from tasks.language.replies.rule import ACT, STEP, Sign

# What is put off by so much is put off from the due day; what still takes so much takes it from today.
PUT_OFF = re.compile(r"(?:延|推|顺|缓|宽|晚|迟|拖|给|放|展).*")
STILL_TAKES = re.compile(
    r"(?:还|再|至少|起码|最少|最快|大概|大约|估计|预计|差不多|得|要|需|约|可能)"
    r"(?:需要?|得|要|有|用|等|花|差)*个?(?P<much>.*)"
)
ONLY_SO_LONG = re.compile(rf"(?P<much>{BARE_DURATION.pattern})吧?")
TARGET = re.compile(r"(?:到|至|为|成|放在|定在)(?:了)?(?:大概|大约|约|最晚|最迟)?$")
FROM = re.compile(r"(?:从|由|原|原定|原来的?|自|于|按)(?:原)?(?:的)?$")
NOT_FORETOLD = frozenset(
    {Sign.OLD_PLAN, Sign.LATER, Sign.SUPPOSED, Sign.CANNOT, Sign.DONE, Sign.SETTLED, Sign.STEP, Sign.STOPPED}
)
NEXT_YEAR = re.compile(r"(?<![\d一二两三几半多])年后|过完年|过了年|开春")  # no day can be told
MONTHS_OF_NEW_YEAR = 2  # in these months 年后 may be near
BARELY_MORE = 5  # characters beside a day that is the whole answer: 最快下个月吧
SMALL_TALK = re.compile("愉快|快乐|几[号月点]?$|放假|休息|请假|出差|开会|见面|吃饭|聚")
OF_AN_ACT = re.compile(f"{ACT}|{STEP}|截止|到货|才|开始|结束", re.VERBOSE)
AT_LAST = (Sign.WILL, Sign.REMAINS, Sign.ONGOING, Sign.ASK)  # 财政说今年没预算 foretells nothing
BACKWARD = re.compile(r"已|起$|以来|至今|(?:了|过|的)$")


@dataclass(frozen=True, slots=True)
class Foretold:
    """A day ahead; `due` is the day where one can be told, `earliest` none sooner than which it will be."""

    due: date | None
    earliest: date
    choices: tuple[date, ...] = ()


def asked_for(heard: Sequence[Said], case: Case) -> Foretold | None:
    """The new day that is asked for: a day after 到 first, then any day, then a duration from the due day."""
    asking = [said for said in heard if said.has(Sign.ASK)]
    days = [(said, day) for said in asking for day in said.days if not FROM.search(_before(said, day))]
    aimed = [day for said, day in days if TARGET.search(_before(said, day))]
    for day in [*aimed[-1:], *(day for _, day in days[-1:])]:
        found = _day(day)
        if found and (found.due or found.choices):
            return found
    for said in asking:
        put_off = PUT_OFF.search(said.clause.words)
        much = duration_in(put_off.group()) if put_off else None
        if much and case.due:
            return _so_much_after(case.due, much, case)
    return None


def foretold(heard: Sequence[Said], case: Case) -> Foretold | None:
    """The last day by which the reply expects an end."""
    coming = list(_coming(heard, case))
    return max(coming, key=lambda each: each.earliest) if coming else None


def _coming(heard: Sequence[Said], case: Case) -> Iterator[Foretold]:
    asking = any(said.has(Sign.ASK) for said in heard)
    for said in heard:
        if NEXT_YEAR.search(said.clause.words) and case.said_on.month > MONTHS_OF_NEW_YEAR:
            yield Foretold(None, date(case.said_on.year + 1, 1, 1))
        if said.signs & NOT_FORETOLD or (said.clause.asks and not asking):
            continue
        hindrance = said.has(Sign.TROUBLE) and not said.has(*AT_LAST)
        for day in () if hindrance else said.days:
            found = _day(day)
            if found and found.earliest >= case.said_on and not _looks_back(said) and _is_of_the_act(said, day):
                yield found
        takes = ONLY_SO_LONG.fullmatch(said.clause.words) or STILL_TAKES.search(said.clause.words)
        much = duration_in(takes["much"]) if takes and not said.days and not said.has(Sign.ASK) else None
        if much:
            yield _so_much_after(case.said_on, much, case)


def _looks_back(said: Said) -> bool:
    words = said.clause.words
    return bool(BACKWARD.search(words)) and not said.has(Sign.WILL) and "能" not in words


def _is_of_the_act(said: Said, day: Time) -> bool:
    """下个月吧 and 28号截止 speak of the act; 今天食堂有红烧肉 does not."""
    rest = said.clause.words.replace(day.words, "")
    return (
        (len(rest) <= BARELY_MORE and not SMALL_TALK.search(rest))
        or bool(said.signs - {Sign.MATTER})
        or bool(OF_AN_ACT.search(said.clause.words))
    )


def _so_much_after(day: date, much: Duration, case: Case) -> Foretold:
    least = much.after(day, case.workdays)
    return Foretold(None if much.vague else least, least)


def _day(day: Time) -> Foretold | None:
    if day.choices:
        return Foretold(None, day.choices[0], day.choices)
    earliest = day.due or day.start
    return Foretold(day.due, earliest) if earliest else None


def _before(said: Said, day: Time) -> str:
    return said.clause.words[: max(0, day.start_at - said.clause.start)]
