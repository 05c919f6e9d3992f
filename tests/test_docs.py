"""Every command and every move appears in the docs."""

from pathlib import Path

import pytest
from typer.main import get_command

from bot.chat.commands import COMMANDS, PLAIN
from bot.cli import app
from tasks.rules.moves import MOVES

TOP = Path(__file__).parents[1]
READMES = ("README.md", "README.zh-CN.md")


@pytest.mark.parametrize("readme", READMES)
def test_the_readme_names_every_command(readme):
    text = (TOP / readme).read_text("utf-8")
    missing = [name for name in get_command(app).commands if f"duban {name}" not in text]
    assert missing + [name for name in COMMANDS if f"/{name}" not in text] == []


@pytest.mark.parametrize("readme", READMES)
def test_the_readme_names_the_plain_word_for_every_command_that_has_one(readme):
    text = (TOP / readme).read_text("utf-8")
    assert {handler for word, handler in PLAIN.items() if word in text} == set(PLAIN.values())


def test_every_move_stands_in_the_docs():
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in moves().splitlines() if line.startswith("|")]
    stated = {(row[0].split()[0], row[1], row[2], row[3]) for row in rows}
    assert {(its, act, role, then) for (its, act), (role, then) in MOVES.items()} <= stated
    assert len(stated) == len(MOVES) + 2  # its heading and its rule


def moves():
    return (TOP / "docs" / "moves.md").read_text("utf-8")


@pytest.mark.parametrize("readme", READMES)
def test_the_pictures_of_the_readme_are_there(readme):
    text = (TOP / readme).read_text("utf-8")
    for picture in ("docs/try.png", "docs/read.png"):
        assert picture in text
        assert (TOP / picture).stat().st_size > 0
