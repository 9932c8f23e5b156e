"""`jijitsu export`: claims as other programs like them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jijitsu.cli import claimfile, console

if TYPE_CHECKING:
    from jijitsu.cli.exporting import Export

EXAMPLE = "jijitsu export claims.ndjson -o claims.csv --bom"


def run(
    file: Annotated[str, typer.Argument(help="A file of claims; - is standard input.", metavar="CLAIMS")],
    output: Annotated[Path, typer.Option("--output", "-o", help="What to write: NAME.csv or NAME.sqlite.")],
    to: Annotated[
        str | None, typer.Option("--to", help="csv or sqlite, where the name does not say it.", metavar="FORMAT")
    ] = None,
    bom: Annotated[bool, typer.Option("--bom", help="Begin a CSV with a byte order mark, as Excel wants it.")] = False,
) -> None:
    """Turn a file of claims into a CSV table or an SQLite database."""
    export = _export(output, to)
    if bom and not export.takes_bom:
        raise typer.BadParameter(f"{export.name} has no byte order mark; leave it out.", param_hint="'--bom'")
    with console.beside(output) as part:
        try:
            export.write(claimfile.claims(file), part, bom)
        except OSError as fault:
            raise console.unwritable(output, fault) from None
    console.end()


def _export(output: Path, to: str | None) -> Export:
    """The format that is asked for. Raises a usage error."""
    from jijitsu.extract.collect import collect

    if str(output) == "-":
        raise typer.BadParameter("an export goes to a file: name one.", param_hint="'--output'")
    exports: tuple[Export, ...] = collect("jijitsu.cli.exports", "EXPORT")
    if to is not None:
        for export in exports:
            if export.name == to:
                return export
        hint = console.did_you_mean(to, [export.name for export in exports])
        raise typer.BadParameter(f"{to!r} is no format. {hint}", param_hint="'--to'")
    for export in exports:
        if output.suffix.lower() in export.suffixes:
            return export
    names = ", ".join(suffix for export in exports for suffix in export.suffixes)
    raise typer.BadParameter(f"{str(output)!r} does not say which format. End it in {names}, or say --to.")
