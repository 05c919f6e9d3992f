"""States and rights in one table: who may do what to a commitment, and what it becomes."""

from collections.abc import Mapping
from datetime import date

from storage.terms import Act, Kind, Role, Status

MOVES: Mapping[tuple[Status, Act], tuple[Role, Status]] = {
    (Status.PROPOSED, Act.CONFIRM): (Role.OFFICE, Status.OPEN),
    (Status.PROPOSED, Act.CORRECT): (Role.OFFICE, Status.PROPOSED),
    (Status.PROPOSED, Act.REJECT): (Role.OFFICE, Status.WITHDRAWN),
    (Status.OPEN, Act.CORRECT): (Role.OFFICE, Status.OPEN),
    (Status.OPEN, Act.PROGRESS): (Role.CONTACT, Status.OPEN),
    (Status.OPEN, Act.ASK_EXTENSION): (Role.CONTACT, Status.OPEN),
    (Status.OPEN, Act.DECIDE_EXTENSION): (Role.OFFICE, Status.OPEN),
    (Status.OPEN, Act.REPORT): (Role.CONTACT, Status.REPORTED),
    (Status.OPEN, Act.SIGN_OFF): (Role.OFFICE, Status.CLOSED),
    (Status.OPEN, Act.WITHDRAW): (Role.OFFICE, Status.WITHDRAWN),
    (Status.TO_VERIFY, Act.PROGRESS): (Role.CONTACT, Status.OPEN),
    (Status.TO_VERIFY, Act.ASK_EXTENSION): (Role.CONTACT, Status.OPEN),
    (Status.TO_VERIFY, Act.REPORT): (Role.CONTACT, Status.REPORTED),
    (Status.TO_VERIFY, Act.SIGN_OFF): (Role.OFFICE, Status.CLOSED),
    (Status.TO_VERIFY, Act.WITHDRAW): (Role.OFFICE, Status.WITHDRAWN),
    (Status.REPORTED, Act.SIGN_OFF): (Role.OFFICE, Status.CLOSED),
    (Status.REPORTED, Act.RETURN): (Role.OFFICE, Status.OPEN),
    (Status.REPORTED, Act.WITHDRAW): (Role.OFFICE, Status.WITHDRAWN),
    (Status.REPORTED, Act.RATE): (Role.MEMBER, Status.REPORTED),
    (Status.CLOSED, Act.RATE): (Role.MEMBER, Status.CLOSED),
}


class Refused(Exception):
    """An act that changes nothing. Its words are for the log; the bot has its own for the person."""


class NotTheirs(Refused):
    """The person is not what this act asks for, to this commitment."""


class NotNow(Refused):
    """The act does not fit the state the commitment is in: a stale or repeated button."""


def after(status: Status, act: Act, roles: frozenset[Role]) -> Status:
    """What a commitment becomes by an act of somebody who is `roles` to it; Refused where it may not be."""
    if all(role not in roles for (_, its), (role, _) in MOVES.items() if its is act):
        raise NotTheirs(f"{act} is not for {', '.join(sorted(roles)) or 'a stranger'}")
    if (status, act) not in MOVES:
        raise NotNow(f"{act} does not fit {status}")
    role, then = MOVES[status, act]
    if role not in roles:
        raise NotTheirs(f"{act} on {status} is for {role}")
    return then


def goes_live(due: date | None, kind: Kind, came_on: date) -> Status:
    """What a confirmed commitment is: one whose day had come when its letter came in must first be verified."""
    past = due is not None and due <= came_on and kind is not Kind.RECURRING
    return Status.TO_VERIFY if past else Status.OPEN


def open_acts(status: Status, roles: frozenset[Role]) -> tuple[Act, ...]:
    """What these roles may do now, in the table's order: the buttons."""
    return tuple(act for (its, act), (role, _) in MOVES.items() if its is status and role in roles)
