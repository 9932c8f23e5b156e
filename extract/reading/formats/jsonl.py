"""JSON Lines: one article a line, a JSON object with a column of text. Rows are the lines, blank ones counted too.

A line is read in bounded memory, and one that is wrong leaves the others alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

import msgspec

from jijitsu.extract.reading import Reading
from jijitsu.extract.reading.columns import Columns, content_of, holds_text
from jijitsu.extract.reading.decoding import decode
from jijitsu.extract.reading.raw import Content, Format
from jijitsu.extract.reading.unpacking import LARGEST, too_large
from jijitsu.schemas.errors import UnreadableError

_CHUNK = 2**20
_LOOKED_AT = 20
"""So many lines tell what a file holds."""
_BLANK = 10_000
"""More blank lines on end are no oversight: it takes long to read millions of them out of a small .gz."""
_BOM = b"\xef\xbb\xbf"
_CLAIM = frozenset({"kind", "evidence", "article"})
_GOLD = frozenset({"doc", "kind", "context", "text"})
_HINT = "Each line is one JSON object, with a column of text"


class _ClaimsError(UnreadableError):
    """A file of claims, or of gold, where one of articles was wanted."""


def rows(stream: BinaryIO, options: Reading) -> Iterator[tuple[int, Content | UnreadableError]]:
    """Yield the articles of a file, each with the number of its line. Raises UnreadableError for a file of claims."""
    number = blank = 0
    while line := stream.readline(options.largest + 1):
        number += 1
        if number == 1:
            line = line.removeprefix(_BOM)
        if len(line) > options.largest and not line.endswith(b"\n"):
            yield number, too_large("the line is longer", options.largest)
            _pass_over(stream)
        elif not line.strip():
            blank += 1
            if blank > _BLANK:
                raise UnreadableError(f"{_BLANK} blank lines on end, behind row {number - blank}: this is no table")
        else:
            blank = 0
            try:
                yield number, _content(line, options)
            except _ClaimsError:
                raise
            except UnreadableError as fault:
                yield number, fault


def mine(stream: BinaryIO) -> bool:
    """True if a file holds articles: the first of its lines that is an object has a column of text."""
    for _ in range(_LOOKED_AT):
        row = _loaded(stream.readline(LARGEST).removeprefix(_BOM))
        if isinstance(row, dict):
            return not (row.keys() >= _CLAIM or row.keys() >= _GOLD) and holds_text(row, Columns())
    return False


def _content(line: bytes, options: Reading) -> Content:
    try:
        row = _decoded(line, options.encoding)
    except (msgspec.DecodeError, RecursionError, UnicodeError) as fault:
        why = "nested too deeply" if isinstance(fault, RecursionError) else str(fault)
        raise UnreadableError(f"this is no JSON ({why})", hint=_HINT) from None
    if not isinstance(row, Mapping):
        raise UnreadableError("this is JSON, but no object", hint=_HINT)
    if row.keys() >= _CLAIM:
        raise _ClaimsError(
            "this file holds claims, no articles", hint="`jijitsu lint` and `jijitsu validate` read them"
        )
    if row.keys() >= _GOLD:
        raise _ClaimsError("this file holds gold, no articles", hint="`jijitsu eval` reads it")
    return content_of(row, options.columns)


def _decoded(line: bytes, encoding: str | None) -> Any:
    """The value in a line: UTF-8, as JSON is; else in the encodings that texts are told apart in."""
    try:
        if encoding is None:
            return msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeError):
        if _is_utf8(line):
            raise
    return msgspec.json.decode(decode(line, encoding))


def _loaded(line: bytes) -> Any:
    try:
        return _decoded(line, None)
    except (msgspec.DecodeError, RecursionError, UnicodeError, UnreadableError):
        return None


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _pass_over(stream: BinaryIO) -> None:
    """Read on to the end of a line."""
    while (more := stream.readline(_CHUNK)) and not more.endswith(b"\n"):
        pass


FORMAT = Format(name="jsonl", about="one JSON object a line", suffixes=(".jsonl", ".ndjson"), rows=rows, mine=mine)
