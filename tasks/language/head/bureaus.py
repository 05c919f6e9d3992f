"""Who replies: read from the signature, the title, the letterhead or the sheet; several where they reply together."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from tasks.language.head.days import lone_day
from tasks.language.head.printed import Printed
from tasks.language.head.titles import Title
from tasks.reading.document import Passage

BODY_END = (
    r"(?:局|委员会|委|办公室|厅|院|中心|公司|集团|政府|支队|大队|总队|办事处|管委会|联社|银行|分行|支行|学校|大学|社|部|署|处|站|队|会|办|馆|海关"
    r"|开发区|园区|场|处|所|组|室|校|园|台|团|协会|法庭|厂|中学|小学)"
)
BODY = re.compile(
    rf"(?!此|特此|专此|联系|承办|抄送|附件|主办|打印|上一|下一|关于|对|感谢|欢迎|以上|版权|主管)[\u4e00-\u9fff（）()]{{2,36}}{BODY_END}(?:[（(][\u4e00-\u9fff]{{2,10}}[)）])?"
)
STAMP = re.compile(r"[（(][^（）()]{0,6}[章名][）)]$")
LETTERHEAD = re.compile(r"(?:文件|公函|便函|用?笺|[（(]函[)）]|(?:提案|建议)?(?:办理|答复|复)?函)$")
TITLED = re.compile(rf"(?P<bodies>{BODY.pattern}(?:、{BODY.pattern})*)(?=关于|对)")
INLINE = re.compile(
    rf"(?:^|[。！!])({BODY.pattern})[\d〇○零一二三四五六七八九OolI０-９]{{4}}年[^，。：:]{{1,6}}月[^，。：:]{{1,5}}日$"
)
LABELLED = re.compile(
    r"(?P<label>承办单位|主办单位|答复单位|办理单位|发布机构|发文机关|发布单位|信息来源|来源)(?:[（(][^（）()]*[)）])?[：:|]+"
    rf"(?P<body>{BODY.pattern})(?=$|[^\u4e00-\u9fff]|[浏发点阅字时日作打成建提])"
)
STACK, LAST, BEHIND = 4, 8, 5


def find_bureau(page: Printed, title: Title | None) -> str | None:
    """The first body found, in full where the letter spells it out elsewhere."""
    found = list(replying(page, title))
    return "、".join(in_full(one, found) for one in found[0]) if found else None


def in_full(name: str, found: Iterable[tuple[str, ...]]) -> str:
    """市财政局 signs, and the letterhead says which city's."""
    return max((one for bodies in found for one in bodies if one.endswith(name)), key=len)


def replying(page: Printed, title: Title | None) -> Iterator[tuple[str, ...]]:
    """Over the date, before the date, in the title, last on the page, above the title, behind a label."""
    lines = page.lines
    begin, end = (title.begin, title.end) if title else (0, 0)
    yield from (found for _, found in signatures(page, title))
    for line in reversed(lines[end:][-LAST:]):
        if found := INLINE.search(line.text):
            yield (found[1],)
    if title and (named := TITLED.match(title.text)):
        yield tuple(named["bodies"].split("、"))
    yield from filter(None, (stack(page, at) for at in last_first(max(end, len(lines) - LAST), len(lines))))
    yield from filter(None, (stack(page, at) for at in last_first(0, begin)))
    yield from ((one,) for one in labelled(lines, end))


def signatures(page: Printed, title: Title | None) -> list[tuple[date, tuple[str, ...]]]:
    """Days that stand under bodies: the letter's own first, then those of attachments, last those above the title."""
    end = title.end if title else 0
    order = (*range(end, len(page.lines)), *last_first(0, end))
    dated = ((at, day) for at in order if (day := lone_day(STAMP.sub("", page.lines[at].text))))
    return [(day, found) for at, day in dated if (found := stack(page, at - 1))]


def last_first(begin: int, end: int) -> range:
    return range(end - 1, begin - 1, -1)


def stack(page: Printed, at: int) -> tuple[str, ...]:
    """The bodies of this line and of those right above it, in the order in which they stand."""
    found: list[str] = []
    for above in range(at, max(at - STACK, -1), -1):
        if here := bodies(page, page.lines[above]):
            found[:0] = here
        elif not STAMP.fullmatch(page.lines[above].text):
            break
    return tuple(found)


def bodies(page: Printed, line: Passage) -> tuple[str, ...]:
    """The bodies that a line is made of; none where it is anything else."""
    text = LETTERHEAD.sub("", STAMP.sub("", line.text))
    if len(text) > 120 or not text:
        return ()
    for at in range(4, len(text) - 3):
        gap = page.blank(line, at)
        if gap and (len(gap) > 1 or text[at : at + 2] == text[:2]) and both(text[:at], text[at:]):
            return text[:at], text[at:]
    parts = tuple(text.split("、"))
    return parts if all(BODY.fullmatch(part) for part in parts) else ()


def both(one: str, other: str) -> bool:
    return bool(BODY.fullmatch(one) and BODY.fullmatch(other))


def labelled(lines: tuple[Passage, ...], end: int) -> Iterator[str]:
    """Near the title or in a sheet; what a page prints at its foot is who runs the page."""
    for at, line in enumerate(lines):
        for found in LABELLED.finditer(line.text):
            if at < end + BEHIND or "|" in line.text or found["label"] == "承办单位":
                yield found["body"]
