"""Who is to act: the body a clause names before its verb, or behind 由 and 要求; 我局 is the replying body."""

import re
from dataclasses import dataclass

from tasks.language.cues import SELF
from tasks.language.words import Words

SUFFIX = re.compile(
    r"各?县（市、区）|各?县（区）|各?区（县）|街道（乡镇）|各县区|各区县|各县市区|各区县市|各[县区市州]|设区市|各乡镇|各镇街|各街道"
    r"|办事处|村委会|居委会|委员会|管委会|办公室|派出所|检察院|卫生院|部门|单位|企业|机构|中心|公司|集团|政府|街道|乡镇|[支大总]队|学校|学院|法院|医院|场馆"
    r"|小组|协会|联合会|民警|物业|总站|银行|联社|专班|工作组|图书馆|文化馆|博物馆|供电所|交管站|[局委厅院办处会部校]|[管财税司农林]所|分行|支行|供销社|开发区|高新区"
)
RUN = re.compile(r"(?:(?![将拟还已再把了])[\u4e00-\u9fff（）、·]){2,40}")
BOUND = re.compile(
    r"▢|$|[将拟要须应需计力预争负牵会联与及在于对已正还也每按从向今明下近适尽自原确共具逐先再承统为把就用可至分各同主通都均均着给带择]|年[底内]"
)
ORDER_WORD = r"(?:要求|督促|责成|指导|督导|推动|组织(?=各)|安排(?=各))"
EACH = re.compile(r"各(?!项|类|种|级|自|方面|[县市区乡镇])[\u4e00-\u9fff]{2,10}?(?=▢|[将要须应于在对])")
BEFORE = re.compile(rf"{ORDER_WORD}|(?<![自理缘来])由|(?:责任|牵头|承办|实施|主办|配合)单位[：:]")
LEAD = re.compile(r"(?:其中|同时|此外|另外|下一步|今后|届时|目前|并且?|但|，|近期|期间|截至|原则上|▢)+")
ITSELF = re.compile(rf"(?:由|拟由|将由)?(?P<itself>{SELF})")
NOT_BODY = re.compile(
    r"[的了]|^(?:对|在|为|把|将|按|根据|针对|关于|会同|联合|与|向|从|以|围绕|每个|待|等|请|经|因|受|通过|其|各类|部分)|我[局委厅院]|[你您贵]|全部|所有|至少|有望|计划|覆盖|正在|进行|先行|委托|社会$|新建|按照|设立|成立|向社会|^组织"
)
PROJECT = re.compile(r"[^，▢]{0,8}(?:项目|工程|平台|系统|楼|大楼|方案)")
GENERIC = re.compile(r"街道|[省市县区]局|[支大]队|县公司|公司|乡政府|镇政府|大队|中心|学校|医院")
NAMED_BY_ROLE = re.compile(r".{2}(?:单位|企业|公司|部门|机构|集团)")


@dataclass(frozen=True, slots=True)
class Owner:
    """`name` as the letter names it; None where it is the replying body, which calls itself `said`."""

    name: str | None
    said: str | None = None
    exact: bool = False  # a cell of a table: 市体育局 stays 市体育局
    ordered: bool = False  # named behind 要求 or 由, so the sentence's own subject stays what it was


def owner_in(text: str, words: Words) -> Owner | None:
    """The owner that a clause names, its times overlaid by ▢; None where it names none."""
    for before in BEFORE.finditer(text):
        body = body_at(text, skipped(text, before.end()), words)
        if body:
            return Owner(body, ordered=True)
    begin = skipped(text, 0)
    body = body_at(text, begin, words)
    if body and not re.match(SELF + "$", body):
        return Owner(body)
    itself = ITSELF.match(text, begin)
    return Owner(None, said=itself["itself"]) if itself else None


def skipped(text: str, at: int) -> int:
    lead = LEAD.match(text, at)
    return lead.end() if lead else at


def body_at(text: str, begin: int, words: Words) -> str | None:
    """The longest name of a body that begins there and ends where a verb, a time or a preposition goes on."""
    each = EACH.match(text, begin)
    if each:
        return each[0]
    run = RUN.match(text, begin)
    if not run:
        return None
    ends = [found.end() for found in SUFFIX.finditer(text, begin, run.end())]
    for end in reversed(ends):
        body = text[begin:end]
        goes_on = BOUND.match(text, end) or (words.is_verb_at(text, end) and not PROJECT.match(text, end))
        if goes_on and is_name(body, words):
            return body
    return None


def is_name(body: str, words: Words) -> bool:
    """施工单位 is a body; 建成调解中心 and 指导改造后的小区 are acts."""
    if len(body) < 2 or NOT_BODY.search(body) or body.count("（") != body.count("）"):
        return False
    return not words.is_verb_at(body, 0) or bool(NAMED_BY_ROLE.fullmatch(body))


def is_body(text: str, words: Words) -> bool:
    """Whether the words are the name of a body, or several, and nothing else."""
    return body_at(text, 0, words) == text


def resolved(owner: Owner | None, bureau: str | None) -> str | None:
    """The replying body's full name for 我局 and its own short name, 我局 where the letter never names it."""
    if owner is None:
        return bureau
    if owner.name is None:
        return bureau or owner.said
    if bureau and GENERIC.fullmatch(owner.name):
        return bureau
    if bureau and not owner.exact and bureau.endswith(owner.name) and len(owner.name) > 2:
        return bureau
    return owner.name
