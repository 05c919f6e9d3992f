"""Words in a private chat: a command in plain Chinese, or an answer."""

from telegram import Update

from bot.chat.commands import PLAIN
from bot.chat.speaking import Context, answer, desk, plain


async def on_words(update: Update, context: Context) -> None:
    """公告发了，下周公示; or 逾期."""
    message = update.effective_message
    assert message
    assert message.text
    command = PLAIN.get(message.text.strip("。！!? ？/\n"))
    if command is not None:
        await command(update, context)
        return
    replied_to = message.reply_to_message.message_id if message.reply_to_message else None
    await answer(update, context, desk(context).office.said, message.text, replied_to)


async def on_other(update: Update, context: Context) -> None:
    """A sticker, a voice, a place: we understand words."""
    await plain(update, context, "no_text")
