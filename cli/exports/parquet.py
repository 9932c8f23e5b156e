"""Parquet: the record with types, nested as it is (see extract/arrow.py). Needs pyarrow: `jijitsu[parquet]`."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from jijitsu.cli.exporting import Export, Settings
from jijitsu.extract.arrow import batches, pyarrow, read, schema
from jijitsu.schemas.claim import Claim


def write(claims: Iterable[Claim], path: Path, settings: Settings) -> None:
    """Write a new file, a row group for every few thousand claims. Raises ArrowMissingError."""
    del settings
    with _parquet().ParquetWriter(path, schema(), compression="zstd") as file:
        for batch in batches(claims):
            file.write_batch(batch)


def _parquet() -> Any:
    pyarrow()
    from pyarrow import parquet

    return parquet


EXPORT = Export(
    name="parquet",
    about="a typed table",
    suffixes=(".parquet", ".pq"),
    write=write,
    read=read,
    magic=b"PAR1",
)
