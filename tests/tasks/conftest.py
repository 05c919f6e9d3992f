"""A bureau, its letters and five people who speak with the office: member, contact, leader, office and a stranger."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import select

from storage import inbox, people
from storage.models import Commitment, Dispatch, Event
from storage.terms import Role
from tasks import intake
from tasks.deliver import deliver
from tasks.intake import Reader
from tasks.office import Office
from tasks.policy import Policy
from tasks.sweep import sweep
from tasks.work import Caller, Work

ZONE = ZoneInfo("Asia/Shanghai")
BUREAU = "青石县水务局"
CHATS = {"member": 101, "contact": 102, "leader": 103, "office": 104, "stranger": 105}
NAMES = {"member": "何澄", "contact": "于帆", "leader": "石磊", "office": "周宁"}
LETTER = """关于县政协三届一次会议第{number}号提案的答复

何澄委员：

您提出的《关于疏浚城区河道的提案》收悉。经研究，现答复如下：

{promises}

感谢您对水务工作的关心和支持！

{bureau}

2026年3月9日
"""
NORTH = "我局将于6月底前疏浚北渠。"
SOUTH = "我局将于9月底前加固南堤。"


@pytest.fixture(scope="session")
def policy():
    return Policy()


@pytest.fixture(scope="session")
def reader(dictionary, policy):
    return Reader(dictionary, policy)


@pytest.fixture(scope="session")
def letter():
    """A letter's bytes, one numbered paragraph a promise."""

    def letter(*promises, number="8", bureau=BUREAU):
        paragraphs = "\n\n".join(f"{place}、{one}" for place, one in zip("一二三四五六", promises, strict=False))
        return LETTER.format(number=number, promises=paragraphs, bureau=bureau).encode()

    return letter


class Pocket:
    """A Post that keeps what it is given."""

    def __init__(self):
        self.sent = []

    def send(self, telling):
        self.sent.append(telling)
        return len(self.sent)


class Town:
    """Everybody's calls to the office, on a day that is set by hand."""

    def __init__(self, database, reader, policy):
        self.database, self.policy, self.reader = database, policy, reader
        self.office = Office(database, reader, policy)
        self.post = Pocket()
        with database.reading() as session:
            self.update_id = inbox.next_offset(session) or 7000
        self.be(date(2026, 3, 10))

    def be(self, day):
        self.now = datetime.combine(day, time(10), ZONE)

    def work(self, session):
        return Work(session, self.policy, self.now)

    def gather(self):
        """Everybody but the stranger is known, and has a chat."""
        with self.database.writing() as session:
            bureau = people.bureau(session, BUREAU)
            for role in Role:
                its = bureau.id if role in (Role.CONTACT, Role.LEADER) else None
                people.person(session, NAMES[role], role, its).chat_id = CHATS[role]

    def caller(self, who):
        """A fresh update from this person, stored as the poller stores it."""
        self.update_id += 1
        chat = CHATS.get(who, who)
        raw = {"update_id": self.update_id, "message": {"chat": {"id": chat}, "text": ""}}
        with self.database.writing() as session:
            inbox.store(session, [raw], self.now)
        return Caller(chat, self.update_id, self.now)

    def ask(self, who, what, *words):
        """One call of the office: town.ask("contact", "answer", 1, Answer.DONE)."""
        return getattr(self.office, what)(self.caller(who), *words)

    def says(self, who, text, replied_to=None):
        return self.ask(who, "said", text, replied_to)

    def take(self, session, name, content):
        return intake.take(self.work(session), name, content, *self.reader.receive(content, self.now.date()))

    def post_letter(self, content):
        with self.database.writing() as session:
            entered, _ = self.take(session, "letter.txt", content)
        return entered.id

    def tick(self):
        """Sweep and deliver; what was sent, and to whom."""
        before = len(self.post.sent)
        sweep(self.database, self.policy, self.now)
        deliver(self.database, self.post, self.policy, self.now)
        return [(one.reader, str(one.stage)) for one in self.post.sent[before:]]

    def live_to(self, day):
        """Each day until then, its messages sent."""
        heard = []
        while self.now.date() < day:
            self.now += timedelta(days=1)
            heard += [(self.now.date(), *one) for one in self.tick()]
        return heard

    def commitment(self, id=1):
        with self.database.reading() as session:
            return session.get_one(Commitment, id)

    def put(self):
        """What waits in the outbox or went through it: whom it is for, and why."""
        with self.database.reading() as session:
            rows = session.exec(select(Dispatch).order_by(Dispatch.id)).all()
            return [(self.names(session)[one.reader_id], str(one.stage)) for one in rows]

    @staticmethod
    def names(session):
        return {person.id: person.name for role in Role for person in people.of_role(session, role)}

    def snapshot(self):
        """Every row that an act could change; the inbox and open questions aside."""
        with self.database.reading() as session:
            connection = session.connection()
            tables = (
                "commitment",
                '"update"',
                "extension",
                "evidence",
                "rating",
                "dispatch",
                "event",
                "letter",
                "person",
            )
            return {table: connection.exec_driver_sql(f"SELECT * FROM {table}").fetchall() for table in tables}

    def acts(self):
        with self.database.reading() as session:
            return [one.act for one in session.exec(select(Event).order_by(Event.id))]


@pytest.fixture(scope="session")
def town_of(reader, policy):
    """A town on a store."""
    return lambda database: Town(database, reader, policy)


@pytest.fixture
def town(database, town_of):
    town = town_of(database)
    town.gather()
    return town


@pytest.fixture
def one_open(town, letter):
    """A town with one commitment, open until 30 June; what its beginning had to tell has been told."""
    town.ask("office", "confirm_all", town.post_letter(letter(NORTH)))
    town.tick()
    return town


@pytest.fixture
def two_open(town, letter):
    """A town with two commitments: 8-1 until 30 June, 8-2 until 30 September."""
    town.ask("office", "confirm_all", town.post_letter(letter(NORTH, SOUTH)))
    town.tick()
    return town
