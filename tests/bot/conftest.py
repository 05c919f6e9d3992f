"""Facts to be worded: one of everything, each word of a letter marked so that it can be found again."""

from dataclasses import replace
from datetime import date

import pytest

from storage.terms import Certainty, Kind, Light, Satisfaction, Status
from tasks.tellings import ExtensionView, RatingView, UpdateView
from tasks.views import Entry, LetterView

TODAY, DUE = date(2026, 7, 2), date(2026, 6, 30)
LARGEST_ID = 10**18 - 1


@pytest.fixture(scope="session")
def an_entry():
    """One line of the ledger; all that stands in the letter itself is marked with a 〇."""
    plain = Entry(
        id=LARGEST_ID,
        number="31-12",
        bureau="青石县水务局",
        action="〇疏浚<北渠> & 加固",
        owner="各镇",
        quote="〇我局将于6月底前疏浚<北渠> & 加固",
        when="〇6月底前",
        rule="before month 底",
        kind=Kind.DATED,
        certainty=Certainty.SOFT,
        status=Status.OPEN,
        light=Light.RED,
        due=DUE,
        first_due=DUE,
        days_late=2,
        letter=LARGEST_ID,
    )
    return lambda **changes: replace(plain, **changes)


@pytest.fixture(scope="session")
def a_letter(an_entry):
    def a_letter(entries=3, doubts=()):
        return LetterView(
            id=LARGEST_ID,
            title="〇关于县政协三届一次会议第31号提案的答复",
            bureau="青石县水务局",
            proposal="31",
            category="B",
            written_on=None,
            reference=date(2026, 3, 9),
            basis="meeting",
            members=("何澄",),
            doubts=tuple(doubts),
            entries=tuple(an_entry(number=f"31-{place}") for place in range(1, entries + 1)),
        )

    return a_letter


@pytest.fixture(scope="session")
def an_update():
    def an_update(**changes):
        plain = UpdateView(
            id=LARGEST_ID,
            said="已完成80% <b>",
            status="progress",
            percent=80,
            done_on=date(2026, 6, 29),
            reason="设备未到货 <i>",
            evidence=("https://example.test/?a=1&b=2",),
            by="于帆",
        )
        return replace(plain, **changes)

    return an_update


@pytest.fixture(scope="session")
def an_extension():
    return lambda granted=None: ExtensionView(LARGEST_ID, DUE, date(2026, 8, 31), "设备未到货 <i>", granted, 1)


@pytest.fixture(scope="session")
def a_rating():
    return RatingView(LARGEST_ID, Satisfaction.NOT, "只疏浚了一半 <b>", "何澄")


@pytest.fixture(scope="session")
def today():
    return TODAY
