"""A bound on the time that one article may take, so that one that hangs does not hold up the others."""

from __future__ import annotations

import ctypes
import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn, TypeVar

from jijitsu.schemas.errors import JijitsuError

Made = TypeVar("Made")
_AGAIN = 1.0
"""Seconds after which it is tried again: what was raised where nothing can be raised (`__del__`) is lost."""
_PATIENCE = 10
"""So many tries, and a thread that hears none of them hangs outside of Python."""


class OverdueError(BaseException):
    """Time is up. No Exception, so that nothing on its way takes it for a fault of its own."""


def overdue(seconds: float) -> str:
    """What to say of an article that took longer."""
    return f"took longer than {seconds:g} seconds"


HINT = "--timeout gives it more; please report an article that is not large"


def in_time(make: Callable[[], Made], seconds: float, where: str | None) -> Made:
    """Return what `make` makes of an article, `where` it lies. Raises JijitsuError if that takes longer."""
    try:
        with within(seconds):
            return make()
    except OverdueError:
        raise JijitsuError(overdue(seconds), where=where or "standard input", hint=HINT) from None


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raise OverdueError inside of it after so many seconds by the clock; 0 is no bound. Not to be nested.

    In the main thread it interrupts waiting too, where the system has timers. In another one only Python is interrupted:
    where that does not help, the process is ended, as whoever gave it work (an engine) sees.
    """
    if not seconds:
        yield
    elif threading.current_thread() is threading.main_thread() and hasattr(signal, "setitimer"):
        with _alarm(seconds):
            yield
    else:
        with _watched(seconds):
            yield


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    before = signal.signal(signal.SIGALRM, _raise)
    signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _raise(number: int, frame: FrameType | None) -> NoReturn:
    raise OverdueError


@contextmanager
def _watched(seconds: float) -> Iterator[None]:
    thread, done = ctypes.c_ulong(threading.get_ident()), threading.Event()

    def watch() -> None:
        if done.wait(seconds):
            return
        for _ in range(_PATIENCE):
            ctypes.pythonapi.PyThreadState_SetAsyncExc(thread, ctypes.py_object(OverdueError))
            if done.wait(_AGAIN):
                return
        os._exit(1)

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        done.set()
        watcher.join()
