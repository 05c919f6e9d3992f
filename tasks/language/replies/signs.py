"""All that the words of one clause are signs of."""

from tasks.language.replies import finished, handing_over, running_late, stuck, under_way
from tasks.language.replies.rule import Sign

RULES = (*handing_over.RULES, *running_late.RULES, *finished.RULES, *under_way.RULES, *stuck.RULES)


def signs(clause: str) -> frozenset[Sign]:
    """The signs whose rules hold of a clause."""
    return frozenset(rule.sign for rule in RULES if rule.holds(clause))
