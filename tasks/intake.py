"""A file on its way into the ledger: file → text → findings → letter and proposed commitments, top to bottom."""

from dataclasses import dataclass, replace
from datetime import date

from storage import letters, people
from storage.models import Commitment, Letter
from storage.terms import Role, Stage
from tasks.language.findings import Basis, Doubt, Findings, Head, Promise, Question
from tasks.language.letter import understand
from tasks.language.words import Words
from tasks.policy import Policy
from tasks.reading.document import Document
from tasks.reading.pages import read_pages
from tasks.reading.plain import Unreadable, decode
from tasks.work import Work

UNNAMED = "未写明单位"
LARGEST_BYTES = 2_000_000


@dataclass(frozen=True)
class Reader:
    """What is needed to understand a letter: the dictionary, and the place's calendar."""

    words: Words
    policy: Policy

    def read(self, content: bytes, on: date | None = None) -> tuple[Document, Findings]:
        """Bytes to findings; Unreadable for what is too large, no text, or no reply letter."""
        document, found = self._understood(content, on)
        return document, _a_letter(found)

    def receive(self, content: bytes, came_on: date) -> tuple[Document, Findings]:
        """The same for a letter that comes in: one without any date counts from the day it came, and says so."""
        document, found = self._understood(content, None)
        if found.reference is not None:
            return document, _a_letter(found)
        document, found = self.read(content, came_on)
        doubts = (Doubt(Question.NO_DATE), *(one for one in found.doubts if one.question is not Question.NO_DATE))
        return document, replace(found, basis=Basis.RECEIVED, doubts=doubts)

    def _understood(self, content: bytes, on: date | None) -> tuple[Document, Findings]:
        if len(content) > LARGEST_BYTES:
            raise Unreadable(f"larger than {LARGEST_BYTES // 1_000_000} MB: no letter is that long")
        document = read_pages(decode(content))
        return document, understand(document, self.words, self.policy.plan.workdays, self.policy.seasons, on)


def _a_letter(found: Findings) -> Findings:
    """Findings of what is a reply letter; Unreadable for anything else."""
    if any(doubt.question is Question.NOT_A_LETTER for doubt in found.doubts):
        raise Unreadable("not a reply letter: it has no head and promises nothing")
    return found


def take(work: Work, name: str, content: bytes, document: Document, found: Findings) -> tuple[Letter, bool]:
    """Enter a letter and what it promises. The same file twice is one letter; the flag says whether it was new.

    It has been read before, by Reader.receive: the ledger must not be locked for so long.
    """
    sha256 = letters.keep_file(work.session, name, content)
    known = letters.by_file(work.session, sha256)
    if known is not None:
        return known, False
    letter = _letter(work, sha256, document, found)
    _commitments(work, letter, found)
    work.record("letter_read", {"file": name, "sha256": sha256, "promises": len(found.promises)}, letter=letter.id)
    work.tell_of_letter(Stage.FOUND, people.id_of(letter), people.of_role(work.session, Role.OFFICE))
    return letter, True


def _letter(work: Work, sha256: str, document: Document, found: Findings) -> Letter:
    head, session = found.head, work.session
    proposal = letters.proposal(session, head.session or "", _number(head, sha256))
    assert proposal.id is not None
    for name in head.members:
        letters.proposed_by(session, proposal.id, people.id_of(people.person(session, name, Role.MEMBER)))
    letter = Letter(
        sha256=sha256,
        proposal_id=proposal.id,
        bureau_id=people.id_of(people.bureau(session, head.bureau or UNNAMED)),
        text=document.text,
        title=head.title or "",
        category=head.category or "",
        written_on=head.written_on,
        reference=found.reference,
        basis=found.basis,
        doubts=[_plain(doubt) for doubt in found.doubts],
        came_on=work.today,
        came_at=work.now,
    )
    session.add(letter)
    session.flush()
    return letter


def _commitments(work: Work, letter: Letter, found: Findings) -> None:
    number = _number(found.head, letter.sha256)
    taken = letters.places_taken(work.session, number)
    for place, promise in enumerate(found.promises, start=taken + 1):
        work.session.add(_commitment(promise, letter, f"{number}-{place}"))
    work.session.flush()


def _number(head: Head, sha256: str) -> str:
    """The proposal number as people say it: 0043 is 43. A letter that bears none has one of its own."""
    return letters.said_number(head.proposal_no or "") or f"函{sha256[:6]}"


def _commitment(promise: Promise, letter: Letter, number: str) -> Commitment:
    return Commitment(
        letter_id=people.id_of(letter),
        number=number,
        bureau_id=letter.bureau_id,
        quote=promise.quote,
        span_start=promise.span.start,
        span_end=promise.span.end,
        when=promise.when,
        rule=promise.rule,
        kind=promise.kind,
        certainty=promise.certainty,
        owner=promise.owner,
        action=promise.action,
        confidence=promise.confidence,
        first_due=promise.due,
        due=promise.due,
        start=promise.start,
        rrule=promise.rrule,
    )


def _plain(doubt: Doubt) -> dict[str, object]:
    """A doubt as JSON keeps it."""
    return {"question": doubt.question.value, "words": list(doubt.words), "choices": list(doubt.choices)}
