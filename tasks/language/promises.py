"""Finds what a sentence promises, clause by clause; what governs a clause reaches into those behind it."""

import re
from collections.abc import Iterator
from dataclasses import replace

from tasks.language.acts import has_act, read_words
from tasks.language.cues import ATTRIBUTE, Stance, stance
from tasks.language.drafting import draft, flushed, taken
from tasks.language.drafts import Draft, Feature, Found, Mood, Placed, Reach, Scope, Setting, Umbrella
from tasks.language.headings import lead
from tasks.language.modals import AHEAD
from tasks.language.owners import ORDER_WORD, body_at
from tasks.language.promising import dated, is_thing, is_to_come, undated
from tasks.language.reaching import ERA, RETOLD, anew, begun, change_owner, note_time, settle, soften
from tasks.language.sentences import Clause, Sentence
from tasks.language.timing import is_past, pick, times_by_clause, without_times
from tasks.language.words import Words

COLONS = ("：", ":")
TIMED = re.compile(
    r"[\d一二三四五六七八九十两今明后本上下每]个?(?:[年月日周旬季天]|工作日)|[年月季]底|节|期|前|待|等|后|快|适时|逐步|[早择]日|要求|督促|指导"
)
SILENT = (Stance.MEMBER, Stance.BACKGROUND, Stance.DONE, Stance.COURTESY, Stance.OTHERS)
ORDER = re.compile(ORDER_WORD)
LENGTHS = ("works", "trial")  # 工期180天, 试运行3个月: promises without a verb
RESULT = re.compile(
    r"(?:新增|提供|增加)[^，]{2,10}(?:\d|[一二三四五六七八九十百]+个)|[^，]{1,6}结果|所[^，]{1,8}[资借需]|其中(?!.{0,12}[前底将])"
)
PIVOT = re.compile(  # 聘请第三方，对公共收益进行审计: what they are to do stands in the next clause
    r"(?:组织|安排|邀请|聘请|委托|抽调)[^，]{0,24}(?:[员长]|专家|群众|干部|力量|第三方|机构|单位|公司)$"
)
SHORT = 14  # the length of a clause that may hold a milestone and nothing else
WAITS = re.compile(r"^(?:待|等)")
HOW = re.compile(r"逐步|陆续")
ROLE = re.compile(r"^由.{2,24}(?:(?:具体|统一|全面)?负责.{0,4}|组织实施|牵头.{0,4}|承担.{0,4}|实施)$")


def drafts_in(sentence: Sentence, setting: Setting, scope: Scope) -> list[Draft]:
    """The promises of one sentence, in order; the sentence leaves in `scope` what reaches into the next."""
    if scope.mood is not Mood.AHEAD and is_idle(sentence, scope):
        return []
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


def is_idle(sentence: Sentence, scope: Scope) -> bool:
    """Neither a time nor a word of what is to come, where nothing before leads it on: most of what a letter tells."""
    led = scope.lead or scope.retold or any(clause.fresh or clause.stop in COLONS for clause in sentence.clauses)
    return not (led or TIMED.search(sentence.text) or AHEAD.search(sentence.text))


def followed(placed: list[list[Placed]], clauses: tuple[Clause, ...], at: int) -> bool:
    """Whether a short clause with a time follows: 2022年4月末完工."""
    return at + 1 < len(placed) and bool(placed[at + 1]) and len(clauses[at + 1].text) <= SHORT


def step(
    clause: Clause, kind: Stance, times: list[Placed], reach: Reach, setting: Setting, scope: Scope
) -> Iterator[Draft]:
    """Read one clause: yield what it promises, and leave in `reach` what governs the next."""
    when = pick(times, setting.reference)
    if when and HOW.fullmatch(when.time.words) and reach.when:
        when = None  # 逐步 and 陆续 say how, not when: they leave the time before them standing
    reach.named = False
    if kind not in RETOLD and change_owner(clause, kind, times, reach, setting) and not reach.era:
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
    if clause.stop in COLONS:
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
    if own and own.time.rule in LENGTHS:
        yield draft(clause, own, reach, (Feature.OWN_TIME, Feature.DURATION), taken(reach, clause))
        return
    if PIVOT.search(clause.text):
        yield from flushed(reach)
        reach.waits, reach.promised = clause, reach.promised or kind is Stance.AHEAD
        return
    governs = own or reach.when
    core = ATTRIBUTE.sub("", without_order(without_times(clause, times), setting.words))
    if kind is Stance.ASIDE and not own:
        yield from flushed(reach)
    skipped = kind is Stance.ASIDE or is_outcome(core, own, reach) or not worth(core, governs, kind, reach, scope)
    words = [] if skipped else read_words(setting.words, core)
    if not has_act(words) or is_thing(words, kind, own):
        leave(clause, own, kind, reach, setting)
        return
    found = Found(clause, own, governs, kind, core, words)
    if governs and not governs.time.vague:
        yield from dated(found, reach, setting, scope)
    else:
        yield from undated(found, reach, scope)


def is_outcome(core: str, own: Placed | None, reach: Reach) -> bool:
    """新增床位200张: what an act before it brings."""
    return own is None and (reach.promised or reach.when is not None) and bool(RESULT.match(core))


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


def worth(core: str, governs: Placed | None, kind: Stance, reach: Reach, scope: Scope) -> bool:
    """Whether the clause is worth cutting into words: most are not."""
    if governs or reach.before_milestone or kind in (Stance.AHEAD, Stance.REQUIRED):
        return True
    return reach.mode is not Stance.DONE and is_to_come(core, reach, scope)
