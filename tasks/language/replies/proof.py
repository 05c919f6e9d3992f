"""佐证: what a reply offers: a link, the act's own document number, else the words that name what is attached."""

import re
from collections.abc import Sequence
from itertools import zip_longest

from tasks.language.replies.clauses import Clause

IN_LINK = r"[^\s，。；！？、（）“”\"'<>《》【】一-鿿]"
LINK = re.compile(
    rf"(?:https?://|www\.){IN_LINK}*{IN_LINK}(?<![.,;!?)])"
    rf"|(?<![\w@.-])(?:[a-z0-9-]+\.)+(?:gov|com|org|net|cn|example)(?![a-z])(?:[./]{IN_LINK}*)?(?<![.,;!?)])",
    re.IGNORECASE,
)
YEAR_AND_NUMBER = re.compile(r"[〔\[［(（【]\d{4}[〕\]］)）】]第?\d{1,4}号")
DOCUMENT_NUMBER = re.compile(rf"(?P<lead>[一-鿿]{{0,14}}?)(?P<issuer>[一-鿿]{{2,12}}){YEAR_AND_NUMBER.pattern}")
# What stands between the sentence and the issuer's letters: 详见云衡交发, 已印发云政办
NOT_ISSUER = re.compile(
    r".*(?:详见|参见|见于?|印发了?|下发了?|发文|发布了?|公布了?|出台了?|文号[是为]?|文件[是为]?|即|以|按|了|是"
    r"|为|的|于|号)"
)
# A document that bids or is followed is not the act's own.
FOLLOWED = re.compile(
    r"(?:按照?(?!期|时)|根据|依据|依照|依|贯彻|落实|对照|遵照|结合|执行|参照|收到|接到|提到|来文|贵委"
    r"|你委)[^，。；]{0,8}$"
)
FOLLOWED_AT_ONCE = re.compile(r"按照?|根据|依据|收到|接到|贵委|你委|贯彻|落实")
THING = (
    "附件|附图|资料|佐证|证明|原件|纸质版|盖章[件版]|签收单|回单|新闻稿|推文|竣工图|效果图|照片|图片|截图"
    "|视频|扫描件|复印件|回执|压缩包|验收单|验收报告|检测报告|现场图|公告|网页|文件|清单|材料|图纸|证书|链接"
    "|报纸|纪要"
)
ATTACHED = re.compile(
    rf"(?:{THING}).{{0,8}}(?:(?<!意)见(?!面)|附|如下|发(?:您|你|群|过去|过来|了|上)|传(?:您|了|上)|已发(?!布)"
    rf"|已传|在(?:上面|下面|这|群|附件)|上传|发.{0, 4}邮箱|拍了|寄|贴在|后附|一并)|(?:[见如附]|上|下)图"
    rf"|(?:见|附上?|随附|附了|发了|传了|上传了?|奉上|详见|现附|另附|后附|一并(?:附|报|送|发)|送上|附有"
    rf"|看).{{0,6}}(?:{THING})"
)
FILE = re.compile(
    r"\S+\.(?:pdf|docx?|wps|xlsx?|jpe?g|png|zip|rar|mp4|ofd)(?![a-z])|\[(?:图片|照片|文件|视频|附件)\]", re.IGNORECASE
)
LABEL = re.compile("附件?|佐证(?:材料)?|证明(?:材料)?|照片|截图")
ANNOUNCEMENT = re.compile(r"(?:\d{4}年)?第?\d{1,4}号(?:公告|通告|令)|(?:公告|通告)\d{4}年第?\d{1,4}号")
PROMISED = re.compile(
    r"稍后|回头|晚点|明天|下午|随后|待会|等会|后补|再[发传补报]|会[发传补]|补[发传报送]|没|未|不|马上|尽快|要"
    r"|怎么|哪|吗|在[写整做]|正在"
)


def evidence_in(text: str, own: str, said: Sequence[Clause]) -> str | None:
    """The exact words of `text` that prove the act; `own` is the same text, place for place."""
    link = LINK.search(own)
    if link:
        return text[link.start() : link.end()]
    return _own_number(text, own) or _attachment(text, said)


def without_proof(own: str) -> str:
    """The same with links and document numbers blanked: their marks part no clauses, 〔2026〕15号 is no day."""
    for pattern in (LINK, YEAR_AND_NUMBER):
        own = pattern.sub(lambda found: " " * len(found.group()), own)
    return own


def _own_number(text: str, own: str) -> str | None:
    for found in DOCUMENT_NUMBER.finditer(own):
        head = found.start("lead")
        issuer = own[head : found.end("issuer")]
        lead = NOT_ISSUER.match(issuer)
        begin = head + (lead.end() if lead and len(issuer) - lead.end() >= 2 else 0)
        if not FOLLOWED.search(own[:begin]) and not FOLLOWED_AT_ONCE.match(own[begin:]):
            return text[begin : found.end()]
    announced = ANNOUNCEMENT.search(own)
    return (
        text[announced.start() : announced.end()]
        if announced and not FOLLOWED.search(own[: announced.start()])
        else None
    )


def _attachment(text: str, said: Sequence[Clause]) -> str | None:
    for clause, following in zip_longest(said, said[1:]):
        if following and LABEL.fullmatch(clause.words) and not PROMISED.search(following.words):
            return text[clause.start : following.end]
        if (
            not clause.asks
            and (ATTACHED.search(clause.words) or FILE.search(clause.words))
            and not PROMISED.search(clause.words)
        ):
            return text[clause.start : clause.end]
    return None
