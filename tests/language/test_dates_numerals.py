"""Chinese numerals."""

import pytest

from tasks.language.numerals import number


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("二〇二一", 2021),
        ("十", 10),
        ("二十三", 23),
        ("廿一", 21),
        ("卅", 30),
        ("两千零四", 2004),
        ("一百零五", 105),
        ("15", 15),
        ("两", 2),
    ],
)
def test_a_numeral_has_its_value(words, value):
    assert number(words) == value
