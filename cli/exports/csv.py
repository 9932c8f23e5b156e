"""CSV: one claim a line, the article's columns in front (`exporting.heads` has them all, in order).

Text that a spreadsheet would run as a formula gets a ' in front; amounts are numbers and stay as they are. Line ends
are CR LF, as RFC 4180 has them. Excel takes UTF-8 for what it is only behind a byte order mark (`--bom`).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from jijitsu.cli.exporting import Export, Settings, table
from jijitsu.schemas.claim import Claim


def chunks(claims: Iterable[Claim], settings: Settings) -> Iterator[bytes]:
    """Yield the table line by line."""
    return table(claims, settings, _line)


def _line(fields: list[str]) -> str:
    line = io.StringIO(newline="")
    csv.writer(line).writerow(fields)
    return line.getvalue()


EXPORT = Export(name="csv", about="a table for spreadsheets", suffixes=(".csv",), chunks=chunks, takes_bom=True)
