"""What a clause's own words say about it: done, proposed by a member, background, courtesy, required, or to come."""

import re
from enum import StrEnum

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
SELF = (
    r"(?:我们|我[局委厅院县市区省乡镇州盟旗办会处社校站所]|本[局委厅院办会处]|我方|县公司|支队|全[市县区州]|乡政府|乡上|"
    r"街道(?=[将拟计下]))"
)
SOFT = re.compile(r"力争|争取(?!.{0,6}(?:资金|支持|政策))|预计|有望|原则上|(?<![草虚模比])拟(?![定建于稿])|计划")
AHEAD = re.compile(
    r"将|(?<![草虚模比])拟(?!定|稿)|力争|争取|预计|有望|确保|下一步|今后|接下来|着力|打算|准备|计划|[须要]|应(?!当)|还要|继续|[就先](?=[去给在把])|决定"
)
TO_COME = (
    r"(?=在|于|对|向|按|以|从|由|与|同|会|联|继续|进一步|陆续|全面|每|适时|尽快|逐|为|给|用|再|再次|分|统一|"
    r"[一两二三四五六七八九十]|\d|[今明后下本上年]|开|根据|结合|通过|待|同步|认真|主动|严格|及时|全力|积极|适当|大力|优先|重点|集中|"
    r"择优|择机|率先)"
)
COMES = {  # a word that says something is to come only before certain words: 将竣工图移交 is 把, 三年行动计划 a noun
    "将": re.compile(TO_COME),
    "计划": re.compile(TO_COME),
    "须": re.compile(r"(?!知)"),
    "应": re.compile(r"(?![急用对届诉有收答付邀变聘])"),
    "要": re.compile(r"(?![求素害件点闻道塞么义事领])"),
}
BEFORE_NOUN = re.compile(r"[的施入动度列育按照原]$|行动$|工作$")
LATER = re.compile(r"[于在会]|继续")
FIRM = re.compile(r"(?<![拟划计])将|确保|务必|必须")
REQUIRE = re.compile(
    r"(?:要求|督促|责成|指导|督导)(?=[^，。]{2})|推动(?=[^，。的]{1,14}(?:局|会|公司|部门|单位|企业|中心|门店)[^，。]*将)"
)
DONE = re.compile(
    r"已|曾|(?<=[\u4e00-\u9fff])了(?![解望然如])|截[至止]|以来|先后|同比|此前|去年|上年|近年来|近[两三]年来|连续(?=[\d两三四五六七八九十多])|顺利|均(?=[在已为])"
    r"|累计.{0,12}达|现有|共有|占比|位居|荣获|属实|系.{2,12}所致|(?:^|[月年日底来市])共(?![建享同用有产青和])|现存|[响伴扮影带]着(?![力手眼重])"
)
STATE = re.compile(
    r"暂(?:不|未|难|无)|不具备|尚[未不无有]|没有|仍(?:有|存在|然|未)|难以|无法|还没|不足|较[大多长高低]|偏[低高少]|涉及|处于|(?:[为是达有]|为约|约)\d[\d.]*(?:[万亿%％‰元℃吨米日天年]|公里|平方|个百分点)|总投资|(?<![所急必按])需(?!求)(?=[^，]{2})|属于|起于|(?:列入|纳入)[^，]{0,16}(?:\d年|年度|[今本]年|项目库|预算|计划|规划)|现为|不变|不达标|不(?:予|再|新[增设建]|纳入|列入|安排|能|宜|符合|实行|采纳)|有效期|合同期|租期|试点期|规划期|服务期|保修期|质保期|公示期|期满|届满"
)
ATTRIBUTE = re.compile(
    r"(?:尚未|已|现|新|未|仍然?|尚|计划|拟|列入|纳入)[^，。的]{1,12}的|[\d年月日]{1,16}以来的|在[^，。]{2,40}(?:基础上|过程中|前提下)|为了|等有了|除了|有了"
)
UNDER_WAY = re.compile(r"正在|正(?=[与会联组编起制按])")
REASON = re.compile(
    r"^(?:如果|若|一旦|倘|只要|由于|因(?!地制宜)|鉴于|考虑到?|受(?!理)|随着|面对|正如|为(?:了|进一步|切实|确保|解决|摸清|破解|改善|规范|保障|减轻|满足|深化|方便|加快|做好|落实|此))"
)
BECAUSE = re.compile(r"因为|由于")
ADVERBIAL = re.compile(
    r"(?:基础上|过程中|期间|前提下|同时|情况下|原则|改建前|施工时|的|是)$|^(?:[一二三]是)?关于|^通过.*方式$"
)
ABOUT = re.compile(r"(?:问题|建议|意见|提案|诉求|事项|情况|方面|工作|的)(?:（[^，]*)?$")
ROLE = re.compile(r"^[^由]{2,30}由.{2,20}(?:牵头|负责|主管|运营)$")
POSSIBLE = re.compile(r"(?<![许认不])可(?:以|在|由|供|新增|缩短|满足|辐射|惠及|将|为|达|容纳|通)")
MEMBER = re.compile(
    r"(?:但|同时|另外|并|还|也|其中)?(?:(?:您|你|贵[委会党单院校]|居民|群众|来信|二位|两位|各位|[^，。]{0,12}(?:委员|代表(?!性)|提案|建议(?!你|贵)))[^，。]{0,18}?)?"
    r"(?:(?<!的)建议|(?<!将)提出|提议|指出|反映|认为|希望|要求(?!各)|呼吁|提到|所提|说|问|谈到)"
)
NAMELESS = re.compile(r"(?:但|同时|另外|并|还|也)?(?:建议|呼吁|希望)")
TOPIC = re.compile(r"^(?:其中|此外|另外|同时)?(?:对|针对|关于|根据|按照|结合|就|围绕|依据|遵照|参照|落实|吸收|采纳)")
NAMED_RULE = re.compile(r"《|国家|国务院|中央|省[委政]|[^我]部(?![署门])")
UNDER_A_RULE = re.compile(r"^(?:根据|按照|依据|遵照|参照)")
OWN_VOICE = re.compile(
    rf"^(?:对此|为此|因此|经|由于|因|考虑|鉴于|受|现|目前|这|该|符合|具有|属实|确实|但|结合|改为|根据|按照|下一步|正如)|(?!全){SELF}"
)
SOURCE = re.compile(
    r"(?:国家|国务院|中央|上级|全国|省|《□*》|规划|纲要|条例|意见|方案|通知|办法|规定|有关部门|细则|市委|法律|法规|文件|据.{2,20})"
    r"[^，。]{0,30}?(?:提出|要求|明确|规定|部署|测算|预测|指出|强调|显示)"
)
OWN_SOURCE = re.compile(rf"{SELF}[^，。]{{0,30}}(?:要求|明确|提出)")
ELSEWHERE = re.compile(r"全省(?!政协)|全国(?!人大)")
COURTESY = re.compile(
    r"^(?:再次|衷心|最后|首先|诚挚|非常|真诚)*(?:感谢|欢迎|敬请|恳请|期待|希望(?!.{0,6}\d)|谢谢|祝|请(?!示)|如(?:有|对|您|您们|果)|若(?:有|对))"
    r"|^(?:此函|特此|专此|此复|以上意见)|一如既往|(?:宝贵|不同)意见|供.{1,8}参考|还请[你您]|征询意见|贡献"
)
OTHERS = re.compile(r"(?:由|建议|请|希望|报|交)(?:你|贵|您)|^(?:恳请|请)|期间请")
FORECAST = re.compile(r"(?:预计|预测|测算)[^，]{0,24}(?:人口|需求|流量|客流|总量|规模)")
LAW = re.compile(r"应当|不得")
EXAMPLE = re.compile(r"^(?:提出|规定|强调|指出)(?!.{0,6}方案)|^(?:比如|例如|譬如|如：)")
VAGUE_HELP = re.compile(
    r"进一步|不断|持续|努力|一如既往|扎实|切实(?!解决)|全力|以更加|大力|积极(?=探索|推进|争取|开展)"
)


