"""To whom and about what a call speaks: chats the bot may write to, and messages that are there."""

from bot.sandbox.arguments import Arguments
from bot.sandbox.refusal import bad_request, forbidden
from bot.sandbox.state import Message, User
from bot.sandbox.world import World


def chat_of(world: World, said: Arguments) -> User:
    if not said.text("chat_id"):
        raise bad_request("chat_id is empty")
    chat = world.users.get(said.integer("chat_id"))
    if chat is None:
        raise bad_request("chat not found")
    return chat


def open_chat(world: World, said: Arguments) -> User:
    """A chat the bot may speak in."""
    chat = chat_of(world, said)
    if chat.blocked:
        raise forbidden("bot was blocked by the user")
    if not chat.started:
        raise forbidden("bot can't initiate conversation with a user")
    return chat


def message_of(world: World, said: Arguments, chat: User, missing: str) -> Message:
    message = world.messages.get(said.integer("message_id"))
    if message is None or message.chat is not chat:
        raise bad_request(missing)
    return message


def replied_to(world: World, said: Arguments, chat: User) -> Message | None:
    asked = said.parsed("reply_parameters", "can't parse reply parameters JSON object")
    if asked is None:
        return None
    if not isinstance(asked, dict) or not isinstance(asked.get("message_id"), int):
        raise bad_request("message identifier is not specified")
    message = world.messages.get(asked["message_id"])
    if message and message.chat is chat:
        return message
    if asked.get("allow_sending_without_reply"):
        return None
    raise bad_request("message to be replied not found")
