"""Promises in the rows of a table: an act, who does it, by when."""

import re
from collections.abc import Iterator

from storage.terms import Certainty, Kind
from tasks.language.acts import has_act, read_words
from tasks.language.cues import Stance, stance
from tasks.language.drafts import Draft, Feature, Placed, Setting
from tasks.language.owners import Owner, is_body

NUMBER = re.compile(r"[\d一二三四五六七八九十]{0,3}")


def row_drafts(text: str, setting: Setting) -> Iterator[Draft]:
    """A row that has a cell of time alone and a cell with an act promises the act; (已完成) promises nothing."""
    cells = [(cell.start(), cell.end()) for cell in re.finditer(r"[^|]+", text)]
    when = next((hit for cell in cells if (hit := time_cell(text, cell, setting))), None)
    acts = [cell for cell in cells if when and is_act(text[slice(*cell)], cell, when, setting)]
    if when is None or not acts or any(told(text[slice(*cell)], setting) for cell in cells):
        return
    act = max(acts, key=lambda cell: cell[1] - cell[0])
    body = next(
        (text[slice(*cell)] for cell in cells if cell != act and is_body(text[slice(*cell)], setting.words)), None
    )
    kind = Kind.UNDATED if when.time.vague else Kind.RECURRING if when.time.rrule else Kind.DATED
    begin, end = min(act[0], when.start), max(act[1], when.end)
    soft = when.time.certainty is Certainty.SOFT
    owner = Owner(body, exact=True) if body else None
    yield Draft(begin, end, (0, len(text)), kind, soft, owner, when, None, (Feature.TABLE,), act)


def time_cell(text: str, cell: tuple[int, int], setting: Setting) -> Placed | None:
    """The time of a cell that holds little else."""
    for time in setting.read_times(text[slice(*cell)], lambda _: True):
        if (time.end_at - time.start_at) * 3 >= (cell[1] - cell[0]) * 2 and (time.due or time.vague):
            return Placed(time, cell[0] + time.start_at, cell[0] + time.end_at)
    return None


def is_act(words: str, cell: tuple[int, int], when: Placed, setting: Setting) -> bool:
    if cell[0] <= when.start < cell[1] or len(words) < 4 or NUMBER.fullmatch(words):
        return False
    return has_act(read_words(setting.words, words))


def told(words: str, setting: Setting) -> bool:
    return stance(words, setting.words) is Stance.DONE
