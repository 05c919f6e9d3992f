"""parse_mode HTML as Telegram reads it: what it does not understand, it refuses, and it says at which byte."""

import re
from dataclasses import dataclass, field
from typing import NotRequired, TypedDict

from bot.sandbox.refusal import Refused, bad_request
from bot.sandbox.utf16 import utf16_length


class Entity(TypedDict):
    """Marked text; offset and length in UTF-16 units."""

    type: str
    offset: int
    length: int
    url: NotRequired[str]
    language: NotRequired[str]


KINDS = {
    "b": "bold", "strong": "bold",
    "i": "italic", "em": "italic",
    "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough",
    "tg-spoiler": "spoiler", "span": "spoiler",
    "a": "text_link", "code": "code", "pre": "pre", "blockquote": "blockquote",
}  # fmt: skip
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}  # Telegram knows these four; &nbsp; stays as it is written

PLAIN = re.compile(r"[^<&]+")
REFERENCE = re.compile(r"&(?:#x(?P<hex>[0-9a-fA-F]{1,6})|#(?P<dec>[0-9]{1,7})|(?P<name>[a-zA-Z]+));?")
TAG_NAME = re.compile(r"[^\s>]*")
SPACES = re.compile(r"\s*")
ATTRIBUTE_NAME = re.compile(r"[^\s=]*")
QUOTED = re.compile(r"\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<token>[A-Za-z0-9.-]*)(?=[\s>])")


def parse_html(source: str) -> tuple[str, list[Entity]]:
    """The plain text and its entities. Refused: “can't parse entities: …”, worded as Telegram words it."""
    return _Reader(source).read()


@dataclass(slots=True)
class _Opened:
    """A tag still waiting for its end."""

    name: str
    argument: str
    offset: int
    text_from: int  # index into the pieces of text read so far


