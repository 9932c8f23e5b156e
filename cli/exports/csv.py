"""CSV: one claim a line, the article's columns in front (`exporting.heads` has them all, in order).

Text that a spreadsheet would run as a formula gets a ' in front; amounts are numbers and stay as they are. Line ends
are CR LF, as RFC 4180 has them. Excel takes UTF-8 for what it is only behind a byte order mark (`--bom`).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from decimal import Decimal

from jijitsu.cli.exporting import Cell, Export, Settings, defused, heads, row
from jijitsu.schemas.claim import Claim
from jijitsu.schemas.numbers import written


def chunks(claims: Iterable[Claim], settings: Settings) -> Iterator[bytes]:
    """Yield the table line by line."""
    if settings.bom:
        yield b"\xef\xbb\xbf"
    yield _line(heads())
    for claim in claims:
        yield _line([_written(cell) for cell in row(claim)])


def _line(fields: list[str]) -> bytes:
    line = io.StringIO(newline="")
    csv.writer(line).writerow(fields)
    return line.getvalue().encode()


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, Decimal):
        return written(cell)
    return str(cell) if isinstance(cell, int) else defused(cell)


EXPORT = Export(name="csv", about="a table for spreadsheets", suffixes=(".csv",), chunks=chunks, takes_bom=True)
