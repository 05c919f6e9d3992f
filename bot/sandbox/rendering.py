"""A message's words as HTML for the page, everything that is not markup escaped."""

from html import escape

from bot.sandbox.markup import Entity

TAGS = {
    "bold": "b", "italic": "i", "underline": "u", "strikethrough": "s", "code": "code", "pre": "pre",
    "blockquote": "blockquote",
}  # fmt: skip


def as_html(text: str, entities: tuple[Entity, ...]) -> str:
    """Entities nest, so a stack of those still open is enough."""
    units = text.encode("utf-16-le", "surrogatepass")
    cuts = sorted({0, len(units) // 2, *(e["offset"] for e in entities), *(_end(e) for e in entities)})
    pieces: list[str] = []
    still_open: list[Entity] = []
    for start, end in zip(cuts, [*cuts[1:], cuts[-1]], strict=True):
        while still_open and _end(still_open[-1]) <= start:
            pieces.append(_tags(still_open.pop(), "")[1])
        words = units[2 * start : 2 * end].decode("utf-16-le", "replace")
        for entity in sorted((e for e in entities if e["offset"] == start), key=_end, reverse=True):
            still_open.append(entity)
            pieces.append(_tags(entity, words)[0])
        pieces.append(escape(words))
    return "".join(pieces)


def _end(entity: Entity) -> int:
    return entity["offset"] + entity["length"]


def _tags(entity: Entity, words: str) -> tuple[str, str]:
    """Start and end; a bare link leads where its words say."""
    if entity["type"] in {"url", "text_link"}:
        target = escape(entity.get("url", words))
        return f'<a href="{target}" target="_blank" rel="noreferrer">', "</a>"
    if entity["type"] in TAGS:
        tag = TAGS[entity["type"]]
        return f"<{tag}>", f"</{tag}>"
    return f'<span class="{entity["type"]}">', "</span>"
