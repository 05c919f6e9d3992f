"""What a confirmed update does to its commitment, and what the office then decides: extensions, sign-off, return."""

from datetime import date, timedelta

from storage import people
from storage.models import Commitment, Extension, Update
from storage.terms import Act, Answer, Kind, Role, Stage, Status
from tasks import answers, pending
from tasks.results import Decided, Echo, Recorded, Result, SentBack, SignedOff
from tasks.rules.moves import NotTheirs
from tasks.rules.standing import is_overdue
from tasks.tellings import extension_view, update_view
from tasks.work import Stale, Work

LONGEST_HOLD_DAYS = 90  # what an answer about an undated commitment can put off


def confirm(work: Work, update_id: int) -> Result:
    """The contact says yes to the echo: now it counts."""
    update = answers.own_draft(work, update_id)
    lacking = answers.advance(work, update)
    if not isinstance(lacking, Echo):
        return lacking
    commitment = work.commitment(update.commitment_id)
    if update.status is Answer.DONE and commitment.kind is Kind.RECURRING and update.due != commitment.due:
        raise Stale(work.entry(commitment))  # that due day has been settled already
    update.confirmed_at = work.now
    work.session.add(update)
    if update.status is Answer.DONE:
        _report(work, commitment, update)
    elif update.status is Answer.DELAY:
        _ask_extension(work, commitment, update)
    else:
        _progress(work, commitment, update)
    if commitment.status is Status.OPEN and update.status is not Answer.DONE:
        commitment.held_until = _hold(work, update)
    return Recorded(work.entry(commitment), update_view(work.session, update), commitment.held_until)


def _report(work: Work, commitment: Commitment, update: Update) -> None:
    assert update.id is not None
    work.move(commitment, Act.REPORT, said=update.said, update=update.id)
    if commitment.status is Status.REPORTED:
        work.tell(Stage.REPORTED, update.id, commitment, Role.OFFICE, Role.MEMBER)
    else:
        work.tell(Stage.PROGRESSED, update.id, commitment, Role.MEMBER)


def _ask_extension(work: Work, commitment: Commitment, update: Update) -> None:
    assert update.id is not None
    assert update.new_due is not None
    work.move(commitment, Act.ASK_EXTENSION, said=update.said, to=str(update.new_due))
    extension = Extension(
        commitment_id=people.id_of(commitment),
        update_id=update.id,
        from_due=commitment.due,
        to_due=update.new_due,
        reason=update.reason or "",
    )
    work.session.add(extension)
    work.session.flush()
    assert extension.id is not None
    work.tell(Stage.EXTENSION_ASKED, extension.id, commitment, Role.OFFICE)


def _progress(work: Work, commitment: Commitment, update: Update) -> None:
    assert update.id is not None
    work.move(commitment, Act.PROGRESS, said=update.said, update=update.id)
    if update.status is Answer.HANDOVER:
        work.tell(Stage.HANDED_OVER, update.id, commitment, Role.OFFICE)
    elif update.status is Answer.BLOCKED:
        work.tell(Stage.PROGRESSED, update.id, commitment, Role.MEMBER, Role.OFFICE)
    else:
        work.tell(Stage.PROGRESSED, update.id, commitment, Role.MEMBER)


def _hold(work: Work, update: Update) -> date:
    """A real answer stops the climb until the day it names, on or before the due day; else for a few working days."""
    latest = update.due or work.today + timedelta(days=LONGEST_HOLD_DAYS)
    days = [time.due for time in answers.days_in(work, update.said) if time.due]
    named = [day for day in days if work.today < day <= latest] if update.status is Answer.PROGRESS else []
    return min(named, default=_few_days(work))


def _few_days(work: Work) -> date:
    return work.policy.plan.workdays.add(work.today, work.policy.hold_workdays)


def decide(work: Work, extension_id: int, granted: bool) -> Result:
    """The office grants or refuses an extension. Granted, the plan starts afresh for the new day."""
    extension = work.session.get(Extension, extension_id)
    if extension is None:
        raise NotTheirs(f"no extension {extension_id}")
    commitment = work.commitment(extension.commitment_id)
    work.may(commitment, Act.DECIDE_EXTENSION)
    if extension.granted is not None or extension.from_due != commitment.due:
        raise Stale(work.entry(commitment))
    work.move(commitment, Act.DECIDE_EXTENSION, granted=granted, to=str(extension.to_due), reason=extension.reason)
    extension.granted, extension.decided_by, extension.decided_at = granted, work.actor, work.now
    work.session.add(extension)
    readers = (Role.CONTACT, Role.MEMBER) if granted else (Role.CONTACT,)
    if granted:
        work.arm(commitment, extension.to_due)
    work.tell(Stage.EXTENSION_DECIDED, extension_id, commitment, *readers)
    return Decided(work.entry(commitment), extension_view(work.session, extension))


def sign_off(work: Work, id: int, report: int) -> Result:
    """销号, by the report that the office has read."""
    commitment = _reported(work, id, report)
    event = work.move(commitment, Act.SIGN_OFF)
    work.tell(Stage.CLOSED, event, commitment, Role.CONTACT, Role.MEMBER)
    return SignedOff(work.entry(commitment))


def send_back(work: Work, id: int, report: int) -> Result:
    """退回补充: it is open again, and its due day counts as before; overdue, the contact gets a few days to answer."""
    commitment = _reported(work, id, report)
    event = work.move(commitment, Act.RETURN)
    if is_overdue(commitment.status, commitment.due, work.today):
        commitment.held_until = _few_days(work)
    work.tell(Stage.RETURNED, event, commitment, Role.CONTACT)
    return SentBack(work.entry(commitment))


def _reported(work: Work, id: int, report: int) -> Commitment:
    """The commitment, while this report is the one that counts."""
    commitment = work.commitment(id)
    work.may(commitment, Act.SIGN_OFF)
    latest = pending.latest_report(work, commitment)
    if commitment.status is not Status.REPORTED or latest is None or latest.id != report:
        raise Stale(work.entry(commitment))
    return commitment