def stance(text: str, words: Words) -> Stance:
    """What the clause is by its own words alone; the sentence may still change it."""
    text = QUOTED.sub(lambda found: "□" * len(found[0]), text)
    return told_by_others(text) or told_of_acts(text, words)


def told_by_others(text: str) -> Stance | None:
    if COURTESY.search(text):
        return Stance.COURTESY
    if OTHERS.search(text):
        return Stance.OTHERS
    if is_members(text):
        return Stance.MEMBER
    if FORECAST.search(text):
        return Stance.BACKGROUND
    return Stance.BACKGROUND if EXAMPLE.match(text) or LAW.search(text) else None


def is_members(text: str) -> bool:
    """您建议…, 某委员提出…, and 建议… with nobody named."""
    said = MEMBER.match(text)
    named = said and re.match(
        r"(?:但|同时|另外|并|还|也|其中)?(?:您|你|贵|居民|群众|来信|二位|两位|各位|[^，。]{0,12}(?:委员|代表|提案|建议))",
        text,
    )
    return bool(NAMELESS.match(text) or named) and not re.search(SELF, text) and not TOPIC.match(text)


def told_of_acts(text: str, words: Words) -> Stance:
    bare = ATTRIBUTE.sub(lambda found: "□" * len(found[0]), text)
    comes = to_come(bare, words)
    if is_background(text, comes):
        return Stance.ASIDE if UNDER_A_RULE.match(text) and not NAMED_RULE.search(text) else Stance.BACKGROUND
    required, done = REQUIRE.search(text), DONE.search(bare) or STATE.search(bare)
    if required and not DONE.search(text, required.end()):
        return Stance.REQUIRED
    if done and (
        comes < done.start() or (done[0] == "已" and bare[comes] == "将" and not LATER.match(bare, comes + 1))
    ):
        return Stance.DONE
    if leads_up(text):
        return Stance.ASIDE
    if comes >= 0:
        return Stance.AHEAD
    return Stance.UNDER_WAY if UNDER_WAY.search(text) else Stance.PLAIN


