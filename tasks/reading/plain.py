"""The first door of reading: bytes → text, refusing aloud what is no text."""

import codecs
import re

MARKS = (  # UTF-32 before UTF-16: the mark of the one begins with that of the other
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


class Unreadable(Exception):
    """The file holds no text that can be read; `reason` says what is wrong with it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def decode(data: bytes) -> str:
    """The text of a plain file, lines ended by a bare newline, without its byte-order mark.

    Short GB18030 text looks like UTF-16 to a guesser, so nothing is guessed: a mark, else strict UTF-8, else strict
    GB18030, else refused.
    """
    text = decoded(data).replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise Unreadable("the file is empty: it holds no characters but white space")
    control = CONTROL.search(text)
    if control:
        raise Unreadable(f"the file is not text: control character {ord(control[0]):#04x} at offset {control.start()}")
    return text


def decoded(data: bytes) -> str:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return strictly(data[len(mark) :], encoding, f"its byte-order mark says {encoding}")
    if b"\0" in data:
        raise Unreadable(f"the file is not text: NUL byte at offset {data.index(0)}")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return strictly(data, "gb18030", "it is not UTF-8 either")


def strictly(data: bytes, encoding: str, why: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Unreadable(f"the file is not {encoding} at byte {error.start}, and {why}") from error
