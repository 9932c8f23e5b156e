"""A .zip in, its members out, sorted by name: each within bounds, none from outside, none that is an archive itself.

Nothing is ever written to the disk. Names of Japanese Windows (CP932, without the sign of UTF-8) are told apart as texts
are. Left out in silence: folders, hidden names, and what is no article by its ending.
"""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import IO, TYPE_CHECKING, BinaryIO

import msgspec

from jijitsu.extract.reading.decoding import decode
from jijitsu.extract.reading.metadata import LONGEST_SIDECAR, SIDECARS, stem_of
from jijitsu.extract.reading.unpacking import FREE, RATIO
from jijitsu.schemas.errors import UnreadableError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

ZIP = ".zip"
ARCHIVES = (".zip", ".gz", ".tgz", ".tar", ".bz2", ".xz", ".zst", ".7z", ".rar", ".lzh")
MOST = 200_000
"""Members that an archive may have."""
_UTF8, _ENCRYPTED = 0x800, 0x1
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, OverflowError, NotImplementedError)
_BUFFER = 2**18


class BombError(UnreadableError):
    """An archive that unpacks to far more than texts do."""


class Member(msgspec.Struct, frozen=True):
    """A file in an archive: its bytes, to be read before the next one, and its sidecar's bytes and name."""

    name: str
    stream: BinaryIO
    beside: tuple[bytes, str] | None = None


def members(stream: BinaryIO, wanted: Callable[[str], bool]) -> Iterator[Member | tuple[str, UnreadableError]]:
    """Yield the members whose names are `wanted`, or their names and what is wrong with them.

    Raises UnreadableError, without `where`, for what is no archive, and where it unpacks to more than any text does.
    """
    try:
        size = stream.seek(0, io.SEEK_END)
        with zipfile.ZipFile(stream) as file:
            found = file.infolist()
            if len(found) > MOST:
                raise UnreadableError(f"this archive has more than {MOST} members")
            yield from _members(file, found, wanted, _Room(FREE + RATIO * size))
    except UnreadableError:
        raise
    except _BROKEN as fault:
        raise UnreadableError(f"this is no .zip that can be read ({fault})") from None


def _members(
    file: zipfile.ZipFile, found: list[zipfile.ZipInfo], wanted: Callable[[str], bool], room: _Room
) -> Iterator[Member | tuple[str, UnreadableError]]:
    names = [_name(one) for one in found]
    count, known = Counter(names), dict(zip(names, found, strict=True))
    for name in sorted(known):
        one = known[name]
        if one.is_dir() or _is_hidden(name) or not (wanted(name) or name.lower().endswith(ARCHIVES)):
            continue
        fault = _fault(name, one) or ("this name stands twice in the archive" if count[name] > 1 else None)
        if fault:
            yield name, UnreadableError(fault)
            continue
        try:
            with file.open(one) as inner:
                yield Member(name, io.BufferedReader(_Within(inner, room), _BUFFER), _sidecar(file, name, known, room))
        except (*_BROKEN, RuntimeError) as fault:
            if isinstance(fault, UnreadableError):
                raise
            yield name, UnreadableError(f"this member cannot be read ({fault})")


class _Room:
    """How many bytes may still come out of an archive."""

    def __init__(self, left: int) -> None:
        self.left = left

    def take(self, count: int) -> None:
        self.left -= count
        if self.left < 0:
            raise BombError(
                f"this .zip unpacks to more than {RATIO} times its size, as no text does; it is not read further"
            )


class _Within(io.RawIOBase):
    """A member as it is unpacked. Raises UnreadableError where it is damaged, or the archive a bomb."""

    def __init__(self, inner: IO[bytes], room: _Room) -> None:
        self.inner, self.room = inner, room

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        view = memoryview(buffer)
        try:
            data = self.inner.read(len(view))
        except _BROKEN as fault:
            raise UnreadableError(f"this member is damaged ({fault})") from None
        self.room.take(len(data))
        view[: len(data)] = data
        return len(data)


def _sidecar(
    file: zipfile.ZipFile, name: str, known: Mapping[str, zipfile.ZipInfo], room: _Room
) -> tuple[bytes, str] | None:
    folder, slash, last = name.rpartition("/")
    for suffix in SIDECARS:
        beside = stem_of(last) + suffix
        one = known.get(f"{folder}{slash}{beside}")
        if one is not None:
            with file.open(one) as inner:
                return _Within(inner, room).read(LONGEST_SIDECAR + 1) or b"", beside
    return None


def _name(one: zipfile.ZipInfo) -> str:
    if one.flag_bits & _UTF8:
        return one.filename
    try:
        return decode(one.filename.encode("cp437"))
    except (UnreadableError, UnicodeError):
        return one.filename


def _is_hidden(name: str) -> bool:
    parts = name.split("/")
    return parts[0] == "__MACOSX" or any(part.startswith(".") and not part.startswith("..") for part in parts)


def _fault(name: str, one: zipfile.ZipInfo) -> str | None:
    parts = name.replace("\\", "/").split("/")
    if name.startswith(("/", "\\")) or ".." in parts or parts[0][1:2] == ":" or "\0" in name:
        return "this member's name leads out of the archive, so it is not read"
    if stat.S_ISLNK(one.external_attr >> 16):
        return "this member is a link, so it is not read"
    if name.lower().endswith(ARCHIVES):
        return "an archive within an archive is not read; unpack it first"
    if one.flag_bits & _ENCRYPTED:
        return "this member is encrypted"
    return None
