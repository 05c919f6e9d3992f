"""Commands, in Latin and in plain words: /overdue and 逾期."""

from collections.abc import Callable, Coroutine, Mapping
from typing import Any

from telegram import Update

from bot.chat.speaking import Context, answer, desk, plain

Handler = Callable[[Update, Context], Coroutine[Any, Any, None]]


async def on_start(update: Update, context: Context) -> None:
    """/start CODE binds this chat to whoever was invited."""
    await answer(update, context, desk(context).office.start, _words(context))


async def on_help(update: Update, context: Context) -> None:
    await answer(update, context, desk(context).office.help)


async def on_todo(update: Update, context: Context) -> None:
    await answer(update, context, desk(context).office.todo)


async def on_mine(update: Update, context: Context) -> None:
    await answer(update, context, desk(context).office.mine)


async def on_pending(update: Update, context: Context) -> None:
    await answer(update, context, desk(context).office.pending)


async def on_day(update: Update, context: Context) -> None:
    number, _, words = _words(context).partition(" ")
    if not words:
        await plain(update, context, "usage", command="day")
        return
    await answer(update, context, desk(context).office.set_day, number, words)


async def on_overdue(update: Update, context: Context) -> None:
    await answer(update, context, desk(context).office.overdue)


async def on_due(update: Update, context: Context) -> None:
    days = _words(context) or "7"
    if not (days.isascii() and days.isdigit() and len(days) <= 4):
        await plain(update, context, "usage", command="due")
        return
    await answer(update, context, desk(context).office.due, int(days))


async def on_bureau(update: Update, context: Context) -> None:
    if not _words(context):
        await plain(update, context, "usage", command="bureau")
        return
    await answer(update, context, desk(context).office.bureau, _words(context))


async def on_find(update: Update, context: Context) -> None:
    if not _words(context):
        await plain(update, context, "usage", command="find")
        return
    await answer(update, context, desk(context).office.find, _words(context))


def _words(context: Context) -> str:
    """What stands behind the command."""
    return " ".join(context.args or ())


COMMANDS: Mapping[str, Handler] = {
    "help": on_help,
    "todo": on_todo,
    "mine": on_mine,
    "pending": on_pending,
    "overdue": on_overdue,
    "due": on_due,
    "bureau": on_bureau,
    "find": on_find,
    "day": on_day,
}
PLAIN: Mapping[str, Handler] = {
    "帮助": on_help,
    "待办": on_todo,
    "我的提案": on_mine,
    "我的建议": on_mine,
    "待审": on_pending,
    "逾期": on_overdue,
    "快到期": on_due,
}
