"""CSV: one claim a line, the article's columns in front.

Columns: `article_path`, `article_sha256`, `article_title`, `article_published`, `article_publisher`, `article_url`,
then the claim's (see `exporting.cells`). Text that a spreadsheet would run as a formula gets a ' in front; amounts are
numbers and stay as they are. Line ends are CR LF, as RFC 4180 has them.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path

from jijitsu.cli.exporting import COLUMNS, Cell, Export, cells
from jijitsu.schemas.claim import Claim
from jijitsu.schemas.numbers import written

_ARTICLE = ("path", "sha256", "title", "published", "publisher", "url")
_FORMULA = frozenset("=+-@\t\r\n＝＋－＠")
"""Excel takes the full-width signs too where it is Japanese."""


def write(claims: Iterable[Claim], path: Path, bom: bool) -> None:
    """Write a new CSV file, with a byte order mark for Excel if asked."""
    with path.open("w", encoding="utf-8-sig" if bom else "utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow([*(f"article_{field}" for field in _ARTICLE), *COLUMNS])
        for claim in claims:
            rows.writerow([_written(cell) for cell in _row(claim)])


def _row(claim: Claim) -> Iterator[Cell]:
    for field in _ARTICLE:
        value = getattr(claim.article, field)
        yield None if value is None else str(value)
    for _, cell in cells(claim):
        yield cell


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, Decimal):
        return written(cell)
    if isinstance(cell, int):
        return str(cell)
    return f"'{cell}" if cell[:1] in _FORMULA else cell


EXPORT = Export("csv", "a table, one claim a line", (".csv",), write, takes_bom=True)
