"""The methods a bot may call, one function each; the table at the end is all the stand-in knows."""

import re
from collections.abc import Callable, Mapping
from datetime import timedelta

from bot.sandbox.addressing import chat_of, message_of, open_chat, replied_to
from bot.sandbox.arguments import Arguments
from bot.sandbox.documents import get_file, send_document, send_photo
from bot.sandbox.refusal import Refused, bad_request
from bot.sandbox.state import Json, Message
from bot.sandbox.texts import message_text
from bot.sandbox.utf16 import utf16_length
from bot.sandbox.world import World

ACTIONS = frozenset({
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document",
    "choose_sticker", "find_location", "record_video_note", "upload_video_note",
})  # fmt: skip
DELETABLE_FOR = timedelta(hours=48)
TOAST_UNITS = 200


def send_message(world: World, said: Arguments) -> Json:
    chat = open_chat(world, said)
    text, entities = message_text(said.text("text"), said.text("parse_mode"))
    keyboard, reply_to = said.keyboard(), replied_to(world, said, chat)
    message = Message(chat, True, world.clock(), text, entities, keyboard, reply_to=reply_to)
    return world.add(message).json(world.bot)


def edit_message_text(world: World, said: Arguments) -> Json:
    message = _to_edit(world, said)
    if message.file:
        raise bad_request("there is no text in the message to edit")
    text, entities = message_text(said.text("text"), said.text("parse_mode"), too_long="MESSAGE_TOO_LONG")
    keyboard = said.keyboard()
    if (text, entities, keyboard) == (message.text, message.entities, message.keyboard):
        raise _not_modified()
    message.text, message.entities, message.keyboard = text, entities, keyboard
    return _edited(world, message)


def edit_message_reply_markup(world: World, said: Arguments) -> Json:
    message = _to_edit(world, said)
    keyboard = said.keyboard()
    if keyboard == message.keyboard:
        raise _not_modified()
    message.keyboard = keyboard
    return _edited(world, message)


def delete_message(world: World, said: Arguments) -> bool:
    """A bot may take back its own words and the other's for two days."""
    message = message_of(world, said, chat_of(world, said), "message to delete not found")
    if world.clock() - message.at > DELETABLE_FOR:
        raise bad_request("message can't be deleted for everyone")
    world.remove(message)
    return True


def answer_callback_query(world: World, said: Arguments) -> bool:
    text = said.text("text")
    if utf16_length(text) > TOAST_UNITS:
        raise bad_request("MESSAGE_TOO_LONG")
    user = world.answered(said.text("callback_query_id"))
    if user is None:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    if text:
        user.toasts.append(text)
        world.touch()
    return True


def send_chat_action(world: World, said: Arguments) -> bool:
    open_chat(world, said)
    if said.text("action") not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    return True


def get_me(world: World, _: Arguments) -> Json:
    abilities = ("can_join_groups", "can_read_all_group_messages", "supports_inline_queries", "has_main_web_app")
    return world.bot | dict.fromkeys(abilities, False)


def set_my_commands(world: World, said: Arguments) -> bool:
    commands = said.parsed("commands", "can't parse commands JSON object")
    if not isinstance(commands, list):
        raise bad_request("expected an Array of BotCommand")
    if len(commands) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    world.commands[_command_scope(said)] = [_command(command) for command in commands]
    return True


def get_my_commands(world: World, said: Arguments) -> list[Json]:
    return world.commands.get(_command_scope(said), [])


def delete_webhook(world: World, said: Arguments) -> bool:
    if said.flag("drop_pending_updates"):
        world.updates.forget()
    return True


def get_webhook_info(world: World, _: Arguments) -> Json:
    """There is never a webhook: this bot polls."""
    return {"url": "", "has_custom_certificate": False, "pending_update_count": world.updates.count()}


METHODS: Mapping[str, Callable[[World, Arguments], object]] = {
    "sendmessage": send_message,
    "senddocument": send_document,
    "sendphoto": send_photo,
    "editmessagetext": edit_message_text,
    "editmessagereplymarkup": edit_message_reply_markup,
    "deletemessage": delete_message,
    "answercallbackquery": answer_callback_query,
    "sendchataction": send_chat_action,
    "getfile": get_file,
    "getme": get_me,
    "setmycommands": set_my_commands,
    "getmycommands": get_my_commands,
    "deletewebhook": delete_webhook,
    "getwebhookinfo": get_webhook_info,
}  # method names are not case sensitive; getUpdates waits and is answered in telegram.py


def _to_edit(world: World, said: Arguments) -> Message:
    message = message_of(world, said, open_chat(world, said), "message to edit not found")
    if not message.by_bot:
        raise bad_request("message can't be edited")
    return message


def _edited(world: World, message: Message) -> Json:
    message.edited_at = world.clock()
    world.touch()
    return message.json(world.bot)


def _not_modified() -> Refused:
    return bad_request(
        "message is not modified: specified new message content and reply markup are exactly the same "
        "as a current content and reply markup of the message"
    )


def _command_scope(said: Arguments) -> str:
    return said.text("scope") + said.text("language_code")


def _command(command: object) -> Json:
    if not isinstance(command, dict):
        raise bad_request("expected an Object of BotCommand")
    name, description = str(command.get("command", "")).removeprefix("/"), str(command.get("description", ""))
    if not re.fullmatch(r"[a-z0-9_]{1,32}", name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(description) <= 256:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description}
