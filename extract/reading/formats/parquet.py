"""Parquet: one article a row, columns as in JSON Lines. Rows are counted from 1, through all row groups.

A few rows are held in memory at once. Needs pyarrow (`jijitsu[parquet]`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from jijitsu.extract.arrow import ArrowMissingError, pyarrow
from jijitsu.extract.reading import Reading
from jijitsu.extract.reading.columns import Columns, column_of, content_of
from jijitsu.extract.reading.raw import Content, Format
from jijitsu.schemas.errors import UnreadableError

AT_ONCE = 64
_CLAIM = frozenset({"kind", "evidence", "article"})


def rows(stream: BinaryIO, options: Reading) -> Iterator[tuple[int, Content | UnreadableError]]:
    """Yield the articles of a table, each with its row. Raises UnreadableError, also for a table of claims."""
    arrow, number = _library(), 0
    from pyarrow import parquet

    try:
        with parquet.ParquetFile(stream) as file:
            names = file.schema_arrow.names
            if set(names) >= _CLAIM:
                raise UnreadableError(
                    "this file holds claims, no articles", hint="`jijitsu export --to ndjson` makes lines of it"
                )
            wanted = _wanted(names, options.columns)
            for group in range(file.num_row_groups):  # all of them at once would hold on to what was read
                for batch in file.iter_batches(AT_ONCE, [group], wanted):
                    for row in _plain(batch):
                        number += 1
                        yield number, row if isinstance(row, UnreadableError) else _content(row, options)
    except (arrow.ArrowException, OSError, ValueError) as fault:
        what = (str(fault).splitlines() or ["damaged"])[0]
        raise UnreadableError(
            f"this is no Parquet that can be read{f' behind row {number}' if number else ''} ({what})"
        ) from None


def mine(stream: BinaryIO) -> bool:
    """True if a table holds articles, and no claims."""
    arrow = _library()
    from pyarrow import parquet

    try:
        with parquet.ParquetFile(stream) as file:
            names = file.schema_arrow.names
    except (arrow.ArrowException, OSError, ValueError):
        return True
    return not set(names) >= _CLAIM and column_of(dict.fromkeys(names), "text", None) is not None


def _library() -> Any:
    try:
        return pyarrow()
    except ArrowMissingError as fault:
        raise UnreadableError("Parquet needs pyarrow, which is not installed", hint=fault.hint) from None


def _wanted(names: list[str], columns: Columns) -> list[str] | None:
    """The columns to read; all of them where one that is named stands within another."""
    head = dict.fromkeys(names)
    found = [column_of(head, name, getattr(columns, name)) for name in Columns.__struct_fields__]
    kept = [name for name in found if name is not None]
    return kept if kept and all(name in head for name in kept) else None


def _plain(batch: Any) -> list[dict[str, Any] | UnreadableError]:
    """The rows of a batch as dicts; where one holds a value that Python has no like of, that one is in error."""
    try:
        return list(batch.to_pylist())
    except (ValueError, OverflowError, UnicodeDecodeError):
        return [_row(batch.slice(at, 1)) for at in range(batch.num_rows)]


def _row(batch: Any) -> dict[str, Any] | UnreadableError:
    try:
        found: dict[str, Any] = batch.to_pylist()[0]
    except (ValueError, OverflowError, UnicodeDecodeError) as fault:
        return UnreadableError(f"a value that cannot be read ({fault})")
    return found


def _content(row: dict[str, Any], options: Reading) -> Content | UnreadableError:
    try:
        return content_of(row, options.columns)
    except UnreadableError as fault:
        return fault


FORMAT = Format(name="parquet", about="a typed table", suffixes=(".parquet", ".pq"), rows=rows, mine=mine, seeks=True)
