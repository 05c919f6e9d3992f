"""The letter's head: title, bureau, session, number, members, category, each as printed."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from tasks.language.findings import Head
from tasks.language.numbers import plain_number
from tasks.reading.document import Document, Passage

SUBJECT = r"(?:提案|建议|议案|信息|意见建议|信访|来信|平时提案|第[^第号]{1,16}号)"
TITLE = re.compile(
    rf"(?![上下]一[篇条])[^。；]{{0,40}}?(?:关于|对)(?!.{{0,60}}收悉)[^。；]{{2,90}}{SUBJECT}[^。；]{{0,30}}"
    r"(?:答复|复函|回复|办理意见|会办意见|协办意见|分办意见|答复函|函复)(?:的?函|意见|情况)?"
)
TITLE_BEGINS = re.compile(r"[^，。；：|]{0,30}(?:关于|对)[^。；]*$")
SESSION = re.compile(
    r"(?:关于|对)(?:对)?(?P<session>(?:(?!关于|对|第?\d+号)[^，。、《》]){2,40}?(?:次全体会议|次全会|次会议|次全委会))"
)
NUMBER = re.compile(r"第[（(\[【]?([A-Za-z0-9０-９Ａ-Ｚａ-ｚ〇○零一二三四五六七八九十百千\-－—]{1,20})[)）\]】]?号")
SHEET_NUMBER = re.compile(r"(?:提案|建议|议案|信息)(?:编号|号|序号)[：:|]第?([A-Za-z0-9０-９\-]{1,20})号?")
SALUTATION = re.compile(
    r"(?:尊敬的)?(?P<names>[^，。：；《》]{2,60}?)(?:等\d{1,3}[名位])?(?:政协)?(?:委员|代表)(?:们)?[：:]"
)
PROPOSED_BY = re.compile(
    r"^(?P<names>[^，。：；《》]{2,40}?)(?:等\d{1,3}[名位])?(?:委员|代表)(?:们)?(?:在[^，。]{2,30})?提出的"
)
GROUP = re.compile(
    r"(?P<names>[^，。：；《》]{0,20}(?:民革|民盟|民建|民进|农工党|农工民主党|致公党|九三学社|台盟|工商联|妇联|共青团|团[省市县区]?委|总工会|侨联|台联"
    r"|科协|青联|文联|社科联|残联|界别|[^，。：]界|小组|活动组|专委会|专门委员会|代表团)[^，。：；《》]{0,16})[：:]"
)
CATEGORY_ALONE = re.compile(r"[（(]?([A-DＡ-Ｄ])[)）]?类?[)）]?")
CATEGORY_LABEL = re.compile(r"(?:类别|结果|分类|类型|办理情况)[：:|]?[（(]?([A-DＡ-Ｄ])(?:类|[^0-9A-Za-z]|$)")
CATEGORY_AT_END = re.compile(r"(?:[号\u4e00-\u9fff）][（(]?([A-DＡ-Ｄ])[)）]?类|号[（(]?([A-DＡ-Ｄ]))[)）]?$")
TICKED = re.compile(r"([A-DＡ-Ｄ])类?[|（(]*[√✓☑✔■]|[√✓☑✔■][)）]?([A-DＡ-Ｄ])类?")
BODY_END = (
    r"(?:局|委员会|委|办公室|厅|院|中心|公司|集团|政府|支队|大队|总队|办事处|管委会"
    r"|联社|银行|分行|支行|学校|大学|社|部|署|处|站|队|会|办|馆|海关|开发区|场|处|所)"
)
BUREAU = re.compile(
    rf"(?!此|特此|专此|联系|承办|抄送|附件|主办|打印|上一|下一|关于|对)[\u4e00-\u9fff（）()]{{2,36}}{BODY_END}"
)
STAMP = re.compile(r"[（(][^（）()]{0,6}[章名][）)]$")
LETTERHEAD = re.compile(r"(?:文件|函|公函)$")
DAY = re.compile(
    r"[\dOol〇○零一二三四五六七八九十０-９]{2,5}年[\dOol十一二三四五六七八九〇０-９]{1,3}月[\dOol十一二三四五六七八九〇０-９]{1,3}日"
)
LABELLED_BUREAU = re.compile(
    rf"(?:承办单位|主办单位|答复单位|发布机构|发文机关|发布单位|来源)(?:[（(][^（）()]*[)）])?[：:|]+({BUREAU.pattern})(?![\u4e00-\u9fff])"
)
LABELLED = re.compile(r"[^：:]{1,10}[：:]")


def read_head(document: Document, written_on: date | None) -> Head:
    """Every field as the letter prints it; None where it prints none. `written_on` was found by `references`."""
    passages = document.passages
    at, title = find_title(passages)
    numbers = tuple(dict.fromkeys(numbers_of(passages, at, title)))
    found = SESSION.search(title or "") or next(
        (
            hit
            for one in passages[at : at + 4]
            if (hit := re.search(r"在(?P<session>[^，。《》]{4,30}?会议)上提出", one.text))
        ),
        None,
    )
    return Head(
        title=title,
        bureau=find_bureau(passages, at, title),
        session=found["session"] if found else None,
        proposal_no=numbers[0] if numbers else None,
        members=find_members(document, at),
        category=find_category(passages, at),
        written_on=written_on,
        proposal_nos=numbers,
    )


def find_title(passages: tuple[Passage, ...]) -> tuple[int, str | None]:
    """The passage of the title, or one title over two lines; the place is that of the last line."""
    for i, one in enumerate(passages):
        if len(one.text) <= 130 and "|" not in one.text and TITLE.fullmatch(one.text):
            return i, one.text
    for i, (one, other) in enumerate(pairwise(passages)):
        joined = one.text + other.text
        if TITLE_BEGINS.match(one.text) and len(joined) <= 130 and TITLE.fullmatch(joined):
            return i + 1, joined
    return -1, None


def numbers_of(passages: tuple[Passage, ...], at: int, title: str | None) -> Iterator[str]:
    """Every proposal number the head shows: in the title, in the first paragraph, in the meeting sheet."""
    if title:
        yield from (plain_number(found[1]) for found in NUMBER.finditer(title))
    for one in passages[at + 1 : at + 4] if title else ():
        yield from (plain_number(found[1]) for found in re.finditer(rf"[（(]{NUMBER.pattern}", one.text))
    for one in passages:
        yield from (plain_number(found[1]) for found in SHEET_NUMBER.finditer(one.text))


def find_bureau(passages: tuple[Passage, ...], at: int, title: str | None) -> str | None:
    """Who replies: the line over the date, else the signature or the letterhead, else the title, else the sheet."""
    texts = [STAMP.sub("", one.text) for one in passages]
    for text, following in reversed(list(pairwise(texts))):
        if DAY.fullmatch(following) and BUREAU.fullmatch(text):
            return text
    if title and (named := re.match(rf"({BUREAU.pattern})(?=关于|对)", title)):
        return named[1]
    under, over = texts[max(at + 2, len(texts) - 8) :], texts[: max(at, 0)]
    for text in (*reversed(under), *reversed(over)):
        if BUREAU.fullmatch(text):
            return LETTERHEAD.sub("", text)
    for text in reversed(under):
        if dated := re.search(rf"(?:^|[。！!])({BUREAU.pattern}){DAY.pattern}$", text):
            return dated[1]
    return next((found[1] for text in texts if (found := LABELLED_BUREAU.search(text))), None)


def find_members(document: Document, at: int) -> tuple[str, ...]:
    for pattern in (SALUTATION, GROUP):
        for one in document.passages[at + 1 : at + 6] if at >= 0 else document.passages:
            found = pattern.fullmatch(one.text)
            if found:
                return names(document, one, found)
    for one in document.passages[at + 1 :]:
        found = PROPOSED_BY.search(one.text)
        if found and not re.search(r"[您你位]", found["names"]):
            return names(document, one, found)
    return ()


def names(document: Document, one: Passage, found: re.Match[str]) -> tuple[str, ...]:
    """Names parted by 、 or by white space; a blank inside 周　平 parts nothing."""
    span = one.span(*found.span("names"))
    out: list[str] = []
    for part in re.split(r"[、，,和]" if "、" in found["names"] else r"[、，,]", document.text[span.start : span.end]):
        pieces = part.split()
        out += pieces if all(len(piece) > 1 for piece in pieces) else ["".join(pieces)]
    return tuple(out)


def find_category(passages: tuple[Passage, ...], at: int) -> str | None:
    """A to D where the head prints it: alone, behind a label, behind the document number, or ticked in the sheet."""
    near = passages[max(at - 8, 0) : at + 4] if at >= 0 else passages
    for pattern, full in ((CATEGORY_LABEL, False), (CATEGORY_ALONE, True), (CATEGORY_AT_END, False)):
        for one in near:
            found = pattern.fullmatch(one.text) if full else pattern.search(one.text) if len(one.text) < 90 else None
            if found:
                return plain_number(found[1] or found[found.re.groups])
    ticks = (TICKED.search(one.text) for one in passages if "类" in one.text and len(one.text) < 90)
    return next((plain_number(found[1] or found[2]) for found in ticks if found), None)
