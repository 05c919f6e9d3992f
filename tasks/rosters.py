"""A roster (UTF-8 or GB18030 CSV) → persons, each with role, bureau and proposals. All of it, or nothing."""

import csv
import io
from collections.abc import Iterator

from storage import letters, people
from storage.models import Proposal
from storage.terms import Role
from tasks.reading.plain import decode
from tasks.work import Work

COLUMNS = ("name", "role", "bureau", "phone", "proposals")
CHINESE = {
    "姓名": "name",
    "角色": "role",
    "单位": "bureau",
    "电话": "phone",
    "提案号": "proposals",
    "委员": "member",
    "代表": "member",
    "联络员": "contact",
    "领导": "leader",
    "办公室": "office",
}  # a roster may be written in either tongue


class BadRoster(Exception):
    """A roster that cannot be taken in; says which line and why."""


def enter(work: Work, content: bytes) -> int:
    """Enter everyone named. How many lines; BadRoster where one is wrong, and then nothing may be kept."""
    count = 0
    for line, row in _rows(content):
        try:
            _enter(work, row)
        except ValueError as wrong:
            raise BadRoster(f"line {line}: {wrong}") from wrong
        count += 1
    return count


def _rows(content: bytes) -> Iterator[tuple[int, dict[str, str]]]:
    reader = csv.reader(io.StringIO(decode(content)))
    header = [CHINESE.get(cell.strip(), cell.strip().lower()) for cell in next(reader, [])]
    unknown = [cell for cell in header if cell not in COLUMNS]
    if unknown or "name" not in header or "role" not in header:
        raise BadRoster(f"line 1: the columns are {', '.join(COLUMNS)} (name and role must be there), not {header}")
    for cells in reader:
        if any(cell.strip() for cell in cells):
            yield reader.line_num, dict(zip(header, (cell.strip() for cell in cells), strict=False))


def _enter(work: Work, row: dict[str, str]) -> None:
    if not row.get("name"):
        raise ValueError("no name")
    role = _role(row.get("role", ""))
    bureau = row.get("bureau", "") if role in (Role.CONTACT, Role.LEADER) else ""
    if role in (Role.CONTACT, Role.LEADER) and not bureau:
        raise ValueError(f"a {role} needs a bureau")
    bureau_id = people.id_of(people.bureau(work.session, bureau)) if bureau else None
    someone = people.person(work.session, row["name"], role, bureau_id)
    someone.phone = row.get("phone") or someone.phone
    work.session.add(someone)
    for number in row.get("proposals", "").replace("、", " ").replace(";", " ").split():
        _propose(work, number, people.id_of(someone), role)
    work.record("person_entered", {"person": people.id_of(someone), "role": role.value, "bureau": bureau})


def _role(words: str) -> Role:
    try:
        return Role(CHINESE.get(words, words.lower()))
    except ValueError as unknown:
        raise ValueError(f"no such role: {words!r} (one of {', '.join(Role)})") from unknown


def _propose(work: Work, number: str, person_id: int, role: Role) -> None:
    if role is not Role.MEMBER:
        raise ValueError("only a member has proposals")
    number = letters.said_number(number)
    for proposal in letters.numbered(work.session, number) or [letters.proposal(work.session, "", number)]:
        letters.proposed_by(work.session, _id(proposal), person_id)


def _id(proposal: Proposal) -> int:
    assert proposal.id is not None
    return proposal.id
