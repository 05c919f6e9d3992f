"""What reaches from clause to clause: whose words they are, the time that governs, the owner, how soft it is."""

import re

from tasks.language.cues import ATTRIBUTE, DONE, OWN_VOICE, Stance
from tasks.language.drafts import Placed, Reach, Scope, Setting
from tasks.language.modals import is_firm, is_soft
from tasks.language.owners import owner_in
from tasks.language.retold import ELSEWHERE
from tasks.language.sentences import Clause, Sentence
from tasks.language.timing import COVERED, without_times

RETOLD = (Stance.MEMBER, Stance.BACKGROUND)
PLEDGES = re.compile(r"同意|承诺|答应")
PLANS = re.compile(r"同意|承诺|答应|计划|打算|准备|(?<![草虚模比])拟")
ERA = re.compile(r"近年来|以来|近[两三]年|截[至止]|累计|[1一]至[\d一二三四五六七八九十]+月")
FROM = re.compile(r"起$")
SAME_WORK = re.compile(r"后续|该(?:项目|工程|项)|其余|剩余")


def begun(sentence: Sentence, stances: list[Stance], scope: Scope) -> Reach:
    told = any(
        one is Stance.DONE and not clause.text.startswith("其中")
        for one, clause in zip(stances, sentence.clauses, strict=True)
    )
    owner = (scope.owner if SAME_WORK.match(sentence.clauses[0].text) else None) or scope.holder
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


def change_owner(clause: Clause, kind: Stance, times: list[Placed], reach: Reach, setting: Setting) -> bool:
    """Another subject ends the softness of the one before it. Says whether it is another."""
    owner = owner_in(without_times(clause, times, COVERED), setting.words)
    reach.named = owner is not None
    approved = owner is not None and owner.ordered and kind is Stance.DONE  # 已由市编委批复: it has done its part
    if owner is None or owner == reach.owner or approved:
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
