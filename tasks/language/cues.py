"""What a clause's own words say about it: done, proposed by a member, background, courtesy, required, or to come."""

import re
from enum import StrEnum

from tasks.language.modals import to_come
from tasks.language.retold import (
    SELF,
    TOPIC,
    UNDER_A_RULE,
    WAITING,
    is_background,
    is_courtesy,
    is_members,
    is_quoted_rule,
    is_readers,
)
from tasks.language.words import Words


class Stance(StrEnum):
    DONE = "told as done"
    MEMBER = "proposed by the member"  # 您建议…
    BACKGROUND = "background"  # 国家提出到2025年…: somebody else's target
    COURTESY = "courtesy"  # 感谢…
    OTHERS = "the reader's to do"  # 由你局…, 请您…
    REQUIRED = "required of a body"  # 要求各县…
    AHEAD = "looks ahead"  # 将, 拟, 计划…
    ASIDE = "leads up to an act"  # 对您反映的…问题, 在…基础上, 由于…
    UNDER_WAY = "under way"  # 正在施工
    PLAIN = "states an act"


QUOTED = re.compile(r"“[^“”]*”")
REQUIRE = re.compile(
    r"(?:要求|督促|责成|指导|督导)(?=[^，。]{2})|推动(?=[^，。的]{1,14}(?:局|会|公司|部门|单位|企业|中心|门店)[^，。]*将)"
)
DONE = re.compile(  # the aspect of the verb, or a time that only what is over can have
    r"已|曾|(?<=[\u4e00-\u9fff])了(?![解望然如])|截[至止]|以来|先后|同比|此前|(?<!比)去年|(?:^|[，于在较比])上年(?!度)|近年来|近[两三]年来"
    r"|连续(?=[\d两三四五六七八九十多])|顺利|均(?=[在已为])|累计.{0,12}达|(?<![对将把在由的成])[现共]有(?=[^，]{0,20}[\d一二三四五六七八九十])|位居|荣获|属实|系.{2,12}所致"
    r"|(?:^|[月年日底来市])共(?![建享同用有产青和])|现存|[响伴扮影带]着(?![力手眼重])|[展议论取办到理做](?<!通)过(?![程渡剩去后])"
)
STATE = re.compile(  # what is so, and will stay so
    r"暂(?:不|未|难|无|时[不只无])|不具备|尚[未不无有]|没有|仍(?:有|存在|然|未)|难以|无法|还没|处于|总投资|占[^，]{0,12}[%％]|属于|现为|不达标"
    r"|较[大多长高低]$|[太很][^，]{1,4}$|(?:公示|有效|合同|服务|保修|质保|试点)期为?\d"
    r"|不(?:予|再|新[增设建]|纳入|列入|安排|能|宜|符合|实行|采纳)|规划期|期满|届满"
)
HABIT = re.compile(r"每[年月天次]都|主要(?:是|为|集中|分布|在)")
DESCRIBED = re.compile(  # a state, unless something says that it is to come
    r"^(?!.*[前底内先]).*由[^，]{1,12}(?:增|提高|提升|减|降|扩大|上升|压)[^，]{0,3}[到至]|不足|较[大多长高低]|偏[低高少小]|涉及|(?:[为是达有]|为约|约)\d[\d.]*(?:[万亿%％‰元℃吨米日天年]|公里|平方|个百分点)|(?<![所急必按])需(?!求)(?=[^，]{2})|起于"
    r"|(?:列入|纳入)[^，]{0,16}(?:\d年|年度|[今本]年|项目库|预算|计划|规划)|不变|有效期|合同期|租期|试点期|服务期|保修期|质保期|公示期"
    r"|(?:费用|资金|经费)[^，]{0,4}由[^，]{2,24}(?:承担|负担|解决|列支|保障)|受[^，]{1,12}影响|十分|非常"
    r"|(?<![的也就还于要点标务])是(?:一[项个条种]|[^，]{1,6}$|[^，]{1,40}的$)"
)
ATTRIBUTE = re.compile(
    r"(?:尚未|已|现|新|未|仍然?|尚|(?<![局委厅院办会市县区镇乡府司部所站心])(?:计划|拟)|列入|纳入)[^，。的]{1,12}(?<!其中)的|[\d年月日]{1,16}以来的|在[^，。]{2,40}(?:基础上|过程中|前提下)|为了|等有了|除了|有了|(?:您|你们|你(?![局委厅院]))[^，。的]{1,10}的"
    r"|因[^，。]{2,20}等原因"
)
UNDER_WAY = re.compile(r"正在|正(?=[与会联组编起制按])")
REASON = re.compile(
    r"^(?:如果|若|一旦|倘|只要|由于|因(?!地制宜)|鉴于|考虑到?|受(?!理)|随着|面对|正如|为(?:了|便于|进一步|切实|确保|解决|摸清|破解|改善|规范|保障|减轻|满足|深化|方便|加快|做好|落实|此))"
)
BECAUSE = re.compile(r"因为|由于")
ADVERBIAL = re.compile(
    r"(?:(?:联合|会同)[^，]{0,16}(?:厅|局|委|部门|单位|公司|政府)|按照[^，]{2,12}|^[^，]{0,4}将[^，]{0,4}以[^，]{2,20}为[^，]{2,6}|[余剩][^，]{1,14}中|基础上|过程中|期间|前提下|同时|情况下|原则|(?<![年月日号底季度节期初旦末内学汛考以之])前|施工时|的|是)$|^(?:[一二三]是)?关于|^通过.*方式$"
)
ABOUT = re.compile(r"(?:问题|建议|意见|提案|诉求|事项|情况|方面|工作|的)(?:（[^，]*)?$")
ROLE = re.compile(r"^[^由]{2,30}由.{2,20}(?:牵头|负责|主管|运营)$")
POSSIBLE = re.compile(
    r"(?<![许认不为成])可(?![研行能靠比持视])(?:随时|同时)?(?=[\u4e00-\u9fff])|(?<![不才只功职智节可性万])能(?:够|[停容坐住装满看用享办](?!力))"
)
OWN_VOICE = re.compile(
    rf"^(?:对此|为此|因此|经|由于|因|考虑|鉴于|受|现|目前|这|该|符合|具有|属实|确实|但|结合|改为|根据|按照|下一步|正如)|(?!全){SELF}"
)
NAMED_RULE = re.compile(r"《|国家|国务院|中央|省[委政]|[^我]部(?![署门])")
VAGUE_HELP = re.compile(
    r"进一步|不断|持续|努力|一如既往|扎实|切实(?!解决)|全力|以更加|大力|积极(?=探索|推进|争取|开展)"
)


