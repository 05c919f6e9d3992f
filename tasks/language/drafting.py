"""Makes drafts of clauses: where a quote begins, and what an act becomes that found no milestone."""

from dataclasses import replace

from storage.terms import Certainty, Kind
from tasks.language.drafts import Draft, Placed, Reach
from tasks.language.sentences import Clause


def taken(reach: Reach, clause: Clause) -> int:
    """Where the quote begins: at the act whose first milestone this clause is, or at the event it waits for."""
    umbrella, waits = reach.umbrella, reach.waits
    reach.umbrella = reach.waits = None
    return umbrella.clause.start if umbrella else waits.start if waits else clause.start


def draft(clause: Clause, when: Placed | None, reach: Reach, features: tuple[str, ...], start: int) -> Draft:
    kind = Kind.UNDATED
    if when and (when.time.rrule or when.time.due):
        kind = Kind.RECURRING if when.time.rrule else Kind.DATED
    soft = reach.soft or bool(when and when.time.certainty is Certainty.SOFT)
    place = (reach.sentence.start, reach.sentence.end)
    since = reach.since if kind is Kind.RECURRING else None
    return Draft(start, clause.end, place, kind, soft, reach.owner, when, since, features, (clause.start, clause.end))


def flushed(reach: Reach) -> list[Draft]:
    """An act that found no milestone stands for itself."""
    umbrella, reach.umbrella = reach.umbrella, None
    if umbrella is None or not umbrella.stands:
        return []
    then = replace(reach, soft=umbrella.soft, owner=umbrella.owner)
    return [draft(umbrella.clause, umbrella.when, then, umbrella.features, umbrella.clause.start)]
