"""Files through the stand-in, up and down."""

import httpx
import pytest
from telegram.error import BadRequest

from bot.sandbox.telegram import TOKEN

PNG = b"\x89PNG\r\n\x1a\n" + bytes(32)


async def test_files_go_up_and_come_down(bot, phone):
    phone.send_file("答复函.docx", b"letter")
    document = (await bot.get_updates(offset=2))[0].message.document
    assert (document.file_name, document.file_size) == ("答复函.docx", 6)
    assert await (await document.get_file()).download_as_bytearray() == b"letter"
    sent = await bot.send_document(phone.id, b"ledger", caption="<b>台账</b>", filename="台账.xlsx", parse_mode="HTML")
    assert (sent.caption, sent.document.file_name) == ("台账", "台账.xlsx")
    assert phone.messages[-1].file.data == b"ledger"
    again = await bot.send_document(phone.id, sent.document.file_id)
    assert again.document.file_unique_id == sent.document.file_unique_id


async def test_a_photo_must_be_a_picture(bot, phone):
    photo = (await bot.send_photo(phone.id, PNG)).photo[-1]
    assert await (await photo.get_file()).download_as_bytearray() == PNG
    with pytest.raises(BadRequest, match=r"(?i)image_process_failed"):
        await bot.send_photo(phone.id, b"letter")


async def test_a_file_nobody_sent_is_not_found_and_a_wrong_token_fetches_none(bot, served, phone):
    with pytest.raises(BadRequest, match=r"(?i)invalid file_id"):
        await bot.get_file("nothing")
    phone.send_file("答复函.docx", b"letter")
    async with httpx.AsyncClient(trust_env=False) as client:
        assert (await client.get(f"{served.base_file_url}{TOKEN}/documents/file_9.docx")).status_code == 404
        assert (await client.get(f"{served.base_file_url}7:wrong/documents/file_0.docx")).status_code == 401
