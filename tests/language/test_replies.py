"""A contact's chat answers: every line of the corpus, and the boundaries between one answer and another."""

import json
from datetime import date
from pathlib import Path

import pytest

from storage.terms import Answer
from tasks.language.dates import Seasons
from tasks.language.replies import Reply, understand_reply
from tasks.language.replies.own_words import own_words
from tasks.rules.workdays import Workdays

CORPUS = json.loads((Path(__file__).parents[1] / "corpus/replies.json").read_text("utf-8"))
SAID_ON, DUE = date.fromisoformat(CORPUS["said_on"]), date.fromisoformat(CORPUS["due"])  # a Tuesday; three weeks on
GOLD = Path(__file__).parents[2] / "../shared/gold/replies.jsonl"
LINES = [(status, line) for status in Answer for line in CORPUS[status]]
REMINDER = "【提醒·第2次】8-3 还有5个工作日到期（9月30日，周三）。请回复进展，如“已完成80%，预计28日办结”。"


def heard(words: str, said_on: date = SAID_ON, due: date | None = DUE) -> Reply:
    return understand_reply(words, said_on, due, Seasons(), Workdays())


@pytest.mark.parametrize(("status", "line"), LINES, ids=[line["text"] for _, line in LINES])
def test_a_line_of_the_corpus_is_understood(status: Answer, line: dict):
    reply = heard(line["text"])
    assert reply.status is status
    assert reply.percent == line.get("percent")
    assert reply.evidence == line.get("evidence")
    for name in ("done_on", "new_due"):
        assert str(getattr(reply, name)) == str(line.get(name))
    assert overlap(reply.reason, line.get("reason")) >= 0.5


def overlap(have: str | None, want: str | None) -> float:
    """How much of the longer the shorter is, where it stands in it."""
    if have is None or want is None:
        return float(have is want)
    shorter, longer = sorted((have, want), key=len)
    return len(shorter) / len(longer) if shorter in longer else 0.0


def test_the_due_day_itself_is_no_delay_and_the_day_after_is():
    assert heard("9月30日完工").status is Answer.PROGRESS
    assert heard("10月1日完工").status is Answer.DELAY


def test_a_day_is_foretold_until_it_has_come():
    assert heard("9月7日办结", said_on=date(2026, 9, 7)).status is Answer.DONE
    assert heard("9月8日办结", said_on=date(2026, 9, 7)).status is Answer.PROGRESS


def test_a_putting_off_counts_from_the_due_day_and_what_is_still_needed_from_today():
    assert heard("顺延两周").new_due == date(2026, 10, 14)
    assert heard("还需要一个月").new_due == date(2026, 10, 8)


def test_a_month_is_cut_to_its_end():
    assert heard("延期一个月", said_on=date(2026, 1, 20), due=date(2026, 1, 31)).new_due == date(2026, 2, 28)


def test_a_putting_off_of_an_act_without_a_day_names_none():
    assert heard("顺延两周", due=None) == Reply(Answer.DELAY)


def test_a_vague_span_is_a_delay_only_where_even_the_least_of_it_is_too_long():
    assert heard("还得十来天").status is Answer.PROGRESS
    late = heard("还得三十来天")
    assert (late.status, late.new_due) == (Answer.DELAY, None)


def test_a_day_that_does_not_exist_is_asked_about():
    reply = heard("延到9月31号")
    assert (reply.status, reply.new_due) == (Answer.DELAY, None)
    assert reply.impossible == (date(2026, 9, 30), date(2026, 10, 1))
    done = heard("6月31日就办结了")
    assert (done.status, done.done_on) == (Answer.DONE, None)
    assert done.impossible == (date(2026, 6, 30), date(2026, 7, 1))


def test_weekdays_look_ahead_for_plans_and_back_for_deeds():
    assert heard("周一已公布").done_on == date(2026, 9, 7)
    assert heard("周四能公布", due=date(2026, 9, 9)).new_due == date(2026, 9, 10)


def test_a_day_with_no_year_is_the_newest_that_has_come():
    assert heard("12月28日已办结", said_on=date(2027, 1, 6)).done_on == date(2026, 12, 28)


@pytest.mark.parametrize(
    "quoted",
    [
        f"> {REMINDER}\n",
        f"＞{REMINDER}\n",
        f"{REMINDER}\n",
        f"「督办助手：{REMINDER}」\n——————\n",
        f"『{REMINDER}』\n",
    ],
)
def test_what_the_bot_said_is_not_what_the_contact_says(quoted: str):
    assert heard(quoted + "好的").status is Answer.UNCLEAR
    assert heard(quoted + "干了三成") == Reply(Answer.PROGRESS, percent=30)


def test_words_keep_their_place_whatever_is_blanked_or_put_right():
    words = f"> {REMINDER}\n以经完城［抱拳］，见附件"
    assert len(own_words(words)) == len(words)
    assert heard(words).evidence == "见附件"


def test_a_reason_keeps_the_words_as_they_were_typed():
    assert heard("言期一周，自金没到位").reason == "自金没到位"


def test_good_spelling_is_left_alone():
    assert own_words("三月地铁开通，工作重心在申报公事") == "三月地铁开通，工作重心在申报公事"


def test_shares_of_parts_of_money_and_of_approval_are_no_progress():
    assert heard("一标段70%，二标段40%，都在干").percent is None
    assert heard("工程款支付到80%，现场正在收尾").percent is None
    assert heard("群众满意率98%，还在收尾").percent is None


def test_a_handover_wins_over_the_progress_told_with_it():
    reply = heard("目前过半，这个事以后由小褚对接")
    assert (reply.status, reply.percent) == (Answer.HANDOVER, 50)


def test_a_granted_extension_is_not_asked_for_again():
    assert heard("延期申请上周已批，现在干到八成").status is Answer.PROGRESS


def test_a_question_about_how_to_ask_is_no_request():
    assert heard("延期要走什么流程").status is Answer.UNCLEAR
    assert heard("可以延期一周吗").status is Answer.DELAY


def test_nothing_is_understood_of_nothing():
    for words in ("", "  \n", "？", "[强]", "> 好"):
        assert heard(words) == Reply(Answer.UNCLEAR)


@pytest.mark.skipif(not GOLD.exists(), reason="the labelled replies are not beside the checkout")
def test_nineteen_of_twenty_labelled_replies_get_their_status():
    labelled = [json.loads(line) for line in GOLD.read_text("utf-8").splitlines()]
    right = [
        label["status"] == heard(label["text"], date.fromisoformat(label["said_on"]), day(label["due"])).status
        for label in labelled
    ]
    assert sum(right) >= 0.95 * len(labelled)


def day(words: str | None) -> date | None:
    return date.fromisoformat(words) if words else None
