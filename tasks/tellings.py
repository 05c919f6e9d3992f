"""A notice's facts, looked up when its turn has come: is it still true, and what is there to say?"""

from dataclasses import dataclass, replace
from datetime import date

from sqlmodel import Session, col, select

from storage import ledger, people
from storage.models import Commitment, Dispatch, Evidence, Extension, Letter, Person, Rating, Update
from storage.terms import Notice, Role, Satisfaction, Stage, Status
from tasks.policy import Policy
from tasks.rules.reminders import still_true
from tasks.views import Entry, LetterView, entry, letter_view

LADDER = {
    Stage.AHEAD: (Role.CONTACT, Role.OFFICE),
    Stage.DUE: (Role.CONTACT, Role.OFFICE),
    Stage.OVERDUE: (Role.CONTACT, Role.OFFICE),
    Stage.QUARTERLY: (Role.CONTACT, Role.OFFICE),
    Stage.VERIFY: (Role.CONTACT, Role.OFFICE),
    Stage.ESCALATED: (Role.LEADER, Role.OFFICE),
    Stage.URGED: (Role.OFFICE,),
    Stage.LISTED: (Role.OFFICE,),
}
ADDRESSED = {
    **LADDER,
    Stage.FOUND: (Role.OFFICE,),
    Stage.ASSIGNED: (Role.CONTACT,),
    Stage.ENTERED: (Role.MEMBER,),
    Stage.PROGRESSED: (Role.MEMBER, Role.OFFICE),
    Stage.EXTENSION_ASKED: (Role.OFFICE,),
    Stage.EXTENSION_DECIDED: (Role.CONTACT, Role.MEMBER),
    Stage.REPORTED: (Role.OFFICE, Role.MEMBER),
    Stage.RETURNED: (Role.CONTACT,),
    Stage.CLOSED: (Role.CONTACT, Role.MEMBER),
    Stage.RATED: (Role.OFFICE,),
    Stage.DAY_SET: (Role.CONTACT, Role.MEMBER),
    Stage.HANDED_OVER: (Role.OFFICE,),
}  # as what a reader is spoken to, best first


@dataclass(frozen=True, slots=True)
class UpdateView:
    """办理进展 as it is shown."""

    id: int
    said: str
    status: str
    percent: int | None
    done_on: date | None
    reason: str | None
    evidence: tuple[str, ...]
    by: str


@dataclass(frozen=True, slots=True)
class ExtensionView:
    """延期申请 as it is shown; `before` counts the ones asked earlier."""

    id: int
    from_due: date | None
    to_due: date
    reason: str
    granted: bool | None
    before: int


@dataclass(frozen=True, slots=True)
class RatingView:
    """满意度 as it is shown, to the office and to whoever gave it."""

    id: int
    value: Satisfaction
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class Telling:
    """All that a message needs: whom it is for, as what, why, and about what."""

    stage: Stage
    role: Role
    chat_id: int
    reader: str
    today: date
    entry: Entry | None = None
    letter: LetterView | None = None
    update: UpdateView | None = None
    extension: ExtensionView | None = None
    rating: RatingView | None = None
    nth: int = 1  # which reminder of this due day this is, to this reader
    workdays_left: int = 0  # negative once the due day has passed
    answer_by: date | None = None  # after that day the next rung is climbed
    leaders: tuple[str, ...] = ()  # 分管领导 who can be told
    again: bool = False  # an earlier try may have arrived


def telling(session: Session, row: Dispatch, today: date, policy: Policy) -> Telling | None:
    """What to say of a notice; None where it is no longer true. The reader must be reachable."""
    reader = session.get_one(Person, row.reader_id)
    assert reader.chat_id is not None
    bare = Telling(row.stage, _role(session, row), reader.chat_id, reader.name, today, again=row.maybe_sent)
    if row.commitment_id is None:
        return _of_letter(session, row, bare, policy)
    commitment = session.get_one(Commitment, row.commitment_id)
    left = policy.plan.workdays.between(today, commitment.due) if commitment.due else 0
    about = replace(bare, entry=entry(session, commitment, today, policy), workdays_left=left)
    if row.stage not in LADDER:
        return _of_fact(session, row, about)
    if not still_true(_notice(row), ledger.item(session, commitment), today, policy.plan):
        return None
    leaders = [
        one.name for one in people.of_role(session, Role.LEADER, commitment.bureau_id) if people.is_reachable(one)
    ]
    answer_by = policy.plan.answer_by(row.step, today)
    about = replace(about, update=_last_answer(session, commitment))
    return replace(about, nth=_nth(session, row), answer_by=answer_by, leaders=tuple(leaders))


