"""Vague times, which date nothing but end the reach of the time before them: 近期, 适时, 待资金到位后."""

import re

from tasks.language.dates.scene import Reading, Scene

_WORDS = re.compile(
    r"近期|近日|近段时间|尽快|尽早|适时|早日|择机|逐步|陆续|(?:条件|时机)(?:成熟|具备|允许)(?:时|后)?|(?:具备|成熟)条件后"
)
_WAITING = re.compile(
    r"(?<![等招期接对看优善亟有急])待(?![遇业岗办命定人客建])(?:[^,。;；!！?？\n]{1,30}?(?:之后|以后|后|时)|[^,。;；!！?？\n]{1,24}(?=,))"
)
_ONCE = re.compile(
    r"(?<=[,。;；:：])等(?!候|级|待|于|方面)[^,。;；]{1,20}?(?:之后|以后|后|了[^,。;；就]{0,8}(?=就|再))"
)
# Not 建成后 or 投用后: those tell what a finished work is good for, and wait for nothing.
_AFTER = re.compile(
    r"(?P<event>(?:批复|批准|审批|启用|完成|出台|核实|到位|划转|通过|落实|下达|成熟|具备|印发|签订|获批|确定|审定|明确)(?:之|以)?后)"
    r"(?![,]?(?:可|能够|将可|预计可|续|期))(?:及时|立即|尽快|第一时间)?"
)
_MARKS = ",。;；:：、|在将于拟"


def read_vague(at: int, scene: Scene) -> Reading | None:
    match = _WORDS.match(scene.text, at) or _WAITING.match(scene.text, at) or _ONCE.match(scene.text, at)
    if match is None:
        return _after(at, scene)
    return Reading(at, match.end(), "vague", vague=True)


def _after(at: int, scene: Scene) -> Reading | None:
    """车棚启用后: the whole clause head, where it is short and begins the clause."""
    match = _AFTER.match(scene.text, at)
    if match is None:
        return None
    begin = at
    while begin > 0 and at - begin < 8 and scene.text[begin - 1] not in _MARKS:
        begin -= 1
    headed = begin == 0 or scene.text[begin - 1] in _MARKS
    return Reading(begin if headed else at, match.end(), "vague", vague=True)
