"""An answer → a move. What a contact says is read, echoed, and counts once confirmed."""

import re
from datetime import date

from sqlmodel import select

from storage import ledger, people
from storage.models import Commitment, Evidence, Mention, Received, Update
from storage.terms import Act, Answer, Role
from tasks import questions
from tasks.language.dates import Time, times
from tasks.language.replies import Reply, understand_reply
from tasks.questions import Asks
from tasks.results import (
    Dropped,
    Echo,
    NotUnderstood,
    Result,
    WhatEvidence,
    WhatReason,
    WhichDay,
    WhichItem,
)
from tasks.rules.moves import NotTheirs
from tasks.tellings import update_view
from tasks.work import Stale, Work

# “43-1 已完成”, “2 已完成”, but not “3 月底”: a number and then words that are not its unit
NUMBERED = re.compile(
    r"\s*(?:第?\s*)?(\d{1,5}-\d{1,3}|\d{1,2}(?=项|条|[\s、.．，,：:]))(?:项|条)?[\s、.．，,：:]+(?![年月日号个点])"
)


def said(work: Work, text: str, replied_to: int | None, chat_id: int) -> Result | None:
    """Words from a contact, about whichever commitment they mean; None from one who has nothing to answer for."""
    items = todo(work)
    commitment, words = which(work, text, replied_to, chat_id, items)
    if commitment is not None:
        return read(work, commitment, words)
    if not items:
        return None
    return WhichItem(tuple(work.entry(one) for one in items))


def todo(work: Work) -> list[Commitment]:
    """What a contact has to answer for, earliest day first."""
    assert work.person is not None
    bureaus = [bureau for role, bureau in people.roles(work.session, work.person) if role is Role.CONTACT and bureau]
    return ledger.listed(work.session, statuses=ledger.LIVE, bureau_ids=bureaus) if bureaus else []


def which(
    work: Work, text: str, replied_to: int | None, chat_id: int, items: list[Commitment]
) -> tuple[Commitment | None, str]:
    """The commitment meant (by the message replied to, by number, or the only one there is), and the words about it."""
    meant = mentioned(work, chat_id, replied_to)
    if meant is not None:
        return meant, text
    named = NUMBERED.match(text)
    if named:
        found = _numbered(work, named.group(1), items)
        if found is not None:
            return found, text[named.end() :]
    return (items[0] if len(items) == 1 else None), text


def mentioned(work: Work, chat_id: int, message_id: int | None) -> Commitment | None:
    """The commitment that a message in this chat speaks of."""
    found = work.session.get(Mention, (chat_id, message_id)) if message_id else None
    return work.commitment(found.commitment_id) if found else None


def _numbered(work: Work, number: str, items: list[Commitment]) -> Commitment | None:
    if "-" in number:
        return ledger.by_number(work.session, number)
    place = int(number) - 1
    return items[place] if 0 <= place < len(items) else None


def picked(work: Work, id: int, update_id: int) -> Result:
    """The contact has said which commitment an earlier message meant; its words are still in the inbox."""
    row = work.session.get(Received, update_id)
    message = row.raw.get("message", {}) if row else {}
    if message.get("chat", {}).get("id") != (work.person and work.person.chat_id):
        raise NotTheirs("another person's message")
    return read(work, work.commitment(id), message.get("text", ""))


def read(work: Work, commitment: Commitment, text: str) -> Result:
    """Understand words about a commitment and keep them as a draft."""
    work.may(commitment, Act.PROGRESS)
    policy = work.policy
    reply = understand_reply(text, work.today, commitment.due, policy.seasons, policy.plan.workdays)
    if reply.status is Answer.UNCLEAR:
        return NotUnderstood(work.entry(commitment))
    return advance(work, draft(work, commitment, text, reply), reply.impossible)


def draft(work: Work, commitment: Commitment, text: str, reply: Reply) -> Update:
    """Keep what was said and how it was understood, not counting yet."""
    assert work.actor is not None
    update = Update(
        commitment_id=people.id_of(commitment),
        person_id=work.actor,
        said=text,
        status=reply.status,
        percent=reply.percent,
        done_on=reply.done_on,
        new_due=reply.new_due,
        reason=reply.reason,
        due=commitment.due,
        said_at=work.now,
    )
    work.session.add(update)
    work.session.flush()
    if reply.evidence:
        attach(work, update, reply.evidence)
    return update


def attach(work: Work, update: Update, words: str) -> None:
    """佐证: add what shows that it is so."""
    assert update.id is not None
    work.session.add(Evidence(update_id=update.id, words=words))
    work.session.flush()


def advance(work: Work, update: Update, wrong: tuple[date, ...] = ()) -> Result:
    """Ask for what a draft still lacks; complete, it is echoed."""
    assert update.id is not None
    commitment = work.commitment(update.commitment_id)
    entry = work.entry(commitment)
    if update.status is Answer.DELAY:
        late_enough = update.new_due is not None and (commitment.due is None or update.new_due > commitment.due)
        if not late_enough:
            questions.ask(work, Asks.NEW_DAY, update.id)
            return WhichDay(entry, wrong, update.id, not_later=update.new_due is not None)
    if update.status in (Answer.DELAY, Answer.BLOCKED) and not update.reason:
        questions.ask(work, Asks.REASON, update.id)
        return WhatReason(entry, update.status)
    if update.status is Answer.DONE and commitment.rrule is None and not _evidence(work, update):
        questions.ask(work, Asks.EVIDENCE, update.id)
        return WhatEvidence(entry)
    return Echo(entry, update_view(work.session, update), update.new_due)


def pressed(work: Work, id: int, status: Answer) -> Result:
    """The buttons 已完成 and 进行中 say all there is to say."""
    commitment = work.commitment(id)
    work.may(commitment, Act.PROGRESS)
    return advance(work, draft(work, commitment, "", Reply(status, None, None, None, None, None)))


def ask_extension(work: Work, id: int) -> Result:
    """The button 申请延期: until when, and why?"""
    commitment = work.commitment(id)
    work.may(commitment, Act.ASK_EXTENSION)
    questions.ask(work, Asks.EXTENSION, id)
    return WhichDay(work.entry(commitment))


def ask_difficulty(work: Work, id: int) -> Result:
    """The button 有困难: what is it?"""
    commitment = work.commitment(id)
    work.may(commitment, Act.PROGRESS)
    questions.ask(work, Asks.DIFFICULTY, id)
    return WhatReason(work.entry(commitment), Answer.BLOCKED)


def drop(work: Work, update_id: int) -> Result:
    """The contact takes a draft back."""
    update = own_draft(work, update_id)
    update.dropped_at = work.now
    work.session.add(update)
    return Dropped(work.entry(work.commitment(update.commitment_id)))


def own_draft(work: Work, update_id: int) -> Update:
    """A draft of this very person, that still waits."""
    update = work.session.get(Update, update_id)
    if update is None or update.person_id != work.actor:
        raise NotTheirs("another person's update")
    if update.confirmed_at or update.dropped_at:
        raise Stale(work.entry(work.commitment(update.commitment_id)))
    return update


def days_in(work: Work, text: str) -> tuple[Time, ...]:
    """The times that someone typed, counted from today."""
    return times(text, work.today, work.policy.seasons, work.policy.plan.workdays)


def _evidence(work: Work, update: Update) -> bool:
    return work.session.exec(select(Evidence.id).where(Evidence.update_id == update.id)).first() is not None
