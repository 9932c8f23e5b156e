"""Parts that other packages bring by entry points: kinds of claim, checks, formats of export.

    [project.entry-points."jijitsu.kinds"]
    hiring = "press_desk.hiring:KIND"

A plug-in that cannot be used is told of in one line and left out, whatever is wrong with it; the others go on. What is
told goes out as a PluginWarning, so that a library's user hears of it too and can say what becomes of it.
"""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable, Iterator
from functools import cache
from hashlib import sha256
from importlib.metadata import EntryPoint, distributions
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import msgspec

KINDS, CHECKS, EXPORTS = "jijitsu.kinds", "jijitsu.checks", "jijitsu.exports"
Tell = Callable[[str, str], None]
"""What is done with news of a plug-in: its label, and what became of it."""


class PluginWarning(UserWarning):
    """A plug-in is of no use, or broke; the message names it and its package."""


class Plugin(msgspec.Struct, frozen=True):
    """What a package brings. `label` is what messages call it."""

    name: str
    label: str
    part: Any


def tell(label: str, what: str) -> None:
    """Warn of a plug-in."""
    warnings.warn(f"{label} {what}", PluginWarning, stacklevel=3)


def plugged(group: str, shape: type, wrong: Callable[[Any], str | None]) -> tuple[Plugin, ...]:
    """Return the sound plug-ins of a group, in order of package and name; warns of each of the others.

    A plug-in is an object of `shape` for which `wrong` has nothing to say. Raises nothing.
    """
    found = []
    for entry in _entries(group):
        label = f"the plug-in {entry.name} of {_package(entry)} ({entry.value})"
        try:
            part = entry.load()
            fault = wrong(part) if isinstance(part, shape) else f"is no {shape.__name__} but {type(part).__name__}"
        except Exception as error:
            fault = f"cannot be loaded: {type(error).__name__}: {error}"
        if fault is None:
            found.append(Plugin(entry.name, label, part))
        else:
            tell(label, f"{_one_line(fault)}; it is left out")
    return tuple(found)


def broke(error: Exception, where: str | None, outcome: str) -> str:
    """Return what became of a plug-in that failed at its work."""
    at = f" on {where}" if where else ""
    return f"broke{at}: {_one_line(f'{type(error).__name__}: {error}')}; {outcome}"


@cache
def digest(group: str) -> bytes:
    """Return a hash of all that the plug-ins of a group are: names, packages, versions, and every file of theirs.

    Empty where there are none. Nothing of theirs is imported for it.
    """
    made = sha256()
    entries = _entries(group)
    for entry in entries:
        made.update(f"{entry.name}\0{entry.value}\0{_package(entry)}\0".encode())
        for path in _files(entry.module.partition(".")[0]):
            made.update(path.name.encode() + b"\0" + path.read_bytes())
    return made.digest() if entries else b""


def _files(module: str) -> Iterator[Path]:
    """The files of a module or package on the top level; none where it cannot be found."""
    try:
        spec = find_spec(module)
    except (ImportError, ValueError):
        return
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        for place, inner, names in os.walk(folder):
            inner[:] = sorted(name for name in inner if name != "__pycache__")
            yield from (Path(place, name) for name in sorted(names) if not name.endswith(".pyc"))
    if spec and spec.origin and not spec.submodule_search_locations and Path(spec.origin).is_file():
        yield Path(spec.origin)


def _entries(group: str) -> list[EntryPoint]:
    found: dict[str, list[EntryPoint]] = {}
    for package in distributions():
        # Looked at before it is parsed: of hundreds of packages hardly one speaks of us. The first of a name counts.
        if group in (package.read_text("entry_points.txt") or ""):
            found.setdefault(package.name.lower(), [one for one in package.entry_points if one.group == group])
    entries = [entry for some in found.values() for entry in some]
    return sorted(entries, key=lambda entry: (_package(entry), entry.name, entry.value))


def _package(entry: EntryPoint) -> str:
    return f"{entry.dist.name} {entry.dist.version}" if entry.dist else "an unknown package"


def _one_line(text: str) -> str:
    return " ".join(text.split()).rstrip(".")
