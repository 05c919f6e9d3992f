"""督查室: everything the bot may ask for. The table of contents of the system."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from storage import inbox, ledger, people
from storage.database import Database
from storage.models import Bureau, Mention
from storage.terms import Answer, Role, Satisfaction
from tasks import answers, asked, intake, lists, meant, pending, progress, questions, ratings, review
from tasks.intake import Reader
from tasks.policy import Policy
from tasks.questions import Open
from tasks.results import AlreadyDone, BadCode, Help, NotAllowed, Result, Stranger, TooLate, Welcome
from tasks.rules.moves import NotTheirs
from tasks.work import Caller, Stale, Work


@dataclass(frozen=True)
class Office:
    """Each method is one unit of work of one caller, whose right is checked in it; each answers with what to say."""

    database: Database
    reader: Reader
    policy: Policy

    # anybody

    def start(self, caller: Caller, code: str) -> Result:
        """Bind this chat by an invitation, or greet whom we know."""
        with self.database.writing() as session:
            if code:
                if not inbox.apply(session, caller.update_id, caller.now):
                    return AlreadyDone()
                someone = people.accept(session, code, caller.chat_id, caller.now)
                if someone is None:
                    return BadCode()
                Work(session, self.policy, caller.now, someone).record("chat_bound", {"person": people.id_of(someone)})
                ledger.look_again(session, someone, self.policy.day(caller.now))
            work = self._work(session, caller)
            if work.person is None:
                return Stranger()
            self._reached(work)
            return _welcome(work)

    def help(self, caller: Caller) -> Result:
        return self._look(caller, lambda work: Help(work.roles))

    def said(self, caller: Caller, text: str, replied_to: int | None) -> Result:
        """Words in a private chat: about the commitment they name, else what was asked, else a reminder's answer."""

        def understand(work: Work, question: Open) -> Result:
            if question is not None and not self._names(work, caller, text, replied_to):
                return asked.answered(work, *question, text)
            return answers.said(work, text, replied_to, caller.chat_id) or Help(work.roles)

        return self._act(caller, understand)

    def _names(self, work: Work, caller: Caller, text: str, replied_to: int | None) -> bool:
        """Whether words say themselves which commitment they are about."""
        if meant.mentioned(work, caller.chat_id, replied_to) is not None:
            return True
        return meant.numbered(work, text)[0] is not None

    def wants_file(self, caller: Caller) -> bool:
        """Whether a file from here has a use: a letter for the office, evidence from whoever was asked for it."""
        with self.database.reading() as session:
            work = self._work(session, caller)
            return work.person is not None and (Role.OFFICE in work.roles or questions.wants_evidence(work))

    def file(self, caller: Caller, name: str, content: bytes) -> Result:
        """A file sent into the chat: evidence where that was asked for, else a letter for the office.

        reading.plain.Unreadable where it is a letter that cannot be read.
        """
        with self.database.reading() as session:
            is_evidence = questions.wants_evidence(self._work(session, caller))
        if is_evidence:
            return self._act(caller, lambda work, question: asked.file_given(work, question, name, content))
        read = self.reader.receive(content, self.policy.day(caller.now))

        def enter(work: Work) -> Result:
            work.must_be(Role.OFFICE)
            letter, _ = intake.take(work, name, content, *read)
            return review.begin(work, people.id_of(letter))

        return self._press(caller, enter)

    # the office

    def review(self, caller: Caller, letter: int) -> Result:
        return self._press(caller, lambda work: review.begin(work, letter))

    def confirm(self, caller: Caller, commitment: int) -> Result:
        return self._press(caller, lambda work: review.confirm(work, commitment))

    def confirm_all(self, caller: Caller, letter: int) -> Result:
        return self._press(caller, lambda work: review.confirm_all(work, letter))

    def correct(self, caller: Caller, commitment: int) -> Result:
        return self._press(caller, lambda work: review.ask_day(work, commitment))

    def reject(self, caller: Caller, commitment: int) -> Result:
        return self._press(caller, lambda work: review.reject(work, commitment))

    def decide(self, caller: Caller, extension: int, granted: bool) -> Result:
        return self._press(caller, lambda work: progress.decide(work, extension, granted))

    def sign_off(self, caller: Caller, commitment: int, report: int) -> Result:
        return self._press(caller, lambda work: progress.sign_off(work, commitment, report))

    def send_back(self, caller: Caller, commitment: int, report: int) -> Result:
        return self._press(caller, lambda work: progress.send_back(work, commitment, report))

    def pending(self, caller: Caller) -> Result:
        """待审: the next thing that waits for the office."""
        return self._press(caller, pending.next_one)

    def set_day(self, caller: Caller, number: str, words: str) -> Result:
        """Give a commitment that has none a day, or another one."""
        return self._press(caller, lambda work: review.set_day(work, number, words))

    def overdue(self, caller: Caller) -> Result:
        return self._list(caller, lists.overdue)

    def due(self, caller: Caller, days: int) -> Result:
        return self._list(caller, lambda work: lists.due(work, days))

    def bureau(self, caller: Caller, name: str) -> Result:
        return self._list(caller, lambda work: lists.bureau(work, name))

    def find(self, caller: Caller, words: str) -> Result:
        return self._list(caller, lambda work: lists.find(work, words))

    # the contact

    def todo(self, caller: Caller) -> Result:
        return self._look(caller, lists.todo)

    def answer(self, caller: Caller, commitment: int, status: Answer) -> Result:
        """A button under a reminder: done or in progress need no words, an extension or a difficulty does."""

        def begin(work: Work) -> Result:
            if status is Answer.DELAY:
                return answers.ask_extension(work, commitment)
            if status is Answer.BLOCKED:
                return answers.ask_difficulty(work, commitment)
            return answers.pressed(work, commitment, status)

        return self._press(caller, begin)

    def pick(self, caller: Caller, commitment: int, update_id: int) -> Result:
        return self._press(caller, lambda work: answers.picked(work, commitment, update_id))

    def confirm_update(self, caller: Caller, update: int) -> Result:
        return self._press(caller, lambda work: progress.confirm(work, update))

    def drop_update(self, caller: Caller, update: int) -> Result:
        return self._press(caller, lambda work: answers.drop(work, update))

    def choose_day(self, caller: Caller, update: int, day: date) -> Result:
        return self._press(caller, lambda work: asked.new_day_chosen(work, update, day))

    # the member

    def mine(self, caller: Caller) -> Result:
        return self._look(caller, lists.mine)

    def rate(self, caller: Caller, commitment: int, value: Satisfaction) -> Result:
        return self._press(caller, lambda work: ratings.rate(work, commitment, value))

    def submit_rating(self, caller: Caller, rating: int) -> Result:
        return self._press(caller, lambda work: ratings.submit(work, rating))

    # messages

    def mention(self, chat_id: int, message_id: int, commitment: int) -> None:
        """Remember which commitment a message speaks of, so that a reply to it is understood."""
        with self.database.writing() as session:
            session.merge(Mention(chat_id=chat_id, message_id=message_id, commitment_id=commitment))

    # one unit of work each

    def _press(self, caller: Caller, do: Callable[[Work], Result]) -> Result:
        """A button or a command: whatever was asked before is given up."""
        return self._act(caller, lambda work, _: do(work))

    def _act(self, caller: Caller, do: Callable[[Work, Open], Result]) -> Result:
        """Something that changes the ledger: once for each update, refused without the right, all or nothing.

        What was asked before is over even where the act is refused, else it would swallow all later words.
        """
        with self.database.writing() as session:
            work = self._work(session, caller)
            if work.person is None:
                return Stranger()
            self._reached(work)
            if not inbox.apply(session, caller.update_id, caller.now):
                return AlreadyDone()
            question = questions.take(work)
            return _guarded(work, lambda work: do(work, question))

    def _look(self, caller: Caller, do: Callable[[Work], Result]) -> Result:
        """Something that only looks."""
        with self.database.reading() as session:
            work = self._work(session, caller)
            return Stranger() if work.person is None else _guarded(work, do)

    def _list(self, caller: Caller, do: Callable[[Work], Result]) -> Result:
        """A list for the office alone."""

        def listing(work: Work) -> Result:
            work.must_be(Role.OFFICE)
            return do(work)

        return self._look(caller, listing)

    def _reached(self, work: Work) -> None:
        """Whoever speaks with us can be told again, also after having shut us out."""
        if work.person is not None and work.person.unreachable_since is not None:
            work.person.unreachable_since = None
            work.session.add(work.person)
            ledger.look_again(work.session, work.person, work.today)

    def _work(self, session: Session, caller: Caller) -> Work:
        return Work(session, self.policy, caller.now, people.by_chat(session, caller.chat_id))


def _guarded(work: Work, do: Callable[[Work], Result]) -> Result:
    """Refusals are answers; whatever the act had begun is undone."""
    try:
        with work.session.begin_nested():
            return do(work)
    except NotTheirs:
        return NotAllowed()
    except Stale as late:
        return TooLate(late.entry)


def _welcome(work: Work) -> Welcome:
    """A greeting that says what a person is here, and how much waits for them."""
    assert work.person is not None
    held = people.roles(work.session, work.person)
    named = [work.session.get_one(Bureau, bureau).name for _, bureau in held if bureau is not None]
    waiting = lists.todo(work) if Role.CONTACT in work.roles else lists.mine(work)
    return Welcome(work.person.name, work.roles, tuple(dict.fromkeys(named)), len(waiting.entries))
