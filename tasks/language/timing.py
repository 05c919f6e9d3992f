"""Which of a sentence's times belongs to which clause, and which of a clause's times bounds its act."""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from tasks.language.cues import Stance
from tasks.language.dates.times import Time
from tasks.language.drafts import Placed, Setting
from tasks.language.sentences import Clause, Sentence

BOUND = re.compile(r"[前底末内止]|之日")
OF_A_NOUN = re.compile(r"的(?!是)|度(?!汛)|以来|[^，。、的前底内]{1,5}(?<!其中)的|(?:、[^，、]{1,6})?等|届|版")
EACH_ONE = re.compile(r"每[人户亩月桌套个名]$|人均$")
MONEY = re.compile(r"[\d一二三四五六七八九十百千]+(?:\.\d+)?[余多]?[百千万亿]{0,2}元")
REDUCED = re.compile(r"(?:[减缩短降少制长高加][至到在为]|压减|压缩|缩短)$")
DEFINED = re.compile(r"[为是]$")
TOLD = (Stance.DONE, Stance.MEMBER, Stance.BACKGROUND, Stance.COURTESY)
YEAR = re.compile(r"(?:19|20)\d\d年(?=[\u4e00-\u9fff])")
LENGTH = re.compile(r"用[^，]{1,6}年[^，]{0,4}时间")
PAST = 4
COVERED = "▢"


def times_by_clause(
    sentence: Sentence, stances: Sequence[Stance], setting: Setting, lead: Placed | None
) -> list[list[Placed]]:
    """The times of each clause, those left out that only describe a noun (2025年度预算, 每年组织的晚会)."""
    if all(kind in TOLD for kind in stances):
        return [[] for _ in stances]
    found = times_of(sentence, stances, setting, lead)
    out: list[list[Placed]] = []
    at = 0
    for clause in sentence.clauses:
        here = []
        while at < len(found) and found[at].start < clause.end:
            if found[at].start >= clause.start and not describes(clause, found[at]):
                here.append(found[at])
            at += 1
        out.append(here)
    return out


def times_of(sentence: Sentence, stances: Sequence[Stance], setting: Setting, lead: Placed | None) -> list[Placed]:
    """Every time of a sentence; under 2025年重点工作 a bare 8月 is that year's."""
    spans = lead and lead.time.due and sentence.clauses[0].fresh and lead.time.due.year != setting.reference.year
    before = f"{lead.time.due.year}年，" if spans and lead and lead.time.due else ""
    looks = looks_ahead(sentence, stances)
    found = setting.read_times(before + sentence.text, lambda at: looks(at - len(before)))
    shift = sentence.start - len(before)
    return [
        Placed(counted(one, sentence, setting), one.start_at + shift, one.end_at + shift)
        for one in found
        if one.start_at >= len(before)
    ]


def counted(time: Time, sentence: Sentence, setting: Setting) -> Time:
    """2020年印发方案，指导各县用3年左右时间…: the length counts from the year the sentence begins with."""
    began = YEAR.match(sentence.text)
    if not began or time.start or not LENGTH.fullmatch(time.words):
        return time
    whole = setting.read_times(f"{began[0]}起{time.words}", lambda _: False)
    return replace(time, due=whole[0].due, start=whole[0].start, rule=whole[0].rule) if whole else time


def looks_ahead(sentence: Sentence, stances: Sequence[Stance]) -> Callable[[int], bool]:
    """Tells of a place in the sentence whether it looks ahead: a cue stands in its clause or before it."""
    ends: list[int] = []
    ahead: list[bool] = []
    cued = False
    for clause, kind in zip(sentence.clauses, stances, strict=True):
        cued = cued or kind is Stance.AHEAD
        ends.append(clause.end - sentence.start)
        ahead.append(cued and kind not in TOLD and kind is not Stance.REQUIRED)
    return lambda at: ahead[min(bisect_right(ends, at), len(ahead) - 1)]


def describes(clause: Clause, place: Placed) -> bool:
    """2025年度预算, 每年组织的晚会, 每人每月800元, 压减至45个工作日以内: no time of the act."""
    before, after = place.start - clause.start, place.end - clause.start
    if place.time.rrule and (EACH_ONE.search(clause.text, 0, before) or MONEY.match(clause.text, after)):
        return True
    if place.time.rule == "within" and REDUCED.search(clause.text, 0, before):
        return True
    if place.time.rrule or not BOUND.search(place.time.words):
        return bool(OF_A_NOUN.match(clause.text, after))
    return after >= len(clause.text) and bool(DEFINED.search(clause.text, 0, before))


def pick(times: list[Placed], reference: date) -> Placed | None:
    """The time that bounds the act: what comes back, then a bound to come, then any day to come, a vague time last."""
    last = all_past(times, reference) or not any(BOUND.search(one.time.words) for one in times)
    return min(reversed(times) if last else times, key=lambda one: rank(one, reference), default=None)


def all_past(times: list[Placed], reference: date) -> bool:
    return all(rank(one, reference) == PAST for one in times)


def rank(one: Placed, reference: date) -> int:
    if one.time.rrule:
        return 0
    if one.time.vague:
        return 3
    if one.time.due is None or one.time.due < reference:
        return PAST
    return 1 if BOUND.search(one.time.words) else 2


def without_times(clause: Clause, times: list[Placed], sign: str = "") -> str:
    """The clause's words with its times taken out, or overlaid by `sign`."""
    parts, at = [], 0
    for one in times:
        parts += [clause.text[at : one.start - clause.start], sign * (one.end - one.start)]
        at = one.end - clause.start
    return "".join((*parts, clause.text[at:]))


def is_past(when: Placed, reference: date) -> bool:
    """A day that does not exist (9月31日) is not past: a person must say which is meant."""
    if when.time.due is None:
        return when.time.rrule is None and not when.time.choices
    return when.time.rrule is None and when.time.due < reference


def is_current(words: str, reference: date) -> bool:
    """今年 alone holds what is done as well as what is to come."""
    return words in ("今年", "本年", "本年度", f"{reference.year}年", "上半年", "今年上半年")
