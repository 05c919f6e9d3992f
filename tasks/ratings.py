"""满意度: the member is asked in private, the choice is echoed, and it counts once submitted."""

from storage.models import Rating
from storage.terms import Act, Role, Satisfaction, Stage
from tasks import questions
from tasks.questions import Asks
from tasks.results import Rated, RatingEcho, Result, WhyRating
from tasks.rules.moves import NotTheirs
from tasks.tellings import rating_view
from tasks.work import Stale, Work


def rate(work: Work, id: int, value: Satisfaction) -> Result:
    """Choose; a bad one is asked for its reason first."""
    commitment = work.commitment(id)
    work.may(commitment, Act.RATE)
    assert work.actor is not None
    rating = Rating(commitment_id=id, person_id=work.actor, value=value, said_at=work.now)
    work.session.add(rating)
    work.session.flush()
    return _advance(work, rating)


def reason_given(work: Work, rating_id: int, text: str) -> Result:
    """What is missing, in the member's words."""
    rating = _own(work, rating_id)
    rating.reason = text.strip()
    work.session.add(rating)
    return _advance(work, rating)


def submit(work: Work, rating_id: int) -> Result:
    """It counts, and the office hears of it; the bureau never does."""
    rating = _own(work, rating_id)
    lacking = _advance(work, rating)
    if not isinstance(lacking, RatingEcho):
        return lacking
    commitment = work.commitment(rating.commitment_id)
    work.move(commitment, Act.RATE, rating=rating.value.value)
    rating.confirmed_at = work.now
    work.session.add(rating)
    work.tell(Stage.RATED, rating_id, commitment, Role.OFFICE)
    return Rated(work.entry(commitment), rating_view(work.session, rating))


def _advance(work: Work, rating: Rating) -> Result:
    """A bad one still lacks its reason; complete, it is echoed."""
    assert rating.id is not None
    entry = work.entry(work.commitment(rating.commitment_id))
    if rating.value is Satisfaction.NOT and not rating.reason:
        questions.ask(work, Asks.RATING, rating.id)
        return WhyRating(entry, rating.value)
    return RatingEcho(entry, rating_view(work.session, rating))


def _own(work: Work, rating_id: int) -> Rating:
    rating = work.session.get(Rating, rating_id)
    if rating is None or rating.person_id != work.actor:
        raise NotTheirs("another person's rating")
    if rating.confirmed_at:
        raise Stale(work.entry(work.commitment(rating.commitment_id)))
    return rating
