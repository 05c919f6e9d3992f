"""What says that an act is to come, and how surely: 将, 拟, 计划, 确保; told apart from 将 as 把 and 计划 as a noun."""

import re

from tasks.language.words import Words

AHEAD = re.compile(
    r"将|(?<![草虚模比])拟(?!定|稿)|力争|争取|预计|有望|确保|下一步|今后|接下来|着力|打算|准备|计划|须|(?<![主重必需纲摘首次紧概简])要|应(?!当)"
    r"|(?<=[局所院委镇乡心司道办])会(?![同议商员办])|继续|先行|另行|决定|承诺|答应|同意|立即|马上|[就先](?=[去给在把])|(?<![首优率原])先(?![后进锋])(?=[\u4e00-\u9fff]{1,2}\d)"
)
SOFT = re.compile(r"力争|争取(?!.{0,6}(?:资金|支持|政策))|预计|有望|原则上|(?<![草虚模比])拟(?![定建稿])|计划")
FIRM = re.compile(r"(?<![拟划计])将|确保|务必|必须")
STANDING = re.compile(r"执行|实行|保持|坚持|支持|予以")  # 继续执行: as it is now
COMMITTED = re.compile(r"争取|决定|准备|同意|承诺|答应|确保|着力|继续|立即|计划")  # 已争取, 已决定: done
TOLD = re.compile(r"已|曾")
LATER = re.compile(r"[于在会从自对向再]|继续|进一步|陆续|[今明后]年")
MOMENT = re.compile(
    r"(?:\d{1,4}|[一二三四五六七八九十两〇]{1,4}|[Oo\d]{1,4})(?:个|周)?(?:年|月|日|天|季|工作日|周)|[今明后下本上年近当第同]|期|[每逐分]|商(?=[省市县区])"
)
POINTING = re.compile(r"[该这那其此各]")  # 将该片区列入: 把
PLEDGED = ("同意", "承诺", "答应", "决定")
NEAR = 40  # how far before 将 a word of what is done may stand; keeps long unbroken text cheap
NOUN_AFTER = re.compile(r"$|[的、和及与中内外书表》”（(）)□]|项目|任务|目标|指标|总投资|单列")
NOUN_BEFORE = re.compile(
    r"[的施入动度列育按照原订该]$|(?:行动|工作|年度|根据|制定|出台|印发|编制|发展|培训|建设|投资)$"
)
NOT_MODAL = {  # 须知, 应急, 要求: words in which the sign is no modal
    "须": re.compile(r"知"),
    "应": re.compile(r"[建急用对届诉有收答付邀变聘改征配]"),
    "要": re.compile(r"[求素害件点闻道塞么义事领]"),
}


def to_come(text: str, words: Words) -> int:
    """Where the last word stands that says something is to come; -1 where none does."""
    found = -1
    for cue in AHEAD.finditer(text):
        if is_cue(text, cue, words):
            found = cue.start()
    return found


def is_soft(text: str, words: Words) -> bool:
    return any(cue[0] != "计划" or is_cue(text, cue, words) for cue in SOFT.finditer(text))


def is_firm(text: str, words: Words) -> bool:
    return any("将" not in cue[0] or is_cue(text, cue, words) for cue in FIRM.finditer(text))


def is_cue(text: str, cue: re.Match[str], words: Words) -> bool:
    """将移交 looks ahead, 将图纸移交 is 把; 计划新建 is a verb, 三年行动计划 a noun; 已争取 is done."""
    word = cue[0]
    if word == "将":
        return is_adverb(text, cue, words)
    if COMMITTED.fullmatch(word) and TOLD.search(text, max(cue.start() - NEAR, 0), cue.start()):
        return False
    if word in PLEDGED:
        return goes_on(text, cue.end(), words)
    if word == "计划":
        return not (NOUN_BEFORE.search(text, max(cue.start() - 4, 0), cue.start()) or NOUN_AFTER.match(text, cue.end()))
    if word == "继续":
        return not STANDING.match(text, cue.end())
    if word == "会":
        return goes_on(text, cue.end(), words)
    no_modal = NOT_MODAL.get(word)
    return no_modal is None or not no_modal.match(text, cue.end())


def is_adverb(text: str, cue: re.Match[str], words: Words) -> bool:
    """Whether 将 stands before a verb, an adverb, a preposition or a time; before a noun it is 把."""
    if TOLD.search(text, max(cue.start() - NEAR, 0), cue.start()) or text.endswith(("并", "同时"), 0, cue.start()):
        return bool(LATER.match(text, cue.end()))
    return goes_on(text, cue.end(), words)


def goes_on(text: str, at: int, words: Words) -> bool:
    """Whether a verb or what may stand before one begins there."""
    if POINTING.match(text, at):
        return False
    tag = words.tag_at(text, at)
    return tag in ("act", "weak", "state") or tag[0] in "vdpcil" or bool(MOMENT.match(text, at))
