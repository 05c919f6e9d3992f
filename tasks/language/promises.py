"""Finds what a sentence promises, clause by clause; what governs a clause reaches into those behind it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from storage.terms import Certainty, Kind
from tasks.language.acts import action, checkable, has_act, read_words
from tasks.language.cues import ATTRIBUTE, ELSEWHERE, OWN_VOICE, Stance, is_firm, is_soft, stance
from tasks.language.drafts import Draft, Found, Mood, Placed, Reach, Scope, Setting, Umbrella
from tasks.language.owners import ORDER_WORD, body_at, owner_in
from tasks.language.sentences import Clause, Sentence
from tasks.language.timing import BOUND, COVERED, pick, times_by_clause, without_times
from tasks.language.words import Words
from tasks.reading.document import Passage

SILENT = (Stance.MEMBER, Stance.BACKGROUND, Stance.DONE, Stance.COURTESY, Stance.OTHERS)
ORDER = re.compile(ORDER_WORD)
DURATION = re.compile(r"工期|周期|建设期|施工期")
RESULT = re.compile(r"[^，]{1,6}结果|所[^，]{1,8}[资借需]|其中[^，]{1,20}\d+[^，]{1,2}、")
LEAD = re.compile(r"以下|下列|工作|[件项]事|方面|任务|措施|打算|安排")
PLANNED = re.compile(r"安排|计划|打算|重点|任务|目标")
WAITS = re.compile(r"^(?:待|等)")
HOW = re.compile(r"逐步|陆续")
FROM = re.compile(r"起$")
ROLE = re.compile(r"^由.{2,24}(?:负责.{0,4}|组织实施|牵头.{0,4}|承担.{0,4}|实施)$")
SAME_WORK = re.compile(r"后续|该(?:项目|工程|项)|其余|剩余")
DEFINITE = re.compile(r"[\d《“将拟]|预计|计划|力争")
COMES = re.compile(r"\d|[将拟]|预计|计划|力争")
SHORT = 26  # （三）推进“四好农村路”建设。 before its paragraph
BRIEF = 4  # 实施, 全面推开: so short an act is that of the clause before it


def drafts_in(sentence: Sentence, setting: Setting, scope: Scope) -> list[Draft]:
    """The promises of one sentence, in order; the sentence leaves in `scope` what reaches into the next."""
    stances = [stance(clause.text, setting.words) for clause in sentence.clauses]
    placed = times_by_clause(sentence, stances, setting)
    reach, stop, found = begun(sentence, stances, scope), "", list[Draft]()
    for clause, own, times in zip(sentence.clauses, stances, placed, strict=True):
        if clause.fresh or stop in ("；", ";"):
            found += flushed(reach)
            reach = anew(reach, clause, scope)
        found += step(clause, settle(clause, own, reach, setting), times, reach, setting, scope)
        stop = clause.stop
    found += flushed(reach)
    scope.owner = reach.owner
    scope.mood = Mood.AHEAD if found else Mood.BEHIND if reach.told else scope.mood
    return found


def begun(sentence: Sentence, stances: list[Stance], scope: Scope) -> Reach:
    owner = scope.owner if SAME_WORK.match(sentence.clauses[0].text) else None
    return Reach(sentence, owner=owner, told=Stance.DONE in stances)


def anew(reach: Reach, clause: Clause, scope: Scope) -> Reach:
    """An enumerator starts afresh, unless a lead spans it; a semicolon ends the owner and the softness, not the time."""
    if clause.fresh:
        return Reach(reach.sentence, scope.lead, told=reach.told)
    return Reach(reach.sentence, reach.when, mode=reach.mode, told=reach.told)


def is_heading(sentence: Sentence, following: Sentence | None) -> bool:
    """（一）完善监测网络。 names what follows it and promises nothing itself."""
    text = "，".join(clause.text for clause in sentence.clauses)
    first = sentence.clauses[0]
    leads = following is None or not following.clauses[0].fresh
    short = len(text) <= (SHORT if sentence.start == 0 else 40)
    definite = COMES.search(text) if sentence.start == 0 else DEFINITE.search(text)
    return first.fresh and leads and short and (not definite or text.startswith("关于"))


def lead_of(passage: Passage, setting: Setting) -> Placed | None:
    """2026年重点工作安排: the time of a heading spans what is enumerated under it."""
    if not PLANNED.search(passage.text):
        return None
    times = [Placed(one, one.start_at, one.end_at) for one in setting.read_times(passage.text, lambda _: True)]
    when = pick(times, setting.reference)
    return replace(when, outside=passage) if when and not is_past(when, setting) else None


def step(
    clause: Clause, kind: Stance, times: list[Placed], reach: Reach, setting: Setting, scope: Scope
) -> Iterator[Draft]:
    """Read one clause: yield what it promises, and leave in `reach` what governs the next."""
    when = pick(times, setting.reference)
    if kind not in (Stance.MEMBER, Stance.BACKGROUND):
        change_owner(clause, times, reach, setting)
    if kind in SILENT:
        yield from flushed(reach)
        if kind in (Stance.MEMBER, Stance.BACKGROUND, Stance.DONE):
            reach.mode, reach.when, reach.ordered = kind, None, False
        return
    soften(clause, reach, setting)
    if when:
        note_time(when, reach)
    if clause.stop in ("：", ":"):
        yield from flushed(reach)
        lead(clause, when or reach.when, scope, setting)
        return
    if waits_for_milestone(clause, kind) and not when and not reach.when:
        yield from flushed(reach)
        if reach.owner:
            reach.umbrella = Umbrella(clause, reach.soft, reach.owner, False)
        return
    yield from promised(clause, when, times, kind, reach, setting, scope)


def waits_for_milestone(clause: Clause, kind: Stance) -> bool:
    """正在起草《…》，预计9月出台; 由某某负责，6月底前完成: an act only with what comes behind it."""
    return kind is Stance.UNDER_WAY or bool(ROLE.search(clause.text))


def promised(
    clause: Clause, own: Placed | None, times: list[Placed], kind: Stance, reach: Reach, setting: Setting, scope: Scope
) -> Iterator[Draft]:
    """What the clause promises, if anything."""
    governs = own or reach.when
    core = ATTRIBUTE.sub("", without_order(without_times(clause, times), setting.words))
    if own and DURATION.search(clause.text):
        yield draft(clause, own, reach, ("a duration",), taken(reach, clause))
        return
    words = read_words(setting.words, core) if worth(governs, kind, reach, scope) else []
    if not has_act(words) or kind is Stance.ASIDE or (RESULT.match(core) and not own):
        leave(clause, own, kind, reach, setting)
        return
    found = Found(clause, own, governs, kind, core, words)
    if governs and not governs.time.vague:
        yield from dated(found, reach, setting, scope)
    elif checkable(core, words) and (kind is not Stance.PLAIN or scope.mood is Mood.AHEAD or reach.promised or own):
        yield from undated(found, reach)


def without_order(text: str, words: Words) -> str:
    """要求各县公布清单 has the act 公布清单."""
    order = ORDER.search(text)
    body = body_at(text, order.end(), words) if order else None
    return text[: order.start()] + text[order.end() + len(body) :] if order and body else text


def leave(clause: Clause, own: Placed | None, kind: Stance, reach: Reach, setting: Setting) -> None:
    """A clause of time alone: it governs what follows, or dates the act before it."""
    reach.ordered = reach.ordered or kind is Stance.REQUIRED
    if own is None or kind is Stance.ASIDE:
        return
    if WAITS.match(own.time.words) or kind is Stance.AHEAD:
        reach.waits = clause
    elif reach.umbrella and reach.umbrella.stands and not reach.umbrella.when and not is_past(own, setting):
        reach.umbrella = replace(reach.umbrella, when=own)


def dated(found: Found, reach: Reach, setting: Setting, scope: Scope) -> Iterator[Draft]:
    own, governs, kind = found.own, found.governs, found.kind
    assert governs is not None
    bounded = bool(BOUND.search(governs.time.words))
    if is_past(governs, setting):
        if kind is Stance.REQUIRED and own and bounded and (setting.reference - (own.time.due or date.min)).days < 366:
            reach.ordered = True
        if not reach.ordered:
            reach.mode = Stance.DONE if own else reach.mode
            reach.told = True
            return
    if not own and (governs.time.rrule or not (checkable(found.core, found.words) or reach.waits)):
        return
    told = reach.told or scope.behind
    if kind is Stance.PLAIN and told and not reach.promised and is_current(governs.time.words, setting.reference):
        return
    reach.ordered = reach.ordered or kind is Stance.REQUIRED
    reach.promised = True
    cues = (kind.value, "own time" if own else "time before")
    if own:
        yield draft(found.clause, governs, reach, cues, taken(reach, found.clause))
        return
    yield from flushed(reach)
    if governs is scope.lead:
        reach.umbrella = Umbrella(found.clause, reach.soft, reach.owner, True, governs, cues)
    else:
        yield draft(found.clause, governs, reach, cues, taken(reach, found.clause))


def undated(found: Found, reach: Reach) -> Iterator[Draft]:
    governs, cues = found.governs, (found.kind.value, "vague time" if found.governs else "no time")
    reach.promised = True
    if governs and len(found.core) <= BRIEF:
        yield draft(found.clause, governs, reach, cues, taken(reach, found.clause))
        return
    yield from flushed(reach)
    if governs:
        yield draft(found.clause, governs, reach, cues, taken(reach, found.clause))
    else:
        reach.umbrella = Umbrella(found.clause, reach.soft, reach.owner, True, None, cues)


def is_current(words: str, reference: date) -> bool:
    """今年 alone holds what is done as well as what is to come."""
    return words in ("今年", "本年", "本年度", f"{reference.year}年", "上半年", "今年上半年")


def is_past(when: Placed, setting: Setting) -> bool:
    return when.time.rrule is None and (when.time.due is None or when.time.due < setting.reference)


def taken(reach: Reach, clause: Clause) -> int:
    """Where the quote begins: at the act whose first milestone this clause is, or at the event it waits for."""
    umbrella, waits = reach.umbrella, reach.waits
    reach.umbrella = reach.waits = None
    return umbrella.clause.start if umbrella else waits.start if waits else clause.start


def draft(clause: Clause, when: Placed | None, reach: Reach, cues: tuple[str, ...], start: int) -> Draft:
    kind = Kind.UNDATED
    if when and not when.time.vague:
        kind = Kind.RECURRING if when.time.rrule else Kind.DATED
    soft = reach.soft or bool(when and when.time.certainty is Certainty.SOFT)
    place = (reach.sentence.start, reach.sentence.end)
    since = reach.since if kind is Kind.RECURRING else None
    return Draft(start, clause.end, place, kind, soft, reach.owner, when, since, cues, action(clause.text))


def flushed(reach: Reach) -> list[Draft]:
    """An act that found no milestone stands for itself."""
    umbrella, reach.umbrella = reach.umbrella, None
    if umbrella is None or not umbrella.stands:
        return []
    then = replace(reach, soft=umbrella.soft, owner=umbrella.owner)
    return [draft(umbrella.clause, umbrella.when, then, umbrella.cues, umbrella.clause.start)]


def settle(clause: Clause, own: Stance, reach: Reach, setting: Setting) -> Stance:
    """The clause's stance; a restatement or a background goes on until the bureau speaks for itself again."""
    if reach.mode in (Stance.MEMBER, Stance.BACKGROUND):
        if OWN_VOICE.search(clause.text) or own is Stance.DONE:
            reach.mode = Stance.PLAIN
        elif own not in (Stance.COURTESY, Stance.OTHERS):
            return reach.mode
    elsewhere = own is Stance.PLAIN and ELSEWHERE.search(clause.text) and not setting.provincial
    return Stance.BACKGROUND if elsewhere else own


