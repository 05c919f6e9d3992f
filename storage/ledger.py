"""台账: commitments, as rows to change and as records for the rules."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import ColumnElement, update
from sqlmodel import Session, col, or_, select
from sqlmodel.sql.expression import SelectOfScalar

from storage import people
from storage.models import Bureau, Commitment, Dispatch, Letter, Person, ProposalMember
from storage.terms import Item, Role, Status, Told

LIVE = (Status.OPEN, Status.TO_VERIFY)


def to_look_at(session: Session, today: date, limit: int) -> list[Commitment]:
    """The commitments whose day to look has come, longest waiting first."""
    due = select(Commitment).where(col(Commitment.next_look) <= today)
    return list(session.exec(due.order_by(col(Commitment.next_look), col(Commitment.id)).limit(limit)))


def look_again(session: Session, someone: Person, today: date) -> None:
    """Have the next sweep look at whatever concerns a person who can now be told."""
    held = people.roles(session, someone)
    concerned = update(Commitment).where(col(Commitment.status).in_(LIVE))
    if Role.OFFICE not in (role for role, _ in held):
        concerned = concerned.where(col(Commitment.bureau_id).in_([bureau for _, bureau in held if bureau]))
    session.execute(concerned.values(next_look=today))


def item(session: Session, commitment: Commitment) -> Item:
    """What the rules see of a commitment."""
    reachable = [(role, one) for role, one in people.concerned(session, commitment) if people.is_reachable(one)]
    rows = session.exec(select(Dispatch).where(Dispatch.commitment_id == commitment.id))
    return Item(
        id=people.id_of(commitment),
        letter=commitment.letter_id,
        status=commitment.status,
        kind=commitment.kind,
        due=commitment.due,
        armed_on=commitment.armed_on,
        held_until=commitment.held_until,
        readers=tuple((role, people.id_of(one)) for role, one in reachable),
        told=tuple(_told(row) for row in rows),
    )


def _told(row: Dispatch) -> Told:
    return Told(row.stage, row.step, row.reader_id, row.due, row.settled_on)


def by_number(session: Session, number: str) -> Commitment | None:
    """The commitment that people call 43-1."""
    return session.exec(select(Commitment).where(Commitment.number == number)).first()


def of_letter(session: Session, letter_id: int) -> list[Commitment]:
    """A letter's commitments in the order of its text."""
    found = select(Commitment).where(Commitment.letter_id == letter_id)
    return list(session.exec(found.order_by(col(Commitment.span_start), col(Commitment.id))))


def listed(
    session: Session,
    *,
    statuses: Sequence[Status] = (),
    due_after: date | None = None,
    due_by: date | None = None,
    bureau: str = "",
    member: str = "",
    member_id: int | None = None,
    bureau_ids: Sequence[int] | None = None,
    words: str = "",
) -> list[Commitment]:
    """Commitments that fit all that is asked, earliest due day first and the undated last. Both days are included."""
    query = select(Commitment).join(Bureau).join(Letter, col(Letter.id) == Commitment.letter_id)
    if statuses:
        query = query.where(col(Commitment.status).in_(statuses))
    if due_after is not None:
        query = query.where(col(Commitment.due) >= due_after)
    if due_by is not None:
        query = query.where(col(Commitment.due) <= due_by)
    if bureau:
        query = query.where(col(Bureau.name).contains(bureau, autoescape=True))
    if bureau_ids is not None:
        query = query.where(col(Commitment.bureau_id).in_(bureau_ids))
    if member_id is not None:
        query = query.where(col(Letter.proposal_id).in_(_proposed_by(Person.id == member_id)))
    if member:
        query = query.where(col(Letter.proposal_id).in_(_proposed_by(Person.name == member)))
    if words:
        query = query.where(_says(words))
    return list(session.exec(query.order_by(col(Commitment.due).is_(None), col(Commitment.due), col(Commitment.id))))


def _proposed_by(whom: ColumnElement[bool] | bool) -> SelectOfScalar[int]:
    """The proposals of such a person."""
    named = select(ProposalMember.proposal_id).join(Person, col(Person.id) == ProposalMember.person_id)
    return named.where(whom)


def _says(words: str) -> ColumnElement[bool]:
    fields = (Commitment.quote, Commitment.action, Commitment.owner, Commitment.number, Letter.title)
    return or_(*(col(field).contains(words, autoescape=True) for field in fields))
