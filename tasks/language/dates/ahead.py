"""Whether the words around a time look ahead, for a text that no promise finder has read: 将, 计划, 拟."""

import re

_AHEAD = re.compile(r"将|计划|拟|预计|力争|争取|确保|有望|打算|准备")
_CLAUSE_END = re.compile(r"[,，。;；！？!?\n]")
_SENTENCE_END = "。；;！？!?\n"
_REACH = 200  # characters; keeps long unbroken text cheap


def looks_ahead(text: str, at: int) -> bool:
    """Whether such a word stands in the sentence before `at` or in the rest of its clause."""
    begin = max(text.rfind(mark, max(0, at - _REACH), at) for mark in _SENTENCE_END) + 1
    end = _CLAUSE_END.search(text, at, at + _REACH)
    return _AHEAD.search(text, max(begin, at - _REACH), end.start() if end else at + _REACH) is not None
