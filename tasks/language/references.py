"""The day a letter was written, and the day its relative times are counted from, with the reason why."""

import re
from collections.abc import Iterator
from datetime import date

from tasks.language.findings import Basis
from tasks.language.head.bureaus import signatures
from tasks.language.head.days import days, lone_day
from tasks.language.head.printed import Printed, printed
from tasks.language.head.titles import Title, find_title
from tasks.reading.document import Document

WRITTEN = re.compile(r"(?:成文|落款|签发|答复|办复|复文)(?:日期|时间)[：:|]*$")
PUBLISHED = re.compile(
    r"(?:发布|生成|公开|发文|公布|更新|上网|发稿)(?:日期|时间)?[：:|]*$|^[\[【（(]?(?:日期|时间)[：:]$|来源[：:][^：:，。]{2,24}$"
)
PAGE_LINE = re.compile(
    r"[\])】）]?(?:\d\d:\d\d(?::\d\d)?)?[|]?(?:信息来源|来源|浏览|点击|阅读|访问|作者|字体|字号|【字)"
)
MEETING = re.compile(r"(?:面商|面谈|见面|沟通|座谈|走访|协商)(?:时间|日期)[：:|]*$")
SIGNED_BY_HAND = re.compile(r"签[字名]|面商人|意见")
ISSUED = re.compile(r"印发|印制")
HEADER = 3  # lines behind the title


def read_reference(document: Document, on: date | None) -> tuple[date | None, date | None, Basis]:
    """(written_on, reference, basis): what somebody said wins, then the first kind of day the letter bears."""
    page = printed(document)
    title = find_title(page)
    signed, published = signed_on(page, title), published_on(page, title)
    meeting = next(labelled(page, MEETING), None)
    newest = max((one.day for passage in document.passages for one in days(passage.text)), default=None)
    ranked = (
        (on, Basis.GIVEN),
        (signed, Basis.SIGNED),
        (published, Basis.PUBLISHED),
        (meeting, Basis.MEETING),
        (newest, Basis.NEWEST),
    )
    day, basis = next(((day, basis) for day, basis in ranked if day), (None, Basis.NONE))
    return signed or published, day, basis


def signed_on(page: Printed, title: Title | None) -> date | None:
    """Under the name of a body; behind one; else the last day alone on its line; else 成文日期, else 印发."""
    alone = [
        (at, day) for at, line in enumerate(page.lines) if at >= header(page, title) and (day := lone_day(line.text))
    ]
    ranked = (
        [day for day, _ in signatures(page, title)][:1],
        list(behind_names(page))[-1:],
        [day for at, day in alone if not (at and SIGNED_BY_HAND.search(page.lines[at - 1].text))][-1:],
        list(labelled(page, WRITTEN))[:1],
        [one.day for line in page.lines for one in days(line.text[-80:]) if ISSUED.fullmatch(one.after)][-1:],
    )
    return next((found[0] for found in ranked if found), None)


def header(page: Printed, title: Title | None) -> int:
    """The end of the lines around the title in which a bare day is the page's, where the letter goes on below."""
    return title.end + HEADER if title and title.end + 2 * HEADER < len(page.lines) else 0


def behind_names(page: Printed) -> Iterator[date]:
    """A day at the end of a line that holds but a signature before it: 柳泉市民政局2024年5月6日."""
    for line in page.lines:
        for one in days(line.text[-80:]):
            said = one.before[one.before.rfind("。") + 1 :]
            if one.before and not one.after and not re.search(r"[，：:|\d]|！.{31}|^.{41}", said):
                yield one.day


def published_on(page: Printed, title: Title | None) -> date | None:
    """Behind its label, before 来源 or 浏览次数, or bare between the title and the letter."""
    beside = (
        one.day for line in page.lines for one in days(line.text[:60]) if not one.before and PAGE_LINE.match(one.after)
    )
    bare = (day for line in page.lines[: header(page, title)] if (day := lone_day(line.text)))
    return next((day for found in (labelled(page, PUBLISHED), beside, bare) for day in found), None)


def labelled(page: Printed, label: re.Pattern[str]) -> Iterator[date]:
    return (one.day for line in page.lines for one in days(line.text) if label.search(one.before))
