"""词: cuts text into words with their tags; our own tokenizer, loaded once at start and handed in."""

import logging
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import jieba

PIECE = 300
HOUSE = Path(__file__).with_name("house.txt")


@dataclass(frozen=True, slots=True)
class Word:
    text: str
    tag: str  # jieba's dictionary tag (v, n, p, d…) or the house's own (act, weak); "x" where unknown


class Words:
    """jieba with the house dictionary. Tags come from the dictionary: its posseg is six times slower than its cut."""

    def __init__(self) -> None:
        logging.getLogger("jieba").setLevel(logging.WARNING)  # it prints its loading to stderr otherwise
        self.tokenizer = jieba.Tokenizer()
        with tempfile.TemporaryDirectory(prefix="duban-") as private:
            # jieba unmarshals a file of a guessable name from the shared temporary folder; ours is private and empty
            self.tokenizer.tmp_dir = private
            self.tokenizer.initialize()
        self.tags = tags_of(self.tokenizer)
        for word, tag in house_words().items():
            self.tokenizer.add_word(word)
            self.tags[word] = tag

    def cut(self, text: str) -> list[Word]:
        """The words of a clause. In pieces, for jieba takes the square of a text's length where it knows no word."""
        return [word for at in range(0, len(text), PIECE) for word in self.cut_piece(text[at : at + PIECE])]

    def cut_piece(self, text: str) -> Iterator[Word]:
        """The likeliest way through jieba's graph of words; its own `cut` spends as long again on signs."""
        graph, route = self.tokenizer.get_DAG(text), dict[int, tuple[float, int]]()
        self.tokenizer.calc(text, graph, route)
        at = 0
        while at < len(text):
            end = route[at][1] + 1
            yield Word(text[at:end], self.tags.get(text[at:end], "x"))
            at = end

    def is_verb_at(self, text: str, at: int) -> bool:
        """Whether the longest word of the dictionary that begins at `at` is a verb."""
        tag = self.tag_at(text, at)
        return tag in ("act", "weak") or tag[0] in "vd"

    def tag_at(self, text: str, at: int) -> str:
        """The tag of the longest word of the dictionary that begins at `at`; "x" where there is none."""
        for end in range(min(at + 4, len(text)), at, -1):
            tag = self.tags.get(text[at:end])
            if tag:
                return tag
        return "x"


def tags_of(tokenizer: jieba.Tokenizer) -> dict[str, str]:
    with tokenizer.get_dict_file() as lines:
        rows = (line.decode("utf-8").split() for line in lines)
        return {row[0]: row[2] for row in rows if len(row) == 3}


def house_words() -> Mapping[str, str]:
    rows = (line.split() for line in HOUSE.read_text("utf-8").splitlines() if line and not line.startswith("#"))
    return {row[0]: row[1] for row in rows}
