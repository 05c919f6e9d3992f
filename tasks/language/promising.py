"""Whether an act becomes a promise: by the time that bounds it, or without one by how definite it is."""

import re
from collections.abc import Iterator
from datetime import date

from tasks.language.acts import QUANTITY, checkable, has_act
from tasks.language.cues import Stance
from tasks.language.drafting import draft, ends_umbrella, flushed, taken
from tasks.language.drafts import Draft, Feature, Found, Mood, Placed, Reach, Scope, Setting, Umbrella
from tasks.language.timing import BOUND, is_current, is_past
from tasks.language.words import Word

COUNTED = ("within", "since event", "using", "works", "trial")
PREPOSED = re.compile(r"[对把将为由给]")
BY = re.compile(r"(?<![自理缘来])由[^，]{2,24}(?:[局委会办院所站镇乡县区市）]|中心|部门|公司|单位|民警|政府|街道)")
DEFINITE = re.compile(r"《|^(?:并|还|同时)?在[^，]{4,}")
LIGHT = re.compile(r"^(?:再|逐步|全面|陆续|组织|启动)*(?:实施|落实|执行|推进)$")


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
    if not own and not is_bound(found, governs, reach):
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


def is_bound(found: Found, governs: Placed, reach: Reach) -> bool:
    """Whether a time before the clause is this act's; one that comes back is so only where it waits for an act."""
    if governs.time.rrule:
        return reach.pending is not None
    return reach.waits is not None or checkable(found.core, found.words, is_meant(found))


def is_practice(when: Placed) -> bool:
    """改为联审，5个工作日内出具意见: after what is done, it tells how things are handled since."""
    return bool(when.time.rrule) or when.time.rule == "within"


def looks_back(when: Placed, reach: Reach, setting: Setting, scope: Scope) -> bool:
    return scope.behind or (reach.told and is_current(when.time.words, setting.reference))


def features(found: Found, reach: Reach, setting: Setting, scope: Scope) -> tuple[str, ...]:
    """What speaks for the promise and against it."""
    governs = found.governs
    assert governs is not None
    time = Feature.OWN_TIME if found.own else Feature.HEADING_TIME if governs is scope.lead else Feature.TIME_BEFORE
    seen = (
        (Feature.UNBOUNDED, not BOUND.search(governs.time.words)),
        (Feature.COUNTED, governs.time.rule in COUNTED),
        (Feature.LOOSE, not any(word.tag == "act" for word in found.words)),
        (Feature.TOLD, reach.told),
        (Feature.BEHIND, scope.behind),
        (Feature.RUNNING, is_current(governs.time.words, setting.reference)),
        (Feature.PAST, is_past(governs, setting.reference)),
    )
    return (found.kind, time, *(feature for feature, is_so in seen if is_so))


def undated(found: Found, reach: Reach, scope: Scope) -> Iterator[Draft]:
    if not (has_object(found) and checkable(found.core, found.words, is_meant(found))):
        return
    if found.kind is Stance.PLAIN and not found.governs and not is_to_come(found.core, reach, scope):
        yield from flushed(reach)
        reach.umbrella = umbrella(found, reach, stands=False)  # its milestone may come yet
        return
    governs = found.governs
    cues: tuple[str, ...] = (found.kind, Feature.VAGUE if found.governs else Feature.NO_TIME)
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
        reach.umbrella = umbrella(found, reach, cues)


def umbrella(found: Found, reach: Reach, cues: tuple[str, ...] = (), stands: bool = True) -> Umbrella:
    return Umbrella(found.clause, taken(reach, found.clause), reach.soft, reach.owner, stands, None, cues)


def is_thing(words: list[Word], kind: Stance, own: Placed | None) -> bool:
    """城墙两侧的23处违章建筑: the name of a thing, with its verbs before the last 的."""
    if own or kind is not Stance.PLAIN or words[0].tag == "act":
        return False
    last = max((at for at, word in enumerate(words) if word.text == "的"), default=-1)
    return last > 0 and not has_act(words[last:])


def is_meant(found: Found) -> bool:
    """Whether more than the verb says that the act will be done: 由某局, 待…后."""
    return bool(BY.search(found.core) or (found.governs and found.governs.time.vague))


def is_to_come(core: str, reach: Reach, scope: Scope) -> bool:
    """What stands without a time goes on from a promise; or its section looks ahead, and it is said definitely."""
    return reach.promised or (scope.mood is Mood.AHEAD and is_definite(core, reach))


def is_definite(core: str, reach: Reach) -> bool:
    """Said with its number, its place, its name or its body."""
    return reach.named or bool(DEFINITE.search(core) or QUANTITY.search(core) or BY.search(core))


def has_object(found: Found) -> bool:
    """组织实施 with no time says of nothing that it will be done."""
    act = next((word.text for word in found.words if word.tag == "act"), "")
    rest = len(found.core) - found.core.find(act) - len(act)
    return bool(found.governs or PREPOSED.search(found.core)) or rest >= 3 or len(found.core) >= 10
