"""The chat: what people say and press, taken apart, asked of the office, and answered."""

from telegram.ext import Application, CallbackQueryHandler, CommandHandler, MessageHandler, filters

from bot.chat.commands import COMMANDS, on_help, on_start
from bot.chat.files import on_file
from bot.chat.presses import on_press
from bot.chat.speaking import Desk, on_trouble
from bot.chat.talk import on_other, on_words

PRIVATE = filters.ChatType.PRIVATE


def furnish(application: Application, desk: Desk) -> None:  # type: ignore[type-arg] # six parameters of no use to us
    """Give an application its handlers. Only private chats are answered."""
    application.bot_data["desk"] = desk
    application.add_handler(CommandHandler("start", on_start, PRIVATE))
    for name, handler in COMMANDS.items():
        application.add_handler(CommandHandler(name, handler, PRIVATE))
    application.add_handler(MessageHandler(PRIVATE & filters.COMMAND, on_help))
    application.add_handler(CallbackQueryHandler(on_press))
    application.add_handler(MessageHandler(PRIVATE & (filters.Document.ALL | filters.PHOTO), on_file))
    application.add_handler(MessageHandler(PRIVATE & filters.TEXT, on_words))
    application.add_handler(MessageHandler(PRIVATE & filters.UpdateType.MESSAGE, on_other))
    application.add_error_handler(on_trouble)
