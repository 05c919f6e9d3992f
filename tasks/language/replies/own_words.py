"""First step of a reply: the contact's own words, half-width and spelt right, each character at its old place."""

import re
import unicodedata

from tasks.language.replies.spelling import spelt_right

QUOTED_LINE = re.compile(r"^[ \t]*[>＞|｜].*$", re.MULTILINE)
# A chat client puts the quoted message in corner brackets or after a name, mostly above a rule of dashes.
QUOTED_BLOCK = re.compile(r"\A\s*[「『][^」』]*[」』]|\A\s*[“\"][^”\"]*【[^】]*】.*?[”\"]\s*(?=\n|$)", re.DOTALL)
FORWARDED = re.compile(r"\A\s*(?:回复|引用|转发)\s*[^\n:：]{0,12}[:：][^\n]*【[^\n]*\n")
OUR_HEADER = re.compile(r"\A\s*【[^】\n]*】[^\n]*\n")  # a line of our own, copied without any mark
BARE_HEADER = re.compile(r"\A\s*【[^】\n]*】")
ABOVE_A_RULE = re.compile(r"\A[^\n]*【[^\n]*】.*?\n\s*[-—－_=]{3,}\s*\n", re.DOTALL)
RULE = re.compile(r"^\s*[-—－_=]{3,}\s*$", re.MULTILINE)
EXAMPLE = re.compile(r"(?:如|例如|比如|回复)[：:]?[“\"「][^”\"」]*[”\"」]")  # the sample answer in our reminder
STICKER = re.compile(r"\[(?!图片|照片|文件|视频|链接|附件)[^\[\]\d\s]{1,4}\]")  # [抱拳]
NOT_OWN = (
    QUOTED_LINE,
    ABOVE_A_RULE,
    QUOTED_BLOCK,
    FORWARDED,
    OUR_HEADER,
    BARE_HEADER,
    RULE,
    EXAMPLE,
    STICKER,
)


def own_words(text: str) -> str:
    """`text` with quotations and stickers blanked out; of the same length, so that places in it hold for `text`."""
    own = half_width(text)
    for pattern in NOT_OWN:
        own = pattern.sub(lambda found: " " * len(found.group()), own)
    return spelt_right(own)


def half_width(text: str) -> str:
    """Full-width letters, digits and ％ as ASCII; Chinese punctuation stays, for it parts clauses."""
    return "".join(_half(character) for character in text)


def _half(character: str) -> str:
    if character in "，。；：！？、（）【】":
        return character
    plain = unicodedata.normalize("NFKC", character)
    return plain if len(plain) == 1 else character
