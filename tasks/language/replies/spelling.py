"""Mistyped key words of a reply: what an input method offers for the same or nearly the same sound."""

import re

KEY_WORDS = (
    "延期", "推迟", "顺延", "完成", "完工", "办结", "公布", "公示", "搁置", "停工", "采购", "月底", "验收", "重新", "进度", "进展",
    "预计", "已经", "资金", "招标", "申请", "审批", "正在", "卡住", "负责", "移交", "施工", "竣工", "开工", "到位", "联系", "上线",
)  # fmt: skip
# What a character of a key word is mistyped as; exactly one character of a word may be wrong.
SOUNDS_LIKE = {
    "延": "言沿严研盐颜炎", "期": "其七齐企起", "推": "退腿", "迟": "池吃持", "顺": "瞬", "完": "玩晚万碗", "成": "城程承称乘",
    "办": "半板搬", "结": "节接洁杰", "公": "供", "布": "步补", "示": "试", "搁": "隔割", "置": "制至", "停": "廷",
    "采": "才彩", "购": "够构", "底": "低地", "验": "言严", "收": "手受", "重": "从", "新": "心", "进": "近尽", "度": "渡读",
    "展": "站", "预": "予", "计": "记", "已": "以己", "经": "径", "资": "自", "金": "今", "招": "召", "标": "表", "申": "伸深审",
    "请": "清", "批": "披", "正": "整", "在": "再", "卡": "咔", "负": "付", "责": "则", "移": "易", "施": "失", "印": "应",
    "竣": "俊峻", "位": "为", "系": "西", "线": "现",
}  # fmt: skip
# Sequences that good spelling makes as well, by themselves or across two words (到为止, 投资今年).
WELL_SPELT = frozenset("重心 板结 进站 晚成 万成 资今 到为 上现 完供 整在 申批 停供 开供 移教".split())
# A last character that begins a word of its own with the one that follows: 三月地铁, 以经济, 正再次.
BEGINS_A_WORD = {"地": "铁块方下面区产价质名震址段市点", "经": "济营过费贸验常", "再": "次生", "今": "年天后日"}


def spelt_right(text: str) -> str:
    """`text` with mistyped key words put right, character for character."""
    return MISTYPED.sub(lambda found: MEANT[found.group()], text)


def _confusions() -> dict[str, str]:
    """Every key word with one character mistyped → the word that was meant."""
    return {
        wrong: word
        for word in KEY_WORDS
        for place, right in enumerate(word)
        for other in SOUNDS_LIKE.get(right, "")
        if (wrong := word[:place] + other + word[place + 1 :]) not in WELL_SPELT
    }


def _unless_it_begins_a_word(wrong: str) -> str:
    follows = BEGINS_A_WORD.get(wrong[-1])
    return f"{wrong}(?![{follows}])" if follows else wrong


MEANT = _confusions()
MISTYPED = re.compile("|".join(map(_unless_it_begins_a_word, MEANT)))
