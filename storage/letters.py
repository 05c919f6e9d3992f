"""答复函 as they came: the file kept by its content, the letter once a file, its proposal and who proposed."""

import hashlib

from sqlmodel import Session, col, func, select

from storage.models import Commitment, File, Letter, Proposal, ProposalMember


def keep_file(session: Session, name: str, content: bytes) -> str:
    """Keep a file once, whatever names it comes under. Its SHA-256."""
    sha256 = hashlib.sha256(content).hexdigest()
    if session.get(File, sha256) is None:
        session.add(File(sha256=sha256, name=name, content=content))
        session.flush()
    return sha256


def by_file(session: Session, sha256: str) -> Letter | None:
    """The letter that this file was read into."""
    return session.exec(select(Letter).where(Letter.sha256 == sha256)).first()


def proposal(session: Session, held_at: str, number: str) -> Proposal:
    """The proposal of that session and number, new where it was not known.

    One that a roster named by its number alone is the same as soon as a letter says its session.
    """
    same = select(Proposal).where(Proposal.number == number, col(Proposal.session).in_([held_at, ""]))
    found = session.exec(same.order_by(col(Proposal.session).desc())).first()
    if found is not None and not found.session:
        found.session = held_at
        session.add(found)
    if found is None:
        found = Proposal(session=held_at, number=number)
        session.add(found)
        session.flush()
    return found


def proposed_by(session: Session, proposal_id: int, person_id: int) -> None:
    """Let a person be among those who proposed."""
    if session.get(ProposalMember, (proposal_id, person_id)) is None:
        session.add(ProposalMember(proposal_id=proposal_id, person_id=person_id))
        session.flush()


def places_taken(session: Session, number: str) -> int:
    """How many promises already stand under a proposal number, over all sessions and bureaus."""
    same = col(Commitment.number).startswith(f"{number}-", autoescape=True)
    return session.exec(select(func.count()).select_from(Commitment).where(same)).one()


def said_number(printed: str) -> str:
    """A proposal number as people say it: 0043 is 43."""
    return printed.lstrip("0")


def numbered(session: Session, number: str) -> list[Proposal]:
    """The proposals of that number, over all sessions."""
    return list(session.exec(select(Proposal).where(Proposal.number == number).order_by(col(Proposal.id))))
