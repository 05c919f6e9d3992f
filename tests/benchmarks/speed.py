"""How fast letters are understood: ratios, both sides run in turn in one process. `python tests/benchmarks/speed.py`.

Letters: those of ../shared/gold where they lie beside the checkout, else our own in tests/corpus. JioNLP is compared
where it is installed; it is no dependency of ours.
"""

import importlib.util
import resource
import statistics
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import jieba

from tasks.language.dates import Seasons, times
from tasks.language.letter import understand
from tasks.language.words import Words
from tasks.reading.pages import read_pages
from tasks.rules.workdays import Workdays

TOP = Path(__file__).parents[2]
GOLD = TOP.parent / "shared" / "gold" / "letters"
LETTERS = sorted((GOLD if GOLD.is_dir() else TOP / "tests" / "corpus" / "letters").glob("*.txt"))
ROUNDS = 7
DAY = date(2026, 3, 2)
SEASONS, WORKDAYS = Seasons(), Workdays()
HOSTILE = {
    "digits": "20260302" * 125_000,
    "年月日": "年月日" * 333_333,
    "dates": "1年2月" * 250_000,
    "brackets": "（《“" * 333_333,
    "no punctuation": "我局将于明年六月底前完成道路改造并投入使用" * 47_619,
    "spaces": "将 于 " * 250_000,
}


def main() -> None:
    texts = [file.read_text("utf-8-sig") for file in LETTERS]
    count = sum(map(len, texts))
    words = Words()
    documents = [read_pages(text) for text in texts]
    jieba.setLogLevel(30)
    jieba.initialize()

    def language():
        for document in documents:
            understand(document, words, WORKDAYS, SEASONS)

    def segmentation():
        for text in texts:
            jieba.lcut(text)

    ours, theirs = in_turn(language, segmentation)
    print(f"{len(texts)} letters, {count} characters, {ROUNDS} rounds in turn, medians")
    print(f"language {ours * 1000:.0f} ms, jieba.lcut {theirs * 1000:.0f} ms: ratio {ours / theirs:.2f}")
    tagging(texts, count)
    memory()
    growth(words, ours / count)


def tagging(texts: list[str], count: int) -> None:
    def ours():
        for text in texts:
            times(text, DAY, SEASONS, WORKDAYS)

    if importlib.util.find_spec("jionlp") is None:
        mine, _ = in_turn(ours, ours)
        print(f"date tagging {count / mine / 1e6:.2f} M characters/s; JioNLP is not installed")
        return
    import jionlp

    def theirs():
        for text in texts:
            jionlp.ner.extract_time(text, time_base={"year": DAY.year, "month": DAY.month, "day": DAY.day})

    mine, other = in_turn(ours, theirs)
    rates = f"{count / mine / 1e6:.2f} M characters/s, JioNLP {count / other / 1e6:.3f}"
    print(f"date tagging {rates}: {other / mine:.1f} times as fast")


def memory() -> None:
    """Peak memory of a process that has read the letters, less that of one that has only cut them."""
    cut, read = (peak(part) for part in ("cut", "read"))
    print(f"peak memory {read:.0f} MB, with jieba's dictionary alone {cut:.0f} MB: {read - cut:.0f} MB more")


def peak(part: str) -> float:
    command = [sys.executable, __file__, part]
    return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()[-1])


def only(part: str) -> None:
    texts = [file.read_text("utf-8-sig") for file in LETTERS]
    if part == "cut":
        jieba.setLogLevel(30)
        for text in texts:
            jieba.lcut(text)
    else:
        words = Words()
        for text in texts:
            understand(read_pages(text), words, WORKDAYS, SEASONS)
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def growth(words: Words, normal: float) -> None:
    """The time a character takes on 1 MB of hostile text, against one of a letter."""
    for name, text in HOSTILE.items():
        began = time.perf_counter()
        understand(read_pages(text), words, WORKDAYS, SEASONS, on=DAY)
        each = (time.perf_counter() - began) / len(text)
        print(f"hostile, {name}: {len(text)} characters, {each / normal:.2f} times a letter's time per character")


def in_turn(one, other) -> tuple[float, float]:
    """Median seconds of each, run in turn after a warm-up."""
    spent = ([], [])
    for _ in range(ROUNDS + 1):
        for run, seconds in zip((one, other), spent, strict=True):
            began = time.perf_counter()
            run()
            seconds.append(time.perf_counter() - began)
    return statistics.median(spent[0][1:]), statistics.median(spent[1][1:])


if __name__ == "__main__":
    only(sys.argv[1]) if sys.argv[1:] else main()
