"""Sources in, parts out: each of bounded size, and named by what it is made of.

A part of files ends where the name of one says so, so that a file more or less changes the part it falls into, and not
all parts behind it. A file of many articles is cut by their number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

import msgspec

from jijitsu.extract.archive.inputs import Piece, Source, taken
from jijitsu.extract.reading import Reading
from jijitsu.extract.reading.inputs import holds_many
from jijitsu.extract.reading.raw import Raw
from jijitsu.extract.regex import regex

ARTICLES = 256
"""So many articles a part has at most, unless the user says otherwise."""
BYTES = 4 * 2**20
"""A part with so many bytes of input is closed."""
_STEM = regex(r"[^A-Za-z0-9_-]+")
_LONGEST_STEM = 40
OURS = regex(r"part-(?:[A-Za-z0-9_-]+-)?[0-9a-f]{16}\.(?:ndjson|parquet|json)")
"""Files of parts, as `name_of` names them: no others are ever removed."""


class Part(msgspec.Struct, frozen=True):
    """What is made in one go, by one process. `articles` is how many are expected."""

    name: str
    pieces: tuple[Piece, ...]
    articles: int


def groups(sources: Iterable[Source], most: int = ARTICLES) -> Iterator[Part | Source]:
    """Yield parts of files that hold one article each, and the files that hold many as they are, in their order."""
    row: list[Source] = []
    size = 0
    for source in sources:
        if holds_many(source.name):
            if row:
                yield _part(row)
                row, size = [], 0
            yield source
            continue
        row.append(source)
        size += source.size
        if len(row) >= most or size >= BYTES or (len(row) * 2 >= most and _ends(source.name, most)):
            yield _part(row)
            row, size = [], 0
    if row:
        yield _part(row)


def cut(source: Source, reading: Reading, base: str, most: int = ARTICLES, *, sure: bool = False) -> tuple[Part, ...]:
    """Return the parts of a file that holds many articles: it is read once, and nothing is made of its texts.

    Raises UnfitError where this machine cannot reach it, unless `sure`: then the error is what the one part holds.
    """
    found: list[Part] = []
    first = count = size = 0

    def close() -> None:
        piece = Piece(source.name, source.beside, first, count)
        found.append(Part(name_of([piece]), (piece,), count))

    for raw in taken(Piece(source.name, source.beside), reading, base, sure=sure):
        count, size = count + 1, size + (raw.size if isinstance(raw, Raw) else 0)
        if count >= most or size >= BYTES:
            close()
            first, count, size = first + count, 0, 0
    if count:
        close()
    return tuple(found)


def _ends(name: str, most: int) -> bool:
    return int.from_bytes(_digest(name)[:4], "big") % max(1, most // 4) == 0


def _part(row: Sequence[Source]) -> Part:
    pieces = tuple(Piece(source.name, source.beside) for source in row)
    return Part(name_of(pieces), pieces, len(pieces))


def name_of(pieces: Sequence[Piece]) -> str:
    """Return the name of the part that is made of these: how the first is called, for people, and a digest of all."""
    first = pieces[0].name.replace("\\", "/").rpartition("/")[2].partition(".")[0]
    stem = _STEM.sub("-", first)[:_LONGEST_STEM].strip("-")
    number = f"{pieces[0].first:08}" if pieces[0].count is not None else ""
    fields = (repr(msgspec.structs.astuple(one)) for one in pieces)
    return "-".join(filter(None, ("part", stem, number, _digest("\0".join(fields)).hex()[:16])))


def _digest(text: str) -> bytes:
    return sha256(text.encode("utf-8", "surrogateescape")).digest()
