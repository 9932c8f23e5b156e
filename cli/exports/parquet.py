"""Parquet: the record with types, nested as it is (see extract/arrow.py). Needs pyarrow: `jijitsu[parquet]`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from jijitsu.cli.exporting import Export, Settings
from jijitsu.extract.arrow import AT_ONCE, batches, claims_of, pyarrow, schema
from jijitsu.schemas.claim import Claim
from jijitsu.schemas.errors import JijitsuError


def write(claims: Iterable[Claim], path: Path, settings: Settings) -> None:
    """Write a new file, a row group for every few thousand claims. Raises ArrowMissingError."""
    del settings
    with _parquet().ParquetWriter(path, schema(), compression="zstd") as file:
        for batch in batches(claims):
            file.write_batch(batch)


def read(path: Path) -> Iterator[Claim]:
    """Yield the claims of a file. Raises ArrowMissingError, and JijitsuError for what is no table of claims."""
    parquet = _parquet()
    try:
        with parquet.ParquetFile(path) as file:
            for batch in file.iter_batches(AT_ONCE):
                yield from claims_of(batch)
    except (pyarrow().ArrowException, OSError) as fault:
        raise JijitsuError(f"this is no Parquet that can be read ({str(fault).splitlines()[0]})") from None


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
