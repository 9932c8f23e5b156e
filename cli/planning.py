"""Which articles of the files given go to a process together, and which of them the cache has already.

Files of one article go by their names; articles in tables and archives are taken out here, one after the other, and go
as they are, so that no file is too large.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from jijitsu.cli import console
from jijitsu.cli.answering import Way
from jijitsu.schemas.errors import JijitsuError

if TYPE_CHECKING:
    from jijitsu.extract.cache import Cache, Keys
    from jijitsu.extract.reading.raw import Raw

_AT_ONCE = 64
"""So many articles are read at once: their sentences share the parser's batches."""
_LOOKED_UP = 256
"""So many files are looked up in the cache at once."""
_BYTES_AT_ONCE = 2**20
"""Longer files are read in smaller companies."""
_FEW = 24
"""So few articles are not worth another process."""
_BEGINNINGS = (
    (b"<!doctype html", "html"), (b"<html", "html"), (b"<?xml", "rss"), (b"<rss", "rss"), (b'{"', "jsonl"),
    (b"pk\x03\x04", "zip"), (b"par1", "parquet"), (b"\x1f\x8b", "txt.gz"),
)  # fmt: skip
File = Path | JijitsuError


class Entry(msgspec.Struct):
    """An article to be read, with its key, and with its lines where the cache has them."""

    file: int
    item: Path | Raw | JijitsuError
    key: bytes | None = None
    lines: bytes | None = None

    @property
    def unread(self) -> bool:
        """True if a process is to read it."""
        return self.lines is None and not isinstance(self.item, JijitsuError)


def planned(
    files: Sequence[File], way: Way, keys: Keys | None, store: Cache | None
) -> tuple[bool, Iterator[list[Entry]]]:
    """Return whether the articles are too few for another process, and the articles in companies, in order."""
    entries = _entries(files, way)
    first = _first(entries)
    few = len(first) <= _FEW and sum(map(_held, first)) <= _BYTES_AT_ONCE
    return few, _plans(chain(first, entries), keys, store)


def _entries(files: Sequence[File], way: Way) -> Iterator[Entry]:
    """The articles of all files: those of tables and archives taken out of them, others by the names of their files."""
    from jijitsu.extract.reading.inputs import holds_many, raws

    for number, file in enumerate(files):
        if str(file) == "-" and not way.reading.piped:
            _tell_of_input()
        if isinstance(file, JijitsuError) or not holds_many(str(file), way.reading.piped):
            yield Entry(number, file)
        else:
            yield from (Entry(number, raw) for raw in raws(file, way.reading))


def _tell_of_input() -> None:
    """Say so where standard input, which is read as text, begins like something else."""
    peek = getattr(sys.stdin.buffer, "peek", None)
    head = peek(64)[:64].lstrip().lower() if peek is not None else b""
    ending = next((ending for begin, ending in _BEGINNINGS if head.startswith(begin)), None)
    if ending is not None:
        console.warn(f"standard input is read as text, but looks like {ending}; is --input-format {ending} meant?")


def _first(entries: Iterator[Entry]) -> list[Entry]:
    """The first few articles: one more than are too few for processes, and no more than memory is meant to hold."""
    some: list[Entry] = []
    size = 0
    while len(some) <= _FEW and size <= _BYTES_AT_ONCE and (entry := next(entries, None)) is not None:
        some.append(entry)
        size += _held(entry)
    return some


def _held(entry: Entry) -> int:
    """About how many bytes of the article are in memory."""
    return 0 if isinstance(entry.item, (Path, JijitsuError)) else entry.item.size


def _plans(entries: Iterable[Entry], keys: Keys | None, store: Cache | None) -> Iterator[list[Entry]]:
    """The articles in companies of which about as many are still to be read."""
    plan: list[Entry] = []
    unread = size = 0
    for entry in _looked_up(entries, keys, store):
        plan.append(entry)
        if entry.unread:
            unread, size = unread + 1, size + _size(entry.item)
        if unread == _AT_ONCE or size > _BYTES_AT_ONCE or len(plan) == _LOOKED_UP:
            yield plan
            plan, unread, size = [], 0, 0
    if plan:
        yield plan


def _looked_up(entries: Iterable[Entry], keys: Keys | None, store: Cache | None) -> Iterator[Entry]:
    if keys is None or store is None:
        yield from entries
        return
    for some in _companies(entries):
        for entry in some:
            entry.key = _key(keys, entry.item)
        held = store.get([entry.key for entry in some if entry.key is not None])
        for entry in some:
            entry.lines = held.get(entry.key) if entry.key else None
            yield entry


def _companies(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    """So many entries as are looked up at once, and no more than memory is meant to hold."""
    some: list[Entry] = []
    size = 0
    for entry in entries:
        some.append(entry)
        size += _held(entry)
        if len(some) == _LOOKED_UP or size > _BYTES_AT_ONCE:
            yield some
            some, size = [], 0
    if some:
        yield some


def _key(keys: Keys, item: Path | Raw | JijitsuError) -> bytes | None:
    if isinstance(item, Path):
        return None if str(item) == "-" else keys.key(item)
    return None if isinstance(item, JijitsuError) else keys.key_of(item)


def _size(item: Path | Raw | JijitsuError) -> int:
    if not isinstance(item, Path):
        return 0 if isinstance(item, JijitsuError) else item.size
    try:
        return item.stat().st_size
    except (OSError, ValueError):
        return 0
