"""`jijitsu export`: claims as other programs like them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from jijitsu.cli import claimfile, console, exported

EXAMPLE = "jijitsu export claims.ndjson -o claims.csv --bom"
MORE = (
    "jijitsu export claims.ndjson -o claims.sqlite (again: adds to it)",
    "jijitsu export claims.parquet --to ndjson | jq .kind",
    "jijitsu export claims.ndjson --to markdown >> summary.md",
)


def run(
    file: claimfile.Claims,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="What to write; its ending says the format.")
    ] = None,
    to: exported.To = None,
    bom: exported.Bom = False,
) -> None:
    """Turn claims into a table, a database, or another form, and back.

    Parquet and SQLite give the same NDJSON back that they were made of. A file is written beside its place and moved
    there when it is whole. A database that is there is added to, whole or not at all; claims that it has already are
    written anew. Without -o, text goes to standard output.
    """
    export = exported.chosen(output, to)
    settings = exported.settings(claimfile.folder_of(file), bom=bom)
    exported.put(export, claimfile.claims(file), output, settings)
    console.end()