def _notice(row: Dispatch) -> Notice:
    return Notice(row.stage, row.step, row.reader_id, row.letter_id, row.commitment_id, row.due)


def _last_answer(session: Session, commitment: Commitment) -> UpdateView | None:
    """What the contact last said, of the due day that counts now."""
    said = select(Update).where(Update.commitment_id == commitment.id, col(Update.confirmed_at).is_not(None))
    now = said.where(col(Update.due).is_not_distinct_from(commitment.due))
    last = session.exec(now.order_by(col(Update.id).desc())).first()
    return update_view(session, last) if last else None


def _of_letter(session: Session, row: Dispatch, bare: Telling, policy: Policy) -> Telling | None:
    letter = session.get_one(Letter, row.letter_id)
    rows = ledger.of_letter(session, row.letter_id)
    if row.stage is not Stage.FOUND:
        rows = [one for one in rows if one.status not in (Status.PROPOSED, Status.WITHDRAWN)]
    elif rows and all(one.status is not Status.PROPOSED for one in rows):
        return None
    return replace(bare, letter=letter_view(session, letter, rows, bare.today, policy))


def _of_fact(session: Session, row: Dispatch, about: Telling) -> Telling:
    """What a fact's number points at: an extension, a rating, an update, or only a link of the history."""
    if row.stage in (Stage.EXTENSION_ASKED, Stage.EXTENSION_DECIDED):
        return replace(about, extension=extension_view(session, session.get_one(Extension, row.step)))
    if row.stage is Stage.RATED:
        return replace(about, rating=rating_view(session, session.get_one(Rating, row.step)))
    if row.stage in (Stage.PROGRESSED, Stage.REPORTED, Stage.HANDED_OVER):
        return replace(about, update=update_view(session, session.get_one(Update, row.step)))
    return about


def update_view(session: Session, row: Update) -> UpdateView:
    evidence = session.exec(select(Evidence).where(Evidence.update_id == row.id).order_by(col(Evidence.id)))
    assert row.id is not None
    return UpdateView(
        id=row.id,
        said=row.said,
        status=row.status,
        percent=row.percent,
        done_on=row.done_on,
        reason=row.reason,
        evidence=tuple(one.words for one in evidence),
        by=session.get_one(Person, row.person_id).name,
    )


def extension_view(session: Session, row: Extension) -> ExtensionView:
    asked = session.exec(select(Extension.id).where(Extension.commitment_id == row.commitment_id)).all()
    assert row.id is not None
    before = sum(1 for one in asked if one is not None and one < row.id)
    return ExtensionView(row.id, row.from_due, row.to_due, row.reason, row.granted, before)


def rating_view(session: Session, row: Rating) -> RatingView:
    assert row.id is not None
    return RatingView(row.id, row.value, row.reason, session.get_one(Person, row.person_id).name)


def _nth(session: Session, row: Dispatch) -> int:
    """Which notice of the ladder this is, among those of the same due day to the same reader."""
    same = select(Dispatch.stage).where(
        Dispatch.commitment_id == row.commitment_id,
        Dispatch.reader_id == row.reader_id,
        Dispatch.due == row.due,
        col(Dispatch.id) < row.id,
    )
    return 1 + sum(1 for stage in session.exec(same) if stage in LADDER)


def _role(session: Session, row: Dispatch) -> Role:
    """As what the reader is spoken to: the first of those the stage addresses that the reader is."""
    held = _held_roles(session, row)
    return next((role for role in ADDRESSED[row.stage] if role in held), ADDRESSED[row.stage][0])


def _held_roles(session: Session, row: Dispatch) -> set[Role]:
    if row.commitment_id is None:
        reader = session.get_one(Person, row.reader_id)
        return {role for role, _ in people.roles(session, reader)}
    concerned = people.concerned(session, session.get_one(Commitment, row.commitment_id))
    return {role for role, one in concerned if one.id == row.reader_id}
