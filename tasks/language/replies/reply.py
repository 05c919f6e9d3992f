"""What a contact's answer means; the value that understanding a reply yields."""

from dataclasses import dataclass
from datetime import date

from storage.terms import Answer


@dataclass(frozen=True, slots=True)
class Reply:
    """办理进展 as understood: a status and the facts said with it, each None where it was not said.

    `percent` is a share of the whole in 0..100. `done_on` goes with DONE, `new_due` with DELAY alone. `reason` and
    `evidence` are exact words of the answer. `impossible` holds the two likely readings of a day that does not exist.
    """

    status: Answer
    percent: int | None = None
    done_on: date | None = None
    new_due: date | None = None
    reason: str | None = None
    evidence: str | None = None
    impossible: tuple[date, ...] = ()
