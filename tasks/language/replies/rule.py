"""Named rules of what a clause is a sign of, and the words that several of them share."""

import re
from dataclasses import dataclass
from enum import StrEnum


class Sign(StrEnum):
    """What one clause says of the act."""

    HANDOVER = "not ours, or the contact has changed"
    ASK = "asks for, or announces, a later day"
    CANNOT = "will not make the day"
    SETTLED = "done beyond doubt"
    DONE = "done"
    STEP = "a step before the last one, or a part, is done"
    UNDONE = "not done yet"
    REMAINS = "some of it remains"
    ONGOING = "under way"
    TALKS = "others are being talked to"
    ON_TIME = "will make the day"
    WILL = "foretold"
    STOPPED = "cannot go on"
    TROUBLE = "something stands in the way"
    MATTER = "speaks of the work: its money, ground, papers or people"
    OLD_PLAN = "what was to be; its days bind nobody any more"
    LATER = "promises to report, nothing more"
    SUPPOSED = "only supposed"


@dataclass(frozen=True, slots=True)
class Rule:
    """`sign` where `words` are found and `unless` is not."""

    sign: Sign
    name: str
    words: re.Pattern[str]
    unless: re.Pattern[str] | None = None

    def holds(self, clause: str) -> bool:
        return bool(self.words.search(clause)) and not (self.unless and self.unless.search(clause))


def rule(sign: Sign, name: str, words: str, unless: str = "") -> Rule:
    """A rule from patterns laid out over several lines."""
    flags = re.VERBOSE | re.IGNORECASE
    return Rule(sign, name, re.compile(words, flags), re.compile(unless, flags) if unless else None)


# The verbs by which an act ends, whatever was promised.
ACT = """(?: 办结|办完|办妥|办好|完成|完工|竣工|建成|落实(?:到位|完)|落地|了结|结束|收官|交付|交房|投用|投入使用
        |投运|投产
        |启用|开通|通车|通水|通气|通电|并网|上线|开馆|开业|开园|开放|公布|发布|印发|出台|挂网|挂牌|公开|下发
        |销号|清零
        |验收(?!材料|申请|阶段)|安装到位|整改到位|到位|配齐|完毕|达标|见报|刊登|登报|入驻|就位|拨付|发放|兑现
        |施行|实施完|拆除|整治
        |改造(?!中|工程|项目|方案|范围)|发出去|发文|揭牌|落实(?=了|好)|交差|报结|通过验收|做完|弄完|搞完|干完
        |弄好|做好|搞好|弄妥|修好|装好|建好|拆完|铺完|修完|装完|整完 )"""
ENDS = re.compile(ACT, re.VERBOSE)
NOT_YET = "(?: 没|未|尚未|不(?!错|仅|光|但|止|好意思|再|少|用|需|影响|欠|负)|无法|难以|别 )"
FORETOLD = """(?: 预计|预期|估计|(?<!比)(?<!按)(?<!照)计划(?!内|单)|打算|拟(?!稿)|争取|力争|确保|保证|将(?!近)|即将
        |马上|就要|准备|希望|有望|下一步|下步|再[有过](?!序)|才能|才会
        |(?:会(?!议|同|上|办|已)|能(?!源|力)|可以|可(?!研|视)|要(?!求|点|素)).{0,6} )"""
# What is awaited or near is not done either.
AWAITED = "(?: 等(?!级)|待(?!办|遇)|快(?!速) )"
# A share of the act, or an act before the last one: that such is done is progress.
PART = """(?: 基本|大部分|大多|大体|大致|部分|初步|差不多|一部分|多数|绝大
    |(?:主体|基础|桩基|土建|首批|第一批|头一批|前期|一期|第一阶段|第一步|上半段|[东西南北]段)(?!.{0,8}(?:全部|都|均))
    |半数|过半|一半|大半|多半|[一二三四五六七八九两\\d]成(?!立|功|品|为)|(?<!100)% )"""
STEP = """(?: 立项|招标|开标|选址|设计|调研|初稿|草案|草稿|初设|可研|环评|面试|笔试|合同|图纸|预算|评审|比选|采购
        |摸底|摸排|测绘|勘察|勘测
        |征求意见|意见征求|征集|方案(?!.{0,4}(?:印发|公布|出台|发布|下发))|文稿|会签|进场|开工|动工|启动|部署
        |报名|备案|公示(?!期|栏) )"""
OURS = "(?: (?:我|咱|俺)们?|本|我方 )(?: 局|委|单位|科|处|部门|办|中心|室|街道|所|院|这边|这儿|这里|这|公司 )?"
BODY = f"(?: (?:(?!{OURS})[一-龥]){{1,10}}?(?:局|委|办|处|科|所|中心|部门|公司|街道|镇|乡|集团|政府|那边|院) )"
PERSON = """(?: (?<![一-龥])[老小][一-龥]|[科处室股办了给叫由是事项][老小][一-龥]
        |[一-龥]{1,3}(?:同志|科长|主任|处长|老师|姐|哥|工(?![程作地期单队方]))
        |同事|别人|新人|其他人|新来的 )"""
