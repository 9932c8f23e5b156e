"""Rows brought together by their keys, on many machines: each writer one file of buckets, each reader one bucket of all.

Through the store, and not from worker to worker: what is written survives a worker, any engine can run it, and memory
never holds more than one bucket. A bucket is chosen by the key's digest, so that all rows of a key are in one.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b

import msgspec

from jijitsu.extract.archive import stores

_ENCODER = msgspec.msgpack.Encoder()
_FASTEST = 1
Row = tuple[bytes, int, bytes]
"""Digest of the key, which check it is for, and the packed row."""
_DECODER = msgspec.msgpack.Decoder(list[Row])


class Written(msgspec.Struct, frozen=True):
    """A file of buckets: its name, and where each bucket ends."""

    name: str
    ends: tuple[int, ...]
    rows: int


def key_of(check: int, key: tuple[object, ...]) -> bytes:
    """Return the digest of a key: keys that are equal, as Python tells them, must be written equally by `repr`."""
    return blake2b(repr((check, key)).encode("utf-8", "surrogatepass"), digest_size=16).digest()


def write(name: str, rows: Iterable[Row], buckets: int) -> Written:
    """Write rows into buckets. The same rows give the same bytes. Raises UnfitError."""
    sorted_in: list[list[Row]] = [[] for _ in range(buckets)]
    count = 0
    for row in rows:
        count += 1
        sorted_in[int.from_bytes(row[0][:8], "big") % buckets].append(row)
    data, ends = bytearray(), []
    for some in sorted_in:
        data += zlib.compress(_ENCODER.encode(some), _FASTEST) if some else b""
        ends.append(len(data))
    stores.put(name, bytes(data))
    return Written(name, tuple(ends), count)


class Bucket(msgspec.Struct, frozen=True):
    """Where the rows of a bucket lie: name, first and last byte of each file that has some."""

    number: int
    places: tuple[tuple[str, int, int], ...]


def buckets(files: Sequence[Written], count: int) -> Iterator[Bucket]:
    """Yield the buckets that hold something, each with no more than a worker needs to know."""
    for number in range(count):
        ranges = ((file.name, file.ends[number - 1] if number else 0, file.ends[number]) for file in files)
        places = tuple(place for place in ranges if place[1] < place[2])
        if places:
            yield Bucket(number, places)


def read(bucket: Bucket) -> Iterator[tuple[int, Sequence[bytes]]]:
    """Yield check and rows of each key in a bucket, rows in the order of the files. Raises UnfitError."""
    groups: dict[bytes, tuple[int, list[bytes]]] = {}
    for name, start, end in bucket.places:
        try:
            data = stores.get(name, start, end)
        except FileNotFoundError:
            raise stores.UnfitError("is not there on this machine", where=name, hint="All must see it") from None
        for key, check, row in _DECODER.decode(zlib.decompress(data)):
            groups.setdefault(key, (check, []))[1].append(row)
    yield from groups.values()
