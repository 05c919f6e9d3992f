"""Finds what a sentence promises, clause by clause; what governs a clause reaches into those behind it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from tasks.language.acts import QUANTITY, checkable, has_act, read_words
from tasks.language.cues import ATTRIBUTE, DONE, OWN_VOICE, Stance, stance
from tasks.language.drafting import draft, ends_umbrella, flushed, taken
from tasks.language.drafts import Draft, Feature, Found, Mood, Placed, Reach, Scope, Setting, Umbrella
from tasks.language.headings import lead
from tasks.language.modals import is_firm, is_soft
from tasks.language.owners import ORDER_WORD, body_at, owner_in
from tasks.language.retold import ELSEWHERE
from tasks.language.sentences import Clause, Sentence
from tasks.language.timing import BOUND, COVERED, is_current, is_past, pick, times_by_clause, without_times
from tasks.language.words import Word, Words

RETOLD = (Stance.MEMBER, Stance.BACKGROUND)
SILENT = (Stance.MEMBER, Stance.BACKGROUND, Stance.DONE, Stance.COURTESY, Stance.OTHERS)
PREPOSED = re.compile(r"[对把将为由给]")
ORDER = re.compile(ORDER_WORD)
LENGTHS = ("works", "trial")  # 工期180天, 试运行3个月: promises without a verb
RESULT = re.compile(r"(?:新增|提供|增加)[^，]{2,10}(?:\d|[一二三四五六七八九十百]+个)|其中(?!.{0,12}[前底将])|[^，]{1,6}结果|所[^，]{1,8}[资借需]|其中[^，]{1,20}\d+[^，]{1,2}、")
SHORT = 14  # the length of a clause that may hold a milestone and nothing else
WAITS = re.compile(r"^(?:待|等)")
PLEDGES = re.compile(r"同意|承诺|答应")
PLANS = re.compile(r"同意|承诺|答应|计划|打算|准备|(?<![草虚模比])拟")
BY = re.compile(r"(?<![自理缘来])由[^，]{2,24}(?:局|委|会|办|院|所|站|中心|部门|公司|单位|民警|政府|街道|[镇乡县区市）])")
ERA = re.compile(r"近年来|以来|近[两三]年|截[至止]|累计|[1一]至[\d一二三四五六七八九十]+月")
DEFINITE = re.compile(r"《|^(?:并|还|同时)?在[^，]{4,}")
LIGHT = re.compile(r"^(?:再|逐步|全面|陆续|组织|启动)*(?:实施|落实|执行|推进)$")
HOW = re.compile(r"逐步|陆续")
FROM = re.compile(r"起$")
ROLE = re.compile(r"^由.{2,24}(?:(?:具体|统一|全面)?负责.{0,4}|组织实施|牵头.{0,4}|承担.{0,4}|实施)$")
SAME_WORK = re.compile(r"后续|该(?:项目|工程|项)|其余|剩余")


def drafts_in(sentence: Sentence, setting: Setting, scope: Scope) -> list[Draft]:
    """The promises of one sentence, in order; the sentence leaves in `scope` what reaches into the next."""
    stances = [stance(clause.text, setting.words) for clause in sentence.clauses]
    placed = times_by_clause(sentence, stances, setting, scope.lead)
    reach, stop, found = begun(sentence, stances, scope), "", list[Draft]()
    for at, (clause, own, times) in enumerate(zip(sentence.clauses, stances, placed, strict=True)):
        if (clause.fresh and clause is not sentence.clauses[0]) or stop in ("；", ";"):
            found += flushed(reach)
            reach = anew(reach, clause, scope)
        reach.before_milestone = not times and followed(placed, sentence.clauses, at)
        found += step(clause, settle(clause, own, reach, setting), times, reach, setting, scope)
        stop = clause.stop
    found += flushed(reach)
    scope.owner = reach.owner
    scope.retold = reach.mode if reach.mode in RETOLD and any(one.fresh for one in sentence.clauses) else None
    scope.mood = Mood.AHEAD if found else Mood.BEHIND if reach.told else scope.mood
    return found


def followed(placed: list[list[Placed]], clauses: tuple[Clause, ...], at: int) -> bool:
    """Whether a short clause with a time follows: 2022年4月末完工."""
    return at + 1 < len(placed) and bool(placed[at + 1]) and len(clauses[at + 1].text) <= SHORT


def begun(sentence: Sentence, stances: list[Stance], scope: Scope) -> Reach:
    told = any(
        one is Stance.DONE and not clause.text.startswith("其中")
        for one, clause in zip(stances, sentence.clauses, strict=True)
    )
    owner = scope.owner if SAME_WORK.match(sentence.clauses[0].text) else None
    first = sentence.clauses[0]
    if (first.fresh or scope.inside) and scope.lead and scope.retold is None:
        return Reach(sentence, scope.lead, owner=owner, told=told)
    mode = scope.retold if scope.retold and first.fresh else Stance.PLAIN
    return Reach(sentence, owner=owner, mode=mode, told=told)


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
    reach.named = False
    if kind not in RETOLD and change_owner(clause, times, reach, setting) and not reach.era:
        reach.mode = Stance.PLAIN if reach.mode is Stance.DONE else reach.mode  # another body begins, and may promise
    reach.era = reach.era or (kind is Stance.DONE and bool(ERA.search(clause.text)))
    if kind in SILENT:
        yield from flushed(reach)
        if kind in (Stance.MEMBER, Stance.BACKGROUND, Stance.DONE):
            reach.mode, reach.when, reach.ordered = kind, None, False
        return
    soften(clause, reach, setting)
    if when:
        note_time(when, times, reach)
    if clause.stop in ("：", ":"):
        yield from flushed(reach)
        lead(clause, when or reach.when, scope, setting)
        return
    if waits_for_milestone(clause, kind) and not when:
        yield from flushed(reach)
        if reach.owner and not reach.when:
            reach.umbrella = Umbrella(clause, clause.start, reach.soft, reach.owner, False)
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
    if own and own.time.rule in LENGTHS:
        yield draft(clause, own, reach, (Feature.OWN_TIME, Feature.DURATION), taken(reach, clause))
        return
    words = read_words(setting.words, core) if worth(governs, kind, reach, scope) else []
    if kind is Stance.ASIDE and not own:
        yield from flushed(reach)
    if not has_act(words) or kind is Stance.ASIDE or is_thing(words, kind, own) or (RESULT.match(core) and not own and (reach.promised or reach.when)):
        leave(clause, own, kind, reach, setting)
        return
    found = Found(clause, own, governs, kind, core, words)
    if governs and not governs.time.vague:
        yield from dated(found, reach, setting, scope)
    elif has_object(core, words, governs) and checkable(core, words, is_meant(found)):
        if kind is not Stance.PLAIN or reach.promised or governs or (scope.mood is Mood.AHEAD and is_definite(found, reach)):
            yield from undated(found, reach)
        else:
            yield from flushed(reach)
            reach.umbrella = Umbrella(clause, clause.start, reach.soft, reach.owner, False)  # its milestone may come yet


def is_thing(words: list[Word], kind: Stance, own: Placed | None) -> bool:
    """城墙两侧的23处违章建筑: the name of a thing, with its verbs before the last 的."""
    if own or kind is not Stance.PLAIN or words[0].tag == "act":
        return False
    last = max((at for at, word in enumerate(words) if word.text == "的"), default=-1)
    return last > 0 and not has_act(words[last:])


def is_meant(found: Found) -> bool:
    """Whether more than the verb says that the act will be done: 由某局, 待…后."""
    return bool(BY.search(found.core) or (found.governs and found.governs.time.vague))


def is_definite(found: Found, reach: Reach) -> bool:
    """Said with its number, its place, its name or its body: enough where nothing else says that it is to come."""
    return bool(DEFINITE.search(found.core) or QUANTITY.search(found.core) or BY.search(found.core) or reach.named)


def has_object(core: str, words: list[Word], governs: Placed | None) -> bool:
    """组织实施 with no time says of nothing that it will be done."""
    act = next((word.text for word in words if word.tag == "act"), "")
    return bool(governs or PREPOSED.search(core)) or len(core) - core.find(act) - len(act) >= 3 or len(core) >= 10


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
    reach.pending = clause
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
    if not own and not (reach.pending if governs.time.rrule else checkable(found.core, found.words, is_meant(found)) or reach.waits):
        return
    if kind is Stance.PLAIN and reach.told and reach.mode is Stance.DONE and is_practice(governs) and not reach.since:
        return
    if kind is Stance.PLAIN and not reach.promised and not bounded and looks_back(governs, reach, setting, scope):
        return
    reach.ordered = reach.ordered or kind is Stance.REQUIRED
    reach.promised = True
    cues = features(found, reach, setting, scope)
    if own or governs.time.rrule:
        yield from ends_umbrella(reach, found.words)
        yield draft(found.clause, governs, reach, cues, taken(reach, found.clause, bool(governs.time.rrule)))
        return
    yield from flushed(reach)
    start = taken(reach, found.clause)
    reach.umbrella = Umbrella(found.clause, start, reach.soft, reach.owner, True, governs, cues)


def is_practice(when: Placed) -> bool:
    """改为联审，5个工作日内出具意见: after what is done, it tells how things are handled since."""
    return bool(when.time.rrule) or when.time.rule == "within"


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
    if found.kind is Stance.PLAIN and not governs:
        cues += (Feature.GOES_ON if reach.promised else Feature.SECTION,)
    reach.promised = True
    if governs and LIGHT.match(found.core):
        yield draft(found.clause, governs, reach, cues, taken(reach, found.clause))
        return
    yield from flushed(reach)
    if governs:
        yield draft(found.clause, governs, reach, cues, taken(reach, found.clause))
    else:
        reach.umbrella = Umbrella(found.clause, found.clause.start, reach.soft, reach.owner, True, None, cues)


def looks_back(when: Placed, reach: Reach, setting: Setting, scope: Scope) -> bool:
    return scope.behind or (reach.told and is_current(when.time.words, setting.reference))


def settle(clause: Clause, own: Stance, reach: Reach, setting: Setting) -> Stance:
    """The clause's stance; a restatement or a background goes on until the bureau speaks for itself again."""
    if own in (Stance.AHEAD, Stance.REQUIRED) and reach.mode is Stance.DONE:
        reach.mode = Stance.PLAIN
    if reach.mode in RETOLD:
        takes_on = own is Stance.AHEAD and (PLANS if reach.mode is Stance.BACKGROUND else PLEDGES).search(clause.text)
        if takes_on or OWN_VOICE.search(clause.text) or (own is Stance.DONE and DONE.search(clause.text)):
            reach.mode = Stance.PLAIN
        elif own not in (Stance.COURTESY, Stance.OTHERS, Stance.DONE):
            return reach.mode
    elsewhere = own is Stance.PLAIN and ELSEWHERE.search(clause.text) and not setting.provincial
    return Stance.BACKGROUND if elsewhere else own


