"""From text to Document: paragraphs, rejoined where a page break cuts them; tables row by row."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tasks.reading.document import Document, Passage

RULE_ROW = re.compile(r"[\s|+:=\-—─━┄]*-{2,}[\s|+:=\-—─━┄]*|[\s─━═—_]{3,}")
PAGE_MARK = re.compile(r"\s*(?:[-—–－]\s*[\d０-９]{1,4}\s*[-—–－]|[\d０-９]{1,3}|第\s*\d+\s*页.{0,12})\s*")
ENDS = "。！？；：.!?;:”）)】]｡"
STARTS = re.compile(
    r"[（(]?[一二三四五六七八九十]{1,3}[)）、．.是]|[（(]?\d{1,2}[)）、．.](?!\d)|第[一二三四五六七八九十]{1,3}[，、章步]|[①-⑳]|[（(【\[]"
    r"|[\u4e00-\u9fff]{2,8}[：:]|感谢|此函|此复|特此|抄送|附件|(?:关于|对)[^，。]{4,80}(?:答复|复函|意见|函|回复)(?:函)?$"
)
HEADING = re.compile(r"(?:[（(]?[一二三四五六七八九十]{1,3}[)）、．.]|[（(]?\d{1,2}[)）、．.](?!\d))[^。；！？]{1,60}")
DATE_LINE = re.compile(r"[\d〇○零Oo一二三四五六七八九十元０-９]{2,4}年[^，。]{1,8}日")
PAIRS = (("《", "》"), ("（", "）"), ("“", "”"), ("(", ")"), ("〔", "〕"))
SHORT = 26  # a line this short that ends without a stop is a heading, a name or a signature, not a cut paragraph


@dataclass(frozen=True, slots=True)
class Line:
    text: str  # white space taken out; a table row has | between its cells
    places: tuple[int, ...]
    row: bool


def read_pages(text: str) -> Document:
    """The letter's paragraphs in reading order; every character of a passage keeps its place in `text`."""
    joined: list[list[Line]] = []
    for line in lines(text):
        if joined and goes_on("".join(part.text for part in joined[-1][-2:]), joined[-1][-1], line):
            joined[-1].append(line)
        else:
            joined.append([line])
    return Document(text, tuple(passage(parts) for parts in joined))


def passage(parts: list[Line]) -> Passage:
    return Passage("".join(part.text for part in parts), tuple(place for part in parts for place in part.places))


def lines(text: str) -> Iterator[Line]:
    start = 0
    for raw in text.split("\n"):
        if raw.strip() and not RULE_ROW.fullmatch(raw) and not PAGE_MARK.fullmatch(raw):
            yield line(raw, start)
        start += len(raw) + 1


def line(raw: str, start: int) -> Line:
    """A line without its white space. The tab or bar between two cells of a table row stays, as a bar."""
    begin, end = len(raw) - len(raw.lstrip()), len(raw.rstrip())
    piped = raw[begin] == "|" and raw[end - 1] == "|" and end - begin > 2
    row = piped or "\t" in raw[begin:end]
    if piped:
        begin, end = begin + 1, end - 1
    kept = [(("|" if raw[i] == "\t" else raw[i]), start + i) for i in range(begin, end) if kept_in(raw[i], row)]
    return Line("".join(char for char, _ in kept), tuple(place for _, place in kept), row)


def kept_in(char: str, row: bool) -> bool:
    return not char.isspace() or (row and char == "\t")


def goes_on(before: str, last: Line, line: Line) -> bool:
    """Whether `line` continues the paragraph that ends with `last`, which stops in mid-sentence."""
    if last.row or line.row or not last.text or not line.text:
        return False
    if any(before.count(left) > before.count(right) for left, right in PAIRS):
        return not STARTS.match(line.text) or line.text[0] in "（("
    if last.text[-1] in ENDS or STARTS.match(line.text) or DATE_LINE.match(line.text):
        return False
    return is_prose(before) and not HEADING.fullmatch(before)


def is_prose(text: str) -> bool:
    return any(stop in text for stop in "，。；") or (len(text) > SHORT and "：" not in text)
