"""A store with one commitment in it and three people: two who can be reached, and one who has no chat yet."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from storage import letters, people
from storage.models import Commitment, Letter
from storage.terms import Certainty, Kind, Notice, Role, Stage, Status

DUE = date(2026, 6, 30)


@pytest.fixture
def now():
    return datetime(2026, 6, 30, 10, 0, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.fixture
def store(database, now):
    with database.writing() as session:
        bureau = people.bureau(session, "青石县水务局")
        for chat_id, name in ((101, "唐雨"), (102, "纪文"), (None, "沈未到")):
            people.person(session, name, Role.CONTACT, bureau.id).chat_id = chat_id
        letter = Letter(
            sha256=letters.keep_file(session, "letter.txt", b"letter"),
            proposal_id=letters.proposal(session, "县政协三届一次会议", "8").id,
            bureau_id=bureau.id,
            text="我局将于6月底前疏浚北渠。",
            came_on=date(2026, 3, 2),
            came_at=now,
        )
        session.add(letter)
        session.flush()
        session.add(
            Commitment(
                letter_id=letter.id,
                number="8-1",
                bureau_id=bureau.id,
                quote="我局将于6月底前疏浚北渠",
                span_start=0,
                span_end=12,
                kind=Kind.DATED,
                certainty=Certainty.FIRM,
                due=DUE,
                status=Status.OPEN,
            )
        )
    return database


@pytest.fixture
def a_notice():
    """Notices about the one commitment; the first two readers can be reached, the third cannot."""

    def a_notice(stage=Stage.DUE, step=0, reader=1, due=DUE):
        return Notice(stage, step, reader, letter=1, commitment=1, due=due)

    return a_notice
