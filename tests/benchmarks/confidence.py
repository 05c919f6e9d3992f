"""Learns the weights of tasks/language/confidence.py from labelled letters, and says how well they hold on unseen ones.

    python tests/benchmarks/confidence.py FOLDER…     folders of NNN.txt with their labels in NNN.json

Logistic regression on the features that a promise names in its `why`. Letters, not promises, are dealt into folds.
A wrong promise counts WRONG times: the rules were written with these letters in view, which flatters them.
"""

import json
import math
import sys
from collections import Counter
from pathlib import Path

from storage.terms import Kind
from tasks.language.confidence import FEATURES
from tasks.language.dates.seasons import Seasons
from tasks.language.findings import Promise
from tasks.language.letter import understand
from tasks.language.words import Words
from tasks.reading.pages import read_pages
from tasks.reading.plain import decode
from tasks.rules.workdays import Workdays

FOLDS, ROUNDS, RATE, SHRINK, WRONG = 8, 3000, 1.0, 0.002, 6.0
Case = tuple[frozenset[str], bool, bool]  # its features, whether it is right, whether it is dated


def main(folders: list[str]) -> None:
    words = Words()
    letters = [cases(file, words) for folder in folders for file in sorted(Path(folder).glob("*.txt"))]
    scored = []
    for fold in range(FOLDS):
        weights = learned(letters, but=fold)
        tested = (case for letter in letters[fold::FOLDS] for case in letter)
        scored += [(chance(weights, said), right) for said, right, is_dated in tested if is_dated]
    high = [right for sure, right in scored if sure >= 0.9]
    print(f"{len(scored)} dated, {sum(right for _, right in scored)} exact; cross-validated over {FOLDS} folds:")
    print(f"at 0.9 and more stand {len(high)}, {sum(high) / max(len(high), 1):.3f} of them exact")
    for name, weight in learned(letters).items():
        if abs(weight) >= 0.05:
            print(f"    {getattr(name, 'name', 'START')}: {weight:.1f},")


def cases(file: Path, words: Words) -> list[Case]:
    """The promises of a letter: their features, and whether a label has the same day and most of the clause."""
    text = decode(file.read_bytes())
    labels = json.loads(file.with_suffix(".json").read_text("utf-8"))["commitments"]
    found = understand(read_pages(text), words, Workdays(), Seasons()).promises
    return [(frozenset(one.why.split("; ")), is_right(one, labels), one.kind is Kind.DATED) for one in found]


def is_right(promise: Promise, labels: list[dict[str, str]]) -> bool:
    said, due = "".join(promise.quote.split()), promise.due.isoformat() if promise.due else None
    return any(
        (label["kind"], label["due"]) == (promise.kind, due)
        and shared(said, "".join(label["quote"].split())) * 3 >= max(len(said), 1)
        for label in labels
    )


def shared(one: str, other: str) -> int:
    """How many characters the shorter lends to the longer."""
    short, long = sorted((one, other), key=len)
    return len(short) if short in long else sum((Counter(short) & Counter(long)).values()) // 2


def learned(letters: list[list[Case]], but: int | None = None) -> dict[str, float]:
    """Weights by plain gradient descent, one fold of letters left out."""
    seen = Counter(case for at, cases in enumerate(letters) if at % FOLDS != but for case in cases)
    total = sum(seen.values())
    weights = dict.fromkeys(("", *FEATURES), 0.0)
    for _ in range(ROUNDS):
        slopes = dict.fromkeys(weights, 0.0)
        for (said, right, _), times in seen.items():
            miss = (right - chance(weights, said)) * times * (1.0 if right else WRONG)
            for name in ("", *said):
                slopes[name] += miss / total
        for name in weights:
            weights[name] += RATE * (slopes[name] - SHRINK * weights[name] * bool(name))
    return weights


def chance(weights: dict[str, float], said: frozenset[str]) -> float:
    return 1 / (1 + math.exp(-weights[""] - sum(weights[name] for name in said)))


if __name__ == "__main__":
    main(sys.argv[1:])
