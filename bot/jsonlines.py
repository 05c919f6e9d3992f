"""What was understood, as plain JSON objects: one a letter, one a time, one a reply, one a ledger line."""

from datetime import date
from typing import Any

from storage.terms import Span
from tasks.language.dates import Time
from tasks.language.findings import Doubt, Findings, Promise
from tasks.language.replies import Reply
from tasks.views import Entry


def letter(file: str, found: Findings) -> dict[str, Any]:
    """One letter: its head, its promises, the day its times count from and why, and what is doubtful."""
    head = found.head
    return {
        "file": file,
        "letter": {
            "title": head.title,
            "bureau": head.bureau,
            "session": head.session,
            "proposal_no": head.proposal_no,
            "proposal_nos": list(head.proposal_nos),
            "members": list(head.members),
            "category": head.category,
            "written_on": _day(head.written_on),
        },
        "commitments": [promise(one) for one in found.promises],
        "reference": _day(found.reference),
        "basis": found.basis.value,
        "doubts": [doubt(one) for one in found.doubts],
    }


def promise(one: Promise) -> dict[str, Any]:
    return {
        "quote": one.quote,
        "when": one.when,
        "due": _day(one.due),
        "start": _day(one.start),
        "rrule": one.rrule,
        "kind": one.kind.value,
        "certainty": one.certainty.value,
        "owner": one.owner,
        "action": one.action,
        "confidence": one.confidence,
        "span": _span(one.span),
        "when_span": _span(one.when_span),
        "rule": one.rule,
        "why": one.why,
    }


def doubt(one: Doubt) -> str:
    """A doubt in one line for an operator."""
    words, choices = ", ".join(one.words), " or ".join(one.choices)
    return one.question.value + (f": {words}" if words else "") + (f" ({choices}?)" if choices else "")


def time(one: Time) -> dict[str, Any]:
    return {
        "when": one.words,
        "span": [one.start_at, one.end_at],
        "due": _day(one.due),
        "start": _day(one.start),
        "rrule": one.rrule,
        "certainty": one.certainty.value,
        "rule": one.rule,
        "choices": [_day(day) for day in one.choices],
    }


def reply(one: Reply) -> dict[str, Any]:
    return {
        "status": one.status.value,
        "percent": one.percent,
        "done_on": _day(one.done_on),
        "new_due": _day(one.new_due),
        "reason": one.reason,
        "evidence": one.evidence,
        "impossible": [_day(day) for day in one.impossible],
    }


def entry(one: Entry) -> dict[str, Any]:
    return {
        "number": one.number,
        "bureau": one.bureau,
        "action": one.action,
        "owner": one.owner,
        "quote": one.quote,
        "when": one.when,
        "rule": one.rule,
        "kind": one.kind.value,
        "certainty": one.certainty.value,
        "status": one.status.value,
        "light": one.light.value,
        "due": _day(one.due),
        "first_due": _day(one.first_due),
        "days_late": one.days_late,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _span(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None
