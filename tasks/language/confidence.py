"""How sure a promise is: named features of its sentence, weighed by how often each was wrong in labelled letters."""

from storage.terms import Kind
from tasks.language.cues import Stance
from tasks.language.drafts import Draft, Feature

BEST = 0.98
COSTS: dict[str, float] = {
    Feature.UNBOUNDED: 0.05,
    Feature.TIME_BEFORE: 0.07,
    Feature.HEADING_TIME: 0.08,
    Feature.VAGUE: 0.10,
    Feature.NO_TIME: 0.15,
    Feature.DURATION: 0.05,
    Feature.TABLE: 0.03,
    Feature.TOLD: 0.08,
    Feature.BEHIND: 0.25,
    Feature.RUNNING: 0.08,
    Feature.PAST: 0.05,
    Feature.SHEET: 0.20,
    Stance.PLAIN: 0.03,
    Stance.AHEAD: 0.0,
    Stance.REQUIRED: 0.0,
}


def confidence(draft: Draft) -> float:
    """Between 0.05 and 0.98; nine in ten and more where nothing speaks against it."""
    cost = sum(COSTS.get(feature, 0.0) for feature in draft.features)
    if draft.kind is not Kind.UNDATED and draft.when and draft.when.time.flagged:
        cost += 0.1  # working days into a year whose holidays are not known
    return round(max(BEST - cost, 0.05), 2)


def why(draft: Draft) -> str:
    """One line for a person: what made these words a promise."""
    return "; ".join(draft.features)
