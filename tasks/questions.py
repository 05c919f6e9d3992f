"""What duban has just asked a person, so that their next words answer it. One question at a time."""

from enum import StrEnum

from storage.models import Question
from tasks.work import Work


class Asks(StrEnum):
    """What the next words are; each says what `about` points at."""

    CORRECTION = "correction"  # the right day of a commitment, from the office
    EXTENSION = "extension"  # new day and reason for a commitment
    DIFFICULTY = "difficulty"  # what stands in a commitment's way
    NEW_DAY = "new_day"  # the day that an update left out
    REASON = "reason"  # the reason that an update left out
    EVIDENCE = "evidence"  # what shows that an update's “done” is so
    RATING = "rating"  # the reason of a rating


Open = tuple[Asks, int] | None  # what a person has been asked, and about what


def ask(work: Work, asks: Asks, about: int) -> None:
    """The person's next words answer this; an earlier question is given up."""
    assert work.actor is not None
    work.session.merge(Question(person_id=work.actor, asks=asks, about=about))


def wants_evidence(work: Work) -> bool:
    """Whether a file would answer what the person has been asked."""
    found = work.session.get(Question, work.actor) if work.actor is not None else None
    return found is not None and found.asks == Asks.EVIDENCE


def take(work: Work) -> Open:
    """The open question, which is thereby over."""
    found = work.session.get(Question, work.actor)
    if found is None:
        return None
    work.session.delete(found)
    work.session.flush()
    return Asks(found.asks), found.about
