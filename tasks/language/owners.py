"""Who is to act: the body a clause names before its verb, or behind 由 and 要求; 我局 is the replying body."""

import re
from dataclasses import dataclass

from tasks.language.cues import SELF

SUFFIX = (
    r"(?:[局委厅院办所社行处镇乡]|委员会|办公室|管委会|中心|公司|集团|政府|部门|单位|街道|办事处|派出所|[支大总]队|学校|学院|企业|机构|法院|检察院|医院|卫生院|银行"
    r"|各县（市、区）|县（市、区）|各县区|各区县|各县（区）|县区|区县|各区|各县|各市|设区市|乡镇|街道（乡镇）|小组|协会|联合会|工会|业主大会|委会|有关方面|物业|总站|场站|运营方|联社)"
)
NAME = r"[\u4e00-\u9fff（）、\d０-９A-Za-z]"
BOUND = (
    r"(?=将|拟|要|须|应|需|计划|力争|预计|争取|负责|牵头|会同|联合|与|及时|在|于|对|年内|已|正|还|也|每|各牵头|按|从|向|组织|今|明|下|近|本|适时|尽快|自"
    r"|原则上|确保|共同|具体|逐|先|再|承担|统一|为|把|就|用|\d|[一二三四五六七八九十上第两]|$|$)"
)
SUBJECT = re.compile(rf"(?P<body>{NAME}{{0,24}}?{SUFFIX}(?:、{NAME}{{1,16}}?{SUFFIX})*){BOUND}")
BY = re.compile(rf"由(?P<body>(?!你|贵|您){NAME}{{1,24}}?{SUFFIX}(?:、{NAME}{{1,16}}?{SUFFIX})*)")
ORDER = re.compile(
    rf"(?:要求|督促|责成|指导|督导|推动|通知)(?P<body>{NAME}{{0,24}}?(?:{SUFFIX}|（市、区）)(?:、{NAME}{{1,16}}?{SUFFIX})*)(?=(?!的)[^，]{{2}})"
)
LEAD = re.compile(r"^(?:其中|同时|此外|另外|下一步|今后|届时|目前|并且?|但|，|近期|期间)+")
ITSELF = re.compile(rf"^(?:其中|同时|此外|今后|下一步)?{SELF}")
NOT_BODY = re.compile(r"[的了]|^(?:对|在|为|把|将|按|根据|针对|关于|会同|联合|与|向|从|以|围绕|每个|经|待|等|请|完成|建设|推进|开展)|我[局委厅院]")
GENERIC = re.compile(r"^(?:街道|支队|县公司|公司|乡政府|镇政府|市政府|县政府|区政府|大队|中心|学校|医院)$")


@dataclass(frozen=True, slots=True)
class Owner:
    """`name` as the clause names it; None where it is the replying body."""

    name: str | None
    exact: bool = False  # a cell of a table: 市体育局 stays 市体育局


def owner_in(text: str, times_cut: str) -> Owner | None:
    """The owner a clause names, or None where it names none. `times_cut` is the clause with its times overlaid."""
    ordered = ORDER.search(text)
    if ordered and not NOT_BODY.search(ordered["body"]):
        return Owner(ordered["body"])
    by = BY.search(text)
    if by and not re.search(r"我[局委厅院们]", by["body"]):
        return Owner(by["body"])
    if ITSELF.match(text) or by:
        return Owner(None)
    start = LEAD.match(times_cut)
    begin = start.end() if start else 0
    while times_cut[begin : begin + 1] == "▢":
        begin += 1
    subject = SUBJECT.match(times_cut, begin)
    if subject and not NOT_BODY.search(subject["body"]):
        return Owner(None if GENERIC.match(subject["body"]) else subject["body"])
    return None


def is_body(text: str) -> bool:
    """Whether the words are the name of a body, or several, and nothing else."""
    return bool(re.fullmatch(rf"{NAME}{{0,24}}?{SUFFIX}(?:、{NAME}{{1,16}}?{SUFFIX})*", text)) and not NOT_BODY.search(text)


def resolved(owner: Owner | None, bureau: str | None) -> str | None:
    """The replying body's full name for 我局 and for its own short name; another body as the letter names it."""
    if owner is None or owner.name is None:
        return bureau
    if bureau and not owner.exact and bureau.endswith(owner.name) and len(owner.name) > 2:
        return bureau
    return owner.name
