"""Telegram counts text in UTF-16 code units: an emoji is two."""


def utf16_length(text: str) -> int:
    """How long Telegram finds `text`."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def utf16_head(text: str, units: int) -> str:
    """As much of `text` as fits into so many units, without half a character at its end."""
    return text.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "ignore")
