"""Every sentence duban says: there is one for everything, Telegram takes it, and it keeps what must be kept."""

from dataclasses import fields
from datetime import date
from itertools import product
from typing import get_args

import pytest
from jinja2 import TemplateNotFound

from bot.sandbox.markup import parse_html
from bot.sandbox.utf16 import utf16_length
from bot.wording import SHOWN, Wording, day_words
from storage.terms import Answer, Light, Role, Satisfaction, Stage, Status
from tasks import results
from tasks.language.findings import Basis, Question
from tasks.tellings import ADDRESSED, Telling

LONGEST = 4096
SPOKEN_TO = [(stage, role) for stage, roles in ADDRESSED.items() for role in roles]
OF_A_LETTER = (Stage.FOUND, Stage.ASSIGNED, Stage.ENTERED)
STATUSES = ("progress", "done", "delay", "blocked", "handover")
DOUBTS = tuple(
    {"question": one.value, "words": ["〇甲", "〇乙"], "choices": ["2026-09-30", "2026-10-01"]} for one in Question
)


@pytest.fixture(params=[True, False], ids=["quotes", "no quotes"], scope="module")
def wording(request):
    return Wording(quotes=request.param)


@pytest.fixture(scope="session")
def a_telling(an_entry, a_letter, an_update, an_extension, a_rating, today):
    def a_telling(stage, role, status="progress", granted=None, **changes):
        facts = {
            "entry": None if stage in OF_A_LETTER else an_entry(),
            "letter": a_letter() if stage in OF_A_LETTER else None,
            "update": an_update(status=status),
            "extension": an_extension(granted),
            "rating": a_rating,
            "workdays_left": 3,
            "answer_by": date(2026, 7, 3),
            "leaders": ("石磊",),
        }
        return Telling(stage, role, 101, "何澄", today, **(facts | changes))

    return a_telling


@pytest.fixture(scope="session")
def all_results(an_entry, a_letter, an_update, an_extension, a_rating):
    """One of each answer or several where it says different things."""
    entry, roles = an_entry(), tuple(Role)
    headings = ("overdue", "due", "bureau", "find", "todo", "mine", "pending")
    return [
        results.Stranger(),
        results.BadCode(),
        *(results.Welcome("何澄", held, ("青石县水务局",), 3) for held in (*((one,) for one in roles), roles)),
        *(results.Help(held) for held in (*((one,) for one in roles), roles)),
        results.NotAllowed(),
        results.NeverMind(),
        results.DaySet(entry),
        results.ToClose(an_entry(status=Status.REPORTED), an_update(status="done")),
        results.ToDecide(entry, an_extension()),
        *(results.TooLate(an_entry(status=status)) for status in Status),
        results.TooLate(None),
        results.AlreadyDone(),
        *(results.Listing(one, (entry,) * count, "7") for one, count in product(headings, (0, 1, SHOWN, SHOWN + 1))),
        results.Listing(
            "find", tuple(an_entry(status=status, light=light, days_late=0) for status, light in product(Status, Light))
        ),
        results.Reviewing(entry, a_letter(), 2),
        results.Reviewed(a_letter(SHOWN + 5)),
        results.WhichDay(entry),
        results.WhichDay(entry, (date(2026, 9, 30), date(2026, 10, 1)), entry.id),
        results.WhichDay(entry, (), entry.id, not_later=True),
        results.WhichItem((entry, entry)),
        results.NotUnderstood(entry),
        *(results.WhatReason(entry, of) for of in (Answer.DELAY, Answer.BLOCKED)),
        results.WhatEvidence(entry),
        *(results.Echo(entry, an_update(status=status), date(2026, 8, 31)) for status in STATUSES),
        *(
            results.Recorded(entry, an_update(status=status), held)
            for status, held in product(STATUSES, (None, date(2026, 7, 6)))
        ),
        results.Recorded(an_entry(status=Status.REPORTED), an_update(status="done", done_on=None, evidence=()), None),
        results.Dropped(entry),
        *(results.Decided(entry, an_extension(granted)) for granted in (True, False)),
        results.SignedOff(entry),
        results.SentBack(entry),
        results.RatingEcho(entry, a_rating),
        *(results.WhyRating(entry, value) for value in Satisfaction),
        results.Rated(entry, a_rating),
    ]


def told(wording, text):
    """What a phone shows of it; Telegram must take it, and without quotes it holds no words of a letter."""
    shown, _ = parse_html(text)
    assert shown.strip()
    assert utf16_length(shown) <= LONGEST
    assert "{" not in shown
    assert "None" not in shown
    if not wording.plain.__self__._templates.globals["quotes"]:
        assert "〇" not in shown
    return shown


@pytest.mark.parametrize(("stage", "role"), SPOKEN_TO, ids=lambda one: one.value)
@pytest.mark.parametrize("status", STATUSES)
def test_every_notice_has_its_words_for_each_reader(wording, a_telling, stage, role, status):
    for granted in (True, False):
        told(wording, wording.telling(a_telling(stage, role, status, granted)))


def test_every_answer_has_its_words(wording, all_results, today):
    for one in all_results:
        told(wording, wording.result(one, today))


