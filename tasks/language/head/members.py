"""Who made the proposal: from the salutation, the sheet, or the words 某某委员提出的; a group counts as a member."""

import re
from collections.abc import Iterator
from itertools import chain

from tasks.language.head.printed import Printed
from tasks.language.head.titles import Title
from tasks.reading.document import Document, Passage

MEMBER = r"(?:委员(?!会)|代表(?!团|大会|小组)|同志|先生|女士)"
MEMBERS = re.compile(rf"(?:领衔|联名)?(?:[省市县区州旗]?(?:政协|人大))?(?:领衔|联名)?{MEMBER}(?:们)?")
SALUTATION = re.compile(
    rf"(?P<names>[^，。：；:《》|！!]{{1,80}}?)(?<!姓名){MEMBER}们?(?:[（(][^（）()]{{1,12}}[)）])?(?:[：:]|[，,！]?[您你]们?好|$)"
)
ADDRESSED = re.compile(
    r"(?:尊敬的|[省市县区州]?(?:政协|人大))+(?:委员|代表)(?P<names>[^，。：:；《》|委代]{2,40})[：:]"
)
GROUP = re.compile(
    r"(?![（(]?[一二三四五六七八九十\d]+[)）、．.])(?P<names>[^，。：:；《》|]{0,30}(?:民革|民盟|民建|民进|农工党|农工民主党|致公党|九三学社|台盟|工商联|妇联|共青团|团[省市县区]?委"
    r"|总工会|侨联|台联|科协|青联|文联|社科联|残联|知联会|新联会|商会|界(?:别|(?=[：:]))|小组|活动组|联络[组处站]|专委会|专门委员会|代表团"
    r"|政协[^，。：:；《》|提]{1,12}委员会)[^，。：:；《》|]{0,16})[：:]"
)
OFFICES = re.compile(r"提案委|提案和|提案与|提案法制|代表工委|代工委|常委会|办公室|联络工委|任免工委")
COUNTED = re.compile(
    r"等[\d０-９一二三四五六七八九十两]{0,3}[名位人个]?(?=\s*(?:[省市县区州政人委代同]|$))(?:\s*[省市县区州]?(?:政协|人大))?"
)
ASIDE = re.compile(r"[（(][^（）()]{0,20}[)）]|尊敬的|敬爱的")
LABELLED = re.compile(
    r"(?:(?:委员|代表)姓名|提案人|提案者|提出人|建议人|领衔(?:代表|委员|人)|第一提案人|提案委员|提案单位|提出单位)(?:[（(][^（）()]{0,10}[)）])?[：:|]+"
    r"(?P<names>[^|：:，。；]{2,40}?)(?=工作单位|单位|联系|电话|职务|界别|承办|[|，。；]|$)"
)
PROPOSED = re.compile(
    r"(?:^|收到|转来的?|由|关于|对)(?P<names>(?:(?!关于|收到|转来|由|对)[^，。：:；《》您你我贵]){2,40}?)"
    rf"{MEMBER}们?(?:在[^，。]{{2,30}}|领衔|联名){{0,2}}(?:提出|提交|反映)"
)
PARTED = re.compile(r"[、，,；]|(?<=\S{2})\s*[和与及]\s*(?=[^\s、]{2})")
NOBODY = re.compile(r"各位|诸位|全体|有关|本次|联系|领衔|二位|两位|三位")
SUPPORTING = re.compile(r"会办|协办|分办")
BEHIND, SHORT, PERSON = 8, 120, 5


def find_members(document: Document, page: Printed, title: Title | None) -> tuple[str, ...]:
    ways = chain(greeted(page, title), written(page), proposed(document, page, title))
    return next((names for names in ways if names), ())


def greeted(page: Printed, title: Title | None) -> Iterator[tuple[str, ...]]:
    """The salutation. A supporting view is addressed to another bureau, and a group there proposed nothing."""
    lines = [one for one in (page.lines[title.end :][:BEHIND] if title else page.lines) if len(one.text) < SHORT]
    for line in lines:
        found = SALUTATION.match(line.text) or ADDRESSED.match(line.text)
        if found and (title or found[0][-1] in "：:"):
            yield names(page, line, found)
    for line in lines if not title or not SUPPORTING.search(title.text) else ():
        if found := GROUP.fullmatch(line.text):
            yield names(page, line, found)


def written(page: Printed) -> Iterator[tuple[str, ...]]:
    for line in page.lines:
        if found := LABELLED.search(line.text):
            yield names(page, line, found)


def proposed(document: Document, page: Printed, title: Title | None) -> Iterator[tuple[str, ...]]:
    if title and (found := PROPOSED.search(title.text)):
        yield people(found["names"])
    for passage in document.passages:
        if found := PROPOSED.match(passage.text):
            yield names(Printed((), document.text), passage, found)


def names(page: Printed, line: Passage, found: re.Match[str]) -> tuple[str, ...]:
    return people(page.raw(line, *found.span("names")))


def people(words: str) -> tuple[str, ...]:
    """Names parted by 、 or by white space, without what surrounds them: 尊敬的, （领衔）, 等3名委员."""
    bare = COUNTED.sub("", ASIDE.sub("", words))
    before, _, after = bare.rpartition("并")
    if len(before) > PERSON:  # 某某委员会并某某委员: it was sent through the former
        bare = after
    found: list[str] = []
    for part in PARTED.split(MEMBERS.sub(" ", bare)):
        found += spaced(part.split())
    return tuple(
        dict.fromkeys(one for one in found if len(one) > 1 and not NOBODY.search(one) and not OFFICES.search(one))
    )


def spaced(pieces: list[str]) -> list[str]:
    """A blank parts two names, but not 周　平 or 司马　远: a single character joins what stands before it."""
    out: list[str] = []
    for piece in pieces:
        if len(piece) == 1 and out and not finished(out[-1]):
            out[-1] += piece
        else:
            out.append(piece)
    return out


def finished(name: str) -> bool:
    return len(name) > 2
