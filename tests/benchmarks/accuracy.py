"""How well letters, times and replies are understood, scored by ../shared/gold. `python tests/benchmarks/accuracy.py`.

Every figure is printed as the house stands, and with jieba and dateparser taken away in turn.
"""

import json
import re
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

import dateparser

from bot import jsonlines
from tasks.language.dates import Seasons, answer, typed
from tasks.language.letter import understand
from tasks.language.replies import understand_reply
from tasks.language.words import Word, Words
from tasks.reading.pages import read_pages
from tasks.reading.plain import decode
from tasks.rules.workdays import Workdays

TOP = Path(__file__).parents[2]
GOLD = TOP.parent / "shared" / "gold"
PEERS = TOP.parent / "shared" / "peers"
OWN = TOP / "tests" / "corpus" / "letters"
UNSEEN = TOP / "tests" / "corpus" / "replies_unseen.jsonl"  # written by somebody who did not see the rules
SEASONS, WORKDAYS = Seasons(), Workdays()


class NoWords(Words):
    """jieba taken away: every character is a word of no kind."""

    def __init__(self):
        self.tags = {}

    def cut(self, text):
        return [Word(character, "x") for character in text]


def main() -> None:
    full, bare = Words(), NoWords()
    for name, words in (("as it stands", full), ("without jieba", bare)):
        print(f"\n## letters, {name}")
        for title, folder, numbers in (
            ("gold, all 48", GOLD / "letters", "*"),
            ("own letters, looked at", OWN, "L0* L1[0-6]*"),
            ("own letters, kept unseen", OWN, "L1[7-9]* L2*"),
        ):
            print(f"\n### {title}\n{letters(folder, numbers, words)}")
    print(f"\n## confidence, gold letters\n{curve(full)}")
    phrases_and_replies("as it stands")
    dateparser.parse = lambda *_, **__: None
    typed._parsed.cache_clear()
    phrases_and_replies("without dateparser")


def letters(folder: Path, numbers: str, words: Words) -> str:
    with tempfile.TemporaryDirectory() as scored:
        lines = []
        for pattern in numbers.split():
            for file in sorted(folder.glob(f"{pattern}.txt")):
                for kind in (".txt", ".json"):
                    (Path(scored) / file.with_suffix(kind).name).write_bytes(file.with_suffix(kind).read_bytes())
                lines.append(found(file, words))
        return score("score.py", lines, "--gold", scored)


def found(file: Path, words: Words) -> dict:
    return jsonlines.letter(str(file), understand(read_pages(decode(file.read_bytes())), words, WORKDAYS, SEASONS))


def curve(words: Words) -> str:
    """What stands at each confidence and above, and how much of it is exact."""
    read = [found(file, words) for file in sorted((GOLD / "letters").glob("*.txt"))]
    rows = []
    for least in (0.5, 0.7, 0.8, 0.85, 0.9, 0.92, 0.94, 0.96):
        kept = [
            one | {"commitments": [its for its in one["commitments"] if its["confidence"] >= least]} for one in read
        ]
        said = re.search(r"dated .*said +(\d+).*exact P ([\d.]+)", score("score.py", kept))
        rows.append(f"| {least:.2f} | {said[1]} | {said[2]} |")
    return "\n".join(["| at least | dated | exact of them |", "|---|---|---|", *rows])


def phrases_and_replies(name: str) -> None:
    print(f"\n## times and replies, {name}\n")
    for file in (GOLD / "phrases.jsonl", *(PEERS / f"{peer}.jsonl" for peer in ("recognizers", "jionlp", "duckling"))):
        print(score("score_phrases.py", [time(case) for case in cases(file)], str(file)).splitlines()[-1])
    for file in (GOLD / "replies.jsonl", UNSEEN):
        print(f"\n{file.name}\n" + score("score_replies.py", [reply(one) for one in cases(file)], "--gold", str(file)))


def cases(file: Path) -> list[dict]:
    return [json.loads(line) for line in file.read_text("utf-8").splitlines() if line.strip()]


def time(case: dict) -> dict:
    said = answer(case["text"], tuple(case["pos"]), date.fromisoformat(case["reference"]), SEASONS, WORKDAYS)
    return {"id": case["id"], "due": None} | (jsonlines.time(said) if said else {})


def reply(case: dict) -> dict:
    days = date.fromisoformat(case["said_on"]), date.fromisoformat(case["due"])
    return {"id": case["id"]} | jsonlines.reply(understand_reply(case["text"], *days, SEASONS, WORKDAYS))


def score(script: str, lines: list[dict], *arguments: str) -> str:
    said = "\n".join(json.dumps(line, ensure_ascii=False) for line in lines)
    command = [sys.executable, str(GOLD / script), *arguments]
    return subprocess.run(command, input=said, capture_output=True, text=True, check=True).stdout.strip()


if __name__ == "__main__":
    main()
