"""How much of the whole is done: 80%, 七八成, 三分之二, 过半, 还剩两成."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tasks.language.numerals import number
from tasks.language.replies.clauses import Clause

NUMERAL = "[一二三四五六七八九两]"
SHARE = re.compile(
    rf"""(?P<percent>\d{{1,3}}(?:\.\d+)?)\s*(?:%|％|个百分点|个点)
        |百分之(?P<of_hundred>[一二三四五六七八九十百零\d]{{1,5}})|(?P<all>百分百|百分之百)
        |(?P<parts>[一二三四五六七八九十\d]{{1,3}})分之(?P<of_parts>[一二三四五六七八九十\d]{{1,3}})
        |(?<![第一二三四五六七八九十])(?P<tenths>{NUMERAL}{{1,2}}|\d|十)来?
        成(?![立为果员本品熟功交效长年人套批])(?:(?P<more>{NUMERAL})(?![个成]))?
        |(?P<half>(?<!小)(?:一多?半|一大半|过半|大半|多半|半数|半拉)(?![天年月夜]))""",
    re.VERBOSE,
)
# Shares of something else than the act: money, approval, and what is only aimed at.
OF_SOMETHING_ELSE = re.compile(
    r"资金|支付|钱|工程款|产值|预算|到账|[一-龥](?<!完成)(?<!办结)率|节省|节约|压缩|优惠|提高|提升|便宜"
    r"|省(?![厅里级道])|涨|价|费|补助|拨付|付款|投资|预算执行|经费|满意|支持率|覆盖率|知晓|入住|参与率|利用率"
    r"|使用率|合格率|优良率|绿化率|到岗|同比|环比"
    r"|增长|增加|上涨|下降|降低|减少|目标|计划(?!进度)|要求|应达|要达|须达|达到.{0,6}以上$|力争|确保|争取|预计"
    r"|将|误差|概率|把握|同意|税|利息|补贴|配套"
)
MONEY_BEHIND = re.compile(
    r"^(?:的)?(?:左右)?的?(?:资金|投资|经费|款|(?:居民|群众|住户|业主|人).{0,3}(?:满意|同意|支持|反对|赞成)"
    r"|概率|可能|把握|希望|几率|满意)"
)
PROBABLY = re.compile(r"^(?:是|要|会|得|来不及|完不成|没戏|赶不|没希望|不行|可能)")  # 八成要延期: 八成 is "most likely"
LEFT = re.compile(r"(?:剩|差|欠|尚余|余下|还有)(?:下|余|了)?(?:的|大概|约|大约|最后|不到|近|工程量|工作量|任务)*$")
NOT_DONE_BEHIND = re.compile(r"^(?:左右|的?[一-龥]{0,4})?(?:还|都|尚)?(?:没|未)")
OF_A_PART = re.compile(r"标段|[东西南北中]段|[一二三两\d]期(?!工程)|[一-龥]{2}(?:镇|乡|县)(?!里)")
WHOLE = re.compile(r"总体|整体|总的|总进度|累计|合计|综合|平均|全部|全线|总计|加起来")
NOW = re.compile(r"现在|目前|如今|已经?|截至|截止|到今天|至今|这会")


@dataclass(frozen=True, slots=True)
class Share:
    """A share of the act in hundredths, and what its clause says before it."""

    value: int
    before: str


def percent_done(said: Sequence[Clause]) -> int | None:
    """The share of the whole that is done; None where none is said or several parts have each their own."""
    shares = [share for clause in said for share in _shares(clause.words)]
    if len({share.value for share in shares}) > 1:
        shares = _chosen(shares, WHOLE) or _chosen(shares, NOW)
    values = {share.value for share in shares if not OF_A_PART.search(share.before)}
    return values.pop() if len(values) == 1 else None


def _chosen(shares: Sequence[Share], mark: re.Pattern[str]) -> list[Share]:
    return [share for share in shares if mark.search(share.before)]


def _shares(clause: str) -> Iterator[Share]:
    for found in SHARE.finditer(clause):
        before, behind = clause[: found.start()], clause[found.end() :]
        if OF_SOMETHING_ELSE.search(before) or MONEY_BEHIND.match(behind):
            continue
        if found["tenths"] and PROBABLY.match(behind):
            continue
        value = _value(found)
        left = LEFT.search(before) or NOT_DONE_BEHIND.match(behind)
        if 0 <= value <= 100:
            yield Share(100 - value if left else value, before)


def _value(found: re.Match[str]) -> int:
    if found["half"]:
        return 50
    if found["all"]:
        return 100
    if found["percent"]:
        return round(float(found["percent"]))
    if found["of_hundred"]:
        return 100 if found["of_hundred"] == "百" else number(found["of_hundred"])
    if found["parts"]:
        return round(100 * number(found["of_parts"]) / max(1, number(found["parts"])))
    # of 七八成 the lower
    more = number(found["more"]) if found["more"] else 0
    return number(found["tenths"][0]) * 10 + more
