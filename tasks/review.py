"""The office looks at what was found: confirm, correct, reject. Nothing found is live before that."""

from storage import ledger, people
from storage.models import Commitment
from storage.terms import Act, Kind, Role, Stage, Status
from tasks import questions, views
from tasks.language.dates import times
from tasks.questions import Asks
from tasks.results import DaySet, Listing, Result, Reviewed, Reviewing, WhichDay
from tasks.work import Work

NO_SUCH_DAY = "no such day"  # the date grammar's rule for 9月31日


def begin(work: Work, letter_id: int) -> Result:
    """The first of a letter's commitments that still waits."""
    work.must_be(Role.OFFICE)
    return _next(work, letter_id)


def confirm(work: Work, id: int) -> Result:
    """It goes live; past due when its letter came in, it must be verified first."""
    commitment = work.commitment(id)
    work.move(commitment, Act.CONFIRM, due=str(commitment.due))
    return _next(work, commitment.letter_id)


def confirm_all(work: Work, letter_id: int) -> Result:
    """All of a letter's that still wait."""
    work.must_be(Role.OFFICE)
    for commitment in _waiting(work, letter_id):
        if commitment.rule == NO_SUCH_DAY:
            continue  # its letter names a day that does not exist: that one needs a person's answer
        work.move(commitment, Act.CONFIRM, due=str(commitment.due))
    return _next(work, letter_id)


def reject(work: Work, id: int) -> Result:
    """It was no promise."""
    commitment = work.commitment(id)
    work.move(commitment, Act.REJECT)
    return _next(work, commitment.letter_id)


def ask_day(work: Work, id: int) -> Result:
    """The office wants another day: ask which."""
    commitment = work.commitment(id)
    work.may(commitment, Act.CORRECT)
    questions.ask(work, Asks.CORRECTION, id)
    return WhichDay(work.entry(commitment))


def correct(work: Work, id: int, words: str) -> Result:
    """Give a commitment the day that these words name, counted from its letter's day."""
    commitment = work.commitment(id)
    work.may(commitment, Act.CORRECT)
    letter = work.letter(commitment.letter_id)
    policy = work.policy
    found = times(words, letter.reference or work.today, policy.seasons, policy.plan.workdays)
    day = next((time.due for time in found if time.due), None)
    if day is None:
        questions.ask(work, Asks.CORRECTION, id)
        wrong = next((time.choices for time in found if time.choices), ())
        return WhichDay(work.entry(commitment), wrong)
    event = work.move(commitment, Act.CORRECT, before=str(commitment.due), after=str(day), said=words)
    if commitment.kind is Kind.UNDATED:
        commitment.kind = Kind.DATED
    if commitment.status is Status.PROPOSED:
        commitment.first_due = commitment.due = day
        commitment.rule = "office"
        return _next(work, commitment.letter_id)
    work.arm(commitment, day)
    return _day_set(work, commitment, event)


def set_day(work: Work, number: str, words: str) -> Result:
    """The office names a commitment by its number and gives it a day."""
    work.must_be(Role.OFFICE)
    commitment = ledger.by_number(work.session, number)
    if commitment is None:
        return Listing("find", (), number)
    return correct(work, people.id_of(commitment), words)


def _day_set(work: Work, commitment: Commitment, event: int) -> Result:
    """Those concerned hear of a day that the office has set on what was live already."""
    work.tell(Stage.DAY_SET, event, commitment, Role.CONTACT, Role.MEMBER)
    return DaySet(work.entry(commitment))


def _waiting(work: Work, letter_id: int) -> list[Commitment]:
    return [one for one in ledger.of_letter(work.session, letter_id) if one.status is Status.PROPOSED]


def _next(work: Work, letter_id: int) -> Result:
    """The next one that waits; once none does, those concerned hear of what has become live."""
    waiting = _waiting(work, letter_id)
    if waiting:
        return Reviewing(work.entry(waiting[0]), _letter(work, letter_id), len(waiting))
    live = [one for one in ledger.of_letter(work.session, letter_id) if one.status is not Status.WITHDRAWN]
    if live:
        contacts = people.of_role(work.session, Role.CONTACT, live[0].bureau_id)
        work.tell_of_letter(Stage.ASSIGNED, letter_id, contacts)
        work.tell_of_letter(Stage.ENTERED, letter_id, people.members(work.session, letter_id))
    return Reviewed(_letter(work, letter_id))


def _letter(work: Work, letter_id: int) -> views.LetterView:
    letter = work.letter(letter_id)
    return views.letter_view(work.session, letter, ledger.of_letter(work.session, letter_id), work.today, work.policy)
