"""Buttons: what can be pressed under a message, and the data behind each, which is never over 64 bytes."""

from dataclasses import dataclass

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from storage.terms import Answer, Role, Satisfaction, Stage
from tasks.results import Dropped, Echo, NotUnderstood, RatingEcho, Result, Reviewing, WhichDay, WhichItem
from tasks.tellings import Telling
from tasks.views import Entry

Row = list[tuple[str, str]]  # label and data

RATINGS = {Satisfaction.SATISFIED: "满意", Satisfaction.MOSTLY: "基本满意", Satisfaction.NOT: "不满意"}
ANSWERS = {
    Answer.DONE: "已完成",
    Answer.PROGRESS: "进行中",
    Answer.DELAY: "申请延期",
    Answer.BLOCKED: "有困难",
}


@dataclass(frozen=True, slots=True)
class Press:
    """Button data, taken apart: a verb, the id it is about, and at most one word more."""

    verb: str
    about: int
    word: str = ""


def data(verb: str, about: int, word: str = "") -> str:
    return f"{verb}:{about}:{word}" if word else f"{verb}:{about}"


def parse(text: str) -> Press | None:
    """Data as it came back; None for what we never made."""
    verb, _, rest = text.partition(":")
    about, _, word = rest.partition(":")
    return Press(verb, int(about), word) if about.isascii() and about.isdigit() and len(about) < 19 else None


def under_telling(telling: Telling) -> InlineKeyboardMarkup | None:
    """The buttons under a notice, for whoever reads it."""
    if telling.letter is not None and telling.stage is Stage.FOUND and telling.letter.entries:
        return _keyboard(
            [[("全部确认", data("all", telling.letter.id)), ("逐条审核", data("review", telling.letter.id))]]
        )
    if telling.entry is None:
        return None
    return _keyboard(_about(telling, telling.entry))


def _about(telling: Telling, entry: Entry) -> list[Row]:
    if telling.role is Role.CONTACT:
        return _answers(entry) if telling.stage in ASKS_CONTACT else []
    if telling.role is Role.MEMBER:
        return [_ratings(entry)] if telling.stage is Stage.REPORTED else []
    if telling.role is Role.OFFICE and telling.extension is not None:
        about = telling.extension.id
        return [[("同意", data("grant", about)), ("不同意", data("refuse", about))]]
    if telling.role is Role.OFFICE and telling.stage is Stage.REPORTED:
        return [[("销号", data("close", entry.id)), ("退回补充", data("return", entry.id))]]
    return []


ASKS_CONTACT = {
    Stage.AHEAD,
    Stage.DUE,
    Stage.OVERDUE,
    Stage.QUARTERLY,
    Stage.VERIFY,
    Stage.RETURNED,
}


def under_result(result: Result, update_id: int) -> InlineKeyboardMarkup | None:
    """The buttons under an answer. `update_id` is the message that is being answered."""
    return _keyboard(_rows(result, update_id))


def _rows(result: Result, update_id: int) -> list[Row]:
    match result:
        case Reviewing(entry=entry, letter=letter, left=left):
            rows = [[("确认", data("confirm", entry.id)), ("更正期限", data("correct", entry.id))]]
            rows[0].append(("不是承诺", data("reject", entry.id)))
            return rows + ([[("其余全部确认", data("all", letter.id))]] if left > 1 else [])
        case NotUnderstood(entry=entry) | Dropped(entry=entry):
            return _answers(entry)
        case WhichItem(entries=entries):
            return [
                [(f"{entry.number} {entry.action}"[:30], data("pick", entry.id, str(update_id)))] for entry in entries
            ]
        case WhichDay(update=int(update), wrong=wrong):
            return [[(f"{day.month}月{day.day}日", data("day", update, day.isoformat())) for day in wrong]]
        case Echo(update=update):
            return [[("确认", data("yes", update.id)), ("修改", data("no", update.id))]]
        case RatingEcho(entry=entry, rating=rating):
            return [[("提交", data("submit", rating.id))], _ratings(entry)]
    return []


def _answers(entry: Entry) -> list[Row]:
    labels = [(label, data("answer", entry.id, answer.value)) for answer, label in ANSWERS.items()]
    return [labels[:2], labels[2:]]


def _ratings(entry: Entry) -> Row:
    return [(label, data("rate", entry.id, value.value)) for value, label in RATINGS.items()]


def _keyboard(rows: list[Row]) -> InlineKeyboardMarkup | None:
    kept = [[InlineKeyboardButton(label, callback_data=behind) for label, behind in row] for row in rows if row]
    return InlineKeyboardMarkup(kept) if kept else None
