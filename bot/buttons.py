"""Buttons: what can be pressed under a message, and the data behind each, which is never over 64 bytes."""

from dataclasses import dataclass

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.wording import SATISFACTIONS
from storage.terms import Act, Answer, Role, Stage
from tasks.results import (
    Dropped,
    Echo,
    NotUnderstood,
    RatingEcho,
    Result,
    Reviewing,
    ToClose,
    ToDecide,
    WhichDay,
    WhichItem,
)
from tasks.rules.moves import open_acts
from tasks.tellings import ExtensionView, Telling, UpdateView
from tasks.views import Entry

Row = list[tuple[str, str]]  # label and data

ANSWERS = {
    Answer.DONE: "已完成",
    Answer.PROGRESS: "进行中",
    Answer.DELAY: "申请延期",
    Answer.BLOCKED: "有困难",
}

ACTS = {
    "confirm": Act.CONFIRM,
    "correct": Act.CORRECT,
    "reject": Act.REJECT,
    "grant": Act.DECIDE_EXTENSION,
    "refuse": Act.DECIDE_EXTENSION,
    "close": Act.SIGN_OFF,
    "return": Act.RETURN,
    "rate": Act.RATE,
}  # what a verb does to the commitment it is shown with
ANSWER_ACTS = {
    Answer.DONE: Act.REPORT,
    Answer.PROGRESS: Act.PROGRESS,
    Answer.DELAY: Act.ASK_EXTENSION,
    Answer.BLOCKED: Act.PROGRESS,
}
ASKS_CONTACT = {
    Stage.AHEAD,
    Stage.DUE,
    Stage.OVERDUE,
    Stage.QUARTERLY,
    Stage.VERIFY,
    Stage.RETURNED,
}
MOST = 24  # buttons of one choice


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
    try:
        return Press(verb, number(about), word)
    except ValueError:
        return None


def number(text: str) -> int:
    """An id as the store can hold it; ValueError for anything else."""
    if not (text.isascii() and text.isdigit() and len(text) < 19):
        raise ValueError(f"no id: {text[:20]!r}")
    return int(text)


def under_telling(telling: Telling) -> InlineKeyboardMarkup | None:
    """The buttons under a notice, for whoever reads it: what the table of moves lets them do now."""
    if telling.letter is not None and telling.stage is Stage.FOUND and telling.letter.entries:
        about = telling.letter.id
        return _keyboard([[("全部确认", data("all", about)), ("逐条审核", data("review", about))]])
    if telling.entry is None:
        return None
    return _keyboard(_open(_about(telling, telling.entry), telling.entry, telling.role))


def _about(telling: Telling, entry: Entry) -> list[Row]:
    match telling.role, telling.stage:
        case Role.CONTACT, stage if stage in ASKS_CONTACT:
            return _answers(entry)
        case Role.MEMBER, Stage.REPORTED:
            return [_ratings(entry)]
        case Role.OFFICE, Stage.REPORTED:
            return _closing(entry, telling.update)
        case Role.OFFICE, Stage.EXTENSION_ASKED:
            return _deciding(telling.extension)
    return []


def _closing(entry: Entry, report: UpdateView | None) -> list[Row]:
    """By the report that the office has read, and by no later one."""
    word = str(report.id) if report else ""
    return [[("销号", data("close", entry.id, word)), ("退回补充", data("return", entry.id, word))]]


def _deciding(extension: ExtensionView | None) -> list[Row]:
    return [[("同意", data("grant", extension.id)), ("不同意", data("refuse", extension.id))]] if extension else []


def under_result(result: Result, update_id: int) -> InlineKeyboardMarkup | None:
    """The buttons under an answer. `update_id` is the message that is being answered."""
    return _keyboard(_rows(result, update_id))


def _rows(result: Result, update_id: int) -> list[Row]:
    match result:
        case Reviewing(entry=entry, letter=letter, left=left):
            verbs = {"confirm": "确认", "correct": "更正期限", "reject": "不是承诺"}
            rows = _open([[(label, data(verb, entry.id)) for verb, label in verbs.items()]], entry, Role.OFFICE)
            return rows + ([[("其余全部确认", data("all", letter.id))]] if left > 1 else [])
        case ToClose(entry=entry, update=update):
            return _open(_closing(entry, update), entry, Role.OFFICE)
        case ToDecide(entry=entry, extension=extension):
            return _open(_deciding(extension), entry, Role.OFFICE)
        case NotUnderstood(entry=entry) | Dropped(entry=entry):
            return _open(_answers(entry), entry, Role.CONTACT)
        case WhichItem(entries=entries):
            buttons = [(entry.number, data("pick", entry.id, str(update_id))) for entry in entries[:MOST]]
            return [buttons[place : place + 4] for place in range(0, len(buttons), 4)]
        case WhichDay(update=int(update), wrong=wrong):
            return [[(f"{day.month}月{day.day}日", data("day", update, day.isoformat())) for day in wrong]]
        case Echo(update=update):
            return [[("确认", data("yes", update.id)), ("修改", data("no", update.id))]]
        case RatingEcho(entry=entry, rating=rating):
            return [[("提交", data("submit", rating.id))], *_open([_ratings(entry)], entry, Role.MEMBER)]
    return []


def _answers(entry: Entry) -> list[Row]:
    labels = [(label, data("answer", entry.id, answer.value)) for answer, label in ANSWERS.items()]
    return [labels[:2], labels[2:]]


def _ratings(entry: Entry) -> Row:
    return [(label, data("rate", entry.id, value.value)) for value, label in SATISFACTIONS.items()]


def _open(rows: list[Row], entry: Entry, role: Role) -> list[Row]:
    """Only the buttons whose act the table of moves has for this state and role."""
    allowed = open_acts(entry.status, frozenset({role}))
    return [[(label, behind) for label, behind in row if _act(behind) in allowed] for row in rows]


def _act(behind: str) -> Act:
    press = parse(behind)
    assert press
    return ANSWER_ACTS[Answer(press.word)] if press.verb == "answer" else ACTS[press.verb]


def _keyboard(rows: list[Row]) -> InlineKeyboardMarkup | None:
    kept = [[InlineKeyboardButton(label, callback_data=behind) for label, behind in row] for row in rows if row]
    return InlineKeyboardMarkup(kept) if kept else None