def worth(governs: Placed | None, kind: Stance, reach: Reach, scope: Scope) -> bool:
    """Whether the clause is worth cutting into words: most are not."""
    if reach.mode is Stance.DONE and kind is Stance.PLAIN and not governs:
        return False
    return bool(governs) or kind in (Stance.AHEAD, Stance.REQUIRED) or reach.promised or scope.mood is Mood.AHEAD


def change_owner(clause: Clause, times: list[Placed], reach: Reach, setting: Setting) -> None:
    """Another subject ends the softness of the one before it."""
    owner = owner_in(without_times(clause, times, COVERED), setting.words)
    if owner:
        reach.soft = reach.soft and (owner.ordered or owner == reach.owner or reach.owner is None)
        reach.owner = owner


def soften(clause: Clause, reach: Reach, setting: Setting) -> None:
    if is_soft(clause.text, setting.words):
        reach.soft = True
    elif is_firm(clause.text, setting.words):
        reach.soft = False


def note_time(when: Placed, reach: Reach) -> None:
    """逐步 and 陆续 say how, not when: they leave the time before them standing."""
    if FROM.search(when.time.words) and when.time.rrule is None:
        reach.since = when
    if not (HOW.fullmatch(when.time.words) and reach.when):
        reach.when = when


def lead(clause: Clause, when: Placed | None, scope: Scope, setting: Setting) -> None:
    """2025年重点做好以下工作: spans what is enumerated behind it."""
    if LEAD.search(clause.text):
        scope.mood = Mood.AHEAD
        if when and not is_past(when, setting) and not when.time.vague:
            scope.lead = when