@dataclass(slots=True)
class _Reader:
    """Walks the source once, from left to right."""

    source: str
    at: int = 0
    length: int = 0  # UTF-16 units of text read so far
    pieces: list[str] = field(default_factory=list)
    opened: list[_Opened] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)

    def read(self) -> tuple[str, list[Entity]]:
        while self.at < len(self.source):
            if self.source.startswith("</", self.at):
                self._close_tag()
            elif self.source[self.at] == "<":
                self._open_tag()
            else:
                self._text()
        if self.opened:
            raise _unparsable(f'Can\'t find end tag corresponding to start tag "{self.opened[-1].name}"')
        for entity in self.entities:
            if entity["type"] == "code":
                entity.pop("language", None)  # code has a language only inside pre, which has taken it over
        self.entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
        return "".join(self.pieces), self.entities

    def _text(self) -> None:
        plain = PLAIN.match(self.source, self.at)
        if plain:
            self._say(plain[0], plain.end())
            return
        reference = REFERENCE.match(self.source, self.at)
        meant = _meant(reference) if reference else None
        if reference and meant:
            self._say(meant, reference.end())
        else:
            self._say("&", self.at + 1)

    def _say(self, text: str, end: int) -> None:
        self.pieces.append(text)
        self.length += utf16_length(text)
        self.at = end

    def _open_tag(self) -> None:
        begin = self.at
        name = self._take(TAG_NAME, begin + 1).lower()
        if self.at == len(self.source):
            raise self._wrong("Unclosed start tag", begin)
        if name not in KINDS:
            raise self._wrong(f'Unsupported start tag "{name}"', begin)
        argument = self._attributes(name, begin)
        if name == "span" and argument != "spoiler":
            raise self._wrong('Tag "span" must have class "tg-spoiler"', begin)
        self.opened.append(_Opened(name, argument, self.length, len(self.pieces)))

    def _attributes(self, tag: str, begin: int) -> str:
        """Reads up to and with the closing bracket; the one attribute that means something for this tag."""
        argument = ""
        while True:
            self._take(SPACES, self.at)
            if self.source.startswith(">", self.at):
                self.at += 1
                return argument
            name = self._take(ATTRIBUTE_NAME, self.at)
            value = self._value(tag, name, begin)
            argument = _argument(tag, name, value) or argument

    def _value(self, tag: str, name: str, begin: int) -> str:
        if not name and self.at < len(self.source):
            raise self._wrong(f'Empty attribute name in the tag "{tag}"', begin)
        self._take(SPACES, self.at)
        if not self.source.startswith("=", self.at):
            raise self._wrong(f'Expected equal sign in declaration of an attribute of the tag "{tag}"', begin)
        self._take(SPACES, self.at + 1)
        value = QUOTED.match(self.source, self.at)
        if value is None or value.end() == len(self.source):
            raise self._wrong("Unclosed start tag", begin)
        self.at = value.end()
        if value["token"] is not None:
            return value["token"].lower()
        written = value["double"] if value["double"] is not None else value["single"]
        return REFERENCE.sub(lambda reference: _meant(reference) or reference[0], written)

    def _close_tag(self) -> None:
        begin = self.at
        if not self.opened:
            raise self._wrong("Unexpected end tag", begin)
        name = self._take(TAG_NAME, begin + 2).lower()
        self._take(SPACES, self.at)
        if not self.source.startswith(">", self.at):
            raise self._wrong("Unclosed end tag", begin)
        self.at += 1
        opened = self.opened.pop()
        if name and name != opened.name:
            found = f'expected "</{opened.name}>", found "</{name}>"'
            raise _unparsable(f"Unmatched end tag at byte offset {self._bytes(begin)}, {found}")
        self._mark(opened)

    def _mark(self, opened: _Opened) -> None:
        if self.length == opened.offset:
            return  # an empty tag leaves nothing behind
        marked: Entity = {"type": KINDS[opened.name], "offset": opened.offset, "length": self.length - opened.offset}
        if opened.name == "a":
            url = _checked_link(opened.argument or "".join(self.pieces[opened.text_from :]))
            if url is None:
                return  # Telegram drops a link it cannot follow and keeps its text
            marked["url"] = url
        if opened.name == "pre":
            self._take_over_language(marked)
        if opened.name == "code" and opened.argument:
            marked["language"] = opened.argument
        self.entities.append(marked)

    def _take_over_language(self, pre: Entity) -> None:
        """<pre><code class="language-…"> is one entity."""
        last = self.entities[-1] if self.entities else pre
        same_place = last["offset"] == pre["offset"] and last["length"] == pre["length"]
        if last["type"] == "code" and same_place and "language" in last:
            pre["language"] = self.entities.pop()["language"]

    def _take(self, pattern: re.Pattern[str], at: int) -> str:
        found = pattern.match(self.source, at)
        self.at = found.end() if found else at
        return found[0] if found else ""

    def _wrong(self, said: str, begin: int) -> Refused:
        return _unparsable(f"{said} at byte offset {self._bytes(begin)}")

    def _bytes(self, index: int) -> int:
        return len(self.source[:index].encode("utf-8", "surrogatepass"))


def _unparsable(said: str) -> Refused:
    return bad_request(f"can't parse entities: {said}")


def _meant(reference: re.Match[str]) -> str | None:
    if reference["name"]:
        return NAMED.get(reference["name"])
    code = int(reference["hex"], 16) if reference["hex"] else int(reference["dec"])
    return chr(code) if 0 < code < 0x10FFFF and not 0xD800 <= code <= 0xDFFF else None


def _argument(tag: str, name: str, value: str) -> str:
    if tag == "a" and name == "href":
        return value
    if tag == "code" and name == "class":
        return value.removeprefix("language-") if value.startswith("language-") else ""
    if tag == "span" and name == "class":
        return value.removeprefix("tg-") if value.startswith("tg-") else ""
    return ""


def _checked_link(url: str) -> str | None:
    """A link Telegram would follow; it adds the scheme where none is written."""
    if re.match(r"(?:https?|tg|ton)://\S+$", url):
        return url
    return f"http://{url}" if re.match(r"[\w-]+(?:\.[\w-]+)+(?:/\S*)?$", url) else None
