"""Days as the page says them."""

from datetime import date

WEEKDAYS = "一二三四五六日"


def day_words(day: date) -> str:
    """3月2日 周一."""
    return f"{day.month}月{day.day}日 周{WEEKDAYS[day.weekday()]}"


def full_day_words(day: date) -> str:
    """2026年3月2日 星期一."""
    return f"{day.year}年{day.month}月{day.day}日 星期{WEEKDAYS[day.weekday()]}"
