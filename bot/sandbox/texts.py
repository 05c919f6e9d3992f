"""What may be said in a message: its length, its markup, and the entities Telegram finds by itself."""

import re

from bot.sandbox.markup import Entity, parse_html
from bot.sandbox.refusal import bad_request, not_covered
from bot.sandbox.utf16 import utf16_length

TEXT_UNITS = 4096
CAPTION_UNITS = 1024

SELF_EVIDENT = (
    ("bot_command", re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/<>])")),
    ("url", re.compile(r"https?://[^\s\u2018-\u201f\u3000-\u303f\u4e00-\u9fff\uff00-\uffef<>\"]+")),
    ("mention", re.compile(r"(?<!\w)@[A-Za-z0-9_]{2,32}(?!\w)")),
)


def message_text(source: str, parse_mode: str, *, too_long: str = "message is too long") -> tuple[str, list[Entity]]:
    """The text of a message and its entities; refused where it is empty or over 4096 units once it is parsed."""
    if not source:
        raise bad_request("message text is empty")
    text, entities = formatted(source, parse_mode)
    if not text:
        raise bad_request("text must be non-empty")
    if utf16_length(text) > TEXT_UNITS:
        raise bad_request(too_long)
    return text, entities


def caption_text(source: str, parse_mode: str) -> tuple[str, list[Entity]]:
    """The words under a file; none at all are fine."""
    text, entities = formatted(source, parse_mode)
    if utf16_length(text) > CAPTION_UNITS:
        raise bad_request("message caption is too long")
    return text, entities


def formatted(source: str, parse_mode: str) -> tuple[str, list[Entity]]:
    """Parsed, trimmed, and with commands and links marked as Telegram marks them unasked."""
    text, entities = _parsed(source, parse_mode.lower())
    text, entities = _trimmed(text, entities)
    return text, sorted([*entities, *_found(text, entities)], key=lambda entity: entity["offset"])


def _parsed(source: str, parse_mode: str) -> tuple[str, list[Entity]]:
    if parse_mode == "html":
        return parse_html(source)
    if parse_mode in {"markdown", "markdownv2"}:
        raise not_covered("parse_mode Markdown")
    if parse_mode:
        raise bad_request("unsupported parse_mode")
    return source, []


def _trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """White space around a message is not sent; entities give way with it."""
    kept = text.strip()
    cut = utf16_length(text[: len(text) - len(text.lstrip())])
    end = utf16_length(kept)
    moved = []
    for entity in entities:
        start = entity["offset"] - cut
        stop = min(start + entity["length"], end)
        if stop > max(start, 0):
            entity["offset"], entity["length"] = max(start, 0), stop - max(start, 0)
            moved.append(entity)
    return kept, moved


def _found(text: str, entities: list[Entity]) -> list[Entity]:
    taken = [_span(entity) for entity in entities]
    found: list[Entity] = []
    for kind, pattern in SELF_EVIDENT:
        for match in pattern.finditer(text):
            start, length = utf16_length(text[: match.start()]), utf16_length(match[0])
            if all(start + length <= begin or end <= start for begin, end in taken):
                found.append({"type": kind, "offset": start, "length": length})
                taken.append((start, start + length))
    return found


def _span(entity: Entity) -> tuple[int, int]:
    start = entity["offset"]
    return start, start + entity["length"]
