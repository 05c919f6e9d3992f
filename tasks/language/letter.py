"""Letter → findings: its head, the day it counts from, what it promises, and what a person must decide."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import zip_longest

from storage.terms import Certainty
from tasks.language.acts import action
from tasks.language.confidence import confidence, why
from tasks.language.dates.grammar import times
from tasks.language.dates.seasons import Seasons
from tasks.language.dates.times import Time
from tasks.language.doubts import head_doubts, past_due, time_doubts
from tasks.language.drafts import Draft, Mood, Placed, Scope, Setting
from tasks.language.duplicates import without_repeats
from tasks.language.findings import Doubt, Findings, Head, Promise
from tasks.language.head import read_head
from tasks.language.headings import holder_of, is_heading, lead_of
from tasks.language.owners import resolved
from tasks.language.promises import drafts_in
from tasks.language.references import read_reference
from tasks.language.sentences import sentences
from tasks.language.tables import row_drafts
from tasks.language.words import Words
from tasks.language.zones import Part, Zone, zoned
from tasks.reading.document import Document, Passage
from tasks.rules.workdays import Workdays

QUESTION = ("？", "?")  # the member's, in a letter that answers question by question


def understand(
    document: Document, words: Words, workdays: Workdays, seasons: Seasons, on: date | None = None
) -> Findings:
    """All that a letter says of itself and promises. `on`, where somebody said the day, is what times count from."""
    written_on, reference, basis = read_reference(document, on)
    head = read_head(document, written_on)
    found: dict[Zone, list[Promise]] = {Zone.SHEET: [], Zone.BODY: []}
    unclear: dict[Doubt, None] = {}
    if reference:
        read_times = partial(read, reference=reference, seasons=seasons, workdays=workdays)
        for part, draft in read_body(document, Setting(reference, read_times, words, provincial(head))):
            promise = worded(draft, part.passage, document, head.bureau)
            found[part.zone].append(promise)
            if draft.when and promise.when_span:
                unclear.update(dict.fromkeys(time_doubts(draft.when.time, promise.when_span)))
    promises = tuple(without_repeats(found[Zone.SHEET], found[Zone.BODY]))
    doubts = (*head_doubts(document, head, basis, promises), *past_due(promises, reference), *unclear)
    return Findings(head, reference, basis, promises, doubts)


def read(
    text: str, ahead: Callable[[int], bool], reference: date, seasons: Seasons, workdays: Workdays
) -> tuple[Time, ...]:
    return times(text, reference, seasons, workdays, ahead)


def read_body(document: Document, setting: Setting) -> Iterator[tuple[Part, Draft]]:
    scope = Scope()
    for part in zoned(document):
        if part.zone is Zone.HEADING:
            lead, holder = lead_of(part.passage, setting), holder_of(part.passage.text)
            scope = Scope(part.mood, part.mood is Mood.BEHIND, lead, holder=holder)
        elif part.zone in (Zone.SHEET, Zone.BODY):
            scope.retold = None
            for draft in drafts_of(part, setting, scope):
                yield part, draft


def drafts_of(part: Part, setting: Setting, scope: Scope) -> Iterator[Draft]:
    text = part.passage.text
    if "|" in text:
        yield from row_drafts(text, setting)
        return
    found = sentences(text)
    scope.inside = bool(found) and found[0].clauses[0].fresh
    for sentence, following in zip_longest(found, found[1:]):
        if not (is_heading(sentence, following) or sentence.text.endswith(QUESTION)):
            yield from drafts_in(sentence, setting, scope)
    if scope.lead and scope.lead.outside is None:
        scope.lead = replace(scope.lead, outside=part.passage)


def provincial(head: Head) -> bool:
    return "省" in (head.bureau or "") or (head.session or "").startswith("省")


def worded(draft: Draft, passage: Passage, document: Document, bureau: str | None) -> Promise:
    span = passage.span(draft.start, draft.end)
    sentence = passage.span(*draft.sentence)
    promise = Promise(
        quote=document.text[span.start : span.end],
        span=span,
        sentence=sentence,
        kind=draft.kind,
        certainty=Certainty.SOFT if draft.soft else Certainty.FIRM,
        owner=resolved(draft.owner, bureau),
        action=action(
            passage.text[slice(*draft.act)], passage.text[draft.when.start : draft.when.end] if draft.when else ""
        ),
        why=why(draft),
        confidence=confidence(draft),
    )
    return timed(promise, draft, draft.when, passage, document) if draft.when else promise


def timed(promise: Promise, draft: Draft, when: Placed, passage: Passage, document: Document) -> Promise:
    place = (when.outside or passage).span(when.start, when.end)
    time = when.time
    return replace(
        promise,
        when=document.text[place.start : place.end],
        when_span=place,
        due=time.due,
        start=draft.since.time.start if draft.since and not time.start else time.start,
        rrule=time.rrule,
        rule=time.rule,
    )
