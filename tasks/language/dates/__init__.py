"""The date grammar: the times of a text, each with its words and the last day on which it is still kept."""

from tasks.language.dates.ahead import looks_ahead
from tasks.language.dates.grammar import answer, times
from tasks.language.dates.seasons import Seasons
from tasks.language.dates.times import Time

__all__ = ["Seasons", "Time", "answer", "looks_ahead", "times"]
