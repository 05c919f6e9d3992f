"""Finds what a sentence promises, clause by clause; what governs a clause reaches into those behind it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from tasks.language.acts import checkable, has_act, read_words
from tasks.language.cues import ATTRIBUTE, ELSEWHERE, OWN_VOICE, Stance, is_firm, is_soft, stance
from tasks.language.drafting import draft, flushed, taken
from tasks.language.drafts import Draft, Feature, Found, Mood, Placed, Reach, Scope, Setting, Umbrella
from tasks.language.headings import lead
from tasks.language.owners import ORDER_WORD, body_at, owner_in
from tasks.language.sentences import Clause, Sentence
from tasks.language.timing import BOUND, COVERED, is_current, is_past, pick, times_by_clause, without_times
from tasks.language.words import Word, Words

RETOLD = (Stance.MEMBER, Stance.BACKGROUND)
SILENT = (Stance.MEMBER, Stance.BACKGROUND, Stance.DONE, Stance.COURTESY, Stance.OTHERS)
PREPOSED = re.compile(r"[对把将为由]")
ORDER = re.compile(ORDER_WORD)
DURATION = re.compile(r"工期|周期|建设期|施工期")
RESULT = re.compile(r"[^，]{1,6}结果|所[^，]{1,8}[资借需]|其中[^，]{1,20}\d+[^，]{1,2}、")
WAITS = re.compile(r"^(?:待|等)")
HOW = re.compile(r"逐步|陆续")
FROM = re.compile(r"起$")
ROLE = re.compile(r"^由.{2,24}(?:负责.{0,4}|组织实施|牵头.{0,4}|承担.{0,4}|实施)$")
SAME_WORK = re.compile(r"后续|该(?:项目|工程|项)|其余|剩余")
BRIEF = 4  # 实施, 全面推开: so short an act is that of the clause before it


def drafts_in(sentence: Sentence, setting: Setting, scope: Scope) -> list[Draft]:
    """The promises of one sentence, in order; the sentence leaves in `scope` what reaches into the next."""
    stances = [stance(clause.text, setting.words) for clause in sentence.clauses]
    placed = times_by_clause(sentence, stances, setting, scope.lead)
    reach, stop, found = begun(sentence, stances, scope), "", list[Draft]()
    for clause, own, times in zip(sentence.clauses, stances, placed, strict=True):
        if (clause.fresh and clause is not sentence.clauses[0]) or stop in ("；", ";"):
            found += flushed(reach)
            reach = anew(reach, clause, scope)
        found += step(clause, settle(clause, own, reach, setting), times, reach, setting, scope)
        stop = clause.stop
    found += flushed(reach)
    scope.owner = reach.owner
    scope.retold = reach.mode if reach.mode in RETOLD and any(one.fresh for one in sentence.clauses) else None
    scope.mood = Mood.AHEAD if found else Mood.BEHIND if reach.told else scope.mood
    return found


def begun(sentence: Sentence, stances: list[Stance], scope: Scope) -> Reach:
    owner = scope.owner if SAME_WORK.match(sentence.clauses[0].text) else None
    first = sentence.clauses[0]
    if first.fresh and scope.lead and scope.retold is None:
        return Reach(sentence, scope.lead, owner=owner, told=Stance.DONE in stances)
    mode = scope.retold if scope.retold and first.fresh else Stance.PLAIN
    return Reach(sentence, owner=owner, mode=mode, told=Stance.DONE in stances)


def anew(reach: Reach, clause: Clause, scope: Scope) -> Reach:
    """An enumerator starts afresh, unless a lead spans it; a semicolon ends owner and softness, not the time."""
    if clause.fresh:
        mode = reach.mode if reach.mode in RETOLD else Stance.PLAIN  # 您建议：一是…；二是…
        return Reach(reach.sentence, scope.lead, mode=mode, told=reach.told)
    return Reach(reach.sentence, reach.when, mode=reach.mode, told=reach.told)


def step(
    clause: Clause, kind: Stance, times: list[Placed], reach: Reach, setting: Setting, scope: Scope
) -> Iterator[Draft]:
    """Read one clause: yield what it promises, and leave in `reach` what governs the next."""
    when = pick(times, setting.reference)
    if when and HOW.fullmatch(when.time.words) and reach.when:
        when = None  # 逐步 and 陆续 say how, not when: they leave the time before them standing
    if kind not in RETOLD:
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
        yield draft(clause, own, reach, (Feature.OWN_TIME, Feature.DURATION), taken(reach, clause))
        return
    words = read_words(setting.words, core) if worth(governs, kind, reach, scope) else []
    if not has_act(words) or kind is Stance.ASIDE or (RESULT.match(core) and not own and reach.promised):
        leave(clause, own, kind, reach, setting)
        return
    found = Found(clause, own, governs, kind, core, words)
    if governs and not governs.time.vague:
        yield from dated(found, reach, setting, scope)
    elif (
        has_object(core, words, governs)
        and checkable(core, words)
        and (kind is not Stance.PLAIN or scope.mood is Mood.AHEAD or reach.promised or own)
    ):
        yield from undated(found, reach)


def has_object(core: str, words: list[Word], governs: Placed | None) -> bool:
    """组织实施 with no time says of nothing that it will be done."""
    act = next((word.text for word in words if word.tag == "act"), "")
    return bool(governs or PREPOSED.search(core)) or len(core) - core.find(act) - len(act) >= 3


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
    if WAITS.match(own.time.words) or kind in (Stance.AHEAD, Stance.REQUIRED):
        reach.waits = clause
    elif reach.umbrella and reach.umbrella.stands and not reach.umbrella.when and not is_past(own, setting.reference):
        reach.umbrella = replace(reach.umbrella, when=own)


def dated(found: Found, reach: Reach, setting: Setting, scope: Scope) -> Iterator[Draft]:
    own, governs, kind = found.own, found.governs, found.kind
    assert governs is not None
    bounded = bool(BOUND.search(governs.time.words))
    if is_past(governs, setting.reference):
        if kind is Stance.REQUIRED and own and bounded and (setting.reference - (own.time.due or date.min)).days < 366:
            reach.ordered = True
        if not reach.ordered:
            reach.mode = Stance.DONE if own else reach.mode
            reach.told = True
            return
    if not own and (governs.time.rrule or not (checkable(found.core, found.words) or reach.waits)):
        return
    if kind is Stance.PLAIN and not reach.promised and not bounded and looks_back(governs, reach, setting, scope):
        return
    reach.ordered = reach.ordered or kind is Stance.REQUIRED
    reach.promised = True
    cues = features(found, reach, setting, scope)
    if own:
        yield draft(found.clause, governs, reach, cues, taken(reach, found.clause))
        return
    yield from flushed(reach)
    if governs is scope.lead:
        reach.umbrella = Umbrella(found.clause, reach.soft, reach.owner, True, governs, cues)
    else:
        yield draft(found.clause, governs, reach, cues, taken(reach, found.clause))


def features(found: Found, reach: Reach, setting: Setting, scope: Scope) -> tuple[str, ...]:
    """What speaks for the promise and against it."""
    governs = found.governs
    assert governs is not None
    time = Feature.OWN_TIME if found.own else Feature.HEADING_TIME if governs is scope.lead else Feature.TIME_BEFORE
    seen = (
        (Feature.UNBOUNDED, not BOUND.search(governs.time.words)),
        (Feature.TOLD, reach.told),
        (Feature.BEHIND, scope.behind),
        (Feature.RUNNING, is_current(governs.time.words, setting.reference)),
        (Feature.PAST, is_past(governs, setting.reference)),
    )
    return (found.kind, time, *(feature for feature, is_so in seen if is_so))


def undated(found: Found, reach: Reach) -> Iterator[Draft]:
    governs, cues = found.governs, (found.kind, Feature.VAGUE if found.governs else Feature.NO_TIME)
    reach.promised = True
    if governs and len(found.core) <= BRIEF:
        yield draft(found.clause, governs, reach, cues, taken(reach, found.clause))
        return
    yield from flushed(reach)
    if governs:
        yield draft(found.clause, governs, reach, cues, taken(reach, found.clause))
    else:
        reach.umbrella = Umbrella(found.clause, reach.soft, reach.owner, True, None, cues)


def looks_back(when: Placed, reach: Reach, setting: Setting, scope: Scope) -> bool:
    return scope.behind or (reach.told and is_current(when.time.words, setting.reference))


def settle(clause: Clause, own: Stance, reach: Reach, setting: Setting) -> Stance:
    """The clause's stance; a restatement or a background goes on until the bureau speaks for itself again."""
    if reach.mode in RETOLD:
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
    if FROM.search(when.time.words) and when.time.rrule is None:
        reach.since = when
    reach.when = when
