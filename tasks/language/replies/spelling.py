"""Mistyped key words of a reply: what an input method offers for the same or nearly the same sound."""

import re

KEY_WORDS = (
    "延期 推迟 顺延 完成 完工 办结 公布 公示 搁置 停工 采购 月底 验收 重新 进度 进展 预计 已经 资金 招标 申请 "
    "审批 正在 卡住 负责 移交 施工 竣工 开工 到位 联系 上线"
)
# What a character of a key word is mistyped as; exactly one character of a word may be wrong.
SOUNDS_LIKE = (
    "延言沿严研盐颜炎 期其七齐企起 推退腿 迟池吃持尺 顺瞬 完玩晚万碗 成城程承称乘 办半板搬 结节接洁杰 公供 布步补 "
    "示试 搁隔割 置制至 停廷 采才彩 购够构 底低地 验言严 收手受 重从 新心 进近尽 度渡读 展站 预予 计记 已以己 "
    "经径 资自 金今 招召 标表 申伸深审 请清 批披 正整 在再 卡咔 负付 责则 移易 施失 印应 竣俊峻 位为 系西 线现"
)
# Sequences that good spelling makes as well, by themselves or across two words (到为止, 投资今年).
WELL_SPELT = "重心 板结 进站 晚成 万成 资今 到为 上现 完供 整在 申批 停供 开供 移教"
# A last character that begins a word of its own with the one that follows: 三月地铁, 以经济, 正再次.
BEGINS_A_WORD = {"地": "铁块方下面区产价质名震址段市点", "经": "济营过费贸验常", "再": "次生", "今": "年天后日"}


def spelt_right(text: str) -> str:
    """`text` with mistyped key words put right, character for character."""
    return MISTYPED.sub(lambda found: MEANT[found.group()], text)


def _confusions() -> dict[str, str]:
    """Every key word with one character mistyped → the word that was meant."""
    sounds = {heard[0]: heard[1:] for heard in SOUNDS_LIKE.split()}
    well_spelt = WELL_SPELT.split()
    return {
        wrong: word
        for word in KEY_WORDS.split()
        for place, right in enumerate(word)
        for other in sounds.get(right, "")
        if (wrong := word[:place] + other + word[place + 1 :]) not in well_spelt
    }


def _unless_it_begins_a_word(wrong: str) -> str:
    follows = BEGINS_A_WORD.get(wrong[-1])
    return f"{wrong}(?![{follows}])" if follows else wrong


MEANT = _confusions()
MISTYPED = re.compile("|".join(map(_unless_it_begins_a_word, MEANT)))
