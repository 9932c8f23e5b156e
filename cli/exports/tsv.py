"""TSV: the columns of the CSV, parted by tabs, one claim a line and nothing quoted.

A tab, a line end or a backslash within a cell is written as `\\t`, `\\n`, `\\r`, `\\\\`, so that every line is a
claim and every tab a border (as PostgreSQL's COPY and ClickHouse read it). Formulas are defused as in the CSV.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jijitsu.cli.exporting import Export, Settings, table
from jijitsu.schemas.claim import Claim

_ESCAPED = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def chunks(claims: Iterable[Claim], settings: Settings) -> Iterator[bytes]:
    """Yield the table line by line."""
    return table(claims, settings, _line)


def _line(fields: list[str]) -> str:
    return "\t".join(field.translate(_ESCAPED) for field in fields) + "\n"


EXPORT = Export(
    name="tsv", about="a table parted by tabs", suffixes=(".tsv", ".tab"), chunks=chunks, takes_bom=True
)  # fmt: skip