def test_there_is_one_of_each_answer_here(all_results):
    assert {type(one) for one in all_results} == set(get_args(results.Result))


@pytest.mark.parametrize("stage", Stage)
def test_every_stage_is_addressed_to_somebody(stage):
    assert ADDRESSED[stage]


def test_every_doubt_that_needs_words_has_them(a_telling, a_letter):
    for doubt in DOUBTS:
        if doubt["question"] == Question.NOT_A_LETTER:
            continue  # such a file is refused, and never becomes a letter
        telling = a_telling(Stage.FOUND, Role.OFFICE, letter=a_letter(doubts=(doubt,)))
        wording = Wording()
        assert "⚠" in told(wording, wording.telling(telling)), doubt


@pytest.mark.parametrize("basis", Basis)
def test_a_letter_without_a_day_says_what_its_times_are_counted_from(a_letter, a_telling, basis):
    doubt = {"question": "no_date", "words": [], "choices": []}
    letter = type(a_letter())(
        **(
            {one.name: getattr(a_letter(), one.name) for one in fields(a_letter())}
            | {"basis": basis.value, "doubts": (doubt,)}
        )
    )
    wording = Wording()
    assert "3月9日（周一）" in told(wording, wording.telling(a_telling(Stage.FOUND, Role.OFFICE, letter=letter)))


@pytest.mark.parametrize(
    "question",
    [
        "no_date",
        "phones_differ",
        "year_unknown",
        "no_such_day",
        "past_due",
    ],
)
def test_without_quotes_no_doubt_quotes_the_letter(a_telling, a_letter, question):
    doubt = next(one for one in DOUBTS if one["question"] == question)
    wording = Wording(quotes=False)
    told(wording, wording.telling(a_telling(Stage.FOUND, Role.OFFICE, letter=a_letter(doubts=(doubt,)))))


def test_with_quotes_the_letters_words_are_shown_as_they_are(a_telling, an_entry, a_letter, today):
    wording = Wording()
    assert "〇疏浚<北渠> & 加固" in told(wording, wording.telling(a_telling(Stage.DUE, Role.CONTACT)))
    shown = told(wording, wording.result(results.Reviewing(an_entry(), a_letter(), 2), today))
    assert "〇我局将于6月底前疏浚<北渠> & 加固" in shown


@pytest.mark.parametrize("stage", [Stage.AHEAD, Stage.DUE, Stage.OVERDUE, Stage.QUARTERLY, Stage.VERIFY])
def test_a_notice_that_falls_to_the_office_says_that_no_contact_can_be_told(wording, a_telling, stage):
    assert "联络员" in told(wording, wording.telling(a_telling(stage, Role.OFFICE)))


def test_a_repeat_says_that_it_may_be_one(wording, a_telling):
    assert "如有重复请忽略" in told(wording, wording.telling(a_telling(Stage.DUE, Role.CONTACT, again=True)))


@pytest.mark.parametrize("name", ["forged", "no_text", "trouble", "unreadable"])
def test_sentences_that_need_no_facts_are_there(wording, name):
    told(wording, wording.plain(name))


@pytest.mark.parametrize("command", ["due", "bureau", "find"])
def test_a_command_without_its_word_says_how_it_is_used(wording, command):
    assert f"/{command}" in told(wording, wording.plain("usage", command=command))


def test_a_sentence_that_is_not_there_is_an_error(wording):
    with pytest.raises(TemplateNotFound):
        wording.plain("nonsense")


def test_a_day_has_its_weekday_and_its_year_where_that_is_another(today):
    assert day_words(date(2026, 6, 30), today) == "6月30日（周二）"
    assert day_words(date(2027, 1, 3), today) == "2027年1月3日（周日）"
    assert day_words(None, today) == "未定期限"


def test_without_quotes_it_is_not_said_who_is_to_act_by_the_letter(an_entry, a_letter, today):
    wording = Wording(quotes=False)
    told(wording, wording.result(results.Reviewing(an_entry(owner="〇各镇"), a_letter(), 2), today))


@pytest.mark.parametrize("length", [60, 150])
def test_a_long_list_of_long_promises_is_one_message(wording, an_entry, today, length):
    listing = results.Listing("overdue", (an_entry(action="渠" * length),) * 40)
    shown = told(wording, wording.result(listing, today))
    assert "40项" in shown


def test_a_very_long_answer_is_echoed_in_one_message(wording, an_entry, an_update, today):
    update = an_update(said="水" * LONGEST, reason="水" * LONGEST)
    for status in ("progress", "delay", "blocked"):
        echo = results.Echo(
            an_entry(), an_update(said=update.said, reason=update.reason, status=status), date(2026, 8, 31)
        )
        told(wording, wording.result(echo, today))


@pytest.mark.parametrize(("stage", "role"), SPOKEN_TO)
def test_a_very_long_answer_is_told_in_one_message(wording, a_telling, an_update, stage, role):
    long = an_update(said="水" * LONGEST, reason="水" * LONGEST, status="blocked")
    told(wording, wording.telling(a_telling(stage, role, update=long)))
