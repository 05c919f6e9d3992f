"""Chinese and Arabic numerals, read from characters: 二〇二一, 十五, 两千零四, 廿一, ２０, 半."""

DIGITS = "〇零一二三四五六七八九"
CHINESE = "〇零一二三四五六七八九十百千两廿卅"
_ONES = {"〇": 0, "零": 0, "两": 2} | {character: n for n, character in enumerate("一二三四五六七八九", start=1)}
_TENS = {"十": 10, "百": 100, "千": 1000}
_TWENTIES = {"廿": 20, "卅": 30}


def number(words: str) -> int:
    """The whole number that `words` say; they must be digits or characters of CHINESE alone, and not empty."""
    if words.isdecimal():
        return int(words)
    if any(character in _TENS or character in _TWENTIES for character in words):
        return _counted(words)
    return int("".join(str(_ONES[character]) if character in _ONES else character for character in words))


def _counted(words: str) -> int:
    """两千零四, 二十三, 廿一: each digit weighs what the unit behind it says; 十 alone is ten."""
    total, digit = 0, 0
    for character in words:
        if character in _TWENTIES:
            total += _TWENTIES[character]
        elif character in _TENS:
            total += (digit or 1) * _TENS[character]
            digit = 0
        else:
            digit = int(character) if character.isdecimal() else _ONES[character]
    return total + digit
