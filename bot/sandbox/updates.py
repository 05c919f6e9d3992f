"""getUpdates: what the users did waits here until the bot's offset has passed it."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import RLock

from bot.sandbox.refusal import conflict
from bot.sandbox.state import Json

KINDS = ("message", "edited_message", "callback_query", "my_chat_member")
LIVES = {"callback_query": timedelta(seconds=150)}  # a press nobody fetches is forgotten; all else waits a day
A_DAY = timedelta(hours=24)
LONGEST_POLL_SECONDS = 50


@dataclass(frozen=True, slots=True)
class _Pending:
    id: int
    until: datetime
    kind: str
    body: Json

    def json(self) -> Json:
        return {"update_id": self.id, self.kind: self.body}


@dataclass(slots=True)
class _Poll:
    """One getUpdates that waits; woken from any thread."""

    loop: asyncio.AbstractEventLoop
    woken: asyncio.Event = field(default_factory=asyncio.Event)
    ended: bool = False  # another getUpdates has taken its place

    def wake(self) -> None:
        self.loop.call_soon_threadsafe(self.woken.set)


class Updates:
    """The queue of one bot. Numbers count from 1 and are never used twice."""

    def __init__(self, lock: RLock, clock: Callable[[], datetime]) -> None:
        self._lock, self._clock = lock, clock
        self._pending: list[_Pending] = []
        self._last_id = 0
        self._poll: _Poll | None = None
        self._allowed = frozenset(KINDS)
        self._closed = False

    def put(self, kind: str, body: Json) -> None:
        """Queue what a user did, if the bot wants to hear of its kind."""
        with self._lock:
            if kind not in self._allowed:
                return
            self._last_id += 1
            self._pending.append(_Pending(self._last_id, self._clock() + LIVES.get(kind, A_DAY), kind, body))
            self._wake()

    async def get(self, offset: int, limit: int, timeout_seconds: int) -> list[Json]:
        """Confirms what lies below `offset`, then waits until there is something to tell, but not for ever."""
        poll = self._begin(offset)
        try:
            if not self._waiting() and timeout_seconds > 0 and not self._closed:
                await _woken(poll, min(timeout_seconds, LONGEST_POLL_SECONDS))
            return self._take(poll, limit)
        finally:
            with self._lock:
                if self._poll is poll:
                    self._poll = None

    def allow(self, kinds: list[str]) -> None:
        """From now on only these kinds are queued; none named means all. What is queued already stays."""
        with self._lock:
            self._allowed = frozenset(kinds) if kinds else frozenset(KINDS)

    def count(self) -> int:
        """How many wait to be confirmed."""
        return len(self._waiting())

    def forget(self) -> None:
        """Drop all that waits."""
        with self._lock:
            self._pending.clear()

    def hang_up(self) -> None:
        """No poll waits any longer: the server is about to close."""
        with self._lock:
            self._closed = True
            self._wake()

    def pick_up(self) -> None:
        """Polls wait again: the server is back."""
        with self._lock:
            self._closed = False

    def _begin(self, offset: int) -> _Poll:
        with self._lock:
            if self._poll:
                self._poll.ended = True
                self._wake()
            self._poll = _Poll(asyncio.get_running_loop())
            if offset < 0:
                self._pending = self._waiting()[offset:]
            elif offset > 0:
                self._pending = [update for update in self._pending if update.id >= offset]
            return self._poll

    def _take(self, poll: _Poll, limit: int) -> list[Json]:
        with self._lock:
            if poll.ended:
                rival = "terminated by other getUpdates request; make sure that only one bot instance is running"
                raise conflict(rival)
            return [update.json() for update in self._waiting()[: limit if 1 <= limit <= 100 else 100]]

    def _waiting(self) -> list[_Pending]:
        with self._lock:
            now = self._clock()
            return [update for update in self._pending if update.until > now]

    def _wake(self) -> None:
        if self._poll:
            self._poll.wake()


async def _woken(poll: _Poll, seconds: float) -> None:
    try:
        await asyncio.wait_for(poll.woken.wait(), seconds)
    except TimeoutError:
        return
