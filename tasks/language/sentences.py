"""A passage in sentences and clauses; quoted titles and document numbers are covered, so nothing is read in them."""

import re
from dataclasses import dataclass

COVER = "□"
TITLE = re.compile(r"《[^《》]{0,200}(?:《[^《》]{0,100}》[^《》]{0,100})*》")
NUMBER = re.compile(r"（[^（）]{0,30}[〔\[［][^（）]{0,30}）")
QUOTED = re.compile(r"“[^“”]{0,400}”")
SAYING = re.compile(r"[，。；、！？]|.{9}")  # a quotation that says something, where “三个清单” only names
PERIOD = re.compile(r"十[一二三四五六七]五")
FULL_STOP = re.compile(r"[。！？!?]")
# 1,200 is one number, 》,5月 two clauses; 每年3月、9月 is one time, 6月开工、9月完工 two acts
COMMA = re.compile(
    r"[，；;：]|,(?!\d{3}(?!\d))|(?<!\d),|:(?!\d)|(?<![年月日号\d])、(?=(?:计划|预计|力争)?(?:\d{4}年|\d{1,2}月|明年))"
)
LABEL = re.compile(r"(?:时限|期限|时间|日期|单位|部门)$")
ENUMERATOR = re.compile(
    r"(?:其?[一二三四五六七八九十]{1,2}是(?:要|将)?|第[一二三四五六七八九十]步?(?=[，、：])|[（(][一二三四五六七八九十\d]{1,3}[)）]"
    r"|[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、](?!\d)|[①-⑳]|首先(?=[，、])|其次(?=[，、]))[，、：]?"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """What stands between two commas of a sentence: characters `[start, end)` of the passage, enumerator left out."""

    start: int
    end: int
    text: str  # covered
    fresh: bool  # begins behind an enumerator
    stop: str  # the mark that ends it


@dataclass(frozen=True, slots=True)
class Sentence:
    start: int
    end: int
    text: str  # covered
    clauses: tuple[Clause, ...]


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a passage, in order."""
    hidden, found, start = cover(text), [], 0
    for stop in FULL_STOP.finditer(hidden):
        found.append(sentence(hidden, start, stop.end()))
        start = stop.end()
    if start < len(hidden):
        found.append(sentence(hidden, start, len(hidden)))
    return tuple(one for one in found if one.clauses)


def cover(text: str) -> str:
    """The text with titles, sayings and document numbers overlaid, each character by one sign."""
    text = TITLE.sub(lambda found: "《" + COVER * (len(found[0]) - 2) + "》", text)
    text = NUMBER.sub(lambda found: COVER * len(found[0]), text)
    return QUOTED.sub(saying, text)


def saying(found: re.Match[str]) -> str:
    inner = found[0][1:-1]
    if SAYING.search(inner) and not PERIOD.fullmatch(inner):
        return "“" + COVER * len(inner) + "”"
    return found[0]


def sentence(hidden: str, start: int, end: int) -> Sentence:
    found, begin, fresh = [], start, False
    for comma in COMMA.finditer(hidden, start, end):
        if comma[0] in "：:" and LABEL.search(hidden, max(start, comma.start() - 4), comma.start()):
            continue
        found.append(clause(hidden, begin, comma.start(), comma[0], fresh))
        fresh = not found[-1].text  # 第一步，…: the enumerator stands alone
        begin = comma.end()
    stop = end - 1 if FULL_STOP.match(hidden[end - 1]) else end
    found.append(clause(hidden, begin, stop, hidden[stop:end], fresh))
    return Sentence(start, end, hidden[start:end], tuple(one for one in found if one.text))


def clause(hidden: str, start: int, end: int, stop: str, fresh: bool) -> Clause:
    mark = ENUMERATOR.match(hidden, start, end)
    begin = mark.end() if mark else start
    return Clause(begin, end, hidden[begin:end], fresh or bool(mark), stop)
