"""The due days of a recurring commitment, by its RRULE (RFC 5545)."""

from datetime import date, datetime, time

from dateutil.rrule import rrulestr


def next_due(rrule: str, first: date, settled: date) -> date | None:
    """The first due day after `settled`, counted from the first of all; None once UNTIL or COUNT is reached."""
    rule = rrulestr(rrule, dtstart=datetime.combine(first, time()), ignoretz=True)
    found = rule.after(datetime.combine(settled, time()))
    return found.date() if found else None
