"""Headings and leads: what names the acts behind it promises nothing itself, but its time may span them."""

import re
from dataclasses import replace

from tasks.language.drafts import Mood, Placed, Scope, Setting
from tasks.language.owners import Owner
from tasks.language.sentences import Clause, Sentence
from tasks.language.timing import is_past, pick
from tasks.reading.document import Passage

PLANNED = re.compile(r"安排|计划|打算|重点|任务|目标")
LEAD = re.compile(r"以下|下列|工作|[件项]事|方面|任务|措施|打算|安排")
DEFINITE = re.compile(r"[\d《“将拟]|预计|计划|力争")
COMES = re.compile(r"\d|[将拟]|预计|计划|力争")
HELD = re.compile(
    r"[（(](?:由|责任单位：|牵头单位：)?(?P<body>[^（）()：，]{2,20}?)(?:具体|牵头)?(?:负责|承办|办理|答复|牵头)[）)]$"
)
SHORT = 26  # （三）推进“四好农村路”建设。 before its paragraph


def is_heading(sentence: Sentence, following: Sentence | None) -> bool:
    """（一）完善监测网络。 names what follows it and promises nothing itself."""
    text = "，".join(clause.text for clause in sentence.clauses)
    first = sentence.clauses[0]
    leads = following is None or not following.clauses[0].fresh
    short = len(text) <= (SHORT if sentence.start == 0 else 40)
    definite = COMES.search(text) if sentence.start == 0 else DEFINITE.search(text)
    topic = text.startswith("关于") and len(sentence.clauses) == 1
    return first.fresh and leads and short and (not definite or topic)


def holder_of(heading: str) -> Owner | None:
    """（市商务局负责）: the body that a heading lays its section on."""
    held = HELD.search(heading)
    return Owner(held["body"]) if held else None


def lead_of(passage: Passage, setting: Setting) -> Placed | None:
    """2026年重点工作安排: the time of a heading spans what is enumerated under it."""
    if not PLANNED.search(passage.text):
        return None
    times = [Placed(one, one.start_at, one.end_at) for one in setting.read_times(passage.text, lambda _: True)]
    when = pick(times, setting.reference)
    return replace(when, outside=passage) if when and not is_past(when, setting.reference) else None


def lead(clause: Clause, when: Placed | None, scope: Scope, setting: Setting) -> None:
    """2025年重点做好以下工作: spans what is enumerated behind it."""
    if LEAD.search(clause.text):
        scope.mood = Mood.AHEAD
        if when and not is_past(when, setting.reference) and not when.time.vague:
            scope.lead = when
