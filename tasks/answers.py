"""An answer → a move. What a contact says is read, echoed, and counts once confirmed."""

from datetime import date

from sqlmodel import select

from storage import letters, people
from storage.models import Commitment, Evidence, Update
from storage.terms import Act, Answer
from tasks import meant, questions
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


def said(work: Work, text: str, replied_to: int | None, chat_id: int) -> Result | None:
    """Words from a contact, about whichever commitment they mean; None from one who has nothing to answer for."""
    items = meant.todo(work)
    commitment, words = meant.which(work, text, replied_to, chat_id, items)
    if commitment is not None:
        return read(work, commitment, words)
    if not items:
        return None
    return WhichItem(tuple(work.entry(one) for one in items))


def picked(work: Work, id: int, update_id: int) -> Result:
    """The contact has said which commitment an earlier message meant."""
    return read(work, work.commitment(id), meant.words_of(work, update_id))


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


def attach(work: Work, update: Update, words: str, content: bytes | None = None) -> None:
    """佐证: add what shows that it is so: a link or a document's number, or a file under its name."""
    assert update.id is not None
    sha256 = None if content is None else letters.keep_file(work.session, words, content)
    work.session.add(Evidence(update_id=update.id, words=words, sha256=sha256))
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
