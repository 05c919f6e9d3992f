"""The letter's title, on one line or broken over several, told from links, labels and headings around it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tasks.language.head.printed import Printed
from tasks.reading.document import Passage

SUBJECT = r"(?:提案|建议|议案|信息|社情民意|意见|信访|来信|第[^第号]{1,20}号)"
ANSWER = r"(?:(?:主办|承办|会办|协办|分办|办理|答复|回复)(?:意见|情况|结果)?|答复|回复|函复|批复|复函|回函)"
CLOSE = rf"(?:{ANSWER}(?:的?(?:函|复函|答复|回复|报告|说明|汇报|意见))?|情况的?(?:函|报告|说明|汇报)|的函)"
TITLE = re.compile(
    rf"[^。；：:|>]{{0,40}}?(?:关于|对|(?=.{{2,16}}届.{{0,16}}第))[^。；|]{{0,90}}?{SUBJECT}[^。；|]{{0,40}}?(?<!建议办理){CLOSE}"
)
UNNUMBERED = re.compile(
    r"[^。；：:|>]{0,40}?(?:关于|对)[^。；：:|]{4,90}(?:答复|复函|回复|回函|答复函|答复意见)(?:的函)?"
)
NUMBERED = re.compile(r"届|第[^第号]{1,20}号")
BEGINS = re.compile(r"[^，。；：:|]{0,40}(?:关于|对|届)")
LABEL = re.compile(r"(?:标题|名称|题名|文件名称|信息名称)[：:|]+")
ELSEWHERE = re.compile(
    r"[（(]?[一二三四五六七八九十\d]{1,3}[)）、．.]|[上下前后]一?[篇条]|附件?|相关|链接|[①-⑳]|.{0,60}(?:收悉|如下)"
)
POINTS_AWAY = re.compile(r"(?:[上下前后]一?[篇条]|相关.{2,4}|链接|附件?)[：:]?")
RESIDUE = re.compile(
    r"(?:[（(【\[〔](?:[A-DＡ-Ｄ][1-3]?类?|[^（）()]{0,8}公开[^（）()]{0,6}|(?:办理|答复)[^（）()]{2,8}|摘要|节选|[^（）()]{2,20}号|\d{4}[^（）()]{2,8})"
    r"[)）】\]〕]|[A-DＡ-Ｄ]类)+$"
)
TAIL = re.compile(r"的?(?:函|复函|报告|说明|意见)")
LONGEST, LINES = 130, 4


@dataclass(frozen=True, slots=True)
class Title:
    """Its words, and its lines [begin, end)."""

    text: str
    begin: int
    end: int


def find_title(page: Printed) -> Title | None:
    """The first that names its session or number, else the first that names a proposal, else any 关于…的答复."""
    return min(titles(page.lines), key=lambda one: (rank(one.text), one.begin), default=None)


def rank(text: str) -> int:
    return 2 if not TITLE.fullmatch(text) else 0 if NUMBERED.search(text) else 1


def titles(lines: tuple[Passage, ...]) -> Iterator[Title]:
    for begin, one in enumerate(lines):
        away = begin and POINTS_AWAY.fullmatch(lines[begin - 1].text)
        for cell in one.text.split("|") if not away else ():
            if found := title_at(lines, begin, LABEL.sub("", cell, count=1)):
                yield found


def title_at(lines: tuple[Passage, ...], begin: int, first: str) -> Title | None:
    """The title that begins on this line, over as many lines as it takes."""
    if len(first) > LONGEST or not BEGINS.match(first) or ELSEWHERE.match(first):
        return None
    joined = first
    for end in range(begin + 1, begin + LINES + 1):
        text = RESIDUE.sub("", joined)
        if TITLE.fullmatch(text) or UNNUMBERED.fullmatch(text):
            tail = lines[end].text if end < len(lines) else ""
            return Title(text + tail, begin, end + 1) if TAIL.fullmatch(tail) else Title(text, begin, end)
        if end >= len(lines) or ELSEWHERE.match(lines[end].text) or len(joined) + len(lines[end].text) > LONGEST:
            return None
        joined += lines[end].text
    return None
