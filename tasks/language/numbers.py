"""Proposal numbers as printed, made half-width and Arabic, zeros kept."""

import re
import unicodedata

from tasks.language.numerals import CHINESE, number

MISREAD = re.compile(r"[\dOolI]*\d[\dOolI]*")  # scanners read 0 and 1 as letters
AS_DIGITS = str.maketrans("OolI", "0011")


def plain_number(printed: str) -> str:
    """０２０８ → 0208, 二十一 → 21, ＴＡ００１ → TA001."""
    text = unicodedata.normalize("NFKC", printed).replace("—", "-").replace("○", "〇")
    if MISREAD.fullmatch(text):
        text = text.translate(AS_DIGITS)
    return str(number(text)) if text and all(sign in CHINESE for sign in text) else text
