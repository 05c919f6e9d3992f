"""待审: what waits for the office, one thing at a time: what was found, what is reported, what is asked for."""

from sqlmodel import col, select

from storage.models import Commitment, Extension, Update
from storage.terms import Answer, Role, Status
from tasks import review
from tasks.results import Listing, Result, ToClose, ToDecide
from tasks.tellings import extension_view, update_view
from tasks.work import Work


def next_one(work: Work) -> Result:
    """The oldest of the first kind that waits; an empty list where nothing does."""
    work.must_be(Role.OFFICE)
    proposed = _oldest(work, Status.PROPOSED)
    if proposed is not None:
        return review.begin(work, proposed.letter_id)
    reported = _oldest(work, Status.REPORTED)
    report = latest_report(work, reported) if reported else None
    if reported is not None and report is not None:
        return ToClose(work.entry(reported), update_view(work.session, report))
    extension = _undecided(work)
    if extension is not None:
        entry = work.entry(work.commitment(extension.commitment_id))
        return ToDecide(entry, extension_view(work.session, extension))
    return Listing("pending", ())


def _undecided(work: Work) -> Extension | None:
    """The oldest request that still speaks of its commitment's due day."""
    asked = select(Extension).join(Commitment).where(Commitment.status == Status.OPEN)
    still = asked.where(col(Extension.granted).is_(None), col(Extension.from_due).is_not_distinct_from(Commitment.due))
    return work.session.exec(still.order_by(col(Extension.id))).first()


def latest_report(work: Work, commitment: Commitment) -> Update | None:
    """The confirmed “done” that counts."""
    done = select(Update).where(Update.commitment_id == commitment.id, Update.status == Answer.DONE)
    return work.session.exec(done.where(col(Update.confirmed_at).is_not(None)).order_by(col(Update.id).desc())).first()


def _oldest(work: Work, status: Status) -> Commitment | None:
    return work.session.exec(select(Commitment).where(Commitment.status == status).order_by(col(Commitment.id))).first()
