"""Files opened within bounds: .gz unpacked as it is read, and no more of anything than an article can be.

A small file that unpacks to a huge one (a bomb) ends in an error that says so, before it fills memory or disk: streams
may grow to `RATIO` times what was read of the file, articles to `LARGEST` bytes where nobody says more.
"""

from __future__ import annotations

import gzip
import io
import zlib
from typing import TYPE_CHECKING, BinaryIO

from jijitsu.schemas.errors import UnreadableError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

LARGEST = 16 * 2**20
"""Bytes that an article may have: thirty novels, which take minutes to read."""
LARGEST_TABLE = 2**29
"""Bytes that a table or an archive may have that must be held in memory: a .parquet.gz, a .zip on standard input."""
RATIO = 200
"""Text shrinks to a tenth by gzip, tables that repeat themselves to a fiftieth; a bomb to a thousandth."""
FREE = 64 * 2**20
"""So many bytes may come out whatever the ratio."""
_BUFFER = 2**18
_UNITS = ((30, "GiB"), (20, "MiB"), (10, "KiB"))


class _Counted(io.RawIOBase):
    """A stream that tells how many bytes were read of it; any object with `read` will do as its source."""

    def __init__(self, source: BinaryIO) -> None:
        self.source, self.count = source, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        view = memoryview(buffer)
        data = self.source.read(len(view))
        view[: len(data)] = data
        self.count += len(data)
        return len(data)


class _Unpacked(io.RawIOBase):
    """What a .gz holds. Raises UnreadableError for one that is damaged, ends early or is a bomb."""

    def __init__(self, packed: _Counted) -> None:
        self.packed = packed
        self.inner = gzip.GzipFile(fileobj=io.BufferedReader(packed, _BUFFER))
        self.count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        view = memoryview(buffer)
        try:
            data = self.inner.read1(len(view))  # what comes before a fault is not lost
        except EOFError:
            raise UnreadableError("the .gz ends before it is complete", hint="Fetch it again") from None
        except (gzip.BadGzipFile, zlib.error) as fault:
            raise UnreadableError(f"this is no .gz that can be read ({fault})") from None
        if not self.packed.count:
            raise UnreadableError("this .gz is empty", hint="Fetch it again")
        view[: len(data)] = data
        self.count += len(data)
        if self.count > FREE + RATIO * self.packed.count:
            raise UnreadableError(
                f"this .gz unpacks to more than {RATIO} times its size, as no text does; it is not read further"
            )
        return len(data)


def opened(stream: BinaryIO, *, packed: bool) -> io.BufferedReader:
    """Return a stream to read articles from; `packed` for one that is a .gz. It leaves `stream` open."""
    counted = _Counted(stream)
    return io.BufferedReader(_Unpacked(counted) if packed else counted, _BUFFER)


def whole(stream: BinaryIO, limit: int = LARGEST) -> bytes:
    """Return all that a stream holds. Raises UnreadableError if that is more than an article can be."""
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise too_large("this is larger", limit)
    return data


def too_large(what: str, limit: int) -> UnreadableError:
    """Return what to say of something larger than an article may be."""
    hint = "No article is; `jijitsu extract --max-size` reads it all the same" if limit < LARGEST_TABLE else None
    return UnreadableError(f"{what} than {_size(limit)}", hint=hint)


def _size(count: int) -> str:
    """Bytes for people, exactly: 16 MiB, 1000 bytes."""
    return next((f"{count >> bits} {unit}" for bits, unit in _UNITS if not count % (1 << bits)), f"{count} bytes")


def seekable(stream: BinaryIO) -> BinaryIO:
    """Return a stream that can seek: the same one, or what it holds in memory. Raises UnreadableError where that is too much."""
    base = stream.raw if isinstance(stream, io.BufferedReader) else stream
    if isinstance(base, _Counted):
        base = base.source  # a file as it lies there
    return base if base.seekable() else io.BytesIO(whole(stream, LARGEST_TABLE))
