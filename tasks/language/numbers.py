"""Proposal numbers as printed, made half-width and Arabic, zeros kept."""

import unicodedata

from tasks.language.numerals import CHINESE, number


def plain_number(printed: str) -> str:
    """０２０８ → 0208, 二十一 → 21, ＴＡ００１ → TA001."""
    text = unicodedata.normalize("NFKC", printed).replace("—", "-").replace("○", "〇")
    return str(number(text)) if text and all(sign in CHINESE for sign in text) else text
