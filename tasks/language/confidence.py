"""How sure a promise is: named features of its sentence, weighed by how often each was wrong in labelled letters."""

import math

from storage.terms import Kind
from tasks.language.cues import Stance
from tasks.language.drafts import Draft, Feature

FEATURES = (*Stance, *Feature)
START = 3.3
WEIGHTS: dict[str, float] = {  # log odds, as tests/benchmarks/confidence.py learns them
    Stance.REQUIRED: -0.7,
    Stance.AHEAD: 0.5,
    Stance.PLAIN: -0.2,
    Feature.OWN_TIME: 0.7,
    Feature.TIME_BEFORE: -0.7,
    Feature.HEADING_TIME: 1.1,
    Feature.VAGUE: 0.7,
    Feature.NO_TIME: -2.1,
    Feature.GOES_ON: 1.1,
    Feature.SECTION: -1.7,
    Feature.DURATION: 0.1,
    Feature.TABLE: 0.4,
    Feature.UNBOUNDED: -1.0,
    Feature.TOLD: -1.6,
    Feature.RUNNING: -0.9,
    Feature.COUNTED: -0.5,
    Feature.LOOSE: -1.4,
    Feature.PAST: 0.4,
    Feature.BEHIND: -2.0,  # in no labelled letter
}
FLAGGED = -2.0  # working days into a year whose holidays are not known


def confidence(draft: Draft) -> float:
    """The chance, 0.05 to 0.99, that a labelled letter would have the same promise with the same day."""
    odds = START + sum(WEIGHTS.get(feature, 0.0) for feature in draft.features)
    if draft.kind is not Kind.UNDATED and draft.when and draft.when.time.flagged:
        odds += FLAGGED
    return round(min(max(1 / (1 + math.exp(-odds)), 0.05), 0.99), 2)


def why(draft: Draft) -> str:
    """One line for a person: what made these words a promise."""
    return "; ".join(draft.features)
