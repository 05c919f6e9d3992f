"""Which part of a letter a passage belongs to: its sheet, its headings, its body, or what stands around them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from tasks.language.drafts import Mood
from tasks.reading.document import Document, Passage


class Zone(StrEnum):
    OUTSIDE = "outside"  # letterhead, signature, contact lines, what a web page prints around the letter
    MEMBER = "member"  # what the member wrote in the meeting sheet
    SHEET = "sheet"  # the bureau's points in the meeting sheet: the letter says them again
    HEADING = "heading"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Part:
    passage: Passage
    zone: Zone
    mood: Mood = Mood.OPEN  # of a heading: whether what follows it is to come or done


HEADING = re.compile(
    r"(?:[（(]?[一二三四五六七八九十]{1,3}[)）、．.]|\d{1,2}[.．、])[^。；！？]{1,90}|[^，。；：！？|]{2,24}"
)
AHEAD = re.compile(r"下一步|下步|今后|打算|安排|措施|举措|计划(?!.*情况)|整改|目标|任务")
BEHIND = re.compile(r"开展情况|基本情况|现状|进展|前期|工作情况|存在|困难|成效|做法|已")
MEMBER_LABEL = re.compile(r"(?:主要内容|(?:委员|代表|反馈)意见(?:和要求|建议)?|案由|标题)[：:|]?")
MEMBER_PART = re.compile(r"(?:提案|建议|议案)(?:的)?(?:主要)?(?:内容|诉求|要点)")
SHEET_LABEL = re.compile(r"(?:答复|办理)意见(?:要点)?[：:|]")
SHEET_TITLE = re.compile(r"[^，。]{0,30}(?:面商|征询|反馈|沟通|见面)[^，。]{0,10}[表卡单]")
ANSWER = re.compile(r"(?:答复|回复|函复|说明|意见|报告)(?:如下|给您|给你|函告如下)|收悉")
THANKS = re.compile(
    r"^(?:再次|衷心|最后|诚挚|非常)*感谢|^联系|^(?:负责|承办|经办)人|^抄送|^[（(](?:联系|承办)|^附件|^此函|^特此|^[上下]一[篇条]|^相关|^【?打印"
)


SIGNATURE = re.compile(r"[^，。；：！？|、]{0,80}\d{4}年\d{1,2}月\d{1,2}日[^，。；：！？|\u4e00-\u9fff]{0,12}")


def zoned(document: Document) -> Iterator[Part]:
    """Each passage with its zone."""
    begin, zone, sheet = first_of_body(document), Zone.OUTSIDE, False
    for i, passage in enumerate(document.passages):
        text = passage.text
        sheet = bool(SHEET_TITLE.fullmatch(text)) or (sheet and not ANSWER.search(text))
        if i == begin:
            zone = Zone.BODY
        if i < begin or sheet:
            zone = sheet_zone(text, zone)
            yield Part(passage, zone)
        elif SIGNATURE.fullmatch(text):
            yield Part(passage, Zone.OUTSIDE)
        elif "|" not in text and HEADING.fullmatch(text):
            zone = Zone.MEMBER if MEMBER_PART.search(text) else Zone.BODY
            yield Part(passage, Zone.HEADING, mood(text))
        else:
            yield Part(
                passage, Zone.OUTSIDE if THANKS.search(text) else Zone.MEMBER if zone is Zone.MEMBER else Zone.BODY
            )


def mood(heading: str) -> Mood:
    """做法及下一步工作 is both, and then the sentences themselves must tell."""
    ahead, behind = AHEAD.search(heading), BEHIND.search(heading)
    return Mood.OPEN if bool(ahead) == bool(behind) else Mood.AHEAD if ahead else Mood.BEHIND


def first_of_body(document: Document) -> int:
    """The first passage behind the salutation; a letter without one begins at its first prose."""
    texts = [one.text for one in document.passages]
    for i, text in enumerate(texts):
        if ANSWER.search(text) and len(text) < 400 and "|" not in text:
            return i
    return 0


def sheet_zone(text: str, before: Zone) -> Zone:
    if SHEET_LABEL.match(text):
        return Zone.SHEET
    if MEMBER_LABEL.match(text):
        return Zone.MEMBER
    if "|" in text or re.match(r"[\u4e00-\u9fff（）、]{2,24}[：:]", text) or len(text) < 20:
        return Zone.OUTSIDE if "|" in text or (len(text) < 20 and before is not Zone.SHEET) else before
    return before
