"""A user's phone: what they type and press, and what stands on the screen. May be used from any thread."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from time import monotonic

from bot.sandbox.markup import Entity
from bot.sandbox.state import Button, File, Keyboard, Message
from bot.sandbox.telegram import Telegram
from bot.sandbox.texts import TEXT_UNITS
from bot.sandbox.utf16 import utf16_head

PATIENCE_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Shown:
    """A message as it stands on the screen now."""

    id: int
    by_bot: bool
    text: str
    entities: tuple[Entity, ...]
    keyboard: Keyboard
    at: datetime
    file: File | None
    reply_to: int | None
    edited: bool

    @property
    def buttons(self) -> tuple[str, ...]:
        """The labels under it, row by row."""
        return tuple(button.text for row in self.keyboard for button in row)


class Phone:
    """One user's private chat with the bot."""

    def __init__(self, telegram: Telegram, name: str, username: str | None = None) -> None:
        self._world = telegram.world
        self.user = self._world.add_user(name, username)

    @property
    def id(self) -> int:
        """The user's number, which is that of the private chat too."""
        return self.user.id

    def say(self, text: str, reply_to: int | None = None) -> None:
        """Type and send; what is too long for one message goes as several, as the real app does."""
        for part in _parts(text):
            self._send(part, reply_to=reply_to)

    def send_file(self, name: str, data: bytes, caption: str = "") -> None:
        """Send a document."""
        self._send(caption, self._world.files.keep(name, data))

    def send_photo(self, name: str, data: bytes, caption: str = "") -> None:
        """Send a picture, PNG or JPEG."""
        self._send(caption, self._world.files.keep(name, data, as_photo=True))

    def press(self, label: str, on: int | None = None) -> None:
        """Press the newest button of that label, or the one under message `on`."""
        with self._world.lock:
            for message, button in self._buttons():
                if button.text == label and on in {None, message.id}:
                    self._world.press(message, button)
                    return
            raise LookupError(f"no button {label!r}; there are {[button.text for _, button in self._buttons()]}")

    def block(self) -> None:
        """Shut the bot out."""
        self._world.block(self.user, blocked=True)

    def unblock(self) -> None:
        """Let it in again."""
        self._world.block(self.user, blocked=False)

    @property
    def messages(self) -> list[Shown]:
        """What stands on the screen, both sides, oldest first."""
        with self._world.lock:
            return [_shown(message) for message in self._screen()]

    @property
    def heard(self) -> list[str]:
        """Every text the bot sent here, in order, as it was sent; of a file its caption, else its name."""
        with self._world.lock:
            return list(self.user.heard)

    @property
    def toasts(self) -> list[str]:
        """What answers to presses showed for a moment, oldest first."""
        with self._world.lock:
            return list(self.user.toasts)

    def sees(self, part: str, seconds: float = PATIENCE_SECONDS) -> Shown:
        """Waits until a message of the bot with `part` in it stands on the screen; the newest such."""
        give_up = monotonic() + seconds
        with self._world.changed:
            while True:
                for message in reversed(self.messages):
                    if message.by_bot and part in message.text:
                        return message
                if not self._world.changed.wait(give_up - monotonic()):
                    raise TimeoutError(f"{part!r} did not come within {seconds} s; heard: {self.heard}")

    def _send(self, text: str, file: File | None = None, reply_to: int | None = None) -> None:
        with self._world.lock:
            if self.user.blocked:
                raise PermissionError("who has blocked the bot cannot write to it")
            answered = self._world.messages[reply_to] if reply_to is not None else None
            now = self._world.clock()
            self._world.say(Message(self.user, by_bot=False, at=now, text=text, file=file, reply_to=answered))

    def _screen(self) -> list[Message]:
        return [message for message in self._world.messages.values() if message.chat is self.user]

    def _buttons(self) -> Iterator[tuple[Message, Button]]:
        """All that can be pressed, newest message first."""
        for message in reversed(self._screen()):
            for row in message.keyboard:
                yield from ((message, button) for button in row if button.data is not None)


def _shown(message: Message) -> Shown:
    return Shown(
        id=message.id,
        by_bot=message.by_bot,
        text=message.text,
        entities=tuple(message.entities),
        keyboard=message.keyboard,
        at=message.at,
        file=message.file,
        reply_to=message.reply_to.id if message.reply_to else None,
        edited=message.edited_at is not None,
    )


def _parts(text: str) -> Iterator[str]:
    while text:
        part = utf16_head(text, TEXT_UNITS)
        yield part
        text = text[len(part) :]
