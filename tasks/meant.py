"""Which commitment a contact's words mean: the message replied to, a number in front, or the only one there is."""

import re
from collections.abc import Sequence

from storage import ledger, people
from storage.models import Commitment, Mention, Received
from storage.terms import Role, Status
from tasks.rules.moves import NotTheirs
from tasks.work import Work

# “2 已完成”, but not “3 月底”, “1.5公里” or “1，2号闸门”: a number, a break, and then neither a unit nor a digit
PLACE = re.compile(r"\s*第?(\d{1,3})(?:项|条)?[\s、.．，,：:]++(?![年月日号个点\d])")
BREAK = re.compile(r"[\s、.．，,：:]*(?!\d)")


def todo(work: Work) -> list[Commitment]:
    """What a contact has to answer for, earliest day first."""
    return _of_bureaus(work, ledger.LIVE)


def _of_bureaus(work: Work, statuses: Sequence[Status] = ()) -> list[Commitment]:
    """What the bureaus promised for which the person is a contact."""
    assert work.person is not None
    bureaus = [bureau for role, bureau in people.roles(work.session, work.person) if role is Role.CONTACT and bureau]
    return ledger.listed(work.session, statuses=statuses, bureau_ids=bureaus) if bureaus else []


def which(
    work: Work, text: str, replied_to: int | None, chat_id: int, items: list[Commitment]
) -> tuple[Commitment | None, str]:
    """The commitment meant, where that can be told, and the words about it."""
    meant = mentioned(work, chat_id, replied_to)
    if meant is not None:
        return meant, text
    named, words = numbered(work, text)
    if named is not None:
        return named, words
    return (items[0] if len(items) == 1 else None), text


def numbered(work: Work, text: str) -> tuple[Commitment | None, str]:
    """The commitment whose number stands in front: 43-2, or 2 where only one that is live is a number two."""
    said = text.lstrip()
    for item in _of_bureaus(work):  # also what is settled: words about it must not pass for another's
        if said.startswith(item.number) and (rest := BREAK.match(said, len(item.number))):
            return item, said[rest.end() :]
    place = PLACE.match(text)
    if place:
        found = [item for item in todo(work) if item.number.endswith(f"-{int(place[1])}")]
        if len(found) == 1:
            return found[0], text[place.end() :]
    return None, text


def mentioned(work: Work, chat_id: int, message_id: int | None) -> Commitment | None:
    """The commitment that a message in this chat speaks of."""
    found = work.session.get(Mention, (chat_id, message_id)) if message_id else None
    return work.commitment(found.commitment_id) if found else None


def words_of(work: Work, update_id: int) -> str:
    """What this very person said in an earlier message; it is still in the inbox."""
    row = work.session.get(Received, update_id)
    message = row.raw.get("message", {}) if row else {}
    if message.get("chat", {}).get("id") != (work.person and work.person.chat_id):
        raise NotTheirs("another person's message")
    words: str = message.get("text", "")
    return words
