"""邀请: a person gets a role, and a one-time code that binds their chat to it."""

from storage import people
from storage.terms import Role
from tasks.work import Work


class BadInvitation(Exception):
    """An invitation that cannot be made, and why."""


def invite(work: Work, name: str, role: Role, bureau: str = "", rebind: bool = False) -> str:
    """The code. It binds whichever chat sends it first, once, for as many days as the policy says."""
    needs_bureau = role in (Role.CONTACT, Role.LEADER)
    if needs_bureau and not bureau:
        raise BadInvitation(f"a {role} needs a bureau: --bureau NAME")
    bureau_id = people.id_of(people.bureau(work.session, bureau)) if needs_bureau else None
    someone = people.person(work.session, name, role, bureau_id)
    if someone.chat_id is not None and not rebind:
        raise BadInvitation(f"{name} has a chat already: --name somebody else, or --rebind to move them")
    work.record("invited", {"person": people.id_of(someone), "role": role.value, "bureau": bureau})
    return people.invite(work.session, someone, work.now, work.policy.invitation_days)
