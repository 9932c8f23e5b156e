"""Dask as an engine: the only module that imports it (`pip install 'jijitsu[dask]'`).

Of three that were tried it needs no JVM, takes 68 MB, and gives the work of a killed worker to others. `local` starts a
scheduler and workers on this machine, on loopback; an address joins a cluster that somebody runs.
"""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Callable, Collection
from importlib import import_module
from multiprocessing import resource_tracker
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import Any
from uuid import uuid4

from jijitsu.extract.archive.dispatch import Ended
from jijitsu.extract.jobs import cores, deaf
from jijitsu.schemas.errors import JijitsuError

LOCAL = "local"
_LOUD = ("distributed", "distributed.client", "tornado", "tornado.application", "asyncio")
"""Who would write to standard error what is told there by us, in one line."""
_SCHEMES = frozenset({"tcp", "tls", "ucx", "ws", "wss"})
_FAILURES = 1
"""So many workers of our own may die of a part before it is tried with care."""
_FRESH = 2.0
"""Seconds for which the list of workers is believed."""
_ANSWERS = 15
"""Seconds within which a scheduler answers."""


class Dask:
    """A client of a scheduler, and with `local` the whole cluster. Use it in a `with`."""

    def __init__(self, scheduler: str, workers: int | None = None) -> None:
        """Raises JijitsuError where Dask is missing or no scheduler answers."""
        try:
            dask: Any = import_module("dask")
            if not os.environ.get("JIJITSU_DEBUG"):
                dask.config.set({"logging": dict.fromkeys(_LOUD, "critical")})  # read when distributed is imported
            distributed: Any = import_module("distributed")
        except ImportError:
            hint = "pip install 'jijitsu[dask]'"
            raise JijitsuError("--scheduler needs Dask, which is not installed", hint=hint) from None
        if scheduler != LOCAL and scheduler.partition("://")[0] not in _SCHEMES:
            hint = f"Write it as tcp://HOST:8786, or say {LOCAL}"
            raise JijitsuError("this is no address of a scheduler", where=scheduler, hint=hint)
        self._place = scheduler
        self._cluster: Any = None
        address = scheduler
        if scheduler == LOCAL:
            # Ctrl-C is for us alone, and the workers go when we do. multiprocessing's tracker of resources hears it
            # again for whoever starts it, so it is started before.
            resource_tracker.ensure_running()
            ours = {"distributed.scheduler.allowed-failures": _FAILURES, "distributed.worker.profile.enabled": False}
            with dask.config.set(ours), deaf():
                self._cluster = distributed.LocalCluster(
                    n_workers=workers or cores(), threads_per_worker=1, processes=True, dashboard_address="127.0.0.1:0",
                    silence_logs=logging.CRITICAL,
                )  # fmt: skip
            address = self._cluster.scheduler_address
        try:
            self._client = distributed.Client(address, timeout=_ANSWERS, set_as_default=False)
        except (OSError, ValueError, TypeError) as fault:
            why = str(fault).splitlines()[0].rstrip(".") if str(fault) else type(fault).__name__
            hint = "Start one by `dask scheduler`, or say --scheduler local"
            raise JijitsuError(f"no scheduler answers ({why})", where=scheduler, hint=hint) from None
        self._run = uuid4().hex[:8]
        self._given = 0
        self._futures: dict[int, Any] = {}
        self._done: SimpleQueue[int] = SimpleQueue()
        self._threads: dict[str, int] = {}
        self._asked = float("-inf")

    def __enter__(self) -> Dask:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close(timeout=_ANSWERS if fault is None else 1)
        if self._cluster is not None:
            self._cluster.close(timeout=_ANSWERS)

    def width(self) -> int:
        """How many threads the workers have together."""
        return sum(self._known().values())

    def workers(self) -> frozenset[str]:
        """The workers' addresses."""
        return frozenset(self._known())

    def submit(self, number: int, work: Callable[..., Any], arguments: tuple[Any, ...], avoid: Collection[str]) -> None:
        """Have `work(*arguments)` done by a worker, if there is one, that is not to be avoided."""
        self._given += 1  # a key that was had before would bring the answer of then
        left = sorted(self.workers() - frozenset(avoid)) if avoid else []
        future = self._client.submit(
            _do, work, arguments, key=f"jijitsu-{self._run}-{self._given}", pure=False,
            workers=left or None, allow_other_workers=bool(left),
        )  # fmt: skip
        self._await(number, future)

    def _await(self, number: int, future: Any) -> None:
        self._futures[number] = future
        future.add_done_callback(lambda _: self._done.put(number))

    def ended(self, patience: float) -> Ended | None:
        """Return what ended next; None if nothing does in so many seconds. Raises JijitsuError if Dask is gone.

        A worker that dies takes answers with it that nobody had fetched; the scheduler has them made again, and they
        are awaited again.
        """
        try:
            number = self._done.get(timeout=patience)
        except Empty:
            if self._client.status not in {"running", "connecting"}:
                raise self._gone() from None
            return None
        future = self._futures.pop(number)
        status = future.status
        if status == "finished":
            try:
                worker, answer, fault = future.result(timeout=_ANSWERS)
            except TimeoutError:
                status = "lost"
            except Exception:
                raise self._gone() from None
            else:
                return Ended(number, answer, fault, worker)
        if status in {"lost", "pending"}:
            self._await(number, future)
            return None
        if status != "error":
            raise self._gone()
        from distributed import KilledWorker

        error = future.exception()
        if isinstance(error, KilledWorker):
            return Ended(number, died=True)
        what = f"a fault of jijitsu itself: {type(error).__name__}: {error}".rstrip(".")
        return Ended(number, fault=JijitsuError(what, hint="Please report it; is the same jijitsu on all workers?"))

    def _known(self) -> dict[str, int]:
        if time.monotonic() - self._asked > _FRESH:
            try:
                self._threads = dict(self._client.nthreads())
            except Exception:
                raise self._gone() from None
            self._asked = time.monotonic()
        return self._threads

    def _gone(self) -> JijitsuError:
        hint = "Parts that were done are kept: run the same command again for the others"
        return JijitsuError("the scheduler is gone", where=self._place, hint=hint)


def _do(work: Callable[..., Any], arguments: tuple[Any, ...]) -> tuple[str, Any, JijitsuError | None]:
    """What a worker runs: its name, the answer, or the error for people."""
    from distributed import get_worker

    name = str(get_worker().address)
    try:
        return name, work(*arguments), None
    except JijitsuError as fault:
        return name, None, fault
