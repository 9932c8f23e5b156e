"""The command `jijitsu`, and `python -m jijitsu`: Ctrl-C ends it at any moment with 130, and without a traceback.

Hardly anything is imported here, so that this holds from the start: importing the rest takes a third of a second.
"""

from __future__ import annotations

import os
import signal
import sys
from types import FrameType

PRESSED = 130
"""The exit code after Ctrl-C, as shells have it."""


def main() -> None:
    """Run the command line (see jijitsu.cli.app)."""
    if signal.getsignal(signal.SIGINT) is not signal.default_int_handler:  # nohup, or a shell's background
        _run()
        return
    signal.signal(signal.SIGINT, _at_once)
    from jijitsu.cli.app import main as run

    sys.unraisablehook = _unraisable
    try:
        signal.signal(signal.SIGINT, _first)
        run()
    except KeyboardInterrupt:
        sys.exit(PRESSED)
    finally:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # what is left is Python's own end


def _run() -> None:
    from jijitsu.cli.app import main as run

    run()


def _at_once(number: int, frame: FrameType | None) -> None:
    """Nothing has been done yet, or somebody will not wait any longer."""
    os._exit(PRESSED)


def _first(number: int, frame: FrameType | None) -> None:
    """End as after an error, so that half-written files and processes go."""
    signal.signal(signal.SIGINT, _at_once)
    raise KeyboardInterrupt


def _unraisable(lost: sys.UnraisableHookArgs) -> None:
    """Ctrl-C was heard where nothing can be raised (a `__del__`, a callback): it is heard again a moment later."""
    if not issubclass(lost.exc_type, KeyboardInterrupt):
        sys.__unraisablehook__(lost)
        return
    from _thread import interrupt_main
    from threading import Timer

    signal.signal(signal.SIGINT, _first)
    Timer(0.05, interrupt_main).start()


if __name__ == "__main__":
    main()
