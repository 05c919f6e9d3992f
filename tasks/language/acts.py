"""The act in a clause: whether a stranger could check that it was done, and how to say it short."""

import re

from tasks.language.cues import TOPIC, VAGUE_HELP
from tasks.language.words import Word, Words

QUANTITY = re.compile(
    r"(?:[\d０-９][\d.．０-９]*|[两三四五六七八九十百]{1,3})(?:余|多)?(?:万|亿)?(?:[个处座套台辆条所家户人名亩项次场批份盏组根栋片吨类支张块棵株对位部]"
    r"|公里|平方|千米|米|%|％|千瓦|立方)"
)
NAMED = re.compile(r"[《“「]")
OUTCOME = re.compile(
    r"^(?:努力|切实)?(?:从而|以便|使得?|让|方便|惠及|新增(?:床位|泊位|就业)|受益|预计可|可(?!研)|供|接受|确保(?!.{0,14}(?:完成|建成|达到|投|开工|竣工|实现|稳定))|有效|真正|最大限度|满足|形成|做到|保证|避免|防止)"
)
NO_ACT = ("研究", "争取", "吸收", "听取", "汇报", "沟通", "对接", "协商", "衔接")
STATIVE = re.compile(
    r"(?:^|[^上])(?:达到?|提高到|扩大到|增加到|稳定在|提升到|降至|下降到|不低于|不少于|覆盖|全覆盖|增至|减少到)"
)


def has_act(words: list[Word]) -> bool:
    """Whether the clause has a verb of its own beyond 是, 有 and the like."""
    return any(word.tag in ("act", "weak") or (word.tag[0] == "v" and word.text not in NOT_ACTS) for word in words)


NOT_ACTS = frozenset(
    re.findall(
        r"\S+",
        "是 有 为 要 会 能 可 可以 可能 应 应当 须 需 需要 希望 建议 计划 预计 打算 "
        "力争 争取 有望 确保 准备 继续 开始 前 起 到 后 上 下 请 属 位于 在 用 进行 予以",
    )
)


def checkable(text: str, words: list[Word]) -> bool:
    """A definite act: 建设两处停车场 can be checked by a stranger, 进一步加强管理 cannot."""
    if OUTCOME.match(text):
        return False
    acts = [word for word in words if word.tag == "act"]
    if not acts:
        return bool(QUANTITY.search(text)) and has_act(words) and not TOPIC.match(text)
    if any(word.text in NO_ACT for word in words[:3]):
        return False
    weak = [word for word in words if word.tag == "weak"]
    definite = QUANTITY.search(text) or NAMED.search(text)
    if VAGUE_HELP.search(text):
        return bool(definite)
    return bool(definite) or not weak or words.index(acts[0]) < words.index(weak[0])


def action(text: str, when: str) -> str:
    """The act said short: without the time before it, and what leads up to it."""
    after = text.partition(when)[2] if when else text
    act = after if len(after) >= 4 else text
    lead = LEAD_IN.match(act)
    return act[lead.end() if lead else 0 :][:60]


LEAD_IN = re.compile(r"(?:其中|同时|此外|另外|并且?|还|也|再|将|拟|计划|预计|力争|争取|确保|下一步|今后|由|，|、)+")


def read_words(words: Words, text: str) -> list[Word]:
    """The words of a clause; 全面完成, which the dictionary has as one phrase, counts as the verb it ends in."""
    return [seen(words, word) for word in words.cut(text) if word.text.strip("，。、；：（）□《》“”")]


def seen(words: Words, word: Word) -> Word:
    if word.tag in ("l", "i", "x") and len(word.text) > 2:
        return Word(word.text, words.tags.get(word.text[-2:], word.tag))
    return word
