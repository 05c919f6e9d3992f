"""Buttons: what is behind each fits, comes back as it was, and leads somewhere."""

from datetime import date
from itertools import product

import pytest

from bot import buttons
from bot.buttons import Press, parse
from bot.chat.presses import VERBS
from storage.terms import Answer, Role, Satisfaction, Stage, Status
from tasks import results
from tasks.tellings import ADDRESSED, Telling

LARGEST = 10**18 - 1
MOST_BYTES = 64


class Office:
    """Has every method that a verb asks for."""

    def __getattr__(self, name):
        return name


@pytest.fixture
def keyboards(an_entry, a_letter, an_update, an_extension, a_rating, today):
    """All that can stand under a message."""
    entry, found, reported = an_entry(), an_entry(status=Status.PROPOSED), an_entry(status=Status.REPORTED)
    answers = [
        results.Reviewing(found, a_letter(), 2),
        results.NotUnderstood(entry),
        results.Dropped(entry),
        results.WhichItem((entry, entry)),
        results.WhichDay(entry, (date(2026, 9, 30), date(2026, 10, 1)), LARGEST),
        results.Echo(entry, an_update(), None),
        results.ToClose(reported, an_update()),
        results.ToDecide(entry, an_extension()),
        results.RatingEcho(reported, a_rating),
    ]
    boards = [buttons.under_result(one, LARGEST) for one in answers]
    for stage, role in ((stage, role) for stage, roles in ADDRESSED.items() for role in roles):
        letter = a_letter() if stage is Stage.FOUND else None
        extension = an_extension() if stage is Stage.EXTENSION_ASKED else None
        about = None if letter else reported if stage is Stage.REPORTED else entry
        telling = Telling(stage, role, 101, "何澄", today, about, letter, an_update(), extension)
        boards.append(buttons.under_telling(telling))
    return [one for one in boards if one is not None]


@pytest.fixture
def made(keyboards):
    return {button.callback_data for board in keyboards for row in board.inline_keyboard for button in row}


def test_what_is_behind_a_button_is_never_over_64_bytes(made):
    assert max(len(one.encode()) for one in made) <= MOST_BYTES


def test_what_was_made_comes_back_and_has_a_verb(made):
    for one in made:
        press = parse(one)
        assert press.about == LARGEST
        method, (about, *_) = VERBS[press.verb](Office(), press)
        assert (method, about) != ("", None)


def test_every_verb_has_its_button(made):
    assert {parse(one).verb for one in made} == set(VERBS)


def test_the_choices_stand_behind_their_buttons(made):
    wanted = [f"answer:{LARGEST}:{one}" for one in (Answer.DONE, Answer.PROGRESS, Answer.DELAY, Answer.BLOCKED)]
    wanted += [f"rate:{LARGEST}:{one}" for one in Satisfaction] + [f"day:{LARGEST}:2026-09-30"]
    assert set(wanted) <= made


@pytest.mark.parametrize(
    "garbage",
    ["", ":", "::", "confirm", "confirm:", "confirm:x", "confirm:-1", "confirm:1.5", "confirm: 1", "confirm:１２",
     "confirm:²", f"confirm:{10**18}", "confirm:1e3", "确认:一", ":x:1", "\x00:\x00"],
)  # fmt: skip
def test_garbage_is_not_taken_for_a_press(garbage):
    assert parse(garbage) is None


def test_a_press_is_taken_apart():
    assert parse("answer:43:done") == Press("answer", 43, "done")
    assert parse("yes:43") == Press("yes", 43)
    assert parse(buttons.data("day", 43, "2026-09-30")) == Press("day", 43, "2026-09-30")


def test_a_verb_that_we_do_not_have_leads_nowhere():
    assert parse("drop:1").verb not in VERBS


@pytest.mark.parametrize("forged", ["answer:1:maybe", "rate:1:great", "day:1:2026-09-31", "pick:1:x", "answer:1"])
def test_a_word_that_we_never_made_is_refused(forged):
    press = parse(forged)
    with pytest.raises(ValueError, match=r"not a valid|no id|out of range"):
        VERBS[press.verb](Office(), press)


def test_a_leader_is_told_and_has_nothing_to_press(an_entry, today):
    for stage in Stage:
        assert buttons.under_telling(Telling(stage, Role.LEADER, 103, "石磊", today, an_entry())) is None


@pytest.mark.parametrize(
    ("stage", "role"), list(product([Stage.CLOSED, Stage.PROGRESSED], [Role.MEMBER, Role.CONTACT]))
)
def test_what_is_only_told_has_nothing_to_press(an_entry, today, stage, role):
    assert buttons.under_telling(Telling(stage, role, 101, "何澄", today, an_entry())) is None


def test_the_last_of_a_letter_offers_no_rest_to_confirm(an_entry, a_letter):
    board = buttons.under_result(results.Reviewing(an_entry(status=Status.PROPOSED), a_letter(), 1), 7001)
    assert [[one.text for one in row] for row in board.inline_keyboard] == [["确认", "更正期限", "不是承诺"]]


@pytest.mark.parametrize("role", [Role.OFFICE, Role.MEMBER, Role.CONTACT])
def test_what_has_been_withdrawn_meanwhile_has_nothing_to_press(an_entry, today, role):
    for stage in (Stage.REPORTED, Stage.DUE, Stage.VERIFY):
        telling = Telling(stage, role, 101, "何澄", today, an_entry(status=Status.WITHDRAWN))
        assert buttons.under_telling(telling) is None


def test_a_member_may_rate_what_has_been_closed_meanwhile(an_entry, today):
    board = buttons.under_telling(
        Telling(Stage.REPORTED, Role.MEMBER, 101, "何澄", today, an_entry(status=Status.CLOSED))
    )
    assert [one.text for one in board.inline_keyboard[0]] == ["满意", "基本满意", "不满意"]


def test_a_choice_of_very_many_stays_below_the_hundred_buttons_of_a_message(an_entry):
    board = buttons.under_result(results.WhichItem((an_entry(),) * 120), 7001)
    assert 2 <= sum(len(row) for row in board.inline_keyboard) <= 100
