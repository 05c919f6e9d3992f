"""Before the head is read: the letter line by line as printed, without what a web page leaves among the words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tasks.reading.document import Document, Passage

MARKUP = re.compile(r"<[^<>]{1,200}>|&[A-Za-z]{2,8};|&#\d{1,6};")


@dataclass(frozen=True, slots=True)
class Printed:
    """The lines; each field of the head ends with its line, even where the paragraph was rejoined."""

    lines: tuple[Passage, ...]
    source: str  # the document's text, for the blanks that passages leave out

    def blank(self, line: Passage, at: int) -> str:
        """The white space before `line.text[at]`."""
        return self.source[line.places[at - 1] + 1 : line.places[at]] if at else ""

    def raw(self, line: Passage, start: int, end: int) -> str:
        """`line.text[start:end]` with its white space."""
        span = line.span(start, end)
        return self.source[span.start : span.end]


def printed(document: Document) -> Printed:
    lines = (plain for one in document.passages for line in split(one, document.text) for plain in unmarked(line))
    return Printed(tuple(lines), document.text)


def split(passage: Passage, source: str) -> Iterator[Passage]:
    """The passage cut where its text breaks the line."""
    places, begin = passage.places, 0
    for at in range(1, len(places)):
        if places[at] > places[at - 1] + 1 and "\n" in source[places[at - 1] : places[at]]:
            yield Passage(passage.text[begin:at], places[begin:at])
            begin = at
    yield Passage(passage.text[begin:], places[begin:])


def unmarked(line: Passage) -> Iterator[Passage]:
    """The line without tags and entities; none where nothing else stands in it."""
    if not MARKUP.search(line.text):
        yield line
        return
    gone = {at for found in MARKUP.finditer(line.text) for at in range(*found.span())}
    kept = [at for at in range(len(line.text)) if at not in gone]
    if kept:
        yield Passage("".join(line.text[at] for at in kept), tuple(line.places[at] for at in kept))