def is_background(text: str, comes: int) -> bool:
    if UNDER_A_RULE.match(text) and "《" in text and comes < 0 and not re.search(SELF, text):
        return True
    source = SOURCE.search(text)
    return source is not None and not (OWN_SOURCE.search(text) or REQUIRE.match(text) or 0 <= comes < source.start())


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


def to_come(text: str, words: Words) -> int:
    """Where the last word stands that says something is to come; -1 where none does."""
    found = -1
    for cue in AHEAD.finditer(text):
        if is_cue(text, cue, words):
            found = cue.start()
    return found


def is_cue(text: str, cue: re.Match[str], words: Words) -> bool:
    """将移交 looks ahead, 将图纸移交 is 把; 计划新建 is a verb, 三年行动计划 a noun."""
    rule = COMES.get(cue[0])
    if rule is None:
        return True
    if cue[0] == "计划" and BEFORE_NOUN.search(text, 0, cue.start()):
        return False
    joined = text.endswith(("并", "同时"), 0, cue.start())  # 并将图纸移交: 把
    verbal = cue[0] in ("将", "计划") and not joined and words.is_verb_at(text, cue.end())
    return verbal or bool(rule.match(text, cue.end()))


def is_soft(text: str, words: Words) -> bool:
    bare = ATTRIBUTE.sub(lambda found: "□" * len(found[0]), text)
    return any(cue[0] != "计划" or is_cue(bare, cue, words) for cue in SOFT.finditer(bare))


def is_firm(text: str, words: Words) -> bool:
    return any("将" not in cue[0] or is_cue(text, cue, words) for cue in FIRM.finditer(text))
