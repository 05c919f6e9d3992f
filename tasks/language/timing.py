"""Which of a sentence's times belongs to which clause, and which of a clause's times bounds its act."""

import re
from collections.abc import Callable, Sequence
from datetime import date

from tasks.language.cues import Stance
from tasks.language.drafts import Placed, Setting
from tasks.language.sentences import Clause, Sentence

BOUND = re.compile(r"[前底末内止]|之日")
OF_A_NOUN = re.compile(r"的(?!是)|度(?!汛)|以来|[^，。、的前底内]{1,5}的|届|版")
DEFINED = re.compile(r"[为是]$")
TOLD = (Stance.DONE, Stance.REQUIRED, Stance.MEMBER, Stance.BACKGROUND)
COVERED = "▢"


def times_by_clause(sentence: Sentence, stances: Sequence[Stance], setting: Setting) -> list[list[Placed]]:
    """The times of each clause, those left out that only describe a noun (2025年度预算, 每年组织的晚会)."""
    found = setting.read_times(sentence.text, looks_ahead(sentence, stances))
    out: list[list[Placed]] = []
    at = 0
    for clause in sentence.clauses:
        here = []
        while at < len(found) and found[at].start_at + sentence.start < clause.end:
            time = found[at]
            place = Placed(time, time.start_at + sentence.start, time.end_at + sentence.start)
            at += 1
            if place.start >= clause.start and not describes(clause, place):
                here.append(place)
        out.append(here)
    return out


def looks_ahead(sentence: Sentence, stances: Sequence[Stance]) -> Callable[[int], bool]:
    """Tells of a place in the sentence whether it looks ahead: a cue stands in its clause or before it."""
    edges, cued = [], False
    for clause, kind in zip(sentence.clauses, stances, strict=True):
        cued = cued or kind is Stance.AHEAD
        edges.append((clause.end - sentence.start, cued and kind not in TOLD))
    return lambda at: next((ahead for end, ahead in edges if at < end), cued)


def describes(clause: Clause, place: Placed) -> bool:
    after = clause.text[place.end - clause.start :]
    if place.time.rrule or not BOUND.search(place.time.words):
        return bool(OF_A_NOUN.match(after))
    return not after and bool(DEFINED.search(clause.text[: place.start - clause.start]))


def pick(times: list[Placed], reference: date) -> Placed | None:
    """The time that bounds the act: the first that is still to come, else the last."""
    coming = [one for one in times if one.time.vague or one.time.rrule or (one.time.due and one.time.due >= reference)]
    return coming[0] if coming else times[-1] if times else None


def without_times(clause: Clause, times: list[Placed], sign: str = "") -> str:
    """The clause's words with its times taken out, or overlaid by `sign`."""
    text, at = "", clause.start
    for one in times:
        text += clause.text[at - clause.start : one.start - clause.start] + sign * (one.end - one.start)
        at = min(one.end, clause.end)
    return text + clause.text[at - clause.start :]
