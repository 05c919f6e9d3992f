"""Proposal numbers wherever the head shows them, made half-width and Arabic, zeros kept."""

import re
import unicodedata
from collections.abc import Iterator

from tasks.language.head.printed import Printed
from tasks.language.head.titles import Title
from tasks.language.numerals import CHINESE, number

SIGNS = r"[A-Za-z0-9０-９Ａ-Ｚａ-ｚ〇○零一二三四五六七八九十百千\-－—]{1,20}"
YEAR = r"(?:[（(〔\[【]\d{4}[)）〕\]】])?"
PRINTED = re.compile(rf"第{YEAR}[（(〔\[【]?({SIGNS}(?:号?[、，,和及]第?{SIGNS}){{0,9}})[)）〕\]】]?号")
WITHOUT_ORDINAL = re.compile(
    r"(?:会议?|次|提案|建议|议案)([A-Za-z0-9０-９\-]{1,20})号(?=的?(?:提案|建议|议案|代表|委员|答复))"
)
IN_TEXT = re.compile(
    rf"[（(]第?({SIGNS})号|第({SIGNS})号(?:代表|委员|政协|人大)?(?:提案|建议|议案)|[（(](?:编号[：:]?)?([A-Z]{{0,4}}\d{{3,20}})[)）]"
)
LABELLED = re.compile(
    r"(?:(?:提案|建议|议案|信息)(?:编号|案号|号码?|序号)|(?:^|\|)(?:编号|案号|案件编号))[：:|]{0,3}第?([A-Za-z0-9０-９\-]*[0-9０-９])号?"
)
MISREAD = re.compile(r"([A-HJ-NP-Z]{0,4})([\dOolI]*\d[\dOolI]*)")  # scanners read 0 and 1 as letters
AS_DIGITS = str.maketrans("OolI", "0011")


def proposal_numbers(page: Printed, title: Title | None) -> tuple[str, ...]:
    """Each number once, that of the title first; 043 and 43 are the same."""
    found: dict[str, str] = {}
    for one in numbers(page, title):
        found.setdefault(one.lstrip("0"), one)
    return tuple(found.values())


def numbers(page: Printed, title: Title | None) -> Iterator[str]:
    if title:
        for found in (*PRINTED.finditer(title.text), *WITHOUT_ORDINAL.finditer(title.text)):
            yield from (plain_number(one) for one in re.findall(SIGNS, found[1]))
        for one in page.lines[title.end : title.end + 4]:
            for found in IN_TEXT.finditer(one.text[:400]):
                yield plain_number(next(filter(None, found.groups())))
    for one in page.lines:
        yield from (plain_number(found[1]) for found in LABELLED.finditer(one.text))


def plain_number(printed: str) -> str:
    """０２０８ → 0208, 二十一 → 21, ＴＡ００１ → TA001."""
    text = unicodedata.normalize("NFKC", printed).replace("—", "-").replace("○", "〇")
    if misread := MISREAD.fullmatch(text):
        return misread[1] + misread[2].translate(AS_DIGITS)
    return str(number(text)) if text and all(sign in CHINESE for sign in text) else text
