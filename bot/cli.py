"""The command line. Exit code 0: done; 1: something was refused, a line each saying what and why; 2: usage."""

import asyncio
import re
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import track
from telegram.error import InvalidToken

from bot import inquiry, jsonlines, logs, terminal
from bot.app import open_database, serve, system_clock
from bot.console import AsJson, Files, content, end, errors, json_line, out, refuse
from bot.settings import BadSettings, Settings, load
from bot.trial import try_it
from storage.terms import Role, Status
from tasks import invitations, lists, rosters
from tasks.intake import Reader, take
from tasks.language.words import Words
from tasks.reading.plain import Unreadable
from tasks.work import Work

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
people = typer.Typer(no_args_is_help=True, help="Who is who: members, contacts, leaders, the office.")
app.add_typer(people, name="people")
app.command("read")(inquiry.read_letters)
app.command()(inquiry.when)
app.command()(inquiry.reply)

Config = Annotated[Path, typer.Option("--config", envvar="DUBAN_CONFIG", help="The settings file.")]
HERE = Path("config.toml")


@app.callback()
def duban() -> None:
    """督办: reads a bureau's reply letter, keeps what it promises, and reminds until it is done."""


@app.command()
def add(files: Files, config: Config = HERE) -> None:
    """Read letters and enter them in the ledger; the same file twice is one letter."""
    settings = _settings(config)
    database, policy, refused = open_database(settings), settings.policy(), 0
    reader = Reader(Words(), policy)
    for file in track(files, "reading", console=errors, disable=len(files) == 1):
        try:
            data = content(file)
            read = reader.receive(data, policy.day(system_clock()))
            with database.writing() as session:
                letter, is_new = take(Work(session, policy, system_clock()), file.name, data, *read)
            out.print(f"{file}: {'entered' if is_new else 'known already'}, letter {letter.id}", markup=False)
        except Unreadable as why:
            refused += refuse(f"{file}: {why}")
    end(refused)


@app.command("list")
def list_ledger(
    overdue: Annotated[bool, typer.Option("--overdue", help="Open, and past the due day.")] = False,
    due: Annotated[str, typer.Option("--due", metavar="7d", help="Open, and due in so many days.")] = "",
    bureau: Annotated[str, typer.Option("--bureau", help="Words of the bureau's name.")] = "",
    member: Annotated[str, typer.Option("--member", help="The member's name.")] = "",
    status: Annotated[Status | None, typer.Option("--status", help="In this state.")] = None,
    as_json: AsJson = False,
    config: Config = HERE,
) -> None:
    """List the ledger, earliest due day first."""
    if overdue and due:
        raise typer.BadParameter("what is overdue is due no more: give one of --overdue and --due")
    settings = _settings(config)
    with open_database(settings).reading() as session:
        work = Work(session, settings.policy(), system_clock())
        entries = lists.chosen(work, overdue=overdue, due_days=_days(due), bureau=bureau, member=member, status=status)
    if as_json:
        for one in entries:
            json_line(jsonlines.entry(one))
    else:
        terminal.show_ledger(out, entries)


@app.command()
def invite(
    role: Annotated[Role, typer.Option("--role", help="What the person is.")],
    name: Annotated[str, typer.Option("--name", help="The person's name.")] = "管理员",
    bureau: Annotated[str, typer.Option("--bureau", help="For a contact or a leader: the bureau's full name.")] = "",
    rebind: Annotated[bool, typer.Option("--rebind", help="They have a chat, and move to another.")] = False,
    config: Config = HERE,
) -> None:
    """Make a one-time invitation; whoever sends it to the bot first is that person. It lasts for 7 days."""
    settings = _settings(config)
    try:
        with open_database(settings).writing() as session:
            code = invitations.invite(Work(session, settings.policy(), system_clock()), name, role, bureau, rebind)
    except invitations.BadInvitation as why:
        end(refuse(str(why)))
    out.print(f"{name} sends this to the bot, once:\n/start {code}", markup=False)


@people.command("import")
def import_people(
    roster: Annotated[Path, typer.Argument(help="CSV: name, role, bureau, phone, proposals (or 姓名, 角色, …).")],
    config: Config = HERE,
) -> None:
    """Enter a roster, UTF-8 or GB18030: all of it, or nothing."""
    settings = _settings(config)
    try:
        with open_database(settings).writing() as session:
            count = rosters.enter(Work(session, settings.policy(), system_clock()), content(roster))
    except (rosters.BadRoster, Unreadable) as why:
        end(refuse(f"{roster}: {why}"))
    out.print(f"{roster}: {count} entered", markup=False)


@app.command("serve")
def serve_bot(config: Config = HERE) -> None:
    """Run the bot and its reminders until stopped."""
    logs.set_up()
    settings = _settings(config)
    try:
        asyncio.run(serve(settings))
    except BadSettings as why:
        end(refuse(str(why)))
    except InvalidToken:
        end(refuse("telegram.token: the chat service does not know it"))


@app.command("try")
def try_duban(
    port: Annotated[int, typer.Option("--port", help="0: any free one.")] = 0,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Only print the address.")] = False,
) -> None:
    """Try everything here: no token, no network, three phones in the browser and a calendar to move."""
    asyncio.run(try_it(port, open_browser=not no_browser))


def _settings(config: Path) -> Settings:
    """The settings, or one line for each key that is wrong. Only the usual file may be absent."""
    if config != HERE and not config.is_file():
        end(refuse(f"{config}: no such file"))
    try:
        return load(config)
    except BadSettings as wrong:
        end(refuse(str(wrong)))
        raise AssertionError from wrong


def _days(text: str) -> int | None:
    """7d or 7; None where nothing was asked."""
    if not text:
        return None
    found = re.fullmatch(r"(\d{1,4})d?", text)
    if found is None:
        raise typer.BadParameter(f"{text!r}: write days as 7d", param_hint="--due")
    return int(found.group(1))


def main() -> None:
    sys.exit(app())
