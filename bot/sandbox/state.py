"""What stands in the stand-in's world: users, messages and files, each as it is shown on the wire."""

from dataclasses import dataclass, field
from datetime import datetime

from bot.sandbox.markup import Entity

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class Button:
    """An inline button: it says `data` to the bot, or opens `url`."""

    text: str
    data: str | None = None
    url: str | None = None

    def json(self) -> Json:
        return {"text": self.text} | ({"callback_data": self.data} if self.url is None else {"url": self.url})


Keyboard = tuple[tuple[Button, ...], ...]


@dataclass(slots=True)
class User:
    """A person and, at once, that person's private chat with the bot."""

    id: int
    name: str
    username: str | None = None
    started: bool = False  # a bot cannot speak first
    blocked: bool = False
    heard: list[str] = field(default_factory=list)  # every text the bot sent, as it was sent
    toasts: list[str] = field(default_factory=list)  # what answers to presses showed for a moment

    def json(self) -> Json:
        return {"id": self.id, "is_bot": False, "first_name": self.name, "language_code": "zh-hans", **self._named()}

    def chat_json(self) -> Json:
        return {"id": self.id, "type": "private", "first_name": self.name, **self._named()}

    def _named(self) -> Json:
        return {"username": self.username} if self.username else {}


@dataclass(frozen=True, slots=True)
class File:
    """A file as Telegram keeps it: its bytes are fetched by `path`, which getFile tells."""

    id: str
    unique_id: str
    name: str
    mime: str
    path: str
    data: bytes

    def json(self) -> Json:
        return {"file_id": self.id, "file_unique_id": self.unique_id, "file_size": len(self.data)}

    @property
    def is_photo(self) -> bool:
        return self.path.startswith("photos/")


@dataclass(slots=True)
class Message:
    """One message in one private chat; edits change it in place."""

    chat: User
    by_bot: bool
    at: datetime
    text: str = ""  # under a file: its caption
    entities: list[Entity] = field(default_factory=list)
    keyboard: Keyboard = ()
    file: File | None = None
    reply_to: "Message | None" = None
    edited_at: datetime | None = None
    id: int = 0  # given when it is sent

    def json(self, bot: Json, *, with_reply: bool = True) -> Json:
        """The message as the Bot API shows it; the message it replies to is shown without the one before that."""
        shown: Json = {
            "message_id": self.id,
            "from": bot if self.by_bot else self.chat.json(),
            "chat": self.chat.chat_json(),
            "date": int(self.at.timestamp()),
            **self._content(),
        }
        if self.reply_to and with_reply:
            shown["reply_to_message"] = self.reply_to.json(bot, with_reply=False)
        if self.keyboard:
            shown["reply_markup"] = {"inline_keyboard": [[button.json() for button in row] for row in self.keyboard]}
        if self.edited_at:
            shown["edit_date"] = int(self.edited_at.timestamp())
        return shown

    def _content(self) -> Json:
        words, marks = ("caption", "caption_entities") if self.file else ("text", "entities")
        said: Json = {words: self.text} if self.text else {}
        if self.entities:
            said[marks] = list(self.entities)
        return said | _attachment(self.file) if self.file else said


def _attachment(file: File) -> Json:
    if file.is_photo:
        return {"photo": [{**file.json(), "width": 1280, "height": 960}]}  # pixels are not measured
    return {"document": {**file.json(), "file_name": file.name, "mime_type": file.mime}}
