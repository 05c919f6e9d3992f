"""What a plain file's bytes are read as, and what is refused aloud."""

import codecs

import pytest

from tasks.reading.plain import Unreadable, decode

LETTER = "柳泉市文化局\n关于第7号提案的答复\n年底前建成两处书屋。"


@pytest.mark.parametrize(
    "data",
    [
        LETTER.encode(),
        codecs.BOM_UTF8 + LETTER.encode(),
        LETTER.encode("gb18030"),
        codecs.BOM_UTF16_LE + LETTER.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + LETTER.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + LETTER.encode("utf-32-le"),
        LETTER.replace("\n", "\r\n").encode(),
        LETTER.replace("\n", "\r").encode("gb18030"),
    ],
)
def test_a_letter_reads_the_same_in_every_encoding_offices_use(data):
    assert decode(data) == LETTER


def test_short_gb18030_text_is_not_taken_for_utf_16():
    assert decode("答复".encode("gb18030")) == "答复"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (codecs.BOM_UTF8, "empty"),
        (b"PK\x03\x04\x00\x00", "NUL byte at offset 4"),
        ("答复\x07如下".encode(), "control character 0x07 at offset 2"),
        (b"\xff\xff\x80 letter", "not gb18030 at byte 0"),
        (codecs.BOM_UTF8 + b"\xe7\xad", "not utf-8 at byte 0"),
    ],
)
def test_what_is_no_text_is_refused_with_what_and_where(data, said):
    with pytest.raises(Unreadable, match=said) as refused:
        decode(data)
    assert refused.value.reason == str(refused.value)
