"""A to D, the outcome of a proposal, in every form in which a head prints it; what it means there is not decided."""

import re
import unicodedata
from collections.abc import Iterator

from tasks.language.head.printed import Printed
from tasks.language.head.titles import Title

SIGN = r"([A-DＡ-Ｄ])[1-3１-３]?(?![A-Za-zＡ-Ｚ0-9０-９])"
WRAPPED = rf"[（(【〔［\[“]?{SIGN}[)）】〕］\]”]?类?[)）】〕］\]”]?"
LABELLED = re.compile(  # the outcome may stand between the label and its letter: 办理结果：已经解决（A类）
    r"(?<!公开)(?:类别|类型|分类|结果|等级|程度|标识|办理情况|答复情况|办理性质)(?:标记|标识|代码|代号)?"
    rf"(?:[：:|为是属]{{0,3}}|[：:|]+[\u4e00-\u9fff]{{1,14}}[|：:]?){WRAPPED}"
)
IN_A_FIELD = re.compile(rf"{LABELLED.pattern}(?=$|[|；;，,（(])")
ALONE = re.compile(rf"{WRAPPED}(?:提案|建议|件)?(?:(?:主动|依申请)?公开)?(?:[（(][^（）()]{{1,14}}[)）])?")
AT_END = re.compile(
    rf"(?:[号\u4e00-\u9fff）)][（(【]?{SIGN}[)）】]?类|号[（(【]?{SIGN}|[（(【]{SIGN})[)）】]?(?=$|(?:此件|主动|依申请)?公开|签发|\|)"
)
SAID = re.compile(
    rf"(?:提案|建议|议案|答复|办理|承办)[^。，；]{{0,14}}(?:(?:[列归划]|[评确]?定)为|列入|属于?|作为|按|类别为|结果为)[“（(]?{SIGN}[”)）]?类"
)
OPTION = re.compile(r"(?P<sign>(?<![A-Za-zＡ-Ｚ])[A-DＡ-Ｄ](?![A-Za-zＡ-Ｚ]))|(?P<tick>[√✓✔☑■●▲])|(?P<box>[□☐○])")
HOW_TO_TICK = re.compile(r"[（(]?请?在[^A-DＡ-Ｄ]{0,12}[打划画][“\"]?[√✓✔][”\"]?[)）]?")
SHORT = 90  # longer lines are prose
BEFORE, BEHIND, LAST = 8, 4, 8  # lines around the title and at the end in which a bare letter is the category


def find_category(page: Printed, title: Title | None) -> str | None:
    found = next(categories(page, title), None)
    return unicodedata.normalize("NFKC", found) if found else None


def categories(page: Printed, title: Title | None) -> Iterator[str]:
    """Best first: ticked in a form, behind a label, alone, behind the document number, said in a sentence."""
    short = [one.text for one in page.lines if len(one.text) < SHORT]
    begin, end = (title.begin, title.end) if title else (0, 0)
    near = [one.text for one in (*page.lines[max(begin - BEFORE, 0) : end + BEHIND], *page.lines[end:][-LAST:])]
    brief = [text for text in near if len(text) < SHORT and "。" not in text and not unticked(text)]
    yield from (sign for text in short if (sign := ticked(text)))
    fields = [one for one in short if "。" not in one and not unticked(one)]
    for pattern, texts in (
        (LABELLED, brief),
        (IN_A_FIELD, fields),
        (SAID, near),
    ):
        yield from (found[1] for text in texts if (found := pattern.search(text)))
    yield from (found[1] for text in brief if (found := ALONE.fullmatch(text)))
    yield from (next(filter(None, found.groups())) for text in brief if (found := AT_END.search(text)))


def ticked(text: str) -> str | None:
    """The letter with the tick. Where the first box or tick stands before the first letter, marks precede letters."""
    options = list(OPTION.finditer(HOW_TO_TICK.sub("", text)))
    if not any(one["sign"] for one in options):
        return None
    step = -1 if options[0]["sign"] else 1
    for at, one in enumerate(options):
        beside = at + step
        if one["tick"] and 0 <= beside < len(options) and options[beside]["sign"]:
            return options[beside]["sign"]
    return None


def unticked(text: str) -> bool:
    """A form's row of options of which none was chosen."""
    return len({one["sign"] for one in OPTION.finditer(text)} - {None}) > 1
