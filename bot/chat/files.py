"""A file or a photo sent into a private chat: from the office a letter, from a contact the evidence asked for."""

import asyncio

from telegram import Document, PhotoSize, Update

from bot.chat.speaking import Context, answer, caller, desk, plain
from bot.post import until_sent
from tasks.reading.plain import Unreadable

LARGEST_BYTES = 20_000_000  # what the Bot API lets a bot download


async def on_file(update: Update, context: Context) -> None:
    """Take it in, if it has a use here. Nobody's file is fetched before that is known."""
    message = update.effective_message
    assert message
    sent = message.document or message.photo[-1]
    office = desk(context).office
    if not await asyncio.to_thread(office.wants_file, caller(update, context)):
        await plain(update, context, "no_text")
        return
    if (sent.file_size or 0) > LARGEST_BYTES:
        await plain(update, context, "unreadable")
        return
    content = await until_sent(lambda: _fetched(sent))
    try:
        await answer(update, context, office.file, _name(sent), content)
    except Unreadable:
        await plain(update, context, "unreadable")


async def _fetched(sent: Document | PhotoSize) -> bytes:
    return bytes(await (await sent.get_file()).download_as_bytearray())


def _name(sent: Document | PhotoSize) -> str:
    return (sent.file_name or "文件") if isinstance(sent, Document) else "照片"
