"""The words every room shares: plain values, free of any database, so that rules and language may use them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    """What sort of time a promise carries."""

    DATED = "dated"
    RECURRING = "recurring"
    UNDATED = "undated"


class Certainty(StrEnum):
    """明确／软性: 力争, 预计 and their like make a promise soft."""

    FIRM = "firm"
    SOFT = "soft"


@dataclass(frozen=True, slots=True)
class Span:
    """Where words stand in the letter's text: characters, end exclusive."""

    start: int
    end: int


class Status(StrEnum):
    """States people set. What time does to a commitment is a Light and is never stored."""

    PROPOSED = "proposed"  # 待审核
    OPEN = "open"  # 在办
    REPORTED = "reported"  # 待销号
    CLOSED = "closed"  # 已销号
    WITHDRAWN = "withdrawn"  # 撤销
    TO_VERIFY = "to_verify"  # 到期待核实


class Light(StrEnum):
    """绿黄红灯: only the calendar turns a light."""

    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"


class Role(StrEnum):
    """What a person is to a commitment."""

    MEMBER = "member"  # 委员／代表
    CONTACT = "contact"  # 承办单位联络员
    LEADER = "leader"  # 分管领导
    OFFICE = "office"  # 提案委、督查室


class Act(StrEnum):
    """What a person does to a commitment."""

    CONFIRM = "confirm"
    CORRECT = "correct"
    REJECT = "reject"
    PROGRESS = "progress"
    ASK_EXTENSION = "ask_extension"
    DECIDE_EXTENSION = "decide_extension"
    REPORT = "report"
    RETURN = "return"
    SIGN_OFF = "sign_off"
    WITHDRAW = "withdraw"
    RATE = "rate"


class Answer(StrEnum):
    """What a contact's reply says of a commitment."""

    DONE = "done"
    PROGRESS = "progress"
    DELAY = "delay"
    BLOCKED = "blocked"
    HANDOVER = "handover"
    UNCLEAR = "unclear"


class Stage(StrEnum):
    """Why a notice goes out. The first block is the ladder, climbed by the calendar; the rest are facts to be told."""

    AHEAD = "ahead"  # 提醒
    DUE = "due"  # 今日到期
    OVERDUE = "overdue"  # 逾期告知
    ESCALATED = "escalated"  # 黄单: the leader hears, the office is told
    URGED = "urged"  # 红单: a 督办函 is proposed to the office
    LISTED = "listed"  # 通报
    QUARTERLY = "quarterly"  # an undated promise is asked for progress
    VERIFY = "verify"  # was it done? past due when its letter came in

    FOUND = "found"  # a letter was read: the office reviews
    ASSIGNED = "assigned"  # a bureau's contact gets its new commitments
    ENTERED = "entered"  # the member hears what was promised
    PROGRESSED = "progressed"  # 进展通报
    EXTENSION_ASKED = "extension_asked"
    EXTENSION_DECIDED = "extension_decided"
    REPORTED = "reported"  # 待销号 for the office, 办结征询 for the member
    RETURNED = "returned"
    CLOSED = "closed"
    DAY_SET = "day_set"  # the office has given a live commitment another day
    RATED = "rated"
    HANDED_OVER = "handed_over"


class Satisfaction(StrEnum):
    """委员评价."""

    SATISFIED = "satisfied"
    MOSTLY = "mostly"
    NOT = "not"


class Outcome(StrEnum):
    """What became of a notice."""

    SENT = "sent"
    MOOT = "moot"  # no longer true when its turn came


@dataclass(frozen=True, slots=True)
class Notice:
    """催办: told once to each reader, for each stage of each due day.

    `step` tells several of one stage apart: the working days of a rung (-7), or the id of the fact that is told.
    `commitment` is None for what concerns a whole letter.
    """

    stage: Stage
    step: int
    reader: int
    letter: int
    commitment: int | None = None
    due: date | None = None

    @property
    def key(self) -> str:
        """The identity, unique in the outbox."""
        about = f"letter {self.letter}" if self.commitment is None else f"commitment {self.commitment}"
        return f"{about} {self.stage}{self.step:+d} reader {self.reader} due {self.due}"


@dataclass(frozen=True, slots=True)
class Told:
    """A notice that stands in the outbox; `on` is the day that was dealt with (it arrived, or an answer came first)."""

    stage: Stage
    step: int
    reader: int
    due: date | None
    on: date | None


@dataclass(frozen=True, slots=True)
class Item:
    """What the rules see of a commitment."""

    id: int
    letter: int
    status: Status
    kind: Kind
    due: date | None
    armed_on: date | None  # the day on which its current due day came to count
    held_until: date | None  # a real answer stops the climb until this day
    readers: tuple[tuple[Role, int], ...]  # who can be told, by role
    told: tuple[Told, ...] = ()

    def of(self, role: Role) -> tuple[int, ...]:
        """Who is to be told in this role; the office for whoever cannot be."""
        chosen = tuple(reader for its, reader in self.readers if its is role)
        return chosen or tuple(reader for its, reader in self.readers if its is Role.OFFICE)
