"""回复 → Reply: what a contact's chat answer says of one commitment."""

import re
from collections.abc import Sequence
from datetime import date

from storage.terms import Answer
from tasks.language.dates.seasons import Seasons
from tasks.language.dates.times import Time
from tasks.language.replies.case import Case
from tasks.language.replies.hearing import Said, hear
from tasks.language.replies.new_day import asked_for, foretold
from tasks.language.replies.own_words import own_words
from tasks.language.replies.proof import evidence_in, without_proof
from tasks.language.replies.reason import reason_in
from tasks.language.replies.reply import Reply
from tasks.language.replies.rule import ENDS, Sign
from tasks.language.replies.share import percent_done
from tasks.language.replies.verdict import verdict
from tasks.rules.workdays import Workdays

TO_THE_DAY = re.compile(r"[日号天晚早晨儿底末旬]|[周期拜][一二三四五六日天末1-7]|\d[./-]\d")


def understand_reply(text: str, said_on: date, due: date | None, seasons: Seasons, workdays: Workdays) -> Reply:
    """What `text`, said on a day of an act due on another (None where it has none), means."""
    case = Case(said_on, due, seasons, workdays)
    own = own_words(text)
    heard = hear(without_proof(own), case)
    percent = percent_done([said.clause for said in heard if not said.has(Sign.OLD_PLAN)])
    evidence = evidence_in(text, own, [said.clause for said in heard])
    coming = asked_for(heard, case) or foretold(heard, case)
    status = verdict(heard, coming, percent, case)
    done = _done_on(heard, said_on) if status is Answer.DONE else None
    delayed = coming if status is Answer.DELAY else None
    return Reply(
        status,
        percent if status is not Answer.UNCLEAR else None,
        done.due if done else None,
        delayed.due if delayed and due != delayed.due else None,
        reason_in(text, heard) if status in (Answer.DELAY, Answer.BLOCKED) else None,
        evidence,
        _impossible(heard, status, done),
    )


def _done_on(heard: Sequence[Said], said_on: date) -> Time | None:
    """The day of the act that ends it; else the first day named beside it that has come."""
    named = [
        (said, day) for said in heard for day in said.days if _is_past(day, said_on) and not said.has(Sign.OLD_PLAN)
    ]
    ended = [day for said, day in named if said.has(Sign.DONE, Sign.SETTLED) and ENDS.search(said.clause.words)]
    return ended[-1] if ended else next((day for _, day in named), None)


def _is_past(day: Time, said_on: date) -> bool:
    if day.due is None:
        return bool(day.choices)
    return day.due <= said_on and not day.words.endswith("起") and bool(TO_THE_DAY.search(day.words))


def _impossible(heard: Sequence[Said], status: Answer, done: Time | None) -> tuple[date, ...]:
    """The likely readings of a day that does not exist, unless a day that does was taken instead."""
    if status in (Answer.UNCLEAR, Answer.HANDOVER) or (done and not done.choices):
        return ()
    return next((day.choices for said in heard for day in said.days if day.choices), ())
