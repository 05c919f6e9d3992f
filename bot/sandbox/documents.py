"""Methods that move files: up with sendDocument and sendPhoto, down with getFile."""

from bot.sandbox.addressing import open_chat, replied_to
from bot.sandbox.arguments import Arguments, Upload
from bot.sandbox.files import DOWNLOAD_BYTES, PHOTO_BYTES, UPLOAD_BYTES, picture_kind
from bot.sandbox.refusal import Refused, bad_request
from bot.sandbox.state import File, Json, Message
from bot.sandbox.texts import caption_text
from bot.sandbox.world import World


def send_document(world: World, said: Arguments) -> Json:
    return _send_file(world, said, "document")


def send_photo(world: World, said: Arguments) -> Json:
    return _send_file(world, said, "photo")


def get_file(world: World, said: Arguments) -> Json:
    if not said.text("file_id"):
        raise bad_request("file_id not specified")
    file = world.files.by_id(said.text("file_id"))
    if file is None:
        raise bad_request("invalid file_id")
    if len(file.data) > DOWNLOAD_BYTES:
        raise bad_request("file is too big")
    return file.json() | {"file_path": file.path}


def _send_file(world: World, said: Arguments, kind: str) -> Json:
    chat = open_chat(world, said)
    caption, entities = caption_text(said.text("caption"), said.text("parse_mode"))
    keyboard, reply_to = said.keyboard(), replied_to(world, said, chat)
    file = _sent_file(world, said, kind)
    message = Message(chat, True, world.clock(), caption, entities, keyboard, file, reply_to)
    return world.add(message).json(world.bot)


def _sent_file(world: World, said: Arguments, kind: str) -> File:
    upload = said.upload(kind)
    if upload:
        _check_upload(upload, kind)
        return world.files.keep(upload.name, upload.data, as_photo=kind == "photo")
    if not said.text(kind):
        raise bad_request(f"there is no {kind} in the request")
    known = world.files.by_id(said.text(kind))
    if known is None or known.is_photo != (kind == "photo"):
        raise bad_request("wrong remote file identifier specified: Wrong string length")
    return known


def _check_upload(upload: Upload, kind: str) -> None:
    if not upload.data:
        raise bad_request("file must be non-empty")
    if len(upload.data) > UPLOAD_BYTES:
        raise Refused(413, "Request Entity Too Large")
    if kind == "photo" and len(upload.data) > PHOTO_BYTES:
        raise bad_request("file is too big for a photo")
    if kind == "photo" and picture_kind(upload.data) is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
