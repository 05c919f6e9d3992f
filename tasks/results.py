"""What the office answers the bot: one frozen value for each thing there is to say. Its class names its wording."""

from dataclasses import dataclass
from datetime import date

from storage.terms import Answer, Role, Satisfaction
from tasks.tellings import ExtensionView, RatingView, UpdateView
from tasks.views import Entry, LetterView


@dataclass(frozen=True, slots=True)
class Stranger:
    """Somebody we do not know. They learn nothing."""


@dataclass(frozen=True, slots=True)
class BadCode:
    """An invitation that is unknown, used or too old."""


@dataclass(frozen=True, slots=True)
class Welcome:
    """A chat has been bound, or greets again."""

    name: str
    roles: tuple[Role, ...]
    bureaus: tuple[str, ...]
    open_count: int


@dataclass(frozen=True, slots=True)
class Help:
    """What this person can ask for."""

    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class NotAllowed:
    """The person has no right to this."""


@dataclass(frozen=True, slots=True)
class TooLate:
    """A stale or repeated button: the matter has been decided, or is in another state."""

    entry: Entry | None


@dataclass(frozen=True, slots=True)
class AlreadyDone:
    """The service stopped after this very message had taken effect, and before it was answered."""


@dataclass(frozen=True, slots=True)
class NeverMind:
    """What was asked is given up."""


@dataclass(frozen=True, slots=True)
class ToClose:
    """A report that waits for the office."""

    entry: Entry
    update: UpdateView


@dataclass(frozen=True, slots=True)
class ToDecide:
    """An extension that waits for the office."""

    entry: Entry
    extension: ExtensionView


@dataclass(frozen=True, slots=True)
class DaySet:
    """The office has given a commitment a day."""

    entry: Entry


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of commitments under a heading that the wording knows."""

    heading: str
    entries: tuple[Entry, ...]
    words: str = ""


@dataclass(frozen=True, slots=True)
class Reviewing:
    """One found commitment, to be confirmed, corrected or rejected."""

    entry: Entry
    letter: LetterView
    left: int  # how many of the letter still wait, this one included


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A letter whose every commitment has been decided."""

    letter: LetterView


@dataclass(frozen=True, slots=True)
class WhichDay:
    """Please say the day; `wrong` are the two likely readings of a day that does not exist."""

    entry: Entry
    wrong: tuple[date, ...] = ()
    update: int | None = None  # the draft that the day is for
    not_later: bool = False  # the day named does not lie after the present one


@dataclass(frozen=True, slots=True)
class WhichItem:
    """Which of these does the answer speak of?"""

    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """Nothing was recorded; these are the choices."""

    entry: Entry


@dataclass(frozen=True, slots=True)
class WhatReason:
    """Please say why: an extension, a difficulty or a bad rating needs its reason."""

    entry: Entry
    of: Answer


@dataclass(frozen=True, slots=True)
class WhatEvidence:
    """Please send a link, a photo or a file."""

    entry: Entry


@dataclass(frozen=True, slots=True)
class Echo:
    """How the answer was understood; it counts once confirmed."""

    entry: Entry
    update: UpdateView
    new_due: date | None


@dataclass(frozen=True, slots=True)
class Recorded:
    """The update counts."""

    entry: Entry
    update: UpdateView
    held_until: date | None


@dataclass(frozen=True, slots=True)
class Dropped:
    """The draft is gone; please say it again."""

    entry: Entry


@dataclass(frozen=True, slots=True)
class Decided:
    """An extension has been granted or refused."""

    entry: Entry
    extension: ExtensionView


@dataclass(frozen=True, slots=True)
class SignedOff:
    """已销号."""

    entry: Entry


@dataclass(frozen=True, slots=True)
class SentBack:
    """退回补充."""

    entry: Entry


@dataclass(frozen=True, slots=True)
class RatingEcho:
    """The rating as chosen; it counts once submitted."""

    entry: Entry
    rating: RatingView


@dataclass(frozen=True, slots=True)
class WhyRating:
    """What is missing? A bad rating says so in words."""

    entry: Entry
    value: Satisfaction


@dataclass(frozen=True, slots=True)
class Rated:
    """The rating counts."""

    entry: Entry
    rating: RatingView


Result = (
    Stranger | NeverMind | ToClose | ToDecide | DaySet
    | BadCode | Welcome | Help | NotAllowed | TooLate | AlreadyDone | Listing | Reviewing | Reviewed | WhichDay
    | WhichItem | NotUnderstood | WhatReason | WhatEvidence | Echo | Recorded | Dropped | Decided | SignedOff | SentBack
    | RatingEcho | WhyRating | Rated
)  # fmt: skip
