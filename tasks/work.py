"""One act of one person: who acts, on what, with what right, and whom it must be told. All in one unit of work."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from storage import history, outbox, people
from storage.models import Commitment, Letter, Person
from storage.terms import Act, Kind, Notice, Role, Stage, Status
from tasks import views
from tasks.policy import Policy
from tasks.rules import moves, occurrences


@dataclass(frozen=True)
class Caller:
    """Where an act comes from: a private chat, by an update of the chat service."""

    chat_id: int
    update_id: int
    now: datetime


class Stale(Exception):
    """An act that does not fit the state its commitment is in: a stale or repeated button."""

    def __init__(self, entry: views.Entry) -> None:
        super().__init__(f"{entry.number} is {entry.status}")
        self.entry = entry


@dataclass(frozen=True)
class Work:
    """A unit of work, and who acts in it; nobody for duban itself and the command line."""

    session: Session
    policy: Policy
    now: datetime
    person: Person | None = None

    @property
    def today(self) -> date:
        return self.policy.day(self.now)

    @property
    def actor(self) -> int | None:
        return None if self.person is None else people.id_of(self.person)

    @property
    def roles(self) -> tuple[Role, ...]:
        """What the person is, anywhere."""
        held = people.roles(self.session, self.person) if self.person else []
        return tuple(dict.fromkeys(role for role, _ in held))

    def must_be(self, role: Role) -> None:
        """Refuse everyone else."""
        if role not in self.roles:
            raise moves.NotTheirs(f"only for {role}")

    def roles_to(self, commitment: Commitment) -> frozenset[Role]:
        """What the person is to a commitment."""
        concerned = people.concerned(self.session, commitment)
        return frozenset(role for role, one in concerned if one.id == self.actor and self.actor is not None)

    def commitment(self, id: int) -> Commitment:
        """The commitment of that id; one that does not exist is nobody's."""
        found = self.session.get(Commitment, id)
        if found is None:
            raise moves.NotTheirs(f"no commitment {id}")
        return found

    def letter(self, id: int) -> Letter:
        """The letter of that id; one that does not exist is nobody's."""
        found = self.session.get(Letter, id)
        if found is None:
            raise moves.NotTheirs(f"no letter {id}")
        return found

    def entry(self, commitment: Commitment) -> views.Entry:
        return views.entry(self.session, commitment, self.today, self.policy)

    def may(self, commitment: Commitment, act: Act) -> Status:
        """What the commitment becomes by this act; NotTheirs or Stale where the person may not do it now."""
        try:
            return moves.after(commitment.status, act, self.roles_to(commitment))
        except moves.NotNow as late:
            raise Stale(self.entry(commitment)) from late

    def move(self, commitment: Commitment, act: Act, **detail: object) -> int:
        """Do it: the new state, the next look and the history, checked for its right at this moment.

        Gives the number of its link in the history.
        """
        commitment.status = self.may(commitment, act)
        if act is Act.CONFIRM:
            self._go_live(commitment)
        if act is Act.REPORT and commitment.kind is Kind.RECURRING:
            self._settle_occurrence(commitment)
        commitment.next_look = self.today
        self.session.add(commitment)
        return self.record(act, detail, commitment=commitment)

    def _go_live(self, commitment: Commitment) -> None:
        """Confirmed, it counts from today; a recurring one begins with the first due day after its letter came in."""
        came_on = self.letter(commitment.letter_id).came_on
        commitment.status = moves.goes_live(commitment.due, commitment.kind, came_on)
        commitment.armed_on = self.today
        if commitment.rrule and commitment.due and commitment.due <= came_on:
            commitment.due = occurrences.next_due(commitment.rrule, commitment.due, came_on) or commitment.due

    def _settle_occurrence(self, commitment: Commitment) -> None:
        """A report on a recurring commitment settles its current due day, and the next becomes due."""
        assert commitment.rrule
        assert commitment.due
        following = occurrences.next_due(commitment.rrule, commitment.first_due or commitment.due, commitment.due)
        if following is not None:
            self.arm(commitment, following)
            commitment.status = Status.OPEN

    def arm(self, commitment: Commitment, due: date | None) -> None:
        """Let another due day count from today; the plan starts afresh, since the day is in a notice's key."""
        commitment.due, commitment.armed_on = due, self.today
        commitment.held_until, commitment.next_look = None, self.today
        self.session.add(commitment)

    def record(
        self, act: str, detail: Mapping[str, object], commitment: Commitment | None = None, letter: int | None = None
    ) -> int:
        """Add to the history."""
        return history.append(
            self.session,
            self.now,
            act,
            actor=self.actor,
            letter=letter,
            commitment=None if commitment is None else people.id_of(commitment),
            detail=detail,
        )

    def tell(self, stage: Stage, fact: int, commitment: Commitment, *roles: Role) -> None:
        """Have a fact told to all who are one of these roles to a commitment."""
        for role, one in people.concerned(self.session, commitment):
            if role in roles and one.id != self.actor:
                notice = Notice(stage, fact, people.id_of(one), commitment.letter_id, people.id_of(commitment))
                outbox.put(self.session, notice, self.now)

    def tell_of_letter(self, stage: Stage, letter_id: int, readers: list[Person]) -> None:
        """Have something that concerns a whole letter told to these readers."""
        for one in readers:
            outbox.put(self.session, Notice(stage, 0, people.id_of(one), letter_id), self.now)
