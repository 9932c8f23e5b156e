"""Items handed to an engine, few at a time, and what becomes of them: tried elsewhere, tried with care, given up by name.

An engine is whatever runs a function on some worker (cluster.py is Dask's). All that must not depend on which one it is
stands here.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any, Generic, Protocol, TypeVar

import msgspec

from jijitsu.extract.archive.stores import UnfitError
from jijitsu.schemas.errors import JijitsuError

Item = TypeVar("Item")
Answer = TypeVar("Answer")
Tell = Callable[[str], None]
_AHEAD = 3
"""So many items for each thread of the workers are under way at once."""
_STRIKES = 3
"""A worker that was unfit so often for what another did, and fit never since, gets no more work."""
_TRIES = 4
"""On so many workers an item is tried that all are unfit for."""
_PATIENCE = 0.5
_UNTIL_TOLD = 20
"""So many waits without any worker, and the user is told."""


class Ended(msgspec.Struct, frozen=True):
    """What an engine says of an item: the answer, or the error that the work raised; `died` if its workers died of it."""

    number: int
    answer: Any = None
    fault: JijitsuError | None = None
    worker: str | None = None
    died: bool = False


class Engine(Protocol):
    """What runs the work. Workers are known by names."""

    def width(self) -> int:
        """How many items can be worked on at once, now."""

    def workers(self) -> frozenset[str]:
        """The workers there are."""

    def submit(self, number: int, work: Callable[..., Any], arguments: tuple[Any, ...], avoid: Collection[str]) -> None:
        """Have `work(*arguments)` done by a worker, if there is one, that is not to be avoided."""

    def ended(self, patience: float) -> Ended | None:
        """Return what ended next; None if nothing does in so many seconds. Raises JijitsuError if the engine is gone."""


class _Try(msgspec.Struct, Generic[Item]):
    item: Item
    careful: bool = False
    sure: bool = False
    avoid: frozenset[str] = frozenset()
    """Workers that were unfit for it."""
    why: str = ""


class Dispatcher(Generic[Item, Answer]):
    """Hands out items to `work(item, careful, sure)`; yields each with its answer, or with the error that ends it."""

    def __init__(self, engine: Engine, work: Callable[[Item, bool, bool], Answer], tell: Tell) -> None:
        self._engine, self._work, self._tell = engine, work, tell
        self._under_way: dict[int, _Try[Item]] = {}
        self._again: deque[_Try[Item]] = deque()
        self._strikes: Counter[str] = Counter()
        self._number = self._waits = self._hopeless = 0
        self._answered = False

    def run(self, items: Iterable[Item]) -> Iterator[tuple[Item, Answer | JijitsuError]]:
        """Yield items as they end, in no order. Raises JijitsuError where the engine is gone, or no worker is fit."""
        stream = iter(items)
        more = True
        while more or self._under_way or self._again:
            while len(self._under_way) < _AHEAD * max(1, self._engine.width()):
                if self._again:
                    self._submit(self._again.popleft())
                elif more and (item := next(stream, None)) is not None:
                    self._submit(_Try(item))
                else:
                    more = False
                    break
            if not self._under_way:
                continue
            ended = self._engine.ended(_PATIENCE)
            if ended is None:
                self._waited()
                continue
            attempt = self._under_way.pop(ended.number)
            outcome = self._judged(attempt, ended)
            if outcome is not None:
                yield attempt.item, outcome

    def _submit(self, attempt: _Try[Item]) -> None:
        self._number += 1
        self._under_way[self._number] = attempt
        avoid = attempt.avoid | self._unfit()
        self._engine.submit(self._number, self._work, (attempt.item, attempt.careful, attempt.sure), avoid)

    def _unfit(self) -> frozenset[str]:
        return frozenset(worker for worker, strikes in self._strikes.items() if strikes >= _STRIKES)

    def _judged(self, attempt: _Try[Item], ended: Ended) -> Answer | JijitsuError | None:
        """The end of an item, or None if it is tried again."""
        if ended.died:
            if attempt.careful:
                hint = "It may need more memory than a worker has; please report it otherwise"
                return JijitsuError("each worker that took this part died", hint=hint)
            self._again.append(msgspec.structs.replace(attempt, careful=True))
            return None
        if isinstance(ended.fault, UnfitError):
            return self._elsewhere(attempt, ended.fault, ended.worker or "")
        self._answered = True
        self._strikes[ended.worker or ""] = 0
        for worker in () if attempt.sure else attempt.avoid:
            self._strike(worker, attempt.why)
        return ended.answer if ended.fault is None else ended.fault

    def _elsewhere(self, attempt: _Try[Item], fault: UnfitError, worker: str) -> JijitsuError | None:
        """Try an item on a worker that has not had it; at last on any, where what is missing counts as missing."""
        avoid = attempt.avoid | {worker}
        left = self._engine.workers() - avoid - self._unfit()
        if attempt.sure:
            self._hopeless += 1
            if self._hopeless >= _STRIKES and not self._answered:
                raise JijitsuError(f"no worker is fit for the work: {fault.what}", where=fault.where, hint=fault.hint)
            return fault
        sure = not left or len(avoid) >= _TRIES
        again = _Try(attempt.item, attempt.careful, sure, avoid if left else frozenset(), str(fault))
        self._again.append(again)
        return None

    def _strike(self, worker: str, why: str) -> None:
        """Note that a worker was unfit for what another did."""
        self._strikes[worker] += 1
        if self._strikes[worker] == _STRIKES:
            self._tell(f"worker {worker} gets no more work: {why}")

    def _waited(self) -> None:
        self._waits = self._waits + 1 if not self._engine.workers() else 0
        if self._waits == _UNTIL_TOLD:
            self._tell("Waiting for workers: the scheduler has none.")
