"""From the letter to the member's verdict: every message that each phone got, in order, and nothing else."""

from datetime import date

WHAT = "31-1“建成西门公共停车场”"
BUREAU = "云岭县住房和城乡建设局"

OFFICE = f"""
周明您好，身份已核对：督查室。
新的答复函、延期申请和待销号事项会发到这里；回复“逾期”查看逾期承诺。

【待审核】已读第31号答复函（{BUREAU}，B类）。
梳理出承诺1项：
{WHAT}，4月30日（周四）
请审核，审核前均不生效。

【审核·余1项】{WHAT}
原文：“我局将于4月底前建成西门公共停车场”
期限：4月30日（周四），原话“4月底前”
承办：{BUREAU}

第31号答复函（{BUREAU}）审核完毕：
{WHAT}，4月30日（周四），在办

【延期申请】{WHAT}，{BUREAU}
4月30日（周四） → 5月20日（周三）
理由：围挡还没拆完；此前申请0次。

{WHAT}：已同意延至5月20日（周三），已告知联络员。

【黄单告知】{WHAT}，{BUREAU}，逾期5天，尚未办结。
联络员尚未答复。
已按程序告知分管领导：韩立群。

【红单】{WHAT}，{BUREAU}，逾期14天，尚未办结。
联络员尚未答复。
建议发督办函。

【待销号】{WHAT}，{BUREAU}罗启明报：已完成，6月2日（周二），佐证1件。
佐证：https://example.test/ximen

{WHAT}：已销号，并告知联络员和委员。

【委员评价】{WHAT}，{BUREAU}
程若溪：满意。（不转承办单位）
"""

CONTACT = f"""
罗启明您好，身份已核对：联络员（{BUREAU}）。
贵单位在办承诺0项，回复“待办”随时查看；到期前会提醒您。

【新增承诺】罗启明同志：贵单位第31号答复函承诺1项，已登记：
{WHAT}，4月30日（周四）
到期前会提醒您。随时可回复“待办”查看。

【提醒·第1次】{WHAT}
4月30日（周四）到期，还有30个工作日。
请回复进展，如“已完成80%，预计28日办结”，或按下方按钮。

【提醒·第2次】{WHAT}
4月30日（周四）到期，还有7个工作日。
请回复进展，如“已完成80%，预计28日办结”，或按下方按钮。

【提醒·第3次】{WHAT}
4月30日（周四）到期，还有3个工作日。
请回复进展，如“已完成80%，预计28日办结”，或按下方按钮。

【今日到期】{WHAT}
今日4月30日（周四）为最后一日，今日办结仍算按期。
请回复进展，或按下方按钮。

{WHAT}
拟提交延期：原4月30日（周四） → 5月20日（周三）；理由：围挡还没拆完。批准前仍按原期限计。
原话：“估计来不及，能不能推到5月20日，围挡还没拆完”
是否确认？

{WHAT}：已记录，申请延期。
已报督查室审批，批准前仍按原期限计。

【延期获准】{WHAT}
期限改为5月20日（周三），届时前照常提醒。

【提醒·第1次】{WHAT}
5月20日（周三）到期，还有7个工作日。
请回复进展，如“已完成80%，预计28日办结”，或按下方按钮。

【提醒·第2次】{WHAT}
5月20日（周三）到期，还有3个工作日。
请回复进展，如“已完成80%，预计28日办结”，或按下方按钮。

【今日到期】{WHAT}
今日5月20日（周三）为最后一日，今日办结仍算按期。
请回复进展，或按下方按钮。

【逾期告知】{WHAT}
已于5月20日（周三）到期，现为红灯（逾期）。
请于5月22日（周五）前回复进展或困难；届时未复，将按程序告知分管领导。

{WHAT}
拟记录：已完成，6月2日（周二），佐证1件。将报督查室审核后销号。
原话：“已于6月2日建成 https://example.test/ximen”
是否确认？

{WHAT}：已记录，已完成，6月2日（周二），佐证1件。
已报督查室审核。

【已销号】{WHAT}
经督查室审核，已予销号。感谢支持！
"""

LEADER = f"""
韩立群您好，身份已核对：分管领导（{BUREAU}）。

【黄单】韩立群同志：{BUREAU}承诺事项{WHAT}已于5月20日（周三）到期，逾期5天，尚未办结。
联络员尚未答复。
敬请过问。
"""

MEMBER = f"""
程若溪您好，身份已核对：委员。
您名下在账承诺0项，回复“我的提案”随时查看。

【承诺入账】程若溪委员您好：{BUREAU}对第31号的答复中梳理出承诺1项，请您过目：
{WHAT}，4月30日（周四）

【情况说明】{WHAT}
{BUREAU}申请延至5月20日（周三），理由：围挡还没拆完。督查室已同意。原期限4月30日（周四）保留备查。

【办结征询】{WHAT}
{BUREAU}报：已完成，6月2日（周二），佐证1件。
佐证：https://example.test/ximen
您对该项落实是否满意？评价直接送督查室，不经承办单位。

【办结告知】{WHAT}
经督查室审核，该项已销号。感谢您的关注！

{WHAT}
您的评价：满意。是否提交？也可以改选。

{WHAT}：评价已送督查室（满意），不经承办单位。谢谢您！
"""


async def test_a_letter_lives_from_the_day_it_comes_to_the_member_s_verdict(town):
    async with town.awake():
        await town.gather("office", "member", "contact", "leader")
        await town.post()
        await town.presses(town.office, "逐条审核")
        await town.presses(town.office, "确认")
        await town.live_to(date(2026, 4, 30))
        await town.says(town.contact, "估计来不及，能不能推到5月20日，围挡还没拆完")
        await town.presses(town.contact, "确认")
        await town.presses(town.office, "同意")
        await town.live_to(date(2026, 6, 3))
        await town.says(town.contact, "已于6月2日建成 https://example.test/ximen")
        await town.presses(town.contact, "确认")
        await town.presses(town.office, "销号")
        await town.presses(town.member, "满意")
        await town.presses(town.member, "提交")
        await town.live_to(date(2026, 12, 31))
    assert screen(town.office) == OFFICE
    assert screen(town.contact) == CONTACT
    assert screen(town.leader) == LEADER
    assert screen(town.member) == MEMBER
    assert town.stranger.heard == []


def screen(phone):
    """All that a phone was told, a blank line between messages."""
    return "\n" + "\n\n".join(phone.heard) + "\n"
