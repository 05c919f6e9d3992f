"""Buttons: the data behind one, taken apart, asked of the office. Its right is checked there, at that moment."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date

from telegram import Update
from telegram.error import TelegramError

from bot.buttons import ANSWERS, Press, number, parse
from bot.chat.speaking import Context, answer, desk, plain
from storage.terms import Answer, Satisfaction
from tasks.office import Office
from tasks.results import Result

Asked = tuple[Callable[..., Result], tuple[object, ...]]

VERBS: Mapping[str, Callable[[Office, Press], Asked]] = {
    "all": lambda office, press: (office.confirm_all, (press.about,)),
    "review": lambda office, press: (office.review, (press.about,)),
    "confirm": lambda office, press: (office.confirm, (press.about,)),
    "correct": lambda office, press: (office.correct, (press.about,)),
    "reject": lambda office, press: (office.reject, (press.about,)),
    "grant": lambda office, press: (office.decide, (press.about, True)),
    "refuse": lambda office, press: (office.decide, (press.about, False)),
    "close": lambda office, press: (office.sign_off, (press.about, number(press.word))),
    "return": lambda office, press: (office.send_back, (press.about, number(press.word))),
    "answer": lambda office, press: (office.answer, (press.about, _offered(press.word))),
    "pick": lambda office, press: (office.pick, (press.about, number(press.word))),
    "day": lambda office, press: (office.choose_day, (press.about, date.fromisoformat(press.word))),
    "yes": lambda office, press: (office.confirm_update, (press.about,)),
    "no": lambda office, press: (office.drop_update, (press.about,)),
    "rate": lambda office, press: (office.rate, (press.about, Satisfaction(press.word))),
    "submit": lambda office, press: (office.submit_rating, (press.about,)),
}


def _offered(word: str) -> Answer:
    """An answer that has a button."""
    answer = Answer(word)
    if answer not in ANSWERS:
        raise ValueError(f"no button says {answer}")
    return answer


async def on_press(update: Update, context: Context) -> None:
    """A button was pressed: the office answers, and the buttons go. Data that we never made changes nothing."""
    query = update.callback_query
    assert query
    with suppress(TelegramError):  # too old, or the network is away: the press counts all the same
        await query.answer()
    asked = _asked(desk(context).office, query.data or "")
    if asked is None:
        await plain(update, context, "forged")
        return
    ask, said = asked
    await answer(update, context, ask, *said)
    with suppress(TelegramError):  # the message is gone, or has no buttons any more; a second press changes nothing
        await query.edit_message_reply_markup(None)


def _asked(office: Office, data: str) -> Asked | None:
    press = parse(data)
    verb = VERBS.get(press.verb) if press else None
    if press is None or verb is None:
        return None
    try:
        return verb(office, press)
    except ValueError:
        return None
