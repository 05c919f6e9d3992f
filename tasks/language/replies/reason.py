"""理由: the exact words that say why an act is late or stuck."""

import re
from collections.abc import Sequence

from tasks.language.replies.clauses import Clause
from tasks.language.replies.durations import DURATION
from tasks.language.replies.hearing import Said
from tasks.language.replies.rule import ENDS, Sign
from tasks.language.replies.signs import signs

BECAUSE = re.compile(
    r"因为|由于|鉴于(?!此|该|上述|以上|这)|(?:主要)?考虑到?|(?:原因|理由)(?:主要)?(?:是|为|在于|如下|:|：|$)"
    r"|主要(?:原因)?(?:还)?是(?:因为)?|(?<![原起])因(?![此而素果])|是因为"
)
FOR_THE_REASON = re.compile(r"^(?P<why>.{2,}?)的?(?:原因|缘故)")
# Where a cause ends within its clause: 因招标流标需要延期
SO = re.compile(
    r"(?:需要?|申请|想|拟|只能|导致|造成|致使|所以|因此|故|无法|不能|得|要|可能|预计|估计|恳请|请|特|现)?(?:再|往后)?"
    r"(?:延期|延长|延到|延至|推迟|推到|顺延|延后|按期|如期|按时|申请|完不成|来不及|晚(?=[一两三几半十到\d])|[等拖推延]?到\d)"
)
LEAD = re.compile(
    r"^(?:但是?|不过|可是?|然而|就是|主要是?|目前|现在|暂时|到现在|截至目前|还是|实在是|是|这边|我们这边|确实"
    r"|说实话|抱歉|不好意思|这事|关键是?|还有|而且|加上|，|又|虽然?)+(?!被)"
)
TRAIL = re.compile(r"(?:呢|啊|呀|吧|嘛|哦|的?(?:原因|缘故))+$")
FILLERS = (
    "施工|工地|现场|这块|活|目前|现在|暂时|就是|我们|我|咱们|也|都|已经|已|项目|工程|这个?|事情?|整个|全|一直"
    "|还|真的|实在|根本|完全|彻底|只能|先|了|啊|呢|吧|的|基本|处于|状态|一[锹砖]土?|一点|丝毫|到|一动|啥|什么"
    "|任何|确实|被迫"
)
BARE_STOP = re.compile(
    rf"^(?:{FILLERS})*(?:停工?|停滞|停摆|停下来?|搁置|搁浅|卡住|卡壳"
    rf"|(?:进行|[动推走进干办弄做搞开谈])不(?:动|下去|走|来)?"
    rf"|(?:没法|没办法|无法|不能)(?:往下|往前|正常|走|进行|启动|落实|建设|推动|动工|动|干|推进?|继续|开展|实施"
    rf"|弄|办|做|施工|开工|进场|推进下去)*|没招|没辙|(?:没|没有|毫无|无|暂无)(?:进展|动静|办法|动)"
    rf"|不知道?(?:怎么|咋)(?:弄|办|搞)|推进(?:困难|难|受阻|不下去)|受阻|僵住|瘫|暂停|没动|未动|进不了场"
    rf"|开不了工)(?:{FILLERS})*$"
)
CONSEQUENCE = re.compile(
    r"^(?:所以|因此|导致|造成|致使|使得|故|影响了?)|^.{0,4}(?:进度|节点|时间)"
    r"|^.{0,4}工期.{0,3}(?:耽误|拖|影响|延)"
)
ELSE = frozenset(
    {Sign.ASK, Sign.CANNOT, Sign.SETTLED, Sign.OLD_PLAN, Sign.LATER, Sign.ONGOING, Sign.ON_TIME, Sign.HANDOVER}
)
MAY_TELL = frozenset({Sign.MATTER, Sign.DONE, Sign.WILL})
SHORT = 3  # characters; 好吧, 争取
COURTESY = re.compile(
    r"收到|好的|您好|你好|谢|辛苦|嗯|唉|别|希望|理解|支持|批准|妥否|批示|特此|老师|主任|同志"
    r"|[省市区县]?(?:政协|政府|委员会|提案委|督查室)|[局委办]$|如下|期间|老样子|时间.{0,2}[待再]定"
    r"|^(?:也|并)?不是|将|会|争取|确保|尽量|努力|吧$|%|[一二三四五六七八九]成"
)
BEGS = re.compile(
    r"请|麻烦|恳请|建议|盼|希望|需要?(?:市|区|县|上级|领导|你们|督查室|贵委).{0,6}(?:协调|出面|支持|牵头)"
    r"|不知道|抱歉|不好意思|对不起|见谅|理解|不敢保证|没那么快|快不了|不一定|说不准|不好说|难说|没把握|未定$"
    r"|(?:通知|消息)$|[给跟让]您|添麻烦|没想到|久等|忘|(?:时间|日期|哪天|几号).{0,6}[定说准]"
)


