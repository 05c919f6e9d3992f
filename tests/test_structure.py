"""The house keeps its shape: short functions, short files, the clock read in two rooms alone."""

import ast
from itertools import chain
from pathlib import Path

import pytest

TOP = Path(__file__).parents[1]
ROOMS = ("bot", "tasks", "storage")
BIRTHS = TOP / "storage" / "migrations" / "versions"  # a table's birth is as long as the table
SOURCES = sorted(
    one for one in chain.from_iterable((TOP / room).rglob("*.py") for room in ROOMS) if one.parent != BIRTHS
)
CLOCK_READERS = {"bot/app.py", "bot/cli.py"}
CLOCKS = {("datetime", "now"), ("datetime", "today"), ("datetime", "utcnow"), ("date", "today"), ("time", "time")}
VAGUE = {"utils", "helpers", "common", "manager", "base"}


def name(source):
    return source.relative_to(TOP).as_posix()


@pytest.fixture(params=SOURCES, ids=name)
def source(request):
    return request.param


def test_no_file_is_over_250_lines(source):
    assert len(source.read_text("utf-8").splitlines()) <= 250


def test_no_function_is_over_40_lines(source):
    found = [node for node in ast.walk(ast.parse(source.read_text("utf-8"))) if hasattr(node, "args")]
    long = [one.name for one in found if hasattr(one, "name") and one.end_lineno - one.lineno >= 40]
    assert long == []


def test_the_clock_is_read_in_two_rooms_alone(source):
    calls = [node.func for node in ast.walk(ast.parse(source.read_text("utf-8"))) if isinstance(node, ast.Call)]
    reads = [
        (one.value.id, one.attr) for one in calls if isinstance(one, ast.Attribute) and isinstance(one.value, ast.Name)
    ]
    if name(source) not in CLOCK_READERS:
        assert CLOCKS.isdisjoint(reads)


def test_no_file_has_a_name_that_says_nothing(source):
    assert source.stem not in VAGUE


def test_nothing_is_imported_inside_a_function(source):
    functions = [node for node in ast.walk(ast.parse(source.read_text("utf-8"))) if isinstance(node, ast.FunctionDef)]
    inner = [node for one in functions for node in ast.walk(one) if isinstance(node, ast.Import | ast.ImportFrom)]
    assert inner == []
