"""What passes from clause to clause of a sentence, and the draft of a promise before it is put into words."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from storage.terms import Kind
from tasks.language.cues import Stance
from tasks.language.dates.times import Time
from tasks.language.owners import Owner
from tasks.language.sentences import Clause, Sentence
from tasks.language.words import Word, Words
from tasks.reading.document import Passage

ReadTimes = Callable[[str, Callable[[int], bool]], tuple[Time, ...]]  # (text, does this place look ahead?) → its times


class Feature(StrEnum):
    """What is known of a promise besides its clause's stance; each is a line of its `why`."""

    OWN_TIME = "a time in the clause"
    TIME_BEFORE = "a time before the clause governs it"
    HEADING_TIME = "a time of its heading spans it"
    VAGUE = "a vague time"
    NO_TIME = "an act that can be checked, and no time"
    GOES_ON = "its sentence has promised something before"
    SECTION = "only its section looks ahead"
    DURATION = "a duration of works"
    TABLE = "a row of a table"
    UNBOUNDED = "its time bears no 前, 底 or 内"
    TOLD = "its sentence also tells of something done"
    BEHIND = "its heading looks back"
    RUNNING = "its time has begun already"
    COUNTED = "its day is counted from another day"
    LOOSE = "no verb of those that a stranger can check"
    PAST = "its day is past, and it was required of a body"


class Mood(StrEnum):
    """What a section tells of, by its heading and then by its own sentences."""

    OPEN = "open"
    AHEAD = "ahead"
    BEHIND = "behind"


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for the whole letter."""

    reference: date
    read_times: ReadTimes
    words: Words
    provincial: bool = False  # the replying body speaks for the whole province, and 全省 is its own


@dataclass(frozen=True, slots=True)
class Placed:
    """A time with its place in the passage."""

    time: Time
    start: int
    end: int
    outside: Passage | None = None  # the heading it stands in, where that is not the passage of its act


@dataclass(frozen=True, slots=True)
class Found:
    """A clause that has an act: its own time, the time that governs it, and its words without times and attributes."""

    clause: Clause
    own: Placed | None
    governs: Placed | None
    kind: Stance
    core: str
    words: list[Word]


@dataclass(frozen=True, slots=True)
class Draft:
    """A promise as found: places in the passage, the time that governs it, the cues that made it one."""

    start: int
    end: int
    sentence: tuple[int, int]
    kind: Kind
    soft: bool
    owner: Owner | None
    when: Placed | None
    since: Placed | None
    features: tuple[str, ...]  # of Stance and Feature
    act: tuple[int, int]  # the clause that holds the act


@dataclass(frozen=True, slots=True)
class Umbrella:
    """An act with no time yet, which its first milestone takes in; one that only goes on never stands alone."""

    clause: Clause
    start: int  # where its quote begins
    soft: bool
    owner: Owner | None
    stands: bool
    when: Placed | None = None
    features: tuple[str, ...] = ()


@dataclass(slots=True)
class Scope:
    """What reaches from sentence to sentence of a section."""

    mood: Mood = Mood.OPEN  # of the last sentence that told or promised anything, at first of the heading
    behind: bool = False  # the heading looks back
    lead: Placed | None = None  # 2025年重点做好以下工作: a time that spans what is enumerated behind it
    inside: bool = False  # the passage is one of those that the lead spans
    retold: Stance | None = None  # 您建议：一是…。 二是…。 goes on in the next sentence
    owner: Owner | None = None  # who acted last, for 后续施工 and 该项目
    holder: Owner | None = None  # 二、关于市场改造（市商务局负责）: who acts where a clause of the section names nobody


@dataclass(slots=True)
class Reach:
    """What reaches from the earlier clauses of a sentence into the next."""

    sentence: Sentence
    when: Placed | None = None
    waits: Clause | None = None  # 待资金到位后, with its act in the next clause
    pending: Clause | None = None  # 每季度首月5日前, with its act in the next clause
    since: Placed | None = None  # 自8月起: the start of what comes back
    soft: bool = False
    owner: Owner | None = None
    mode: Stance = Stance.PLAIN
    ordered: bool = False  # 要求 goes on
    promised: bool = False
    before_milestone: bool = False  # the next clause may hold no more than the day by which this act is done
    named: bool = False  # the clause names the body that is to act
    era: bool = False  # 近年来, 截至目前: the sentence tells of a time that is over
    told: bool = False  # a clause of the sentence tells of something done
    umbrella: Umbrella | None = None
