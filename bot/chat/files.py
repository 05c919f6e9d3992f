"""A file sent into a private chat: from the office, a letter."""

from telegram import Update

from bot.chat.speaking import Context, answer, desk, plain
from tasks.reading.plain import Unreadable

LARGEST_BYTES = 20_000_000  # what the Bot API lets a bot download


async def on_file(update: Update, context: Context) -> None:
    """Read a letter and begin its review."""
    assert update.effective_message
    document = update.effective_message.document
    assert document
    if (document.file_size or 0) > LARGEST_BYTES:
        await plain(update, context, "unreadable")
        return
    content = bytes(await (await document.get_file()).download_as_bytearray())
    try:
        await answer(update, context, desk(context).office.take, document.file_name or "letter", content)
    except Unreadable:
        await plain(update, context, "unreadable")
