"""The world behind the stand-in: who is there, what was said, and what still waits for the bot."""

from collections.abc import Callable
from datetime import datetime, timedelta
from threading import Condition, RLock

from bot.sandbox.files import Files
from bot.sandbox.state import Button, Json, Message, User
from bot.sandbox.texts import formatted
from bot.sandbox.updates import Updates

FIRST_USER = 1001
QUERY_LIVES = timedelta(seconds=150)  # after that an answer to a press comes too late


class World:
    """Everything in memory. Users act from any thread; whoever touches it holds `lock`."""

    def __init__(self, bot: Json, clock: Callable[[], datetime]) -> None:
        self.bot, self.clock = bot, clock
        self.lock = RLock()
        self.changed = Condition(self.lock)
        self.revision = 0  # grows with every change anybody can see
        self.users: dict[int, User] = {}
        self.messages: dict[int, Message] = {}  # in order of sending
        self.files = Files()
        self.updates = Updates(self.lock, clock)
        self.commands: dict[str, list[Json]] = {}
        self._queries: dict[str, tuple[User, datetime]] = {}  # presses not answered yet
        self._last_message = self._last_query = 0

    def add_user(self, name: str, username: str | None = None) -> User:
        """Somebody Telegram knows, who has not started the bot."""
        with self.lock:
            user = User(FIRST_USER + len(self.users), name, username)
            self.users[user.id] = user
            return user

    def add(self, message: Message) -> Message:
        """Put a message up in its chat; it gets its number here."""
        with self.lock:
            self._last_message += 1
            message.id = self._last_message
            self.messages[message.id] = message
            if message.by_bot:
                message.chat.heard.append(message.text or (message.file.name if message.file else ""))
            self.touch()
            return message

    def say(self, said: Message) -> Message:
        """A user says something to the bot, which starts the chat."""
        with self.lock:
            said.text, said.entities = formatted(said.text, "")
            said.chat.started = True
            self.updates.put("message", self.add(said).json(self.bot))
            return said

    def press(self, message: Message, button: Button) -> None:
        """The user of that chat presses a button that bears data."""
        with self.lock:
            self._last_query += 1
            query = str(self._last_query)
            self._queries[query] = message.chat, self.clock()
            pressed: Json = {"id": query, "from": message.chat.json(), "message": message.json(self.bot)}
            pressed |= {"chat_instance": str(-message.chat.id), "data": button.data}
            self.updates.put("callback_query", pressed)

    def answered(self, query: str) -> User | None:
        """Whose press it was, if it still waits for an answer; asked again, nobody's."""
        with self.lock:
            user, at = self._queries.pop(query, (None, None))
            return user if at and self.clock() - at < QUERY_LIVES else None

    def block(self, user: User, *, blocked: bool) -> None:
        """A user shuts the bot out, or lets it in again; the bot is told."""
        with self.lock:
            if user.blocked == blocked:
                return
            user.blocked = blocked
            before, after = ("member", "kicked") if blocked else ("kicked", "member")
            change: Json = {"chat": user.chat_json(), "from": user.json(), "date": int(self.clock().timestamp())}
            change |= {"old_chat_member": self._standing(before), "new_chat_member": self._standing(after)}
            self.updates.put("my_chat_member", change)
            self.touch()

    def remove(self, message: Message) -> None:
        with self.lock:
            del self.messages[message.id]
            self.touch()

    def touch(self) -> None:
        """Something visible changed: whoever waits looks again."""
        with self.lock:
            self.revision += 1
            self.changed.notify_all()

    def _standing(self, status: str) -> Json:
        until: Json = {"until_date": 0} if status == "kicked" else {}
        return {"user": self.bot, "status": status, **until}
