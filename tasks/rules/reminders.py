"""The plan: which notice goes to whom, how many working days from the due day. Policy is data; functions read it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from storage.terms import Item, Kind, Notice, Role, Stage, Status
from tasks.rules.workdays import Workdays


@dataclass(frozen=True, slots=True)
class Step:
    """One rung: `workdays` from the due day, negative before it."""

    stage: Stage
    workdays: int
    to: tuple[Role, ...]


LADDER = (
    Step(Stage.AHEAD, -30, (Role.CONTACT,)),
    Step(Stage.AHEAD, -7, (Role.CONTACT,)),
    Step(Stage.AHEAD, -3, (Role.CONTACT,)),
    Step(Stage.DUE, 0, (Role.CONTACT,)),
    Step(Stage.OVERDUE, +1, (Role.CONTACT,)),
    Step(Stage.ESCALATED, +3, (Role.LEADER, Role.OFFICE)),
    Step(Stage.URGED, +10, (Role.OFFICE,)),
    Step(Stage.LISTED, +20, (Role.OFFICE,)),
)  # in order of time

QUARTERLY_WORKDAYS = -7  # an undated promise is asked for this long before a quarter ends


@dataclass(frozen=True, slots=True)
class Plan:
    """The ladder of a place, and the calendar it is counted on."""

    workdays: Workdays
    ladder: tuple[Step, ...] = LADDER

    def day(self, due: date, step: Step) -> date:
        """The day a step is due."""
        return self.workdays.add(due, step.workdays)

    def answer_by(self, heard: int, today: date) -> date | None:
        """The last day to answer before the rung after `heard` (in working days) is climbed, when heard today."""
        later = [step.workdays for step in self.ladder if step.workdays > heard]
        return self.workdays.add(today, later[0] - heard - 1) if later else None


def notices_due(item: Item, today: date, plan: Plan) -> list[Notice]:
    """What is to be told of a commitment today and has not been."""
    wanted = {notice.key: notice for notice in _wanted(item, today, plan)}
    told = {(one.stage, one.step, one.reader, one.due) for one in item.told}
    return [one for one in wanted.values() if (one.stage, one.step, one.reader, one.due) not in told]


def next_look(item: Item, today: date, plan: Plan) -> date | None:
    """The next day on which there may be something to tell; None when only a person can change that."""
    if item.status not in (Status.OPEN, Status.TO_VERIFY):
        return None
    if item.held_until and item.held_until >= today:
        return item.held_until + timedelta(days=1)
    tomorrow = today + timedelta(days=1)
    if item.due is None:
        asked_on = plan.workdays.add(quarter_end(today), QUARTERLY_WORKDAYS)
        return asked_on if asked_on > today else max(tomorrow, quarter_end(today))
    if item.status is Status.TO_VERIFY:
        return tomorrow if _waits(item) else None
    reached = [step for step in plan.ladder if plan.day(item.due, step) <= today]
    ahead = [plan.day(item.due, step) for step in plan.ladder[len(reached) :]]
    climbing = bool(reached) and _standing(item, item.due, reached, today, plan) is not reached[-1]
    return tomorrow if climbing or _waits(item) else min(ahead, default=None)


def still_true(notice: Notice, item: Item, today: date, plan: Plan) -> bool:
    """Whether a notice of the ladder, written down earlier, is what its reader should hear today."""
    return notice in _wanted(item, today, plan)


def quarter_end(day: date) -> date:
    """The last day of a day's quarter."""
    month = (day.month + 2) // 3 * 3
    following = date(day.year + month // 12, month % 12 + 1, 1)
    return following - timedelta(days=1)


def _wanted(item: Item, today: date, plan: Plan) -> Iterator[Notice]:
    if item.held_until and item.held_until >= today:
        return
    if item.status is Status.TO_VERIFY:
        yield from _to_each(item, Stage.VERIFY, 0, (Role.CONTACT,), item.due)
    elif item.status is Status.OPEN and item.due is None:
        yield from _quarterly(item, today, plan)
    elif item.status is Status.OPEN and item.due is not None:
        yield from _climbed(item, item.due, today, plan)


def _quarterly(item: Item, today: date, plan: Plan) -> Iterable[Notice]:
    end = quarter_end(today)
    asked_on = plan.workdays.add(end, QUARTERLY_WORKDAYS)
    if item.kind is Kind.RECURRING or today < asked_on or (item.armed_on and asked_on <= item.armed_on):
        return ()
    return _to_each(item, Stage.QUARTERLY, QUARTERLY_WORKDAYS, (Role.CONTACT,), end)


def _climbed(item: Item, due: date, today: date, plan: Plan) -> Iterable[Notice]:
    """The newest rung that may be stood on: whoever slept through several hears of that one alone."""
    reached = [step for step in plan.ladder if plan.day(due, step) <= today]
    if not reached:
        return ()
    standing = _standing(item, due, reached, today, plan)
    if standing.workdays <= 0 and not _was_armed(item, due, standing, plan):
        return ()
    return _to_each(item, standing.stage, standing.workdays, standing.to, due)


def _standing(item: Item, due: date, reached: list[Step], today: date, plan: Plan) -> Step:
    """The highest rung the calendar has reached; past the due day, only where the rungs below have been heard."""
    late = [step for step in reached if step.workdays > 0]
    if not late:
        return reached[-1]
    standing = late[0]
    for below, step in pairwise(late):
        heard = _heard_on(item, below, due)
        if heard is None or plan.workdays.add(heard, step.workdays - below.workdays) > today:
            break
        standing = step
    return standing


def _was_armed(item: Item, due: date, step: Step, plan: Plan) -> bool:
    """Whether the step came after the due day began to count: nobody is reminded the day they were told of it."""
    return item.armed_on is None or plan.day(due, step) > item.armed_on


def _heard_on(item: Item, step: Step, due: date) -> date | None:
    """The first day on which someone heard this rung."""
    rung = (step.stage, step.workdays, due)
    return min((one.on for one in item.told if one.on and (one.stage, one.step, one.due) == rung), default=None)


def _waits(item: Item) -> bool:
    """Whether a notice of this due day has been written down and has not arrived yet."""
    return any(one.on is None and one.due == item.due for one in item.told)


def _to_each(item: Item, stage: Stage, step: int, to: tuple[Role, ...], due: date | None) -> list[Notice]:
    readers = dict.fromkeys(reader for role in to for reader in item.of(role))
    return [Notice(stage, step, reader, item.letter, item.id, due) for reader in readers]
