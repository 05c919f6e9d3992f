"""Words that answer what duban has just asked: a day, a reason, a link."""

from collections.abc import Callable, Mapping
from datetime import date

from storage.terms import Act, Answer
from tasks import answers, ratings, review
from tasks.language.dates import Time
from tasks.language.replies import Reply, understand_reply
from tasks.questions import Asks, Open
from tasks.results import NeverMind, Result
from tasks.rules.moves import NotTheirs
from tasks.work import Work

NEVER_MIND = {"取消", "算了", "点错了", "不用了"}


def answered(work: Work, asks: Asks, about: int, text: str) -> Result:
    """Go on where the question left off."""
    if text.strip("。！!，, \n") in NEVER_MIND:
        return NeverMind()
    return ANSWERED[asks](work, about, text)


def _new_day(work: Work, update_id: int, text: str) -> Result:
    """The day a request for extension left out; words without a day are read as a new answer."""
    update = answers.own_draft(work, update_id)
    found = answers.days_in(work, text)
    if not found:
        return answers.read(work, work.commitment(update.commitment_id), text)
    update.new_due = _day(found)
    update.reason = update.reason or _understood(work, text, update.due).reason
    work.session.add(update)
    return answers.advance(work, update, next((time.choices for time in found if time.choices), ()))


def new_day_chosen(work: Work, update_id: int, day: date) -> Result:
    """One of the two likely readings of a day that does not exist was pressed."""
    update = answers.own_draft(work, update_id)
    update.new_due = day
    work.session.add(update)
    return answers.advance(work, update)


def _reason(work: Work, update_id: int, text: str) -> Result:
    update = answers.own_draft(work, update_id)
    update.reason = text.strip()
    work.session.add(update)
    return answers.advance(work, update)


def _evidence(work: Work, update_id: int, text: str) -> Result:
    """A link or a document's number; other words are read as a new answer."""
    update = answers.own_draft(work, update_id)
    reply = _understood(work, text, update.due)
    if reply.evidence:
        answers.attach(work, update, reply.evidence)
    elif reply.status is not Answer.UNCLEAR:
        return answers.read(work, work.commitment(update.commitment_id), text)
    return answers.advance(work, update)


def file_given(work: Work, question: Open, name: str, content: bytes) -> Result:
    """A photo or a file that shows it, kept as it came and opened by nobody but people."""
    if question is None or question[0] is not Asks.EVIDENCE:
        raise NotTheirs("no evidence was asked for")
    update = answers.own_draft(work, question[1])
    answers.attach(work, update, name, content)
    return answers.advance(work, update)


def _extension(work: Work, id: int, text: str) -> Result:
    """New day and reason, in any order; what is missing is asked for."""
    commitment = work.commitment(id)
    work.may(commitment, Act.ASK_EXTENSION)
    reply, found = _understood(work, text, commitment.due), answers.days_in(work, text)
    if reply.status is Answer.DONE:
        return answers.read(work, commitment, text)
    asked = Reply(Answer.DELAY, None, None, reply.new_due or _day(found), reply.reason, None)
    return answers.advance(work, answers.draft(work, commitment, text, asked), reply.impossible)


def _difficulty(work: Work, id: int, text: str) -> Result:
    commitment = work.commitment(id)
    work.may(commitment, Act.PROGRESS)
    reply = _understood(work, text, commitment.due)
    if reply.status in (Answer.DONE, Answer.DELAY):
        return answers.read(work, commitment, text)
    stuck = Reply(Answer.BLOCKED, reply.percent, None, None, reply.reason or text.strip(), reply.evidence)
    return answers.advance(work, answers.draft(work, commitment, text, stuck))


def _understood(work: Work, text: str, due: date | None) -> Reply:
    policy = work.policy
    return understand_reply(text, work.today, due, policy.seasons, policy.plan.workdays)


def _day(found: tuple[Time, ...]) -> date | None:
    return next((time.due for time in reversed(found) if time.due), None)


ANSWERED: Mapping[Asks, Callable[[Work, int, str], Result]] = {
    Asks.CORRECTION: review.correct,
    Asks.EXTENSION: _extension,
    Asks.DIFFICULTY: _difficulty,
    Asks.NEW_DAY: _new_day,
    Asks.REASON: _reason,
    Asks.EVIDENCE: _evidence,
    Asks.RATING: ratings.reason_given,
}
