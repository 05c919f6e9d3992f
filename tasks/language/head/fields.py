"""The letter's head: title, bureau, session, number, members, category, each as printed."""

import re
from collections.abc import Iterator
from datetime import date

from tasks.language.findings import Head
from tasks.language.head.bureaus import find_bureau
from tasks.language.head.categories import find_category
from tasks.language.head.members import find_members
from tasks.language.head.numbers import proposal_numbers
from tasks.language.head.printed import Printed, printed
from tasks.language.head.titles import Title, find_title
from tasks.reading.document import Document

ORDINAL = r"第?[\d０-９〇○零一二三四五六七八九十百OolI]{1,4}"
SESSION = re.compile(
    r"(?:(?!关于|对|在|于|向|到|来|的|落实|办理|答复|回复|代表(?!大会)|委员(?!会))[\u4e00-\u9fff（）]){0,20}?"
    rf"{ORDINAL}届[^，。、；：:《》号（）|]{{0,24}}?{ORDINAL}次(?:全体|全委)?(?:会议|大会|全会|会)?"
)
BEHIND = 4  # lines behind the title in which the session may be named


def read_head(document: Document, written_on: date | None) -> Head:
    """Every field as the letter prints it; None where it prints none. `written_on` was found by `references`."""
    page = printed(document)
    title = find_title(page)
    numbers = proposal_numbers(page, title)
    return Head(
        title=title.text if title else None,
        bureau=find_bureau(page, title),
        session=next(sessions(page, title), None),
        proposal_no=numbers[0] if numbers else None,
        members=find_members(document, page, title),
        category=find_category(page, title),
        written_on=written_on,
        proposal_nos=numbers,
    )


def sessions(page: Printed, title: Title | None) -> Iterator[str]:
    """In the title; else where the letter says at which meeting the proposal was made."""
    behind = page.lines[title.end : title.end + BEHIND] if title else page.lines
    for text in ([title.text] if title else []) + [one.text for one in behind]:
        if found := SESSION.search(text[:400]):
            yield found[0]
