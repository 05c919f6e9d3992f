"""What is listed: for the office all, for a contact what the bureau owes, for a member what was promised to them."""

from datetime import timedelta

from storage import ledger
from storage.models import Commitment
from storage.terms import Status
from tasks import meant
from tasks.results import Listing
from tasks.views import Entry
from tasks.work import Work

CURRENT = (Status.OPEN, Status.TO_VERIFY, Status.REPORTED)
CONFIRMED = tuple(status for status in Status if status not in (Status.PROPOSED, Status.WITHDRAWN))


def overdue(work: Work) -> Listing:
    """逾期: what is open and past its due day, longest first."""
    rows = ledger.listed(work.session, statuses=(Status.OPEN,), due_by=work.today - timedelta(days=1))
    return _listing(work, "overdue", rows)


def due(work: Work, days: int) -> Listing:
    """What is open and due today or in the next so many calendar days."""
    last = work.today + timedelta(days=days)
    rows = ledger.listed(work.session, statuses=(Status.OPEN,), due_after=work.today, due_by=last)
    return _listing(work, "due", rows, str(days))


def bureau(work: Work, name: str) -> Listing:
    """What the bureaus of such a name still owe."""
    return _listing(work, "bureau", ledger.listed(work.session, statuses=CURRENT, bureau=name), name)


def find(work: Work, words: str) -> Listing:
    """Every commitment that speaks of these words, decided ones too."""
    return _listing(work, "find", ledger.listed(work.session, words=words), words)


def todo(work: Work) -> Listing:
    """待办: what a contact has to answer for."""
    return _listing(work, "todo", meant.todo(work))


def mine(work: Work) -> Listing:
    """我的提案: what was promised to a member, once the office has confirmed it."""
    assert work.actor is not None
    return _listing(work, "mine", ledger.listed(work.session, statuses=CONFIRMED, member_id=work.actor))


def chosen(
    work: Work,
    *,
    overdue: bool = False,
    due_days: int | None = None,
    bureau: str = "",
    member: str = "",
    status: Status | None = None,
) -> tuple[Entry, ...]:
    """Whatever fits all that is asked, for the command line."""
    by_calendar = overdue or due_days is not None
    rows = ledger.listed(
        work.session,
        statuses=(status,) if status else (Status.OPEN,) if by_calendar else (),
        due_after=work.today if due_days is not None else None,
        due_by=work.today + timedelta(days=-1 if overdue else due_days or 0) if by_calendar else None,
        bureau=bureau,
        member=member,
    )
    return tuple(work.entry(row) for row in rows)


def _listing(work: Work, heading: str, rows: list[Commitment], words: str = "") -> Listing:
    return Listing(heading, tuple(work.entry(row) for row in rows), words)
