"""How fast and how heavy the parser is, ours against stock: `python tests/bench/parser.py [ours|stock] [FILE]`.

FILE holds one sentence a line (default: the sentences of tests/test_parsing.py, over and over, up to 400). Prints CPU
seconds, since a machine is seldom idle, and the peak of resident memory. Run each in a process of its own.
"""

from __future__ import annotations

import itertools
import resource
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from test_parsing import SENTENCES


def ours(texts: list[str]) -> None:
    """Load, then parse."""
    from jijitsu.extract import parsing

    lap("load", lambda: parsing.trees([]) or parsing._model())
    for _ in range(3):
        lap("parse", lambda: parsing.trees(texts), sum(map(len, texts)))


def stock(texts: list[str]) -> None:
    """The same with `spacy.load`, in batches of 64."""
    import spacy

    models: list[spacy.Language] = []
    lap("load", lambda: models.append(spacy.load("ja_ginza")))
    models[0].add_pipe("disable_sentencizer", before="parser")
    for _ in range(3):
        lap("parse", lambda: list(models[0].pipe(texts, batch_size=64)), sum(map(len, texts)))


def lap(name: str, work, characters: int = 0) -> None:
    """Run `work` and print what it cost."""
    start = time.process_time()
    work()
    spent = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    rate = f", {characters / spent:,.0f} characters a CPU second" if characters else ""
    print(f"{name}: {spent:.2f} CPU s{rate}, peak {peak} MB")


if __name__ == "__main__":
    which, *files = sys.argv[1:] or ["ours"]
    lines = Path(files[0]).read_text(encoding="utf-8").splitlines() if files else SENTENCES
    texts = list(itertools.islice(itertools.cycle(line for line in lines if line.strip()), 400))
    {"ours": ours, "stock": stock}[which](texts)
