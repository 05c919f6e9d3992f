"""Who is to act: the body a clause names before its verb, or behind 由 and 要求; 我局 is the replying body."""

import re
from dataclasses import dataclass

from tasks.language.retold import SELF
from tasks.language.words import Words

AREA = (
    r"县（市、区）|县（区）|区（县）|街道（乡镇）|乡镇（街道）|村（社区）"
    r"|县市区|区县市|县区|区县|设区市|乡镇|镇街|街道|社区|[县区市州乡镇村]"
)
SUFFIX = re.compile(  # what names of bodies end in; not counts (3处, 80户), not gatherings (招聘会)
    rf"各(?:{AREA})|办事处|部门|单位|企业|机构|中心|公司|集团|政府|街道|乡镇|学校|医院|场馆|民警|物业|银行|专班|[分支]行|供销社"
    r"|开发区|高新区|[国央]企|热线|业主(?!委|大会)|办公室|检察院|图书馆|文化馆|博物馆|小组|[残妇文科侨]联|(?<=[城交水文旅建])投|队|[^，]者|(?<!职)员(?!工|会)"
    r"|[局委厅办](?!公|法|证|理|事|结|学)|(?<![学法])院(?![落区内子])|(?<=[学法检医生])院|校(?!园|区|舍|门|车)"
    r"|(?<![\d一二两三四五六七八九十])[班组科室](?!织)|(?<![全内外西北南东中局一])部(?![门分署])|(?<![车电])站(?!点|位|房|台|区)"
    r"|(?<![\d一二两三四五六七八九十几多余各到])处(?![理置于])|(?<![场住厕个\d])所(?!有|在[地区的]|以|需|得|属|述|示|提|反)"
    r"|(?<![招聘审览介谈证卖布接大议机社都晚动讨流坝凳年例庙智开])会(?!同|议)|(?<=[商联协])会(?!同|议)"
    r"|(?<!智)商(?!务|业|户|请|定|贸|会|圈)|(?<![\d一二两三四五六七八九十百千几多余万住])户(?!外|籍|型|表|均|用)"
    r"|(?<=[省市县区])财政(?![厅局所部承资预状拨投事补])|(?<=[\u4e00-\u9fff]{2})[镇乡](?![村卫中政人])"
)
RUN = re.compile(r"(?:(?![将拟还已再把了])[\u4e00-\u9fff（）、·\d]|“[^“”]{1,6}”){2,40}")
BOUND = re.compile(
    r"▢|$|[将拟要须应需会计力预争负牵联与及在于对已正还也每按从向今明下近适尽自原确共具逐先再承统为把就用可至分各同全主通都均着给带择]"
    r"|年[底内]"
)
ORDER_WORD = r"(?:要求|督促|责成|指导|督导|推动|组织(?=各)|安排(?=各))"
EACH = re.compile(
    rf"各(?!项|类|种|级|自|方面|[县市区乡镇])(?:[\u4e00-\u9fff（）、]|“[^“”]{{1,6}}”){{2,10}}?(?=▢|[将要须应于在对])"
    rf"|(?:其余|其他|剩余)?\d+(?:家|个(?:{AREA}))(?=▢|[将要须应])"
    rf"|(?:每个|各)(?:{AREA})(?:“[^“”]{{1,6}}”)?(?=▢|[将要须应于在对至])"
)
BEFORE = re.compile(rf"{ORDER_WORD}|(?<![自理缘来])由|(?:责任|牵头|承办|实施|主办|配合)单位[：:]")
LEAD = re.compile(
    r"(?:(?:责任|牵头|承办)单位[：:]?|其中|同时|此外|另外|下一步|今后|届时|目前|并且?|但|，|近期|期间|截至|原则上|▢)+"
)
ITSELF = re.compile(rf"(?:由|拟由|将由)?(?P<itself>{SELF})")
NOT_BODY = re.compile(
    r"[的了与]|^(?:对|在|为|把|将|按|根据|针对|关于|联合|向|从|由|以|围绕|每个|待|等|请|经|因|受|通过|其|据|各类|部分|组织|利用|依托|首批|实现|完成)"
    r"|我[局委厅院]|[你您贵]|全部|所有|至少|有望|计划|覆盖|正在|进行|先行|委托|社会$|新建|按照|设立|成立|向社会|会同|联合(?!会)|总投"
)
FACILITY = re.compile(r"(?:中心|[校院站所馆园])$")
BUILT = re.compile(  # what happens to a building: 中心选址已定 names no body
    r"[^，▢]{0,6}(?:选址|开工|动工|建成|完工|竣工|投用|启用|开业|开馆|开园|封顶|揭牌|通车|投运|改造|扩建|土建|主体)"
)
PROJECT = re.compile(r"[^，▢]{0,8}(?:项目|工程|平台|系统|楼|大楼|方案)")
GENERIC = re.compile(r"(?:[省市县区乡镇]|[支大](?=队))?(?P<unit>局|公司|院|政府|队|中心|学校|医院|街道)")
NAMED_BY_ROLE = re.compile(r"(?P<role>.{2})(?:单位|企业|公司|部门|机构|集团|方|户|商)")
CONTROL = re.compile(  # 督促企业 is no 施工单位: the verb acts upon the body
    r"实现|推动|督促|组织|要求|指导|引导|支持|鼓励|协调|联系|走访|服务|邀请|委托|帮助|监督|通知|约谈|责成"
)


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
        named = NAMED_BY_ROLE.fullmatch(each[0], 1) or each[0][0] != "各" or not words.is_verb_at(each[0], 1)
        return each[0] if named else None
    run = RUN.match(text, begin)
    if not run:
        return None
    ends = [found.end() for found in SUFFIX.finditer(text, begin, run.end())]
    for end in reversed(ends):
        body = text[begin:end]
        goes_on = BOUND.match(text, end) or (words.is_verb_at(text, end) and not PROJECT.match(text, end))
        if goes_on and is_name(body, words) and not (FACILITY.search(body) and BUILT.match(text, end)):
            return body
    return None


def is_name(body: str, words: Words) -> bool:
    """施工单位 is a body; 建成调解中心 and 指导改造后的小区 are acts."""
    if len(body) < 2 or NOT_BODY.search(body) or body.count("（") != body.count("）"):
        return False
    role = NAMED_BY_ROLE.fullmatch(body)
    return not words.is_verb_at(body, 0) or bool(role and not CONTROL.match(role["role"]))


def is_body(text: str, words: Words) -> bool:
    """Whether the words are the name of a body, or several, and nothing else."""
    return body_at(text, 0, words) == text


def resolved(owner: Owner | None, bureau: str | None) -> str | None:
    """The replying body's full name for 我局 and its own short name, 我局 where the letter never names it."""
    if owner is None:
        return bureau
    if owner.name is None:
        return bureau or owner.said
    short = GENERIC.fullmatch(owner.name)
    if bureau and short and short["unit"] in bureau:
        return bureau  # 县公司, 乡政府: the letter's own short name
    return owner.name
