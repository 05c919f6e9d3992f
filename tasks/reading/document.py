"""What reading hands to language: a letter's text and its paragraphs, every character with its place."""

from dataclasses import dataclass

from storage.terms import Span


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph with white space taken out; `places[i]` is where `text[i]` stands in the document's text."""

    text: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """The document's span of `text[start:end]`, which must not be empty."""
        return Span(self.places[start], self.places[end - 1] + 1)


@dataclass(frozen=True, slots=True)
class Document:
    """A letter as text. `passages` are its paragraphs in reading order, rejoined where a page break cuts them."""

    text: str
    passages: tuple[Passage, ...]
