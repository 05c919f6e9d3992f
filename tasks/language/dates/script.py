"""Makes text plain before the date grammar reads it: half-width, simplified, without blanks, every character placed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_WIDE = "０１２３４５６７８９○Ｏ／．－～：，"
_HALF = "0123456789〇O/.-~:,"
_TRADITIONAL = "週禮個後號這兩節國慶聖誕婦兒勞動農曆開學內當來間過時臘陽季貳"
_SIMPLIFIED = "周礼个后号这两节国庆圣诞妇儿劳动农历开学内当来间过时腊阳季二"
_PLAIN = str.maketrans(_WIDE + _TRADITIONAL, _HALF + _SIMPLIFIED)
_BLANK = re.compile(r"\s")
_MISREAD = re.compile(r"(?<![0-9A-Za-z])[0-9OolI]+(?![0-9A-Za-z])")
_AS_DIGITS = str.maketrans("OolI", "0011")


@dataclass(frozen=True, slots=True)
class Plain:
    """Text made plain; `places[i]` is where `text[i]` stands in the original."""

    text: str
    places: Sequence[int]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The original's [start, end) of `text[start:end]`, which must not be empty."""
        return self.places[start], self.places[end - 1] + 1


def plain(text: str) -> Plain:
    """Each character of `text` that is not blank, as the grammar expects it."""
    places: Sequence[int] = range(len(text))
    if _BLANK.search(text):
        places = [at for at, character in enumerate(text) if not character.isspace()]
        text = "".join([text[at] for at in places])
    return Plain(_digits_mended(text.translate(_PLAIN)), places)


def _digits_mended(text: str) -> str:
    """Scanners read 0 and 1 as O, o, l and I; among digits, or before 月, 日 and 年, they are digits."""

    def mend(match: re.Match[str]) -> str:
        run = match[0]
        counts = not run.isalpha() or text[match.end() : match.end() + 1] in ("年", "月", "日")
        return run.translate(_AS_DIGITS) if counts else run

    return _MISREAD.sub(mend, text)
