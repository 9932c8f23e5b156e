"""Names in, sources out, and the articles of a source, wherever it lies.

A source is one file, of one article or of many, here or in a store. In a store, `*` and `**` are understood, and folders
are searched for files of one article (`.txt`, `.md`, `.html`).
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import msgspec

from jijitsu.extract.archive import stores
from jijitsu.extract.reading import Reading, shown
from jijitsu.extract.reading.inputs import article_from, raws
from jijitsu.extract.reading.metadata import SIDECARS, meta_of, stem_of
from jijitsu.extract.reading.raw import Raw
from jijitsu.extract.reading.walking import SUFFIXES, walk
from jijitsu.schemas.article import Article
from jijitsu.schemas.errors import JijitsuError, UnreadableError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_BUFFER = 2**20


class Source(msgspec.Struct, frozen=True):
    """A file. `beside` is its sidecar in a store; beside a path it is looked for when it is read."""

    name: str
    size: int = 0
    beside: str | None = None


class Piece(msgspec.Struct, frozen=True):
    """What is read of a source: the articles from `first` on, from 0, and `count` of them, or all."""

    name: str
    beside: str | None = None
    first: int = 0
    count: int | None = None


def sources(names: Iterable[str]) -> Iterator[Source | JijitsuError]:
    """Yield what names stand for, in order: folders and patterns sorted. What cannot be entered is an error."""
    for name in names:
        if stores.remote(name):
            yield from _in_store(name)
            continue
        for path in walk([name]):
            yield path if isinstance(path, JijitsuError) else Source(str(path), _size(path))


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        return 0


def _in_store(name: str) -> Iterator[Source | JijitsuError]:
    try:
        system, path = stores.at(name)
        system.invalidate_cache()
        found = _found(system, path)
    except JijitsuError as fault:
        yield fault
        return
    except FileNotFoundError:
        yield UnreadableError("there is no such file or folder in this store", where=name, hint="Check the name")
        return
    except Exception as fault:  # each store has errors of its own
        yield stores.unreached(name, fault)
        return
    articles = [one for one in sorted(found) if not one.endswith(SIDECARS)]
    if not articles:
        hint = "Folders are searched for .txt, .md and .html files; name others outright, or by a pattern"
        yield UnreadableError("there is no article here", where=name, hint=hint)
    for one in articles:
        beside = next((other for other in _sidecars(one) if other in found), None)
        yield Source(stores.full_name(system, one), found[one], beside and stores.full_name(system, beside))


def _found(system: Any, path: str) -> dict[str, int]:
    """Path -> size of all that a name in a store stands for, sidecars too."""
    if any(sign in path for sign in "*?["):
        found = system.glob(path, detail=True)
        return {one: about["size"] or 0 for one, about in found.items() if about["type"] == "file"}
    about = system.info(path)
    if about["type"] == "file":
        return {path: about["size"] or 0, **{one: 0 for one in _sidecars(path) if system.exists(one)}}
    found = system.find(path, detail=True)
    return {one: about["size"] or 0 for one, about in found.items() if _wanted(one, path)}


def _wanted(path: str, folder: str) -> bool:
    """True for an article or a sidecar that no hidden name leads to."""
    hidden = any(step.startswith(".") for step in path.removeprefix(folder).split("/"))
    return not hidden and (Path(path).suffix.lower() in SUFFIXES or path.endswith(SIDECARS))


def _sidecars(path: str) -> list[str]:
    folder, _, file = path.rpartition("/")
    return [f"{folder}/{stem_of(file)}{suffix}" for suffix in SIDECARS]


def articles(pieces: Iterable[Piece], reading: Reading, base: str, *, sure: bool) -> Iterator[Article | JijitsuError]:
    """Yield the articles of pieces, in order, or why there is none. Paths are relative to the folder `base`.

    What was listed and cannot be reached is an error of its own where `sure`; else it raises UnfitError, since the
    machine may be one on which the folder is missing.
    """
    for piece in pieces:
        for raw in taken(piece, reading, base, sure=sure):
            if isinstance(raw, JijitsuError):
                yield raw
                continue
            try:
                yield article_from(raw, reading)
            except UnreadableError as fault:
                yield fault


def taken(piece: Piece, reading: Reading, base: str, *, sure: bool) -> Iterator[Raw | JijitsuError]:
    """Yield the articles of a piece as they lie in it, as `raws` does, and what cannot be reached as `articles` does."""
    last = None if piece.count is None else piece.first + piece.count
    try:
        if stores.remote(piece.name):
            yield from islice(_taken_there(piece, reading), piece.first, last)
            return
        path = Path(base, piece.name)
        if not sure and not path.exists() and not path.is_symlink():
            raise stores.UnfitError("is not there on this machine", where=piece.name, hint="All workers must see it")
        yield from islice(raws(path, reading, name=shown(piece.name)), piece.first, last)
    except stores.UnfitError as fault:
        if not sure:
            raise
        yield fault


def _taken_there(piece: Piece, reading: Reading) -> Iterator[Raw | JijitsuError]:
    try:
        beside = meta_of(stores.get(piece.beside), piece.beside.rpartition("/")[2]) if piece.beside else None
    except UnreadableError as fault:
        yield UnreadableError(fault.what, where=piece.name, hint=fault.hint)
        return
    except FileNotFoundError:
        beside = None
    with opened(piece.name) as stream:
        for raw in raws(stream, reading, name=piece.name):
            if isinstance(raw, Raw) and beside is not None and raw.row is None and raw.member is None:
                raw = msgspec.structs.replace(raw, beside=beside)
            yield raw


def opened(name: str) -> BinaryIO:
    """Return a stream of what lies at a name in a store. Raises UnfitError."""
    try:
        system, path = stores.at(name)
        return io.BufferedReader(_Reached(system.open(path, "rb"), name), _BUFFER)
    except JijitsuError:
        raise
    except Exception as fault:
        raise stores.unreached(name, fault) from None


class _Reached(io.RawIOBase):
    """A stream from a store. What goes wrong while it is read is the way there, and not the file."""

    def __init__(self, inner: BinaryIO, name: str) -> None:
        self.inner, self.told = inner, name

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return self.inner.seekable()

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        return self.inner.seek(offset, whence)

    def tell(self) -> int:
        return self.inner.tell()

    def readinto(self, buffer: WriteableBuffer) -> int:
        view = memoryview(buffer)
        try:
            data = self.inner.read(len(view))
        except Exception as fault:
            raise stores.unreached(self.told, fault) from None
        view[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self.inner.close()
        super().close()