def stance(text: str, words: Words) -> Stance:
    """What the clause is by its own words alone; the sentence may still change it."""
    text = QUOTED.sub(overlaid, text) if "“" in text else text
    return told_by_others(text) or told_of_acts(WAITING.sub(overlaid, text), words)


def overlaid(found: re.Match[str]) -> str:
    return "□" * len(found[0])


def told_by_others(text: str) -> Stance | None:
    if is_courtesy(text):
        return Stance.COURTESY
    if is_readers(text):
        return Stance.OTHERS
    if is_members(text):
        return Stance.MEMBER
    return Stance.BACKGROUND if is_quoted_rule(text) else None


def told_of_acts(text: str, words: Words) -> Stance:
    bare = ATTRIBUTE.sub(overlaid, text)
    comes, required = to_come(bare, words), REQUIRE.search(text)
    if is_background(text, comes, required):
        return Stance.ASIDE if UNDER_A_RULE.match(text) and not NAMED_RULE.search(text) else Stance.BACKGROUND
    if required and not DONE.search(text, required.end()):
        return Stance.REQUIRED
    if is_done(bare, comes):
        return Stance.DONE
    if leads_up(bare):
        return Stance.ASIDE
    if comes >= 0:
        return Stance.AHEAD
    return Stance.UNDER_WAY if UNDER_WAY.search(text) else Stance.PLAIN


def is_done(text: str, comes: int) -> bool:
    """已建成, 暂不具备条件; not 已列入计划将于明年…, where what is to come stands behind."""
    done = DONE.search(text) or STATE.search(text)
    told = done is not None and comes < done.start()
    return told or bool(HABIT.search(text)) or bool(comes < 0 and DESCRIBED.search(text))


def leads_up(text: str) -> bool:
    topic = TOPIC.match(text) and ABOUT.search(text)
    return bool(
        topic
        or BECAUSE.search(text)
        or REASON.match(text)
        or ADVERBIAL.search(text)
        or ROLE.match(text)
        or POSSIBLE.search(text)
    )
