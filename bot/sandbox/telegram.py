"""A strict stand-in of the Telegram Bot API: the door through which the bot's calls come."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.sandbox.arguments import Arguments
from bot.sandbox.methods import METHODS
from bot.sandbox.refusal import Refused
from bot.sandbox.state import Json
from bot.sandbox.world import World

TOKEN = "7000000001:SANDBOX-no-secret-only-loopback-0000"


@dataclass(frozen=True, slots=True)
class Fault:
    """What goes out instead of the answer: an error, or with no code a connection that breaks off."""

    code: int | None = None
    description: str = ""
    retry_after: int | None = None

    def refusal(self) -> Refused | None:
        return None if self.code is None else Refused(self.code, self.description, self.retry_after)


Seam = Callable[[str, Mapping[str, str]], Fault | None]


class BrokenOff(Exception):
    """The answer never arrives."""


class Telegram:
    """One bot's Bot API.

    `on_call` is asked before a method takes effect, `on_done` after it took effect and before its answer goes
    out; each gets the method's name as called and its fields. A Fault takes the place of what would follow.
    """

    def __init__(self, clock: Callable[[], datetime], token: str = TOKEN, username: str = "duban_sandbox_bot") -> None:
        self.token = token
        bot: Json = {"id": int(token.partition(":")[0]), "is_bot": True, "first_name": "督办", "username": username}
        self.world = World(bot, clock)
        self.on_call: Seam = no_fault
        self.on_done: Seam = no_fault

    async def call(self, token: str, method: str, said: Arguments) -> object:
        """The result of a call. Raises Refused, or BrokenOff where a script says so."""
        self.check(token)
        _strike(self.on_call(method, said.fields))
        result = await self._perform(method.lower(), said)
        _strike(self.on_done(method, said.fields))
        return result

    def check(self, token: str) -> None:
        """Nobody gets in with another token."""
        if token != self.token:
            raise Refused(401, "Unauthorized")

    async def _perform(self, method: str, said: Arguments) -> object:
        if method == "getupdates":
            return await self._get_updates(said)
        perform = METHODS.get(method)
        if perform is None:
            raise Refused(404, "Not Found: method not found")
        with self.world.lock:
            return perform(self.world, said)

    async def _get_updates(self, said: Arguments) -> list[Json]:
        updates = self.world.updates
        if "allowed_updates" in said.fields:
            kinds = said.parsed("allowed_updates", "can't parse allowed_updates JSON object")
            updates.allow([str(kind) for kind in kinds] if isinstance(kinds, list) else [])
        return await updates.get(said.integer("offset"), said.integer("limit", 100), said.integer("timeout"))


def no_fault(_method: str, _fields: Mapping[str, str]) -> Fault | None:
    """All goes well."""
    return None


def _strike(fault: Fault | None) -> None:
    if fault is None:
        return
    raise fault.refusal() or BrokenOff
