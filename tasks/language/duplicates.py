"""面商记录表: the meeting sheet says the letter's promises again; each is kept once, where the letter says it."""

from tasks.language.findings import Promise


def without_repeats(sheet: list[Promise], letter: list[Promise]) -> list[Promise]:
    """The sheet's promises that the letter does not make, and all of the letter's."""
    said = [pairs(one.quote) for one in letter]
    kept = [one for one in sheet if not any(repeats(pairs(one.quote), other) for other in said)]
    return kept + letter


def pairs(text: str) -> frozenset[str]:
    bare = "".join(text.split())
    return frozenset(bare[i : i + 2] for i in range(len(bare) - 1))


def repeats(one: frozenset[str], other: frozenset[str]) -> bool:
    """Half of the shorter's pairs of characters stand in the other as well."""
    return len(one & other) * 2 >= min(len(one), len(other)) > 0
