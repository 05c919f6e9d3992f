"""Standard output and standard error, and how a command says that something was refused."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from tasks.reading.plain import Unreadable

out = Console(highlight=False)
errors = Console(stderr=True, highlight=False)

Files = Annotated[list[Path], typer.Argument(help="Text files, UTF-8 or GB18030.")]
AsJson = Annotated[bool, typer.Option("--json", help="JSON, one object a line.")]


def day(text: str | None) -> date | None:
    """An ISO day from an option."""
    try:
        return None if text is None else date.fromisoformat(text)
    except ValueError as wrong:
        raise typer.BadParameter(f"{text!r} is no day; write it as 2026-06-30") from wrong


def content(file: Path) -> bytes:
    """What is in a file; Unreadable where it is not there."""
    try:
        return file.read_bytes()
    except OSError as why:
        raise Unreadable(why.strerror or str(why)) from why


def json_line(value: Any) -> None:
    print(json.dumps(value, ensure_ascii=False))


def json_lines(file: Path) -> Iterator[dict[str, Any]]:
    """The objects of a file of JSON lines."""
    for line in file.read_text("utf-8").splitlines():
        if line.strip():
            yield json.loads(line)


def refuse(why: str) -> int:
    """One line for one refusal; how many that makes."""
    errors.print(why, markup=False, soft_wrap=True)
    return 1


def end(refused: int) -> None:
    """Exit code 1 where anything was refused."""
    if refused:
        raise typer.Exit(1)
