"""NDJSON: the record itself, one claim a line, as `jijitsu extract` writes it; so it comes out of Parquet and SQLite.

Keys of their own that claims of an added kind (`x-NAME`) bring are not among the record's fields and are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jijitsu.cli.exporting import Export, Settings
from jijitsu.schemas.claim import Claim
from jijitsu.schemas.record import encode_line


def chunks(claims: Iterable[Claim], settings: Settings) -> Iterator[bytes]:
    """Yield the records line by line."""
    del settings
    yield from map(encode_line, claims)


EXPORT = Export(name="ndjson", about="one record a line", suffixes=(".ndjson", ".jsonl"), chunks=chunks)
