"""A letter as a whole: its head, the day it counts from, its promises and its doubts. Every name here is invented."""

import time
from datetime import date
from pathlib import Path

import pytest

from storage.terms import Certainty, Kind
from tasks.language.dates.seasons import Seasons
from tasks.language.findings import Basis, Question
from tasks.language.letter import understand
from tasks.language.words import Words
from tasks.reading.pages import read_pages
from tasks.reading.plain import decode
from tasks.rules.workdays import Workdays

SHARED = Path(__file__).parents[2] / "../shared"
FOUNDING = SHARED / "letters/founding.txt"
LETTER = """柳泉市园林绿化局

柳园函〔2024〕9号　　　　　B类

关于市政协四届三次会议第021号提案的答复

甲小禾、乙大田委员：

你们提出的《关于增加口袋公园的提案》收悉，现答复如下：

一、关于口袋公园建设

{body}

感谢你们的关心和支持。

柳泉市园林绿化局

2024年3月15日

（联系人：丙某；联系电话：0000-6000001）
"""


@pytest.fixture(scope="module")
def words():
    return Words()


@pytest.fixture
def read(words):
    def reader(text, on=None):
        return understand(read_pages(text), words, Workdays(), Seasons(), on)

    return reader


@pytest.fixture
def promises(read):
    return lambda body: read(LETTER.format(body=body)).promises


def test_the_head_is_read_as_printed(read):
    head = read(LETTER.format(body="")).head
    assert head.title == "关于市政协四届三次会议第021号提案的答复"
    assert (head.bureau, head.session, head.proposal_no) == ("柳泉市园林绿化局", "市政协四届三次会议", "021")
    assert (head.members, head.category, head.written_on) == (("甲小禾", "乙大田"), "B", date(2024, 3, 15))


def test_an_act_with_a_day_is_a_dated_promise_with_its_words(promises):
    text = "我局将在6月底前建成南街口袋公园3处。"
    (promise,) = promises(text)
    assert (promise.kind, promise.due, promise.certainty) == (Kind.DATED, date(2024, 6, 30), Certainty.FIRM)
    assert (promise.quote, promise.when) == (text[:-1], "6月底前")
    assert promise.owner == "柳泉市园林绿化局"
    assert promise.why
    assert promise.confidence >= 0.9


@pytest.mark.parametrize(
    "body",
    [
        "2023年我局已建成口袋公园12处，投入资金800万元。",
        "5月底前的养护任务已全部完成。",
        "你们建议年底前建成口袋公园20处。",
        "某某委员提出2025年底前实现公园全覆盖。",
        "国家有关部门提出，到2025年城市公园绿地服务半径覆盖率达到85%。",
        "《全省公园建设规划》明确，到2027年全省建成口袋公园5000个。",
        "预计到2030年全市公园游览人口达到900万人次。",
        "我们将进一步加强管理，不断提升服务水平。",
        "请在收到后15日内反馈意见。",
        "受用地限制，2025年前暂不新建公园。",
        "比如各街道每年组织的赏花会，就很受欢迎。",
    ],
)
def test_what_is_done_proposed_background_or_courtesy_is_no_promise(promises, body):
    assert promises(body) == ()


def test_a_time_governs_the_later_clauses_of_its_sentence_and_stops_at_the_full_stop(promises):
    found = promises("年底前，我局将完成西街绿道建设，安装照明灯80盏。同时将编制《绿道养护手册》。")
    assert [one.due for one in found] == [date(2024, 12, 31), date(2024, 12, 31), None]
    assert found[2].kind is Kind.UNDATED


def test_a_lead_spans_what_is_enumerated_behind_it(promises):
    found = promises("2025年重点做好以下工作：一是新建公园4处。二是改造绿道6公里，8月底前完工。")
    assert [one.due for one in found] == [date(2025, 12, 31), date(2025, 8, 31)]


def test_softness_reaches_to_the_end_of_its_sentence_unless_a_firm_word_takes_over(promises):
    found = promises("力争9月底前完成栽植，10月底前开放。确保11月底前通过验收。")
    assert [one.certainty for one in found] == [Certainty.SOFT, Certainty.SOFT, Certainty.FIRM]


def test_a_plan_that_is_a_noun_is_not_soft(promises):
    (promise,) = promises("列入年度建设计划的东门公园6月底前开工。")
    assert promise.certainty is Certainty.FIRM


@pytest.mark.parametrize(
    ("body", "owner"),
    [
        ("要求各县（市、区）5月底前公布绿化清单。", "各县（市、区）"),
        ("市城市管理局将于7月底前拆除围挡6处。", "市城市管理局"),
        ("由市绿化服务中心负责实施，9月底前完成补植。", "市绿化服务中心"),
        ("我局9月底前完成补植。", "柳泉市园林绿化局"),
        ("施工单位4月20日进场。", "施工单位"),
    ],
)
def test_the_owner_is_the_nearest_named_body_that_is_to_act(promises, body, owner):
    (promise,) = promises(body)
    assert promise.owner == owner


