"""duban read, when and reply: how words are understood. No database, no clock."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from bot import jsonlines, terminal
from bot.console import AsJson, Files, content, day, end, json_line, json_lines, out, refuse
from tasks.intake import Reader
from tasks.language.dates import answer, times
from tasks.language.replies import understand_reply
from tasks.language.words import Words
from tasks.policy import Policy
from tasks.reading.plain import Unreadable

POLICY = Policy()
On = Annotated[str | None, typer.Option("--on", metavar="DATE", help="The day it was written or said, 2026-06-30.")]
Why = Annotated[bool, typer.Option("--why", help="Say what made each a promise.")]
Batch = Annotated[Path | None, typer.Option("--batch", metavar="FILE", help="Cases as JSON lines; answers likewise.")]


def read_letters(files: Files, as_json: AsJson = False, on: On = None, why: Why = False) -> None:
    """Understand letters and print what they promise; touches no database."""
    reader, said, refused = Reader(Words(), POLICY), day(on), 0
    for file in files:
        try:
            document, found = reader.read(content(file), said)
        except Unreadable as trouble:
            refused += refuse(f"{file}: {trouble}")
            continue
        if as_json:
            json_line(jsonlines.letter(str(file), found))
        else:
            terminal.show_letter(out, str(file), document, found, why)
    end(refused)


def when(
    text: Annotated[str, typer.Argument(help="Words with times in them.")] = "",
    on: On = None,
    batch: Batch = None,
    as_json: AsJson = False,
) -> None:
    """The times in a text, and how each is understood."""
    if batch:
        for case in json_lines(batch):
            said = date.fromisoformat(case["reference"])
            found = answer(case["text"], tuple(case["pos"]), said, POLICY.seasons, POLICY.plan.workdays)
            json_line({"id": case["id"], "due": None} | (jsonlines.time(found) if found else {}))
        return
    for one in times(text, _required(on), POLICY.seasons, POLICY.plan.workdays):
        if as_json:
            json_line(jsonlines.time(one))
        else:
            out.print(f"{one.words}  {_meaning(jsonlines.time(one))}", markup=False)


def reply(
    text: Annotated[str, typer.Argument(help="What the contact answered.")] = "",
    on: On = None,
    due: Annotated[str | None, typer.Option("--due", metavar="DATE", help="The due day spoken of.")] = None,
    batch: Batch = None,
    as_json: AsJson = False,
) -> None:
    """How a status reply is understood."""
    if batch:
        for case in json_lines(batch):
            said, owed = date.fromisoformat(case["said_on"]), date.fromisoformat(case["due"])
            understood = understand_reply(case["text"], said, owed, POLICY.seasons, POLICY.plan.workdays)
            json_line({"id": case["id"]} | jsonlines.reply(understood))
        return
    understood = understand_reply(text, _required(on), day(due), POLICY.seasons, POLICY.plan.workdays)
    if as_json:
        json_line(jsonlines.reply(understood))
    else:
        out.print(_meaning(jsonlines.reply(understood)), markup=False)


def _required(on: str | None) -> date:
    found = day(on)
    if found is None:
        raise typer.BadParameter("say the day: --on 2026-06-30")
    return found


def _meaning(facts: dict[str, object]) -> str:
    """The facts that were found, in a line."""
    shown = (
        f"{name} {value}" for name, value in facts.items() if value not in (None, []) and name not in ("when", "span")
    )
    return "  ".join(shown)
