"""What an operator sees: letters with their promises marked, the ledger as a table."""

import re
from collections.abc import Iterable

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from bot import jsonlines
from storage.terms import Certainty, Light, Span
from tasks.language.findings import Findings, Promise
from tasks.reading.document import Document
from tasks.views import Entry

PROMISE, TIME = "bold cyan", "bold black on bright_yellow"
LIGHTS = {Light.GREEN: "green", Light.YELLOW: "yellow", Light.RED: "bold red"}


def show_letter(console: Console, file: str, document: Document, found: Findings, why: bool) -> None:
    """A letter's head, then each promise in its sentence; with `why`, also what made it one."""
    console.print(Text(file, style="bold underline"))
    console.print(Padding(_head(found), (0, 0, 1, 0)))
    for number, promise in enumerate(found.promises, start=1):
        console.print(_title(number, promise))
        console.print(Padding(sentence(document.text, promise), (0, 0, 0, 4)))
        console.print(Padding(_facts(promise), (0, 0, 0, 4)))
        console.print(Padding(Text(promise.why if why else "", style="dim italic"), (0, 0, 0, 4)))
    for doubt in found.doubts:
        console.print(Text(f"  ? {jsonlines.doubt(doubt)}", style="magenta"))


def sentence(text: str, promise: Promise) -> Text:
    """The sentence a promise stands in, its words and its time marked; line breaks of the file are left out."""
    shown = Text()
    for place in range(promise.sentence.start, promise.sentence.end):
        if not text[place].isspace():
            shown.append(text[place], style=_style(place, promise))
    return shown


def show_ledger(console: Console, entries: Iterable[Entry]) -> None:
    """The ledger as a table, one commitment a line."""
    table = Table(box=None, header_style="bold")
    for heading in ("No.", "Bureau", "Commitment", "Due", "Status", "Late"):
        table.add_column(heading, overflow="fold", no_wrap=heading in ("No.", "Due", "Status", "Late"))
    for one in entries:
        due = Text(_day(one.due), style=LIGHTS[one.light])
        late = f"{one.days_late} d" if one.days_late else ""
        table.add_row(one.number, one.bureau, one.action, due, one.status.value, late)
    console.print(table)


def _head(found: Findings) -> Text:
    head = found.head
    rows = {
        "title": head.title,
        "bureau": head.bureau,
        "session": head.session,
        "proposal": " / ".join(head.proposal_nos) or head.proposal_no,
        "members": "、".join(head.members),
        "category": head.category,
        "written on": _day(head.written_on),
        "counted from": f"{_day(found.reference)} ({found.basis})",
    }
    return Text("\n").join(Text(f"{name:>12}  {value or '—'}") for name, value in rows.items())


def _title(number: int, promise: Promise) -> Text:
    due = _day(promise.due) if promise.due else "no day"
    soft = "  soft" if promise.certainty is Certainty.SOFT else ""
    return Text(f"{number:>2}  {due}{soft}  {promise.action}", style="bold")


def _facts(promise: Promise) -> Text:
    facts = [f"owner {promise.owner or '—'}", f"rule {promise.rule or '—'}", f"confidence {promise.confidence:.2f}"]
    if promise.rrule:
        facts.insert(1, promise.rrule)
    return Text(" · ".join(facts), style="dim")


def _style(place: int, promise: Promise) -> str:
    if promise.when_span and _in(place, promise.when_span):
        return TIME
    return PROMISE if _in(place, promise.span) else ""


def _in(place: int, span: Span) -> bool:
    return span.start <= place < span.end


def _day(day: object) -> str:
    return "—" if day is None else re.sub(r"$", f" {day:%a}", str(day))
