"""Clauses that speak for somebody else: the member's proposal, a rule or a superior's target, courtesy."""

import re

SELF = (
    r"(?:我们|我[局委厅院县市区省乡镇州盟旗办会处社校站所队]|我(?:公司|集团|单位|部门|街道|支队|大队|中心|法院)|我方"
    r"|本[局委厅院办会处]|全[市县区州])"
)
WHO = r"(?:您|你|贵|居民|群众|来信|[二两各]位|[^，。]{0,12}(?:委员|代表(?!性)|提案|建议(?!你|贵)))"
MEMBER = re.compile(
    rf"(?:但|同时|另外|并|还|也|其中)?(?:{WHO}[^，。]{{0,18}}?)"
    r"(?:建议|提出|提议|指出|反映|认为|希望|要求(?!各)|呼吁|提到|所提|说|问|谈到|关心|写)"
)
NAMELESS = re.compile(r"(?:但|同时|另外|并|还|也)?(?:建议|呼吁|希望|提出|提议)(?!你|贵|.{0,6}方案)")
TOPIC = re.compile(r"^(?:其中|此外|另外|同时)?(?:对|针对|关于|根据|按照|结合|就|围绕|依据|遵照|参照|落实|吸收|采纳)")
UNDER_A_RULE = re.compile(r"^(?:根据|按照|依据|遵照|参照)")
SUPERIOR = (
    r"(?:国家|国务院|中央|上级|全国|自治区|省(?=[委政内级里]|[^，]{0,12}(?:厅|局|办|府|院))"
    r"|(?<!宣传)(?<!组织)(?<!统战)(?<!武装)(?<![我本全干内])部(?=[委等提要明规印、]))"
)
SOURCE = re.compile(
    rf"(?:{SUPERIOR}|《□*》|规划|纲要|条例|意见|方案|通知|办法|规定|有关部门|细则|市委|法律|法规|文件|据.{{2,20}})"
    r"[^，。]{0,30}?(?:提出|要求|明确|规定|部署|测算|预测|指出|强调|显示|约定)(?!.{0,3}责任)"
)
OWN_SOURCE = re.compile(rf"{SELF}[^，。]{{0,30}}(?:要求|明确|提出)")
FROM_ABOVE = re.compile(rf"^[^，。]{{0,6}}{SUPERIOR}")
ELSEWHERE = re.compile(r"全省(?!政协)|全国(?!人大)")
COURTESY = re.compile(
    r"^(?:再次|衷心|最后|首先|诚挚|非常|真诚)*(?:感谢|欢迎|敬请|恳请|期待|希望(?!.{0,6}\d)|谢谢|祝|请(?!示)|如(?:有|对|您|您们|果)|若(?:有|对))"
    r"|^(?:此函|特此|专此|此复|以上意见)|一如既往|(?:宝贵|不同)意见|供.{1,8}参考|还请[你您]|征询意见|贡献"
    r"|(?:答复|回复|函复|说明|报告|汇报)(?:意见)?如下|收悉|另行[^，]{0,4}(?:答复|函复|回复)"
)
OTHERS = re.compile(r"^[您你]要是|(?:由|建议|请|希望|报|交)(?:你|贵|您)|^(?:恳请|请)|期间请")
FORECAST = re.compile(r"(?:预计|预测|测算)[^，]{0,24}(?:人口|需求|流量|客流|总量|规模)")
LAW = re.compile(r"应当|(?<![等来免舍使顾])不得(?![不已了])|(?:显示|表明)$")
EXAMPLE = re.compile(r"^(?:提出|规定|强调|指出)(?!.{0,6}方案)|^明确(?=到|在|\d)|^(?:比如|例如|譬如|如：)")
WAITING = re.compile(r"^(?:待|等)[^，。]{2,30}?(?:之后|以后|后|时)")


def is_courtesy(text: str) -> bool:
    return bool(COURTESY.search(text))


def is_readers(text: str) -> bool:
    """由你局…, 请您…: the reader's to do."""
    return bool(OTHERS.search(text))


def is_members(text: str) -> bool:
    """您建议…, 某委员提出…, and 建议… with nobody named."""
    said = MEMBER.match(text) or NAMELESS.match(text)
    return bool(said) and not re.search(SELF, text) and not TOPIC.match(text)


def is_quoted_rule(text: str) -> bool:
    """A forecast, an example, or the words of a law."""
    return bool(FORECAST.search(text) or EXAMPLE.match(text) or LAW.search(text))


def is_background(text: str, comes: int, required: re.Match[str] | None) -> bool:
    """A rule or a superior's target; not one that the letter itself lays on somebody (要求各县…)."""
    if UNDER_A_RULE.match(text) and "《" in text and comes < 0 and not re.search(SELF, text):
        return True
    source = SOURCE.search(text)
    if source is None or OWN_SOURCE.search(text) or (required and required.start() == 0):
        return False
    return not 0 <= comes < source.start() or bool(FROM_ABOVE.match(text))
