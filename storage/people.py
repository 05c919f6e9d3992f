"""Who is who: bureaus, persons and their roles, invitations, and which chat is whose."""

import hashlib
import secrets
from datetime import datetime, timedelta

from sqlalchemy import delete, update
from sqlmodel import Session, col, select

from storage.models import Bureau, Commitment, Dispatch, Invitation, Letter, Person, PersonRole, ProposalMember
from storage.terms import Role

CODE_BYTES = 16  # 128 bits


def bureau(session: Session, name: str) -> Bureau:
    """The bureau of that name, new where it was not known."""
    found = session.exec(select(Bureau).where(Bureau.name == name)).first()
    if found is None:
        found = Bureau(name=name)
        session.add(found)
        session.flush()
    return found


def person(session: Session, name: str, role: Role, bureau_id: int | None = None) -> Person:
    """The person of that name in that role, new where not known. Namesakes at two bureaus are two people."""
    held = select(Person).join(PersonRole).where(Person.name == name, PersonRole.role == role)
    found = session.exec(held.where(PersonRole.bureau_id == bureau_id).order_by(col(Person.id))).first()
    if found is None:
        found = Person(name=name)
        session.add(found)
        session.flush()
    give_role(session, found, role, bureau_id)
    return found


def give_role(session: Session, someone: Person, role: Role, bureau_id: int | None) -> None:
    """Let a person be this as well; nothing happens where they are."""
    if (role, bureau_id) not in roles(session, someone):
        session.add(PersonRole(person_id=id_of(someone), role=role, bureau_id=bureau_id))
        session.flush()


def roles(session: Session, someone: Person) -> list[tuple[Role, int | None]]:
    """What a person is, each with its bureau where it has one."""
    held = session.exec(select(PersonRole).where(PersonRole.person_id == someone.id).order_by(col(PersonRole.id)))
    return [(its.role, its.bureau_id) for its in held]


def by_chat(session: Session, chat_id: int) -> Person | None:
    """Whose private chat this is."""
    return session.exec(select(Person).where(Person.chat_id == chat_id)).first()


def of_role(session: Session, role: Role, bureau_id: int | None = None) -> list[Person]:
    """All who are this, for this bureau where one is named."""
    held = select(Person).join(PersonRole).where(PersonRole.role == role)
    if bureau_id is not None:
        held = held.where(PersonRole.bureau_id == bureau_id)
    return list(session.exec(held.order_by(col(Person.id)).distinct()))


def concerned(session: Session, commitment: Commitment) -> list[tuple[Role, Person]]:
    """Everyone a commitment concerns, each with what they are to it."""
    found = [
        (role, one) for role in (Role.CONTACT, Role.LEADER) for one in of_role(session, role, commitment.bureau_id)
    ]
    found += [(Role.MEMBER, one) for one in members(session, commitment.letter_id)]
    return found + [(Role.OFFICE, one) for one in of_role(session, Role.OFFICE)]


def members(session: Session, letter_id: int) -> list[Person]:
    """Whose proposal a letter answers."""
    named = (
        select(Person)
        .join(ProposalMember, col(ProposalMember.person_id) == Person.id)
        .join(Letter, col(Letter.proposal_id) == ProposalMember.proposal_id)
        .where(Letter.id == letter_id)
    )
    return list(session.exec(named.order_by(col(Person.id))))


def is_reachable(someone: Person) -> bool:
    """Whether a message can be sent to a person at all."""
    return someone.chat_id is not None and someone.unreachable_since is None


def invite(session: Session, someone: Person, now: datetime, days: int) -> str:
    """A one-time code for a person. It can be read here and never again: only its hash is kept."""
    code = secrets.token_urlsafe(CODE_BYTES)
    session.add(
        Invitation(code_hash=_hash(code), person_id=id_of(someone), made_at=now, expires_at=now + timedelta(days=days))
    )
    return code


def accept(session: Session, code: str, chat_id: int, now: datetime) -> Person | None:
    """Bind a chat to the person invited; None for a code that is unknown, used or too old.

    Whoever holds the chat already is evidently the same human: they take on what the invited person is.
    """
    found = session.exec(select(Invitation).where(Invitation.code_hash == _hash(code))).first()
    if found is None or found.used_at is not None or found.expires_at <= now:
        return None
    someone = session.get_one(Person, found.person_id)
    holder = by_chat(session, chat_id)
    if holder is not None and holder.id != someone.id:
        _take_over(session, someone, holder)
        someone = holder
    found.used_at, someone.chat_id, someone.unreachable_since = now, chat_id, None
    session.add_all([found, someone])
    session.flush()
    return someone


def _take_over(session: Session, invited: Person, holder: Person) -> None:
    """All that one person is, and what waits for them, passes to the other."""
    for role, bureau_id in roles(session, invited):
        give_role(session, holder, role, bureau_id)
    for proposal in session.exec(select(ProposalMember).where(ProposalMember.person_id == invited.id)):
        session.merge(ProposalMember(proposal_id=proposal.proposal_id, person_id=id_of(holder)))
        session.delete(proposal)
    session.execute(delete(PersonRole).where(col(PersonRole.person_id) == invited.id))
    waiting = update(Dispatch).where(col(Dispatch.reader_id) == invited.id, col(Dispatch.settled_at).is_(None))
    session.execute(waiting.values(reader_id=id_of(holder)))


def id_of(row: Person | Bureau | Letter | Commitment) -> int:
    """The id of a row that has been stored."""
    assert row.id is not None
    return row.id


def _hash(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()