def worth(governs: Placed | None, kind: Stance, reach: Reach, scope: Scope) -> bool:
    """Whether the clause is worth cutting into words: most are not."""
    if reach.mode is Stance.DONE and kind is Stance.PLAIN and not governs:
        return reach.before_milestone
    return reach.before_milestone or bool(governs) or kind in (Stance.AHEAD, Stance.REQUIRED) or reach.promised or scope.mood is Mood.AHEAD


def change_owner(clause: Clause, times: list[Placed], reach: Reach, setting: Setting) -> bool:
    """Another subject ends the softness of the one before it. Says whether it is another."""
    owner = owner_in(without_times(clause, times, COVERED), setting.words)
    reach.named = owner is not None
    if owner is None or owner == reach.owner:
        return False
    reach.soft = reach.soft and owner.ordered
    reach.owner = owner
    return True


def soften(clause: Clause, reach: Reach, setting: Setting) -> None:
    text = ATTRIBUTE.sub("", clause.text)  # 计划改造的管网: no plan of this clause
    if is_soft(text, setting.words):
        reach.soft = True
    elif is_firm(text, setting.words):
        reach.soft = False


def note_time(when: Placed, times: list[Placed], reach: Reach) -> None:
    """今年起每年…: the time that governs, and the beginning of what comes back."""
    reach.since = next((one for one in times if FROM.search(one.time.words) and not one.time.rrule), reach.since)
    reach.when = when
