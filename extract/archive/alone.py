"""Items worked on in a process of their own, so that one that kills it is known, and the others come out.

A child of `subprocess`, not of multiprocessing: workers of an engine may have threads, and may not fork.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

Item = TypeVar("Item")
Answer = TypeVar("Answer")
_CHILD = "from jijitsu.extract.archive.alone import serve; serve()"


def each(work: Callable[[Item], Answer], items: Sequence[Item], lost: Callable[[Item], Answer]) -> Iterator[Answer]:
    """Yield what `work` makes of each item, in order; `lost` answers for an item whose process dies.

    Both functions must be picklable, and `work` must not raise: a child that ends for any reason has lost its item.
    """
    done = 0
    while done < len(items):
        for answer in _answers(work, items[done:]):
            yield answer
            done += 1
        if done < len(items):
            yield lost(items[done])
            done += 1


def _answers(work: Callable[[Item], Answer], items: Sequence[Item]) -> Iterator[Answer]:
    """The answers of one child, as far as it came."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    child = subprocess.Popen(
        [sys.executable, "-c", _CHILD], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment
    )
    assert child.stdin is not None and child.stdout is not None
    try:
        with child.stdin:
            pickle.dump((work, list(items)), child.stdin)
        for _ in items:
            yield pickle.load(child.stdout)
    except (EOFError, OSError, pickle.UnpicklingError):
        return
    finally:
        child.kill()
        child.wait()
        child.stdout.close()


def serve() -> None:
    """The child: items from standard input, answers to what was standard output; whatever else is printed is not."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    work, items = pickle.load(sys.stdin.buffer)
    for item in items:
        pickle.dump(work(item), answers)
        answers.flush()
