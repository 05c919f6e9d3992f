"""Makes drafts of clauses: where a quote begins, and what an act becomes that found no milestone."""

from dataclasses import replace

from storage.terms import Certainty, Kind
from tasks.language.acts import is_bare
from tasks.language.drafts import Draft, Placed, Reach
from tasks.language.sentences import Clause
from tasks.language.words import Word


def taken(reach: Reach, clause: Clause, recurs: bool = False) -> int:
    """Where the quote begins: at the act whose first milestone this clause is, or at the event it waits for."""
    before = reach.umbrella or reach.waits or (reach.pending if recurs else None)
    reach.umbrella = reach.waits = reach.pending = None
    return before.start if before else clause.start


def ends_umbrella(reach: Reach, words: list[Word]) -> list[Draft]:
    """A milestone with an object of its own leaves the act before it to itself."""
    if reach.umbrella and reach.umbrella.when and words[0].tag[0] not in "avdsw":
        return flushed(reach)  # 首批聘书…发放: it has a subject of its own
    return [] if is_bare(words) else flushed(reach)


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
    return [draft(umbrella.clause, umbrella.when, then, umbrella.features, umbrella.start)]