def reason_in(text: str, heard: Sequence[Said]) -> str | None:
    """The cause that is named as one, else the first run of clauses that tell of trouble."""
    trouble = [said for said in heard if _tells_of_trouble(said)]
    telling = [said for said in trouble if not said.has(Sign.UNDONE)] or trouble
    beside = [said for said in heard if _says_something_else(said)]
    places = _named(heard) or _run(telling, heard) or _before_the_ask(heard) or _run(beside, heard)
    if not places:
        return None
    return text[places[0] : places[1]].strip() or None


def _named(heard: Sequence[Said]) -> tuple[int, int] | None:
    for index, said in enumerate(heard):
        words = said.clause.words
        behind, before = BECAUSE.search(words), FOR_THE_REASON.search(words)
        if before and not (behind and behind.end() == len(words)) and not said.has(Sign.ASK):
            return _trimmed(said.clause)
        if behind:
            return _behind(heard, index, behind.end())
    return None


def _behind(heard: Sequence[Said], index: int, offset: int) -> tuple[int, int] | None:
    """From the word for because to where the consequence begins."""
    clause = heard[index].clause
    so = SO.search(clause.words, offset)
    begin = clause.start + offset
    if so and so.start() > offset:
        return begin, clause.start + so.start()
    following = heard[index + 1 :]
    end = clause.end
    for said in following:
        if not _tells_of_trouble(said) and offset < len(clause.words):
            break
        end = said.clause.end
        if offset == len(clause.words):  # 原因： stood alone
            begin, offset = said.clause.start, 0
    return (begin, end) if end > begin else None


def _run(telling: Sequence[Said], heard: Sequence[Said]) -> tuple[int, int] | None:
    """The first clause that tells, what leads up to it, and all that follow it at once."""
    if not telling:
        return None
    first = last = heard.index(telling[0])
    if first and heard[first - 1].signs == {Sign.MATTER} and _says_something_else(heard[first - 1]):
        first -= 1
    while last + 1 < len(heard) and heard[last + 1] in telling:
        last += 1
    begin, end = _trimmed(heard[first].clause)
    return begin, max(end, _trimmed(heard[last].clause)[1])


def _before_the_ask(heard: Sequence[Said]) -> tuple[int, int] | None:
    """雨太多了得拖到10月: trouble and what follows from it in one clause."""
    for said in heard:
        so = SO.search(said.clause.words) if said.has(Sign.ASK, Sign.CANNOT) else None
        why = said.clause.words[: so.start()] if so else ""
        if len(why) > SHORT and Sign.TROUBLE in signs(why) and not BEGS.search(why):
            return said.clause.start, said.clause.start + len(why)
    return None


def _tells_of_trouble(said: Said) -> bool:
    words = said.clause.words
    if not said.has(Sign.TROUBLE, Sign.STOPPED) or said.signs & ELSE or said.clause.asks or _is_an_end(said):
        return False
    if said.days and said.has(Sign.WILL):  # 要等到明年1月才能公布
        return False
    return not BARE_STOP.match(words) and not BEGS.search(words) and not CONSEQUENCE.search(words)


def _says_something_else(said: Said) -> bool:
    """工人都回家收稻子了: neither the state of the act, nor a day, nor a courtesy; beside a delay it tells why."""
    words = said.clause.words
    if Sign.MATTER not in said.signs or said.signs - MAY_TELL or said.clause.asks or said.days or _is_an_end(said):
        return False
    return len(words) > SHORT and not any(pattern.search(words) for pattern in (DURATION, BEGS, COURTESY))


def _is_an_end(said: Said) -> bool:
    return said.has(Sign.DONE) and bool(ENDS.search(said.clause.words))


def _trimmed(clause: Clause) -> tuple[int, int]:
    lead, trail = LEAD.match(clause.words), TRAIL.search(clause.words)
    begin = lead.end() if lead and lead.end() < len(clause.words) else 0
    end = trail.start() if trail and trail.start() > begin else len(clause.words)
    return clause.start + begin, clause.start + end
