"""What makes a clause a promise, class by class of speech. Every name and number is invented."""

from datetime import date

import pytest

from storage.terms import Certainty, Kind
from tasks.language.dates.seasons import Seasons
from tasks.language.letter import understand
from tasks.language.words import Words
from tasks.reading.pages import read_pages
from tasks.rules.workdays import Workdays

LETTER = """柳泉市园林绿化局

关于市政协四届三次会议第021号提案的答复

甲小禾委员：

你提出的《关于增加口袋公园的提案》收悉，现答复如下：

一、{heading}

{body}

柳泉市园林绿化局

2024年3月15日
"""


@pytest.fixture(scope="module")
def words():
    return Words()


@pytest.fixture
def promises(words):
    def reader(body, heading="下一步工作打算"):
        text = LETTER.format(heading=heading, body=body)
        return understand(read_pages(text), words, Workdays(), Seasons()).promises

    return reader


@pytest.mark.parametrize(
    "body",
    [
        "自治区林草部门要求各地到2027年公园品质明显提升。",
        "省自然资源厅提出，2026年底前基本完成古树普查任务。",
        "西苑每年都要清淤两三次。",
        "近年来，我局坚持每年4月、10月开展两次修剪，发现枯枝的三日内清理，这项工作已坚持六年。",
        "养护费由每人每月600元提高到900元。",
        "审批时间可压减至20个工作日以内。",
        "改造费用由市、区两级财政各承担一半。",
        "护绿是一项长期任务。",
        "我局去年10月出台《护绿办法》，明确到2026年建成绿道40公里。",
        "您信里写“两个月内必须拆完”，确有难度。",
        "问题二：老公园的围墙要拖到哪一年？",
        "对群众报修继续执行24小时值守制度。",
        "我们将以此次提案为契机，提升服务水平。",
    ],
)
def test_what_is_habit_background_rate_or_manner_is_no_promise(promises, body):
    assert promises(body) == ()


@pytest.mark.parametrize(
    ("body", "due"),
    [
        ("南苑公园管理处答应8月份完成补种。", date(2024, 8, 31)),  # a pledge
        ("剩余的9处，因权属不清等原因缺资料的4处明年6月底前完成。", date(2025, 6, 30)),  # a reason within the subject
        ("7月份将面向社会招募首批护绿员不少于30名。", date(2024, 7, 31)),
        ("“十五五”期间，争取完成六百亩荒坡绿化。", date(2030, 12, 31)),
        ("名单清明节前报市园林绿化局备案。", date(2024, 4, 3)),
        (
            "先在东苑装两处饮水点,6月底前把漏水的3号管换掉。",
            date(2024, 6, 30),
        ),  # a comma of the keyboard before a digit
    ],
)
def test_an_act_that_is_to_come_is_one_however_it_is_said(promises, body, due):
    assert due in [one.due for one in promises(body)]


def test_what_comes_back_may_name_its_time_a_clause_before_its_act(promises):
    (promise,) = promises("各公园管理处每季度首月5日前，向我局报送一次巡查情况。")
    assert (promise.kind, promise.due, promise.owner) == (Kind.RECURRING, date(2024, 4, 5), "各公园管理处")
    assert promise.quote.startswith("各公园管理处每季度")


def test_several_months_of_one_recurrence_stay_one_time(promises):
    (promise,) = promises("拟每年3月、9月各开展一次“爱绿护绿”集中宣传。")
    assert promise.rrule == "FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=-1"


@pytest.mark.parametrize(
    "body", ["东苑等5处结合管网施工同步改造，9月底完工。", "为独居老人栽种阳台绿植500盆，原则上9月底前栽完。"]
)
def test_a_bare_milestone_takes_in_the_act_before_it(promises, body):
    (promise,) = promises(body)
    assert promise.quote == body[:-1]
    assert promise.due == date(2024, 9, 30)


def test_a_milestone_with_its_own_object_leaves_the_act_before_it_alone(promises):
    found = promises("我局将发布《认养公告》，争取在9月30日前为不少于5株古树找到认养人。")
    assert [one.kind for one in found] == [Kind.UNDATED, Kind.DATED]


def test_a_clause_that_calls_on_people_waits_for_what_they_are_to_do(promises):
    (promise,) = promises("年底前，我局将组织各站护绿员，对全市古树逐株建档。")
    assert promise.quote == "我局将组织各站护绿员，对全市古树逐株建档"


@pytest.mark.parametrize(
    "body", ["待选址确定后对外营业。", "面积核实后予以补发。", "待国家明确养护新规后，出台我市实施细则。"]
)
def test_a_promise_may_wait_for_an_event_and_then_has_no_day(promises, body):
    (promise,) = promises(body)
    assert (promise.kind, promise.due) == (Kind.UNDATED, None)


@pytest.mark.parametrize(
    ("body", "owner"),
    [
        ("东岗养护站每月15日前填报一次台账。", "东岗养护站"),
        ("市财政每年安排管护经费3万元。", "市财政"),
        ("青禾镇要在5月底前完成硬化。", "青禾镇"),
        ("督促19家经营户加装护栏，8月中旬前全部安装到位。", "19家经营户"),
        ("要求各街道“两站一员”5月10日前排查完隐患点位。", "各街道“两站一员”"),
        ("东苑服务中心选址已定，计划明年5月开工。", "柳泉市园林绿化局"),  # a building does not act
        ("6月底前实现企业认养全程网办。", "柳泉市园林绿化局"),  # 实现企业 is a verb and its object
    ],
)
def test_who_is_to_act_is_found_by_what_its_name_ends_in(promises, body, owner):
    assert [one.owner for one in promises(body)][-1] == owner


def test_a_heading_may_lay_its_section_on_a_body(promises):
    (promise,) = promises("9月底前完成补植。", heading="关于道路绿化（市城市管理局负责）")
    assert promise.owner == "市城市管理局"


def test_another_subject_ends_what_was_soft(promises):
    found = promises("其中上半年计划启动30个，市自来水公司本月内完成首批8处迁改。")
    assert [one.certainty for one in found] == [Certainty.SOFT, Certainty.FIRM]


def test_a_planned_thing_is_not_softly_promised(promises):
    found = promises("今年计划改造的40公里绿道，剩余12公里国庆节前完成铺装。")
    assert [one.certainty for one in found] == [Certainty.FIRM]


def test_each_promise_tells_in_one_line_why_and_plainer_speech_is_surer(promises):
    (plain,) = promises("我局将在6月底前建成公园3处。")
    (told,) = promises("我局已完成选址，今年将建成公园3处。")
    assert plain.confidence >= 0.9 > told.confidence
    assert plain.why == "looks ahead; a time in the clause"
