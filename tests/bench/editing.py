"""What a keystroke costs: `python tests/bench/editing.py [LENGTH]`, in a draft of so many characters (5,000).

The draft is put together from tests/articles. Each edit is one letter at a random place; what is measured is reading,
checking and making the findings, in seconds of the processor, beside a fresh reading of the same text.
"""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path
from statistics import median, quantiles

from jijitsu.cli.drafts import Drafts
from jijitsu.extract.pipeline import warm

ARTICLES = Path(__file__).resolve().parent.parent / "articles"
EDITS = 100


def timed(drafts: Drafts) -> float:
    """Seconds of the processor until it is known what is told of the drafts."""
    began = time.process_time()
    list(drafts.judged())
    return time.process_time() - began


def main() -> None:
    """Measure, and print a line for each way."""
    length = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    text = "".join(path.read_text("utf-8") for path in sorted(ARTICLES.glob("*.txt")))[:length]
    rng, place = random.Random(1), ARTICLES / "draft.txt"
    warm()
    kept = Drafts(ARTICLES, "ja")
    kept.put("a", place, text, 0)
    first = timed(kept)
    again, fresh = [], []
    for number in range(EDITS):
        at = rng.randrange(len(text))
        text = text[:at] + rng.choice("あのはが、。1億円") + text[at:]
        kept.put("a", place, text, number)
        again.append(timed(kept))
        anew = Drafts(ARTICLES, "ja")
        anew.put("a", place, text, number)
        fresh.append(timed(anew))
    print(f"first load  {first * 1000:5.0f} ms for {length:,} characters")
    for name, seconds in (("keystroke", again), ("fresh", fresh)):
        last = quantiles(seconds, n=20)[-1]
        print(
            f"{name:<11} {median(seconds) * 1000:5.0f} ms median, {last * 1000:.0f} ms at 95%, {max(seconds) * 1000:.0f} ms at most"
        )


if __name__ == "__main__":
    main()
