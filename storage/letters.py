"""答复函 as they came: the file kept by its content, the letter once a file, its proposal and who proposed."""

from sqlmodel import Session, col, func, select

from storage.models import Commitment, File, Letter, Proposal, ProposalMember


def keep_file(session: Session, sha256: str, name: str, content: bytes) -> None:
    """Keep a file once, whatever names it comes under."""
    if session.get(File, sha256) is None:
        session.add(File(sha256=sha256, name=name, content=content))
        session.flush()


def by_file(session: Session, sha256: str) -> Letter | None:
    """The letter that this file was read into."""
    return session.exec(select(Letter).where(Letter.sha256 == sha256)).first()


def proposal(session: Session, held_at: str, number: str) -> Proposal:
    """The proposal of that session and number, new where it was not known."""
    found = session.exec(select(Proposal).where(Proposal.session == held_at, Proposal.number == number)).first()
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


def numbered(session: Session, number: str) -> list[Proposal]:
    """The proposals of that number, over all sessions."""
    return list(session.exec(select(Proposal).where(Proposal.number == number).order_by(col(Proposal.id))))
