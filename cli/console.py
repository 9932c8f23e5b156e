"""The one place for streams, colour, progress and exit codes.

Data go to standard output as bytes, everything else to standard error. A reader that goes away (`| head`) ends the
program quietly; a closed standard output or error is nobody listening, and no fault.
"""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from difflib import get_close_matches
from glob import escape
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Literal, NoReturn, TypeVar

import typer

from jijitsu.schemas.errors import JijitsuError

if TYPE_CHECKING:
    from rich.console import Console

CLEAN, FINDINGS, TROUBLE = 0, 1, 2
Colour = Literal["auto", "always", "never"]
Write = Callable[[bytes], None]
_T = TypeVar("_T")
_LEFT = 86_400
"""Seconds after which nobody is thought to be writing any more."""


def write(data: bytes) -> None:
    """Write bytes to standard output."""
    if sys.stdout is None:
        return
    with _to_standard_output():
        sys.stdout.buffer.write(data)


def flush() -> None:
    """Hand on what is still buffered, so that a reader gone away is seen here and not at shutdown."""
    if sys.stdout is None:
        return
    with _to_standard_output():
        sys.stdout.flush()


@contextmanager
def output(path: Path | None) -> Iterator[Write]:
    """Give a function that writes bytes: to standard output (None or `-`), or to a file.

    The file is written beside its place and moved there at the end, so that no half-written one is ever seen.
    """
    if path is None or str(path) == "-":
        yield write
        flush()
        return
    with beside(path) as part:
        try:
            with part.open("wb") as file:
                yield _writer(file.write)
        except OSError as fault:
            raise unwritable(path, fault) from None


@contextmanager
def beside(path: Path) -> Iterator[Path]:
    """Give a place beside `path` to write to; what was written there is moved to `path`, unless an error is raised."""
    if path.is_symlink():
        path = path.resolve()  # the file is renewed, and the link stays
    if path.exists() and not path.is_file():
        if path.is_dir():
            raise JijitsuError("this is a folder", where=str(path), hint="Name a file to write to")
        yield path  # a device or a pipe
        return
    if not path.parent.is_dir():
        raise JijitsuError("there is no such folder to write to", where=str(path.parent), hint="Create it first")
    _clear(path)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        yield part
        try:
            with part.open("rb") as file:
                os.fsync(file.fileno())  # what moves into place is on the disk, whatever happens next
            part.replace(path)
        except OSError as fault:
            raise unwritable(path, fault) from None
    finally:
        with suppress(OSError):  # a read-only file system refuses it even where there is nothing
            part.unlink(missing_ok=True)


def _clear(path: Path) -> None:
    """Remove what processes that were killed have left beside a place, a day ago or longer."""
    for part in path.parent.glob(f".{escape(path.name)}.*.part"):
        with suppress(OSError):
            if time.time() - part.stat().st_mtime > _LEFT:
                part.unlink()


def say(message: str) -> None:
    """Print a line on standard error."""
    if sys.stderr is not None:
        try:
            print(message, file=sys.stderr, flush=True)
        except OSError:
            return


def complain(fault: JijitsuError) -> None:
    """Print an error for people on standard error."""
    say(f"{_red('error:')} {visible(str(fault))}")


def warn(message: str) -> None:
    """Print, on standard error, a line about something that was left out."""
    say(f"warning: {visible(message)}")


def internal(fault: Exception, where: str | None = None) -> JijitsuError:
    """Return what to say of an error that is a fault of this program."""
    what = f"a fault of jijitsu itself: {type(fault).__name__}: {fault}".rstrip(".")
    return JijitsuError(what, where=where, hint="Please report it; JIJITSU_DEBUG=1 shows where it was raised")


def fail(fault: JijitsuError) -> NoReturn:
    """Print the error and end with the exit code for wrong usage or input."""
    complain(fault)
    raise typer.Exit(TROUBLE)


def end(*, findings: bool = False, trouble: bool = False) -> NoReturn:
    """End with the exit code that fits."""
    flush()
    raise typer.Exit(TROUBLE if trouble else FINDINGS if findings else CLEAN)


def watched() -> bool:
    """True if somebody sees standard error: a run that goes well says so, and stays silent where nobody does."""
    return sys.stderr is not None and sys.stderr.isatty()


def track(items: Sequence[_T], what: str) -> Iterable[_T]:
    """Yield the items, with a progress bar where standard error is a terminal."""
    if sys.stderr is None or not sys.stderr.isatty() or len(items) < 2:
        return items
    from rich.console import Console
    from rich.progress import track as bar

    return bar(items, what, console=Console(stderr=True), transient=True)


@contextmanager
def steps(total: int, what: str) -> Iterator[Callable[[int], None]]:
    """Give a function that is told how many of `total` are done, and shows it where standard error is a terminal."""
    if sys.stderr is None or not sys.stderr.isatty() or total < 2:
        yield lambda done: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=total)
        yield lambda done: bar.update(task, completed=done)


def screen(colour: Colour) -> Console:
    """Return a rich console on standard output. NO_COLOR and FORCE_COLOR are heeded where `colour` is auto."""
    from rich.console import Console

    forced = {"auto": None, "always": True, "never": False}[colour]
    return Console(
        force_terminal=forced,
        no_color=True if colour == "never" else None,
        soft_wrap=not sys.stdout.isatty() if sys.stdout is not None else True,
        highlight=False,
        markup=False,
        emoji=False,
    )


def coloured(colour: Colour) -> bool:
    """True if standard output shall be coloured, where no rich console writes it."""
    if colour != "auto":
        return colour == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (sys.stdout is not None and sys.stdout.isatty())


def width() -> int:
    """Cells of a line on the screen; 100 where standard output is none."""
    if sys.stdout is None or not sys.stdout.isatty():
        return 100
    return get_terminal_size((100, 24)).columns


def visible(text: str) -> str:
    """Return text with control signs as U+FFFD, so that no article steers the terminal. Lengths stay."""
    return _CONTROLS.sub("\ufffd", text)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return `Did you mean …?`, or the known words where none is near."""
    names = list(known)
    near = get_close_matches(word, names, n=1, cutoff=0.5)
    return f"Did you mean {near[0]}?" if near else f"Known are {', '.join(names)}."


# All but the tab and the line's end. Translating by a table, each character is looked up.
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


@contextmanager
def shown() -> Iterator[None]:
    """Guard what a rich console prints, as `write` is guarded; a closed standard output is nobody listening."""
    if sys.stdout is None:
        yield
        return
    with _to_standard_output():
        try:
            yield
        except SystemExit:  # what rich makes of a reader gone away
            raise typer.Exit(CLEAN) from None
        sys.stdout.flush()


@contextmanager
def _to_standard_output() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        # What is still buffered must not be tried again at shutdown.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(CLEAN) from None
    except OSError as fault:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise unwritable("standard output", fault) from None


def _writer(inner: Callable[[bytes], int]) -> Write:
    def put(data: bytes) -> None:
        inner(data)

    return put


def unwritable(path: Path | str, fault: OSError) -> JijitsuError:
    """Return what to say of a place that cannot be written to."""
    return JijitsuError(f"cannot be written ({fault.strerror or fault})", where=str(path))


def _red(text: str) -> str:
    colour = sys.stderr is not None and sys.stderr.isatty() and not os.environ.get("NO_COLOR")
    return f"\x1b[1;31m{text}\x1b[0m" if colour or os.environ.get("FORCE_COLOR") else text
