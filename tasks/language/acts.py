"""The act in a clause: whether a stranger could check that it was done, and how to say it short."""

import re
from itertools import pairwise

from tasks.language.cues import VAGUE_HELP
from tasks.language.retold import TOPIC
from tasks.language.words import Word, Words

QUANTITY = re.compile(
    r"(?:[\d０-９][\d.．０-９]*|[两三四五六七八九十百]{1,3}|一(?=[名座处台辆块条支期场批部]))(?:余|多)?(?:万|亿)?"
    r"(?:[个处座套台辆条所家户人名亩项次场批份盏组根栋片吨类支张块棵株对位部件间层面具宗期]"
    r"|公里|平方|千米|米|%|％|千瓦|立方)"
)
NAMED = re.compile(r"[《“「]")
OUTCOME = re.compile(
    r"^(?:努力|切实)?(?:从而|以便|使得?|让|方便|惠及|新增(?:床位|泊位|就业)|受益|预计可|可(?!研)|供|接受|有效|真正|最大限度|满足|形成"
    r"|确保(?!.{0,14}(?:完成|建成|达到|投|开工|竣工|实现|稳定))|做到|保证|避免|防止)"
)
NO_ACT = ("研究", "争取", "吸收", "听取", "汇报", "沟通", "对接", "协商", "衔接")


def has_act(words: list[Word]) -> bool:
    """Whether the clause has a verb of its own beyond 是, 有 and the like."""
    return any(word.tag in ("act", "weak") or (word.tag[0] == "v" and word.text not in NOT_ACTS) for word in words)


def last_verb(words: list[Word]) -> Word:
    return next((word for word in reversed(words) if word.tag == "weak" or word.tag[0] == "v"), words[-1])


def is_plain_verb(word: Word) -> bool:
    return word.tag in ("v", "vn") and len(word.text) > 1 and word.text not in NOT_ACTS and word.text not in NO_ACT


def is_bare(words: list[Word]) -> bool:
    """完工, 全部建成投用: a milestone that names no thing of its own, so it is one of the act before it."""
    return sum(len(word.text) for word in words if word.tag[0] in "nxmqrisj" and word.text not in SAYS_HOW) < 3


THOUGHT = ("研究", "考虑", "参考", "重视", "关注", "支持", "统筹", "研究解决", "统筹考虑", "处理", "配合", "保障")
OF_READERS = re.compile(r"[您你]们?的(?:意见|建议|提案)")
SAYS_HOW = (
    "全部",
    "基本",
    "正式",
    "全线",
    "整体",
    "原则",
    "原则上",
    "上",
    "主体",
    "力争",
    "有望",
    "确保",
    "赶在",
    "一次",
    "对外",
    "工程",
    "施工",
    "任务",
)
NOT_ACTS = frozenset(
    re.findall(
        r"\S+",
        "是 有 为 要 会 能 可 可以 可能 应 应当 须 需 需要 希望 建议 计划 预计 打算 "
        "力争 争取 有望 确保 准备 继续 开始 前 起 到 后 上 下 请 属 位于 在 用 进行 予以",
    )
)


def checkable(text: str, words: list[Word], meant: bool = False) -> bool:
    """A definite act: 建设两处停车场 can be checked by a stranger, 进一步加强管理 cannot.

    `meant`: something else says that it is to be done (将, 由某局, 待…后); then any plain verb will do.
    """
    if OUTCOME.match(text) or OF_READERS.search(text):
        return False
    acts = [word for word in words if word.tag == "act" or (meant and is_plain_verb(word))]
    if not acts:
        return bool(QUANTITY.search(text)) and has_act(words) and not TOPIC.match(text)
    if any(word.text in NO_ACT and then.tag != "act" for word, then in pairwise(words[:4])):
        return False
    if meant and not any(word.tag == "act" for word in words) and last_verb(words).text in THOUGHT:
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