def test_a_bureau_without_a_name_stays_what_it_calls_itself(read):
    (promise,) = read("我局将于2024年6月30日前建成公园3处。").promises
    assert promise.owner == "我局"


def test_a_requirement_sent_out_may_be_past_and_is_shown_as_a_doubt(read):
    findings = read(LETTER.format(body="今年1月我局印发通知，要求各县（市、区）2月底前摸清古树底数。"))
    assert [one.due for one in findings.promises] == [date(2024, 2, 29)]
    assert [doubt.question for doubt in findings.doubts] == [Question.PAST_DUE]


def test_what_comes_back_is_recurring(promises):
    (promise,) = promises("我局每季度末前通报一次养护情况。")
    assert (promise.kind, promise.due) == (Kind.RECURRING, date(2024, 3, 31))


def test_a_row_of_a_table_is_a_promise_of_the_body_it_names(promises):
    rows = "| 事项 | 责任单位 | 完成时限 |\n| --- | --- | --- |\n| 改造公厕3座 | 市城管局 | 2024年8月底前 |"
    (promise,) = promises(rows + "\n| 补植行道树90株 | 市城管局 | 2024年2月底前（已完成） |")
    assert (promise.owner, promise.due) == ("市城管局", date(2024, 8, 31))
    assert promise.quote.startswith("改造公厕3座")


def test_the_meeting_sheet_repeats_and_adds_nothing(read):
    points = "答复意见要点：\n\n一是6月底前建成南街口袋公园3处。\n\n"
    sheet = f"提案面商记录表\n\n{points}委员意见和要求：\n\n希望年底前再建5处。\n\n"
    findings = read(sheet + LETTER.format(body="我局将在6月底前建成南街口袋公园3处。"))
    (promise,) = findings.promises
    assert promise.quote == "我局将在6月底前建成南街口袋公园3处"


def test_every_span_points_at_its_quote_across_a_page_break(read):
    text = LETTER.format(body="我局将在6月底前建成南街口袋\n\n- 2 -\n\n公园3处，改造绿道6公里。")
    for promise in read(text).promises:
        assert text[promise.span.start : promise.span.end] == promise.quote
        assert promise.when_span
        assert text[promise.when_span.start : promise.when_span.end] == promise.when


def test_a_day_that_does_not_exist_is_refused_aloud(read):
    findings = read(LETTER.format(body="我局将在9月31日前建成公园3处。"))
    (doubt,) = findings.doubts
    assert (doubt.question, doubt.choices) == (Question.NO_SUCH_DAY, ("2024-09-30", "2024-10-01"))
    assert findings.promises[0].due is None


def test_the_day_somebody_said_wins(read):
    findings = read(LETTER.format(body="我局将在三个月内建成公园3处。"), on=date(2024, 5, 1))
    assert (findings.reference, findings.basis) == (date(2024, 5, 1), Basis.GIVEN)
    assert findings.promises[0].due == date(2024, 8, 1)


@pytest.mark.parametrize(
    ("line", "basis"),
    [("发布日期：2024-03-20", Basis.PUBLISHED), ("面商时间：2024年3月10日", Basis.MEETING), ("", Basis.NEWEST)],
)
def test_without_a_signature_date_the_next_best_day_is_the_reference(read, line, basis):
    text = LETTER.format(body="2023年12月1日开工，6月底前建成。").replace("2024年3月15日\n", "")
    assert read(line + "\n\n" + text).basis is basis


@pytest.mark.parametrize("text", ["今天天气很好，适合出门。", "会议纪要\n\n出席：甲、乙、丙。"])
def test_what_is_no_reply_letter_is_said_to_be_none(read, text):
    assert [doubt.question for doubt in read(text).doubts] == [Question.NOT_A_LETTER]


@pytest.mark.parametrize(
    "unit", ["将", "6月底前，", "您建议", "（《", "要求各", "“", "一是", "已，", "各县（市、区）", "2024年"]
)
def test_hostile_text_takes_linear_time(read, unit):
    begin = time.perf_counter()
    read(LETTER.format(body=unit * (30_000 // len(unit))))
    assert time.perf_counter() - begin < 10


@pytest.mark.skipif(not FOUNDING.exists(), reason="the founding letter is not beside this checkout")
def test_the_founding_letter(read):
    findings = read(decode(FOUNDING.read_bytes()))
    assert (findings.reference, findings.basis) == (date(2021, 6, 15), Basis.MEETING)
    found = {(one.when, one.due, one.certainty, one.owner) for one in findings.promises}
    assert ("今年5月底前", date(2021, 5, 31), Certainty.FIRM, "各县（市、区）") in found
    assert ("用3年左右时间", date(2022, 12, 31), Certainty.SOFT, "各县（市、区）") in found
    assert ("今年", date(2021, 12, 31), Certainty.FIRM, findings.head.bureau) in found
    questions = {doubt.question for doubt in findings.doubts}
    assert questions == {Question.NO_DATE, Question.NUMBERS_DIFFER, Question.PHONES_DIFFER, Question.PAST_DUE}
    assert findings.head.category == "A"
    assert set(findings.head.proposal_nos) == {"43", "TA00043"}
