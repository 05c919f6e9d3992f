"""Commitments and letters as they are shown: frozen facts, taken from the rows of one unit of work."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from storage import people
from storage.models import Bureau, Commitment, Letter, Proposal
from storage.terms import Certainty, Kind, Light, Status
from tasks.policy import Policy
from tasks.rules import standing


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the ledger."""

    id: int
    number: str
    bureau: str
    action: str
    owner: str | None
    quote: str
    when: str | None
    rule: str
    kind: Kind
    certainty: Certainty
    status: Status
    light: Light
    due: date | None
    first_due: date | None
    days_late: int  # calendar days past the due day, 0 while on time
    letter: int


@dataclass(frozen=True, slots=True)
class LetterView:
    """A letter's head, what is doubtful about it, and its commitments."""

    id: int
    title: str
    bureau: str
    proposal: str
    category: str
    written_on: date | None
    reference: date | None
    basis: str
    members: tuple[str, ...]
    doubts: tuple[dict[str, object], ...]
    entries: tuple[Entry, ...]


def entry(session: Session, row: Commitment, today: date, policy: Policy) -> Entry:
    """A commitment as it stands today."""
    late = standing.is_overdue(row.status, row.due, today)
    return Entry(
        id=people.id_of(row),
        number=row.number,
        bureau=session.get_one(Bureau, row.bureau_id).name,
        action=row.action or row.quote,
        owner=row.owner,
        quote=row.quote,
        when=row.when,
        rule=row.rule,
        kind=row.kind,
        certainty=row.certainty,
        status=row.status,
        light=standing.light(row.status, row.due, today, policy.near_days),
        due=row.due,
        first_due=row.first_due,
        days_late=(today - row.due).days if late and row.due else 0,
        letter=row.letter_id,
    )


def letter_view(session: Session, row: Letter, rows: list[Commitment], today: date, policy: Policy) -> LetterView:
    """A letter with the commitments that are given."""
    return LetterView(
        id=people.id_of(row),
        title=row.title,
        bureau=session.get_one(Bureau, row.bureau_id).name,
        proposal=session.get_one(Proposal, row.proposal_id).number,
        category=row.category,
        written_on=row.written_on,
        reference=row.reference,
        basis=row.basis,
        members=tuple(one.name for one in people.members(session, people.id_of(row))),
        doubts=tuple(row.doubts),
        entries=tuple(entry(session, its, today, policy) for its in rows),
    )
