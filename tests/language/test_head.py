"""The head of a letter in the forms in which offices print it. Every name here is invented."""

import json
import time
from pathlib import Path

import pytest

from tasks.language.doubts import phones_differ
from tasks.language.head import read_head
from tasks.language.references import read_reference
from tasks.reading.pages import read_pages

CASES = json.loads((Path(__file__).parents[1] / "corpus" / "heads.json").read_text("utf-8"))


def told(text):
    document = read_pages(text)
    written_on, _, basis = read_reference(document, None)
    head = read_head(document, written_on)
    fields = {name: getattr(head, name) for name in head.__slots__}
    return fields | {"written_on": written_on and written_on.isoformat(), "basis": basis}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_each_field_is_read_as_printed(case):
    found = told("\n\n".join(case["lines"]))
    said = {name: list(value) if isinstance(value, tuple) else value for name, value in found.items()}
    assert {name: said[name] for name in case["head"]} == case["head"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_blank_lines_between_the_lines_change_nothing(case):
    assert told("\n".join(case["lines"])) == told("\n\n".join(case["lines"]))


def test_an_empty_text_has_no_head():
    found = told("")
    assert not any(found[name] for name in found if name != "basis")


@pytest.mark.parametrize(
    "unit",
    [
        "关于",
        "第1号",
        "市政协一届",
        "委员、",
        "类别：",
        "局",
        "（",
        "A□",
        "2024年5月",
        "<",
        "对\n",
        "局\n",
        "提案",
        "号、第1",
        "2024年5月6日\n",
    ],
)
def test_hostile_text_takes_linear_time(unit):
    begin = time.perf_counter()
    told("关于市政协一届一次会议第1号提案的答复\n" + unit * (60_000 // len(unit)))
    assert time.perf_counter() - begin < 5


def phones(text):
    return [doubt.words for doubt in phones_differ(read_pages(text))]


def test_two_telephone_numbers_that_differ_by_a_digit_are_shown():
    assert phones("联系电话：0000-6000123\n\n联系电话：0000-600123") == [("0000-6000123", "0000-600123")]
    assert phones("电话：００００－６０００１２３；电话：0000-6000128") == [("0000-6000123", "0000-6000128")]


@pytest.mark.parametrize(
    "text",
    [
        "（0000）6000123；0000-6000123",
        "电话：0000-6000123，传真：0000-6000124",
        "0000-6000123；0000-7311948",
        "0000-6000123",
    ],
)
def test_one_number_in_two_forms_or_two_that_are_far_apart_are_no_doubt(text):
    assert phones(text) == []
