"""Work spread over processes: batches of items in, their answers out in the same order, however many processes there are.

Processes are forked where that is safe (Linux), so that what `ready` loaded is shared; elsewhere they are spawned, and
each loads for itself. One that dies is replaced: its items are tried once more, each alone, and one that kills again is
given up (`lost` answers for it). Ctrl-C is for the parent alone, which takes its processes with it; if the parent is
killed outright they see their pipe closed, and end.
"""

from __future__ import annotations

import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Item = TypeVar("Item")
Answer = TypeVar("Answer")
Work = Callable[[Sequence[Item]], Sequence[Answer]]

_AHEAD = 4
"""So many batches for each process may be done or under way before the first of them is handed on."""
_PATIENCE = 5.0
"""Seconds that a process is given to end by itself."""


def cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def method() -> str:
    """How processes are started here."""
    return "fork" if sys.platform.startswith("linux") else "spawn"


def spread(
    work: Work[Item, Answer],
    batches: Iterable[Sequence[Item]],
    jobs: int,
    *,
    ready: Callable[[], None],
    lost: Callable[[Item], Answer],
) -> Generator[Sequence[Answer], None, None]:
    """Yield what `work` makes of each batch, in order; an empty batch is answered without it.

    `work`, `ready` and the items must be picklable. `ready` loads what the work needs: it is called before processes
    are forked, and in each that is spawned, but not where all batches are empty or `jobs` is 1. An error that `work`
    raises is raised here, as RuntimeError with its text where another process ran it.
    """
    if jobs < 2:
        yield from (work(batch) if batch else () for batch in batches)
        return
    pool: _Pool[Item, Answer] = _Pool(work, jobs, ready, lost)
    try:
        yield from pool.run(iter(batches))
    except BaseException:
        pool.end(at_once=True)
        raise
    pool.end(at_once=False)


class _Piece(Generic[Item]):
    """Items for one process: those of batch `number` from `first` on."""

    def __init__(self, number: int, first: int, items: Sequence[Item], *, again: bool = False) -> None:
        self.number, self.first, self.items, self.again = number, first, items, again


class _Worker(Generic[Item]):
    """A process with the parent's end of its pipe, and what it works on."""

    def __init__(self, process: Any, pipe: Connection) -> None:
        self.process, self.pipe = process, pipe
        self.piece: _Piece[Item] | None = None


class _Pool(Generic[Item, Answer]):
    def __init__(
        self, work: Work[Item, Answer], jobs: int, ready: Callable[[], None], lost: Callable[[Item], Answer]
    ) -> None:
        self.work, self.jobs, self.ready, self.lost = work, jobs, ready, lost
        self.context: Any = None
        """Of multiprocessing, which is imported when a process is first started."""
        self.workers: list[_Worker[Item]] = []
        self.again: deque[_Piece[Item]] = deque()
        self.answers: dict[int, list[Answer | None]] = {}
        self.open: dict[int, int] = {}
        """Batch -> how many of its items are not answered yet."""

    def run(self, batches: Iterator[Sequence[Item]]) -> Iterator[Sequence[Answer]]:
        handed, given, more = 0, 0, True
        while more or handed < given:
            while more and given - handed < _AHEAD * self.jobs and (self.again or self._idle() is not None):
                batch = next(batches, None)
                if batch is None:
                    more = False
                    break
                self.answers[given], self.open[given] = [None] * len(batch), len(batch)
                if batch:
                    self.again.append(_Piece(given, 0, batch))
                given += 1
                self._hand_out()
            self._hand_out()
            while handed < given and not self.open[handed]:
                del self.open[handed]
                yield self.answers.pop(handed)  # type: ignore[misc]  # all are answered
                handed += 1
            if handed < given and self.open[handed] and any(worker.piece for worker in self.workers):
                self._collect()

    def _idle(self) -> int | None:
        """The number of a process without work; one that is not started yet counts."""
        for number, worker in enumerate(self.workers):
            if worker.piece is None:
                return number
        return len(self.workers) if len(self.workers) < self.jobs else None

    def _hand_out(self) -> None:
        while self.again and (number := self._idle()) is not None:
            if number == len(self.workers):
                self.workers.append(self._start())
            worker, piece = self.workers[number], self.again.popleft()
            worker.piece = piece
            try:
                worker.pipe.send(piece.items)
            except OSError:
                self._replace(worker)

    def _collect(self) -> None:
        from multiprocessing.connection import wait

        busy = {worker.pipe: worker for worker in self.workers if worker.piece is not None}
        for pipe in wait(list(busy)):
            worker = busy[pipe]  # type: ignore[index]
            try:
                good, found = worker.pipe.recv()
            except (EOFError, OSError):
                self._replace(worker)
                continue
            if not good:
                raise RuntimeError(found)
            piece, worker.piece = worker.piece, None
            assert piece is not None
            self._answered(piece, found)

    def _answered(self, piece: _Piece[Item], found: Sequence[Answer]) -> None:
        self.answers[piece.number][piece.first : piece.first + len(found)] = found
        self.open[piece.number] -= len(found)

    def _replace(self, worker: _Worker[Item]) -> None:
        """A process has died: start another, and try what it had once more, each item alone."""
        worker.pipe.close()
        worker.process.join(_PATIENCE)
        piece = worker.piece
        self.workers.remove(worker)
        if piece is None:
            return
        if piece.again:
            self._answered(piece, [self.lost(piece.items[0])])
            return
        alone = (_Piece(piece.number, piece.first + at, [item], again=True) for at, item in enumerate(piece.items))
        self.again.extendleft(reversed(list(alone)))

    def _start(self) -> _Worker[Item]:
        if self.context is None:
            from multiprocessing import get_context

            self.context = get_context(method())
            if method() == "fork":
                self.ready()
        ours, theirs = self.context.Pipe()
        forked = method() == "fork"
        others = [worker.pipe for worker in self.workers] + [ours] if forked else []
        process = self.context.Process(
            target=_serve, args=(theirs, others, self.work, None if forked else self.ready), daemon=True
        )
        with deaf():
            process.start()
        theirs.close()
        return _Worker(process, ours)

    def end(self, *, at_once: bool) -> None:
        """End all processes: those that work are waited for, or not."""
        for worker in self.workers:
            worker.pipe.close()
            if at_once:
                worker.process.terminate()
        for worker in self.workers:
            worker.process.join(_PATIENCE)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()
        self.workers.clear()


@contextmanager
def deaf() -> Iterator[None]:
    """What is started inside never hears Ctrl-C; the parent hears it afterwards."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(
    pipe: Connection, others: Sequence[Connection], work: Work[Any, Any], ready: Callable[[], None] | None
) -> None:
    """A process: batches in, answers out, until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for other in others:  # the parent's ends, which a fork copies: held open here, nobody would see the parent go
        other.close()
    try:
        if ready is not None:
            ready()
        while True:
            items = pipe.recv()
            try:
                answer: tuple[bool, Any] = True, work(items)
            except Exception as fault:
                answer = False, f"{type(fault).__name__}: {fault}"
            pipe.send(answer)
    except (EOFError, OSError):
        return
