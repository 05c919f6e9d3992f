"""How a commitment stands against the calendar: its light, and whether it is overdue. Never stored."""

from datetime import date

from storage.terms import Light, Status


def is_overdue(status: Status, due: date | None, today: date) -> bool:
    """The due day itself is still on time: 6月底前 includes 30 June."""
    return status is Status.OPEN and due is not None and today > due


def light(status: Status, due: date | None, today: date, near_days: int) -> Light:
    """绿黄红灯: only the calendar turns a light."""
    if due is None or status is not Status.OPEN:
        return Light.GREEN
    if today > due:
        return Light.RED
    return Light.YELLOW if (due - today).days <= near_days else Light.GREEN
