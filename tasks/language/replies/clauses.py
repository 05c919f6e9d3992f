"""A contact's own words in clauses: by punctuation, blanks and emoji, and by turns of speech where all are missing."""

import re
from dataclasses import dataclass
from itertools import pairwise

EMOJI = "\U0001f000-\U0001faff\u2600-\u2704\u2706-\u2713\u2715-\u27bf\ufe0f\u200d"  # ✅ and ✔ say something: they stay
BREAK = re.compile(
    r"[，,。；;！!？?…~～\n()（）“”\"「」『』、]*[，,。；;！!？?…~～\n()（）“”\"「」『』][、\s]*"
    r"|(?<!\d)[:：]|[:：](?!\d)"
    r"|(?<=[一二三四五六七八九十])、"  # 一、基本情况
    r"|(?<![\dA-Za-z年月日])\s+|\s+(?![\dA-Za-z年月日号%])"  # 6 月 15 日 and English words stay whole
    rf"|[{EMOJI}]+"
)
SAID_IN_ONE_BREATH = 13  # characters; a longer clause without a mark was dictated
# Where a speaker starts anew: after a closing particle, or with a word that opens a clause.
OPENS = (
    "我们|咱们|你们|他们|我也|现在|目前|然后|就是|所以|但是?|不过|因为|一共|晚上|估计|预计|大概|可能|今天"
    "|昨天|前天|明天|后天|这个?|那个?|麻烦|可以|能不能"
)
TURN = re.compile(
    rf"(?<=[了啊呀吧呢嘛哈哦啦])(?={OPENS}|[就也还都要再才得下上]|已|等|想|请|申请|争取|没)"
    rf"|(?=(?:但是|不过|所以|然后|因为|我们也|就是|(?:估计|预计|大概)[要得会]))"
)
ASKED = re.compile(r"[?？]|[吗么]$")
ASKING = re.compile(
    r"怎么(?!也|都)|咋|什么(?!都|也)|啥(?!都|也)|哪(?!怕|都)|谁(?!都|也)|是不是|是否|有没有|多少|几号|几时"
    r"|何时|还是(?:没|不|未)|能不能|能否|可否|可不可以"
    r"|行不行|好不好|[吗么]$|呢$"
)

AT_A_LOSS = re.compile(
    r"不(?:知道?|晓得|清楚)(?:该|要)?(?:怎么|咋|如何)|(?:说不准|不知道|不晓得|不好说|难说|说不好|没数|没准)$"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause at `own[start:end]`, without its marks; `asks` where it is a question."""

    start: int
    end: int
    words: str
    asks: bool


def clauses(own: str) -> tuple[Clause, ...]:
    """The clauses of a contact's own words, in order, without empty ones."""
    cut: list[Clause] = []
    start = 0
    for mark in (*BREAK.finditer(own), None):
        end = mark.start() if mark else len(own)
        asked = bool(mark and ASKED.search(mark.group()))
        cut += _breaths(own, start, end, asked)
        start = mark.end() if mark else end
    return tuple(cut)


def _breaths(own: str, start: int, end: int, asked: bool) -> list[Clause]:
    """The clause or, where it was dictated, the clauses of `own[start:end]`."""
    places = [start, end]
    if end - start > SAID_IN_ONE_BREATH:
        turns = (start + turn.start() for turn in TURN.finditer(own[start:end]))
        places[1:1] = [turn for turn in turns if turn - start > 2]
    found = []
    for left, right in pairwise(places):
        words = own[left:right].strip()
        at = left + len(own[left:right]) - len(own[left:right].lstrip())
        if words:
            asks = (asked and right == end) or (bool(ASKING.search(words)) and not AT_A_LOSS.search(words))
            found.append(Clause(at, at + len(words), words, asks))
    return found
