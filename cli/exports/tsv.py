"""TSV: the columns of the CSV, parted by tabs, one claim a line and nothing quoted.

A tab, a line end or a backslash within a cell is written as `\\t`, `\\n`, `\\r`, `\\\\`, so that every line is a
claim and every tab a border (as PostgreSQL's COPY and ClickHouse read it). Formulas are defused as in the CSV.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from jijitsu.cli.exporting import Cell, Export, Settings, defused, heads, row
from jijitsu.schemas.claim import Claim
from jijitsu.schemas.numbers import written

_ESCAPED = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def chunks(claims: Iterable[Claim], settings: Settings) -> Iterator[bytes]:
    """Yield the table line by line."""
    if settings.bom:
        yield b"\xef\xbb\xbf"
    yield _line(heads())
    for claim in claims:
        yield _line([_written(cell) for cell in row(claim)])


def _line(fields: list[str]) -> bytes:
    return ("\t".join(fields) + "\n").encode()


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, Decimal):
        return written(cell)
    return str(cell) if isinstance(cell, int) else defused(cell).translate(_ESCAPED)


EXPORT = Export(
    name="tsv", about="a table parted by tabs", suffixes=(".tsv", ".tab"), chunks=chunks, takes_bom=True
)  # fmt: skip
