"""How far a long run is: a bar with rate and time left on a terminal, a line now and then in a log."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from jijitsu.cli import console

_EVERY = 30.0
"""Seconds between two lines of a log."""
Step = Callable[[int], None]


@contextmanager
def meter(total: int, what: str, unit: str) -> Iterator[Step]:
    """Give a function that is told how much more is done; what is left is reckoned from it."""
    if sys.stderr is not None and sys.stderr.isatty():
        with _bar(total, what, unit) as step:
            yield step
        return
    done, told, said = 0, 0, time.monotonic()

    def tick(more: int) -> None:
        nonlocal done, told, said
        done += more
        now = time.monotonic()
        if now - said >= _EVERY and done > told:
            # The rate since the last line: what an earlier run had done goes by in no time.
            rate = (done - told) / (now - said)
            told, said = done, now
            console.say(f"{done:,} of {total:,} {unit}, {rate:,.1f} a second, {_spoken((total - done) / rate)} left")

    yield tick


@contextmanager
def _bar(total: int, what: str, unit: str) -> Iterator[Step]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn(f"{unit}, {{task.fields[rate]}} a second,"),
        TimeRemainingColumn(),
        TextColumn("left"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task, began = progress.add_task(what, total=total, rate="?"), time.monotonic()

        def tick(more: int) -> None:
            progress.advance(task, more)
            rate = progress.tasks[0].completed / max(time.monotonic() - began, 1e-9)
            progress.update(task, rate=f"{rate:,.1f}")

        yield tick


def _spoken(seconds: float) -> str:
    minutes, rest = divmod(round(max(seconds, 0)), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min {rest} s" if minutes else f"{rest} s"
