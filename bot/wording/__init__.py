"""Every sentence duban says. One Jinja2 template a message, named by what is said and, for notices, to whom."""

import re
from dataclasses import fields
from datetime import date
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context

from storage.terms import Light, Role, Satisfaction, Status
from tasks.results import Result
from tasks.tellings import Telling

WEEKDAYS = "一二三四五六日"
STATUSES = {
    Status.PROPOSED: "待审核",
    Status.OPEN: "在办",
    Status.REPORTED: "待销号",
    Status.CLOSED: "已销号",
    Status.WITHDRAWN: "已撤销",
    Status.TO_VERIFY: "到期待核实",
}
LIGHTS = {Light.GREEN: "绿灯", Light.YELLOW: "黄灯（临期）", Light.RED: "红灯（逾期）"}
ROLES = {Role.MEMBER: "委员", Role.CONTACT: "联络员", Role.LEADER: "分管领导", Role.OFFICE: "督查室"}
SATISFACTIONS = {Satisfaction.SATISFIED: "满意", Satisfaction.MOSTLY: "基本满意", Satisfaction.NOT: "不满意"}
SHOWN = 15  # lines of a list in one message


class Wording:
    """Facts → Telegram's HTML. With `quotes` off no words of a letter leave the host: number and day only."""

    def __init__(self, quotes: bool = True) -> None:
        loader = PackageLoader("bot", "wording")
        self._templates = Environment(
            loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
        )
        self._templates.filters |= {
            "day": _day,
            "what": lambda entry: f"{entry.number}“{_short(entry.action, 60)}”" if quotes else entry.number,
            "short": _short,
            "numbered": lambda letter: (
                letter.proposal if letter.proposal.startswith("函") else f"第{letter.proposal}号"
            ),
            "iso_day": lambda day: f"{int(day[5:7])}月{int(day[8:])}日",
            "status": STATUSES.__getitem__,
            "light": LIGHTS.__getitem__,
            "role": ROLES.__getitem__,
            "satisfaction": SATISFACTIONS.__getitem__,
        }
        self._templates.globals |= {"quotes": quotes, "SHOWN": SHOWN}

    def telling(self, telling: Telling) -> str:
        """A notice, in its reader's words. One that falls to the office says that no contact can be told."""
        names = [f"{telling.stage}_{telling.role}.j2", f"no_contact_{telling.role}.j2"]
        facts = {field.name: getattr(telling, field.name) for field in fields(telling)}
        text = self._tidy(self._templates.select_template(names).render(facts))
        return f"{text}\n{self.plain('_again')}" if telling.again else text

    def result(self, result: Result, today: date) -> str:
        """An answer; the template has the name of the result's class."""
        facts = {field.name: getattr(result, field.name) for field in fields(result)}
        return self.plain(_snake(type(result).__name__), today=today, **facts)

    def plain(self, name: str, /, **facts: Any) -> str:
        """Any other sentence, by its template's name."""
        return self._tidy(self._templates.get_template(f"{name}.j2").render(facts))

    @staticmethod
    def _tidy(text: str) -> str:
        return re.sub(r"\n{2,}", "\n", text).strip()


def day_words(day: date | None, today: date) -> str:
    """6月30日（周二）; with its year where that is not this one."""
    if day is None:
        return "未定期限"
    year = "" if day.year == today.year else f"{day.year}年"
    return f"{year}{day.month}月{day.day}日（周{WEEKDAYS[day.weekday()]}）"


@pass_context
def _day(context: Context, day: date | None) -> str:
    return day_words(day, context["today"])


def _short(words: str, most: int) -> str:
    """A long answer is shown by its beginning; the ledger keeps all of it."""
    return words if len(words) <= most else words[: most - 1] + "…"


def _snake(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()
